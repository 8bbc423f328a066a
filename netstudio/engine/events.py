"""What a training run reports, as frozen values that JSON can hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from netstudio.core.translate import Message, message_as_json
from netstudio.core.values import Fields, thaw


@dataclass(frozen=True)
class Figures:
    """Loss and metrics over some samples.

    Attributes:
        loss: Mean loss of a sample.
        metrics: The task's metrics by name.
        samples: Over how many samples.
    """

    loss: float
    metrics: Mapping[str, float]
    samples: int

    def as_json(self) -> dict[str, Any]:
        return {"loss": self.loss, **self.metrics, "samples": self.samples}


@dataclass(frozen=True)
class Event:
    """Base of all events; ``event`` is its name in JSON."""

    event: ClassVar[str]

    def as_json(self) -> dict[str, Any]:
        """The event as a JSON object."""
        values = {name: _plain(value) for name, value in vars(self).items()}
        return {"event": self.event, **values}


def _plain(value: object) -> object:
    if isinstance(value, Figures | Remedy):
        return value.as_json()
    if isinstance(value, Message):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


@dataclass(frozen=True)
class Preparing(Event):
    """Data are being read or brought into shape."""

    event = "preparing"

    stage: str
    done: int
    total: int


@dataclass(frozen=True)
class Started(Event):
    """Training begins.

    Attributes:
        run: The run's folder.
        device: What it computes on, in words.
        epoch: The first epoch of this run, from 1; more than 1 when it was resumed.
        epochs: How many there will be.
        train_samples: How many samples are learned from.
        execution: How the steps are executed (threads, memory format).
        notes: What the user should know about the data, and about the weights it starts from.
        fold: Which fold of a cross-validation this is, from 1; 0 where there is none.
        folds: How many there are.
        frozen: How many of the parameters stay as they are.
    """

    event = "started"

    run: str
    device: str
    epoch: int
    epochs: int
    batch_size: int
    parameters: int
    train_samples: int
    validation_samples: int
    test_samples: int
    execution: Mapping[str, Any]
    notes: tuple[Message, ...] = ()
    fold: int = 0
    folds: int = 0
    frozen: int = 0


@dataclass(frozen=True)
class Progress(Event):
    """Some batches were learned.

    Attributes:
        batch: How many batches of the epoch are done.
        batches: How many the epoch has.
        losses: The loss of every batch since the last such event.
        train: The epoch's running figures.
        samples_per_second: Of training steps only, over the epoch so far.
        seconds_left: Until the last epoch ends, as far as can be told.
        gradient_norm: The length of all gradients together in the last batch, before clipping;
            None where it was not measured.
    """

    event = "progress"

    epoch: int
    epochs: int
    batch: int
    batches: int
    losses: tuple[float, ...]
    train: Figures
    learning_rate: float
    samples_per_second: float
    seconds_left: float | None
    gradient_norm: float | None = None


@dataclass(frozen=True)
class EpochEnded(Event):
    """All training samples were gone through once.

    Attributes:
        epoch: Its number, from 1.
        train: Running figures: measured while the weights were changing.
        val: Figures on the validation part; None where there is none.
        samples_per_second: Of training steps only.
        seconds: Its whole length, validation included.
        is_best: Whether its weights are the best so far.
        gradient_norm: The mean of those that were measured; None where none was.
    """

    event = "epoch"

    epoch: int
    epochs: int
    train: Figures
    val: Figures | None
    learning_rate: float
    samples_per_second: float
    seconds: float
    is_best: bool
    gradient_norm: float | None = None


@dataclass(frozen=True)
class Watched(Event):
    """Somebody looked at the network while it learned (see ``engine.watching``).

    Attributes:
        name: Under which name it was asked for.
        seen: What was seen: no JSON, and never written to a run's history.
    """

    event = "watched"

    name: str
    epoch: int
    batch: int
    seen: object


@dataclass(frozen=True)
class Remedy:
    """A change of the project that may mend what a notice tells.

    Attributes:
        label: What it does, as the text of a button.
        target: What is changed: ``training``, ``optimizer``, ``schedule``, ``loss``, or the uid of
            a layer; ``data`` is how they are divided and balanced.
        values: The settings that change, by name.
        type: The type to choose instead, where another one is chosen.
    """

    label: Message
    target: str
    values: Fields = Fields()
    type: str = ""

    def as_json(self) -> dict[str, Any]:
        """The remedy as a JSON object."""
        return {
            "label": str(self.label),
            "target": self.target,
            "values": thaw(self.values),
            "type": self.type,
        }


@dataclass(frozen=True)
class Noticed(Event):
    """Something is off with the training, in plain words.

    Attributes:
        code: What it is, for programs; the same thing is noticed once in a run.
        text: What it is, for people, with the usual remedies.
        epoch: In which epoch it was seen, from 1.
        layer: The uid of the layer where it happens; "" where it is no layer's.
        remedies: What one click can change.
    """

    event = "noticed"

    code: str
    text: Message
    epoch: int
    layer: str = ""
    remedies: tuple[Remedy, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The event as a JSON object; ``message`` is its text for any language."""
        return {**super().as_json(), "message": message_as_json(self.text)}


