"""Undo and redo as a value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

T = TypeVar("T")

# Older steps are forgotten, so that memory does not grow over a day of editing.
MOST_STEPS = 1000


@dataclass(frozen=True)
class Step(Generic[T]):
    """One edit: what it is called and the values around it."""

    label: str
    before: T
    after: T
    merge_key: str | None = None


@dataclass(frozen=True)
class History(Generic[T]):
    """The steps that can be undone, oldest first, and those that can be redone, next first."""

    past: tuple[Step[T], ...] = ()
    future: tuple[Step[T], ...] = ()

    def push(self, step: Step[T]) -> History[T]:
        """Add a step; it joins the last one when both carry the same merge key."""
        last = self.past[-1] if self.past else None
        if last and not self.future and step.merge_key and step.merge_key == last.merge_key:
            return History((*self.past[:-1], replace(last, after=step.after)))
        return History((*self.past, step)[-MOST_STEPS:])

    def undo(self) -> tuple[History[T], Step[T]] | None:
        """The history before the last step, and that step; None when there is none."""
        if not self.past:
            return None
        *past, step = self.past
        return History(tuple(past), (step, *self.future)), step

    def redo(self) -> tuple[History[T], Step[T]] | None:
        """The history after the next step, and that step; None when there is none."""
        if not self.future:
            return None
        step, *future = self.future
        return History((*self.past, step), tuple(future)), step

    def at(self, done: int) -> History[T]:
        """The same steps, of which the first ``done`` are done and the others undone.

        Raises:
            IndexError: There are not so many steps.
        """
        steps = (*self.past, *self.future)
        if not 0 <= done <= len(steps):
            raise IndexError(f"step {done} of {len(steps)}")
        return History(steps[:done], steps[done:])

    def around(self, value: T) -> History[T]:
        """The same steps with ``value`` where they meet, between the last and the next."""
        past, future = self.past, self.future
        if past:
            past = (*past[:-1], replace(past[-1], after=value))
        if future:
            future = (replace(future[0], before=value), *future[1:])
        return History(past, future)

    def sealed(self) -> History[T]:
        """The same history, whose last step no later edit joins."""
        if not self.past:
            return self
        return replace(self, past=(*self.past[:-1], replace(self.past[-1], merge_key=None)))
