"""A model is used on drawings, test images, files and what is pasted."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from netstudio.engine.data.job import finish
from netstudio.engine.evaluation.measure import Part, read_part
from netstudio.engine.model_file import load_model
from netstudio.gui.current_model import CurrentModel
from netstudio.gui.picture_view import PictureView
from netstudio.gui.probability_bars import ProbabilityBars
from netstudio.gui.use.pad import DrawingPad
from netstudio.gui.use.page import UsePage
from tests.data import in_memory, ranked
from tests.gui.trained import colour_model, on_folder

ONE = [(140, 40), (140, 140), (140, 240)]


def find(page: QWidget, kind: type[QWidget], name: str) -> QWidget:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def press(page: UsePage, name: str, qtbot: QtBot) -> None:
    QTest.mouseClick(find(page, QPushButton, name), Qt.MouseButton.LeftButton)


def text_of(page: UsePage, name: str) -> str:
    label = find(page, QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def bars(page: UsePage) -> ProbabilityBars:
    found = find(page, ProbabilityBars, "probabilityBars")
    assert isinstance(found, ProbabilityBars)
    return found


def pad_of(page: UsePage) -> DrawingPad:
    found = find(page, DrawingPad, "drawingPad")
    assert isinstance(found, DrawingPad)
    return found


def draw(pad: DrawingPad, qtbot: QtBot, places: list[tuple[int, int]]) -> None:
    points = [QPoint(*place) for place in places]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, points[0])
    for point in points[1:]:
        QTest.mouseMove(pad, point)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, points[-1])


def wait_for_bars(page: UsePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(bars(page).rows), timeout=10_000)


def settle(page: UsePage, qtbot: QtBot) -> None:
    """Let what is under way end, and the pause after it."""
    qtbot.waitUntil(lambda: page._looker._task is None, timeout=10_000)
    qtbot.wait(150)


def write_digits(page_model: Path, folder: Path, count: int) -> list[str]:
    """Pictures of the test part as files; gives what the model says of each."""
    model = load_model(page_model)
    inputs = in_memory(finish(read_part(model, Part.TEST)).samples.inputs)
    folder.mkdir(parents=True)
    for number in range(count):
        Image.fromarray(inputs[number, 0].numpy()).save(folder / f"{number:02}.png")
    return [ranked(prediction).label for prediction in model.predict(list(inputs[:count]))]


def test_without_a_model_the_page_offers_to_train_or_to_open_one(
    empty_page: UsePage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(empty_page.train_requested):
        press(empty_page, "trainFirst", qtbot)
    with qtbot.waitSignal(empty_page.open_requested):
        press(empty_page, "openModel", qtbot)


def test_a_file_that_is_no_model_is_told_in_a_sentence(
    empty_page: UsePage, current: CurrentModel, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "bad.safetensors").write_text("bad")
    with qtbot.waitSignal(current.failed):
        current.set(tmp_path / "bad.safetensors")
    shown = [label.accessibleName() for label in empty_page.findChildren(QLabel)]
    assert any("is not a usable trained model" in text for text in shown)
    assert find(empty_page, QPushButton, "openModel").isVisible()


def test_a_drawing_is_predicted_while_it_is_drawn(page: UsePage, qtbot: QtBot) -> None:
    draw(pad_of(page), qtbot, ONE)
    wait_for_bars(page, qtbot)
    settle(page, qtbot)
    assert bars(page).rows[0][0] == "1"
    assert len(bars(page).rows) == 5
    preview = find(page, PictureView, "networkPreview")
    assert isinstance(preview, PictureView)
    assert preview.picture is not None
    assert preview.picture.size().toTuple() == (8, 8)


def test_the_cards_begin_at_the_same_height(page: UsePage) -> None:
    page.resize(1280, 720)
    page.show()
    tops = {
        find(page, QPushButton, name).mapTo(page, QPoint(0, 0)).y()
        for name in ("tryTestImage", "copyPrediction")
    }
    assert len(tops) == 1


def test_only_the_newest_of_many_drawings_is_predicted(page: UsePage, qtbot: QtBot) -> None:
    looks: list[object] = []
    page._looker.looked.connect(looks.append)
    begin = time.monotonic()
    for number in range(40):
        draw(pad_of(page), qtbot, [(40 + 5 * number, 140)])
        qtbot.wait(10)
    settle(page, qtbot)
    assert 1 <= len(looks) <= 1 + 10 * (time.monotonic() - begin)


def test_clearing_the_pad_takes_the_prediction_away(page: UsePage, qtbot: QtBot) -> None:
    draw(pad_of(page), qtbot, ONE)
    wait_for_bars(page, qtbot)
    press(page, "clearPad", qtbot)
    settle(page, qtbot)
    assert pad_of(page).is_empty
    assert not bars(page).rows
    assert not find(page, QPushButton, "copyPrediction").isEnabled()


def test_a_test_image_is_shown_with_its_true_class(
    page: UsePage, digits_file: Path, qtbot: QtBot
) -> None:
    press(page, "tryTestImage", qtbot)
    wait_for_bars(page, qtbot)
    first = text_of(page, "subjectCaption")
    assert "Test sample" in first
    assert "of 180" in first
    press(page, "tryTestImage", qtbot)
    settle(page, qtbot)
    assert text_of(page, "subjectCaption") != first
    assert not pad_of(page).is_wiped


def test_data_that_are_gone_are_told_when_a_test_image_is_asked_for(
    page: UsePage, current: CurrentModel, tmp_path: Path, qtbot: QtBot
) -> None:
    assert current.model is not None
    current.set(tmp_path / "m", on_folder(current.model, tmp_path / "nowhere"))
    press(page, "tryTestImage", qtbot)
    qtbot.waitUntil(lambda: "nowhere" in text_of(page, "subjectCaption"), timeout=10_000)


def test_a_colour_model_has_no_pad(
    page: UsePage, current: CurrentModel, tmp_path: Path, qtbot: QtBot
) -> None:
    assert pad_of(page).isVisible()
    current.set(tmp_path / "m", colour_model(tmp_path))
    assert not pad_of(page).isVisible()
    assert find(page, PictureView, "pictureView").isVisible()


def drop(page: UsePage, data: QMimeData) -> None:
    common = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    enter = QDragEnterEvent(QPoint(600, 400), *common, Qt.KeyboardModifier.NoModifier)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    page.dropEvent(QDropEvent(QPointF(600, 400), *common, Qt.KeyboardModifier.NoModifier))


def test_a_dropped_folder_is_predicted_and_one_bad_file_does_not_spoil_the_rest(
    page: UsePage, digits_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    labels = write_digits(digits_file, tmp_path / "scans" / "more", 12)
    (tmp_path / "scans" / "bad.png").write_text("bad")
    (tmp_path / "scans" / "notes.txt").write_text("no picture")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "scans"))])
    drop(page, data)
    qtbot.waitUntil(lambda: len(page._files.results) == 13, timeout=20_000)
    bad, *good = page._files.results
    assert bad.path.name == "bad.png"
    assert "bad.png cannot be read as a picture" in str(bad.fault)
    assert str(tmp_path) not in str(bad.fault)
    assert [ranked(one.prediction).label for one in good if one.prediction] == labels
    qtbot.waitUntil(lambda: not page._run.is_running)


def test_a_click_on_a_file_shows_its_picture(
    page: UsePage, digits_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    labels = write_digits(digits_file, tmp_path / "scans", 3)
    page.use_paths([tmp_path / "scans"])
    qtbot.waitUntil(lambda: len(page._files.results) == 3, timeout=20_000)
    table = find(page, QTableView, "filesTable")
    assert isinstance(table, QTableView)
    table.selectRow(2)
    wait_for_bars(page, qtbot)
    assert bars(page).rows[0][0] == labels[2]
    assert text_of(page, "subjectCaption") == "02.png"


def test_a_file_that_is_no_picture_leaves_no_other_picture_standing(
    page: UsePage, tmp_path: Path, qtbot: QtBot
) -> None:
    press(page, "tryTestImage", qtbot)
    wait_for_bars(page, qtbot)
    broken = tmp_path / "holiday.jpg"
    broken.write_text("no picture")
    page.use_paths([broken])
    qtbot.waitUntil(lambda: "cannot be read" in text_of(page, "predictionText"), timeout=20_000)
    assert pad_of(page).is_wiped


def test_many_files_can_be_cancelled(
    page: UsePage, digits_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    write_digits(digits_file, tmp_path / "scans", 1)
    page.use_paths([tmp_path / "scans" / "00.png"] * 400)
    qtbot.waitUntil(lambda: page._run.done > 0, timeout=20_000)
    press(page, "cancelFiles", qtbot)
    qtbot.waitUntil(lambda: not page._run.is_running, timeout=10_000)
    assert 0 < len(page._files.results) < 400


def test_predictions_are_saved_as_csv_that_excel_reads(
    page: UsePage, digits_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    labels = write_digits(digits_file, tmp_path / "sca, ns", 2)
    (tmp_path / "sca, ns" / "ünlesbar.png").write_text("bad")
    page.use_paths([tmp_path / "sca, ns"])
    qtbot.waitUntil(lambda: len(page._files.results) == 3, timeout=20_000)
    qtbot.waitUntil(lambda: not page._run.is_running)
    press(page, "saveCsv", qtbot)
    dialog = find(page, QFileDialog, "saveDialog")
    assert isinstance(dialog, QFileDialog)
    target = tmp_path / "predictions.csv"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    qtbot.waitUntil(target.is_file, timeout=10_000)
    raw = target.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.endswith(b"\r\n")
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
    assert rows[0] == ["File", "Prediction", "Probability", "Note"]
    assert rows[1][:2] == [str(tmp_path / "sca, ns" / "00.png"), labels[0]]
    assert 0 < float(rows[1][2]) <= 1
    assert rows[3][1] == ""
    assert "ünlesbar.png cannot be read" in rows[3][3]


def test_a_pasted_image_is_predicted_and_the_result_can_be_copied(
    page: UsePage, qtbot: QtBot
) -> None:
    pixels = np.zeros((32, 32), np.uint8)
    pixels[2:30, 13:19] = 255
    image = QImage(pixels.tobytes(), 32, 32, 32, QImage.Format.Format_Grayscale8).copy()
    QGuiApplication.clipboard().setImage(image)
    QTest.keyClick(pad_of(page), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait_for_bars(page, qtbot)
    assert text_of(page, "subjectCaption") == "Pasted picture"
    press(page, "copyPrediction", qtbot)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == "Pasted picture"
    assert copied[1].startswith(bars(page).rows[0][0] + "\t")


def test_pasted_paths_are_predicted(
    page: UsePage, digits_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    write_digits(digits_file, tmp_path / "scans", 2)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "scans" / f"0{at}.png")) for at in range(2)])
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(page._files.results) == 2, timeout=20_000)
    qtbot.waitUntil(lambda: not page._run.is_running)


def test_files_are_chosen_with_a_dialog(
    page: UsePage, digits_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    labels = write_digits(digits_file, tmp_path / "scans", 1)
    press(page, "chooseFiles", qtbot)
    dialog = find(page, QFileDialog, "picturesDialog")
    assert isinstance(dialog, QFileDialog)
    dialog.filesSelected.emit([str(tmp_path / "scans" / "00.png")])
    dialog.close()
    wait_for_bars(page, qtbot)
    assert bars(page).rows[0][0] == labels[0]
    qtbot.waitUntil(lambda: len(page._files.results) == 1, timeout=10_000)
    qtbot.waitUntil(lambda: not page._run.is_running)


@pytest.mark.parametrize("has_model", [True, False])
def test_another_model_begins_with_a_clean_page(
    page: UsePage, current: CurrentModel, tmp_path: Path, qtbot: QtBot, has_model: bool
) -> None:
    draw(pad_of(page), qtbot, ONE)
    wait_for_bars(page, qtbot)
    current.set(tmp_path / "m", colour_model(tmp_path)) if has_model else current.set(None)
    settle(page, qtbot)
    assert not bars(page).rows or not bars(page).isVisible()
    assert page.has_model is has_model
