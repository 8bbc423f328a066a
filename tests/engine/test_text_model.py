"""A text model from the table to the answer: trained, kept in a file, loaded and asked."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from netstudio.core.project import DataChoice, Project, Selected, TrainingChoice
from netstudio.core.values import Fields
from netstudio.engine.events import Finished
from netstudio.engine.export import export_model
from netstudio.engine.model_file import load_model
from netstudio.engine.predictions import ClassPrediction
from netstudio.engine.trained_model import TrainedModel
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.trainer import Trainer
from tests.projects import network, node

GOOD, BAD = "a lovely warm day with tea", "cold rain all day, awful"


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> TrainedModel:
    folder = tmp_path_factory.mktemp("texts")
    rows = [
        f'"{text} number {at}",{label}'
        for at in range(40)
        for text, label in ((GOOD, "good"), (BAD, "bad"))
    ]
    table = folder / "texts.csv"
    table.write_text("\n".join(["text,label", *rows]), encoding="utf-8")
    project = Project(
        "opinions",
        Selected("text_classification"),
        DataChoice(Selected("text_table", Fields(file=str(table)))),
        TrainingChoice(
            Selected("cross_entropy"), Selected("adam", Fields(lr=0.02)), Fields(epochs=4)
        ),
        network(
            node("Embedding", embedding_dim=8),
            node("GRU", hidden_size=8, bidirectional=True),
            node("Linear", out_features="auto"),
        ),
    )
    *_, last = Trainer(project, "cpu", out=folder).run(RunControl())
    assert isinstance(last, Finished), last
    return load_model(Path(last.model), "cpu")


def label(model: TrainedModel, given: object) -> str:
    (prediction,) = model.predict(given)
    assert isinstance(prediction, ClassPrediction)
    return prediction.label


def test_it_says_of_new_texts_what_it_has_learned(model: TrainedModel, tmp_path: Path) -> None:
    assert label(model, "lovely tea") == "good"
    assert label(model, "awful rain") == "bad"
    file = tmp_path / "opinion.txt"
    file.write_text("awful rain", encoding="utf-16")
    assert label(model, file) == "bad"


@torch.no_grad()
def test_its_network_answers_alike_however_far_a_text_is_filled_up(model: TrainedModel) -> None:
    ids = model.preprocessing.read("lovely tea").to(torch.int64)
    own = ids[ids != 0][None]
    expected = model.module(own)
    for length in (32, 256):
        filled_up = torch.zeros(1, length, dtype=torch.int64)
        filled_up[0, : own.shape[1]] = own
        torch.testing.assert_close(model.module(filled_up), expected, rtol=1e-5, atol=1e-5)


def test_its_code_takes_its_weights_and_answers_alike(model: TrainedModel, tmp_path: Path) -> None:
    code = tmp_path / "opinions.py"
    export_model(model, "opinions.safetensors").write(code)
    names: dict[str, object] = {"__name__": "opinions", "__file__": str(code)}
    exec(compile(code.read_text(encoding="utf-8"), str(code), "exec"), names)
    load = names["load"]
    assert callable(load)
    ids = model.preprocessing.read("lovely tea").to(torch.int64)[None]
    with torch.no_grad():
        assert torch.equal(load()(ids), model.module(ids))
