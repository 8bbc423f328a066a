"""What code says about training a network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from netstudio.core.declare import Unreadable
from netstudio.core.project import Project, Selected
from netstudio.core.values import Fields
from netstudio.engine.network.source.constructors import parameters_of
from netstudio.engine.network.source.values import UNKNOWN, Arguments, is_plain
from netstudio.tasks.losses import LOSSES, LossDef
from netstudio.tasks.optimizers import OPTIMIZERS, OptimizerDef

# Keras' defaults where torch, or this program, has others.
_KERAS_DEFAULTS: Mapping[str, Mapping[str, Any]] = {
    "sgd": {"lr": 0.01, "momentum": 0.0, "nesterov": False},
    "adamw": {"weight_decay": 0.004},
    "rmsprop": {"alpha": 0.9},
    "adagrad": {"initial_accumulator_value": 0.1},
    "adadelta": {"rho": 0.95},
}
_KERAS_RATE, _KERAS_EPSILON = 0.001, 1e-7
_KERAS_ARGUMENTS = {
    "learning_rate": "lr",
    "beta_1": "beta1",
    "beta_2": "beta2",
    "epsilon": "eps",
    "clip_threshold": "d",
}
# What Keras calls rho is alpha in torch's RMSprop, and rho in its Adadelta.
_KERAS_ARGUMENTS_OF: Mapping[str, Mapping[str, str]] = {"rmsprop": {"rho": "alpha"}}


@dataclass(frozen=True)
class TrainingPatch:
    """Changes of a project's training; None leaves a thing as it is.

    Attributes:
        loss: What is minimised.
        optimizer: How the weights are updated.
        epochs: How often all samples are gone through.
        batch_size: How many samples are looked at before each update.
        validation_share: The part of the samples that is kept back.
    """

    loss: Selected | None = None
    optimizer: Selected | None = None
    epochs: int | None = None
    batch_size: int | None = None
    validation_share: float | None = None

    def apply(self, project: Project) -> Project:
        """The project with these changes."""
        if self == TrainingPatch():
            return project
        options = {"epochs": self.epochs, "batch_size": self.batch_size}
        given = {name: value for name, value in options.items() if value is not None}
        training = replace(
            project.training,
            loss=self.loss or project.training.loss,
            optimizer=self.optimizer or project.training.optimizer,
            options=project.training.options.replace(**given),
        )
        data = project.data
        if self.validation_share is not None:
            share = data.options.replace(validation_share=self.validation_share)
            data = replace(data, options=share)
        return replace(project, training=training, data=data)


def keras_loss(name: str | None, given: Arguments) -> Selected | None:
    """The loss that Keras calls ``name``, with the settings that have the same name here."""
    for loss in LOSSES:
        known = (loss.type, loss.label, *loss.search)
        if name is not None and _plain(name) in map(_plain, known):
            return _with_settings(loss, given)
    return None


def keras_optimizer(name: str | None, given: Arguments) -> Selected | None:
    """The optimizer that Keras calls ``name``, with the defaults that it has there."""
    optimizer = OPTIMIZERS.get(name.lower()) if name is not None else None
    if optimizer is None:
        return None
    defaults = _KERAS_DEFAULTS.get(optimizer.type, {})
    values = {"lr": _KERAS_RATE, "eps": _KERAS_EPSILON, **defaults}
    ours = {**_KERAS_ARGUMENTS, **_KERAS_ARGUMENTS_OF.get(optimizer.type, {})}
    named = {ours.get(key, key): value for key, value in given.named.items()}
    if given.positional:
        named.setdefault("lr", given.positional[0])
    return _selected(optimizer, {**values, **named})


def torch_optimizer(target: str, given: Arguments) -> Selected | None:
    """The optimizer that a call of ``optim.SGD`` or another makes."""
    for optimizer in OPTIMIZERS:
        if target == f"optim.{optimizer.__name__}":
            names = list(parameters_of(target))
            placed = dict(zip(names, given.positional, strict=False))
            return _selected(optimizer, {**parameters_of(target), **placed, **given.named})
    return None


def torch_loss(name: str, given: Arguments) -> Selected | None:
    """The loss that a call of ``nn.CrossEntropyLoss`` or another makes."""
    for loss in LOSSES:
        if name in (loss.target.rpartition(".")[2], *loss.search):
            return _with_settings(loss, given)
    return None


def _with_settings(loss: type[LossDef], given: Arguments) -> Selected:
    """The loss with those of the arguments that it has settings for and that fit."""
    fields = loss.defaults()
    for spec in loss.fields():
        value = given.named.get(spec.name, UNKNOWN)
        if not is_plain(value):
            continue
        try:
            fields = loss.read({**fields, spec.name: value}).written()
        except Unreadable:
            continue
    return Selected(loss.type, fields)


def _selected(optimizer: type[OptimizerDef], values: Mapping[str, Any]) -> Selected:
    """The optimizer with those of the values that it has settings for and that fit."""
    fields = optimizer.defaults()
    settings = optimizer.settings_of(values)
    for spec in optimizer.fields():
        value = settings.get(spec.name, UNKNOWN)
        if not is_plain(value):
            continue
        try:
            fields = optimizer.read({**fields, spec.name: value}).written()
        except Unreadable:
            continue
    return Selected(optimizer.type, Fields(fields))


def _plain(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum()).removesuffix("loss")
