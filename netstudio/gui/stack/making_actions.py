"""How the actions of the stack are made."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from netstudio.gui.theme.icons import icon


def make_action(
    parent: QObject, name: str, text: str, glyph: str, act: Callable[[], object], *keys: str
) -> QAction:
    """An action whose keys are heard where it is added to, while that has the focus.

    Args:
        parent: Who owns it.
        name: Identifies it.
        text: What people read.
        glyph: The name of its icon; "" for none.
        act: Does it.
        keys: Its keys.
    """
    action = QAction(text, parent)
    if glyph:
        action.setIcon(icon(glyph))
    action.setObjectName(f"{name}Action")
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    # ``triggered`` brings an argument of its own along.
    action.triggered.connect(lambda _checked: act())
    return action
