"""What the table of runs tells in each of its columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import datetime
from enum import IntEnum

from netstudio.engine.runs.record import RunEnd, RunRecord
from netstudio.gui.metric_words import metric_text
from netstudio.gui.texts import day_text, duration, grouped, size_text, translate, words
from netstudio.tasks.optimizers import OPTIMIZERS

_NOTHING = "–"
_DIGITS = 4


class Column(IntEnum):
    """The columns, from the left."""

    NAME = 0
    BEGAN = 1
    STATE = 2
    EPOCHS = 3
    VALIDATION = 4
    TEST = 5
    VALIDATION_LOSS = 6
    SECONDS = 7
    DATA = 8
    OPTIMIZER = 9
    RATE = 10
    BATCH = 11
    PARAMETERS = 12
    DEVICE = 13
    SIZE = 14
    NOTE = 15


# Shown unless the user says otherwise: in the panel, and on the page.
FEW = (Column.NAME, Column.BEGAN, Column.EPOCHS, Column.VALIDATION, Column.TEST)
MANY = (*FEW, Column.SECONDS, Column.NOTE)

# A width that holds what is usually there.
WIDTHS = {
    Column.NAME: 134,
    Column.BEGAN: 70,
    Column.STATE: 92,
    Column.EPOCHS: 92,
    Column.VALIDATION: 68,
    Column.TEST: 68,
    Column.VALIDATION_LOSS: 86,
    Column.SECONDS: 64,
    Column.DATA: 116,
    Column.OPTIMIZER: 92,
    Column.RATE: 100,
    Column.BATCH: 84,
    Column.PARAMETERS: 100,
    Column.DEVICE: 84,
    Column.SIZE: 78,
    Column.NOTE: 90,
}
# In the panel, the names need the room more.
NARROW_WIDTHS = {**WIDTHS, Column.BEGAN: 62, Column.VALIDATION: 62, Column.TEST: 62}

_TEXTS = (
    Column.NAME,
    Column.BEGAN,
    Column.STATE,
    Column.DATA,
    Column.OPTIMIZER,
    Column.DEVICE,
    Column.NOTE,
)

# What a run is sorted by in a column; None for what is not there.
Key = float | str | None


def is_text(column: Column) -> bool:
    """Whether it tells words: they begin at the left, figures end at the right."""
    return column in _TEXTS


def title(column: Column) -> str:
    """What stands above it."""
    return _titles()[column]


def explanation(column: Column) -> str:
    """What it tells, in a few words more."""
    return _explanations()[column]


def text(record: RunRecord, column: Column, is_active: bool = False) -> str:
    """What a run's cell says."""
    match column:
        case Column.NAME:
            return record.name
        case Column.BEGAN:
            return when_text(record.began)
        case Column.STATE:
            return state_text(record, is_active)
        case Column.EPOCHS:
            return epochs_text(record)
        case Column.DATA:
            return words(record.setup.data)
        case Column.OPTIMIZER:
            optimizer = OPTIMIZERS.get(record.setup.optimizer)
            return words(optimizer.label) if optimizer is not None else record.setup.optimizer
        case Column.DEVICE:
            return record.device.partition(" ")[0] or _NOTHING
        case Column.NOTE:
            return " ".join(record.note.split())
    value = key(record, column)
    return _NOTHING if value is None else _figure(record, column, float(value))


def key(record: RunRecord, column: Column) -> Key:
    """What a run is sorted by in this column."""
    match column:
        case Column.BEGAN:
            return record.began.timestamp()
        case Column.EPOCHS:
            return record.epochs
        case Column.VALIDATION:
            return record.validation.get(record.metric)
        case Column.TEST:
            return record.test.get(record.metric)
        case Column.VALIDATION_LOSS:
            return record.validation.get("loss")
        case Column.SECONDS:
            return record.seconds or None
        case Column.RATE:
            return record.setup.learning_rate
        case Column.BATCH:
            return record.setup.batch_size
        case Column.PARAMETERS:
            return record.parameters
        case Column.SIZE:
            return record.size
    return text(record, column).casefold()


