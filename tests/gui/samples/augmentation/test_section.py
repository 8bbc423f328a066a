"""Steps of augmentation: put together, moved, switched, set, and looked at on real samples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.project import Selected
from netstudio.core.values import Fields
from netstudio.gui.background import Lane
from netstudio.gui.data.loader import DataLoader
from netstudio.gui.forms.form import FieldsForm
from netstudio.gui.samples.augmentation.section import AugmentationSection
from netstudio.gui.samples.augmentation.variations import Shown
from netstudio.gui.samples.section import Bench
from netstudio.tasks.augmentations import AUGMENTATIONS, augmentations_for
from netstudio.tasks.content import Aim, Content
from netstudio.tasks.templates import project_from_template
from tests.gui.conftest import grab

pytestmark = pytest.mark.usefixtures("dressed")

Open = Callable[..., AugmentationSection]


@pytest.fixture
def document() -> Document:
    """A document with the small digits."""
    return Document(project_from_template("digits-mlp", "digits"))


@pytest.fixture
def open_section(document: Document, lane: Lane, qtbot: QtBot) -> Iterator[Open]:
    """Opens the tab of the document with these steps."""
    loaders = []
    sections = []

    def make(*steps: Selected) -> AugmentationSection:
        project = document.project
        document.edit(
            "steps", lambda _: replace(project, data=replace(project.data, augmentation=steps))
        )
        loader = DataLoader(document, lane, lane, None)
        loaders.append(loader)
        qtbot.waitUntil(lambda: loader.content is not None, timeout=60_000)
        section = AugmentationSection(Bench(document, loader, lane))
        qtbot.addWidget(section)
        sections.append(section)
        section.resize(900, 520)
        section.show()
        section.show_data(loader.content)
        return section

    yield make
    for section in sections:
        section.close()
    for loader in loaders:
        loader.close()


def types(document: Document) -> list[str]:
    """The document's steps that are switched on."""
    return [step.type for step in document.project.data.augmentation if step.enabled]


def seen(section: AugmentationSection, qtbot: QtBot) -> list[tuple[Shown, ...]]:
    """The rows of the preview, when it shows what the document says."""
    section.view.show_variations(None)
    section._preview()
    qtbot.waitUntil(lambda: section.view.variations is not None, timeout=30_000)
    assert section.view.variations is not None
    return list(section.view.variations.rows)


def levels(picture: Shown) -> bytes:
    """The pixels of a picture that is shown."""
    assert isinstance(picture, QImage)
    return bytes(picture.convertToFormat(QImage.Format.Format_Grayscale8).constBits())


def settings(section: AugmentationSection) -> FieldsForm:
    """The form of the chosen step."""
    form = section._settings._form
    assert form is not None
    return form


def test_the_menu_offers_what_suits_pictures_and_adds_it(
    open_section: Open, document: Document, qtbot: QtBot
) -> None:
    section = open_section()
    offered = augmentations_for(Content.IMAGES, Aim.CLASS)
    entries = {action.text(): action for action in section.menu.actions()}

    assert list(entries) == [step.label for step in offered]
    assert entries["Flip"].toolTip() == AUGMENTATIONS["flip"].help
    entries["Rotate"].trigger()
    entries["MixUp"].trigger()
    assert types(document) == ["rotate", "mix_up"]
    assert section.steps.currentRow() == 1
    document.undo()
    assert section.steps.count() == 1


