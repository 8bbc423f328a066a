"""Trained models for the pages that use them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from netstudio.core.project import Selected
from netstudio.core.values import Fields
from netstudio.engine.model_file import load_model
from netstudio.engine.trained_model import TrainedModel
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.trainer import Trainer
from netstudio.tasks.templates import project_from_template
from tests.models import write_model
from tests.pictures import write_class


def trained_on_digits(folder: Path, epochs: int = 8) -> Path:
    """The file of a small network that reads scikit-learn's digits."""
    project = project_from_template("digits-mlp", "digits")
    options = project.training.options.replace(epochs=epochs)
    project = replace(project, training=replace(project.training, options=options))
    events = list(Trainer(project, "cpu", out=folder).run(RunControl()))
    assert events[-1].event == "finished", events[-1]
    return next(folder.glob("*/best.safetensors"))


def on_folder(model: TrainedModel, folder: Path) -> TrainedModel:
    """The model, with another folder as its data."""
    source = Selected("image_folder", Fields(folder=str(folder)))
    data = replace(model.project.data, source=source)
    return replace(model, project=replace(model.project, data=data))


def colour_model(folder: Path) -> TrainedModel:
    """A model that guesses, with a folder of colour pictures of its three classes."""
    for seed in range(3):
        write_class(folder / "pictures" / f"class {seed}", 10, size=(8, 8), seed=seed)
    write_model(folder / "m.safetensors")
    return on_folder(load_model(folder / "m.safetensors"), folder / "pictures")
