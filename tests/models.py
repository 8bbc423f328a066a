"""A tiny trained model, made without training."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import nn

from netstudio.core.project import Project
from netstudio.core.spec import IMAGE, TensorSpec
from netstudio.engine.data.images.preprocessing import ImagePreprocessing
from netstudio.engine.model_file import save_model
from netstudio.engine.network.analyse import analyse
from netstudio.engine.resolve import build
from tests.projects import node, project

SAMPLE = TensorSpec(IMAGE, (3, 8, 8))
CLASSES = ("class 0", "class 1", "class 2")
PREPROCESSING = ImagePreprocessing(SAMPLE, (0.4, 0.5, 0.6), (0.2, 0.25, 0.3))
FIGURES: dict[str, Any] = {"val": {"loss": 0.5, "accuracy": 0.75}}
HISTORY: list[dict[str, Any]] = [{"event": "epoch", "epoch": 1, "val": None}]


def tiny_project() -> Project:
    """A small network of every sort of tensor: weights, running means, counts."""
    return project(
        node("Conv2d", out_channels=2, kernel_size=3),
        node("BatchNorm2d"),
        node("ReLU"),
        node("Residual", node("Conv2d", out_channels=2, kernel_size=3, padding="same")),
        node("Flatten"),
        node("Linear", out_features="auto"),
        sample=SAMPLE,
        classes=len(CLASSES),
    )


def module_of(made: Project, seed: int = 0) -> nn.Module:
    """The network with random weights, in eval mode."""
    call = analyse(made).call
    assert call is not None
    torch.manual_seed(seed)
    return build(call).eval()


def write_model(path: Path, made: Project | None = None, seed: int = 0) -> nn.Module:
    """Write a trained model; returns its network."""
    chosen = made if made is not None else tiny_project()
    module = module_of(chosen, seed)
    save_model(path, module, chosen, PREPROCESSING, None, FIGURES, HISTORY, best_epoch=1)
    return module
