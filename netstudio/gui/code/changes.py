"""What of a text is another than before."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """A stretch of a text, and what shall stand in its place.

    Attributes:
        start: Where it begins, in characters.
        end: Where it ends.
        text: What shall stand there.
    """

    start: int
    end: int
    text: str


def changed_lines(before: str, after: str) -> Change | None:
    """The one stretch of whole lines in which two texts differ; None where they are equal."""
    if before == after:
        return None
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    shortest = min(len(old), len(new))
    head = next((at for at in range(shortest) if old[at] != new[at]), shortest)
    room = shortest - head
    tail = next((at for at in range(room) if old[-1 - at] != new[-1 - at]), room)
    start = sum(map(len, old[:head]))
    end = len(before) - sum(map(len, old[len(old) - tail :]))
    return Change(start, end, "".join(new[head : len(new) - tail]))
