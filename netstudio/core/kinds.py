"""The kinds of values that a declared field takes; the window has one editor for each kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.core.values import Fields, Value

Auto = Literal["auto"]
AUTO: Auto = "auto"


class Unfit(ValueError):
    """A value that a kind does not take.

    Attributes:
        wanted: What would fit, as the end of the sentence "it must be …".
    """

    def __init__(self, wanted: Message) -> None:
        self.wanted = wanted
        super().__init__(str(wanted))


class Kind(Protocol):
    """What values a field takes."""

    def parse(self, value: Value) -> object:
        """The value as the program uses it.

        Raises:
            Unfit: ``value`` is of the wrong type or out of range.
        """
        ...


@dataclass(frozen=True)
class Integer:
    """A whole number in a range, or AUTO where that is allowed."""

    minimum: int
    maximum: int
    auto: bool = False

    def parse(self, value: Value) -> int | Auto:
        if self.auto and value == AUTO:
            return AUTO
        if isinstance(value, bool) or not isinstance(value, int):
            raise Unfit(self.wanted)
        if not self.minimum <= value <= self.maximum:
            raise Unfit(self.wanted)
        return value

    @property
    def wanted(self) -> Message:
        template = QT_TRANSLATE_NOOP("netstudio", "a whole number from {minimum} to {maximum}")
        if self.auto:
            template = QT_TRANSLATE_NOOP(
                "netstudio", 'a whole number from {minimum} to {maximum} or "auto"'
            )
        return message(template, minimum=self.minimum, maximum=self.maximum)


@dataclass(frozen=True)
class Real:
    """A number in a range; the ends belong to it unless excluded."""

    minimum: float
    maximum: float
    above_minimum: bool = False
    below_maximum: bool = False

    def parse(self, value: Value) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise Unfit(self.wanted)
        too_low = value < self.minimum or (self.above_minimum and value == self.minimum)
        too_high = value > self.maximum or (self.below_maximum and value == self.maximum)
        if too_low or too_high:
            raise Unfit(self.wanted)
        return float(value)

    @property
    def wanted(self) -> Message:
        low = QT_TRANSLATE_NOOP("netstudio", "{bound} or more")
        if self.above_minimum:
            low = QT_TRANSLATE_NOOP("netstudio", "above {bound}")
        high = QT_TRANSLATE_NOOP("netstudio", "{bound} at most")
        if self.below_maximum:
            high = QT_TRANSLATE_NOOP("netstudio", "below {bound}")
        return message(
            QT_TRANSLATE_NOOP("netstudio", "a number, {low} and {high}"),
            low=message(low, bound=f"{self.minimum:g}"),
            high=message(high, bound=f"{self.maximum:g}"),
        )


@dataclass(frozen=True)
class Flag:
    """Yes or no."""

    def parse(self, value: Value) -> bool:
        if not isinstance(value, bool):
            raise Unfit(message(QT_TRANSLATE_NOOP("netstudio", "true or false")))
        return value


class Explained(Protocol):
    """What can be said of something: see ``Declared``, whose classes say it."""

    label: str
    help: str
    formula: str
    source: str


@dataclass(frozen=True)
class Choice:
    """One of a few words.

    Attributes:
        options: The words as they are written.
        labels: What people read for each (marked texts), in the same order.
        meanings: What is to be said of each, in the same order; empty where the labels say it all.
    """

    options: tuple[str, ...]
    labels: tuple[str, ...] = ()
    meanings: tuple[Explained, ...] = ()

    def parse(self, value: Value) -> str:
        if not isinstance(value, str) or value not in self.options:
            one_of = QT_TRANSLATE_NOOP("netstudio", "one of {options}")
            raise Unfit(message(one_of, options=", ".join(self.options)))
        return value


def whole_numbers(value: Value) -> tuple[int, ...] | None:
    """The whole numbers in a row, or a single one as a row of one; None for anything else."""
    found = value if isinstance(value, tuple) else (value,)
    whole = tuple(each for each in found if isinstance(each, int) and not isinstance(each, bool))
    return whole if len(whole) == len(found) else None


def sides(value: Value, count: int, minimum: int, maximum: int) -> tuple[int, ...] | None:
    """So many whole numbers in a range, or one for all; None for anything else."""
    found = whole_numbers(value)
    if found is None or not all(minimum <= side <= maximum for side in found):
        return None
    return found if isinstance(value, tuple) else found * count


@dataclass(frozen=True)
class Size2d:
    """A height and a width, each a whole number in a range; a single number stands for both.

    Where it is ``optional``, null leaves the choice to the layer.
    """

    minimum: int
    maximum: int
    optional: bool = False

    def parse(self, value: Value) -> tuple[int, int] | None:
        if self.optional and value is None:
            return None
        match sides(value, 2, self.minimum, self.maximum):
            case (height, width):
                return height, width
        raise Unfit(self.wanted)

    @property
    def wanted(self) -> Message:
        template = QT_TRANSLATE_NOOP(
            "netstudio",
            "a whole number from {minimum} to {maximum}, or two of them for height and width",
        )
        if self.optional:
            template = QT_TRANSLATE_NOOP(
                "netstudio",
                "a whole number from {minimum} to {maximum}, or two of them for height and width, "
                "or null",
            )
        return message(template, minimum=self.minimum, maximum=self.maximum)


@dataclass(frozen=True)
class Size3d:
    """A depth, a height and a width, each a whole number in a range; one number stands for all.

    Where it is ``optional``, null leaves the choice to the layer.
    """

    minimum: int
    maximum: int
    optional: bool = False

    def parse(self, value: Value) -> tuple[int, int, int] | None:
        if self.optional and value is None:
            return None
        match sides(value, 3, self.minimum, self.maximum):
            case (depth, height, width):
                return depth, height, width
        raise Unfit(self.wanted)

    @property
    def wanted(self) -> Message:
        template = QT_TRANSLATE_NOOP(
            "netstudio",
            "a whole number from {minimum} to {maximum}, or three of them for depth, height and "
            "width",
        )
        if self.optional:
            template = QT_TRANSLATE_NOOP(
                "netstudio",
                "a whole number from {minimum} to {maximum}, or three of them for depth, height "
                "and width, or null",
            )
        return message(template, minimum=self.minimum, maximum=self.maximum)


# Paddings that go by the window: none, and what keeps the size.
PADDING_WORDS = ("valid", "same")


@dataclass(frozen=True)
class Padding1d:
    """Padding of a window over time: ``valid``, ``same``, or a size."""

    maximum: int

    def parse(self, value: Value) -> int | str:
        if isinstance(value, str) and value in PADDING_WORDS:
            return value
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= self.maximum:
            raise Unfit(_word_or(Integer(0, self.maximum).wanted))
        return value


@dataclass(frozen=True)
class Padding2d:
    """Padding of a window over a picture: ``valid``, ``same``, or a size."""

    maximum: int

    def parse(self, value: Value) -> tuple[int, int] | str | None:
        if isinstance(value, str) and value in PADDING_WORDS:
            return value
        try:
            return Size2d(0, self.maximum).parse(value)
        except Unfit as error:
            raise Unfit(_word_or(error.wanted)) from None


@dataclass(frozen=True)
class Padding3d:
    """Padding of a window over a volume: ``valid``, ``same``, or a size."""

    maximum: int

    def parse(self, value: Value) -> tuple[int, int, int] | str | None:
        if isinstance(value, str) and value in PADDING_WORDS:
            return value
        try:
            return Size3d(0, self.maximum).parse(value)
        except Unfit as error:
            raise Unfit(_word_or(error.wanted)) from None


def _word_or(size: Message) -> Message:
    """What a padding may be: one of two words, or a ``size``."""
    return message(QT_TRANSLATE_NOOP("netstudio", '"valid", "same", or {size}'), size=size)


@dataclass(frozen=True)
class Folder:
    """A path to a folder; empty while none is chosen."""

    def parse(self, value: Value) -> str:
        if not isinstance(value, str) or "\0" in value:
            raise Unfit(message(QT_TRANSLATE_NOOP("netstudio", "the path of a folder")))
        return value


@dataclass(frozen=True)
class File:
    """A path to a file; empty while none is chosen.

    Attributes:
        suffixes: What its name usually ends in, such as ``.csv``; others are taken, too.
    """

    suffixes: tuple[str, ...] = ()

    def parse(self, value: Value) -> str:
        if not isinstance(value, str) or "\0" in value:
            raise Unfit(message(QT_TRANSLATE_NOOP("netstudio", "the path of a file")))
        return value


@dataclass(frozen=True)
class Text:
    """A few words on one line, such as a column's name; empty for none."""

    def parse(self, value: Value) -> str:
        if not isinstance(value, str) or not value.isprintable():
            raise Unfit(message(QT_TRANSLATE_NOOP("netstudio", "a text on one line")))
        return value


