"""The bar at the top: the project, its actions, the pages, and what trains."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from netstudio.gui.elided import ElidedLabel
from netstudio.gui.frame.actions import Actions
from netstudio.gui.frame.device_combo import DeviceCombo
from netstudio.gui.texts import translate
from netstudio.gui.theme.icons import icon
from netstudio.gui.theme.roles import restyle

_SHORTEST_NAME, _LONGEST_NAME = 60, 170
_ICON = 16
_SPACING = 4
_HEIGHT = 30
_FRAMED_WIDTH, _STOP_WIDTH = 38, 54
_TRAIN_WIDTH, _NARROW_TRAIN_WIDTH = 118, 102
# In a narrower bar, files have icons in place of words, and buttons less air.
_WIDE = 1200


class TopBar(QToolBar):
    """Wordmark, menu, project name, file actions, page switch, device and training buttons.

    Signals:
        page_chosen: The name of the page that the user has chosen.
    """

    page_chosen = Signal(str)

    def __init__(
        self, actions: Actions, menu: QMenu, devices: DeviceCombo, parent: QWidget
    ) -> None:
        super().__init__(translate("netstudio", "Top bar"), parent)
        self.setObjectName("topBar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._name = _Name()
        self._switch = _PageSwitch()
        self._switch.chosen.connect(self.page_chosen)
        self._train = _TrainButton(actions.train)
        self._wordmark = _Wordmark()
        self._files = (
            _button(actions.new, translate("netstudio", "New")),
            _button(actions.open, translate("netstudio", "Open")),
            _button(actions.save, translate("netstudio", "Save")),
        )
        project = _group(
            self._wordmark,
            _menu_button(menu),
            self._name,
            *self._files,
            _button(actions.undo),
            _button(actions.redo),
            None,
        )
        devices.setFixedHeight(_HEIGHT)
        self._stop = _StopButton(actions)
        run = _group(None, devices, _framed(actions.pause), self._stop, self._train)
        self.addWidget(_around(self._switch, project, run))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _WIDE
        style = Qt.ToolButtonStyle
        self._wordmark.setVisible(is_wide)
        for button in self._files:
            button.setToolButtonStyle(
                style.ToolButtonTextOnly if is_wide else style.ToolButtonIconOnly
            )
        self._switch.set_narrow(not is_wide)
        self._stop.set_narrow(not is_wide)
        self._train.set_narrow(not is_wide)

    def show_page(self, name: str) -> None:
        """Mark the page that is shown."""
        self._switch.mark(name)

    def show_project(self, name: str, is_modified: bool) -> None:
        """Show the project's name, with a dot while it has unsaved changes."""
        self._name.show_name(name, is_modified)

    def show_train(self, text: str, starts: bool) -> None:
        """Show what the Train button does, or what goes on."""
        self._train.show_text(text, is_idle=starts)


class _Wordmark(QLabel):
    def __init__(self) -> None:
        super().__init__("netstudio")
        self.setProperty("role", "wordmark")


class _Name(ElidedLabel):
    """The project's name, as wide whatever it is, so that nothing moves when it changes."""

    def __init__(self) -> None:
        super().__init__(Qt.TextElideMode.ElideMiddle)
        self.setObjectName("projectName")
        self.setProperty("role", "secondary")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(_SHORTEST_NAME)
        self.setMaximumWidth(_LONGEST_NAME)
        self.setContentsMargins(4, 0, 4, 0)

    def show_name(self, name: str, is_modified: bool) -> None:
        self.show_text(name, " •" if is_modified else "")
        self.setToolTip(name)


