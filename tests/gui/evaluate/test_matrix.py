"""The matrix shows what is taken for what, to the mouse and to the keys, in readable colours."""

from __future__ import annotations

from itertools import product

import pytest
import torch
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from netstudio.engine.data.dataset import Samples
from netstudio.engine.data.images.inputs import Pictures
from netstudio.engine.data.records import Records
from netstudio.engine.evaluation.confusion import Confusion, _assess
from netstudio.engine.evaluation.measure import MeasuredPart
from netstudio.engine.events import Figures
from netstudio.gui.evaluate.cell_colours import cell_colour, contrast, text_colour
from netstudio.gui.evaluate.grid import fit
from netstudio.gui.evaluate.matrix import ConfusionMatrix
from netstudio.gui.theme.appearance import Appearance
from netstudio.gui.theme.colours import theme

PLAIN = Qt.KeyboardModifier.NoModifier


def confusion_of(classes: int, samples: int = 300) -> Confusion:
    """What a model that is often right would give."""
    generator = torch.Generator().manual_seed(0)
    targets = torch.randint(0, classes, (samples,), generator=generator)
    scores = torch.randn(samples, classes, generator=generator)
    scores[torch.arange(samples), targets] += 2
    probabilities = scores.softmax(1)
    share = float((probabilities.argmax(1) == targets).float().mean())
    inputs = torch.randint(0, 256, (samples, 3, 8, 8), dtype=torch.uint8, generator=generator)
    names = tuple(f"kind {number}" for number in range(classes))
    figures = Figures(0.5, {"accuracy": share}, samples)
    read = MeasuredPart(Samples(inputs, targets), Records(Pictures(inputs), targets), ())
    return _assess(names, read, figures, probabilities)


@pytest.fixture
def matrix(dressed: Appearance, qtbot: QtBot) -> ConfusionMatrix:
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    matrix.resize(420, 400)
    matrix.show()
    matrix.show_confusion(confusion_of(4))
    return matrix


def middle_of(matrix: ConfusionMatrix, row: int, column: int) -> QPoint:
    grid = matrix.grid()
    left, top = grid.corner(row, column)
    return QPoint(left + grid.cell // 2 + 1, top + grid.cell // 2 + 1)


def test_a_click_chooses_the_cell_of_that_row_and_column(
    matrix: ConfusionMatrix, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(matrix.chosen) as signal:
        QTest.mouseClick(
            matrix,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            middle_of(matrix, 1, 3),
        )
    assert signal.args == [1, 3]
    assert matrix.current == (1, 3)


def test_arrow_keys_walk_through_the_cells_and_stop_at_the_edge(
    matrix: ConfusionMatrix, qtbot: QtBot
) -> None:
    matrix.choose(1, 2)
    for key, expected in (
        (Qt.Key.Key_Right, (1, 3)),
        (Qt.Key.Key_Right, (1, 3)),
        (Qt.Key.Key_Up, (0, 3)),
        (Qt.Key.Key_Left, (0, 2)),
        (Qt.Key.Key_Down, (1, 2)),
    ):
        QTest.keyClick(matrix, key)
        assert matrix.current == expected
    assert matrix.accessibleDescription() == matrix.describe(1, 2)


def test_a_cell_is_told_in_words(matrix: ConfusionMatrix) -> None:
    confusion = confusion_of(4)
    matrix.show_confusion(confusion)
    assert matrix.describe(0, 2).startswith(f"kind 0 taken for kind 2: {confusion.matrix[0, 2]} ")
    right, total = confusion.matrix[1, 1], confusion.matrix[1].sum()
    assert matrix.describe(1, 1).startswith(f"kind 1 recognised: {right} of {total} ")


def test_pointing_at_a_cell_tells_it(matrix: ConfusionMatrix) -> None:
    place = middle_of(matrix, 2, 0)
    event = QHelpEvent(QEvent.Type.ToolTip, place, matrix.mapToGlobal(place))
    QApplication.sendEvent(matrix, event)
    assert QToolTip.text() == matrix.describe(2, 0)
    QToolTip.hideText()


def test_shares_are_of_the_true_class(matrix: ConfusionMatrix) -> None:
    before = matrix.grab().toImage()
    matrix.show_shares(True)
    assert matrix.grab().toImage() != before
    assert matrix._figure(1, 0.5) == "50"
    assert matrix._figure(1, 0.012) == "1.2"
    assert matrix._figure(0, 0.0) == ""


@pytest.mark.parametrize("name", ["dark", "light"])
def test_figures_can_be_read_on_every_cell(name: str) -> None:
    worn = theme(name)
    for is_right, step in product((True, False), range(101)):
        ground = cell_colour(worn, is_right, 1, step / 100)
        assert contrast(text_colour(worn, ground), ground) >= 4.5


@pytest.mark.parametrize(("count", "widest"), [(2, 30), (10, 8), (12, 160), (100, 120)])
@pytest.mark.parametrize(("width", "height"), [(520, 430), (440, 300)])
def test_everything_fits(count: int, widest: float, width: int, height: int) -> None:
    grid = fit(count, width, height, widest, 14)
    left, top = grid.corner(count - 1, count - 1)
    assert left + grid.cell <= width
    if grid.cell > 3:
        assert top + grid.cell + grid.names_height <= height
    assert grid.cell_at(left + 1, top + 1) == (count - 1, count - 1)
    assert grid.cell_at(left + grid.cell + 1, top) is None
    assert grid.cell_at(grid.left - 1, top) is None


def test_names_thin_out_where_cells_are_small() -> None:
    grid = fit(100, 520, 430, 40, 14)
    assert grid.step(14) * grid.cell >= 14
    assert fit(4, 520, 430, 40, 14).step(14) == 1


def test_a_hundred_classes_are_painted_and_can_be_chosen(
    matrix: ConfusionMatrix, qtbot: QtBot
) -> None:
    matrix.show_confusion(confusion_of(100, 2_000))
    matrix.grab()
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, PLAIN, middle_of(matrix, 57, 58))
    assert matrix.current == (57, 58)


def test_large_counts_are_written_smaller_before_they_are_left_out(
    matrix: ConfusionMatrix, monkeypatch: pytest.MonkeyPatch
) -> None:
    matrix.show_confusion(confusion_of(10, samples=15_000))
    matrix.resize(380, 352)
    assert matrix.grid().cell == 30
    shown = matrix.grab().toImage()
    monkeypatch.setattr(ConfusionMatrix, "_figure", lambda *_: "")
    blank = matrix.grab().toImage()
    for at in range(10):
        middle = middle_of(matrix, at, at)
        line = range(middle.x() - 12, middle.x() + 12)
        rows = range(middle.y() - 6, middle.y() + 6)
        assert any(shown.pixel(x, y) != blank.pixel(x, y) for x in line for y in rows), at
