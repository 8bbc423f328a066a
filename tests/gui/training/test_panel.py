"""The training panel: loss, optimizer, options."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from netstudio.core import edits
from netstudio.core.document import Document
from netstudio.core.project import Selected, TrainingChoice
from netstudio.core.tree import Location
from netstudio.core.values import Fields
from netstudio.gui.analysis import Analyser
from netstudio.gui.forms.rows import FieldRow
from netstudio.gui.theme.appearance import Appearance
from netstudio.gui.training.panel import TrainingPanel
from netstudio.tasks.losses import LOSSES
from netstudio.tasks.metrics import METRICS
from netstudio.tasks.optimizers import OPTIMIZERS
from netstudio.tasks.schedules import SCHEDULES
from netstudio.tasks.task import TASKS
from netstudio.tasks.training.options import TrainingOptions
from tests.gui.conftest import tidy_up
from tests.gui.forms import enter, paste, pick, press, show, texts, turn_wheel

# What is in view at first with Adam and a constant rate.
FIRST_LOOK = ["lr", "epochs", "batch_size", "patience"]
# What Adam has behind "More".
MOMENTS = ["weight_decay", "beta1", "beta2", "eps", "amsgrad"]


class Bench:
    """A document with a training panel, and what a person sees and does there."""

    def __init__(self, qtbot: QtBot, document: Document, analyser: Analyser) -> None:
        self.qtbot = qtbot
        self.document = document
        self.analyser = analyser
        self.panel = TrainingPanel(document, analyser)
        self.panel.resize(300, 600)
        show(qtbot, self.panel)

    @property
    def training(self) -> TrainingChoice:
        return self.document.project.training

    def train(self, **choices: object) -> None:
        """Change the project from outside, and wait until that is analysed."""
        training = replace(self.training, **choices)  # type: ignore[arg-type]
        self.document.edit("outside", lambda p: replace(p, training=training))
        self.analysed()

    def analysed(self) -> None:
        if self.analyser.current is None:
            with self.qtbot.waitSignal(self.analyser.analysed, timeout=30_000):
                pass

    def combo(self, name: str) -> QComboBox:
        combo = self.panel.findChild(QComboBox, name)
        assert combo is not None
        return combo

    def rows(self) -> dict[str, FieldRow]:
        """The fields in view, from top to bottom."""
        rows = [row for row in self.panel.findChildren(FieldRow) if row.isVisible()]
        rows.sort(key=lambda row: row.mapTo(self.panel, row.rect().topLeft()).y())
        return {row.spec.name: row for row in rows}

    def number(self, name: str) -> str:
        control = self.control(name)
        assert isinstance(control, QAbstractSpinBox)
        return control.text()

    def control(self, name: str) -> QWidget:
        return self.rows()[name].editor.control

    def more(self) -> None:
        button = self.panel.findChild(QToolButton)
        assert button is not None
        button.click()
        QApplication.processEvents()

    def click(self, text: str) -> None:
        buttons = self.panel.findChildren(QPushButton)
        next(one for one in buttons if one.isVisible() and one.text() == text).click()


def press_tab() -> QWidget | None:
    """Press Tab where the keyboard is; gives the widget that it leads to."""
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, Qt.Key.Key_Tab)
    return QApplication.focusWidget()


@pytest.fixture
def bench(qtbot: QtBot, document: Document, analyser: Analyser, dressed: Appearance) -> Bench:
    return Bench(qtbot, document, analyser)


def test_it_offers_what_is_declared_and_shows_what_is_chosen(bench: Bench) -> None:
    loss, optimizer = bench.combo("lossCombo"), bench.combo("optimizerCombo")
    task = TASKS[bench.document.project.task.type]
    assert [loss.itemData(row) for row in range(loss.count())] == list(task.losses)
    assert [optimizer.itemData(row) for row in range(optimizer.count())] == [*OPTIMIZERS.names()]
    assert loss.currentText() == "Cross-entropy"
    assert optimizer.currentText() == "Adam"
    schedule = bench.combo("scheduleCombo")
    assert [schedule.itemData(row) for row in range(schedule.count())] == [*SCHEDULES.names()]
    assert schedule.currentText() == "Constant"
    assert list(bench.rows()) == FIRST_LOOK
    assert bench.number("lr") == "0.001"


def test_each_choice_is_explained_with_its_formula(bench: Bench) -> None:
    assert texts(bench.panel, "small") == [
        LOSSES["cross_entropy"].help,
        OPTIMIZERS["adam"].help,
        SCHEDULES["constant"].help,
    ]
    pick(bench.combo("optimizerCombo"), "SGD")
    assert OPTIMIZERS["sgd"].help in texts(bench.panel, "small")
    assert OPTIMIZERS["sgd"].formula in bench.combo("optimizerCombo").toolTip()
    assert LOSSES["cross_entropy"].formula in bench.combo("lossCombo").toolTip()


def test_every_setting_goes_to_its_place_in_the_project(bench: Bench) -> None:
    enter(bench.control("lr"), "0.02")
    enter(bench.control("epochs"), "7")
    pick(bench.combo("scheduleCombo"), "Cosine")
    pick(bench.combo("lossCombo"), "Binary cross-entropy")
    assert bench.training.optimizer.fields["lr"] == 0.02
    assert bench.training.options["epochs"] == 7
    assert bench.training.schedule == Selected("cosine", SCHEDULES["cosine"].defaults())
    assert bench.training.loss.type == "binary_cross_entropy"
    labels = [step.label for step in bench.document.history.past]
    task = TASKS[bench.document.project.task.type]
    passed = task.losses[1 : task.losses.index("binary_cross_entropy") + 1]  # with the arrow key
    between = [f"Train with {LOSSES[name].label}" for name in passed]
    assert labels == [
        "Change learning rate",
        "Change epochs",
        "Train with Cosine",
        *between,
    ]


def test_another_optimizer_keeps_what_was_set_and_brings_its_own_defaults(bench: Bench) -> None:
    pick(bench.combo("optimizerCombo"), "SGD")
    assert bench.training.optimizer == Selected("sgd", OPTIMIZERS["sgd"].defaults())
    assert list(bench.rows()) == ["lr", "momentum", *FIRST_LOOK[1:]]
    enter(bench.control("lr"), "0.5")
    pick(bench.combo("optimizerCombo"), "Adam")
    assert bench.training.optimizer.fields["lr"] == 0.5
    assert "momentum" not in bench.training.optimizer.fields
    assert "momentum" not in bench.rows()


def test_tab_goes_from_setting_to_setting_as_the_eye_does(bench: Bench) -> None:
    pick(bench.combo("optimizerCombo"), "SGD")
    bench.more()
    bench.combo("optimizerCombo").setFocus()
    enabled = {name: row for name, row in bench.rows().items() if row.isEnabled()}
    controls = {row.editor.control: name for name, row in enabled.items()}
    stops = [press_tab() for _ in range(len(controls) + 12)]
    passed = [controls[stop] for stop in stops if stop in controls]
    assert passed[: len(controls)] == list(controls.values())
    pick(bench.combo("optimizerCombo"), "AdamW")
    assert [name for name in bench.rows() if name in MOMENTS] == MOMENTS


@pytest.mark.parametrize("optimizer", ["Adam", "SGD"])
def test_tab_leads_out_of_the_panel(bench: Bench, qtbot: QtBot, optimizer: str) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(bench.panel)
    after = QLineEdit(page)
    column.addWidget(after)
    show(qtbot, page)
    pick(bench.combo("optimizerCombo"), optimizer)
    bench.combo("lossCombo").setFocus()
    assert after in [press_tab() for _ in range(20)]
    bench.panel.setParent(None)  # it is taken care of by itself


def test_it_follows_undo_and_changes_from_outside(bench: Bench) -> None:
    pick(bench.combo("optimizerCombo"), "SGD")
    enter(bench.control("momentum"), "0.5")
    bench.document.undo()
    assert bench.number("momentum") == "0.9"
    while bench.document.undo():
        pass
    assert bench.combo("optimizerCombo").currentText() == "Adam"
    assert "momentum" not in bench.rows()
    bench.train(options=Fields(epochs=99))
    assert (bench.number("epochs"), bench.number("batch_size")) == ("99", "32")


def test_typing_is_one_step(bench: Bench) -> None:
    paste(bench.control("batch_size"), "128")
    press(bench.control("batch_size"), Qt.Key.Key_Up)
    assert bench.training.options["batch_size"] == 129
    assert len(bench.document.history.past) == 1


def test_what_does_not_fit_is_explained_and_not_done(bench: Bench) -> None:
    before = bench.training
    paste(bench.control("epochs"), "none")
    assert texts(bench.panel, "error") == ["Epochs must be a whole number from 1 to 100000."]
    assert bench.training == before


def test_rarely_used_settings_are_behind_more(bench: Bench) -> None:
    assert "seed" not in bench.rows()
    bench.more()
    rows = list(bench.rows())
    assert rows[: len(FIRST_LOOK)] == FIRST_LOOK
    assert {spec.name for spec in TrainingOptions.fields()} <= set(rows)
    assert {*MOMENTS, "warmup_epochs"} <= set(rows)
    enter(bench.control("weight_decay"), "0.1")
    assert bench.training.optimizer.fields["weight_decay"] == 0.1
    pick(bench.combo("optimizerCombo"), "SGD")
    assert {"nesterov", "seed", "weight_decay"} <= set(bench.rows())
    assert bench.number("weight_decay") == "0.1"


def test_something_wrong_behind_more_comes_into_view(bench: Bench) -> None:
    bench.train(options=Fields(seed=-1))
    assert "seed" in bench.rows()
    (text,) = texts(bench.panel, "error")
    assert text.startswith("Seed must be")


def test_a_problem_stands_at_its_field_and_is_mended_there(bench: Bench) -> None:
    norm = edits.new_node("BatchNorm1d", Fields())
    place = Location(None, "", 2)
    bench.document.edit("", lambda p: p.with_network(edits.insert(p.network, place, [norm])))
    bench.train(options=Fields(batch_size=1))
    assert bench.rows()["batch_size"].is_wrong
    bench.click("Set the batch size to 32")
    bench.analysed()
    assert bench.number("batch_size") == "32"
    assert texts(bench.panel, "error") == []


def test_an_unknown_optimizer_is_shown_as_written_and_can_be_replaced(bench: Bench) -> None:
    bench.train(optimizer=Selected("lion", Fields(lr=0.25)))
    assert bench.combo("optimizerCombo").placeholderText() == "lion"
    assert bench.combo("optimizerCombo").currentIndex() == -1
    (text,) = texts(bench.panel, "error")
    assert text.startswith('There is no optimizer called "lion".')
    assert "lr" not in bench.rows()
    bench.combo("optimizerCombo").setFocus()
    press(bench.combo("optimizerCombo"), Qt.Key.Key_Down)
    bench.analysed()
    assert bench.training.optimizer.type == "adam"
    assert bench.training.optimizer.fields["lr"] == 0.25
    assert texts(bench.panel, "error") == []


def test_a_setting_that_there_is_not_can_be_removed(bench: Bench) -> None:
    bench.train(optimizer=Selected("adam", Fields(unheard=1)))
    assert "has no setting called unheard" in texts(bench.panel, "error")[0]
    bench.click("Remove unheard")
    assert bench.training.optimizer == Selected("adam", Fields())


def test_the_wheel_does_not_change_the_optimizer(bench: Bench) -> None:
    bench.combo("lossCombo").setFocus()
    turn_wheel(bench.combo("optimizerCombo"))
    assert bench.combo("optimizerCombo").currentText() == "Adam"
    assert bench.training.optimizer.type == "adam"


def test_a_panel_that_is_gone_hears_of_no_more_changes(
    qapp: QApplication, document: Document, analyser: Analyser
) -> None:
    panel = TrainingPanel(document, analyser)
    panel.deleteLater()
    tidy_up(qapp)
    assert not shiboken6.isValid(panel)
    training = replace(document.project.training, options=Fields(epochs=3))
    document.edit("", lambda p: replace(p, training=training))


def test_rare_settings_are_listed_below_what_they_belong_to(bench: Bench) -> None:
    pick(bench.combo("scheduleCombo"), "Cosine")
    bench.more()
    headings = texts(bench.panel, "section")
    assert headings[:3] == ["ADAM", "COSINE", "CROSS-ENTROPY"]
    sections = dict.fromkeys(spec.section for spec in TrainingOptions.fields() if spec.advanced)
    assert headings[3:] == [section.upper() for section in sections]


def test_only_what_the_task_measures_can_be_monitored(bench: Bench) -> None:
    bench.more()
    combo = bench.control("monitor")
    assert isinstance(combo, QComboBox)
    task = TASKS[bench.document.project.task.type]
    assert [combo.itemData(row) for row in range(combo.count())] == ["loss", *task.metrics]
    pick(combo, METRICS[task.metrics[-1]].label)
    assert bench.training.options["monitor"] == task.metrics[-1]


def test_a_fault_stands_at_the_part_that_has_it_though_another_has_a_setting_of_that_name(
    bench: Bench,
) -> None:
    bench.train(loss=Selected("focal"), schedule=Selected("step", Fields(gamma=7.0)))
    assert "gamma" in LOSSES["focal"].defaults()
    wrong = [row for row in bench.panel.findChildren(FieldRow) if row.is_wrong]
    assert [row.spec.help for row in wrong] == [SCHEDULES["step"].fields()[-1].help]


def test_what_does_not_go_together_is_explained_where_it_is_set(bench: Bench) -> None:
    bench.train(
        optimizer=Selected("sgd", Fields(nesterov=True, momentum=0.0)),
        schedule=Selected("cosine", Fields(warmup_epochs=10.0)),
    )
    assert bench.rows()["nesterov"].is_wrong
    assert bench.rows()["warmup_epochs"].is_wrong
    assert "Nesterov needs momentum" in texts(bench.panel, "error")[0]
    enter(bench.control("momentum"), "0.9")
    bench.analysed()
    assert not bench.rows()["nesterov"].is_wrong


def test_the_button_beside_the_learning_rate_stays_when_the_optimizer_changes(
    bench: Bench,
) -> None:
    asked = []
    bench.panel.rate_search_wanted.connect(lambda: asked.append(True))
    bench.click("Find…")
    pick(bench.combo("optimizerCombo"), "SGD")
    bench.click("Find…")
    bench.train(optimizer=Selected("lion"))
    assert "Find…" not in [one.text() for one in buttons_in_view(bench)]
    bench.train(optimizer=Selected("adam"))
    bench.click("Find…")
    assert len(asked) == 3


def test_nothing_can_be_tried_while_a_network_is_trained(bench: Bench) -> None:
    bench.more()
    tried = [one for one in buttons_in_view(bench) if one.text().endswith("…")][:1]
    bench.panel.set_ready(False)
    assert not any(one.isEnabled() for one in tried)
    assert all("Not while" in one.toolTip() for one in tried)
    bench.panel.set_ready(True)
    assert all(one.isEnabled() for one in tried)


def buttons_in_view(bench: Bench) -> list[QPushButton]:
    return [one for one in bench.panel.findChildren(QPushButton) if one.isVisible()]


def test_settings_without_effect_rest_until_they_have_one(bench: Bench) -> None:
    bench.more()
    assert not bench.rows()["ema_decay"].isEnabled()
    assert not bench.rows()["minimum_change"].isEnabled()
    bench.train(options=Fields(averaging="ema", patience=3))
    assert bench.rows()["ema_decay"].isEnabled()
    assert bench.rows()["minimum_change"].isEnabled()
    assert not bench.rows()["swa_start"].isEnabled()
    bench.train(schedule=Selected("one_cycle", Fields(cycle_momentum=False)))
    assert not bench.rows()["max_momentum"].isEnabled()