class _TrainButton(QPushButton):
    """Begins to train, and says what goes on; always as wide."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        self.setObjectName("trainButton")
        self.setProperty("role", "primary")
        self._is_narrow = self._is_idle = False
        self.setFixedSize(_TRAIN_WIDTH, _HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self.show_text(action.text(), is_idle=True)
        self._follow()

    def show_text(self, text: str, *, is_idle: bool) -> None:
        self._is_idle = is_idle
        self.setText(text)
        self._show_icon()

    def set_narrow(self, is_narrow: bool) -> None:
        """Have no icon, and so less width."""
        self._is_narrow = is_narrow
        self.setFixedWidth(_NARROW_TRAIN_WIDTH if is_narrow else _TRAIN_WIDTH)
        self._show_icon()

    def _show_icon(self) -> None:
        has_icon = self._is_idle and not self._is_narrow
        self.setIcon(icon("play-fill", "#FFFFFF") if has_icon else QIcon())

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())


class _PageSwitch(QFrame):
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "segments")
        self.setObjectName("pageSwitch")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for name, text in (
            ("design", translate("netstudio", "Design")),
            ("data", translate("netstudio", "Data")),
            ("evaluate", translate("netstudio", "Evaluate")),
            ("use", translate("netstudio", "Use")),
            ("runs", translate("netstudio", "Runs")),
        ):
            button = QPushButton(text)
            button.setObjectName(f"{name}Segment")
            button.setProperty("role", "segment")
            button.setCheckable(True)
            button.clicked.connect(lambda _, name=name: self.chosen.emit(name))
            self._group.addButton(button)
            self._buttons[name] = button
            row.addWidget(button)

    def set_narrow(self, is_narrow: bool) -> None:
        """Have less air between the names."""
        for button in self._buttons.values():
            restyle(button, "narrow", is_narrow)
            button.updateGeometry()

    def mark(self, name: str) -> None:
        # None of them is marked on the start page, which an exclusive group would not allow.
        self._group.setExclusive(False)
        for other, button in self._buttons.items():
            button.setChecked(other == name)
        self._group.setExclusive(name in self._buttons)


class _StopButton(QToolButton):
    """Stops now; behind its arrow, after the epoch."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("stopButton")
        _dress(self, actions.stop)
        menu = QMenu(self)
        menu.addActions([actions.stop, actions.stop_after_epoch])
        self.setMenu(menu)
        self.setProperty("role", "framed")
        self.set_narrow(False)

    def set_narrow(self, is_narrow: bool) -> None:
        """Have no arrow; the menu comes when the button is held down."""
        mode = QToolButton.ToolButtonPopupMode
        self.setPopupMode(mode.DelayedPopup if is_narrow else mode.MenuButtonPopup)
        self.setFixedSize(_FRAMED_WIDTH if is_narrow else _STOP_WIDTH, _HEIGHT)
        restyle(self, "narrow", is_narrow)


def _menu_button(menu: QMenu) -> QToolButton:
    button = QToolButton()
    button.setObjectName("menuButton")
    button.setIcon(icon("list"))
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setProperty("role", "plain")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setShortcut("F10")
    button.setToolTip(translate("netstudio", "Menu (F10)"))
    button.setAccessibleName(translate("netstudio", "Menu"))
    return button


def _button(action: QAction, text: str = "") -> QToolButton:
    """A button for an action, with a text of its own, or an icon where that is empty."""
    button = QToolButton()
    _dress(button, action)
    if text:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setText(text)
        # The action's longer text must not come back when it is enabled or disabled.
        action.changed.connect(lambda: button.setText(text))
    return button


def _dress(button: QToolButton, action: QAction) -> None:
    button.setDefaultAction(action)
    button.setIconSize(QSize(_ICON, _ICON))
    button.setProperty("role", "plain")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(action.text())


def _framed(action: QAction) -> QToolButton:
    button = _button(action)
    button.setProperty("role", "framed")
    button.setFixedSize(_FRAMED_WIDTH, _HEIGHT)
    return button


def _group(*widgets: QWidget | None) -> QWidget:
    """Widgets side by side; None takes the room that is left."""
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(_SPACING)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return group


def _around(middle: QWidget, left: QWidget, right: QWidget) -> QWidget:
    """``middle`` in the middle of the bar, unless there is no room for that."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2 * _SPACING)
    # Both sides are equally wide as long as they can be, which keeps the middle where it is.
    row.addWidget(left, 1)
    row.addWidget(middle)
    row.addWidget(right, 1)
    return holder
