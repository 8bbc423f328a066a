"""What is to be predicted of each row: classes or numbers."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
import torch
from torch import Tensor

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, message, shorten
from netstudio.engine.data.records import Finding, Indices
from netstudio.engine.data.tables.cells import as_text
from netstudio.engine.data.tables.roles import in_role
from netstudio.tasks.content import Aim

# What people call what they want to predict.
_USUAL_NAMES = re.compile(
    r"(target|label|labels|class|classes|y|outcome|survived|species|diagnosis|income|churn|"
    r"category|sentiment|price|saleprice|median_house_value|medv|目标|标签|类别|分类|结果|价格)",
    re.IGNORECASE,
)
# More classes than these are hardly classes.
_MOST_CLASSES = 1_000
# Where nearly every row has its own, more than these are no classes either.
_FEW_CLASSES = 10
# Numbers with a point and more different ones than these are measures, no classes.
_MOST_POINTED_CLASSES = 20


@dataclass(frozen=True)
class Targets:
    """What is to be predicted, of the rows that have it.

    Attributes:
        kept: Those rows.
        numbers: Class numbers int64 (N,), or values float32 (N, K).
        classes: The class names by number.
        values: What each value is.
        findings: What was found on the way.
    """

    kept: Indices
    numbers: Tensor
    classes: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def choose_targets(frame: pl.DataFrame, wanted: Sequence[str], aim: Aim) -> tuple[str, ...]:
    """The columns to predict: the wanted ones, or a guess.

    Raises:
        UserError: A wanted column does not exist, there are too many, or none can be guessed.
    """
    for name in wanted:
        require_column(frame, name)
    if aim is not Aim.VALUES and len(wanted) > 1:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{count} target columns are chosen ({names}), but classes come from one column. "
                "Choose one.",
            ),
            count=len(wanted),
            names=", ".join(map(shorten, wanted)),
        )
    return tuple(wanted) or (_guessed(frame, aim),)


def read_targets(frame: pl.DataFrame, names: Sequence[str], aim: Aim) -> Targets:
    """What is to be predicted of each row that has it.

    Raises:
        UserError: The columns hold nothing that can be learned.
    """
    wanted = frame.select(names)
    if aim is Aim.VALUES:
        wanted = pl.DataFrame([_numbers(column) for column in wanted])
    present = wanted.select(pl.all_horizontal(pl.all().is_not_null())).to_series()
    kept = np.flatnonzero(present.to_numpy())
    if not len(kept):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The target column {name} has no value in any row. Choose another target column.",
            ),
            name=shorten(names[0]),
        )
    findings = _without_target(len(frame) - len(kept), names)
    whole = wanted[kept]
    if aim is Aim.VALUES:
        for column in whole:
            _require_difference(column)
        numbers = torch.from_numpy(whole.cast(pl.Float32).to_numpy().copy())
        return Targets(kept, numbers, values=tuple(names), findings=findings)
    column = whole.to_series()
    _require_difference(column)
    _require_classes(column)
    classes = _class_names(column)
    places = {name: at for at, name in enumerate(classes)}
    codes = as_text(column).replace_strict(places, return_dtype=pl.Int64).to_numpy().copy()
    return Targets(kept, torch.from_numpy(codes), classes=classes, findings=findings)


def _class_names(column: pl.Series) -> tuple[str, ...]:
    """All classes: numbers by size, words by the alphabet."""
    return tuple(as_text(column.unique().sort()).to_list())


def _numbers(column: pl.Series) -> pl.Series:
    if column.dtype == pl.String and column.null_count() != len(column):
        numbers = in_role(column, "number")
        if numbers.null_count() > column.null_count():
            first = column.filter(numbers.is_null() & column.is_not_null())[0]
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "The target column {name} holds words such as “{cell}”, which are no numbers. "
                    "Choose a column of numbers, or the task of classification.",
                ),
                name=shorten(column.name),
                cell=shorten(first, 40),
            )
        return numbers
    return column if column.dtype.is_numeric() else in_role(column, "number")


def is_usual_name(name: str) -> bool:
    """Whether people often call what they want to predict so."""
    return _USUAL_NAMES.fullmatch(name) is not None


def require_column(frame: pl.DataFrame, name: str) -> None:
    """Make sure that there is such a column.

    Raises:
        UserError: There is none.
    """
    if name in frame.columns:
        return
    near = difflib.get_close_matches(name, frame.columns, 5, 0.0)
    raise UserError(
        QT_TRANSLATE_NOOP(
            "netstudio", "The table has no column called {name}. The nearest names are: {known}."
        ),
        name=shorten(name),
        known=", ".join(map(shorten, near)),
    )


def _require_difference(column: pl.Series) -> None:
    if column.n_unique() > 1:
        return
    raise UserError(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "The target column {name} is “{cell}” in every row, so there is nothing to learn. "
            "Choose another target column.",
        ),
        name=shorten(column.name),
        cell=shorten(str(as_text(column)[0]), 40),
    )


def _require_classes(column: pl.Series) -> None:
    different = column.n_unique()
    if different > max(_FEW_CLASSES, len(column) // 2) and not column.dtype.is_numeric():
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The target column {name} is different in nearly every row, so that no class can "
                "be learned. Choose another target column.",
            ),
            name=shorten(column.name),
        )
    if different <= (_MOST_POINTED_CLASSES if _is_pointed(column) else _MOST_CLASSES):
        return
    if column.dtype.is_numeric():
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The target column {name} holds {count} different numbers, which are hardly "
                "classes. Choose the task of regression, or another target column.",
            ),
            name=shorten(column.name),
            count=different,
        )
    raise UserError(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "The target column {name} holds {count} different values, but {most} classes are the "
            "most. Choose another target column.",
        ),
        name=shorten(column.name),
        count=different,
        most=_MOST_CLASSES,
    )


def _is_pointed(column: pl.Series) -> bool:
    """Whether numbers have digits behind the point."""
    return column.dtype.is_float() and bool((column != column.round()).any())


def _guessed(frame: pl.DataFrame, aim: Aim) -> str:
    """The column that looks most like what people want to predict."""
    suitable = [column.name for column in frame if _suits(column, aim)]
    if not suitable:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "No column looks like something to predict. Choose the target column, with "
                "--target on the command line.",
            )
        )
    usual = [name for name in suitable if is_usual_name(name)]
    return (usual or suitable)[-1]


def _suits(column: pl.Series, aim: Aim) -> bool:
    different = column.drop_nulls().n_unique()
    if different < 2:
        return False
    if aim is Aim.VALUES:
        return column.dtype.is_numeric() and different > 2
    if column.dtype == pl.Datetime or _is_pointed(column):
        return False
    return different <= max(2, min(50, len(column) // 2))


def _without_target(count: int, names: Sequence[str]) -> tuple[Finding, ...]:
    if not count:
        return ()
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{count} rows have no value of {names}, which is to be predicted, and are left out.",
        ),
        count=count,
        names=", ".join(map(shorten, names)),
    )
    return (Finding("missing-target", text, setting="source.target_columns"),)
