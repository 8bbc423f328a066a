"""Earlier runs from the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from netstudio.cli.main import main
from netstudio.core.values import Fields
from netstudio.engine.runs.notes import RunNote, write_note
from tests.engine.runs.made import PROJECT, ended, finished, started, write_run

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def two_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An old one that has finished and a newer one, with another batch size, that was killed."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "runs"
    other = replace(
        PROJECT,
        training=replace(PROJECT.training, options=Fields(epochs=2, batch_size=64)),
    )
    write_run(folder / "2026-01-01_10-00-00-old", started(), ended(1), ended(2), finished(0.8))
    write_run(folder / "2026-01-02_10-00-00-new", started(), ended(1, 0.7), project=other)
    return folder


def test_runs_are_listed_newest_first(capsys: Capture) -> None:
    assert main(["runs"]) == 0
    header, new, old = capsys.readouterr().out.splitlines()
    assert header.split()[:4] == ["RUN", "NAME", "STATE", "EPOCHS"]
    assert new.split()[:6] == [
        "2026-01-02_10-00-00-new",
        "digits",
        "interrupted",
        "1/2",
        "70.00%",
        "-",
    ]
    assert old.split()[2:6] == ["finished", "2/2", "90.00%", "80.00%"]


def test_runs_as_json_tell_all_figures(capsys: Capture) -> None:
    assert main(["runs", "--json"]) == 0
    new, old = json.loads(capsys.readouterr().out)
    assert (new["batch_size"], old["batch_size"]) == (64, 32)
    assert old["test"] == {"loss": 0.4, "accuracy": 0.8, "samples": 10}


def test_another_folder_can_be_named(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["runs", "--out", "empty"]) == 0
    output = capsys.readouterr()
    assert not output.out
    assert "There are no runs in empty" in output.err


def test_a_folder_that_is_missing_is_one_sentence(capsys: Capture) -> None:
    assert main(["runs", "--out", "nowhere"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "nowhere is no folder" in line
    assert "--out" in line


def test_a_run_is_shown_by_its_path_or_its_name(two_runs: Path, capsys: Capture) -> None:
    path = two_runs / "2026-01-01_10-00-00-old"
    write_note(path, RunNote("wide", "all\nin"))
    assert main(["runs", "show", str(path)]) == 0
    by_path = capsys.readouterr().out
    assert "name:          wide" in by_path
    assert "note:          all\\nin" in by_path
    assert "parameters:    650" in by_path
    assert main(["runs", "show", path.name]) == 0
    assert f"runs/{path.name}" in capsys.readouterr().out


def test_two_runs_are_compared_by_figures_and_settings(capsys: Capture) -> None:
    names = ["2026-01-01_10-00-00-old", "2026-01-02_10-00-00-new"]
    assert main(["runs", "compare", *names]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.split() == ["validation", "Accuracy", "90.00%", "70.00%"] for line in lines)
    assert lines[-1].split() == ["Training", "Batch", "size", "32", "64"]
    assert main(["runs", "--json", "compare", *names]) == 0
    (difference,) = json.loads(capsys.readouterr().out)["differences"]
    assert (difference["before"], difference["after"]) == ("32", "64")


def test_runs_of_the_same_project_do_not_differ(capsys: Capture) -> None:
    name = "2026-01-01_10-00-00-old"
    assert main(["runs", "compare", name, name]) == 0
    assert "the same project in the same way" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["show", "x"], ["compare", "x", "y"]])
def test_what_is_no_run_is_one_sentence(arguments: list[str], capsys: Capture) -> None:
    assert main(["runs", *arguments]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "is not the folder of a training run" in line
