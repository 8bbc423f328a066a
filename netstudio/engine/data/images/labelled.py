"""One folder of pictures, and a table that says what each of them shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from netstudio import paths
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, counted, shorten
from netstudio.engine.data.class_folders import LeftOut, part_named
from netstudio.engine.data.images.files import PictureFile, pictures_below
from netstudio.engine.data.images.parts import (
    LEFT_OUT,
    ReadPart,
    read_parts,
    require_pictures,
    wish_of,
)
from netstudio.engine.data.job import Job
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import Finding, RawData, Records
from netstudio.engine.data.tables.sheet import TABLE_SUFFIXES, read_sheet
from netstudio.tasks.content import Aim
from netstudio.tasks.sources.images import LabelledImages

if TYPE_CHECKING:
    import polars as pl

_LABEL_NAMES = ("label", "labels", "class", "category", "target", "tags", "tag", "y")
_PART_COLUMNS = ("split", "part", "set", "subset", "partition")
_SEPARATORS = (";", "|", ",")
_MOST_NAMED = 10
_LOOKED_AT = 500

_MISSING = (
    QT_TRANSLATE_NOOP("netstudio", "1 row of {table} names no picture of the folder: {names}."),
    QT_TRANSLATE_NOOP(
        "netstudio", "{count} rows of {table} name no picture of the folder: {names}."
    ),
)
_UNLABELLED = (
    QT_TRANSLATE_NOOP("netstudio", "1 picture has no label in {table} and is left out: {names}."),
    QT_TRANSLATE_NOOP(
        "netstudio", "{count} pictures have no label in {table} and are left out: {names}."
    ),
)


@dataclass(frozen=True)
class _Row:
    """A picture and what the table says of it."""

    file: PictureFile
    labels: tuple[str, ...]
    part: str


def read_labelled_images(reading: Reading) -> Job[RawData]:
    """Read a folder of pictures with the labels of a table.

    Raises:
        UserError: There is no such table, or it names none of the pictures.
    """
    source = reading.source
    assert isinstance(source, LabelledImages)
    folder = paths.expanded(source.folder)
    left_out = LeftOut()
    table = _table(folder, source.table)
    files = yield from pictures_below(folder, left_out)
    left_out.files[:] = [(path, reason) for path, reason in left_out.files if path != table]
    sheet = yield from read_sheet(table)
    rows, findings = _rows(sheet.frame, files, table, reading)
    by_part: dict[str, list[_Row]] = {"train": []}
    for row in rows:
        by_part.setdefault(row.part, []).append(row)
    listed = {part: [row.file for row in of_part] for part, of_part in by_part.items()}
    read, more = yield from read_parts(listed, wish_of(reading), source.folder, left_out)
    require_pictures(folder, read["train"], left_out)
    classes = tuple(sorted({label for row in rows for label in row.labels}))
    parts = {
        part: _records(of_part, read[part], classes, reading.task.aim, folder)
        for part, of_part in by_part.items()
    }
    return RawData(
        train=parts["train"],
        validation=parts.get("validation"),
        test=parts.get("test"),
        classes=classes,
        findings=(*sheet.findings, *findings, *left_out.finding(LEFT_OUT), *more),
    )


def _table(folder: Path, chosen: str) -> Path:
    """The table of labels: the chosen one, or the only one in the folder."""
    if chosen:
        return paths.expanded(chosen)
    found = [path for path in sorted(_inside(folder)) if path.suffix.lower() in TABLE_SUFFIXES]
    if len(found) == 1:
        return found[0]
    raise UserError(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "The folder {folder} holds {count} tables, so it is not clear which has the labels. "
            "Choose the table of labels.",
        ),
        folder=folder,
        count=len(found),
    )


def _inside(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The folder {folder} could not be read ({reason}). Choose a folder of pictures.",
            ),
            folder=folder,
            reason=error.strerror or error,
        ) from error


def _rows(
    frame: pl.DataFrame, files: Sequence[PictureFile], table: Path, reading: Reading
) -> tuple[list[_Row], list[Finding]]:
    """The rows whose picture is there, and what is wrong with the others."""
    source = reading.source
    assert isinstance(source, LabelledImages)
    by_name = _by_name(files, paths.expanded(source.folder))
    cells = {name: [_text(cell) for cell in frame[name]] for name in frame.columns}
    names = cells[_file_column(cells, by_name, table, source.file_column)]
    labels = _labels(cells, source, reading.task.aim, names)
    parts = _parts(cells)
    rows: list[_Row] = []
    missing: list[str] = []
    for name, shown, part in zip(names, labels, parts, strict=True):
        file = by_name.get(_plain(name))
        if file is None:
            missing.append(name)
        elif shown or reading.task.aim is not Aim.CLASS:
            rows.append(_Row(file, shown, part))
    used = {row.file.path for row in rows}
    unlabelled = [Path(file.path).name for file in files if file.path not in used]
    return rows, [
        *_finding("rows-without-picture", _MISSING, missing, table),
        *_finding("pictures-without-label", _UNLABELLED, unlabelled, table),
    ]


def _by_name(files: Sequence[PictureFile], folder: Path) -> dict[str, PictureFile]:
    """Each picture under its path in the folder, its name, and its name without suffix."""
    found: dict[str, PictureFile] = {}
    for file in files:
        path = Path(file.path)
        for name in (str(path.relative_to(folder)), path.name, path.stem):
            found.setdefault(_plain(name), file)
    return found


def _plain(name: str) -> str:
    return name.strip().replace("\\", "/").removeprefix("./").casefold()


def _text(cell: object) -> str:
    return "" if cell is None else str(cell).strip()


def _file_column(
    cells: Mapping[str, Sequence[str]], by_name: Mapping[str, PictureFile], table: Path, chosen: str
) -> str:
    """The column that names the pictures: the chosen one, or that which names the most."""
    if chosen in cells:
        return chosen
    hits = {
        name: sum(_plain(cell) in by_name for cell in column[:_LOOKED_AT])
        for name, column in cells.items()
    }
    best = max(hits, key=lambda name: hits[name], default=None)
    if chosen or best is None or not hits[best]:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "No column of {table} names pictures of the folder (its columns are {columns}). "
                "Choose a table with a column of file names.",
            ),
            table=table,
            columns=", ".join(map(shorten, cells)),
        )
    return best


def _labels(
    cells: Mapping[str, Sequence[str]], source: LabelledImages, aim: Aim, names: Sequence[str]
) -> list[tuple[str, ...]]:
    """What each row says its picture shows."""
    others = {name: column for name, column in cells.items() if column is not names}
    if source.label_column and source.label_column not in others:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio", "The table has no column {name}. Choose one of: {columns}."
            ),
            name=source.label_column,
            columns=", ".join(map(shorten, others)),
        )
    marks = {
        name: column for name, column in others.items() if set(column) <= {"0", "1", "0.0", "1.0"}
    }
    if len(marks) > 1 and not source.label_column:  # a column for each label
        return [
            tuple(name for name, column in marks.items() if column[at] in ("1", "1.0"))
            for at in range(len(names))
        ]
    others = {name: column for name, column in others.items() if name.lower() not in _PART_COLUMNS}
    if not others:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The table has no column of labels beside that of the pictures. Add one.",
            )
        )
    usual = next((name for name in others if name.lower() in _LABEL_NAMES), None)
    column = others[source.label_column or usual or next(iter(others))]
    separator = next((mark for mark in _SEPARATORS if any(mark in cell for cell in column)), None)
    if aim is not Aim.LABELS or separator is None:
        return [(cell,) if cell else () for cell in column]
    return [
        tuple(dict.fromkeys(label.strip() for label in cell.split(separator) if label.strip()))
        for cell in column
    ]


def _parts(cells: Mapping[str, Sequence[str]]) -> list[str]:
    """The part of each row, where a column says so for all of them; else the training part."""
    count = len(next(iter(cells.values())))
    for name, column in cells.items():
        parts = [part_named(cell) for cell in column]
        if name.lower() in _PART_COLUMNS and "train" in parts and None not in parts:
            return [part for part in parts if part]
    return ["train"] * count


def _records(
    rows: Sequence[_Row], read: ReadPart, classes: Sequence[str], aim: Aim, folder: Path
) -> Records:
    chosen = [rows[place] for place in read.places.tolist()]
    numbers = {name: number for number, name in enumerate(classes)}
    targets: Tensor | None = None
    if aim is Aim.CLASS:
        targets = torch.tensor([numbers[row.labels[0]] for row in chosen], dtype=torch.int64)
    elif aim is Aim.LABELS:
        targets = torch.zeros(len(chosen), len(classes))
        for at, row in enumerate(chosen):
            targets[at, [numbers[label] for label in row.labels]] = 1.0
    origins = [str(Path(row.file.path).relative_to(folder)) for row in chosen]
    return Records(read.pictures, targets, origins, read.groups)


def _finding(code: str, texts: tuple[str, str], names: Sequence[str], table: Path) -> list[Finding]:
    if not names:
        return []
    shown = [shorten(name) for name in names[:_MOST_NAMED]]
    more = ["…"] if len(names) > _MOST_NAMED else []
    text = counted(len(names), *texts, table=table.name, names=", ".join(shown + more))
    return [Finding(code, text, examples=tuple(shown))]
