from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot
from torch import nn

from netstudio.core.project import Project
from netstudio.engine.events import (
    EpochEnded,
    Event,
    Failed,
    Finished,
    FoldEnded,
    Started,
    Stopped,
)
from netstudio.gui.run_controller import RunController, RunState
from netstudio.tasks.templates import project_from_template
from tests.engine.training.runs import without_recording

LONG = 60_000


@pytest.fixture
def controller(qtbot: QtBot) -> Iterator[RunController]:
    controller = RunController()
    yield controller
    controller.close()


def digits(epochs: int) -> Project:
    project = project_from_template("digits-mlp", "digits")
    options = project.training.options.replace(epochs=epochs)
    return replace(project, training=replace(project.training, options=options))


def heard(controller: RunController) -> list[Event]:
    events: list[Event] = []
    controller.received.connect(events.extend)
    return events


def test_a_run_goes_from_preparing_to_its_trained_model(
    controller: RunController, qtbot: QtBot, tmp_path: Path
) -> None:
    states: list[RunState] = []
    controller.state_changed.connect(states.append)
    events = heard(controller)
    with qtbot.waitSignal(controller.ended, timeout=LONG) as ended:
        controller.start(digits(2), "cpu", tmp_path)
    assert states == [RunState.PREPARING, RunState.RUNNING, RunState.IDLE]
    assert [event.epoch for event in events if isinstance(event, EpochEnded)] == [1, 2]
    last = ended.args[0]
    assert isinstance(last, Finished)
    assert last is events[-1]
    assert Path(last.model).is_file()


def test_the_snapshot_is_trained_and_remembered(
    controller: RunController, qtbot: QtBot, tmp_path: Path
) -> None:
    project = digits(1)
    with qtbot.waitSignal(controller.ended, timeout=LONG):
        controller.start(project, "cpu", tmp_path)
    assert controller.run is not None
    assert controller.run.project is project


def test_a_paused_run_waits_and_goes_on(
    controller: RunController, qtbot: QtBot, tmp_path: Path
) -> None:
    events = heard(controller)
    states: list[RunState] = []
    controller.state_changed.connect(states.append)
    controller.start(digits(100_000), "cpu", tmp_path)
    qtbot.waitUntil(lambda: any(isinstance(e, EpochEnded) for e in events), timeout=LONG)
    controller.pause()
    assert states[-1:] == [RunState.PAUSED]
    qtbot.wait(300)  # what was under way arrives
    seen = len(events)
    qtbot.wait(300)
    assert len(events) == seen
    controller.resume()
    assert states[-1:] == [RunState.RUNNING]
    qtbot.waitUntil(lambda: len(events) > seen, timeout=LONG)
    with qtbot.waitSignal(controller.ended, timeout=LONG) as ended:
        controller.stop()
    assert isinstance(ended.args[0], Stopped)


def test_a_paused_run_can_be_stopped(
    controller: RunController, qtbot: QtBot, tmp_path: Path
) -> None:
    events = heard(controller)
    controller.start(digits(100_000), "cpu", tmp_path)
    qtbot.waitUntil(lambda: any(isinstance(e, EpochEnded) for e in events), timeout=LONG)
    controller.pause()
    with qtbot.waitSignal(controller.ended, timeout=LONG) as ended:
        controller.stop()
    assert isinstance(ended.args[0], Stopped)
    assert ended.args[0].model is not None
    assert Path(ended.args[0].model).is_file()


def test_a_stopped_run_goes_on_where_it_was(
    controller: RunController, qtbot: QtBot, tmp_path: Path
) -> None:
    events = heard(controller)
    project = digits(100_000)
    controller.start(project, "cpu", tmp_path)
    qtbot.waitUntil(lambda: any(isinstance(e, EpochEnded) for e in events), timeout=LONG)
    with qtbot.waitSignal(controller.ended, timeout=LONG) as ended:
        controller.stop()
    reached = max(event.epoch for event in events if isinstance(event, EpochEnded))
    events.clear()
    controller.start(project, "auto", tmp_path, resume=Path(ended.args[0].run))
    qtbot.waitUntil(lambda: any(isinstance(e, Started) for e in events), timeout=LONG)
    started = next(event for event in events if isinstance(event, Started))
    assert started.epoch == reached + 1


def test_closing_ends_a_run_that_goes_on(
    controller: RunController, qtbot: QtBot, tmp_path: Path
) -> None:
    controller.start(digits(100_000), "cpu", tmp_path)
    qtbot.waitUntil(lambda: controller.state is RunState.RUNNING, timeout=LONG)
    controller.close()
    assert len(list(tmp_path.glob("*/last.ckpt"))) == 1


def test_only_one_run_goes_on_at_a_time(
    controller: RunController, qtbot: QtBot, tmp_path: Path
) -> None:
    controller.start(digits(100_000), "cpu", tmp_path)
    with pytest.raises(RuntimeError, match="goes on"):
        controller.start(digits(1), "cpu", tmp_path)


def test_a_project_that_cannot_be_trained_fails_with_a_sentence(
    controller: RunController, qtbot: QtBot, tmp_path: Path
) -> None:
    project = project_from_template("cifar-cnn", "no pictures yet")
    with qtbot.waitSignal(controller.ended, timeout=LONG) as ended:
        controller.start(project, "cpu", tmp_path)
    last = ended.args[0]
    assert isinstance(last, Failed)
    assert "folder" in str(last.message)
    assert controller.state is RunState.IDLE


