"""Where everything in the stack is: pure geometry."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from netstudio.core.edits import next_branch
from netstudio.core.tree import Location, Node, Stack
from netstudio.gui.stack.containers import ContainerLook, look_of, takes_more
from netstudio.gui.stack.geometry import (
    INPUT,
    OUTPUT,
    PADDING,
    PLUS,
    Card,
    Gap,
    Layout,
    Merge,
    Rect,
    SlotLabel,
)
from netstudio.gui.theme import metrics

# The heights of the notes under the card of a uid, INPUT or OUTPUT, for the width that they have.
NoteHeights = Callable[[str, float], Sequence[float]]

MARGIN = 20
# Where the line runs that leads from card to card, from the left of the cards.
LINE = 23
NARROWEST_BRANCH = 150
_COMFORTABLE_BRANCH = 200
_NARROWEST_COLUMN = 220
_WIDEST_COLUMN = 840
_HEADER = 40
_INSET = 12
_LABEL = 18
_HOLLOW = 40
_EMPTY_NETWORK = 132
_NOTE_SPACE = 6
_NARROWEST = 160
_BETWEEN_BRANCHES = 10
_NEW_BRANCH = 22
_FAN = 10
_MERGE = 22


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


def column_width(network: Stack, collapsed: Collection[str], room: float) -> float:
    """How wide the cards are in a view with so much room."""
    wanted = max(metrics.CARD_WIDTH, min(wanted_width(network, collapsed), _WIDEST_COLUMN))
    return max(int(min(wanted, room)), _NARROWEST_COLUMN)


def wanted_width(network: Stack, collapsed: Collection[str]) -> float:
    """The width at which all branches that are shown are side by side."""
    return max((_wanted(node, collapsed) for node in network), default=0.0)


def _wanted(node: Node, collapsed: Collection[str]) -> float:
    if not node.slots or node.uid in collapsed:
        return _COMFORTABLE_BRANCH
    return sum(_wanted_widths(node, collapsed)) + _beside(node) + 2 * _INSET


def _wanted_widths(node: Node, collapsed: Collection[str]) -> list[float]:
    """The widths at which the branches of a container can be read with ease."""
    return [max(_COMFORTABLE_BRANCH, wanted_width(body, collapsed)) for _, body in node.slots]


def _beside(node: Node) -> float:
    """The width that is not the branches' own where they are side by side."""
    between = (len(node.slots) - 1) * _BETWEEN_BRANCHES
    return between + (_NEW_BRANCH + _BETWEEN_BRANCHES if takes_more(node) else 0)


