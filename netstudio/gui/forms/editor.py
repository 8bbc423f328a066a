"""What the editors of all kinds of fields share."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from netstudio.core.declare import FieldSpec
from netstudio.core.kinds import Kind, Unfit
from netstudio.core.translate import Message, shorten
from netstudio.core.values import Fields, Value, freeze, written
from netstudio.gui.texts import translate, words
from netstudio.gui.theme.roles import restyle

# Losing the focus in these ways is no leaving of the field.
STILL_THERE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class WheelGuard(QObject):
    """Lets the wheel scroll the panel instead of changing a control that is not in use."""

    def __init__(self, control: QWidget) -> None:
        super().__init__(control)
        self._control = control

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and not self._control.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class Editor(QWidget):
    """Shows and edits the value of one field.

    What the user enters is judged by the field's kind: a value that fits is told, one that does not
    stays on the screen, with its ``problem``, until the user leaves the field.

    Signals:
        edited: The user gave this other value, which fits.
        judged: ``problem`` has changed.
    """

    edited = Signal(object)
    judged = Signal()

    is_wide = False
    """Whether it needs a line of its own below its label."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self._value: Value = None
        self._is_mixed = True  # until the first value is shown
        self._problem: Message | None = None
        self._control: QWidget = self
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)

    @property
    def control(self) -> QWidget:
        """The part that takes the keyboard."""
        return self._control

    @property
    def hint(self) -> str:
        """What can be done in it that is not seen, in one sentence; empty for nothing."""
        return ""

    @property
    def problem(self) -> Message | None:
        """What would fit, as the end of the sentence "it must be …"; None while all is well."""
        return self._problem

    @property
    def is_valid(self) -> bool:
        """Whether what it shows fits."""
        return self._problem is None

    def show_value(self, value: Value) -> None:
        """Show another written value, fitting or not; the value it has disturbs no edit."""
        if not self._is_mixed and _same(value, self._value):
            return
        self._value, self._is_mixed = value, False
        self._show_again()

    def show_mixed(self) -> None:
        """Show that it stands for several values that differ."""
        if not self._is_mixed:
            self._is_mixed = True
            self._show_again()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.FocusOut if (
                isinstance(event, QFocusEvent) and event.reason() not in STILL_THERE
            ):
                self._show_again()
            case QEvent.Type.ShortcutOverride if self._is_undo(event) and self.is_valid:
                # What fits is in the document: its history knows more than the line of text.
                event.ignore()
                return True
            case QEvent.Type.ShortcutOverride if self._is_escape(event) and not self.is_valid:
                event.accept()  # the key comes to the field, not to the window
            case QEvent.Type.KeyPress if self._is_escape(event) and not self.is_valid:
                self._show_again()
                return True
            case QEvent.Type.KeyPress if self._is_enter(event) and self.is_valid:
                self._show_again()
        return super().eventFilter(watched, event)

    def _hold(self, control: QWidget) -> None:
        """Make ``control`` the part that takes the keyboard."""
        self._control = control
        self._row.addWidget(control, 1)
        control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        control.setAccessibleName(words(self.spec.label))
        control.setAccessibleDescription(words(self.spec.help))
        control.installEventFilter(self)
        control.installEventFilter(WheelGuard(control))

    def _enter(self, raw: Value) -> None:
        """Take what the user gave."""
        try:
            value = freeze(self._kind.parse(raw))
        except Unfit as error:
            self._judge(self._wanted(error))
            return
        self._judge(None)
        if self._is_mixed or not _same(value, self._value):
            self._value, self._is_mixed = value, False
            self.edited.emit(value)

    def _show_again(self) -> None:
        """Show the value there is, whatever stands in the field."""
        if self._is_mixed:
            self._display_text("", translate("netstudio", "mixed"))
            self._judge(None)
            return
        try:
            fitting = self._kind.parse(self._value)
        except Unfit as error:
            as_written = self._value if isinstance(self._value, str) else written(self._value)
            self._display_text(shorten(as_written), "")
            self._judge(self._wanted(error))
        else:
            self._display(fitting)
            self._judge(None)

    def _display(self, value: object) -> None:
        """Show a value that fits."""
        raise NotImplementedError

    def _display_text(self, text: str, hint: str) -> None:
        """Show no value but ``text``, or ``hint`` faintly in its place."""
        raise NotImplementedError

    def _judge(self, problem: Message | None) -> None:
        if problem != self._problem:
            self._problem = problem
            restyle(self._control, "invalid", problem is not None)
            self.judged.emit()

    def _wanted(self, error: Unfit) -> Message:
        return error.wanted

    @property
    def _kind(self) -> Kind:
        return self.spec.kind

    @property
    def _fitting(self) -> object:
        """The value it has, or the default where that does not fit."""
        try:
            return self._kind.parse(self.spec.default if self._is_mixed else self._value)
        except Unfit:
            return self._kind.parse(self.spec.default)

    @staticmethod
    def _is_undo(event: QEvent) -> bool:
        keys = QKeySequence.StandardKey
        return isinstance(event, QKeyEvent) and (
            event.matches(keys.Undo) or event.matches(keys.Redo)
        )

    @staticmethod
    def _is_escape(event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape

    @staticmethod
    def _is_enter(event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _same(left: Value, right: Value) -> bool:
    """Whether two values are written alike: 1 and 1.0 and true all differ."""
    return Fields(value=left) == Fields(value=right)
