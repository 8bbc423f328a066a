"""The data of the document's choice: read in the background, kept, replaced, found missing."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from netstudio.core.document import Change, Document, Origin
from netstudio.core.project import Project, Selected
from netstudio.core.translate import Message
from netstudio.gui.background import Lane
from netstudio.gui.data.loader import DataLoader
from netstudio.tasks.templates import project_from_template
from tests.data import in_memory
from tests.gui.data.conftest import DIGITS, FASHION, MNIST, folder, until_loaded
from tests.pictures import write_class

MakeLoader = Callable[..., DataLoader]


def with_options(**options: object) -> Callable[[Project], Project]:
    return lambda project: replace(
        project, data=replace(project.data, options=project.data.options.replace(**options))
    )


def with_source(source: Selected) -> Callable[[Project], Project]:
    return lambda project: replace(project, data=replace(project.data, source=source))


def classes(loader: DataLoader) -> tuple[str, ...] | None:
    """The classes of the data that are there."""
    return loader.dataset.classes if loader.dataset else None


def refusal(loader: DataLoader, qtbot: QtBot, choice: Selected) -> str:
    """What is said when the user chooses something that cannot be read."""
    with qtbot.waitSignal(loader.refused, timeout=30_000) as caught:
        loader.choose(choice)
    text, detail = caught.args
    assert isinstance(text, Message)
    assert detail == ""
    return str(text)


@pytest.fixture
def tasks(loader: DataLoader) -> list[object]:
    """What the loader begins after the small digits are there."""
    begun: list[object] = []
    loader.busy.connect(begun.append)
    return begun


@pytest.fixture
def heard(document: Document, loader: DataLoader) -> list[Change]:
    changes: list[Change] = []
    document.connect(changes.append)
    return changes


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Holds back the reading of the small digits until it is set."""
    from netstudio.engine.data.images import digits
    from netstudio.engine.data.job import Job
    from netstudio.engine.data.reading import Reading
    from netstudio.engine.data.records import RawData
    from netstudio.engine.events import Preparing

    opened = threading.Event()
    read = digits.read_digits

    def wait_and_read(reading: Reading) -> Job[RawData]:
        while not opened.wait(0.01):
            yield Preparing("read", 0, 1)
        raw = yield from read(reading)
        return raw

    monkeypatch.setattr(digits, "read_digits", wait_and_read)
    return opened


