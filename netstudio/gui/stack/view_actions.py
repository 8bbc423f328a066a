"""The actions on how the stack is shown, for menus, keys and the command palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from netstudio.gui.stack.making_actions import make_action
from netstudio.gui.stack.tiles import Cost
from netstudio.gui.texts import translate

if TYPE_CHECKING:
    from netstudio.gui.stack.view import StackView


class ViewActions(QObject):
    """Zoom, what is open, and what the bars on the cards compare."""

    def __init__(self, view: StackView) -> None:
        super().__init__(view)
        self._view = view
        make = partial(make_action, self)
        self.larger = make(
            "zoomIn",
            translate("netstudio", "Larger"),
            "magnifying-glass-plus",
            partial(view.zoom_by, 1),
            *("Ctrl++", "Ctrl+Shift++", "Ctrl+="),
        )
        self.smaller = make(
            "zoomOut",
            translate("netstudio", "Smaller"),
            "magnifying-glass-minus",
            partial(view.zoom_by, -1),
            "Ctrl+-",
        )
        self.natural = make(
            "zoomNatural",
            translate("netstudio", "Natural size"),
            "magnifying-glass",
            partial(view.set_zoom, 1.0),
            "Ctrl+0",
        )
        self.fit = make(
            "fitAll",
            translate("netstudio", "Show the whole stack"),
            "arrows-out",
            view.fit_all,
            "Ctrl+9",
        )
        self.fit_selected = make(
            "fitSelected",
            translate("netstudio", "Show the selected layers"),
            "corners-out",
            view.fit_selected,
            "Ctrl+8",
        )
        self.collapse = make(
            "collapseAll",
            translate("netstudio", "Collapse all"),
            "caret-double-up",
            view.collapse_all,
            "Ctrl+Left",
        )
        self.expand = make(
            "expandAll",
            translate("netstudio", "Expand all"),
            "caret-double-down",
            view.expand_all,
            "Ctrl+Right",
        )
        self._costs = QActionGroup(self)
        self.parameters = self._cost(
            "barsParameters", translate("netstudio", "Bars show parameters"), Cost.PARAMETERS
        )
        self.flops = self._cost(
            "barsFlops", translate("netstudio", "Bars show computation"), Cost.FLOPS
        )
        view.addActions(self.all())

    def all(self) -> list[QAction]:
        """Every action."""
        return self.findChildren(QAction)

    def show_cost(self, cost: Cost) -> None:
        """Mark what the bars compare now."""
        (self.parameters if cost is Cost.PARAMETERS else self.flops).setChecked(True)

    def show_menu(self, position: QPoint) -> None:
        """Offer all of them, at a point of the screen."""
        menu = QMenu(self._view)
        menu.setObjectName("groundMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        edits = self._view.layer_actions
        menu.addActions([edits.paste, edits.select_all])
        menu.addSeparator()
        menu.addActions([self.collapse, self.expand])
        menu.addSeparator()
        menu.addActions([self.larger, self.smaller, self.natural, self.fit, self.fit_selected])
        menu.addSeparator()
        menu.addActions([self.parameters, self.flops])
        menu.popup(position)

    def _cost(self, name: str, text: str, cost: Cost) -> QAction:
        action = make_action(self, name, text, "", partial(self._view.set_cost, cost))
        action.setCheckable(True)
        action.setChecked(self._view.cost is cost)
        self._costs.addAction(action)
        return action
