"""Moments of a run that are marked in its plots."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from netstudio.core.translate import Message


class MarkKind(StrEnum):
    """What happened."""

    BEST = "best"
    RATE = "rate"
    NOTICE = "notice"


@dataclass(frozen=True)
class Mark:
    """A moment of a run.

    Attributes:
        kind: What happened.
        epoch: When, in epochs with fractions.
        text: What a notice says.
    """

    kind: MarkKind
    epoch: float
    text: Message | str = ""


class RateChanges:
    """Finds where a learning rate that stood still was changed.

    A schedule that moves it all the time has no such moments.
    """

    def __init__(self) -> None:
        self._before: tuple[float, float] | None = None
        self._stood = 0
        self._changed_at: float | None = None

    def note(self, epoch: float, rate: float) -> float | None:
        """Take in the rate at a moment; returns when it was changed, once that is sure."""
        before, self._before = self._before, (epoch, rate)
        if before is None:
            return None
        if rate == before[1]:
            self._stood += 1
            changed, self._changed_at = self._changed_at, None
            return changed
        self._changed_at = before[0] if self._stood else None
        self._stood = 0
        return None
