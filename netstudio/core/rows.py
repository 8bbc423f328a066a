"""Kinds of values that are numbers in a row, however many."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from netstudio.core.kinds import Unfit, whole_numbers
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.core.values import Value


@dataclass(frozen=True)
class Rising:
    """Whole numbers in a range, each larger than the one before; a single one stands by itself."""

    minimum: int
    maximum: int

    def parse(self, value: Value) -> tuple[int, ...]:
        numbers = whole_numbers(value)
        if not numbers or not all(self.minimum <= number <= self.maximum for number in numbers):
            raise Unfit(self.wanted)
        if not all(before < after for before, after in pairwise(numbers)):
            raise Unfit(self.wanted)
        return numbers

    @property
    def wanted(self) -> Message:
        template = QT_TRANSLATE_NOOP(
            "netstudio",
            "whole numbers from {minimum} to {maximum}, the smallest first, such as 30, 60",
        )
        return message(template, minimum=self.minimum, maximum=self.maximum)
