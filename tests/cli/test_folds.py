"""Cross-validation from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from netstudio.cli.main import main

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_folds_are_trained_and_means_and_deviations_are_named(capsys: Capture) -> None:
    main(["new", "digits-mlp", "-o", "d.netstudio"])
    capsys.readouterr()

    assert main(["train", "d.netstudio", "--folds", "3", "--epochs", "2"]) == 0

    output = capsys.readouterr()
    (model,) = output.out.splitlines()
    assert Path(model).is_file()
    assert (Path(model).parent / "fold-3" / "best.safetensors").is_file()
    assert "fold 2/3, epoch 1/2" in output.err
    assert "3 folds, mean ± standard deviation of the tests: loss " in output.err
    assert " ± " in output.err.splitlines()[-1]


def test_folds_as_json_are_one_event_a_line(capsys: Capture) -> None:
    main(["new", "digits-mlp", "-o", "d.netstudio"])
    capsys.readouterr()
    arguments = ["train", "d.netstudio", "--folds", "2", "--epochs", "1", "--json"]
    assert main(arguments) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [event["fold"] for event in events if event["event"] == "fold"] == [1, 2]
    assert events[-2]["event"] == "cross_validated"
    assert events[-1]["event"] == "finished"


def test_a_number_of_folds_that_cannot_be_is_one_sentence(capsys: Capture) -> None:
    main(["new", "digits-mlp", "-o", "d.netstudio"])
    capsys.readouterr()
    assert main(["train", "d.netstudio", "--folds", "21"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "Folds is 21" in line
    assert "0 to 20" in line