def test_steps_are_moved_by_drag_by_keys_and_by_buttons(
    open_section: Open, document: Document
) -> None:
    section = open_section(Selected("flip"), Selected("crop"), Selected("blur"))
    nowhere = QModelIndex()

    assert section.steps.model().moveRow(nowhere, 0, nowhere, 3)  # what a drop asks for
    assert types(document) == ["crop", "blur", "flip"]
    assert section.steps.currentRow() == 2
    QTest.keyClick(section.steps, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert types(document) == ["crop", "flip", "blur"]
    QTest.mouseClick(section._up, Qt.MouseButton.LeftButton)
    assert types(document) == ["flip", "crop", "blur"]
    assert not section._up.isEnabled()
    assert [section.steps.item(row).text() for row in range(3)] == ["Flip", "Random crop", "Blur"]


def test_a_step_is_switched_off_by_space_and_taken_out_by_delete(
    open_section: Open, document: Document
) -> None:
    section = open_section(Selected("flip"), Selected("blur"))
    section.steps.setFocus()
    section.steps.setCurrentRow(0)

    QTest.keyClick(section.steps, Qt.Key.Key_Space)
    assert types(document) == ["blur"]
    assert len(document.project.data.augmentation) == 2
    assert section.steps.item(0).checkState() == Qt.CheckState.Unchecked
    QTest.keyClick(section.steps, Qt.Key.Key_Space)
    assert types(document) == ["flip", "blur"]
    QTest.keyClick(section.steps, Qt.Key.Key_Delete)
    assert types(document) == ["blur"]
    document.undo()
    assert section.steps.item(0).text() == "Flip"


def test_the_chosen_steps_settings_are_edited(open_section: Open, document: Document) -> None:
    section = open_section(Selected("flip"), Selected("rotate", Fields(degrees=30.0)))
    section.steps.setCurrentRow(1)
    form = settings(section)

    assert list(form.rows) == ["degrees", "outside"]
    form.edited.emit("degrees", 45.0)
    assert document.project.data.augmentation[1].fields["degrees"] == 45.0
    assert document.project.data.augmentation[0] == Selected("flip")
    section.steps.setCurrentRow(0)
    assert list(settings(section).rows) == ["direction", "share"]


def test_the_preview_shows_real_samples_beside_what_becomes_of_them(
    open_section: Open, document: Document, qtbot: QtBot
) -> None:
    section = open_section(Selected("flip", Fields(share=1.0)))
    for original, *varied in seen(section, qtbot):
        assert isinstance(original, QImage)
        assert {levels(each) for each in varied} == {
            levels(original.flipped(Qt.Orientation.Horizontal))
        }
    grab(section, "augmentation")


def test_the_preview_follows_the_document(
    open_section: Open, document: Document, qtbot: QtBot
) -> None:
    section = open_section(Selected("flip", Fields(share=1.0)))
    first = seen(section, qtbot)
    section.view.show_variations(None)
    section.steps.setCurrentRow(0)
    document.edit(
        "share",
        lambda project: replace(
            project,
            data=replace(project.data, augmentation=(Selected("flip", Fields(share=0.0)),)),
        ),
    )
    qtbot.waitUntil(lambda: section.view.variations is not None, timeout=30_000)
    assert section.view.variations is not None

    for before, after in zip(first, section.view.variations.rows, strict=True):
        assert levels(before[0]) == levels(after[0])
        assert {levels(each) for each in after} == {levels(after[0])}


def test_other_samples_are_shown_on_request(open_section: Open, qtbot: QtBot) -> None:
    section = open_section(Selected("pixel_noise"))
    first = seen(section, qtbot)
    section.view.show_variations(None)
    (button,) = (
        each for each in section.findChildren(QPushButton) if each.objectName() == "otherSamples"
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: section.view.variations is not None, timeout=30_000)
    assert section.view.variations is not None

    assert [levels(row[0]) for row in first] != [
        levels(row[0]) for row in section.view.variations.rows
    ]


def test_steps_that_do_not_suit_the_task_do_no_harm(
    open_section: Open, document: Document, qtbot: QtBot
) -> None:
    section = open_section(Selected("token_swap"), Selected("unheard"), Selected("flip"))

    assert len(seen(section, qtbot)) == 6
    assert section.steps.item(1).text() == "unheard"
    section.steps.setCurrentRow(1)
    assert section._settings._form is None


@pytest.mark.parametrize(
    ("template", "step"),
    [
        ("spoken-digits-cnn", "spec_augment"),
        ("tabular-mlp", "noise"),
        ("playground", "noise"),
        ("sequence-cnn", "scaling"),
        ("forecast-gru", "noise"),
    ],
)
def test_samples_of_every_kind_are_shown_varied(
    template: str, step: str, open_section: Open, document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    document.edit("other", lambda _: project_from_template(template, "other"))
    section = open_section(Selected(step))
    rows = seen(section, qtbot)

    assert len(rows) > 1
    assert any(shown != row[0] for row in rows for shown in row[1:])
    grab(section, f"augmentation-{template}")
