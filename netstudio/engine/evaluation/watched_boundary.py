"""Where in the plane a network changes its mind, and where each of its units does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from netstudio.engine.data.points.inputs import Points
from netstudio.engine.trained_model import TrainedModel
from netstudio.engine.watching import Sight

# How many of a layer's units are looked at.
_MOST_UNITS = 16
_MOST_SPOTS = 1_000

# x, y and the number of the class.
Spot = tuple[float, float, int]


@dataclass(frozen=True, eq=False)
class UnitField:
    """What one unit puts out all over the field.

    Attributes:
        layer: The name of its layer.
        number: Which of the layer's units it is, from 0.
        outputs: float32 (side, side), the highest row first; below zero on one side of the unit's
            boundary, above zero on the other.
    """

    layer: str
    number: int
    outputs: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Boundary:
    """What a network says of every place of a square field of the plane.

    Attributes:
        reach: How far the field goes from the middle, along each axis.
        classes: The number of the likeliest class, uint8 (side, side), the highest row first.
        shares: Its probability, float32 (side, side).
        names: The class names by number.
        spots: The first points that are learned from.
        units: The hidden units, layer by layer.
    """

    reach: float
    classes: NDArray[np.uint8]
    shares: NDArray[np.float32]
    names: tuple[str, ...]
    spots: tuple[Spot, ...] = ()
    units: tuple[UnitField, ...] = ()


@dataclass(frozen=True)
class BoundaryWatch:
    """Looks at the whole field while a network learns.

    Attributes:
        reach: How far it looks from the middle.
        side: How many places it looks at along each axis.
        unit_side: Likewise for hidden units; 0 to leave them out.
    """

    reach: float
    side: int = 96
    unit_side: int = 0

    def look(self, sight: Sight) -> Boundary:
        places = _field(self.reach, self.side, sight.device)
        answers = sight.answer(sight.module(sight.preprocess(places)))
        seen = _boundary(self.reach, self.side, answers, sight.dataset.classes)
        units = tuple(self._units(sight)) if self.unit_side else ()
        return replace(seen, spots=_spots(sight), units=units)

    def _units(self, sight: Sight) -> Iterator[UnitField]:
        with _overheard(sight.module) as heard:
            places = _field(self.reach, self.unit_side, sight.device)
            sight.module(sight.preprocess(places))
        # The last one gives the answer itself.
        for layer, outputs in list(heard.items())[:-1]:
            for number in range(min(outputs.shape[1], _MOST_UNITS)):
                yield UnitField(layer, number, _square(outputs[:, number], self.unit_side))


def boundary_of(model: TrainedModel, reach: float, side: int = 96) -> Boundary:
    """What a trained model says of the whole field."""
    places = _field(reach, side, model.device)
    with torch.no_grad():
        answers = model.answer(model.module(model.preprocessing.on(model.device)(places)))
    return _boundary(reach, side, answers, model.classes)


def _field(reach: float, side: int, device: torch.device) -> Tensor:
    """All places, row by row from the top."""
    steps = torch.linspace(-reach, reach, side)
    y, x = torch.meshgrid(steps.flip(0), steps, indexing="ij")
    return torch.stack((x.flatten(), y.flatten()), 1).to(device)


def _boundary(reach: float, side: int, answers: Tensor, names: tuple[str, ...]) -> Boundary:
    shares, classes = answers.float().max(1)
    return Boundary(reach, _square(classes.byte(), side), _square(shares, side), names)


def _spots(sight: Sight) -> tuple[Spot, ...]:
    records = sight.dataset.records.train
    assert isinstance(records.inputs, Points)
    assert records.targets is not None
    places = records.inputs.places[:_MOST_SPOTS].tolist()
    labels = records.targets[:_MOST_SPOTS].tolist()
    return tuple((x, y, label) for (x, y), label in zip(places, labels, strict=True))


@contextmanager
def _overheard(module: nn.Module) -> Iterator[dict[str, Tensor]]:
    """What each linear layer puts out while the network computes, in that order."""
    heard: dict[str, Tensor] = {}
    with ExitStack() as hooks:
        for name, layer in module.named_modules():
            if isinstance(layer, nn.Linear):

                def hear(_: nn.Module, __: object, outputs: Tensor, name: str = name) -> None:
                    heard[name] = outputs

                hooks.callback(layer.register_forward_hook(hear).remove)
        yield heard


def _square(values: Tensor, side: int) -> NDArray[Any]:
    return values.reshape(side, side).cpu().numpy()
