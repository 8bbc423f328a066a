"""Kinds of values that say something of all axes of a sample: margins, shapes, orders."""

from __future__ import annotations

from dataclasses import dataclass

from netstudio.core.kinds import Unfit, sides, whole_numbers
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.core.values import Value


@dataclass(frozen=True)
class Margins1d:
    """What is added or cut before and after; a single number stands for both."""

    maximum: int

    def parse(self, value: Value) -> tuple[int, int]:
        match sides(value, 2, 0, self.maximum):
            case (before, after):
                return before, after
        raise Unfit(self.wanted)

    @property
    def wanted(self) -> Message:
        template = QT_TRANSLATE_NOOP(
            "netstudio", "a whole number from 0 to {maximum}, or two of them for start and end"
        )
        return message(template, maximum=self.maximum)


@dataclass(frozen=True)
class Margins2d:
    """What is added or cut left, right, above and below; a single number stands for all."""

    maximum: int

    def parse(self, value: Value) -> tuple[int, int, int, int]:
        match sides(value, 4, 0, self.maximum):
            case (left, right, top, bottom):
                return left, right, top, bottom
        raise Unfit(self.wanted)

    @property
    def wanted(self) -> Message:
        template = QT_TRANSLATE_NOOP(
            "netstudio",
            "a whole number from 0 to {maximum}, or four of them for left, right, top and bottom",
        )
        return message(template, maximum=self.maximum)


# A sample has so many axes at most.
_MOST_AXES = 4

# A size that follows from the others.
LEFT_OVER = -1


@dataclass(frozen=True)
class Shape:
    """The sizes of a sample, the batch left out; one of them may be −1, for what is left over.

    A single number is a shape of one axis.

    Attributes:
        maximum: The largest size.
        fewest: How many sizes there are at least.
    """

    maximum: int
    fewest: int = 1

    def parse(self, value: Value) -> tuple[int, ...]:
        sizes = whole_numbers(value)
        if sizes is None or not self.fewest <= len(sizes) <= _MOST_AXES:
            raise Unfit(self.wanted)
        known = [size for size in sizes if size != LEFT_OVER]
        if len(known) < len(sizes) - 1 or not all(1 <= size <= self.maximum for size in known):
            raise Unfit(self.wanted)
        return sizes

    @property
    def wanted(self) -> Message:
        template = QT_TRANSLATE_NOOP(
            "netstudio",
            "{fewest} to {most} whole numbers from 1 to {maximum}, one of which may be -1 for "
            "what is left over",
        )
        return message(template, fewest=self.fewest, most=_MOST_AXES, maximum=self.maximum)


@dataclass(frozen=True)
class Order:
    """A new order of the axes, counted from 1: ``(2, 1)`` swaps two."""

    def parse(self, value: Value) -> tuple[int, ...]:
        order = whole_numbers(value)
        if order is None or not 2 <= len(order) <= _MOST_AXES:
            raise Unfit(self.wanted)
        if sorted(order) != list(range(1, len(order) + 1)):
            raise Unfit(self.wanted)
        return order

    @property
    def wanted(self) -> Message:
        template = QT_TRANSLATE_NOOP(
            "netstudio", "each of the numbers 1, 2 and so on once, in a new order, such as 2, 1"
        )
        return message(template)
