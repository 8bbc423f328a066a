"""From windows of a course to standardised numbers; part of the trained model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from netstudio.core.spec import SEQUENCE, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.data.input_names import input_name
from netstudio.engine.data.job import Job, finish
from netstudio.engine.data.records import Inputs, Records
from netstudio.engine.data.series.course import Column, Course, Values
from netstudio.engine.data.series.inputs import Windows
from netstudio.engine.data.series.scales import Scale, fit_scale, scale_from_json
from netstudio.engine.events import Preparing
from netstudio.tasks.preparation import PreparationDef
from netstudio.tasks.preparation.series import SeriesPreparation

_AT_ONCE = 4_096
# Windows are kept one by one, each with its own numbers.
_MOST_BYTES = 8 * 2**30
_FILLINGS = ("forward", "interpolate", "mean")


@dataclass(frozen=True)
class Feature:
    """How one column is read.

    Attributes:
        name: The column.
        scale: What is subtracted and divided by; of words nothing is.
        categories: The words of the training part, each an input of its own; () for numbers.
    """

    name: str
    scale: Scale
    categories: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """How many inputs it becomes."""
        return len(self.categories) or 1

    def numbers(self, column: Column, values: NDArray[np.float32]) -> Values:
        """A filled column as inputs, (T, width)."""
        if not self.categories:
            return self.scale.apply(values)[:, None]
        places = {word: at for at, word in enumerate(self.categories)}
        # A word that the training part lacks is none of those that it has; so is a missing one.
        rows = np.array([places.get(word, -1) for word in column.categories] + [-1])
        codes = rows[np.nan_to_num(values, nan=len(column.categories)).astype(np.int64)]
        is_word: NDArray[np.bool_] = codes[:, None] == np.arange(len(self.categories))
        return is_word.astype(np.float32)

    def as_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "categories": list(self.categories),
            **self.scale.as_json(),
        }


@dataclass(frozen=True)
class SeriesPreprocessing:
    """Windows of rows, their gaps filled and their columns on one scale.

    Attributes:
        window: How many rows a window has.
        features: How each column is read.
        missing: What stands for missing numbers.
    """

    window: int
    features: tuple[Feature, ...]
    missing: str

    @property
    def sample(self) -> TensorSpec:
        return TensorSpec(SEQUENCE, (self.window, sum(each.width for each in self.features)))

    @classmethod
    def fit(cls, train: Records, options: PreparationDef) -> Job[Self]:
        """Measure the scale of each column, and which words it has, on the training rows."""
        windows = train.inputs
        assert isinstance(windows, Windows)
        assert isinstance(options, SeriesPreparation)
        yield Preparing("measure", 0, 1)
        seen = windows.course.values[windows.rows()]
        features = tuple(
            _feature(column, seen[:, at], options.scaling)
            for at, column in enumerate(windows.course.columns)
        )
        return cls(windows.window, features, options.missing)

    def encode(self, inputs: Inputs) -> Job[Tensor]:
        """The windows' numbers: float32 (N, window, features).

        Raises:
            UserError: They do not fit into memory, or a column is not there.
        """
        assert isinstance(inputs, Windows)
        width = self.sample.size("features")
        _require_room(len(inputs), self.window, width)
        rows = self._rows(inputs.course)
        stored = np.empty((len(inputs), self.window, width), np.float32)
        steps = np.arange(self.window)
        for at in range(0, len(inputs), _AT_ONCE):
            yield Preparing("encode", at, len(inputs))
            starts = inputs.starts[at : at + _AT_ONCE]
            np.take(rows, starts[:, None] + steps, axis=0, out=stored[at : at + len(starts)])
        return torch.from_numpy(stored)

    def on(self, device: torch.device, channels_last: bool = False) -> Callable[[Tensor], Tensor]:
        """Everything is done when windows are encoded: they become floats there, if they are not.

        Shapes: (N, window, features) -> the same.
        """
        return lambda windows: windows.to(torch.float32)

    def read(self, given: object, number: int | None = None) -> Tensor:
        """The last window of a series, as it would be stored: float32 (window, features).

        Args:
            given: A path to a table with the same columns, a ``Course``, or an array
                (window, columns) of numbers.
            number: Which of several inputs it is, counted from 1.

        Raises:
            UserError: It is none of these, is too short, or lacks a column.
        """
        named = Path(given) if isinstance(given, str) else given
        course = self._course(named, number)
        if len(course) < self.window:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{series} has {rows} rows, but the model looks back on {window}. Give it a "
                    "longer series.",
                ),
                series=input_name(named, number),
                rows=len(course),
                window=self.window,
            )
        return torch.from_numpy(self._rows(course)[-self.window :].copy())

    def _course(self, given: object, number: int | None) -> Course:
        if isinstance(given, Course):
            return given
        if isinstance(given, Path):
            from netstudio.engine.data.series.reading import read_course

            return finish(read_course(given, self.columns))
        array = np.asarray(given, np.float32)
        if array.ndim == 1:
            array = array[:, None]
        if array.ndim != 2 or array.shape[1] != len(self.features):
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{series} has the shape {shape}, but the model needs rows of {count} numbers. "
                    "Give it a file or an array of that kind.",
                ),
                series=input_name(given, number),
                shape=array.shape,
                count=len(self.features),
            )
        columns = tuple(Column(each.name, each.categories) for each in self.features)
        return Course(array, columns)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that it reads."""
        return tuple(each.name for each in self.features)

    def _rows(self, course: Course) -> Values:
        """All rows as inputs, (T, features)."""
        parts = []
        for feature in self.features:
            try:
                at = course.place(feature.name)
            except KeyError:
                raise UserError(
                    QT_TRANSLATE_NOOP(
                        "netstudio",
                        "The series has no column called {name}, which the model looks at. Give "
                        "it a series with the same columns.",
                    ),
                    name=feature.name,
                ) from None
            column, values = course.columns[at], course.values[:, at]
            is_words = bool(feature.categories)
            parts.append(
                feature.numbers(
                    column, filled(values, "forward" if is_words else self.missing, feature.scale)
                )
            )
        return np.concatenate(parts, axis=1)

    def as_json(self) -> dict[str, Any]:
        return {
            "window": self.window,
            "missing": self.missing,
            "features": [each.as_json() for each in self.features],
        }

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        try:
            window, missing = raw["window"], raw["missing"]
            features = tuple(
                Feature(
                    str(each["name"]),
                    scale_from_json(each),
                    tuple(str(word) for word in each["categories"]),
                )
                for each in raw["features"]
            )
        except (KeyError, TypeError, OverflowError) as error:
            raise ValueError(f"incomplete preprocessing: {error}") from error
        if isinstance(window, bool) or not isinstance(window, int) or not 1 <= window <= 10_000:
            raise ValueError(f"a window of {window} rows")
        if missing not in _FILLINGS or not features:
            raise ValueError(f"{len(features)} columns, their gaps filled by {missing}")
        return cls(window, features, missing)


