"""The tables that come with the product, and with scikit-learn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray

from netstudio import paths
from netstudio.engine.data.job import Job
from netstudio.engine.data.tables.sheet import Sheet, from_frame, read_sheet
from netstudio.engine.events import Preparing


def shipped_sheet(name: str) -> Job[Sheet]:
    """The table called ``name``."""
    yield Preparing("read", 0, 1)
    if name == "penguins":
        sheet = yield from read_sheet(paths.resources() / "datasets/penguins/penguins.csv")
        return sheet
    return from_frame(_OF_SCIKIT_LEARN[name]())


def _iris() -> pl.DataFrame:
    from sklearn.datasets import load_iris

    found = load_iris()
    columns = ("sepal_length_cm", "sepal_width_cm", "petal_length_cm", "petal_width_cm")
    return _table(found.data, columns, "species", [found.target_names[at] for at in found.target])


def _wine() -> pl.DataFrame:
    from sklearn.datasets import load_wine

    found = load_wine()
    growers = [f"grower {number + 1}" for number in found.target]
    return _table(found.data, found.feature_names, "grower", growers)


def _breast_cancer() -> pl.DataFrame:
    from sklearn.datasets import load_breast_cancer

    found = load_breast_cancer()
    diagnoses = [found.target_names[at] for at in found.target]
    return _table(found.data, found.feature_names, "diagnosis", diagnoses)


def _diabetes() -> pl.DataFrame:
    from sklearn.datasets import load_diabetes

    found = load_diabetes(scaled=False)
    return _table(found.data, found.feature_names, "progression", found.target.tolist())


def _table(
    numbers: NDArray[np.float64], columns: Sequence[str], predicted: str, targets: Sequence[object]
) -> pl.DataFrame:
    frame = pl.DataFrame(numbers, schema=[name.replace(" ", "_") for name in columns])
    return frame.with_columns(pl.Series(predicted, [_plain(each) for each in targets]))


def _plain(value: object) -> object:
    """A word of numpy's as Python's."""
    return str(value) if isinstance(value, str) else value


_OF_SCIKIT_LEARN: dict[str, Callable[[], pl.DataFrame]] = {
    "iris": _iris,
    "wine": _wine,
    "breast_cancer": _breast_cancer,
    "diabetes": _diabetes,
}
