"""The shapes of which the stack's layout is made, and what lies under a point of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from netstudio.core.tree import Location

# The cards at both ends are no nodes; no uid begins like this.
INPUT = "\0input"
OUTPUT = "\0output"

# What still belongs to a container below its last layer.
PADDING = 6

PLUS = 16
LARGE_PLUS = 32


class Rect(NamedTuple):
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x where it ends."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y where it ends."""
        return self.y + self.height

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies within."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def meets(self, other: Rect) -> bool:
        """Whether the two have a part in common."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def grown(self, by: float) -> Rect:
        """The rectangle with ``by`` more on each side."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def narrowed(self, by: float) -> Rect:
        """The rectangle without ``by`` at its right."""
        return self._replace(width=self.width - by)

    def distance(self, x: float, y: float) -> tuple[float, float]:
        """How far a point is from it, sideways and up or down."""
        return max(self.x - x, x - self.right, 0.0), max(self.y - y, y - self.bottom, 0.0)


class Card(NamedTuple):
    """Where one card is.

    Attributes:
        uid: Its node, or INPUT or OUTPUT.
        head: The card itself; of an open container, the line with its name.
        rect: All that belongs to it: its notes, and of an open container what it holds.
        level: How many containers lie around it.
        is_open: Whether it is a container whose layers are shown.
        chevron: Where a container is opened and closed.
        notes: The problems under it.
    """

    uid: str
    head: Rect
    rect: Rect
    level: int
    is_open: bool
    chevron: Rect | None
    notes: tuple[Rect, ...]


class Gap(NamedTuple):
    """A place between cards, where layers can be dropped.

    Attributes:
        place: Where a layer that is dropped there goes.
        rect: The space it takes.
        above: The uid of the card above it; of the container at the top of one; or INPUT.
        is_hollow: Whether nothing else is in that slot.
        is_new: Whether the slot is a branch that the container does not have yet.
    """

    place: Location
    rect: Rect
    above: str
    is_hollow: bool = False
    is_new: bool = False

    @property
    def plus(self) -> Rect:
        """Its button."""
        x, y, width, height = self.rect
        if self.is_hollow and self.place.parent is None:
            return Rect(x + (width - LARGE_PLUS) / 2, y + 34, LARGE_PLUS, LARGE_PLUS)
        left = x + width - PLUS - (12 if self.is_hollow else 0)
        if self.is_new:
            left = x + 3
        return Rect(left, y + (height - PLUS) / 2, PLUS, PLUS)


class SlotLabel(NamedTuple):
    """The name of a slot, where a container has several.

    Attributes:
        cross: The button that takes the branch away; None where it has to stay.
    """

    uid: str
    slot: str
    rect: Rect
    cross: Rect | None


class Merge(NamedTuple):
    """The node in which the paths through a container become one."""

    uid: str
    text: str
    rect: Rect


class Wire(NamedTuple):
    """A line on which values flow, through these points."""

    level: int
    points: tuple[tuple[float, float], ...]

    @property
    def rect(self) -> Rect:
        """What it covers."""
        xs, ys = zip(*self.points, strict=True)
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)).grown(2)


class Layout:
    """The whole stack's geometry.

    Attributes:
        cards: Every card that is shown, in the order from top to bottom, containers first; INPUT
            and OUTPUT are at the ends.
        gaps: Every drop place that is shown, by its location.
        labels: The names of slots.
        merges: The nodes at which the paths of a container meet.
        wires: The lines beside those that run straight down from card to card.
        width: The width of everything.
        height: The height of everything.
    """

    def __init__(self, width: float) -> None:
        self.cards: dict[str, Card] = {}
        self.gaps: dict[Location, Gap] = {}
        self.labels: list[SlotLabel] = []
        self.merges: list[Merge] = []
        self.wires: list[Wire] = []
        self.width = width
        self.height = 0.0
        self._gaps_in: dict[str | None, list[Gap]] = {None: []}

    def card_at(self, x: float, y: float) -> Card | None:
        """The innermost card under a point."""
        under = [card for card in self.cards.values() if card.rect.contains(x, y)]
        return under[-1] if under else None

    def gap_with_plus_at(self, x: float, y: float) -> Gap | None:
        """The gap whose button is under a point."""
        reach = 3
        return next(
            (
                gap
                for gap in self.gaps.values()
                if gap.rect.grown(reach).contains(x, y) and gap.plus.grown(reach).contains(x, y)
            ),
            None,
        )

    def label_with_cross_at(self, x: float, y: float) -> SlotLabel | None:
        """The label whose button is under a point."""
        return next(
            (label for label in self.labels if label.cross and label.cross.contains(x, y)), None
        )

    def drop_at(self, x: float, y: float) -> Location:
        """The place that is meant by a drop at a point: the nearest in the container there.

        The upper half of an open container's first line still means the place before it.
        """
        parent: str | None = None
        for card in self.cards.values():
            if card.is_open and _body(card).contains(x, y):
                parent = card.uid
        return min(self._gaps_in[parent], key=lambda gap: gap.rect.distance(x, y)).place

    def cards_in(self, rect: Rect) -> Iterator[str]:
        """The nodes whose cards a rectangle touches, from top to bottom."""
        return (uid for uid in visible_uids(self) if self.cards[uid].head.meets(rect))

    def add(self, gap: Gap) -> None:
        """Put in a drop place."""
        self.gaps[gap.place] = gap
        if gap.place.parent not in self._gaps_in:
            self._gaps_in[gap.place.parent] = []
        self._gaps_in[gap.place.parent].append(gap)

    def connect(self, level: int, *points: tuple[float, float]) -> None:
        """Put in a line; one that would go nowhere is left out."""
        if len(set(points)) > 1:
            self.wires.append(Wire(level, points))


def _body(card: Card) -> Rect:
    top = card.head.y + card.head.height / 2
    return Rect(card.rect.x, top, card.rect.width, card.rect.bottom - top - PADDING)


def visible_uids(layout: Layout) -> Iterator[str]:
    """The nodes whose cards are shown, from top to bottom."""
    return (uid for uid in layout.cards if uid not in (INPUT, OUTPUT))
