"""Finding a learning rate from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from netstudio.cli.main import main

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    main(["new", "digits-mlp", "-o", "d.netstudio"])
    capsys.readouterr()


def test_the_suggestion_is_all_that_is_printed_and_no_file_is_left(capsys: Capture) -> None:
    before = Path("d.netstudio").read_bytes()
    assert main(["find-lr", "d.netstudio"]) == 0
    output = capsys.readouterr()
    assert 1e-4 < float(output.out) < 0.3
    assert "falls most steeply" in output.err
    assert [path.name for path in Path().iterdir()] == ["d.netstudio"]
    assert Path("d.netstudio").read_bytes() == before


def test_json_has_one_event_a_line_and_the_suggestion_last(capsys: Capture) -> None:
    assert main(["find-lr", "d.netstudio", "--optimizer", "sgd", "--json"]) == 0
    *_, tried, found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert tried["event"] == "rates_tried"
    assert len(tried["rates"]) == len(tried["losses"]) == tried["done"]
    assert found["event"] == "rate_found"
    assert tried["rates"][0] < found["suggestion"] < tried["rates"][-1]


def test_a_loss_that_never_falls_is_one_sentence(capsys: Capture) -> None:
    # Without any step, so that only the batches differ.
    arguments = ["--set", "clip_value=1e-30", "--optimizer", "sgd", "--set", "momentum=0"]
    assert main(["find-lr", "d.netstudio", *arguments, "--batch-size", "1455"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "does not fall at any learning rate" in line
