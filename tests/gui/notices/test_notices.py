"""What is off with a training stands in a list, on the cards, and is mended with a click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.translate import message
from netstudio.core.tree import walk
from netstudio.core.values import Fields
from netstudio.engine.events import Healed, Noticed, Remedy
from netstudio.gui.activity.panel import ActivityPanel
from netstudio.gui.notices.board import NoticeBoard
from netstudio.gui.notices.panel import NoticesPanel
from netstudio.gui.run_controller import RunController
from netstudio.gui.stack.faces import LayerFace
from netstudio.gui.stack.view import StackView
from netstudio.gui.theme.appearance import Appearance
from tests.gui.conftest import grab
from tests.gui.windows import Open, digits, part

LOWER = Remedy(message("Learning rate {rate:g}", rate=0.0001), "optimizer", Fields(lr=0.0001))
EARLY = Remedy(message("Stop early"), "training", Fields(patience=5))
OVER_FITTING = Noticed(
    "over-fitting", message("The network learns by heart."), 8, remedies=(EARLY,)
)


def uid_of(document: Document, kind: str) -> str:
    return next(node.uid for node in walk(document.project.network) if node.type == kind)


def dead(document: Document) -> Noticed:
    uid = uid_of(document, "ReLU")
    leaky = Remedy(message("Use LeakyReLU"), uid, type="LeakyReLU")
    return Noticed("dead-units", message("62% are dead."), 3, uid, (leaky, LOWER))


@pytest.fixture
def controller(qtbot: QtBot) -> RunController:
    return RunController()


@pytest.fixture
def board(document: Document, controller: RunController) -> NoticeBoard:
    return NoticeBoard(document, controller, controller)


@pytest.fixture
def panel(board: NoticeBoard, qtbot: QtBot, dressed: Appearance) -> NoticesPanel:
    panel = NoticesPanel(board)
    qtbot.addWidget(panel)
    panel.resize(400, 300)
    panel.show()
    return panel


def test_without_notices_the_panel_says_that_all_is_well(panel: NoticesPanel) -> None:
    label = panel.findChild(QLabel, "noNotices")
    assert label is not None
    assert label.isVisible()
    assert panel.rows == ()


def test_the_newest_notice_stands_on_top_with_its_words(
    panel: NoticesPanel, controller: RunController, document: Document
) -> None:
    controller.received.emit((dead(document), OVER_FITTING))
    grab(panel, "notices")
    assert [row.text.text() for row in panel.rows] == [
        "The network learns by heart.",
        "62% are dead.",
    ]
    assert panel.rows[0].place is None
    assert panel.rows[1].place is not None


def test_a_click_on_a_remedy_changes_the_project_in_one_step(
    panel: NoticesPanel, controller: RunController, document: Document
) -> None:
    controller.received.emit((OVER_FITTING,))
    before = document.project
    QTest.mouseClick(panel.rows[0].remedies[0], Qt.MouseButton.LeftButton)
    assert document.project.training.options["patience"] == 5
    taken = panel.rows[0].taken
    assert taken is not None
    assert "Stop early" in taken.text()
    document.undo()
    assert document.project == before


def test_a_remedy_can_give_a_layer_another_type(
    panel: NoticesPanel, controller: RunController, document: Document
) -> None:
    controller.received.emit((dead(document),))
    panel.rows[0].remedies[0].click()
    assert uid_of(document, "LeakyReLU") == dead_uid(panel)


def dead_uid(panel: NoticesPanel) -> str:
    return panel.rows[0].notice.layer


def test_a_remedy_for_a_layer_that_is_gone_changes_nothing(
    panel: NoticesPanel, controller: RunController, document: Document
) -> None:
    gone = Noticed(
        "x", message("Gone."), 1, "gone", (Remedy(message("Mend"), "gone", type="ReLU"),)
    )
    controller.received.emit((gone,))
    before = document.project
    panel.rows[0].remedies[0].click()
    assert document.project == before
    assert panel.rows[0].place is None


def test_train_again_appears_once_the_project_is_changed_and_waits_for_the_run(
    panel: NoticesPanel, controller: RunController, qtbot: QtBot
) -> None:
    train = QAction(panel)
    panel.again.follow(train)
    assert not panel.again.isVisible()
    controller.received.emit((OVER_FITTING,))
    assert not panel.again.isVisible()
    train.setEnabled(False)
    panel.rows[0].remedies[0].click()
    assert panel.again.isVisible()
    assert not panel.again.button.isEnabled()
    train.setEnabled(True)
    with qtbot.waitSignal(train.triggered):
        QTest.mouseClick(panel.again.button, Qt.MouseButton.LeftButton)


def test_what_has_healed_or_is_put_aside_is_gone(
    panel: NoticesPanel, controller: RunController, document: Document
) -> None:
    notice = dead(document)
    controller.received.emit((notice, OVER_FITTING))
    controller.received.emit((Healed(notice.code, notice.layer, 4),))
    assert [row.notice.code for row in panel.rows] == ["over-fitting"]
    QTest.mouseClick(panel.rows[0].aside, Qt.MouseButton.LeftButton)
    assert panel.rows == ()


def test_the_same_notice_is_listed_once(panel: NoticesPanel, controller: RunController) -> None:
    controller.received.emit((OVER_FITTING,))
    controller.received.emit((OVER_FITTING,))
    assert len(panel.rows) == 1


def test_another_run_or_another_project_begins_without_notices(
    panel: NoticesPanel, controller: RunController, document: Document
) -> None:
    controller.received.emit((OVER_FITTING,))
    controller.started.emit(None)
    assert panel.rows == ()
    controller.received.emit((OVER_FITTING,))
    document.replace(digits())
    assert panel.rows == ()


def test_cards_wear_a_sign_and_say_what_it_means(open_window: Open) -> None:
    window = open_window(digits())
    stack = part(window, StackView, "stackView")
    notice = dead(window.document)
    window.run_controller.received.emit((notice,))
    marked = {key for key, face in stack._scene.faces().items() if is_marked(face)}
    assert marked == {("card", notice.layer)}
    assert "62% are dead." in stack.card_text(notice.layer)
    window.run_controller.received.emit((Healed(notice.code, notice.layer, 4),))
    assert not any(is_marked(face) for face in stack._scene.faces().values())


def is_marked(face: object) -> bool:
    return isinstance(face, LayerFace) and face.is_noticed


def test_the_name_of_the_layer_leads_to_its_card(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(digits())
    notice = dead(window.document)
    window.run_controller.received.emit((notice,))
    activity = window.parts.design.activity
    assert isinstance(activity, ActivityPanel)
    segment = next(
        one for one in activity.findChildren(QPushButton) if one.text().startswith("Notices")
    )
    assert segment.text() == "Notices 1"
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
    place = activity.notices.rows[0].place
    assert place is not None
    QTest.mouseClick(place, Qt.MouseButton.LeftButton)
    assert part(window, StackView, "stackView").selected == (notice.layer,)
