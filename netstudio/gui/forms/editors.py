"""One editor for each kind of field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QWidget,
)

from netstudio.core.declare import FieldSpec
from netstudio.core.kinds import (
    AUTO,
    PADDING_WORDS,
    Choice,
    File,
    Flag,
    Folder,
    Integer,
    Names,
    Padding1d,
    Padding2d,
    Padding3d,
    Real,
    Size2d,
    Size3d,
    Text,
    Unfit,
)
from netstudio.core.rows import Rising
from netstudio.core.shapes import Margins1d, Margins2d, Order, Shape
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.core.values import Value, freeze
from netstudio.gui.forms.editor import Editor
from netstudio.gui.forms.notation import (
    doubled_integer,
    is_count,
    read_integer,
    read_real,
    read_size,
    real_text,
    size_text,
    stepped_integer,
    stepped_real,
    stepped_size,
)
from netstudio.gui.forms.path_editor import PathEditor
from netstudio.gui.forms.row_editor import RowEditor
from netstudio.gui.forms.step_box import StepBox
from netstudio.gui.forms.text_editor import TextEditor
from netstudio.gui.texts import translate, words
from netstudio.gui.tool_tips import about

# How many steps the keys for large steps go.
_LEAP = 10

# A check box without a text leaves room for one all the same.
_CHECK_WIDTH = 18


class _StepEditor(Editor):
    """What the editors of numbers share: a text with arrows."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._box = StepBox(self)
        self._hold(self._box)
        self._box.typed.connect(self._type)
        self._box.stepped.connect(self._step)
        self._box.leapt.connect(self._leap)

    @property
    def hint(self) -> str:
        return translate("netstudio", "You can calculate here: 64*2")

    def _type(self, text: str) -> None:
        self._enter(self._read(text))

    def _step(self, steps: int) -> None:
        self._put(self._stepped(steps))

    def _leap(self, up: bool) -> None:
        self._step(_LEAP if up else -_LEAP)

    def _put(self, value: object) -> None:
        self._display(value)
        self._enter(freeze(value))

    def _display(self, value: object) -> None:
        self._display_text(self._text(value), "")

    def _display_text(self, text: str, hint: str) -> None:
        self._box.show_text(text)
        self._box.lineEdit().setPlaceholderText(hint)

    def _read(self, text: str) -> Value:
        """What ``text`` says; the kind judges it."""
        raise NotImplementedError

    def _text(self, value: object) -> str:
        """A value that fits, as people read it."""
        raise NotImplementedError

    def _stepped(self, steps: int) -> object:
        """The value so many steps from the one it has."""
        raise NotImplementedError


class IntegerEditor(_StepEditor):
    """A whole number; a button beside it leaves the choice to the program where that is allowed."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        assert isinstance(spec.kind, Integer)
        self._range = spec.kind
        self._last_number = spec.default if isinstance(spec.default, int) else spec.kind.minimum
        self._auto: QPushButton | None = None
        if spec.kind.auto:
            self._auto = QPushButton(translate("netstudio", "auto"), self)
            self._auto.setProperty("role", "small")
            self._auto.setCheckable(True)
            self._auto.setAccessibleName(
                translate("netstudio", "{setting}: automatic").format(setting=words(spec.label))
            )
            self._auto.clicked.connect(self._toggle_auto)
            self._row.addWidget(self._auto)

    @property
    def hint(self) -> str:
        if is_count(self._range):
            return translate(
                "netstudio",
                "You can calculate here: 64*2. Ctrl+Up doubles the number, Ctrl+Down halves it.",
            )
        return super().hint

    def _leap(self, up: bool) -> None:
        number = self._fitting
        if is_count(self._range) and isinstance(number, int):
            self._put(doubled_integer(self._range, number, up))
        else:
            super()._leap(up)

    def _read(self, text: str) -> Value:
        return read_integer(text)

    def _text(self, value: object) -> str:
        return str(value)

    def _stepped(self, steps: int) -> object:
        number = self._fitting
        if not isinstance(number, int):
            return self._last_number
        return stepped_integer(self._range, number, steps)

    def _display_text(self, text: str, hint: str) -> None:
        super()._display_text(text, hint)
        self._follow(text)

    def _enter(self, raw: Value) -> None:
        super()._enter(raw)
        self._follow(str(raw))

    def _follow(self, text: str) -> None:
        number = read_integer(text)
        if isinstance(number, int) and self._range.minimum <= number <= self._range.maximum:
            self._last_number = number
        if self._auto is not None:
            self._auto.setChecked(number == AUTO)

    def _toggle_auto(self, is_auto: bool) -> None:
        value = AUTO if is_auto else self._last_number
        self._display(value)
        self._enter(value)


class RealEditor(_StepEditor):
    """A number, with a point whatever the language."""

    def _read(self, text: str) -> Value:
        return read_real(text)

    def _text(self, value: object) -> str:
        assert isinstance(value, float)
        return real_text(value)

    def _stepped(self, steps: int) -> object:
        assert isinstance(self.spec.kind, Real)
        number = self._fitting
        assert isinstance(number, float)
        return stepped_real(self.spec.kind, number, steps)


class SizeEditor(_StepEditor):
    """All sides in one field: ``3`` or ``3 × 5``; nothing where that is allowed."""

    def _read(self, text: str) -> Value:
        return read_size(text)

    def _text(self, value: object) -> str:
        return size_text(value)

    def _display(self, value: object) -> None:
        self._display_text(size_text(value), translate("netstudio", "automatic"))

    def _stepped(self, steps: int) -> object:
        kind, size = self.spec.kind, self._fitting
        assert isinstance(kind, Size2d | Size3d)
        if not isinstance(size, tuple):
            return kind.parse(kind.minimum)
        return stepped_size(kind, size, steps)

    def _wanted(self, error: Unfit) -> Message:
        """As the kind says it, but nobody types null."""
        kind = self.spec.kind
        if not (isinstance(kind, Size2d | Size3d) and kind.optional):
            return error.wanted
        return message(
            QT_TRANSLATE_NOOP("netstudio", "{size}, or nothing"),
            size=replace(kind, optional=False).wanted,
        )


class _SelectsAll(QObject):
    """Lets a click into a line select its text, so that what is typed replaces it."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self._is_new = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            self._is_new = event.reason() == Qt.FocusReason.MouseFocusReason
        elif event.type() == QEvent.Type.MouseButtonRelease and self._is_new:
            self._is_new = False
            if not self._line.hasSelectedText():
                self._line.selectAll()
        return False


