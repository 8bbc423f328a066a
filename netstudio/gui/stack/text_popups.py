"""Small fields that pop up beside a card, for its name or a remark."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from netstudio.core.translate import Message
from netstudio.gui.labels import text_label
from netstudio.gui.texts import translate, words
from netstudio.gui.theme.roles import restyle

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NARROWEST = 240
_NOTE_HEIGHT = 92
_GAP = 5


class _TextPopup(QFrame):
    """A field with a title. Enter or a click elsewhere takes the text, Escape leaves it.

    Signals:
        taken: The text, where it differs from what was there before.
    """

    taken = Signal(str)

    def __init__(self, parent: QWidget, title: str, text: str, field: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self._before = text
        self._is_left = False
        self._field = field
        label = QLabel(title, self)
        label.setProperty("role", "small")
        label.setBuddy(field)
        field.setAccessibleName(title)
        field.installEventFilter(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 8, 10, 10)
        self._column.setSpacing(6)
        self._column.addWidget(label)
        self._column.addWidget(field)

    @property
    def text(self) -> str:
        """What stands in the field."""
        raise NotImplementedError

    @property
    def is_fine(self) -> bool:
        """Whether the text can be taken."""
        return True

    def open_beside(self, card: QRect) -> None:
        """Show it below a card, whose place on the screen is given, or above it."""
        self.setFixedWidth(max(card.width(), _NARROWEST))
        self.adjustSize()
        screen = QGuiApplication.screenAt(card.center()) or QGuiApplication.primaryScreen()
        fits_below = card.bottom() + _GAP + self.height() <= screen.availableGeometry().bottom()
        y = card.bottom() + _GAP if fits_below else card.top() - _GAP - self.height()
        self.move(card.left(), y)
        self.show()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_line_break = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() in _ENTER and not is_line_break:
                if self.is_fine:
                    self.close()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._is_left = True
                self.close()
                return True
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if not self._is_left and self.is_fine and self.text != self._before:
            self._is_left = True  # a popup may be told more than once to close
            self.taken.emit(self.text)


class NamePopup(_TextPopup):
    """Asks for a layer's name.

    Args:
        parent: Where it belongs.
        name: The name it has.
        judge: Says why a name cannot be, or None where it can.
        title: What the name is for.
    """

    def __init__(
        self,
        parent: QWidget,
        name: str,
        judge: Callable[[str], Message | None],
        title: str = "",
    ) -> None:
        self._line = QLineEdit(name)
        title = title or translate("netstudio", "Name in the exported code")
        super().__init__(parent, title, name, self._line)
        self.setObjectName("namePopup")
        self._judge = judge
        self._explanation = text_label("", "error", self)
        self._explanation.hide()
        self._column.addWidget(self._explanation)
        self._line.selectAll()
        self._line.textEdited.connect(self._explain)

    @property
    def text(self) -> str:
        return self._line.text().strip()

    @property
    def is_fine(self) -> bool:
        return self._judge(self.text) is None

    def _explain(self) -> None:
        wrong = self._judge(self.text)
        self._explanation.setText(words(wrong) if wrong else "")
        self._explanation.setVisible(wrong is not None)
        restyle(self._line, "invalid", wrong is not None)
        self.adjustSize()


class NotePopup(_TextPopup):
    """Asks for a remark on a layer; Shift+Enter begins a new line."""

    def __init__(self, parent: QWidget, note: str) -> None:
        self._lines = QPlainTextEdit(note)
        super().__init__(parent, translate("netstudio", "Note on this layer"), note, self._lines)
        self.setObjectName("notePopup")
        self._lines.setTabChangesFocus(True)
        self._lines.setFixedHeight(_NOTE_HEIGHT)
        self._lines.selectAll()

    @property
    def text(self) -> str:
        return self._lines.toPlainText().strip()
