"""The bar at the top: the project, its actions, the pages, and what trains."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
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

from netstudio.gui.frame.actions import Actions
from netstudio.gui.frame.device_combo import DeviceCombo
from netstudio.gui.run_controller import RunState
from netstudio.gui.texts import translate
from netstudio.gui.theme.icons import icon

_LONGEST_NAME = 170
_ICON = 16
_TRAIN_WIDTH = 112


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
        self.setIconSize(QSize(_ICON, _ICON))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._actions = actions
        self._name = _Name(self)
        self._switch = _PageSwitch(self)
        self._switch.chosen.connect(self.page_chosen)
        self.addWidget(_Wordmark(self))
        self.addWidget(_menu_button(menu))
        self.addWidget(self._name)
        self._project_part = [
            self._add(actions.new, translate("netstudio", "New")),
            self._add(actions.open, translate("netstudio", "Open")),
            self._add(actions.save, translate("netstudio", "Save")),
            self._add(actions.undo, ""),
            self._add(actions.redo, ""),
        ]
        self.addWidget(_spacer())
        self.addWidget(self._switch)
        self.addWidget(_spacer())
        self._train = self._add(actions.train, translate("netstudio", "Train"))
        self._train.setProperty("role", "primary")
        self._train.setMinimumWidth(_TRAIN_WIDTH)
        self._whiten()
        # The action's own icon comes back whenever the action changes.
        actions.train.changed.connect(self._whiten)
        self._train.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        before = self.actions()[-1]
        self.insertWidget(before, devices)
        for action in (actions.pause, actions.stop):
            button = self._button(action, "")
            button.setProperty("role", "")
            self.insertWidget(before, button)

    def show_page(self, name: str) -> None:
        """Mark the page that is shown."""
        self._switch.mark(name)

    def show_project(self, name: str, is_modified: bool) -> None:
        """Show the project's name, with a dot while it has unsaved changes."""
        self._name.show_name(name, is_modified)

    def show_state(self, state: RunState) -> None:
        """Show what the buttons do while a run goes on."""
        texts = {
            RunState.IDLE: translate("netstudio", "Train"),
            RunState.PREPARING: translate("netstudio", "Preparing…"),
            RunState.RUNNING: translate("netstudio", "Training…"),
            RunState.PAUSED: translate("netstudio", "Paused"),
            RunState.STOPPING: translate("netstudio", "Stopping…"),
        }
        self._train.setText(texts[state])

    def _whiten(self) -> None:
        self._train.setIcon(icon("play-fill", "#FFFFFF"))

    def _add(self, action: QAction, text: str) -> QToolButton:
        button = self._button(action, text)
        self.addWidget(button)
        return button

    def _button(self, action: QAction, text: str) -> QToolButton:
        """A button for an action, with a text of its own, or an icon where that is empty."""
        button = QToolButton()
        button.setDefaultAction(action)
        button.setProperty("role", "plain")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.text())
        if text:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setText(text)
            # The action's longer text must not come back when it is enabled or disabled.
            action.changed.connect(lambda: button.setText(text))
        return button


class _Wordmark(QLabel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText("netstudio")
        self.setProperty("role", "wordmark")


class _Name(QLabel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("projectName")
        self.setProperty("role", "secondary")
        # Always as wide, so that nothing moves when it changes.
        self.setFixedWidth(_LONGEST_NAME)
        self.setContentsMargins(8, 0, 8, 0)

    def show_name(self, name: str, is_modified: bool) -> None:
        shown = f"{name} •" if is_modified else name
        room = _LONGEST_NAME - 20
        mark = Qt.TextElideMode.ElideMiddle
        self.setText(self.fontMetrics().elidedText(shown, mark, room))
        self.setToolTip(name)


class _PageSwitch(QFrame):
    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "segments")
        self.setObjectName("pageSwitch")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for name, text in (
            ("design", translate("netstudio", "Design")),
            ("evaluate", translate("netstudio", "Evaluate")),
            ("use", translate("netstudio", "Use")),
        ):
            button = QPushButton(text)
            button.setObjectName(f"{name}Segment")
            button.setProperty("role", "segment")
            button.setCheckable(True)
            button.clicked.connect(lambda _, name=name: self.chosen.emit(name))
            self._group.addButton(button)
            self._buttons[name] = button
            row.addWidget(button)

    def mark(self, name: str) -> None:
        # None of them is marked on the start page, which an exclusive group would not allow.
        self._group.setExclusive(False)
        for other, button in self._buttons.items():
            button.setChecked(other == name)
        self._group.setExclusive(name in self._buttons)


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


def _spacer() -> QWidget:
    spacer = QWidget()
    spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spacer
