"""Rows with missing values, where they are to be left out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import polars as pl

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, message
from netstudio.engine.data.records import Finding, Indices, RawData, Records
from netstudio.engine.data.tables.inputs import CATEGORY, Rows
from netstudio.tasks.preparation.tables import TablePreparation

_MOST_EXAMPLES = 5


def without_incomplete(raw: RawData, options: TablePreparation) -> RawData:
    """The samples without those training rows that lack a value and are to be left out for it.

    Tests stay as they are: a model has to answer for rows that lack a value, too.

    Raises:
        UserError: No row is left.
    """
    kept = _complete(raw.train, options)
    gone = np.setdiff1d(np.arange(len(raw.train)), kept)
    if not len(kept):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "Every row lacks a value, so that none is left. Choose another way to treat "
                "missing values under Preparation.",
            )
        )
    if not len(gone):
        return raw
    finding = Finding(
        "incomplete-rows",
        message(
            QT_TRANSLATE_NOOP(
                "netstudio", "Rows in which a value is missing are left out ({count})."
            ),
            count=len(gone),
        ),
        "preparation.missing_numbers",
        tuple(raw.train.origins[at] for at in gone[:_MOST_EXAMPLES].tolist()),
    )
    return replace(raw, train=raw.train.select(kept), findings=(*raw.findings, finding))


def _complete(records: Records, options: TablePreparation) -> Indices:
    """The rows that have a value wherever one is needed."""
    rows = records.inputs
    assert isinstance(rows, Rows)

    def is_needed(name: str) -> bool:
        if rows.roles[name] == CATEGORY:
            return options.missing_categories == "drop"
        return options.missing_numbers == "drop"

    needed = [name for name in rows.used if is_needed(name)]
    if not needed:
        return np.arange(len(rows))
    whole = rows.frame.select(pl.all_horizontal(pl.col(needed).is_not_null())).to_series()
    return np.flatnonzero(whole.to_numpy())