class PaddingEditor(Editor):
    """``valid``, ``same``, or a size that is typed."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._combo = QComboBox(self)
        self._combo.setEditable(True)
        self._combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._combo.addItems(PADDING_WORDS)
        self._combo.setCompleter(None)  # type: ignore[arg-type]  # its guesses are no edits
        self._hold(self._combo)
        line = self._combo.lineEdit()
        assert line is not None
        self._line = line
        selects_all = _SelectsAll(self._line)
        for part in (self._combo, self._line):  # the one is told of the focus, the other of clicks
            part.installEventFilter(selects_all)
        self._line.textEdited.connect(self._type)
        self._combo.textActivated.connect(self._type)

    def _type(self, text: str) -> None:
        self._enter(read_size(text))

    def _display(self, value: object) -> None:
        self._display_text(size_text(value), "")

    def _display_text(self, text: str, hint: str) -> None:
        if self._combo.currentText() != text:
            self._combo.setEditText(text)
        self._line.setPlaceholderText(hint)


class ChoiceEditor(Editor):
    """One of a few words."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        assert isinstance(spec.kind, Choice)
        self._combo = QComboBox(self)
        labels = spec.kind.labels or spec.kind.options
        for option, label in zip(spec.kind.options, labels, strict=True):
            self._combo.addItem(words(label), option)
        for at, meaning in enumerate(spec.kind.meanings):
            self._combo.setItemData(at, about(meaning), Qt.ItemDataRole.ToolTipRole)
        self._hold(self._combo)
        self._combo.activated.connect(self._choose)

    def _choose(self, index: int) -> None:
        self._enter(self._combo.itemData(index))

    def _display(self, value: object) -> None:
        self._combo.setCurrentIndex(self._combo.findData(value))

    def _display_text(self, text: str, hint: str) -> None:
        self._combo.setCurrentIndex(-1)
        self._combo.setPlaceholderText(text or hint)


class FlagEditor(Editor):
    """Yes or no."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._box = QCheckBox(self)
        self._hold(self._box)
        self._row.insertStretch(0, 1)
        self._row.setStretchFactor(self._box, 0)
        self._box.setFixedWidth(_CHECK_WIDTH)
        self._box.clicked.connect(self._click)

    def _click(self) -> None:
        self._box.setTristate(False)
        self._enter(self._box.isChecked())

    def _display(self, value: object) -> None:
        self._box.setTristate(False)
        self._box.setChecked(value is True)

    def _display_text(self, text: str, hint: str) -> None:
        self._box.setCheckState(Qt.CheckState.PartiallyChecked)


EDITORS: Mapping[type, type[Editor]] = {
    Integer: IntegerEditor,
    Real: RealEditor,
    Flag: FlagEditor,
    Choice: ChoiceEditor,
    Size2d: SizeEditor,
    Size3d: SizeEditor,
    Padding1d: PaddingEditor,
    Padding2d: PaddingEditor,
    Padding3d: PaddingEditor,
    Margins1d: RowEditor,
    Margins2d: RowEditor,
    Shape: RowEditor,
    Order: RowEditor,
    Rising: RowEditor,
    Folder: PathEditor,
    File: PathEditor,
    Text: TextEditor,
    Names: TextEditor,
}


def editor_for(spec: FieldSpec, parent: QWidget | None = None) -> Editor:
    """The editor of a declared field, which shows its default."""
    editor = EDITORS[type(spec.kind)](spec, parent)
    editor.show_value(spec.default)
    return editor
