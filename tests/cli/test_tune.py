"""Measuring on the command line how training is fastest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from netstudio.cli.main import main
from netstudio.engine.training.tuning import tune

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tune, "_SECONDS", 0.0)
    monkeypatch.setattr(tune, "_TURN", 0.001)
    main(["new", "digits-mlp", "-o", "d.netstudio"])
    capsys.readouterr()


def test_all_that_was_tried_is_listed_and_the_doctor_knows_of_it(capsys: Capture) -> None:
    assert main(["tune", "d.netstudio", "--device", "cpu"]) == 0
    output = capsys.readouterr()
    header, *rows = output.out.splitlines()
    assert header.split() == ["samples/s", "steps"]
    assert len(rows) >= 3
    assert "1 thread, channels first" in rows[0]
    assert "usual choice" in output.err
    main(["doctor"])
    (line,) = [line for line in capsys.readouterr().out.splitlines() if " tuned " in line]
    assert "batch size 32, on" in line


def test_json_has_the_best_and_the_usual(capsys: Capture) -> None:
    assert main(["tune", "d.netstudio", "--batch-size", "16", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["batch_size"] == 16
    assert found["gain"] >= 1
    assert found["best"]["execution"]["measured"]
    assert not found["usual"]["execution"]["measured"]
    assert found["best"]["samples_per_second"] == max(
        each["samples_per_second"] for each in found["tried"]
    )


def test_a_project_with_a_problem_is_one_sentence(capsys: Capture) -> None:
    project = json.loads(Path("d.netstudio").read_text())
    project["network"].reverse()
    Path("d.netstudio").write_text(json.dumps(project))
    assert main(["tune", "d.netstudio"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
