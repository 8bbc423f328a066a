"""Runs that end early, and go on, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from netstudio.cli.main import main
from netstudio.core.files import write_project
from tests.engine.training.runs import digits_project

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def epochs_told(capsys: Capture) -> list[str]:
    lines = capsys.readouterr().err.splitlines()
    return [line.split(":")[0] for line in lines if line.startswith("epoch ")]


def test_a_run_that_ends_early_says_why_and_goes_on_with_more_epochs(capsys: Capture) -> None:
    project = digits_project(20, patience=2, minimum_change=1000)
    write_project(project, Path("d.netstudio"))

    assert main(["train", "d.netstudio"]) == 0
    told = capsys.readouterr()
    why = "Loss has not improved by more than 1000 for 2 epochs."
    assert f"Ended before its last epoch: {why}" in told.err
    (run,) = Path("runs").iterdir()
    assert told.out == f"{run / 'best.safetensors'}\n"

    assert main(["train", "--resume", str(run)]) == 0
    assert epochs_told(capsys) == []  # it had ended

    assert main(["train", "--resume", str(run), "--epochs", "4"]) == 0
    assert epochs_told(capsys) == ["epoch 4/4"]

    assert main(["train", "--resume", str(run), "--epochs", "4"]) == 1
    assert "had 4 epochs already" in capsys.readouterr().err
