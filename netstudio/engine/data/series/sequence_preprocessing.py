"""From short courses of any length to numbers on one scale; part of the trained model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
import torch
from torch import Tensor

from netstudio.core.kinds import AUTO
from netstudio.core.spec import SEQUENCE, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, shorten
from netstudio.engine.data.input_names import input_name
from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Inputs, Records
from netstudio.engine.data.series.course import Values
from netstudio.engine.data.series.inputs import Sequences
from netstudio.engine.data.series.preprocessing import filled
from netstudio.engine.data.series.scales import Scale, fit_scale, scale_from_json
from netstudio.engine.events import Preparing
from netstudio.tasks.preparation import PreparationDef
from netstudio.tasks.preparation.series import SequencePreparation

_AT_ONCE = 1_024
_LONGEST = 100_000


@dataclass(frozen=True)
class SequencePreprocessing:
    """Sequences of one length, each feature on its scale.

    Shorter ones get zeros in front, so that the last step is always a real one.

    Attributes:
        length: How many steps each has.
        scales: Of each feature, measured on the training part.
    """

    length: int
    scales: tuple[Scale, ...]

    @property
    def sample(self) -> TensorSpec:
        return TensorSpec(SEQUENCE, (self.length, len(self.scales)))

    @classmethod
    def fit(cls, train: Records, options: PreparationDef) -> Job[Self]:
        """Choose the length and measure the scale of each feature."""
        sequences = train.inputs
        assert isinstance(sequences, Sequences)
        assert isinstance(options, SequencePreparation)
        yield Preparing("measure", 0, 1)
        steps = np.concatenate(sequences.courses)
        longest = max(len(course) for course in sequences.courses)
        length = longest if options.length == AUTO else options.length
        scales = (fit_scale(steps[:, at], options.scaling) for at in range(steps.shape[1]))
        return cls(length, tuple(scales))

    def encode(self, inputs: Inputs) -> Job[Tensor]:
        """All sequences on their scale: float32 (N, length, features)."""
        assert isinstance(inputs, Sequences)
        stored = np.zeros((len(inputs), *self.sample.sizes), np.float32)
        for at, course in enumerate(inputs.courses):
            if at % _AT_ONCE == 0:
                yield Preparing("encode", at, len(inputs))
            self._put(course, stored[at])
        return torch.from_numpy(stored)

    def on(self, device: torch.device, channels_last: bool = False) -> Callable[[Tensor], Tensor]:
        """Everything is done when sequences are encoded: they become floats, if they are not.

        Shapes: (N, length, features) -> the same.
        """
        return lambda sequences: sequences.to(torch.float32)

    def read(self, given: object, number: int | None = None) -> Tensor:
        """A sequence as it would be stored: float32 (length, features).

        Args:
            given: An array (time, features), or (time,) for one feature; or the path of an
                ``.npy`` or text file that holds one.
            number: Which of several inputs it is, counted from 1.

        Raises:
            UserError: It is none of these.
        """
        named = Path(given) if isinstance(given, str) else given
        course = _load(named) if isinstance(named, Path) else np.asarray(named, np.float32)
        course = course[:, None] if course.ndim == 1 else course
        if course.ndim != 2 or not len(course) or course.shape[1] != len(self.scales):
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{sequence} has the shape {shape}, but the model needs steps of {count} "
                    "numbers. Give it a sequence of that kind.",
                ),
                sequence=input_name(named, number),
                shape=course.shape,
                count=len(self.scales),
            )
        stored = np.zeros(self.sample.sizes, np.float32)
        self._put(course, stored)
        return torch.from_numpy(stored)

    def _put(self, course: Values, place: Values) -> None:
        """Write a sequence to the end of a row of zeros."""
        kept = course[-self.length :]
        for at, scale in enumerate(self.scales):
            place[self.length - len(kept) :, at] = scale.apply(
                filled(kept[:, at], "forward", scale)
            )

    def as_json(self) -> dict[str, Any]:
        return {"length": self.length, "scales": [scale.as_json() for scale in self.scales]}

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        try:
            length = raw["length"]
            scales = tuple(scale_from_json(each) for each in raw["scales"])
        except (KeyError, TypeError, OverflowError) as error:
            raise ValueError(f"incomplete preprocessing: {error}") from error
        if isinstance(length, bool) or not isinstance(length, int) or not 1 <= length <= _LONGEST:
            raise ValueError(f"sequences of {length} steps")
        if not scales:
            raise ValueError("sequences of no features")
        return cls(length, scales)


def _load(path: Path) -> Values:
    try:
        if path.suffix.lower() == ".npy":
            loaded = np.load(path, allow_pickle=False)
        else:
            text = path.read_text("utf-8-sig")
            loaded = np.array([line.replace(",", " ").split() for line in text.splitlines()])
        numbers: Values = loaded.astype(np.float32)
    except (OSError, ValueError, EOFError) as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{file} cannot be read as a sequence. Choose an .npy file, or a text file with "
                "the numbers of one step in each line.",
            ),
            file=shorten(str(path)),
        ) from error
    return numbers
