"""Follows a run and tells what is off with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from netstudio.engine.events import EpochEnded, Event, Figures, Healed, Noticed, Progress
from netstudio.engine.insight.look import look_at_layers
from netstudio.engine.insight.predicted import missed_classes
from netstudio.engine.training.faults import is_out_of_memory
from netstudio.engine.training.notices.course import Course, Point
from netstudio.engine.training.notices.layers import layer_notices
from netstudio.engine.training.notices.rules import (
    CAN_HEAL,
    RULES,
    Notice,
    rate_too_high,
    worse_on_test,
)
from netstudio.engine.training.notices.setting import setting_of
from netstudio.engine.training.session import Session
from netstudio.engine.watching import looking

# The layers are looked at after the first epochs, and so often over all.
_FIRST_LOOKS = (1, 3)
_LOOKS = 8
# What a code and a layer's uid are together.
_Key = tuple[str, str]


class Observer:
    """Adds notices to a run's events; each thing is told once, and again only after it healed.

    It looks and counts only: the run learns, bit for bit, what it would learn without it.

    Args:
        session: The run.
        history: What is written of it so far, for one that is resumed; what was noticed then is
            noticed again where it still holds.
    """

    def __init__(self, session: Session, history: Iterable[Mapping[str, Any]] = ()) -> None:
        self._session = session
        self._setting = setting_of(session)
        self._course = Course(self._setting)
        self._told: set[_Key] = set()
        self._missed: tuple[str, ...] = ()
        for event in history:
            if event.get("event") == "epoch":
                point = Point.from_json(event, self._setting.metric)
                self._course = self._course.after_epoch(point)

    def following(self, events: Iterator[Event]) -> Iterator[Event]:
        """The events, with notices right behind what they are about."""
        for event in events:
            yield event
            match event:
                case Progress():
                    yield from self._after_batches(event)
                case EpochEnded():
                    yield from self._after_epoch(event)

    def after_test(self, test: Figures | None) -> Iterator[Noticed]:
        """What the figures of the test part tell."""
        share = test.metrics.get(self._setting.metric) if test is not None else None
        if test is None or share is None:
            return
        notice = worse_on_test(self._course, share, test.samples)
        if notice is not None:
            yield from self._tell("worse-on-test", notice)

    def _after_batches(self, event: Progress) -> Iterator[Noticed]:
        self._course = self._course.after_batches(event.losses)
        if not self._course.points and (notice := rate_too_high(self._course)) is not None:
            yield from self._tell("rate-too-high", notice, event.epoch)

    def _after_epoch(self, event: EpochEnded) -> Iterator[Event]:
        point = Point.of(event, self._setting.metric)
        self._course = self._course.after_epoch(point)
        is_due = event.epoch in _FIRST_LOOKS or event.epoch % max(1, event.epochs // _LOOKS) == 0
        seen = list(self._look()) if is_due else []
        for code, rule in RULES.items():
            if (notice := rule(self._course)) is not None:
                yield from self._tell(code, notice)
            elif code in CAN_HEAL:
                yield from self._heal((code, ""))
        yield from seen

    def _look(self) -> Iterator[Event]:
        """Look at the layers, and at what is named."""
        sight = self._session.sight
        try:
            with looking(sight.module):
                seen = look_at_layers(sight)
                missed = missed_classes(sight) if self._setting.classes else ()
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            return  # what was only looked at must not end the run
        both = tuple(name for name in missed if name in self._missed)
        self._course = self._course.with_missed(both)
        self._missed = missed
        found = {(one.code, one.uid): one.notice for one in layer_notices(seen, self._setting)}
        for (code, uid), notice in found.items():
            yield from self._tell(code, notice, layer=uid)
        for key in [key for key in self._told if key[1] and key not in found]:
            yield from self._heal(key)

    def _tell(
        self, code: str, notice: Notice, epoch: int | None = None, layer: str = ""
    ) -> Iterator[Noticed]:
        if (code, layer) in self._told:
            return
        self._told.add((code, layer))
        at = self._course.epoch if epoch is None else epoch
        yield Noticed(code, notice.text, at, layer, notice.remedies)

    def _heal(self, key: _Key) -> Iterator[Healed]:
        if key in self._told:
            self._told.discard(key)
            yield Healed(*key, epoch=self._course.epoch)
