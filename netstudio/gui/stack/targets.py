"""What the pointer points at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from netstudio.core.problems import Problem
from netstudio.core.tree import Location
from netstudio.gui.stack.geometry import Card, Layout
from netstudio.gui.stack.notes import note_shape
from netstudio.gui.stack.tiles import Hot


@dataclass(frozen=True)
class Target:
    """One thing under the pointer; at most one attribute is set.

    Attributes:
        place: The place whose "+" it is.
        fix: The card and the number of the problem whose fix it is.
        chevron: The container that it opens or closes.
        branch: The container and the branch of it that it takes away.
        fork: The container that it gives one more branch.
        card: The card.
    """

    place: Location | None = None
    fix: tuple[str, int] | None = None
    chevron: str | None = None
    branch: tuple[str, str] | None = None
    fork: Location | None = None
    card: str | None = None

    @property
    def is_button(self) -> bool:
        """Whether a click does something other than select."""
        chances = (self.place, self.fix, self.chevron, self.branch, self.fork)
        return any(one is not None for one in chances)

    @property
    def hot(self) -> Hot:
        """What lights up."""
        return Hot(self.place or self.fork, self.fix, self.branch)


def target_at(
    layout: Layout, problems: Mapping[str, tuple[Problem, ...]], x: float, y: float
) -> Target:
    """What is at a point."""
    if (gap := layout.gap_with_plus_at(x, y)) is not None:
        return Target(fork=gap.place) if gap.is_new else Target(place=gap.place)
    if (label := layout.label_with_cross_at(x, y)) is not None:
        return Target(branch=(label.uid, label.slot))
    if (card := layout.card_at(x, y)) is None:
        return Target()
    if card.chevron is not None and card.chevron.contains(x, y):
        return Target(chevron=card.uid)
    if (number := _fix_at(card, problems.get(card.uid, ()), x, y)) is not None:
        return Target(fix=(card.uid, number))
    return Target(card=card.uid)


def _fix_at(card: Card, problems: tuple[Problem, ...], x: float, y: float) -> int | None:
    for number, (rect, problem) in enumerate(zip(card.notes, problems, strict=True)):
        button = note_shape(problem, rect.width).button
        if button is not None and button.contains(x - rect.x, y - rect.y):
            return number
    return None
