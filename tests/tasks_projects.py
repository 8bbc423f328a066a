"""Small projects of every aim, which train in a second."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from netstudio.core.project import DataChoice, Project, Selected, TrainingChoice
from netstudio.core.tree import Node
from netstudio.core.values import Fields
from netstudio.engine.events import Finished
from netstudio.engine.model_file import load_model
from netstudio.engine.trained_model import TrainedModel
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.trainer import Trainer
from tests.projects import network, node


def project_for(
    task: str,
    source: Selected,
    *nodes: Node,
    loss: str = "mean_squared_error",
    preparation: Mapping[str, object] | None = None,
    epochs: int = 3,
) -> Project:
    """A project whose data have not been read yet."""
    return Project(
        name="test",
        task=Selected(task),
        data=DataChoice(source, preparation=Fields(preparation or {})),
        training=TrainingChoice(Selected(loss), Selected("adam"), Fields(epochs=epochs)),
        network=network(*nodes),
    )


def autoencoder(noise: float = 0.0) -> Project:
    """The small digits through 16 numbers and back."""
    return project_for(
        "image_autoencoding",
        Selected("digits"),
        node("Flatten"),
        node("Linear", out_features=16),
        node("ReLU"),
        node("Linear", out_features=64),
        node("Unflatten", unflattened_size=(1, 8, 8)),
        preparation={"noise": noise} if noise else None,
    )


def regression() -> Project:
    """The progression of diabetes from ten measures."""
    return project_for(
        "table_regression",
        Selected("diabetes"),
        node("Linear", out_features=8),
        node("ReLU"),
        node("Linear", out_features="auto"),
    )


def trained(project: Project, folder: Path) -> TrainedModel:
    """The model that training the project gives."""
    *_, last = Trainer(project, "cpu", out=folder).run(RunControl())
    assert isinstance(last, Finished), last
    return load_model(Path(last.model))
