"""Bad input of every kind: one clear line, exit status 1, and nothing half-written."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from PIL import Image
from safetensors import safe_open
from safetensors.torch import save_file

from netstudio.__main__ import main

Capture = pytest.CaptureFixture[str]
Raw = dict[str, Any]


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test works in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def complaint(capsys: Capture, *argv: str) -> str:
    """The one line that a refused command prints, after what it guessed about the data."""
    capsys.readouterr()
    assert main(argv) == 1
    captured = capsys.readouterr()
    guessed = tuple(f"{argument}: " for argument in argv)
    lines = [line for line in captured.err.strip().splitlines() if not line.startswith(guessed)]
    assert len(lines) == 1, captured.err
    assert lines[0].startswith("netstudio: ")
    assert lines[0].endswith((".", ".)"))
    assert "Traceback" not in captured.err
    return lines[0]


def digits(change: Callable[[Raw], None] = lambda raw: None) -> None:
    """Write the project d.netstudio, with a change."""
    main(["new", "digits-mlp", "-o", "d.netstudio", "--force"])
    raw = json.loads(Path("d.netstudio").read_text())
    change(raw)
    Path("d.netstudio").write_text(json.dumps(raw))


def test_a_project_that_is_not_json(capsys: Capture) -> None:
    Path("p.netstudio").write_text("a network, please")
    for command in ("show", "train"):
        assert "not valid JSON" in complaint(capsys, command, "p.netstudio")


def test_a_truncated_project(capsys: Capture) -> None:
    digits()
    Path("d.netstudio").write_text(Path("d.netstudio").read_text()[:200])
    assert "not valid JSON" in complaint(capsys, "train", "d.netstudio")


def test_a_project_that_is_missing_or_a_folder(capsys: Capture) -> None:
    Path("folder.netstudio").mkdir()
    for name in ("absent.netstudio", "folder.netstudio"):
        assert name in complaint(capsys, "show", name)


def test_a_project_of_a_newer_format(capsys: Capture) -> None:
    digits(lambda raw: raw.update(format=99))
    line = complaint(capsys, "show", "d.netstudio")
    assert "format 99" in line
    assert "Update" in line


def unknown_layer(raw: Raw) -> None:
    raw["network"][1]["type"] = "Quantum"


def field_out_of_range(raw: Raw) -> None:
    raw["network"][1]["out_features"] = -3


def shapes_that_do_not_fit(raw: Raw) -> None:
    del raw["network"][0]


def unknown_setting(raw: Raw) -> None:
    raw["training"]["bath_size"] = 3


def unknown_optimizer(raw: Raw) -> None:
    raw["training"]["optimizer"] = {"type": "magic"}


def no_layers(raw: Raw) -> None:
    raw["network"] = []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (unknown_layer, "Quantum"),
        (field_out_of_range, "-3"),
        (shapes_that_do_not_fit, "Add Flatten before it"),
        (unknown_setting, "bath_size"),
        (unknown_optimizer, "magic"),
        (no_layers, "puts out"),
    ],
)
def test_a_project_with_an_error_opens_in_show_and_is_refused_by_train(
    change: Callable[[Raw], None], words: str, capsys: Capture
) -> None:
    digits(change)
    assert main(["show", "d.netstudio", "--json"]) == 0
    problems = json.loads(capsys.readouterr().out.splitlines()[-1])["problems"]
    assert any(p["severity"] == "error" and words in p["text"] for p in problems)
    assert words in complaint(capsys, "train", "d.netstudio")
    assert not Path("runs").exists()


@pytest.mark.parametrize(
    ("option", "value"),
    [("--epochs", "0"), ("--batch-size", "-1"), ("--lr", "-1"), ("--lr", "nan"), ("--seed", "-1")],
)
def test_an_option_out_of_range(option: str, value: str, capsys: Capture) -> None:
    digits()
    line = complaint(capsys, "train", "d.netstudio", option, value)
    assert value in line
    assert "should not have" not in line


LONG = "x" * 5_000


@pytest.mark.parametrize("path", [LONG, f"{LONG}/y", "~nobody-is-called-so/x"])
@pytest.mark.parametrize(
    "command",
    [
        ["train", "d.netstudio", "--data"],
        ["train", "d.netstudio", "--test-data"],
        ["train", "d.netstudio", "--data", "fashion_mnist", "--data-root"],
        ["train", "--resume"],
        ["train"],
        ["show"],
        ["evaluate"],
        ["predict", "--device=cpu", "m.safetensors"],
    ],
    ids=" ".join,
)
def test_a_path_that_cannot_be(command: list[str], path: str, capsys: Capture) -> None:
    digits()
    line = complaint(capsys, *command, path)
    assert "should not have" not in line


@pytest.mark.parametrize("command", [["train", "d.netstudio", "--out"], ["new", "mnist-mlp", "-o"]])
def test_a_place_that_cannot_be(command: list[str], capsys: Capture) -> None:
    digits()
    assert "should not have" not in complaint(capsys, *command, LONG)


@pytest.mark.parametrize("command", [["show"], ["train"], ["train", "p", "--data"]])
def test_a_path_with_a_nul(command: list[str], capsys: Capture) -> None:
    assert "NUL" in complaint(capsys, *command, "a\0b")


def test_an_unknown_device(capsys: Capture) -> None:
    digits()
    assert "toaster" in complaint(capsys, "train", "d.netstudio", "--device", "toaster")
    if not torch.cuda.is_available():
        line = complaint(capsys, "train", "d.netstudio", "--device", "cuda:7")
        assert "cuda:7" in line
        assert "cpu" in line


def test_an_output_folder_that_cannot_be_made(capsys: Capture) -> None:
    digits()
    Path("occupied").write_text("a file")
    assert "occupied" in complaint(capsys, "train", "d.netstudio", "--out", "occupied")
    assert "occupied" in complaint(capsys, "train", "d.netstudio", "--out", "occupied/below")


def test_data_that_cannot_be_used(capsys: Capture) -> None:
    digits()
    Path("empty").mkdir()
    Path("one/only").mkdir(parents=True)
    Image.new("RGB", (8, 8)).save("one/only/a.png")
    for name in ("a", "b"):
        Path("broken", name).mkdir(parents=True)
        Path("broken", name, "x.png").write_text("broken")
    for folder, words in (
        ("empty", "no class folders"),
        ("one", "at least 2"),
        ("broken", "could be read"),
        ("absent", "neither a file, a folder nor a data set"),
    ):
        line = complaint(capsys, "train", "d.netstudio", "--data", folder)
        assert words in line
        assert folder in line or "only" in line
    assert "--test-data" in complaint(capsys, "train", "d.netstudio", "--test-data", "empty")
    fashion = ("--data", "fashion_mnist", "--data-root", "nowhere")
    assert "nowhere" in complaint(capsys, "train", "d.netstudio", *fashion)
    assert not Path("runs").exists()


def test_a_run_that_cannot_be_resumed(capsys: Capture) -> None:
    digits()
    Path("empty").mkdir()
    assert "absent" in complaint(capsys, "train", "--resume", "absent")
    assert "empty" in complaint(capsys, "train", "--resume", "empty")
    main(["train", "d.netstudio", "--epochs", "1", "--out", "runs"])
    (run,) = Path("runs").iterdir()
    assert "--seed" in complaint(capsys, "train", "--resume", str(run), "--seed", "3")
    digits(shapes_that_do_not_fit)
    other = complaint(capsys, "train", "d.netstudio", "--resume", str(run))
    assert "another network" in other
    (run / "last.ckpt").write_bytes((run / "last.ckpt").read_bytes()[:1000])
    assert "last.ckpt" in complaint(capsys, "train", "--resume", str(run))


class Explosive:
    def __reduce__(self) -> tuple[object, ...]:
        return (Path.touch, (Path("exploded"),))


def test_a_model_file_that_cannot_be_used(capsys: Capture) -> None:
    digits()
    main(["train", "d.netstudio", "--epochs", "1", "--out", "runs"])
    (good,) = Path("runs").glob("*/best.safetensors")
    Path("cut.safetensors").write_bytes(good.read_bytes()[:-100])
    Path("text.safetensors").write_text("not a model")
    Path("empty.safetensors").touch()
    for name in ("pickle.safetensors", "pickle.pt"):
        Path(name).write_bytes(pickle.dumps(Explosive()))
    torch.save({"weight": torch.zeros(3)}, "state.pt")
    save_file({"weight": torch.zeros(3)}, "plain.safetensors")
    with safe_open(good, framework="pt") as file:
        metadata = file.metadata()
        tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    tensors["linear_1.weight"] = torch.zeros(2, 2)
    save_file(tensors, "lies.safetensors", metadata)
    for name, words in (
        ("cut.safetensors", "cut off"),
        ("text.safetensors", "safetensors file"),
        ("empty.safetensors", "safetensors file"),
        ("pickle.safetensors", "pickle"),
        ("pickle.pt", "pickle"),
        ("state.pt", "pickle"),
        ("plain.safetensors", "no network"),
        ("lies.safetensors", "linear_1.weight"),
        ("absent.safetensors", "no file"),
    ):
        for command in (["evaluate", name], ["predict", name, "x.png"]):
            line = complaint(capsys, *command)
            assert words in line
            assert name in line
    assert not Path("exploded").exists()


def test_data_that_do_not_fit_the_model(capsys: Capture) -> None:
    digits()
    main(["train", "d.netstudio", "--epochs", "1", "--out", "runs"])
    (model,) = Path("runs").glob("*/best.safetensors")
    line = complaint(capsys, "evaluate", str(model), "--data", "mnist")
    assert "1×8×8" in line
    assert "1×28×28" in line
    for name in ("cats", "dogs"):
        Path("pets", name).mkdir(parents=True)
        Image.new("L", (8, 8)).save(f"pets/{name}/a.png")
    assert "cats" in complaint(capsys, "evaluate", str(model), "--data", "pets")


def test_a_run_goes_on_with_a_project_whose_layers_have_no_uids(capsys: Capture) -> None:
    def without_uids(raw: Raw) -> None:
        for layer in raw["network"]:
            del layer["uid"]

    digits(without_uids)
    assert main(["train", "d.netstudio", "--epochs", "1", "--out", "runs"]) == 0
    (run,) = Path("runs").iterdir()
    assert main(["train", "d.netstudio", "--resume", str(run), "--epochs", "2"]) == 0