@dataclass(frozen=True)
class Names:
    """Any number of names, such as columns; a single one may stand by itself."""

    def parse(self, value: Value) -> tuple[str, ...]:
        names = value if isinstance(value, tuple) else (value,)
        found = tuple(name for name in names if isinstance(name, str) and name)
        if len(found) != len(names):
            raise Unfit(message(QT_TRANSLATE_NOOP("netstudio", "a list of names")))
        return found


@dataclass(frozen=True)
class Roles:
    """One of a few words for each of some names, such as the columns of a table.

    Attributes:
        options: The words as they are written.
        labels: What people read for each (marked texts), in the same order.
    """

    options: tuple[str, ...]
    labels: tuple[str, ...] = ()

    def parse(self, value: Value) -> Fields:
        if not isinstance(value, Fields) or any(
            word not in self.options for word in value.values()
        ):
            wanted = QT_TRANSLATE_NOOP("netstudio", "one of {options} for each name")
            raise Unfit(message(wanted, options=", ".join(self.options)))
        return value


@dataclass(frozen=True)
class PlacedPoints:
    """Points in the plane, each with the number of its class: [x, y, class].

    Attributes:
        classes: How many classes there are at most.
        limit: How far a point may be from the middle, along each axis.
    """

    classes: int
    limit: float

    def parse(self, value: Value) -> tuple[tuple[float, float, int], ...]:
        if not isinstance(value, tuple):
            raise Unfit(self.wanted)
        return tuple(self._point(each) for each in value)

    def _point(self, value: Value) -> tuple[float, float, int]:
        if (
            not isinstance(value, tuple)
            or len(value) != 3
            or any(
                isinstance(number, bool) or not isinstance(number, int | float) for number in value
            )
        ):
            raise Unfit(self.wanted)
        x, y, number = value
        assert isinstance(x, int | float)
        assert isinstance(y, int | float)
        if not isinstance(number, int) or not 0 <= number < self.classes:
            raise Unfit(self.wanted)
        if max(abs(x), abs(y)) > self.limit:
            raise Unfit(self.wanted)
        return float(x), float(y), number

    @property
    def wanted(self) -> Message:
        template = QT_TRANSLATE_NOOP(
            "netstudio",
            "a list of points [x, y, class], with x and y from -{limit} to {limit} and a class "
            "from 0 to {last}",
        )
        return message(template, limit=f"{self.limit:g}", last=self.classes - 1)


@dataclass(frozen=True)
class OneOf:
    """Which one of how many, both counted from 1; null for none of any."""

    most: int

    def parse(self, value: Value) -> tuple[int, int] | None:
        if value is None:
            return None
        match whole_numbers(value):
            case (number, count) if 1 <= number <= count <= self.most:
                return number, count
        wanted = QT_TRANSLATE_NOOP(
            "netstudio", "two whole numbers, which one and of how many, {most} at most, or null"
        )
        raise Unfit(message(wanted, most=self.most))
