"""Whether there is anything to be learned from samples at all."""

from __future__ import annotations

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, shorten
from netstudio.engine.data.records import RawData
from netstudio.tasks.content import Aim


def require_learnable(raw: RawData, aim: Aim) -> None:
    """Refuse samples whose targets leave nothing to tell apart.

    Raises:
        UserError: There are too few classes, or all values are the same.
    """
    if aim is Aim.CLASS and len(raw.classes) < 2:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The data have {count} class ({names}), but at least 2 are needed. Add samples of "
                "another class.",
            ),
            count=len(raw.classes),
            names=", ".join(raw.classes),
        )
    if aim is Aim.LABELS and not raw.classes:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio", "The data have no labels. Add a label to some of the samples."
            )
        )
    if aim is Aim.VALUES:
        _require_different_values(raw)


def _require_different_values(raw: RawData) -> None:
    targets = raw.train.targets
    if targets is None or len(targets) < 2:
        return
    for name, values in zip(raw.values, targets.T, strict=True):
        if bool((values == values[0]).all()):
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{name} is {value} in all samples, so there is nothing to learn. Choose "
                    "another target.",
                ),
                name=shorten(name),
                value=f"{float(values[0]):g}",
            )
