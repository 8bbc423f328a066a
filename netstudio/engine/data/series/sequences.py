"""Many short courses of numbers, each with its class: from NumPy files and tables."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import torch
from numpy.typing import NDArray

from netstudio import paths
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, counted, message, shorten
from netstudio.engine.data.job import Job
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import Finding, RawData, Records
from netstudio.engine.data.series.course import Values
from netstudio.engine.data.series.inputs import Sequences
from netstudio.engine.data.tables.cells import as_text, typed
from netstudio.engine.data.tables.sheet import read_sheet
from netstudio.engine.events import Preparing
from netstudio.tasks.sources.series import SequenceFile

_INPUT_NAMES = ("x", "data", "inputs", "sequences", "series", "arr_0")
_LABEL_NAMES = ("y", "labels", "label", "target", "targets", "classes", "arr_1")
# A class column of numbers holds no more different ones than this.
_MOST_CLASSES = 200


@dataclass(frozen=True)
class _Labelled:
    """Sequences with the names of their classes."""

    courses: Sequence[Values]
    labels: Sequence[str]
    origins: Sequence[str]
    findings: tuple[Finding, ...] = ()


def read_sequence_file(reading: Reading) -> Job[RawData]:
    """Read sequences from an ``.npz`` or ``.npy`` file, or from a table with one in each row.

    Raises:
        UserError: The file cannot be read, or holds no such thing.
    """
    source = reading.source
    assert isinstance(source, SequenceFile)
    train = yield from _read_file(paths.expanded(source.file))
    test: _Labelled | None = None
    if source.test_file:
        test = yield from _read_file(paths.expanded(source.test_file))
    features = tuple(f"feature {at}" for at in range(1, train.courses[0].shape[1] + 1))
    return _raw(train, test, features)


def read_japanese_vowels(reading: Reading) -> Job[RawData]:
    """The shipped recordings; who speaks is the class."""
    yield Preparing("read", 0, 1)
    file = paths.resources() / "datasets" / "japanese_vowels" / "japanese_vowels.npz"
    with np.load(file, allow_pickle=False) as arrays:
        parts = {
            part: _Labelled(
                np.split(arrays[f"{part}_x"], np.cumsum(arrays[f"{part}_lengths"][:-1])),
                [str(number) for number in arrays[f"{part}_y"].tolist()],
                (),
            )
            for part in ("train", "test")
        }
    yield Preparing("read", 1, 1)
    return _raw(parts["train"], parts["test"], tuple(f"LPC {at}" for at in range(1, 13)))


def _raw(train: _Labelled, test: _Labelled | None, features: tuple[str, ...]) -> RawData:
    classes = tuple(sorted(set(train.labels), key=_natural))
    if test is not None:
        _require_alike(train, test, classes)
    missing = _missing((*train.courses, *(test.courses if test else ())))
    return RawData(
        train=_records(train, classes, features),
        test=_records(test, classes, features) if test else None,
        classes=classes,
        findings=(*train.findings, *(test.findings if test else ()), *missing),
    )


def _natural(name: str) -> tuple[int, float, str]:
    """Numbers in their own order, before words."""
    try:
        return 0, float(name), name
    except ValueError:
        return 1, 0.0, name


def _records(part: _Labelled, classes: tuple[str, ...], features: tuple[str, ...]) -> Records:
    places = {name: at for at, name in enumerate(classes)}
    targets = torch.tensor([places[label] for label in part.labels], dtype=torch.int64)
    return Records(Sequences(part.courses, features), targets, part.origins)


def _require_alike(train: _Labelled, test: _Labelled, classes: tuple[str, ...]) -> None:
    widths = train.courses[0].shape[1], test.courses[0].shape[1]
    if widths[0] != widths[1]:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The test sequences have {test} numbers in each step, but those to learn from "
                "have {train}. Choose files of the same kind.",
            ),
            train=widths[0],
            test=widths[1],
        )
    unknown = sorted(set(test.labels) - set(classes), key=_natural)
    if unknown:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The test file has a class {name} that the sequences to learn from lack. Rename "
                "it to one of: {known}.",
            ),
            name=shorten(unknown[0]),
            known=shorten(", ".join(classes), 200),
        )


def _missing(courses: Sequence[Values]) -> tuple[Finding, ...]:
    count = sum(bool(np.isnan(course).any()) for course in courses)
    if not count:
        return ()
    text = counted(
        count,
        QT_TRANSLATE_NOOP(
            "netstudio", "One sequence has missing values; the last known one stands for each."
        ),
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{count} sequences have missing values; the last known one stands for each.",
        ),
    )
    return (Finding("missing-values", text),)


def _read_file(path: Path) -> Job[_Labelled]:
    yield Preparing("read", 0, 1)
    if path.suffix.lower() in (".npz", ".npy"):
        labelled = _from_arrays(path, _load(path))
    else:
        labelled = yield from _from_table(path)
    yield Preparing("read", 1, 1)
    return labelled


def _load(path: Path) -> Mapping[str, NDArray[Any]]:
    """The arrays of a NumPy file by name; of an ``.npy`` with the one of labels beside it."""
    try:
        if path.suffix.lower() == ".npz":
            with np.load(path, allow_pickle=False) as archive:
                return {name: archive[name] for name in archive.files}
        beside = path.with_name(f"{path.stem}_labels.npy")
        return {
            "x": np.load(path, allow_pickle=False),
            "y": np.load(beside, allow_pickle=False),
        }
    except FileNotFoundError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "There is no file {file}. An .npy file of sequences needs one of classes beside "
                "it whose name ends in _labels.",
            ),
            file=shorten(str(error.filename)),
        ) from error
    except (OSError, ValueError, EOFError, zipfile.BadZipFile) as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{file} could not be read as a NumPy file. Save it with numpy.savez, without "
                "Python objects in it.",
            ),
            file=shorten(str(path)),
        ) from error


def _from_arrays(path: Path, arrays: Mapping[str, NDArray[Any]]) -> _Labelled:
    by_name = {name.lower(): array for name, array in arrays.items()}
    x = next((by_name[name] for name in _INPUT_NAMES if name in by_name), None)
    y = next((by_name[name] for name in _LABEL_NAMES if name in by_name), None)
    if x is None or y is None:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{file} holds the arrays {names}. Sequences must be called x and their classes y.",
            ),
            file=shorten(str(path)),
            names=shorten(", ".join(arrays) or "–"),
        )
    if x.ndim == 2:
        x = x[:, :, None]
    is_numbers = np.issubdtype(x.dtype, np.number) or x.dtype == np.bool_
    if x.ndim != 3 or not is_numbers or not x.size or y.shape != x.shape[:1]:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "In {file}, x has the shape {x} and y {y}, but sequences need numbers of (samples, "
                "time, features) and one class for each sample.",
            ),
            file=shorten(str(path)),
            x=x.shape,
            y=y.shape,
        )
    courses = x.astype(np.float32)
    courses[~np.isfinite(courses)] = np.nan
    labels = [_label(value) for value in y.tolist()]
    return _Labelled(list(courses), labels, [f"number {at}" for at in range(1, len(labels) + 1)])


def _label(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _from_table(path: Path) -> Job[_Labelled]:
    """A table with one sequence in each row, and its class before or behind it.

    Tables of the UCR archive have no header; shorter sequences end in missing values.
    """
    sheet = yield from read_sheet(path)
    sheet = yield from typed(sheet)
    frame = sheet.frame
    at = _class_column(frame)
    names = [name for place, name in enumerate(frame.columns) if place != at]
    if at is None or not names or not all(frame[name].dtype.is_numeric() for name in names):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{file} is no table of sequences. Each row must hold the class first or last and "
                "numbers otherwise, those of one sequence in the order of time.",
            ),
            file=shorten(str(path)),
        )
    labels = as_text(frame[:, at])
    known = np.flatnonzero(labels.is_not_null().to_numpy())
    values = frame.select(names).cast(pl.Float32).to_numpy()
    values = np.where(np.isfinite(values), values, np.nan)
    courses = [_without_end(values[row])[:, None] for row in known.tolist()]
    findings = sheet.findings
    if len(known) < len(frame):
        text = QT_TRANSLATE_NOOP("netstudio", "Rows without a class are left out: {count}.")
        findings += (Finding("no-class", message(text, count=len(frame) - len(known))),)
    return _Labelled(
        courses,
        [labels[row] for row in known.tolist()],
        [f"row {number}" for number in sheet.numbers[known].tolist()],
        findings,
    )


def _class_column(frame: pl.DataFrame) -> int | None:
    """The first or the last column, whichever looks like classes; the first where both do."""
    for at in (0, frame.width - 1):
        column = frame[:, at].drop_nulls()
        different = column.n_unique()
        is_whole = not column.dtype.is_float() or bool((column == column.round(0)).all())
        if is_whole and different <= min(_MOST_CLASSES, max(2, len(column) // 2)):
            return at
    return None


def _without_end(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """The values up to the last known one; at least one."""
    known = np.flatnonzero(np.isfinite(values))
    return values[: known[-1] + 1 if len(known) else 1]
