"""The page on which networks are designed and trained: the stack amid its panels."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QAction, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from netstudio.gui.texts import translate
from netstudio.gui.theme import metrics
from netstudio.gui.theme.icons import icon

# Below this height the panels of a column lie over each other as tabs, so that each has room.
_TALL_ENOUGH = 800
_LEFT, _RIGHT, _BOTTOM = 264, 300, 200

_Area = Qt.DockWidgetArea


class DesignPage(QMainWindow):
    """Holds the stack in its middle and the panels as docks around it.

    Args:
        stack: The stack editor.
        footer: The line below it.
        data: The data set panel.
        palette: The layers that can be added.
        inspector: The selected layer's settings.
        training: The training options.
        plots: The live curves.
        activity: Problems, log and runs.
        outline: The network as a tree of lines; hidden until it is asked for.
        history: The steps of editing; hidden likewise.
    """

    def __init__(
        self,
        *,
        stack: QWidget,
        footer: QWidget,
        data: QWidget,
        palette: QWidget,
        inspector: QWidget,
        training: QWidget,
        plots: QWidget,
        activity: QWidget,
        outline: QWidget,
        history: QWidget,
    ) -> None:
        super().__init__()
        self.setWindowFlags(Qt.WindowType.Widget)  # a main window inside another
        self.setDockOptions(
            QMainWindow.DockOption.AnimatedDocks | QMainWindow.DockOption.AllowTabbedDocks
        )
        self.setTabPosition(_Area.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.setCorner(Qt.Corner.BottomLeftCorner, _Area.BottomDockWidgetArea)
        self.setCorner(Qt.Corner.BottomRightCorner, _Area.BottomDockWidgetArea)
        self.setCentralWidget(_column(stack, footer))
        self._titles: dict[QDockWidget, QWidget] = {}
        self._data = self._add("data", translate("netstudio", "Data set"), data)
        self._palette = self._add("palette", translate("netstudio", "Layers"), palette)
        self._inspector = self._add(
            "inspector", translate("netstudio", "Layer"), inspector, titled=False
        )
        self._training = self._add("training", translate("netstudio", "Training"), training)
        self._plots = self._add("plots", translate("netstudio", "Curves"), plots, titled=False)
        self._activity = self._add(
            "activity", translate("netstudio", "Activity"), activity, titled=False
        )
        self._outline = self._add("outline", translate("netstudio", "Outline"), outline)
        self._history = self._add("history", translate("netstudio", "History"), history)
        self._is_tall: bool | None = None
        self._is_users = False
        self._is_painted = False

    @property
    def docks(self) -> tuple[QDockWidget, ...]:
        """All panels."""
        return (
            self._data,
            self._palette,
            self._inspector,
            self._training,
            self._plots,
            self._activity,
            *self._on_request,
        )

    @property
    def _on_request(self) -> tuple[QDockWidget, ...]:
        """Panels that are hidden until somebody asks for them."""
        return self._outline, self._history

    def toggles(self) -> Iterable[QAction]:
        """An action for each panel that shows or hides it."""
        return [dock.toggleViewAction() for dock in self.docks]

    def raise_panel(self, panel: QWidget) -> None:
        """Bring a panel to the front, where others lie over it."""
        for dock in self.docks:
            if dock.widget() is panel:
                dock.show()
                dock.raise_()

    def state(self) -> QByteArray:
        """How the user has arranged the panels; empty while it is our own arrangement."""
        return self.saveState() if self._is_users else QByteArray()

    def restore(self, state: QByteArray) -> None:
        """Arrange the panels as the user had them."""
        self._is_users = not state.isEmpty() and self.restoreState(state)

    def arrange(self) -> None:
        """Arrange the panels as the room allows, whatever the user has done to them."""
        self._is_users = False
        self._is_tall = None
        self._arrange_for(self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_users:
            self._arrange_for(event.size().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            # The sizes of panels that were not laid out yet have not lasted.
            QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        if not self._is_users and self._is_tall is not None:
            self._set_sizes(self._is_tall)

    def _add(self, name: str, title: str, panel: QWidget, titled: bool = True) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(f"{name}Dock")
        dock.toggleViewAction().setObjectName(f"{name}PanelAction")
        dock.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetClosable
            | QDockWidget.DockWidgetFeature.DockWidgetMovable
        )
        self._titles[dock] = _TitleBar(dock, title) if titled else _Handle(dock)
        dock.setTitleBarWidget(self._titles[dock])
        dock.setWidget(panel)
        panel.setProperty("role", "panel")
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dock.dockLocationChanged.connect(self._note_users_hand)
        return dock

    def _note_users_hand(self) -> None:
        # Qt says so for our own moves too; those happen while ``_is_tall`` is being changed.
        self._is_users = self._is_tall is not None

    def _arrange_for(self, height: int) -> None:
        is_tall = height >= _TALL_ENOUGH - 80
        if is_tall == self._is_tall:
            return
        self._is_tall = None
        for area, upper, lower in (
            (_Area.LeftDockWidgetArea, self._data, self._palette),
            (_Area.RightDockWidgetArea, self._inspector, self._training),
        ):
            self.addDockWidget(area, upper)
            self.addDockWidget(area, lower)
            if is_tall:
                self.splitDockWidget(upper, lower, Qt.Orientation.Vertical)
            else:
                self.tabifyDockWidget(upper, lower)
            for dock in (upper, lower):
                self._title(dock, is_tall)
        self.addDockWidget(_Area.BottomDockWidgetArea, self._plots)
        self.splitDockWidget(self._plots, self._activity, Qt.Orientation.Horizontal)
        for dock, area, beside in (
            (self._outline, _Area.LeftDockWidgetArea, self._palette),
            (self._history, _Area.RightDockWidgetArea, self._training),
        ):
            self.addDockWidget(area, dock)
            self.tabifyDockWidget(beside, dock)
            self._title(dock, is_titled=False)
        for dock in self.docks:
            dock.setVisible(dock not in self._on_request)
        self._set_sizes(is_tall)
        self._is_tall = is_tall
        self._is_users = False

    def _title(self, dock: QDockWidget, is_titled: bool) -> None:
        """Show the panel's title, unless its tab says the same."""
        shown = self._titles[dock] if is_titled else _Handle(dock)
        before = dock.titleBarWidget()
        if before is not shown:
            dock.setTitleBarWidget(shown)
            shown.show()
            if before is not self._titles[dock]:
                before.deleteLater()
            else:
                before.hide()

    def _set_sizes(self, is_tall: bool) -> None:
        horizontal, vertical = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self.resizeDocks([self._palette, self._inspector], [_LEFT, _RIGHT], horizontal)
        self.resizeDocks([self._plots], [_BOTTOM], vertical)
        self.resizeDocks([self._plots, self._activity], [2, 1], horizontal)
        if is_tall:
            self.resizeDocks([self._data, self._palette], [256, 364], vertical)
            self.resizeDocks([self._inspector, self._training], [380, 260], vertical)
        else:
            self._palette.raise_()
            self._inspector.raise_()


class _TitleBar(QWidget):
    """The panel's name in small capitals, a grip to move it by, and a button to close it."""

    def __init__(self, dock: QDockWidget, title: str) -> None:
        super().__init__(dock)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "panel")
        label = QLabel(title.upper())
        label.setProperty("role", "section")
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.PANEL_PADDING, 10, 8, 2)
        row.addWidget(label)
        row.addStretch()
        row.addWidget(_close_button(dock))


class _Handle(QWidget):
    """A panel that has a headline of its own is moved by a thin strip above it."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "panel")
        self.setFixedHeight(metrics.UNIT)


def _close_button(dock: QDockWidget) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon("x", "text_faint"))
    button.setProperty("role", "bare")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    name = translate("netstudio", "Close the panel {name}").format(name=dock.windowTitle())
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.clicked.connect(dock.close)
    return button


def _column(stack: QWidget, footer: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(stack, 1)
    column.addWidget(footer)
    return holder
