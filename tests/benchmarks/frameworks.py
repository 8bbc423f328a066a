"""The same training with other frameworks, as their own first examples show it.

None of them is a dependency: those that are not installed are left out. To have them, make a
second environment and let it see this one's packages.
"""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Callable
from importlib import import_module
from typing import Any

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from netstudio.engine.resolve import build
from tests.benchmarks.bare import Task

Epoch = Callable[[], None]


def lightning(task: Task) -> Epoch:
    """Lightning's ``Trainer.fit``, without logger, checkpoints and bar."""
    lightning: Any = import_module("lightning")

    class Module(lightning.LightningModule):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.network = build(task.network)

        def training_step(self, batch: Any, _: int) -> Any:
            inputs, targets = batch
            return nn.functional.cross_entropy(self.network(inputs), targets)

        def configure_optimizers(self) -> Any:
            return torch.optim.Adam(self.parameters(), 0.001)

    logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)
    warnings.filterwarnings("ignore", module="lightning")
    module = Module()

    def epoch() -> None:
        trainer = lightning.Trainer(
            max_epochs=1,
            accelerator="cpu",
            logger=False,
            enable_checkpointing=False,
            enable_progress_bar=False,
            enable_model_summary=False,
        )
        trainer.fit(module, _loader(task))

    return epoch


def fastai(task: Task) -> Epoch:
    """fastai's ``Learner.fit``, without bar and recorder."""
    core, learning, optimizer = (
        import_module(f"fastai.{name}") for name in ("data.core", "learner", "optimizer")
    )
    first = TensorDataset(task.inputs[:1], task.targets[:1])  # it insists on validating
    loaders = core.DataLoaders(_loader(task), DataLoader(first))
    learner = learning.Learner(
        loaders, build(task.network), nn.CrossEntropyLoss(), opt_func=optimizer.Adam
    )

    def epoch() -> None:
        with learner.no_logging():
            learner.fit(1, lr=0.001)

    return epoch


def skorch(task: Task) -> Epoch:
    """skorch's ``partial_fit``, without validation and printing."""
    net = import_module("skorch").NeuralNetClassifier(
        build(task.network),
        criterion=nn.CrossEntropyLoss,
        optimizer=torch.optim.Adam,
        lr=0.001,
        batch_size=task.batch_size,
        iterator_train__shuffle=True,
        train_split=None,
        max_epochs=1,
        verbose=0,
    )
    net.initialize()
    return lambda: net.partial_fit(task.inputs, task.targets) and None


def keras(task: Task) -> Epoch:
    """Keras' ``fit`` on its PyTorch backend, with Keras' own layers."""
    os.environ.setdefault("KERAS_BACKEND", "torch")
    k = import_module("keras")
    layers: list[Any] = [k.Input(task.inputs.shape[2:] + task.inputs.shape[1:2])]
    for _, call in task.network.children:
        layers += _keras_layer(k, call.target, dict(call.arguments))
    model = k.Sequential(layers)
    loss = k.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(k.optimizers.Adam(0.001), loss)
    inputs, targets = task.inputs.permute(0, 2, 3, 1).numpy(), task.targets.numpy()
    return lambda: model.fit(inputs, targets, task.batch_size, shuffle=True, verbose=0) and None


def _keras_layer(k: Any, target: str, given: dict[str, Any]) -> list[Any]:
    """Keras' counterpart of one layer; KeyError where this benchmark needed none so far."""
    name = target.rpartition(".")[2]
    kinds: dict[str, Callable[[], Any]] = {
        "Flatten": k.layers.Flatten,
        "ReLU": k.layers.ReLU,
        "Dropout": lambda: k.layers.Dropout(given["p"]),
        "Linear": lambda: k.layers.Dense(given["out_features"]),
        "MaxPool2d": lambda: k.layers.MaxPooling2D(given["kernel_size"]),
        "Conv2d": lambda: k.layers.Conv2D(
            given["out_channels"], given["kernel_size"], padding="same"
        ),
        "BatchNorm2d": k.layers.BatchNormalization,
    }
    return [kinds[name]()]


def _loader(task: Task) -> Any:
    samples = TensorDataset(task.inputs, task.targets)
    return DataLoader(samples, batch_size=task.batch_size, shuffle=True)


FRAMEWORKS: dict[str, Callable[[Task], Epoch]] = {
    "Lightning": lightning,
    "fastai": fastai,
    "skorch": skorch,
    "Keras": keras,
}
