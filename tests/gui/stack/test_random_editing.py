"""Random edits through the window: view and document never differ, nothing fails, Qt is silent.

NETSTUDIO_EDITING_STEPS says how many steps are taken in all, more or less.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import ClassVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QGraphicsPathItem,
    QGraphicsPixmapItem,
    QLineEdit,
    QWidget,
)
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from netstudio.core.files import write_project
from netstudio.core.project import Project
from netstudio.core.tree import Node, Stack, alike, find, walk
from netstudio.gui.layer_words import describe, given_name
from netstudio.gui.main_window import MainWindow
from netstudio.gui.stack.faces import LayerFace
from netstudio.gui.stack.geometry import INPUT, OUTPUT
from netstudio.gui.stack.mime import type_mime, uids_mime
from netstudio.gui.stack.scene import Tile
from netstudio.gui.stack.view import StackView
from netstudio.tasks.templates import project_from_template
from tests.gui.forms import enter
from tests.gui.stack.hands import ALT, CTRL, PLAIN, drop, middle, press
from tests.gui.windows import Open, part, trigger

_STEPS = int(os.environ.get("NETSTUDIO_EDITING_STEPS", "300"))
# Hypothesis often stops earlier than that.
_MOST_IN_A_ROW = 50
_USUALLY_IN_A_ROW = 20
_MOST = 45
_TYPES = ("Conv2d", "Linear", "ReLU", "Flatten", "Dropout", "MaxPool2d", "BatchNorm2d")
_CONTAINERS = ("Group", "Residual", "Parallel", "Repeat")
_types = st.sampled_from(_TYPES + _CONTAINERS)
_numbers = st.integers(0, 10_000)
Key = Qt.Key


class Editing(RuleBasedStateMachine):
    """A person who does not know what they are doing, and does it fast."""

    window: ClassVar[MainWindow]
    folder: ClassVar[Path]
    said: ClassVar[list[str]]
    qtbot: ClassVar[QtBot]

    def __init__(self) -> None:
        super().__init__()
        self.document = self.window.document
        self.view = part(self.window, StackView, "stackView")
        self.path = self.folder / "random.netstudio"
        write_project(project_from_template("mnist-mlp", "random"), self.path)
        self.document.mark_saved()  # so that nobody asks whether to save
        self.open()

    # What the window is asked to do.

    @rule(number=_numbers)
    def click(self, number: int) -> None:
        if uids := self.view.order:
            self.view.reveal(uids[number % len(uids)])

    @rule(first=_numbers, second=_numbers)
    def select_a_range(self, first: int, second: int) -> None:
        if uids := self.view.order:
            low, high = sorted((first % len(uids), second % len(uids)))
            self.view.select(tuple(uids[low : high + 1]))

    @rule()
    def select_all(self) -> None:
        press(self.view, Key.Key_A, CTRL)

    @rule(key=st.sampled_from((Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right)))
    def walk_about(self, key: Qt.Key) -> None:
        press(self.view, key)

    @precondition(lambda self: self.has_room)
    @rule(name=_types)
    def take_from_the_palette(self, name: str) -> None:
        palette = part(self.window, QAbstractItemView, "paletteView")
        flags = Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchExactly
        model = palette.model()
        found = model.match(model.index(0, 0), Qt.ItemDataRole.UserRole, name, 1, flags)
        assert found, name
        palette.setCurrentIndex(QModelIndex(found[0]))
        QTest.keyClick(palette, Key.Key_Return)

    @precondition(lambda self: self.has_room)
    @rule(name=_types, number=_numbers)
    def drop_a_type(self, name: str, number: int) -> None:
        drop(self.view, type_mime(name), self.somewhere(number))

    @precondition(lambda self: self.has_room)
    @rule(number=_numbers, copies=st.booleans())
    def drop_cards(self, number: int, copies: bool) -> None:
        if uids := self.view.selected:
            drop(self.view, uids_mime(uids), self.somewhere(number), CTRL if copies else PLAIN)

    @rule(key=st.sampled_from((Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right)))
    def move(self, key: Qt.Key) -> None:
        press(self.view, key, ALT)

    @rule()
    def delete(self) -> None:
        press(self.view, Key.Key_Delete)

    @precondition(lambda self: self.has_room)
    @rule(name=st.sampled_from(("duplicate", "copy", "paste", "cut")))
    def use_the_clipboard(self, name: str) -> None:
        trigger(self.window, name)

    @precondition(lambda self: self.has_room)
    @rule(name=st.sampled_from(_CONTAINERS))
    def wrap(self, name: str) -> None:
        trigger(self.window, f"wrapIn{name}")

    @rule(name=st.sampled_from(("unwrap", "switch", "freeze", "freezeAbove")))
    def unwrap_switch_or_freeze(self, name: str) -> None:
        trigger(self.window, name)

    @rule(name=st.sampled_from(("stem", "relu_1", "2x", "", "class", "größe")))
    def rename(self, name: str) -> None:
        self.answer("rename", name)

    @rule(note=st.sampled_from(("", "why?", "two\nlines")))
    def annotate(self, note: str) -> None:
        if len(self.view.selected) == 1 and find(self.network, self.view.selected[0]):
            trigger(self.window, "annotate")
            popup = QApplication.activePopupWidget()
            assert popup is not None
            for widget in popup.findChildren(QWidget):
                if hasattr(widget, "setPlainText"):
                    widget.setPlainText(note)
            popup.close()

    @rule(name=_types)
    def change_type(self, name: str) -> None:
        self.answer("changeType", name)

    @rule(number=_numbers)
    def add_or_remove_a_branch(self, number: int) -> None:
        layout = self.view.stack_layout
        buttons = [label.cross for label in layout.labels if label.cross is not None]
        if self.has_room:
            buttons += [gap.plus for gap in layout.gaps.values() if gap.is_new]
        if buttons:
            button = buttons[number % len(buttons)]
            self.view.centerOn(button.x, button.y)
            QTest.mouseClick(
                self.view.viewport(), Qt.MouseButton.LeftButton, PLAIN, middle(self.view, button)
            )

    @rule(number=_numbers)
    def fold(self, number: int) -> None:
        if boxes := [node.uid for node in walk(self.network) if node.slots]:
            uid = boxes[number % len(boxes)]
            if uid in self.view.order:
                self.view.toggle_collapsed(uid)

    @rule(name=st.sampled_from(("zoomIn", "zoomOut", "fitAll", "collapseAll", "expandAll")))
    def look(self, name: str) -> None:
        trigger(self.window, name)

    @rule(number=_numbers, value=st.integers(1, 12))
    def fill_in_the_form(self, number: int, value: int) -> None:
        form = part(self.window, QWidget, "inspector")
        fields: list[QAbstractSpinBox | QCheckBox | QComboBox] = [
            *form.findChildren(QAbstractSpinBox),
            *form.findChildren(QCheckBox),
            *form.findChildren(QComboBox),
        ]
        fields = [field for field in fields if field.isVisible()]
        if not fields:
            return
        field = fields[number % len(fields)]
        if isinstance(field, QCheckBox):
            field.click()
        elif isinstance(field, QAbstractSpinBox):
            enter(field, str(value))
            QTest.keyClick(field, Key.Key_Return)
        elif field.count():
            field.setCurrentIndex(value % field.count())
            field.activated.emit(field.currentIndex())

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            trigger(self.window, "undo")

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            trigger(self.window, "redo")

    @rule()
    def save(self) -> None:
        self.settle_form()
        trigger(self.window, "save")
        self.qtbot.waitUntil(lambda: not self.document.is_modified, timeout=20_000)

    @rule()
    def save_and_open(self) -> None:
        self.save()
        before = self.document.project
        self.open()
        assert alike(before.network, self.network)

    @rule()
    def wait_for_the_shapes(self) -> None:
        analyser = self.window._backstage.analyser
        self.qtbot.waitUntil(lambda: analyser.current is not None, timeout=60_000)

    # What is always so.

    @invariant()
    def view_and_document_are_equal(self) -> None:
        QApplication.processEvents()
        view = self.view
        shown = list(self.shown(self.network))
        assert list(view.stack_layout.cards) == [INPUT, *(node.uid for node in shown), OUTPUT]
        assert set(view.selected) <= {node.uid for node in walk(self.network)}
        for node in shown:
            face = view._scene.face(("card", node.uid))
            assert isinstance(face, LayerFace)
            told = describe(node.type, node.fields)
            assert (face.label, face.name) == (told.label, given_name(node))
            assert (face.off != "", face.remark) == (not node.enabled, " ".join(node.note.split()))
        self.nested(self.network)

    @invariant()
    def items_show_what_shall_be_shown(self) -> None:
        scene = self.view._scene
        pieces = scene._pieces
        assert pieces is not None
        assert {key: pieces.thing(key) for key in scene.shown} == dict(scene.shown)
        tiles = {key for key, thing in scene.shown.items() if isinstance(thing, Tile)}
        assert tiles == scene._pixmaps.keys()
        kinds = (QGraphicsPixmapItem, QGraphicsPathItem)
        assert sum(type(item) in kinds for item in scene.items()) == len(scene.shown) + 1

    @invariant()
    def qt_is_silent(self) -> None:
        assert not self.said

    # How it is done.

    @property
    def network(self) -> Stack:
        return self.document.project.network

    @property
    def has_room(self) -> bool:
        return sum(1 for _ in walk(self.network)) + len(self.view.selected) < _MOST

    def shown(self, stack: Stack) -> list[Node]:
        """The layers that no closed container hides."""
        found = []
        for node in stack:
            found.append(node)
            if node.uid not in self.view.collapsed:
                found += [inner for _, body in node.slots for inner in self.shown(body)]
        return found

    def nested(self, stack: Stack, level: int = 0) -> None:
        """Cards lie in the containers that hold their layers."""
        cards = self.view.stack_layout.cards
        for node in stack:
            assert cards[node.uid].level == level
            if not cards[node.uid].is_open:
                continue
            around = cards[node.uid].rect
            for inner in (inner for _, body in node.slots for inner in body):
                rect = cards[inner.uid].rect
                assert around.contains(rect.x, rect.y)
                assert around.grown(0.1).contains(rect.right, rect.bottom)
            for _, body in node.slots:
                self.nested(body, level + 1)

    def somewhere(self, number: int) -> QPoint:
        """A place for layers, in sight."""
        gaps = list(self.view.stack_layout.gaps.values())
        rect = gaps[number % len(gaps)].rect
        self.view.centerOn(rect.x + rect.width / 2, rect.y + rect.height / 2)
        return middle(self.view, rect)

    def answer(self, action: str, text: str) -> None:
        """Ask for something about the one layer that is selected, and type the answer."""
        if len(self.view.selected) != 1:
            return
        trigger(self.window, action)
        popup = QApplication.activePopupWidget()
        assert popup is not None
        field = popup.findChild(QLineEdit)
        assert field is not None
        field.setText(text)
        QTest.keyClick(field, Key.Key_Return)
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()

    def settle_form(self) -> None:
        """Leave the field that is being filled in."""
        self.view.setFocus()

    def open(self) -> None:
        old: Project = self.document.project
        self.window.open(self.path)
        self.qtbot.waitUntil(lambda: self.document.project is not old, timeout=20_000)
        self.window.show_page("design")
        self.view.setFocus()


def test_view_and_document_agree_whatever_is_done(
    open_window: Open, tmp_path: Path, qtbot: QtBot, quiet: list[str]
) -> None:
    window = open_window(project_from_template("mnist-mlp", "random"))

    class Hands(Editing):
        pass

    Hands.window, Hands.folder, Hands.said, Hands.qtbot = window, tmp_path, quiet, qtbot
    with capture_exceptions() as raised:
        run_state_machine_as_test(
            Hands,
            settings=settings(
                max_examples=max(1, _STEPS // _USUALLY_IN_A_ROW),
                stateful_step_count=_MOST_IN_A_ROW,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
    assert not raised
    window.document.mark_saved()
