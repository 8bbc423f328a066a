"""Where in the plane a network changes its mind, and where each of its units does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from netstudio.engine.data.points.inputs import Points
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
        spots: The first points that are learned from.
        names: The class names by number.
        units: The hidden units, layer by layer.
    """

    reach: float
    classes: NDArray[np.uint8]
    shares: NDArray[np.float32]
    spots: tuple[Spot, ...]
    names: tuple[str, ...]
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
        answers = sight.answer(sight.module(self._field(self.side, sight)))
        shares, classes = answers.float().max(1)
        return Boundary(
            self.reach,
            _square(classes.byte(), self.side),
            _square(shares, self.side),
            _spots(sight),
            sight.dataset.classes,
            tuple(self._units(sight)) if self.unit_side else (),
        )

    def _field(self, side: int, sight: Sight) -> Tensor:
        """The places as the network receives them, row by row from the top."""
        steps = torch.linspace(-self.reach, self.reach, side)
        y, x = torch.meshgrid(steps.flip(0), steps, indexing="ij")
        return sight.preprocess(torch.stack((x.flatten(), y.flatten()), 1).to(sight.device))

    def _units(self, sight: Sight) -> Iterator[UnitField]:
        with _overheard(sight.module) as heard:
            sight.module(self._field(self.unit_side, sight))
        # The last one gives the answer itself.
        for layer, outputs in list(heard.items())[:-1]:
            for number in range(min(outputs.shape[1], _MOST_UNITS)):
                yield UnitField(layer, number, _square(outputs[:, number], self.unit_side))


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