def as_csv(records: Iterable[RunRecord]) -> str:
    """All that is known of runs, as spreadsheets read it: figures in full."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow([title(column) for column in Column])
    for record in records:
        writer.writerow([_plain(record, column) for column in Column])
    return lines.getvalue()


def state_text(record: RunRecord, is_active: bool) -> str:
    """How a run has ended, if it has."""
    if is_active:
        return translate("netstudio", "goes on")
    match record.end:
        case RunEnd.FINISHED:
            return translate("netstudio", "finished")
        case RunEnd.STOPPED:
            return translate("netstudio", "stopped")
        case RunEnd.FAILED:
            return translate("netstudio", "failed")
        case RunEnd.OPEN:
            return translate("netstudio", "interrupted")


def state_icon(record: RunRecord, is_active: bool) -> tuple[str, str]:
    """Icon and colour for how a run has ended."""
    if is_active:
        return "play-circle", "accent"
    match record.end:
        case RunEnd.FINISHED:
            return "check-circle", "ok"
        case RunEnd.STOPPED:
            return "pause-circle", "text_secondary"
        case RunEnd.FAILED:
            return "warning-circle", "error"
        case RunEnd.OPEN:
            return "warning-circle", "warning"


def epochs_text(record: RunRecord) -> str:
    """How far a run has come."""
    if not record.has_folds:
        return f"{record.epochs} / {record.planned}"
    told = translate("netstudio", "{done} / {planned} folds")
    return told.format(done=record.epochs, planned=record.planned)


def when_text(when: datetime) -> str:
    """The time today, the day this year, the date before."""
    day = when.date()
    return f"{when:%H:%M}" if day == datetime.now().date() else day_text(day)


def loss_text(value: float) -> str:
    """A loss in four digits."""
    return f"{value:.{_DIGITS}g}"


def _figure(record: RunRecord, column: Column, value: float) -> str:
    match column:
        case Column.VALIDATION | Column.TEST:
            return metric_text(record.metric, value)
        case Column.VALIDATION_LOSS:
            return loss_text(value)
        case Column.SECONDS:
            return duration(value)
        case Column.SIZE:
            return size_text(value)
        case Column.RATE:
            return f"{value:g}"
    return grouped(round(value))


def _plain(record: RunRecord, column: Column) -> Key:
    """A cell of the exported table."""
    if column is Column.BEGAN:
        return record.began.isoformat(" ", "seconds")
    if column is Column.NOTE:
        return record.note
    return text(record, column) if is_text(column) else key(record, column)


def _titles() -> tuple[str, ...]:
    return (
        translate("netstudio", "Run"),
        translate("netstudio", "When"),
        translate("netstudio", "State"),
        translate("netstudio", "Epochs"),
        translate("netstudio", "Val."),
        translate("netstudio", "Test"),
        translate("netstudio", "Val. loss"),
        translate("netstudio", "Time"),
        translate("netstudio", "Data set"),
        translate("netstudio", "Optimizer"),
        translate("netstudio", "Learning rate"),
        translate("netstudio", "Batch size"),
        translate("netstudio", "Parameters"),
        translate("netstudio", "Device"),
        translate("netstudio", "Size"),
        translate("netstudio", "Note"),
    )


def _explanations() -> tuple[str, ...]:
    return (
        translate("netstudio", "The project's name, or the one you gave the run (F2)"),
        translate("netstudio", "When the run was started"),
        translate("netstudio", "How the run has ended"),
        translate("netstudio", "How many epochs were trained, of those that were planned"),
        translate("netstudio", "Best figure on the validation part"),
        translate("netstudio", "Figure on the test part"),
        translate("netstudio", "Loss on the validation part in the best epoch"),
        translate("netstudio", "How long the run has trained"),
        translate("netstudio", "What the network has learned from"),
        translate("netstudio", "The optimizer"),
        translate("netstudio", "The learning rate of the optimizer"),
        translate("netstudio", "How many samples there were in a batch"),
        translate("netstudio", "How many numbers the network learns"),
        translate("netstudio", "What the run has computed on"),
        translate("netstudio", "What the run's folder takes on the disk"),
        translate("netstudio", "What you wrote about the run (F2)"),
    )
