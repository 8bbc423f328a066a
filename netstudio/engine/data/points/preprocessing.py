"""From points to what the network receives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any, Self

import numpy as np
import torch
from torch import Tensor

from netstudio.core.spec import FEATURES, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.data.input_names import input_name
from netstudio.engine.data.job import Job
from netstudio.engine.data.points.inputs import Points
from netstudio.engine.data.preprocessing import OnDevice
from netstudio.engine.data.records import Inputs, Records
from netstudio.engine.events import Preparing
from netstudio.tasks.preparation import PreparationDef
from netstudio.tasks.preparation.points import PointPreparation

Pair = tuple[float, float]


@dataclass(frozen=True)
class PointPreprocessing:
    """Both coordinates less their mean, in units of their standard deviation.

    Attributes:
        mean: Of x and y over the training part; 0 where they stay as they are.
        std: Likewise; 1 where they stay as they are.
    """

    mean: Pair = (0.0, 0.0)
    std: Pair = (1.0, 1.0)

    @property
    def sample(self) -> TensorSpec:
        return TensorSpec(FEATURES, (2,))

    @classmethod
    def fit(cls, train: Records, options: PreparationDef) -> Job[Self]:
        """Learn mean and standard deviation from the training part."""
        assert isinstance(options, PointPreparation)
        assert isinstance(train.inputs, Points)
        yield Preparing("prepare", 0, 1)
        if options.scaling == "none":
            return cls()
        places = train.inputs.places.double()
        mean, std = places.mean(0).tolist(), places.std(0, correction=0).tolist()
        return cls((mean[0], mean[1]), (std[0] or 1.0, std[1] or 1.0))

    def encode(self, inputs: Inputs) -> Job[Tensor]:
        """Points as float32 (N, 2), not yet scaled."""
        assert isinstance(inputs, Points)
        yield Preparing("encode", 0, 1)
        return inputs.places

    def on(self, device: torch.device, channels_last: bool = False) -> OnDevice:
        """The function that scales a batch there."""
        mean, std = (torch.tensor(pair, device=device) for pair in (self.mean, self.std))
        return lambda places: (places - mean) / std

    def read(self, given: object, number: int | None = None) -> Tensor:
        """A point: its x and y, or both as a text, ``0.5, -1.2``.

        Shapes: -> float32 (2,).

        Raises:
            UserError: It is neither.
        """
        try:
            pair = given.split(",") if isinstance(given, str) else given
            if not isinstance(pair, Sequence | np.ndarray | Tensor):
                raise TypeError
            x, y = (float(each) for each in pair)
        except (TypeError, ValueError):
            x = y = float("nan")
        if not isfinite(x) or not isfinite(y):
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{input} cannot be read as a point. Give two numbers, x and y, such as 0.5, "
                    "-1.2.",
                ),
                input=input_name(None, number),
            )
        return torch.tensor((x, y))

    def as_json(self) -> dict[str, Any]:
        return {"mean": list(self.mean), "std": list(self.std)}

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        """The inverse of ``as_json``.

        Raises:
            ValueError: ``raw`` is not what ``as_json`` gives.
        """
        try:
            mean, std = (tuple(float(each) for each in raw[key]) for key in ("mean", "std"))
        except (KeyError, TypeError, OverflowError) as error:
            raise ValueError(f"incomplete preprocessing: {error}") from error
        if len(mean) != 2 or len(std) != 2 or not all(map(isfinite, (*mean, *std))):
            raise ValueError("preprocessing of something else than points")
        if min(std) <= 0:
            raise ValueError("a standard deviation that is not positive")
        return cls((mean[0], mean[1]), (std[0], std[1]))
