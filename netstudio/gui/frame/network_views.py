"""The ways to look at the network: as a stack of cards, as code, as a table, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from netstudio.gui.texts import translate
from netstudio.gui.theme.icons import icon

STACK = "stack"
_BESIDE = "+beside"


@dataclass(frozen=True)
class View:
    """One way to look at the network.

    Attributes:
        title: What it is called, in one word.
        tip: What it shows.
        widget: What shows it.
    """

    title: str
    tip: str
    widget: QWidget


class NetworkViews(QWidget):
    """Shows one view of the network, or the stack and another one beside it.

    Args:
        views: The views by name; the first is called ``stack``.

    Signals:
        changed: The name of the view that is shown, and whether the stack stands beside it.
    """

    changed = Signal(str, bool)

    def __init__(self, views: Mapping[str, View], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("networkViews")
        self._views = views
        self._shown = STACK
        self._segments = QButtonGroup(self)
        self._beside = QToolButton()
        self._pages = QStackedWidget()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(views[STACK].widget)
        self._splitter.addWidget(self._pages)
        for view in self._others():
            view.widget.setProperty("role", "panel")
            view.widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            self._pages.addWidget(view.widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # The view comes first for the Tab key, and so it has the keyboard when the page is shown.
        column.addWidget(self._splitter, 1)
        column.insertWidget(0, self._bar())
        self._arrange()

    @property
    def shown(self) -> str:
        """The name of the view that is shown."""
        return self._shown

    @property
    def is_beside(self) -> bool:
        """Whether the stack is shown beside the other views."""
        return self._beside.isChecked()

    def show_view(self, name: str) -> None:
        """Show the view called ``name``."""
        if name in self._views and name != self._shown:
            focused = QApplication.focusWidget()
            had_keyboard = focused is not None and self.isAncestorOf(focused)
            self._shown = name
            self._arrange()
            if had_keyboard:
                self._views[name].widget.setFocus()
            self.changed.emit(self._shown, self.is_beside)

    def set_beside(self, beside: bool) -> None:
        """Show the stack beside the other views, or not."""
        self._beside.setChecked(beside)

    def show_stack(self) -> None:
        """Let the stack be seen, alone or beside another view."""
        if not self._views[STACK].widget.isVisible():
            self.show_view(STACK)

    def state(self) -> str:
        """What is shown, to be restored."""
        return self._shown + (_BESIDE if self.is_beside else "")

    def restore(self, state: str) -> None:
        """Show what was shown before; anything unknown shows the stack."""
        self.set_beside(state.endswith(_BESIDE))
        self.show_view(state.removesuffix(_BESIDE))

    def _others(self) -> list[View]:
        return [view for name, view in self._views.items() if name != STACK]

    def _bar(self) -> QWidget:
        bar, segments = QFrame(), QFrame()
        bar.setProperty("role", "viewbar")
        segments.setProperty("role", "segments")
        inner = QHBoxLayout(segments)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        for number, (name, view) in enumerate(self._views.items()):
            button = QPushButton(view.title)
            button.setObjectName(f"{name}Segment")
            button.setProperty("role", "segment")
            button.setToolTip(view.tip)
            button.setCheckable(True)
            self._segments.addButton(button, number)
            inner.addWidget(button)
        self._segments.idClicked.connect(lambda number: self.show_view([*self._views][number]))
        name = translate("netstudio", "Stack beside the other view")
        self._beside.setObjectName("besideButton")
        self._beside.setProperty("role", "bare")
        self._beside.setCheckable(True)
        self._beside.setIcon(icon("columns", "text_secondary"))
        self._beside.setToolTip(name)
        self._beside.setAccessibleName(name)
        self._beside.toggled.connect(self._turn)
        row = QHBoxLayout(bar)
        row.setContentsMargins(10, 4, 10, 4)
        row.addWidget(segments)
        row.addStretch(1)
        row.addWidget(self._beside)
        return bar

    def _turn(self) -> None:
        self._arrange()
        self.changed.emit(self._shown, self.is_beside)

    def _arrange(self) -> None:
        self._segments.button([*self._views].index(self._shown)).setChecked(True)
        is_other = self._shown != STACK
        if is_other:
            self._pages.setCurrentWidget(self._views[self._shown].widget)
        self._pages.setVisible(is_other)
        self._views[STACK].widget.setVisible(not is_other or self.is_beside)
        self._beside.setVisible(is_other)
        if is_other and self.is_beside:
            self._share_room()

    def _share_room(self) -> None:
        """Give each half of the room, unless the user has divided it already."""
        sizes = self._splitter.sizes()
        if 0 in sizes:
            half = max(sum(sizes) // 2, 1)
            self._splitter.setSizes([half, half])
