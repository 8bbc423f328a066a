"""Forms: an editor for each kind of field, rows, and what is explained below them."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from netstudio.core.declare import Declared, FieldSpec, field
from netstudio.core.kinds import (
    AUTO,
    Auto,
    Choice,
    File,
    Flag,
    Folder,
    Integer,
    Kind,
    Names,
    OneOf,
    Padding1d,
    Padding2d,
    Padding3d,
    PlacedPoints,
    Real,
    Roles,
    Size2d,
    Size3d,
    Text,
)
from netstudio.core.problems import Fix, Problem, Severity
from netstudio.core.rows import Rising
from netstudio.core.shapes import Margins1d, Margins2d, Order, Shape
from netstudio.core.translate import Message
from netstudio.core.values import Fields, Value, freeze
from netstudio.gui.forms.editor import Editor
from netstudio.gui.forms.editors import editor_for
from netstudio.gui.forms.form import FieldsForm
from netstudio.gui.forms.notation import real_text, stepped_real
from netstudio.gui.theme.appearance import Appearance
from netstudio.layers import LAYERS
from netstudio.tasks.losses import LOSSES
from netstudio.tasks.optimizers import OPTIMIZERS
from netstudio.tasks.options import DataOptions
from netstudio.tasks.schedules import SCHEDULES
from netstudio.tasks.sources import SOURCES
from netstudio.tasks.training.options import TrainingOptions
from tests.gui.forms import enter, paste, pick, press, show, texts, turn_wheel

pytestmark = pytest.mark.usefixtures("dressed")

DECLARED: list[type[Declared]] = [
    *itertools.chain(LAYERS, LOSSES, OPTIMIZERS, SCHEDULES, SOURCES, (DataOptions, TrainingOptions))
]
# What is set elsewhere: by clicks in the plane, in a table of columns, by cross-validation.
WITHOUT_EDITOR = (OneOf, PlacedPoints, Roles)
FIELDS = [
    pytest.param(spec, id=f"{cls.type}.{spec.name}")
    for cls in DECLARED
    for spec in cls.fields()
    if not isinstance(spec.kind, WITHOUT_EDITOR)
]


class Thing(Declared):
    label = "Thing"
    help = "For tests."

    count: int | Auto = field(Integer(1, 99, auto=True), default=3, label="Count", help="How many.")
    share: float = field(
        Real(0.0, 1.0, below_maximum=True), default=0.5, label="Share", help="How much."
    )
    size: tuple[int, int] = field(Size2d(1, 9), default=(3, 3), label="Size", help="How large.")
    note: bool = field(Flag(), default=True, label="Note", help="Whether.")
    seed: int = field(Integer(0, 2**40), default=0, label="Seed", help="Any.", advanced=True)


class Heard:
    """What a form or an editor has told."""

    def __init__(self, source: FieldsForm | Editor) -> None:
        self.edits: list[tuple[object, ...]] = []
        source.edited.connect(lambda *told: self.edits.append(told))


def spec_of(kind: Kind, default: Value) -> FieldSpec:
    return FieldSpec("thing", kind, default, "Thing", "For tests.", None, None, False)


def shown(editor: Editor) -> object:
    """What a person sees in an editor."""
    match editor.control:
        case QAbstractSpinBox() as box:
            return box.text()
        case QComboBox() as combo:
            return combo.currentText()
        case QLineEdit() as line:
            return line.text()
        case QCheckBox() as box:
            return box.isChecked()
    raise AssertionError(f"say here how {editor.control} is read")


def as_read(spec: FieldSpec) -> object:
    """How a person reads the default."""
    if isinstance(spec.kind, Choice) and spec.kind.labels:
        return dict(zip(spec.kind.options, spec.kind.labels, strict=True))[str(spec.default)]
    match value := spec.default:
        case bool():
            return value
        case None:
            return ""
        case float():
            return real_text(value)
        case tuple():
            is_row = isinstance(spec.kind, Order | Margins1d | Margins2d | Names | Rising)
            return (", " if is_row else " × ").join(map(str, value))
    return str(value)


def change(editor: Editor) -> None:
    """Give another value than the default, as a person would."""
    match editor.spec.kind:
        case Real(maximum=top) if isinstance(at := editor.spec.default, float) and at > 0.99 * top:
            press(editor.control, Qt.Key.Key_Down)
        case Integer() | Real() | Size2d() | Size3d():
            press(editor.control, Qt.Key.Key_Up)
        case Flag():
            press(editor.control, Qt.Key.Key_Space)
        case Choice():
            press(editor.control, Qt.Key.Key_Down)
        case Padding1d() | Padding2d() | Padding3d() | Margins1d() | Margins2d():
            enter(editor.control, "2")
        case Shape():
            enter(editor.control, "2 × -1")
        case Order():
            enter(editor.control, "3, 1, 2")
        case Rising():
            enter(editor.control, "3, 6, 9")
        case Folder() | File() | Text() | Names():
            enter(editor.control, "pictures")
        case kind:
            raise AssertionError(f"say here how {kind} is edited")


@pytest.mark.parametrize("spec", FIELDS)
def test_every_declared_field_has_an_editor_that_shows_its_default_and_tells_an_edit(
    qtbot: QtBot, spec: FieldSpec
) -> None:
    editor = editor_for(spec)
    show(qtbot, editor)
    heard = Heard(editor)
    assert shown(editor) == as_read(spec)
    assert editor.is_valid
    change(editor)
    (value,) = heard.edits[-1]
    assert freeze(spec.kind.parse(freeze(value))) == value
    assert value != spec.default
    assert editor.control.accessibleName()


@pytest.mark.parametrize(
    ("kind", "default", "text", "value"),
    [
        (Integer(1, 2**40), 1, "4294967296", 2**32),
        (Integer(1, 9, auto=True), 1, "Auto", AUTO),
        (Integer(-9, 9), 1, "-3", -3),
        (Real(0.0, 1.0), 0.5, "1e-3", 0.001),
        (Real(0.0, 1.0), 0.5, ".25", 0.25),
        (Real(0.0, 1.0), 0.5, "1", 1.0),
        (Size2d(1, 9), (1, 1), "3", (3, 3)),
        (Size2d(1, 9), (1, 1), "3 × 5", (3, 5)),
        (Size2d(1, 9), (1, 1), "3x5", (3, 5)),
        (Size2d(1, 9), (1, 1), "3,5", (3, 5)),
        (Size2d(1, 9, optional=True), (1, 1), "", None),
        (Padding1d(9), "valid", "3", 3),
        (Padding1d(9), 3, "Same", "same"),
        (Padding2d(9), "valid", "1 x 2", (1, 2)),
        (Padding2d(9), "valid", "0", (0, 0)),
        (Size3d(1, 9), (1, 1, 1), "3", (3, 3, 3)),
        (Size3d(1, 9), (1, 1, 1), "3 × 5 × 7", (3, 5, 7)),
        (Size3d(1, 9, optional=True), (1, 1, 1), "", None),
        (Padding3d(9), "valid", "1 x 2 x 3", (1, 2, 3)),
        (Margins1d(9), (1, 1), "2, 0", (2, 0)),
        (Margins2d(9), (1, 1, 1, 1), "2", (2, 2, 2, 2)),
        (Shape(99), (1, 28, 28), "-1 × 7", (-1, 7)),
        (Shape(99), (1, 28, 28), "-1", (-1,)),
        (Order(), (2, 1), "3, 1, 2", (3, 1, 2)),
        (Rising(1, 99), (5, 8), "30,60 80", (30, 60, 80)),
        (Rising(1, 99), (5, 8), "30", (30,)),
    ],
)
def test_what_is_typed_is_read_as_it_is_meant(
    qtbot: QtBot, kind: Kind, default: Value, text: str, value: object
) -> None:
    editor = editor_for(spec_of(kind, default))
    show(qtbot, editor)
    heard = Heard(editor)
    enter(editor.control, text)
    assert editor.is_valid
    assert heard.edits[-1] == (value,)
    assert type(heard.edits[-1][0]) is type(value)


@pytest.mark.parametrize("kind", [Integer(1, 99), Padding2d(99)])
def test_undo_in_a_field_is_the_document_s_while_what_is_typed_fits(
    qtbot: QtBot, kind: Kind
) -> None:
    page = QWidget()
    editor = editor_for(spec_of(kind, 3 if isinstance(kind, Integer) else "valid"), page)
    undone: list[bool] = []
    undo = QAction(page)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    undo.triggered.connect(lambda: undone.append(True))
    page.addAction(undo)
    show(qtbot, page)
    for text, heard in (("16", 1), ("-1", 1)):
        paste(editor.control, text)
        QTest.keyClick(editor.control, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert len(undone) == heard


def test_a_click_into_the_padding_selects_its_word_and_a_second_one_puts_the_cursor(
    qtbot: QtBot,
) -> None:
    page = QWidget()
    other, editor = QLineEdit(page), editor_for(spec_of(Padding2d(9), "valid"), page)
    editor.move(0, 60)
    show(qtbot, page)
    other.setFocus()
    line = editor.findChild(QLineEdit)
    assert line is not None
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert line.selectedText() == "valid"
    QTest.keyClicks(line, "same")
    assert line.text() == "same"
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert not line.hasSelectedText()


@pytest.mark.parametrize(
    ("kind", "default", "text"),
    [
        (Integer(1, 9), 1, "0"),
        (Integer(1, 9), 1, "auto"),
        (Integer(1, 9), 1, ""),
        (Integer(1, 9), 1, "1.5"),
        (Real(0.0, 1.0), 0.5, "nan"),
        (Real(0.0, 1.0), 0.5, "inf"),
        (Real(0.0, 1.0), 0.5, "0,5"),
        (Real(0.0, 1000.0), 0.5, "1_0_0"),
        (Size2d(1, 9), (1, 1), "3 × 3 × 3"),
        (Size2d(1, 9), (1, 1), ""),
        (Padding1d(9), "same", "3 × 3"),
        (Padding2d(9), "same", "none"),
        (Size3d(1, 9), (1, 1, 1), "3 × 3"),
        (Margins2d(9), (1, 1, 1, 1), "1, 1"),
        (Shape(99), (1, 28, 28), "-1 × -1"),
        (Shape(99), (1, 28, 28), "1 × 1 × 1 × 1 × 1"),
        (Order(), (2, 1), "1, 3"),
        (Rising(1, 99), (5, 8), "8, 5"),
        (Rising(1, 99), (5, 8), ""),
    ],
)
def test_what_does_not_fit_is_not_told_and_stays_until_the_field_is_left(
    qtbot: QtBot, kind: Kind, default: Value, text: str
) -> None:
    page = QWidget()
    editor, other = editor_for(spec_of(kind, default), page), QLineEdit(page)
    show(qtbot, page)
    before = shown(editor)
    heard = Heard(editor)
    paste(editor.control, text)
    assert (shown(editor), editor.is_valid) == (text, False)
    other.setFocus()
    assert (shown(editor), editor.is_valid) == (before, True)
    assert heard.edits == []


def test_a_minus_sign_that_is_set_well_is_one_too(qtbot: QtBot) -> None:
    editor = editor_for(spec_of(Shape(99), (1, 28, 28)))
    show(qtbot, editor)
    heard = Heard(editor)
    paste(editor.control, "−1 × 7")
    assert heard.edits == [((-1, 7),)]


def test_escape_brings_back_the_value_that_fits(qtbot: QtBot) -> None:
    editor = editor_for(spec_of(Integer(1, 9), 3))
    show(qtbot, editor)
    heard = Heard(editor)
    enter(editor.control, "x")
    press(editor.control, Qt.Key.Key_Escape)
    assert (shown(editor), editor.is_valid, heard.edits) == ("3", True, [])


def test_enter_writes_a_size_as_people_read_it(qtbot: QtBot) -> None:
    editor = editor_for(spec_of(Size2d(1, 9), (1, 1)))
    show(qtbot, editor)
    enter(editor.control, "3x5")
    assert shown(editor) == "3x5"
    press(editor.control, Qt.Key.Key_Return)
    assert shown(editor) == "3 × 5"


@pytest.mark.parametrize(
    ("start", "steps", "end"),
    [
        (0.001, 1, 0.002),
        (0.009, 1, 0.01),
        (0.01, 1, 0.02),
        (0.01, -1, 0.009),
        (10.0, -1, 9.0),
        (1e-5, 2, 3e-5),
        (0.0, 1, 0.001),
        (0.0, -1, 0.0),
        (0.12345, 1, 0.13345),
    ],
)
def test_the_arrows_move_a_number_in_its_own_last_decimal(
    start: float, steps: int, end: float
) -> None:
    assert stepped_real(Real(0.0, 1000.0), start, steps) == end


def test_the_steps_get_finer_where_the_range_ends() -> None:
    share = Real(0.0, 1.0, below_maximum=True)
    assert stepped_real(share, 0.9, 1) == 0.91
    assert stepped_real(share, 0.99, 1) == 0.991
    assert stepped_real(Real(0.0, 1.0), 0.0, 1) == 0.1


@pytest.mark.parametrize(
    ("number", "text"),
    [(0.001, "0.001"), (1e-5, "1e-5"), (10.0, "10"), (2.5e-7, "2.5e-7"), (0, "0")],
)
def test_numbers_are_written_as_short_as_they_can_be(number: float, text: str) -> None:
    assert real_text(number) == text


def test_the_auto_button_leaves_the_number_to_the_program_and_takes_it_back(qtbot: QtBot) -> None:
    editor = editor_for(spec_of(Integer(1, 999, auto=True), 64))
    show(qtbot, editor)
    heard = Heard(editor)
    button = editor.findChild(QPushButton)
    assert button is not None
    enter(editor.control, "12")
    button.click()
    assert (shown(editor), button.isChecked()) == ("auto", True)
    button.click()
    assert (shown(editor), button.isChecked()) == ("12", False)
    assert heard.edits[-2:] == [(AUTO,), (12,)]
    enter(editor.control, "auto")
    assert button.isChecked()


def test_the_wheel_over_a_field_that_is_not_in_use_scrolls_the_panel(qtbot: QtBot) -> None:
    area, page = QScrollArea(), QWidget()
    combo = editor_for(spec_of(Choice(("one", "two", "three")), "one"), page)
    number = editor_for(spec_of(Integer(1, 9), 3), page)
    column = QVBoxLayout(page)
    column.addSpacing(200)
    column.addWidget(combo)
    column.addWidget(number)
    column.addSpacing(2000)
    area.setWidget(page)
    area.resize(300, 500)
    show(qtbot, area)
    area.setFocus()
    for editor in (combo, number):
        before = area.verticalScrollBar().value()
        turn_wheel(editor.control)
        assert area.verticalScrollBar().value() > before
    assert (shown(combo), shown(number)) == ("one", "3")
    number.control.setFocus()
    turn_wheel(number.control)
    assert shown(number) == "2"


def test_a_folder_is_chosen_without_stopping_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    editor = editor_for(spec_of(Folder(), ""))
    show(qtbot, editor)
    heard = Heard(editor)
    button = editor.findChild(QPushButton)
    assert button is not None
    button.click()
    dialog = editor.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    assert shown(editor) == str(tmp_path)
    assert heard.edits == [(str(tmp_path),)]


def test_a_file_is_chosen_among_those_of_the_usual_kind(qtbot: QtBot, tmp_path: Path) -> None:
    editor = editor_for(spec_of(File((".csv", ".tsv")), ""))
    show(qtbot, editor)
    heard = Heard(editor)
    button = editor.findChild(QPushButton)
    assert button is not None
    button.click()
    dialog = editor.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    assert dialog.nameFilters() == ["Usual files (*.csv *.tsv)", "All files (*)"]
    dialog.fileSelected.emit(str(tmp_path / "prices.csv"))
    dialog.reject()
    assert heard.edits == [(str(tmp_path / "prices.csv"),)]


def test_names_stand_with_commas_and_in_quotes_where_they_hold_one(qtbot: QtBot) -> None:
    editor = editor_for(spec_of(Names(), ("wind", "rain, mm")))
    show(qtbot, editor)
    heard = Heard(editor)
    assert shown(editor) == 'wind, "rain, mm"'
    enter(editor.control, 'sun, "rain, mm" ,')
    assert heard.edits[-1] == (("sun", "rain, mm"),)


@pytest.fixture
def form(qtbot: QtBot, dressed: Appearance) -> FieldsForm:
    form = FieldsForm(Thing.fields(), Fields())
    show(qtbot, form)
    return form


def field_of(form: FieldsForm, name: str) -> QWidget:
    return form.rows[name].editor.control


def test_a_form_tells_which_field_has_which_new_value(form: FieldsForm) -> None:
    heard = Heard(form)
    enter(field_of(form, "share"), "0.25")
    press(field_of(form, "note"), Qt.Key.Key_Space)
    assert heard.edits[-2:] == [("share", 0.25), ("note", False)]


def test_an_edit_that_does_not_fit_is_explained_below_the_field(form: FieldsForm) -> None:
    heard = Heard(form)
    enter(field_of(form, "size"), "12")
    assert texts(form, "error") == [
        "Size must be a whole number from 1 to 9, or two of them for height and width."
    ]
    assert field_of(form, "size").property("invalid")
    assert ("size", (12, 12)) not in heard.edits
    field_of(form, "share").setFocus()
    assert texts(form, "error") == []
    assert not field_of(form, "size").property("invalid")


def test_nobody_is_told_to_type_null(qtbot: QtBot) -> None:
    form = FieldsForm(LAYERS["MaxPool2d"].fields(), Fields())
    show(qtbot, form)
    enter(field_of(form, "stride"), "x")
    (text,) = texts(form, "error")
    assert text.endswith("for height and width, or nothing.")


def test_values_from_outside_leave_an_edit_in_progress_alone(form: FieldsForm) -> None:
    line = form.rows["count"].editor.control
    enter(line, "12x")
    press(line, Qt.Key.Key_Left)
    form.show_values(Fields(count=12, share=0.75))
    assert isinstance(line, QAbstractSpinBox)
    edit = line.lineEdit()
    assert (line.text(), edit.cursorPosition(), line.hasFocus()) == ("12x", 2, True)
    assert shown(form.rows["share"].editor) == "0.75"
    form.show_values(Fields(count=7))
    assert line.text() == "7"
    assert shown(form.rows["share"].editor) == "0.5", "an absent value is the default"


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), ("many", "many"), ((1, 2, 3), "[1, 2, 3]"), (None, "null")]
)
def test_a_written_value_that_does_not_fit_is_shown_as_written_and_explained(
    form: FieldsForm, value: object, text: str
) -> None:
    form.show_values(Fields(count=value))
    assert shown(form.rows["count"].editor) == text
    (sentence,) = texts(form, "error")
    assert sentence == 'Count must be a whole number from 1 to 99 or "auto".'
    enter(field_of(form, "count"), "9")
    assert texts(form, "error") == []


def test_problems_of_an_analysis_stand_below_their_field_with_their_fix(form: FieldsForm) -> None:
    fix = Fix(Message("Make it smaller"), lambda project: project)
    problem = Problem("large", Severity.WARNING, "uid", Message("It is large."), "share", fix)
    chosen: list[object] = []
    form.fix_chosen.connect(chosen.append)
    form.show_problems({"share": problem})
    assert texts(form.rows["share"], "warning") == ["It is large."]
    (button,) = [
        button for button in form.findChildren(QPushButton) if button.text() == "Make it smaller"
    ]
    button.click()
    assert chosen == [fix]
    enter(field_of(form, "share"), "x")
    assert texts(form.rows["share"], "warning") == [], "what is being typed goes first"
    press(field_of(form, "share"), Qt.Key.Key_Escape)
    assert texts(form.rows["share"], "warning") == ["It is large."]
    form.show_problems({})
    assert texts(form.rows["share"], "warning") == []


def test_values_that_differ_are_shown_as_mixed_until_one_is_given(form: FieldsForm) -> None:
    form.show_values(Fields(), mixed=("count", "note"))
    count, note = field_of(form, "count"), field_of(form, "note")
    assert isinstance(count, QAbstractSpinBox)
    assert isinstance(note, QCheckBox)
    assert (count.text(), count.lineEdit().placeholderText()) == ("", "mixed")
    assert note.checkState() is Qt.CheckState.PartiallyChecked
    assert texts(form, "error") == []
    heard = Heard(form)
    press(note, Qt.Key.Key_Space)
    enter(count, "3")
    assert heard.edits == [("note", True), ("count", 3)], "even the default is news"
    form.show_values(Fields())
    assert note.checkState() is Qt.CheckState.Checked


def test_advanced_fields_are_behind_more_until_something_is_wrong_there(form: FieldsForm) -> None:
    assert field_of(form, "count").isVisible()
    assert not field_of(form, "seed").isVisible()
    form.show_values(Fields(seed=-1))
    assert field_of(form, "seed").isVisible()


def test_a_choice_shows_its_labels_and_tells_its_words(qtbot: QtBot) -> None:
    editor = editor_for(spec_of(Choice(("a", "b"), ("First", "Second")), "a"))
    show(qtbot, editor)
    heard = Heard(editor)
    assert shown(editor) == "First"
    combo = editor.control
    assert isinstance(combo, QComboBox)
    pick(combo, "Second")
    assert heard.edits == [("b",)]
    editor.show_value("c")
    assert combo.placeholderText() == "c"
    assert not editor.is_valid


def test_a_choice_tells_what_is_known_of_each_of_its_words(qtbot: QtBot) -> None:
    spec = next(one for one in TrainingOptions.fields() if one.name == "initialization")
    editor = editor_for(spec)
    show(qtbot, editor)
    combo = editor.control
    assert isinstance(combo, QComboBox)
    at = combo.findData("kaiming_normal")
    tip = combo.itemData(at, Qt.ItemDataRole.ToolTipRole)
    assert "σ² = 2 / n" in tip
    assert "He et al." in tip


def test_a_sum_counts_once_it_is_whole_and_shows_its_result_when_the_field_is_left(
    qtbot: QtBot,
) -> None:
    form = FieldsForm(Thing.fields(), Thing.defaults())
    heard = Heard(form)
    show(qtbot, form)
    row = form.rows["count"]
    enter(row.editor.control, "8*")
    assert shown(row.editor) == "8*"
    assert texts(form, "error") == ['Count must be a whole number from 1 to 99 or "auto".']
    QTest.keyClicks(row.editor.control, "2")
    assert heard.edits == [("count", 8), ("count", 16)]
    assert shown(row.editor) == "8*2"
    press(row.editor.control, Qt.Key.Key_Return)
    assert shown(row.editor) == "16"
    enter(row.editor.control, "50*2")
    assert shown(row.editor) == "50*2"
    assert texts(form, "error") != []
    assert heard.edits[-1] == ("count", 50), "the last value that fits is kept"


def test_a_count_doubles_and_halves_and_other_numbers_go_ten_steps(qtbot: QtBot) -> None:
    filters, share = (
        editor_for(spec_of(Integer(1, 4096), 48)),
        editor_for(spec_of(Integer(0, 100), 48)),
    )
    control = Qt.KeyboardModifier.ControlModifier
    for editor, up, down in ((filters, "96", "24"), (share, "58", "38")):
        show(qtbot, editor)
        press(editor.control, Qt.Key.Key_PageUp)
        assert shown(editor) == up
        QTest.keyClick(editor.control, Qt.Key.Key_Down, control)
        press(editor.control, Qt.Key.Key_PageDown)
        assert shown(editor) == down
        QTest.keyClick(editor.control, Qt.Key.Key_Up, control)
        assert shown(editor) == "48"
    assert "doubles" in filters.hint
    assert "doubles" not in share.hint
    enter(filters.control, "3000")
    press(filters.control, Qt.Key.Key_PageUp)
    assert shown(filters) == "4096"


def test_the_wheel_with_ctrl_doubles_the_field_in_use(qtbot: QtBot) -> None:
    editor = editor_for(spec_of(Integer(1, 4096), 48))
    show(qtbot, editor)
    editor.control.setFocus()
    handle = editor.windowHandle()
    assert handle is not None
    middle = editor.control.rect().center()
    QTest.wheelEvent(handle, middle, QPoint(0, 120), stateKey=Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert shown(editor) == "96"
