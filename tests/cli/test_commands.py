"""The main job on the command line, as a new user would do it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from sklearn.datasets import load_digits

from netstudio.__main__ import main

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test works in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def output_of(capsys: Capture, *argv: str) -> str:
    capsys.readouterr()
    status = main(argv)
    captured = capsys.readouterr()
    assert status == 0, captured.err
    return captured.out


def json_of(capsys: Capture, *argv: str) -> Any:
    return json.loads(output_of(capsys, *argv, "--json"))


def trained_digits(capsys: Capture, *options: str) -> Path:
    main(["new", "digits-mlp", "-o", "d.netstudio"])
    return Path(output_of(capsys, "train", "d.netstudio", *options).splitlines()[-1])


def save_digit(number: int, path: str) -> int:
    digits = load_digits()
    pixels = (digits.images[number] * 255 / 16).round().astype(np.uint8)
    Image.fromarray(pixels).save(path)
    return int(digits.target[number])


def test_templates_and_datasets_are_listed(capsys: Capture) -> None:
    names = [entry["name"] for entry in json_of(capsys, "templates")]
    assert {"mnist-mlp", "mnist-cnn", "digits-mlp", "cifar-cnn"} <= set(names)
    assert all(name in output_of(capsys, "templates") for name in names)
    sets = {entry["name"]: entry for entry in json_of(capsys, "datasets")}
    assert sets["mnist"]["licence"] == "CC BY-SA 3.0"
    assert "digits" in output_of(capsys, "datasets")


def test_a_new_project_is_written_and_an_existing_file_is_kept(capsys: Capture) -> None:
    assert output_of(capsys, "new", "mnist-mlp", "-o", "p.netstudio").strip() == "p.netstudio"
    before = Path("p.netstudio").read_bytes()
    assert main(["new", "digits-mlp", "-o", "p.netstudio"]) == 1
    assert "--force" in capsys.readouterr().err
    assert Path("p.netstudio").read_bytes() == before
    output_of(capsys, "new", "digits-mlp", "-o", "p.netstudio", "--force")
    assert Path("p.netstudio").read_bytes() != before


def test_show_lists_layers_with_shapes_parameters_and_flops(capsys: Capture) -> None:
    main(["new", "mnist-mlp", "-o", "p.netstudio"])
    shown = json_of(capsys, "show", "p.netstudio")
    assert [layer["type"] for layer in shown["layers"]] == [
        "Flatten",
        "Linear",
        "ReLU",
        "Dropout",
        "Linear",
    ]
    assert [layer["output_shape"] for layer in shown["layers"]] == [[784], [32], [32], [32], [10]]
    assert [layer["parameters"] for layer in shown["layers"]] == [0, 25120, 0, 0, 330]
    assert shown["parameters"] == 25450
    assert shown["problems"] == []
    assert set(shown["layers"][0]) >= {"uid", "name", "type", "path", "output_shape", "parameters"}
    text = output_of(capsys, "show", "p.netstudio")
    assert "25,450" in text
    assert "linear_1" in text


def test_show_tells_memory_receptive_fields_and_totals(capsys: Capture) -> None:
    output_of(capsys, "new", "mnist-cnn", "-o", "p.netstudio")
    shown = json_of(capsys, "show", "p.netstudio")
    first, *_, last = shown["layers"]
    assert first["receptive_field"] == [3, 3]
    assert first["activation_bytes"] == 4 * 32 * 26 * 26
    assert last["receptive_field"] == "all"
    assert shown["model_bytes"] == 4 * shown["parameters"]
    assert shown["training_bytes"] > 4 * shown["model_bytes"]
    text = output_of(capsys, "show", "p.netstudio")
    assert "MEMORY" in text
    assert "Memory for training at batch size" in text


def test_show_explains_a_network_in_plain_words(capsys: Capture) -> None:
    output_of(capsys, "new", "mnist-cnn", "-o", "p.netstudio")
    text = output_of(capsys, "show", "p.netstudio", "--explain")
    assert "10 numbers come out." in " ".join(text.split())
    assert "conv2d_1 (Conv2d)" in text
    assert "{" not in text


def test_show_names_the_containers_of_nested_layers(capsys: Capture) -> None:
    main(["new", "mnist-cnn", "-o", "p.netstudio"])
    raw = json.loads(Path("p.netstudio").read_text())
    inner = {"type": "ReLU", "name": "inner"}
    raw["network"].insert(1, {"type": "Residual", "name": "shortcut", "slots": {"body": [inner]}})
    Path("p.netstudio").write_text(json.dumps(raw))
    layers = {layer["name"]: layer for layer in json_of(capsys, "show", "p.netstudio")["layers"]}
    assert layers["inner"]["path"] == ["shortcut"]
    assert layers["shortcut"]["path"] == []
    lines = output_of(capsys, "show", "p.netstudio").splitlines()
    assert any(line.startswith("shortcut ") for line in lines)
    assert any(line.startswith("  inner ") for line in lines)


def test_train_prints_the_path_of_the_model_last_and_the_model_can_be_used(
    capsys: Capture,
) -> None:
    model = trained_digits(capsys)
    assert model.is_file()
    figures = json_of(capsys, "evaluate", str(model))
    assert figures["accuracy"] >= 0.95
    assert set(figures) == {"loss", "accuracy", "f1", "samples", "classes"}
    assert [each["label"] for each in figures["classes"]] == [str(digit) for digit in range(10)]
    assert sum(each["samples"] for each in figures["classes"]) == figures["samples"]
    assert all(0.8 < each["f1"] <= 1 for each in figures["classes"])
    truth = save_digit(3, "three.png")
    (entry,) = json_of(capsys, "predict", str(model), "three.png")
    assert entry["file"] == "three.png"
    assert entry["predictions"][0]["label"] == str(truth)
    shares = [item["probability"] for item in entry["predictions"]]
    assert len(shares) == 10
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == pytest.approx(1, abs=1e-5)
    assert "three.png" in output_of(capsys, "predict", str(model), "three.png")
    table = output_of(capsys, "evaluate", str(model), "--split", "val")
    assert "accuracy" in table
    assert "CLASS  PRECISION  RECALL" in table


def test_train_json_prints_one_event_a_line(capsys: Capture) -> None:
    main(["new", "digits-mlp", "-o", "d.netstudio"])
    lines = output_of(capsys, "train", "d.netstudio", "--epochs", "2", "--json").splitlines()
    events = [json.loads(line) for line in lines]
    names = [event["event"] for event in events]
    assert set(names) == {"preparing", "started", "progress", "epoch", "checkpoint", "finished"}
    first = next(event for event in events if event["event"] == "epoch")
    assert first["epoch"] == 1
    for part in ("train", "val"):
        assert set(first[part]) >= {"loss", "accuracy"}
    assert first["samples_per_second"] > 0
    assert first["seconds"] > 0
    assert names[-1] == "finished"
    assert Path(events[-1]["model"]).is_file()
    assert set(events[-1]["test"]) >= {"loss", "accuracy"}


def test_options_of_train_override_the_project(capsys: Capture) -> None:
    model = trained_digits(
        capsys, "--epochs", "3", "--batch-size", "50", "--lr", "0.01", "--seed", "5", "--out", "o"
    )
    assert model.parts[0] == "o"
    kept = json.loads((model.parent / "project.netstudio").read_text())["training"]
    assert (kept["epochs"], kept["batch_size"], kept["seed"]) == (3, 50, 5)
    assert kept["optimizer"]["lr"] == 0.01


def test_a_finished_run_can_be_resumed_for_more_epochs(capsys: Capture) -> None:
    model = trained_digits(capsys, "--epochs", "2")
    run = str(model.parent)
    again = output_of(capsys, "train", "d.netstudio", "--resume", run, "--epochs", "4")
    assert Path(again.splitlines()[-1]) == model
    epochs = [
        json.loads(line)["epoch"]
        for line in (model.parent / "history.jsonl").read_text().splitlines()
        if json.loads(line)["event"] == "epoch"
    ]
    assert epochs == [1, 2, 3, 4]


def test_a_folder_of_ones_own_pictures_is_trained_evaluated_and_used(capsys: Capture) -> None:
    for split, count in (("train", 60), ("test", 20)):
        for number, (name, color) in enumerate((("红色", "red"), ("blue", "blue"))):
            folder = Path("pictures", split, name)
            folder.mkdir(parents=True)
            for at in range(count):
                chance = np.random.default_rng(1000 * number + at + (split == "test") * 500)
                picture = Image.new("RGB", (40 + at % 7, 36), color)
                noise = Image.effect_noise(picture.size, float(chance.uniform(10, 60)))
                Image.blend(picture, noise.convert("RGB"), 0.3).save(folder / f"{at}.jpg")
    main(["new", "cifar-cnn", "-o", "c.netstudio"])
    lines = output_of(
        capsys, "train", "c.netstudio", "--data", "pictures/train", "--test-data", "pictures/test",
        "--epochs", "4", "--json",
    ).splitlines()  # fmt: skip
    finished = json.loads(lines[-1])
    assert finished["test"]["samples"] == 40
    assert finished["test"]["accuracy"] > 0.9
    model = finished["model"]
    assert json_of(capsys, "evaluate", model)["samples"] == 40
    assert json_of(capsys, "evaluate", model, "--data", "pictures/train")["samples"] == 120
    (entry,) = json_of(capsys, "predict", model, "pictures/test/红色/0.jpg")
    assert entry["predictions"][0]["label"] == "红色"


def test_predict_names_unreadable_files_and_still_answers_for_the_others(capsys: Capture) -> None:
    model = trained_digits(capsys, "--epochs", "1")
    save_digit(0, "good.png")
    Path("bad.png").write_text("no picture")
    capsys.readouterr()
    assert main(["predict", str(model), "bad.png", "good.png", "absent.png", "--json"]) == 1
    captured = capsys.readouterr()
    assert [entry["file"] for entry in json.loads(captured.out)] == ["good.png"]
    assert [line.split()[1] for line in captured.err.splitlines()] == ["bad.png", "absent.png"]


@pytest.mark.process
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all file names are text")
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_file_names_that_are_no_text_are_printed(capsys: Capture, encoding: str) -> None:
    model = trained_digits(capsys, "--epochs", "1")
    names = [os.fsdecode(b"\xff.png"), "é🙂.png"]
    for name in names:
        save_digit(0, name)
    command = [sys.executable, "-m", "netstudio", "predict", str(model), *names]
    environment = {
        **os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONIOENCODING": encoding,
    }  # fmt: skip
    for options in ([], ["--json"]):
        done = subprocess.run([*command, *options], capture_output=True, env=environment)
        assert done.returncode == 0, done.stderr
    assert [entry["file"] for entry in json.loads(done.stdout)] == names


def test_evaluate_names_unreadable_files(capsys: Capture) -> None:
    model = trained_digits(capsys, "--epochs", "1")
    for name in ("3", "4"):
        Path("pictures", name).mkdir(parents=True)
        Image.new("L", (8, 8)).save(f"pictures/{name}/a.png")
    Path("pictures/3/broken.png").write_text("no picture")
    capsys.readouterr()
    assert main(["evaluate", str(model), "--data", "pictures", "--json"]) == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out)["samples"] == 2
    assert "Note: " in captured.err
    assert "broken.png" in captured.err


@pytest.mark.parametrize(
    "argv",
    [["nonsense"], ["train"], ["train", "--json"], ["train", "p", "--epochs", "many"], ["--what"]],
)
def test_wrong_usage_exits_with_2(argv: list[str], capsys: Capture) -> None:
    assert main(argv) == 2
    assert capsys.readouterr().err


@pytest.mark.parametrize("argv", [["--help"], ["train", "--help"], ["--version"]])
def test_help_exits_with_0(argv: list[str], capsys: Capture) -> None:
    assert main(argv) == 0
    assert "netstudio" in capsys.readouterr().out