def filled(values: NDArray[np.float32], how: str, scale: Scale) -> NDArray[np.float32]:
    """A column without missing numbers.

    Args:
        values: Numbers in the order of time, NaN where one is missing.
        how: "forward" repeats the last known one, "interpolate" draws a straight line to the next,
            "mean" puts the mean of the training part.
        scale: Where that mean is; it also stands where no number is known yet.
    """
    is_missing = np.isnan(values)
    if not is_missing.any():
        return values
    known = np.flatnonzero(~is_missing)
    if how == "mean" or not len(known):
        return np.where(is_missing, np.float32(scale.mean), values)
    if how == "interpolate":
        places = np.flatnonzero(is_missing)
        result = values.copy()
        result[places] = np.interp(places, known, values[known])
        return result
    last = np.maximum.accumulate(np.where(is_missing, -1, np.arange(len(values))))
    return np.where(last < 0, np.float32(scale.mean), values[np.maximum(last, 0)])


def _feature(column: Column, seen: NDArray[np.float32], scaling: str) -> Feature:
    if not column.categories:
        return Feature(column.name, fit_scale(seen, scaling))
    codes = np.unique(seen[np.isfinite(seen)]).astype(np.int64)
    words = tuple(column.categories[code] for code in codes.tolist())
    # A column of words that are all missing says nothing, but keeps its place.
    return Feature(column.name, Scale(), words or column.categories)


def _require_room(count: int, window: int, width: int) -> None:
    bytes_needed = 4 * count * window * width
    if bytes_needed > _MOST_BYTES:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{count} windows of {window} rows and {width} numbers would need {size:.0f} GB of "
                "memory. Choose a smaller window, or fewer input columns.",
            ),
            count=count,
            window=window,
            width=width,
            size=bytes_needed / 1e9,
        )