class TestFollowingTheDocument:
    def test_the_data_of_the_document_are_read_without_being_asked_for(
        self, loader: DataLoader, document: Document
    ) -> None:
        assert loader.dataset is not None
        assert loader.dataset.facts == document.project.data.facts
        content = loader.content
        assert content is not None
        assert content.label == "Small digits"
        assert sum(content.counts.train) == len(content.dataset.train)
        assert len(content.counts.test) == 10
        assert not document.is_modified

    def test_facts_that_the_file_has_wrong_are_put_right_without_a_step(
        self, document: Document, make_loader: MakeLoader, qtbot: QtBot
    ) -> None:
        right = document.project.data.facts
        stale = replace(document.project, data=replace(document.project.data, facts=None))
        document.replace(stale)
        until_loaded(make_loader(), qtbot)
        assert document.project.data.facts == right
        assert not document.is_modified
        assert not document.undo()

    def test_another_share_divides_anew_without_reading_and_is_one_step(
        self, loader: DataLoader, document: Document, heard: list[Change], qtbot: QtBot
    ) -> None:
        raw = loader.content.raw if loader.content else None
        document.edit("share", with_options(validation_share=0.5))
        assert loader.dataset is None
        until_loaded(loader, qtbot)
        assert loader.content is not None
        assert loader.content.raw is raw
        facts = document.project.data.facts
        assert facts is not None
        assert (facts.counts.train, facts.counts.validation) == (809, 808)
        assert [change.origin for change in heard] == [Origin.EDIT, Origin.AMEND]
        assert len(document.history.past) == 1

    def test_while_a_share_is_spun_nothing_is_divided_until_it_rests(
        self, loader: DataLoader, document: Document, tasks: list[object], qtbot: QtBot
    ) -> None:
        for percent in range(11, 20):
            document.edit("share", with_options(validation_share=percent / 100), merge_key="v")
        until_loaded(loader, qtbot)
        assert len(tasks) == 1
        assert loader.content is not None
        assert loader.content.wish.options.validation_share == 0.19

    def test_a_share_that_comes_back_while_it_is_spun_keeps_the_division(
        self, loader: DataLoader, document: Document, tasks: list[object], qtbot: QtBot
    ) -> None:
        content = loader.content
        document.edit("share", with_options(validation_share=0.2))
        with qtbot.waitSignal(loader.loaded):
            document.edit("share", with_options(validation_share=0.1))
        qtbot.wait(400)
        assert loader.content is content
        assert tasks == []

    def test_an_edit_that_does_not_touch_the_data_reads_nothing(
        self, loader: DataLoader, document: Document, tasks: list[object], qtbot: QtBot
    ) -> None:
        document.edit("rename", lambda project: replace(project, name="other"))
        qtbot.wait(400)
        assert tasks == []
        assert loader.dataset is not None

    def test_undo_and_redo_bring_the_data_of_their_project(
        self, loader: DataLoader, document: Document, insects: Path, qtbot: QtBot
    ) -> None:
        loader.choose(folder(insects))
        qtbot.waitUntil(lambda: document.project.data.source != DIGITS, timeout=10_000)
        before = document.project.data
        document.undo()
        assert classes(loader) is None
        until_loaded(loader, qtbot)
        assert classes(loader) == tuple("0123456789")
        document.redo()
        until_loaded(loader, qtbot)
        assert classes(loader) == ("ants", "bees")
        assert document.project.data == before

    def test_a_source_that_is_not_there_is_told_and_the_facts_stay(
        self, document: Document, make_loader: MakeLoader, tmp_path: Path, qtbot: QtBot
    ) -> None:
        facts = document.project.data.facts
        document.replace(with_source(FASHION)(document.project))
        loader = make_loader(tmp_path)
        with qtbot.waitSignal(loader.failed, timeout=30_000) as caught:
            pass
        assert f"Fashion-MNIST is not in {tmp_path}" in str(caught.args[0])
        assert loader.fault is not None
        assert document.project.data.facts == facts
        tasks: list[object] = []
        loader.busy.connect(tasks.append)
        document.edit("rename", lambda project: replace(project, name="other"))
        qtbot.wait(400)
        assert tasks == []  # what cannot be read is not read again with every edit

    def test_a_project_without_a_folder_asks_for_one(
        self, document: Document, make_loader: MakeLoader
    ) -> None:
        document.replace(project_from_template("cifar-cnn", "photos"))
        loader = make_loader()
        assert loader.fault is not None
        assert "Choose one" in str(loader.fault.text)
        assert loader.task is None

    def test_options_that_no_data_can_have_are_told(
        self, loader: DataLoader, document: Document, qtbot: QtBot
    ) -> None:
        with qtbot.waitSignal(loader.failed) as caught:
            document.edit("share", with_options(validation_share=7))
        assert "Validation share is 7" in str(caught.args[0])
        assert loader.dataset is None
        document.undo()
        until_loaded(loader, qtbot)
        assert loader.fault is None

    def test_what_was_missing_is_read_when_it_is_there_and_asked_for_again(
        self, document: Document, make_loader: MakeLoader, insects: Path, qtbot: QtBot
    ) -> None:
        elsewhere = insects.rename(insects.parent / "elsewhere")
        document.replace(with_source(folder(insects))(document.project))
        loader = make_loader()
        with qtbot.waitSignal(loader.failed, timeout=30_000):
            pass
        elsewhere.rename(insects)
        loader.reload()
        until_loaded(loader, qtbot)
        assert loader.fault is None

    def test_opening_a_project_again_tries_again(
        self, document: Document, make_loader: MakeLoader, insects: Path, qtbot: QtBot
    ) -> None:
        elsewhere = insects.rename(insects.parent / "elsewhere")
        document.replace(with_source(folder(insects))(document.project))
        loader = make_loader()
        with qtbot.waitSignal(loader.failed, timeout=30_000):
            pass
        elsewhere.rename(insects)
        document.replace(replace(document.project, name="the same again"))
        until_loaded(loader, qtbot)

    def test_a_reading_that_was_cancelled_waits_until_it_is_asked_for(
        self, gate: threading.Event, make_loader: MakeLoader, document: Document, qtbot: QtBot
    ) -> None:
        loader = make_loader()
        task = loader.task
        assert task is not None
        with qtbot.waitSignal(task.ended, timeout=30_000):
            task.cancel()
        document.edit("rename", lambda project: replace(project, name="other"))
        assert loader.task is None
        assert loader.fault is None
        gate.set()
        loader.choose(DIGITS)
        until_loaded(loader, qtbot)


