"""A project: everything needed to train a network again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from netstudio.core.spec import TensorSpec
from netstudio.core.tree import Stack
from netstudio.core.values import Fields


@dataclass(frozen=True)
class Selected:
    """A declared thing that was chosen, as written: its type and settings, both unchecked.

    Attributes:
        type: What it is.
        fields: Its settings.
        enabled: Whether it takes part; only steps of augmentation can be switched off.
    """

    type: str
    fields: Fields = Fields()
    enabled: bool = True


# A learning rate that stays as it is; what holds where a file names no schedule.
CONSTANT = Selected("constant")


@dataclass(frozen=True)
class PartSizes:
    """How many samples each part of the data has."""

    train: int
    validation: int
    test: int


@dataclass(frozen=True)
class DataFacts:
    """What is known of the data without reading it.

    Attributes:
        sample: Shape and type of one sample as the network receives it.
        classes: The class names, in the order of the network's outputs.
        counts: The sizes of the parts.
        values: What each number is that the network predicts, where it predicts numbers.
    """

    sample: TensorSpec
    classes: tuple[str, ...]
    counts: PartSizes
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class DataChoice:
    """Which data, and how they are divided.

    Attributes:
        source: Where the samples come from.
        options: How they are split (see ``tasks.options.DataOptions``).
        facts: What was found when they were read last; None before the first time.
        preparation: How samples become numbers, in the fields of the task's preparation.
        augmentation: How training samples are varied, in this order.
    """

    source: Selected
    options: Fields = Fields()
    facts: DataFacts | None = None
    preparation: Fields = Fields()
    augmentation: tuple[Selected, ...] = ()


@dataclass(frozen=True)
class TrainingChoice:
    """How the network is trained.

    Attributes:
        loss: What is minimised.
        optimizer: How the weights are updated.
        schedule: How the learning rate changes meanwhile.
        options: Epochs, batch size, seed and more (see ``tasks.training.options.TrainingOptions``).
    """

    loss: Selected
    optimizer: Selected
    options: Fields = Fields()
    schedule: Selected = CONSTANT


@dataclass(frozen=True)
class Project:
    """A network with its task, its data and its training."""

    name: str
    task: Selected
    data: DataChoice
    training: TrainingChoice
    network: Stack = Stack()

    def with_network(self, network: Stack) -> Project:
        """A copy with another network; the same object where nothing changes."""
        return self if network is self.network else replace(self, network=network)