class _Builder:
    def __init__(self, collapsed: Collection[str], note_heights: NoteHeights, width: float) -> None:
        self._collapsed = collapsed
        self._note_heights = note_heights
        self._layout = Layout(width)

    def build(self, network: Stack) -> Layout:
        width = self._layout.width
        y = self._card(INPUT, 0, MARGIN, width)
        y = self._stack(network, Location(None, "", 0), 0, y, width, 0, INPUT)
        y = self._card(OUTPUT, 0, y, width)
        self._layout.height = y + MARGIN
        return self._layout

    def _stack(
        self, stack: Stack, top: Location, x: float, y: float, width: float, level: int, above: str
    ) -> float:
        """Place the layers of a slot, of which ``top`` is the first place; gives its end."""
        if not len(stack):
            return self._hollow(top, x, y, width, above)
        for index, node in enumerate(stack):
            y = self._gap(Location(top.parent, top.slot, index), x, y, width, above)
            y = self._node(node, x, y, width, level)
            above = node.uid
        return self._gap(Location(top.parent, top.slot, len(stack)), x, y, width, above)

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
        rect = Rect(x, y, width, bottom - y) if notes else head
        self._layout.cards[uid] = Card(uid, head, rect, level, False, chevron, notes)
        return bottom

    def _container(
        self, node: Node, x: float, y: float, width: float, level: int, chevron: Rect
    ) -> float:
        inset = max(0.0, min(_INSET, (width - _NARROWEST) / 2))
        inner_x, inner_width = x + inset, width - 2 * inset
        head = Rect(x, y, width, _HEADER)
        notes, top = self._notes(node.uid, inner_x, head.bottom, inner_width)
        # It stands before what it holds; how far it reaches is known afterwards.
        self._layout.cards[node.uid] = Card(node.uid, head, head, level, True, chevron, notes)
        look = look_of(node)
        if len(node.slots) > 1 or takes_more(node):
            bottom = self._branches(node, inner_x, top, inner_width, inset, level + 1)
        else:
            (slot, body), start = node.slots[0], top + (_FAN if look.has_shortcut else 0)
            place = Location(node.uid, slot, 0)
            bottom = self._stack(body, place, inner_x, start, inner_width, level + 1, node.uid)
        if look.has_shortcut:
            self._shortcut(inner_x, top, bottom, inset, level + 1)
        if look.merge:
            bottom = self._merge(node.uid, look, inner_x, bottom)
        bottom += PADDING
        rect = Rect(x, y, width, bottom - y)
        self._layout.cards[node.uid] = Card(node.uid, head, rect, level, True, chevron, notes)
        return bottom

    def _branches(
        self, node: Node, x: float, y: float, width: float, inset: float, level: int
    ) -> float:
        widths = self._branch_widths(node, width)
        if widths is None:
            return self._branches_below(node, x, y, width, inset, level)
        return self._branches_beside(node, x, y, widths, level)

    def _branch_widths(self, node: Node, width: float) -> list[float] | None:
        """The widths of the branches side by side; None where there is no room for that."""
        count, room = len(node.slots), width - _beside(node)
        if room < count * NARROWEST_BRANCH:
            return None
        wanted = _wanted_widths(node, self._collapsed)
        if sum(wanted) > room:
            return [room / count] * count
        return [one + (room - sum(wanted)) / count for one in wanted]

    def _branches_beside(
        self, node: Node, x: float, y: float, widths: Sequence[float], level: int
    ) -> float:
        trunk, rail, top = x + LINE, y + _FAN / 2, y + _FAN
        ends: list[tuple[float, float]] = []
        left = x
        for (slot, body), width in zip(node.slots, widths, strict=True):
            self._layout.connect(
                level, (trunk, y), (trunk, rail), (left + LINE, rail), (left + LINE, top)
            )
            start = self._label(node, slot, left, top, width)
            place = Location(node.uid, slot, 0)
            ends.append(
                (left + LINE, self._stack(body, place, left, start, width, level, node.uid))
            )
            left += width + _BETWEEN_BRANCHES
        bottom = max(end for _, end in ends)
        if takes_more(node):
            rect = Rect(left, top, _NEW_BRANCH, bottom - top)
            self._new_branch(node, rect)
        for line, end in ends:
            meeting = bottom + _FAN + _MERGE / 2 if line != trunk else bottom + _FAN
            self._layout.connect(level, (line, end), (line, meeting), (trunk, meeting))
        return bottom + _FAN

    def _branches_below(
        self, node: Node, x: float, y: float, width: float, inset: float, level: int
    ) -> float:
        trunk, rail, back = x + LINE, x - inset / 2, x + width + inset / 2
        fork, ends = y + _FAN / 2, list[float]()
        self._layout.connect(level, (trunk, y), (trunk, y + _FAN))
        y += _FAN
        for slot, body in node.slots:
            start, middle = self._label(node, slot, x, y, width), y + _LABEL / 2
            if ends:
                to_label = ((rail, fork), (rail, middle), (trunk, middle), (trunk, start))
                self._layout.connect(level, (trunk, fork), *to_label)
            end = self._stack(body, Location(node.uid, slot, 0), x, start, width, level, node.uid)
            ends.append(end)
            y = end + _FAN
        if takes_more(node):
            rect = Rect(x, y, width, _NEW_BRANCH)
            self._new_branch(node, rect)
            y = rect.bottom + _FAN
        middle = y + _MERGE / 2
        for end in ends:
            turn = end + _FAN / 2
            to_merge = ((back, turn), (back, middle), (trunk, middle))
            self._layout.connect(level, (trunk, end), (trunk, turn), *to_merge)
        return y

    def _label(self, node: Node, slot: str, x: float, y: float, width: float) -> float:
        rect = Rect(x, y, width, _LABEL)
        cross = Rect(rect.right - PLUS, y + 1, PLUS, PLUS)
        can_go = takes_more(node) and len(node.slots) > 1
        self._layout.labels.append(SlotLabel(node.uid, slot, rect, cross if can_go else None))
        return rect.bottom

    def _new_branch(self, node: Node, rect: Rect) -> None:
        place = Location(node.uid, next_branch(node), 0)
        self._layout.add(Gap(place, rect, node.uid, is_new=True))

    def _shortcut(self, x: float, top: float, bottom: float, inset: float, level: int) -> None:
        trunk, rail = x + LINE, x - inset / 2
        begin, middle = top + _FAN / 2, bottom + _MERGE / 2
        self._layout.connect(level, (trunk, top), (trunk, top + _FAN))
        self._layout.connect(level, (trunk, begin), (rail, begin), (rail, middle), (trunk, middle))

    def _merge(self, uid: str, look: ContainerLook, x: float, y: float) -> float:
        width = max(_MERGE, 16 + 7 * len(look.merge))
        left = x + LINE - _MERGE / 2
        self._layout.merges.append(Merge(uid, look.merge, Rect(left, y, width, _MERGE)))
        level = self._layout.cards[uid].level + 1
        bottom = y + _MERGE + PADDING
        self._layout.connect(level, (x + LINE, y + _MERGE), (x + LINE, bottom))
        return bottom - PADDING

    def _notes(self, uid: str, x: float, y: float, width: float) -> tuple[tuple[Rect, ...], float]:
        heights = self._note_heights(uid, width)
        if not heights:
            return (), y
        notes: list[Rect] = []
        for height in heights:
            notes.append(Rect(x, y + _NOTE_SPACE, width, height))
            y = notes[-1].bottom
        return tuple(notes), y

    def _gap(self, place: Location, x: float, y: float, width: float, above: str) -> float:
        self._layout.add(Gap(place, Rect(x, y, width, metrics.CARD_GAP), above))
        return y + metrics.CARD_GAP

    def _hollow(self, place: Location, x: float, y: float, width: float, above: str) -> float:
        height = _EMPTY_NETWORK if place.parent is None else _HOLLOW
        self._layout.add(Gap(place, Rect(x, y, width, height), above, is_hollow=True))
        return y + height
