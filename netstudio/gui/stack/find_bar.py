"""A bar over the stack that finds layers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton

from netstudio.core.document import Document
from netstudio.gui.stack.finding import find_layers
from netstudio.gui.stack.marks import Marks
from netstudio.gui.texts import translate
from netstudio.gui.theme.icons import icon
from netstudio.gui.theme.roles import restyle
from netstudio.gui.tool_tips import with_keys

if TYPE_CHECKING:
    from netstudio.gui.stack.view import StackView

_WIDTH = 360
_MARGIN = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3)


class FindBar(QFrame):
    """Marks the layers that are found and goes from one to the next; Escape leaves it."""

    def __init__(self, view: StackView, document: Document) -> None:
        super().__init__(view)
        self.setObjectName("findBar")
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._view = view
        self._found: tuple[str, ...] = ()
        self._at = 0
        self._marks = Marks(view)
        self._line = QLineEdit(self)
        self._line.setObjectName("findLine")
        self._line.setPlaceholderText(translate("netstudio", "Find in the stack…"))
        self._line.setAccessibleName(translate("netstudio", "Find in the stack"))
        self._line.setToolTip(
            translate("netstudio", "A layer's type, name, note or setting: “filters 64”")
        )
        self._line.textChanged.connect(self._search)
        self._line.installEventFilter(self)
        self._count = QLabel(self)
        self._count.setProperty("role", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 6, 6, 6)
        row.setSpacing(4)
        row.addWidget(self._line, 1)
        row.addWidget(self._count)
        row.addWidget(self._button("caret-up", translate("netstudio", "Previous"), "Shift+F3", -1))
        row.addWidget(self._button("caret-down", translate("netstudio", "Next"), "F3", 1))
        row.addWidget(self._button("x", translate("netstudio", "Close"), "Esc", 0))
        self.hide()
        view.installEventFilter(self)
        self.destroyed.connect(document.connect(self._follow))

    def open(self) -> None:
        """Show it, ready to be typed in."""
        self._place()
        self.show()
        self.raise_()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()
        self._search(self._line.text())

    def leave(self) -> None:
        """Hide it; the layer that was found stays selected."""
        self.hide()
        self._marks.show_around(())
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, steps: int) -> None:
        """Select the next layer that was found, or the one before."""
        if self._found:
            self._at = (self._at + steps) % len(self._found)
            self._view.reveal(self._found[self._at])
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._view and event.type() == QEvent.Type.Resize:
            self._place()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_F3 and self.isVisible():
                return self._step(event)
            if watched is self._line and event.key() in _ENTER:
                return self._step(event)
            if watched is self._line and event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
        return super().eventFilter(watched, event)

    def _step(self, event: QKeyEvent) -> bool:
        self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        return True

    def _search(self, query: str) -> None:
        self._found = find_layers(self._view.project.network, query)
        self._at = 0
        self._marks.show_around(self._found)
        self.go(0)

    def _follow(self, _: object) -> None:
        if self.isVisible():
            current = self._found[self._at] if self._found else ""
            self._found = find_layers(self._view.project.network, self._line.text())
            self._at = self._found.index(current) if current in self._found else 0
            self._marks.show_around(self._found)
            self._tell()

    def _tell(self) -> None:
        is_asked = bool(self._line.text().strip())
        text = translate("netstudio", "none") if is_asked else ""
        if self._found:
            text = translate("netstudio", "{number} of {count}").format(
                number=self._at + 1, count=len(self._found)
            )
        self._count.setText(text)
        self._line.setAccessibleDescription(text)
        restyle(self._line, "invalid", is_asked and not self._found)

    def _place(self) -> None:
        width = min(_WIDTH, self._view.viewport().width() - 2 * _MARGIN)
        self.setFixedWidth(max(width, 0))
        self.adjustSize()
        right = self._view.viewport().width() - width - _MARGIN
        self.move(self._view.viewport().mapTo(self._view, QPoint(right, _MARGIN)))

    def _button(self, glyph: str, text: str, keys: str, steps: int) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("role", "bare")
        button.setIcon(icon(glyph, "text_secondary"))
        button.setAccessibleName(text)
        button.setToolTip(with_keys(text, keys))
        button.clicked.connect(lambda: self.go(steps) if steps else self.leave())
        return button