class TestChoosing:
    def test_a_choice_becomes_one_step_when_its_data_are_there(
        self, loader: DataLoader, document: Document, heard: list[Change], qtbot: QtBot
    ) -> None:
        with qtbot.waitSignal(loader.loaded, timeout=60_000):
            loader.choose(MNIST)
            assert document.project.data.source == DIGITS
            assert loader.choice == MNIST
        assert [(change.origin, change.label) for change in heard] == [
            (Origin.EDIT, "Choose MNIST digits")
        ]
        facts = document.project.data.facts
        assert facts is not None
        assert facts.counts.train == 54_000
        assert loader.dataset is not None
        assert loader.dataset.facts == facts
        document.undo()
        assert document.project.data.source == DIGITS

    def test_a_choice_that_is_cancelled_leaves_everything_as_it_was(
        self, loader: DataLoader, document: Document, heard: list[Change], qtbot: QtBot
    ) -> None:
        content = loader.content
        loader.choose(MNIST)
        task = loader.task
        assert task is not None
        with qtbot.waitSignal(task.ended):
            task.cancel()
        assert heard == []
        assert loader.choice == DIGITS
        assert loader.content is content

    def test_a_choice_that_cannot_be_read_is_refused_in_a_sentence(
        self, loader: DataLoader, heard: list[Change], tmp_path: Path, qtbot: QtBot
    ) -> None:
        content = loader.content
        empty = tmp_path / "empty"
        empty.mkdir()
        assert "Fashion-MNIST is not in" in refusal(loader, qtbot, FASHION)
        assert "could not be read" in refusal(loader, qtbot, folder(tmp_path / "nothing"))
        assert "no class folders" in refusal(loader, qtbot, folder(empty))
        assert "No folder is chosen" in refusal(loader, qtbot, Selected("image_folder"))
        assert "no data source called" in refusal(loader, qtbot, Selected("imagenet"))
        assert heard == []
        assert loader.content is content
        assert loader.fault is None

    def test_choosing_the_same_again_reads_nothing(
        self, loader: DataLoader, tasks: list[object], heard: list[Change]
    ) -> None:
        loader.choose(Selected("digits"))
        assert tasks == []
        assert heard == []

    def test_the_last_of_two_choices_wins(
        self, loader: DataLoader, document: Document, insects: Path, qtbot: QtBot
    ) -> None:
        loader.choose(MNIST)
        first = loader.task
        assert first is not None
        with qtbot.waitSignals([first.cancelled, loader.loaded], timeout=30_000):
            loader.choose(folder(insects))
        assert document.project.data.source == folder(insects)
        assert len(document.history.past) == 1

    def test_choosing_what_the_document_has_drops_another_choice(
        self, loader: DataLoader, document: Document, qtbot: QtBot
    ) -> None:
        loader.choose(MNIST)
        task = loader.task
        assert task is not None
        with qtbot.waitSignal(task.ended, timeout=30_000):
            loader.choose(DIGITS)
        assert document.project.data.source == DIGITS
        assert loader.task is None
        assert loader.dataset is not None

    def test_a_cancelled_choice_goes_back_to_reading_what_the_document_wants(
        self, gate: threading.Event, make_loader: MakeLoader, insects: Path, qtbot: QtBot
    ) -> None:
        loader = make_loader()
        loader.choose(folder(insects))
        task = loader.task
        assert task is not None
        task.cancel()
        gate.set()
        until_loaded(loader, qtbot)
        assert loader.dataset is not None
        assert len(loader.dataset.classes) == 10

    def test_opening_another_project_drops_a_choice(
        self, loader: DataLoader, document: Document, insects: Path, qtbot: QtBot
    ) -> None:
        loader.choose(folder(insects))
        document.replace(project_from_template("digits-mlp", "another"))
        qtbot.wait(300)
        assert document.project.data.source == DIGITS
        assert not document.is_modified

    def test_a_share_that_is_edited_meanwhile_holds_for_the_choice_too(
        self, loader: DataLoader, document: Document, insects: Path, qtbot: QtBot
    ) -> None:
        loader.choose(folder(insects))
        document.edit("share", with_options(validation_share=0.5))
        qtbot.waitUntil(lambda: loader.choice != DIGITS and loader.task is None, timeout=10_000)
        until_loaded(loader, qtbot)
        facts = document.project.data.facts
        assert facts is not None
        assert (facts.counts.train, facts.counts.validation) == (3, 4)

    def test_files_that_are_no_pictures_are_noted_and_a_missing_folder_is_no_end(
        self, loader: DataLoader, document: Document, insects: Path, qtbot: QtBot
    ) -> None:
        (insects / "ants" / "imageNotFound.gif").write_bytes(b"GIF89a")
        with qtbot.waitSignal(loader.loaded, timeout=30_000):
            loader.choose(folder(insects))
        assert loader.dataset is not None
        assert "imageNotFound.gif" in str(loader.dataset.notes[0])
        shutil.rmtree(insects)
        document.edit("share", with_options(validation_share=0.5))
        until_loaded(loader, qtbot)  # the pictures are in memory
        with qtbot.waitSignal(loader.failed):
            document.edit("size", with_source(folder(insects, image_size=16)))
        assert "could not be read" in str(loader.fault.text if loader.fault else "")