@pytest.mark.may_log
def test_a_fault_of_the_program_ends_the_run_and_is_told(
    controller: RunController,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr("netstudio.engine.training.trainer.Trainer.__init__", fail)
    with qtbot.waitSignal(controller.ended, timeout=LONG) as ended:
        controller.start(digits(1), "cpu", tmp_path)
    last = ended.args[0]
    assert isinstance(last, Failed)
    assert "planted" in str(last.message)
    assert "Traceback" in last.detail


def test_fifty_runs_leave_nothing_behind(
    controller: RunController, qtbot: QtBot, tmp_path: Path
) -> None:
    for _ in range(50):
        with qtbot.waitSignal(controller.ended, timeout=LONG):
            controller.start(digits(100_000), "cpu", tmp_path)
            controller.stop()
    assert controller.state is RunState.IDLE


def test_a_cross_validation_runs_and_goes_on_like_any_run(
    controller: RunController, qtbot: QtBot, tmp_path: Path
) -> None:
    events = heard(controller)
    ends: list[Event] = []
    controller.ended.connect(ends.append)
    project = digits(60)
    options = project.training.options.replace(folds=2)
    project = replace(project, training=replace(project.training, options=options))
    controller.start(project, "cpu", tmp_path)
    qtbot.waitUntil(lambda: any(isinstance(e, FoldEnded) for e in events), timeout=LONG)
    controller.stop()
    qtbot.waitUntil(lambda: len(ends) == 1, timeout=LONG)
    last = ends[0]
    if isinstance(last, Stopped):  # unless the other fold was quicker
        controller.start(project, "auto", tmp_path, resume=Path(str(last.run)))
        qtbot.waitUntil(lambda: len(ends) == 2, timeout=LONG)
        last = ends[1]
    assert isinstance(last, Finished)
    assert Path(last.model).is_file()
    assert [event.fold for event in events if isinstance(event, FoldEnded)] == [1, 2]


class _Fault(torch.autograd.Function):
    """Right on the way there, broken on the way back."""

    @staticmethod
    def forward(_: Any, inputs: torch.Tensor) -> torch.Tensor:
        return inputs.clone()

    @staticmethod
    def backward(_: Any, *gradients: torch.Tensor) -> torch.Tensor:
        raise ZeroDivisionError("planted in backward")


def _broken_forward(_: nn.Linear, inputs: torch.Tensor) -> torch.Tensor:
    raise ZeroDivisionError("planted in forward")


def _broken_backward(module: nn.Linear, inputs: torch.Tensor) -> torch.Tensor:
    answer: torch.Tensor = _Fault.apply(nn.functional.linear(inputs, module.weight, module.bias))
    return answer


@pytest.mark.parametrize("forward", [_broken_forward, _broken_backward])
def test_a_layer_that_fails_ends_the_run_and_nothing_else(
    forward: Callable[..., torch.Tensor],
    controller: RunController,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    without_recording(monkeypatch)
    events = heard(controller)
    controller.start(digits(100_000), "cpu", tmp_path)
    qtbot.waitUntil(lambda: any(isinstance(e, EpochEnded) for e in events), timeout=LONG)
    with (
        qtbot.waitSignal(controller.ended, timeout=LONG) as ended,
        monkeypatch.context() as patched,
    ):
        patched.setattr(nn.Linear, "forward", forward)
        qtbot.waitUntil(lambda: not controller.is_busy, timeout=LONG)
    last = ended.args[0]
    assert isinstance(last, Failed)
    assert "planted in" in str(last.message)
    assert "Traceback" in last.detail
    assert last.model is not None
    assert Path(last.model).is_file()
    with qtbot.waitSignal(controller.ended, timeout=LONG) as again:
        controller.start(digits(1), "cpu", tmp_path)
    assert isinstance(again.args[0], Finished)


@pytest.mark.may_log
def test_a_watch_that_fails_does_not_end_the_run(
    controller: RunController,
    qtbot: QtBot,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Blind:
        def look(self, sight: object) -> object:
            raise ZeroDivisionError("planted")

    controller.watch("blind", {"blind": Blind()})
    with qtbot.waitSignal(controller.ended, timeout=LONG) as ended:
        controller.start(digits(3), "cpu", tmp_path)
    assert isinstance(ended.args[0], Finished)
    assert "blind could not look at the network" in caplog.text


@pytest.mark.skipif(sys.platform != "linux", reason="the figures are the system's")
def test_many_runs_keep_no_memory_and_no_files(
    controller: RunController, qtbot: QtBot, tmp_path: Path
) -> None:
    def run_and_stop(times: int) -> None:
        for _ in range(times):
            with qtbot.waitSignal(controller.ended, timeout=LONG):
                controller.start(digits(100_000), "cpu", tmp_path)
                QTimer.singleShot(40, controller, controller.stop)

    run_and_stop(8)  # what is kept once is kept
    before, open_before = _memory(), _open_files()
    run_and_stop(25)
    assert _memory() - before < 25
    assert _open_files() <= open_before


def _memory() -> float:
    """What this process keeps in memory, in MB."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _open_files() -> int:
    return len(os.listdir("/proc/self/fd"))
