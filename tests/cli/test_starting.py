"""Other weights and frozen layers on the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from safetensors.torch import load_file

from netstudio.__main__ import main
from netstudio.core import edits
from netstudio.core.files import read_project, write_project

Capture = pytest.CaptureFixture[str]
PROJECT = Path("d.netstudio")


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test works in a folder of its own, with a small project."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "digits-mlp", "-o", str(PROJECT)]) == 0


def train(capsys: Capture, *options: str) -> tuple[str, str]:
    """What a run printed, on standard output and standard error."""
    capsys.readouterr()
    assert main(["train", str(PROJECT), "--epochs", "1", *options]) == 0
    output = capsys.readouterr()
    return output.out, output.err


def freeze_all_but_last() -> None:
    made = read_project(PROJECT)
    uids = [node.uid for node in made.network][:-1]
    write_project(made.with_network(edits.set_frozen(made.network, uids, True)), PROJECT)


def test_a_run_starts_from_a_file_and_says_what_it_took_and_what_learns(capsys: Capture) -> None:
    first = Path(train(capsys)[0].splitlines()[-1])
    freeze_all_but_last()
    out, err = train(capsys, "--start-from", str(first))
    assert "Training 650 of 4,810 parameters on" in err
    assert "Note: 4 of the network's 4 weight tensors start from best.safetensors." in err
    before, after = load_file(first), load_file(out.splitlines()[-1])
    kept = {name for name in before if before[name].equal(after[name])}
    assert kept == {"linear_1.weight", "linear_1.bias"}


def test_a_file_that_does_not_fit_is_one_sentence(capsys: Capture) -> None:
    Path("w.pt").write_bytes(b"no weights")
    assert main(["train", str(PROJECT), "--start-from", "w.pt"]) == 1
    assert "A network cannot start from" in capsys.readouterr().err
    assert not Path("runs").exists()


def test_a_run_that_is_resumed_cannot_start_from_a_file(capsys: Capture) -> None:
    run = Path(train(capsys)[0].splitlines()[-1]).parent
    assert main(["train", "--resume", str(run), "--start-from", "w.pt"]) == 1
    assert "--start-from cannot change a run that is resumed" in capsys.readouterr().err


def test_show_tells_what_is_frozen_and_what_learns_at_another_rate(capsys: Capture) -> None:
    freeze_all_but_last()
    made = read_project(PROJECT)
    last = made.network.nodes[-1]
    slower = edits.update(
        made.network, last.uid, lambda node: replace(node, learning_rate_factor=0.1)
    )
    write_project(made.with_network(slower), PROJECT)
    capsys.readouterr()
    assert main(["show", str(PROJECT)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [" frozen" in line for line in lines[1:5]] == [False, True, False, False]
    assert "learning rate × 0.1" in lines[4]
    assert any(line.startswith("Parameters: 4,810 (650 trainable);") for line in lines)
    assert main(["show", str(PROJECT), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["parameters"], shown["trainable"]) == (4810, 650)
    assert [layer["trainable"] for layer in shown["layers"]] == [0, 0, 0, 650]
    assert shown["layers"][3]["learning_rate_factor"] == 0.1