def test_pictures_are_those_of_the_class_whatever_their_size_and_colour(
    loader: DataLoader, tmp_path: Path, qtbot: QtBot
) -> None:

    root = tmp_path / "mixed"
    write_class(root / "few", 3, size=(200, 240))
    write_class(root / "many", 30, size=(200, 240), seed=1)
    with qtbot.waitSignal(loader.sample_changed, timeout=30_000):
        loader.choose(folder(root))
    assert loader.content is not None
    assert [len(tiles) for tiles in loader.content.glances] == [
        loader.content.counts.train[0],
        14,
    ]
    tile = loader.content.glances[1][0]
    assert isinstance(tile, QImage)
    assert (tile.width(), tile.height()) == (144, 120)
    assert tile.format() in (QImage.Format.Format_RGB888, QImage.Format.Format_RGB32)
    assert loader.sample_image() is not None


def test_a_small_picture_is_kept_pixel_by_pixel(loader: DataLoader) -> None:
    content = loader.content
    assert content is not None
    first = int((content.dataset.train.targets == 3).nonzero()[0])
    pixels = in_memory(content.dataset.train.inputs)[first, 0]
    tile = content.glances[3][0]
    assert isinstance(tile, QImage)
    assert (tile.width(), tile.height()) == (8, 8)
    assert [tile.pixelColor(x, 2).red() for x in range(8)] == pixels[2].tolist()


def test_closing_the_lane_while_a_choice_is_read_leaves_nothing(
    gate: threading.Event, document: Document, make_loader: MakeLoader, lane: Lane, qtbot: QtBot
) -> None:
    document.replace(with_source(MNIST)(document.project))
    loader = make_loader()
    loader.choose(DIGITS)
    task = loader.task
    assert task is not None
    with qtbot.waitSignal(task.progressed, timeout=30_000):
        pass
    with qtbot.waitSignal(task.ended):
        lane.close()
    assert loader.task is None
    assert document.project.data.source == MNIST
