"""The data panel: what it shows of the document's data, and how other data are chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from netstudio.core.document import Document
from netstudio.core.project import Selected
from netstudio.gui.busy import BusyBar
from netstudio.gui.data.balance_bars import BalanceBars
from netstudio.gui.data.figures import FigureRows
from netstudio.gui.data.line_button import LineButton
from netstudio.gui.data.list_popup import ListPopup
from netstudio.gui.data.loader import DataLoader
from netstudio.gui.data.notice import Notice
from netstudio.gui.data.panel import DataPanel
from netstudio.gui.data.picker import SourcePicker
from netstudio.gui.data.preview_grid import PreviewGrid
from netstudio.gui.forms.form import FieldsForm
from netstudio.tasks.content import Content
from netstudio.tasks.sources import SOURCES
from netstudio.tasks.templates import project_from_template
from tests.gui.conftest import grab
from tests.gui.data.conftest import DIGITS, FASHION, folder, until_loaded
from tests.pictures import write_class

pytestmark = pytest.mark.usefixtures("dressed")

T = TypeVar("T", bound=QObject)

DROP = Qt.DropAction.CopyAction


@pytest.fixture
def make_panel(document: Document, qtbot: QtBot) -> Callable[[DataLoader], DataPanel]:
    """Makes the panel of a loader, as wide as in the window."""

    def make(loader: DataLoader) -> DataPanel:
        panel = DataPanel(document, loader)
        qtbot.addWidget(panel)
        panel.resize(264, 420)
        panel.show()
        return panel

    return make


@pytest.fixture
def panel(make_panel: Callable[[DataLoader], DataPanel], loader: DataLoader) -> DataPanel:
    """The panel with the small digits."""
    return make_panel(loader)


def child(parent: QWidget, kind: type[T], name: str = "") -> T:
    found = parent.findChild(kind, name) if name else parent.findChild(kind)
    assert found is not None
    return found


def picker(panel: DataPanel) -> SourcePicker:
    return child(panel, SourcePicker, "datasetPicker")


def pick(panel: DataPanel, source: str) -> None:
    picker(panel).setCurrentIndex(picker(panel).findData(source))


def look_for_folder(panel: DataPanel) -> None:
    """Choose the line that lets the user look for a folder of pictures."""
    picker(panel).setCurrentIndex(entries(panel).index("Image folder…"))


def entries(panel: DataPanel) -> list[str]:
    return [picker(panel).itemText(place) for place in range(picker(panel).count())]


def samples(panel: DataPanel) -> list[str]:
    """The classes of the samples in view."""
    grid = child(panel, PreviewGrid, "datasetPreview")
    return [name for name, _ in grid.shown]


def figures(panel: DataPanel) -> dict[str, str]:
    """What the rows of figures say, with plain spaces."""
    texts = [
        label.text().replace("\u2009", " ")
        for label in child(panel, FigureRows).findChildren(QLabel)
    ]
    return dict(zip(texts[::2], texts[1::2], strict=True))


def bars(panel: DataPanel) -> BalanceBars:
    return child(panel, BalanceBars)


def line(panel: DataPanel, name: str) -> LineButton:
    return child(panel, LineButton, name)


def notice(panel: DataPanel) -> str:
    found = child(panel, Notice)
    assert found.isVisible() == bool(found.text)
    return str(found.text)


def press(panel: QWidget, text: str) -> None:
    button = next(
        button
        for button in panel.findChildren(QPushButton)
        if button.text() == text and button.isVisible()
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def drop(panel: DataPanel, *paths: Path) -> bool:
    """Drag these over the panel and let go; says whether the panel wanted them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, button, key = QPoint(50, 50), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, DROP, data, button, key)
    enter.ignore()
    QApplication.sendEvent(panel, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(panel, QDropEvent(QPointF(place), DROP, data, button, key))
    return True


class TestWhatItShows:
    def test_samples_figures_balance_and_names(self, panel: DataPanel) -> None:
        grab(panel, "data-digits")
        assert picker(panel).currentData() == "digits"
        assert picker(panel).currentText() == "Small digits"
        assert samples(panel) == list("01234567890123")
        assert figures(panel) == {
            "Training images": "1 455",
            "Validation": "10 % · 162",
            "Test": "10 % · 180",
            "Classes": "10, balanced",
        }
        assert line(panel, "classNames").text() == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9"
        assert not line(panel, "dataFindings").isVisible()
        assert notice(panel) == ""

    def test_parts_that_the_data_bring_along_are_no_shares(
        self, panel: DataPanel, loader: DataLoader, insects: Path, tmp_path: Path, qtbot: QtBot
    ) -> None:
        root = tmp_path / "divided"
        root.mkdir()
        insects.rename(root / "train")
        write_class(root / "test" / "ants", 2, seed=7)
        write_class(root / "val" / "bees", 3, seed=8)
        with qtbot.waitSignal(loader.loaded, timeout=30_000):
            panel.choose_folder(root)
        assert figures(panel)["Test"] == "2"
        assert figures(panel)["Validation"] == "3"
        assert samples(panel) == ["ants", "bees"] * 4

    def test_an_uneven_set_says_how_uneven_it_is(
        self, panel: DataPanel, loader: DataLoader, tmp_path: Path, qtbot: QtBot
    ) -> None:
        root = tmp_path / "uneven"
        write_class(root / "few & rare", 5)
        write_class(root / "many", 40, seed=1)
        with qtbot.waitSignal(loader.loaded, timeout=30_000):
            panel.choose_folder(root)
        assert figures(panel)["Classes"].startswith("2, imbalanced ")
        assert figures(panel)["Classes"].endswith(" : 1")

    def test_a_click_on_a_bar_shows_only_its_class_and_another_click_all_again(
        self, panel: DataPanel, qtbot: QtBot
    ) -> None:
        place = QPoint(round(bars(panel).width() * 0.35), 20)
        QTest.mouseClick(bars(panel), Qt.MouseButton.LeftButton, pos=place)
        assert samples(panel) == ["3"] * 14
        assert line(panel, "classNames").text().startswith("3: ")
        QTest.mouseClick(bars(panel), Qt.MouseButton.LeftButton, pos=place)
        assert samples(panel) == list("01234567890123")

    def test_the_arrow_keys_go_through_the_classes(self, panel: DataPanel, qtbot: QtBot) -> None:
        seen = []
        for key in ("Right", "Right", "End", "Right", "Left", "Home", "Left"):
            QTest.keyClick(bars(panel), getattr(Qt.Key, f"Key_{key}"))
            seen.append(samples(panel)[0])
        assert seen == ["0", "1", "9", "9", "8", "0", "0"]
        assert bars(panel).accessibleDescription().startswith("0: ")
        QTest.keyClick(bars(panel), Qt.Key.Key_Escape)
        assert len(set(samples(panel))) == 10

    def test_bars_and_samples_name_their_class_in_a_tooltip(self, panel: DataPanel) -> None:
        place = QPoint(2, 10)
        QApplication.sendEvent(bars(panel), QHelpEvent(QHelpEvent.Type.ToolTip, place, place))
        assert QToolTip.text().replace("\u2009", " ") == ("0: 144 training, 16 validation, 18 test")
        grid = child(panel, PreviewGrid)
        place = QPoint(grid.width() - 3, 3)
        QApplication.sendEvent(grid, QHelpEvent(QHelpEvent.Type.ToolTip, place, place))
        assert QToolTip.text() == "6"
        QToolTip.hideText()

    def test_all_classes_are_listed_and_one_can_be_chosen_there(
        self, panel: DataPanel, qtbot: QtBot
    ) -> None:
        QTest.mouseClick(line(panel, "classNames"), Qt.MouseButton.LeftButton)
        popup = child(panel, ListPopup)
        assert popup.list.count() == 10
        assert popup.list.item(3).text().startswith("3 · ")
        popup.list.setCurrentRow(3)
        QTest.keyClick(popup.list, Qt.Key.Key_Return)
        assert not popup.isVisible()
        assert samples(panel) == ["3"] * 14

    def test_findings_are_a_line_that_leads_to_the_report(
        self, panel: DataPanel, loader: DataLoader, insects: Path, qtbot: QtBot
    ) -> None:
        (insects / "empty").mkdir()
        (insects / "ants" / "notes.txt").write_text("ants bite")
        with qtbot.waitSignal(loader.loaded, timeout=30_000):
            panel.choose_folder(insects)
        findings = line(panel, "dataFindings")
        assert findings.text() == "3 findings"
        with qtbot.waitSignal(panel.page_wanted) as told:
            QTest.mouseClick(findings, Qt.MouseButton.LeftButton)
        assert told.args == ["report"]

    def test_the_samples_are_a_click_away(self, panel: DataPanel, qtbot: QtBot) -> None:
        with qtbot.waitSignal(panel.page_wanted) as told:
            press(panel, "Look at the data")
        assert told.args == ["samples"]

    def test_tiny_pictures_keep_sharp_pixels(self, panel: DataPanel) -> None:
        grid = child(panel, PreviewGrid)
        _, image = grid.shown[0]
        assert isinstance(image, QImage)
        shown = grid.grab().toImage()
        ratio = shown.devicePixelRatio()
        side = (grid.width() - 18) // 7
        seen = {
            shown.pixelColor(round(x * ratio), round(side / 2 * ratio)).red()
            for x in range(4, side - 4)
        }
        middle = image.height() // 2
        places = [(x, y) for x in range(image.width()) for y in (middle - 1, middle)]
        assert seen <= {image.pixelColor(*place).red() for place in places}


class TestChoosing:
    def test_the_list_has_every_source_by_content_shipped_ones_first(
        self, panel: DataPanel
    ) -> None:
        listed = [picker(panel).itemData(place) for place in range(picker(panel).count())]
        assert sorted(listed) == sorted(SOURCES.names())
        contents = [SOURCES[name].content for name in listed]
        assert list(dict.fromkeys(contents)) == [each for each in Content if each in contents]
        images = [name for name in listed if SOURCES[name].content is Content.IMAGES]
        assert images[:2] == ["mnist", "digits"]
        assert images.index("fashion_mnist") < images.index("image_folder")
        tip = picker(panel).itemData(0, Qt.ItemDataRole.ToolTipRole)
        assert "handwritten" in tip
        assert "CC BY-SA 3.0" in tip

    def test_another_set_is_read_with_progress_and_becomes_the_documents(
        self, panel: DataPanel, document: Document, loader: DataLoader, qtbot: QtBot
    ) -> None:
        with qtbot.waitSignal(loader.loaded, timeout=60_000):
            pick(panel, "mnist")
            assert child(panel, BusyBar).isVisible()
            assert picker(panel).currentText() == "MNIST digits"
            assert samples(panel)  # the old ones, until the new ones are there
        grab(panel, "data-mnist")
        assert document.project.data.source.type == "mnist"
        assert figures(panel)["Training images"] == "54 000"
        assert figures(panel)["Test"] == "10 000"
        qtbot.waitUntil(lambda: not child(panel, BusyBar).isVisible())
        document.undo()
        assert picker(panel).currentText() == "Small digits"
        until_loaded(loader, qtbot)

    def test_cancel_brings_the_picker_and_the_data_back(
        self, panel: DataPanel, document: Document, loader: DataLoader, qtbot: QtBot
    ) -> None:
        pick(panel, "mnist")
        task = loader.task
        assert task is not None
        with qtbot.waitSignal(task.ended):
            press(panel, "Cancel")
        assert picker(panel).currentText() == "Small digits"
        assert document.project.data.source == DIGITS
        assert figures(panel)["Training images"] == "1 455"
        assert not child(panel, BusyBar).isVisible()

    def test_a_set_that_is_not_there_is_told_in_the_panel_until_it_is_dismissed(
        self, panel: DataPanel, document: Document, loader: DataLoader, qtbot: QtBot
    ) -> None:
        with qtbot.waitSignal(loader.refused, timeout=30_000):
            pick(panel, "fashion_mnist")
        grab(panel, "data-refused")
        assert "Fashion-MNIST is not in" in notice(panel)
        assert picker(panel).currentText() == "Small digits"
        assert not QApplication.activeModalWidget()
        press(panel, "Dismiss")
        assert notice(panel) == ""

    def test_the_chosen_folder_appears_with_its_name_and_stays_in_the_list(
        self, panel: DataPanel, document: Document, loader: DataLoader, insects: Path, qtbot: QtBot
    ) -> None:
        look_for_folder(panel)
        dialog = child(panel, QFileDialog)
        assert dialog.isVisible()
        with qtbot.waitSignal(loader.loaded, timeout=30_000):
            dialog.setDirectory(str(insects.parent))
            dialog.selectFile("insects")
            dialog.accept()
        place = entries(panel).index("insects")
        assert entries(panel)[place + 1] == "Image folder…"
        assert picker(panel).currentText() == "insects"
        assert picker(panel).currentData() == "image_folder"
        assert document.project.data.source == folder(insects)
        with qtbot.waitSignal(loader.loaded, timeout=30_000):
            pick(panel, "digits")
        with qtbot.waitSignal(loader.loaded, timeout=30_000):
            picker(panel).setCurrentIndex(place)
        assert document.project.data.source == folder(insects)
        assert entries(panel).count("insects") == 1

    def test_no_folder_after_all_leaves_the_choice(
        self, panel: DataPanel, loader: DataLoader
    ) -> None:
        look_for_folder(panel)
        child(panel, QFileDialog).reject()
        assert picker(panel).currentText() == "Small digits"
        assert loader.task is None

    def test_one_file_or_folder_can_be_dropped_and_nothing_else(
        self, panel: DataPanel, insects: Path, qtbot: QtBot
    ) -> None:
        assert not drop(panel, insects / "ants", insects / "bees")
        assert not drop(panel)
        for path in (insects, insects / "ants" / "000.png"):
            with qtbot.waitSignal(panel.data_dropped) as dropped:
                assert drop(panel, path)
            assert dropped.args == [path]

    def test_another_folder_keeps_the_size_and_colour_that_the_network_is_made_for(
        self, panel: DataPanel, document: Document, loader: DataLoader, insects: Path, qtbot: QtBot
    ) -> None:
        document.replace(project_from_template("cifar-cnn", "photos"))
        assert "Choose one" in notice(panel)
        assert picker(panel).currentIndex() == -1
        with qtbot.waitSignal(loader.loaded, timeout=30_000):
            panel.choose_folder(insects)
        kept = document.project.data.source.fields
        assert (kept["folder"], kept["image_size"], kept["color"]) == (str(insects), 32, "rgb")
        assert notice(panel) == ""


class TestWhenDataAreMissing:
    def test_it_says_so_keeps_the_facts_and_can_be_asked_to_try_again(
        self,
        document: Document,
        make_loader: Callable[..., DataLoader],
        make_panel: Callable[[DataLoader], DataPanel],
        insects: Path,
        qtbot: QtBot,
    ) -> None:
        elsewhere = insects.rename(insects.parent / "elsewhere")
        data = replace(document.project.data, source=folder(insects))
        document.replace(replace(document.project, data=data))
        loader = make_loader()
        panel = make_panel(loader)
        qtbot.waitUntil(lambda: "could not be read" in notice(panel), timeout=30_000)
        grab(panel, "data-missing")
        assert figures(panel)["Training images"] == "1 455"
        assert figures(panel)["Classes"] == "10"
        elsewhere.rename(insects)
        press(panel, "Try again")
        until_loaded(loader, qtbot)
        assert notice(panel) == ""
        assert figures(panel)["Classes"] == "2, balanced"

    def test_cancelled_data_can_be_loaded_after_all(
        self,
        make_loader: Callable[..., DataLoader],
        make_panel: Callable[[DataLoader], DataPanel],
        qtbot: QtBot,
    ) -> None:
        loader = make_loader()
        panel = make_panel(loader)
        assert loader.task is not None
        with qtbot.waitSignal(loader.task.ended, timeout=30_000):
            press(panel, "Cancel")
        assert notice(panel) == "The data are not loaded."
        press(panel, "Load")
        until_loaded(loader, qtbot)
        assert notice(panel) == ""

    def test_a_fault_of_the_program_offers_its_details(
        self,
        panel: DataPanel,
        loader: DataLoader,
        monkeypatch: pytest.MonkeyPatch,
        caplog: pytest.LogCaptureFixture,
        qtbot: QtBot,
    ) -> None:
        from netstudio.engine.data.images import idx

        def break_down(reading: object) -> None:
            raise ZeroDivisionError("division by zero")

        monkeypatch.setattr(idx, "read_mnist", break_down)
        with qtbot.waitSignal(loader.refused, timeout=30_000):
            pick(panel, "mnist")
        assert "ZeroDivisionError" in notice(panel)
        press(panel, "Details…")
        box = child(panel, QMessageBox)
        assert "Traceback" in box.detailedText()
        box.close()
        caplog.clear()


class TestSettings:
    def test_the_share_is_edited_in_one_step_and_shown_as_percent(
        self, panel: DataPanel, document: Document, loader: DataLoader, qtbot: QtBot
    ) -> None:
        form = child(panel, FieldsForm)
        form.edited.emit("validation_share", 0.2)
        form.edited.emit("validation_share", 0.25)
        until_loaded(loader, qtbot)
        assert document.project.data.options["validation_share"] == 0.25
        assert len(document.history.past) == 1
        assert document.history.past[0].label == "Change Validation share"
        assert figures(panel)["Validation"] == "25 % · 404"

    def test_the_fields_are_those_of_the_source(
        self, panel: DataPanel, document: Document, loader: DataLoader, insects: Path, qtbot: QtBot
    ) -> None:
        def fields() -> list[str]:
            forms = [form for form in panel.findChildren(FieldsForm) if not form.isHidden()]
            return [name for form in forms for name in form.rows]

        assert "image_size" not in fields()
        with qtbot.waitSignal(loader.loaded, timeout=30_000):
            panel.choose_folder(insects)
        assert {"folder", "test_folder", "image_size", "color"} <= set(fields())
        form = panel.findChildren(FieldsForm)[-2]
        form.edited.emit("image_size", 16)
        until_loaded(loader, qtbot)
        facts = document.project.data.facts
        assert facts is not None
        assert facts.sample.sizes == (3, 16, 16)
        document.undo()
        assert document.project.data.source == folder(insects)
        until_loaded(loader, qtbot)


def test_a_panel_that_is_gone_hears_of_no_change(
    loader: DataLoader, document: Document, qtbot: QtBot
) -> None:
    panel = DataPanel(document, loader)
    panel.deleteLater()
    qtbot.waitUntil(lambda: not isValid(panel))
    document.edit("choose", lambda now: replace(now, data=replace(now.data, source=FASHION)))


def test_a_source_that_nobody_knows_is_explained(
    panel: DataPanel, document: Document, qtbot: QtBot
) -> None:
    data = replace(document.project.data, source=Selected("imagenet"))
    document.replace(replace(document.project, data=data))
    assert "imagenet" in notice(panel)
    combo: QComboBox = picker(panel)
    assert combo.currentIndex() == -1