@dataclass(frozen=True)
class Healed(Event):
    """What was noticed is over.

    Attributes:
        code: What it was.
        layer: The uid of the layer where it was; "" where it was no layer's.
        epoch: After which epoch.
    """

    event = "healed"

    code: str
    layer: str
    epoch: int


@dataclass(frozen=True)
class CheckpointSaved(Event):
    """The run can be resumed from here."""

    event = "checkpoint"

    path: str
    epoch: int


@dataclass(frozen=True)
class PlaceWanted(Event):
    """The run cannot be written where it is; it waits for another place (see ``RunControl``).

    Attributes:
        message: Why, in one sentence for the user.
        place: Where its folder lies, or was to be made; given again, writing is tried once more.
    """

    event = "place_wanted"

    message: Message
    place: str


@dataclass(frozen=True)
class Moved(Event):
    """The run is kept in another folder from now on."""

    event = "moved"

    run: str


@dataclass(frozen=True)
class FoldEnded(Event):
    """One network of a cross-validation is trained and tested.

    Attributes:
        fold: Which one, from 1.
        folds: How many there are.
        test: Its figures on the fold that it has not seen.
        validation_loss: The smallest on its validation part; None where it has none.
        model: The trained model's file.
        seconds: How long it was trained.
    """

    event = "fold"

    fold: int
    folds: int
    test: Figures
    validation_loss: float | None
    model: str
    seconds: float


@dataclass(frozen=True)
class CrossValidated(Event):
    """All folds are done.

    Attributes:
        folds: How many there were.
        means: The mean over the folds' test parts of loss and metrics, by name.
        deviations: Their standard deviations over the folds, as of a sample (n − 1).
        best_fold: The one whose network has the smallest validation loss.
    """

    event = "cross_validated"

    folds: int
    means: Mapping[str, float]
    deviations: Mapping[str, float]
    best_fold: int


@dataclass(frozen=True)
class Finished(Event):
    """All epochs are done.

    Attributes:
        model: The trained model's file: the weights of the best epoch.
        best_epoch: Which epoch that was.
        test: Its figures on the test part; None where there is none.
        reason: Why it ended before the last epoch; None where it did not.
    """

    event = "finished"

    model: str
    run: str
    best_epoch: int
    test: Figures | None
    seconds: float
    reason: Message | None = None


@dataclass(frozen=True)
class Stopped(Event):
    """The run was stopped; it can be resumed where it has a folder.

    Attributes:
        model: The best weights so far; None where nothing was learned yet.
    """

    event = "stopped"

    run: str | None
    model: str | None


@dataclass(frozen=True)
class Failed(Event):
    """The run could not go on.

    Attributes:
        message: One sentence for the user.
        detail: What a developer needs; empty for faults of the input.
        model: The best weights so far; None where there are none.
    """

    event = "failed"

    message: Message
    detail: str = ""
    run: str | None = None
    model: str | None = field(default=None)
