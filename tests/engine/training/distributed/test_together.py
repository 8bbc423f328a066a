"""Several processes learn what one learns, stop together, and keep one run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch

from netstudio.cli.main import main
from netstudio.core.files import write_project
from netstudio.engine.training.keeping.run_folder import RunFolder
from tests.engine.training.distributed.together import OPTIONS, SCENARIOS, plain_project
from tests.engine.training.runs import best_weights, only_run

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the processes are forked")


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What all scenarios have left."""
    folder = tmp_path_factory.mktemp("together")
    program = "tests.engine.training.distributed.together"
    # As torchrun does; and threads that had begun would be missing after a fork.
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-m", program, str(folder), *SCENARIOS]
    subprocess.run(command, check=True, timeout=300, env=environment)
    return folder


@pytest.mark.parametrize("name", OPTIONS)
def test_two_processes_learn_what_one_learns_at_the_same_batch_size(
    trained: Path, name: str
) -> None:
    one, two = (only_run(trained / "compare" / name / count) for count in ("one", "two"))
    assert_alike(two, one)


def test_dropout_and_batch_normalisation_are_learned_together(trained: Path) -> None:
    epochs = epochs_of(only_run(trained / "chance" / "three"))
    assert [event["epoch"] for event in epochs] == [1, 2]
    assert epochs[1]["val"]["accuracy"] > 0.5
    assert epochs[1]["val"]["samples"] == 162


def test_what_one_process_hears_stops_all_of_them_and_the_run_goes_on_where_it_was(
    trained: Path,
) -> None:
    two = only_run(trained / "stop" / "two")
    assert [event["epoch"] for event in epochs_of(two)] == [1, 2, 3]
    assert_alike(two, only_run(trained / "stop" / "one"))


def test_folds_are_refused_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WORLD_SIZE", "2")
    write_project(plain_project(folds=3), tmp_path / "p.netstudio")
    assert main(["train", str(tmp_path / "p.netstudio"), "--device", "cpu"]) == 1
    assert "cannot cross-validate together" in capsys.readouterr().err


def test_a_device_that_cannot_be_shared_out_is_refused_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WORLD_SIZE", "2")
    write_project(plain_project(), tmp_path / "p.netstudio")
    assert main(["train", str(tmp_path / "p.netstudio"), "--device", "cuda:1"]) == 1
    assert "cannot train on the device cuda:1" in capsys.readouterr().err


def assert_alike(left: RunFolder, right: RunFolder) -> None:
    """Two runs have the same weights and figures, but for rounding."""
    for name, weights in best_weights(right).items():
        torch.testing.assert_close(best_weights(left)[name], weights, rtol=1e-4, atol=1e-5)
    for one, other in zip(epochs_of(left), epochs_of(right), strict=True):
        for part in ("train", "val"):
            assert one[part] == pytest.approx(other[part], rel=1e-4)


def epochs_of(folder: RunFolder) -> list[dict[str, Any]]:
    """The epochs of a run's history."""
    return [event for event in folder.history() if event["event"] == "epoch"]
