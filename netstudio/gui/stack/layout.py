"""Where everything in the stack is: pure geometry, and what lies under a point."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from netstudio.core.tree import Location, Node, Stack
from netstudio.gui.theme import metrics

# The heights of the notes under the card of a uid, INPUT or OUTPUT, for the width that they have.
NoteHeights = Callable[[str, float], Sequence[float]]

# The cards at both ends are no nodes; no uid begins like this.
INPUT = "\0input"
OUTPUT = "\0output"

MARGIN = 20
_HEADER = 40
_INSET = 12
_PADDING = 6
_LABEL = 18
_HOLLOW = 40
_EMPTY_NETWORK = 132
_NOTE_SPACE = 6
_NARROWEST = 160
_PLUS = 16


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

    def grown(self, by: float) -> Rect:
        """The rectangle with ``by`` more on each side."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)


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
        plus: Its button.
        above: The uid of the card above it; of the container at the top of one; or INPUT.
        is_hollow: Whether nothing else is in that slot.
    """

    place: Location
    rect: Rect
    plus: Rect
    above: str
    is_hollow: bool


class SlotLabel(NamedTuple):
    """The name of a slot, where a container has several."""

    uid: str
    slot: str
    rect: Rect


class Layout:
    """The whole stack's geometry.

    Attributes:
        cards: Every card that is shown, in the order from top to bottom, containers first; INPUT
            and OUTPUT are at the ends.
        gaps: Every drop place that is shown, by its location.
        labels: The names of slots.
        width: The width of everything.
        height: The height of everything.
    """

    def __init__(self, width: float) -> None:
        self.cards: dict[str, Card] = {}
        self.gaps: dict[Location, Gap] = {}
        self.labels: list[SlotLabel] = []
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
            (gap for gap in self.gaps.values() if gap.plus.grown(reach).contains(x, y)), None
        )

    def drop_at(self, x: float, y: float) -> Location:
        """The place that is meant by a drop at a point: the nearest in the container there.

        The upper half of an open container's first line still means the place before it.
        """
        parent: str | None = None
        for card in self.cards.values():
            if card.is_open and _body(card).contains(x, y):
                parent = card.uid
        gaps = self._gaps_in[parent]
        return min(gaps, key=lambda gap: max(gap.rect.y - y, y - gap.rect.bottom)).place

    def add(self, gap: Gap) -> None:
        """Put in a drop place."""
        self.gaps[gap.place] = gap
        self._gaps_in.setdefault(gap.place.parent, []).append(gap)


def _body(card: Card) -> Rect:
    top = card.head.y + card.head.height / 2
    return Rect(card.rect.x, top, card.rect.width, card.rect.bottom - top - _PADDING)


def lay_out(
    network: Stack, collapsed: Collection[str], note_heights: NoteHeights, width: float
) -> Layout:
    """Place all cards of a network in a column of ``width``.

    Args:
        network: What is shown.
        collapsed: The uids of containers whose layers are not shown.
        note_heights: How high the notes under each card are.
        width: The width of the outermost cards.
    """
    return _Builder(collapsed, note_heights, width).build(network)


class _Builder:
    def __init__(self, collapsed: Collection[str], note_heights: NoteHeights, width: float) -> None:
        self._collapsed = collapsed
        self._note_heights = note_heights
        self._layout = Layout(width)

    def build(self, network: Stack) -> Layout:
        width = self._layout.width
        y = self._card(INPUT, 0, MARGIN, width)
        y = self._stack(network, None, "", 0, y, width, 0, INPUT)
        y = self._card(OUTPUT, 0, y, width)
        self._layout.height = y + MARGIN
        return self._layout

    def _stack(
        self,
        stack: Stack,
        parent: str | None,
        slot: str,
        x: float,
        y: float,
        width: float,
        level: int,
        above: str,
    ) -> float:
        if not len(stack):
            return self._hollow(Location(parent, slot, 0), x, y, width, above)
        for index, node in enumerate(stack):
            y = self._gap(Location(parent, slot, index), x, y, width, above)
            y = self._node(node, x, y, width, level)
            above = node.uid
        return self._gap(Location(parent, slot, len(stack)), x, y, width, above)

    def _node(self, node: Node, x: float, y: float, width: float, level: int) -> float:
        if not node.slots:
            return self._card(node.uid, x, y, width, level)
        chevron = Rect(x + width - 30, y + (_HEADER - 24) / 2, 24, 24)
        if node.uid in self._collapsed:
            return self._card(node.uid, x, y, width, level, chevron)
        return self._container(node, x, y, width, level, chevron)

    def _card(
        self,
        uid: str,
        x: float,
        y: float,
        width: float,
        level: int = 0,
        chevron: Rect | None = None,
    ) -> float:
        head = Rect(x, y, width, metrics.CARD_HEIGHT)
        notes, bottom = self._notes(uid, x, head.bottom, width)
        rect = Rect(x, y, width, bottom - y)
        self._layout.cards[uid] = Card(uid, head, rect, level, False, chevron, notes)
        return bottom

    def _container(
        self, node: Node, x: float, y: float, width: float, level: int, chevron: Rect
    ) -> float:
        inset = max(0.0, min(_INSET, (width - _NARROWEST) / 2))
        inner_x, inner_width = x + inset, width - 2 * inset
        head = Rect(x, y, width, _HEADER)
        notes, bottom = self._notes(node.uid, inner_x, head.bottom, inner_width)
        # It stands before what it holds; how far it reaches is known afterwards.
        card = Card(node.uid, head, head, level, True, chevron, notes)
        self._layout.cards[node.uid] = card
        for slot, body in node.slots:
            if len(node.slots) > 1:
                rect = Rect(inner_x, bottom, inner_width, _LABEL)
                self._layout.labels.append(SlotLabel(node.uid, slot, rect))
                bottom = rect.bottom
            bottom = self._stack(
                body, node.uid, slot, inner_x, bottom, inner_width, level + 1, node.uid
            )
        bottom += _PADDING
        self._layout.cards[node.uid] = card._replace(rect=Rect(x, y, width, bottom - y))
        return bottom

    def _notes(self, uid: str, x: float, y: float, width: float) -> tuple[tuple[Rect, ...], float]:
        notes: list[Rect] = []
        for height in self._note_heights(uid, width):
            notes.append(Rect(x, y + _NOTE_SPACE, width, height))
            y = notes[-1].bottom
        return tuple(notes), y

    def _gap(self, place: Location, x: float, y: float, width: float, above: str) -> float:
        rect = Rect(x, y, width, metrics.CARD_GAP)
        plus = Rect(rect.right - _PLUS, y + (rect.height - _PLUS) / 2, _PLUS, _PLUS)
        self._layout.add(Gap(place, rect, plus, above, is_hollow=False))
        return rect.bottom

    def _hollow(self, place: Location, x: float, y: float, width: float, above: str) -> float:
        if place.parent is None:
            rect = Rect(x, y, width, _EMPTY_NETWORK)
            plus = Rect(x + width / 2 - 16, y + 34, 32, 32)
        else:
            rect = Rect(x, y, width, _HOLLOW)
            plus = Rect(rect.right - _PLUS - 12, y + (_HOLLOW - _PLUS) / 2, _PLUS, _PLUS)
        self._layout.add(Gap(place, rect, plus, above, is_hollow=True))
        return rect.bottom


def visible_uids(layout: Layout) -> Iterator[str]:
    """The nodes whose cards are shown, from top to bottom."""
    return (uid for uid in layout.cards if uid not in (INPUT, OUTPUT))
