"""Buttons below a table of runs."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from netstudio.gui.buttons import small_button
from netstudio.gui.texts import translate
from netstudio.gui.theme.icons import icon


def action_button(action: QAction) -> QPushButton:
    """A small button that does what the action does, and is enabled when it is."""
    button = small_button(action.text())
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
    return button


def more_button(menu: QMenu) -> QPushButton:
    """A small button with three dots that shows a menu."""
    more = QPushButton(icon("dots-three", "text_secondary"), "")
    more.setProperty("role", "small")
    more.setProperty("square", True)
    more.setAccessibleName(translate("netstudio", "More to do with this run"))
    more.setToolTip(more.accessibleName())
    more.setMenu(menu)
    return more
