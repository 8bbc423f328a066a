"""Follows a run and tells what is off with it."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from netstudio.engine.evaluation.meter import NotFinite
from netstudio.engine.events import EpochEnded, Event, Figures, Healed, Noticed, Progress
from netstudio.engine.insight.layers import NetworkSeen
from netstudio.engine.insight.look import look_at_layers
from netstudio.engine.insight.predicted import missed_classes
from netstudio.engine.training.notices.course import Course, Point
from netstudio.engine.training.notices.layers import layer_notices
from netstudio.engine.training.notices.rules import (
    CAN_HEAL,
    RULES,
    Notice,
    not_finite,
    rate_too_high,
    worse_on_test,
)
from netstudio.engine.training.notices.setting import setting_of
from netstudio.engine.training.session import Session
from netstudio.engine.watching import looking

_log = logging.getLogger(__name__)

# The layers are looked at after the first epochs, and so often over all; where epochs are short,
# later, so that no more than this share of the run's time is spent on it.
_FIRST_LOOKS = (1, 3)
_LOOKS = 8
_SHARE = 0.02
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
        self._is_due = False
        # Seconds of the run, and those of them that were spent looking.
        self._seconds = self._spent = 0.0
        for event in history:
            if event.get("event") == "epoch":
                point = Point.from_json(event, self._setting.metric)
                self._course = self._course.after_epoch(point)

    def following(self, events: Iterator[Event]) -> Iterator[Event]:
        """The events, with notices right behind what they are about."""
        try:
            for event in events:
                yield event
                match event:
                    case Noticed():
                        self._told.add((event.code, ""))
                    case Progress():
                        yield from self._after_batches(event)
                    case EpochEnded():
                        yield from self._after_epoch(event)
        except NotFinite:
            # Unless somebody has found out more.
            yield from self._tell("not-finite", not_finite(self._setting), self._course.epoch + 1)
            raise

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
        seen = list(self._look()) if self._may_look(event) else []
        for code, rule in RULES.items():
            if (notice := rule(self._course)) is not None:
                yield from self._tell(code, notice)
            elif code in CAN_HEAL:
                yield from self._heal((code, ""))
        yield from seen

    def _may_look(self, event: EpochEnded) -> bool:
        """Whether it is time for a look, and there is time for it."""
        every = max(1, event.epochs // _LOOKS)
        self._is_due |= event.epoch in _FIRST_LOOKS or event.epoch % every == 0
        self._seconds += event.seconds
        return self._is_due and self._spent <= _SHARE * self._seconds

    def _look(self) -> Iterator[Event]:
        """Look at the layers, and at what is named."""
        began = time.perf_counter()
        try:
            seen, missed = self._see()
        except Exception:  # noqa: BLE001 (who only looks must not end a run)
            _log.exception("the layers could not be looked at")
            return
        finally:
            self._is_due = False
            self._spent += time.perf_counter() - began
        self._course = self._course.with_missed(tuple(set(missed) & set(self._missed)))
        self._missed = missed
        found = {(one.code, one.uid): one.notice for one in layer_notices(seen, self._setting)}
        for (code, uid), notice in found.items():
            yield from self._tell(code, notice, layer=uid)
        for key in [key for key in self._told if key[1] and key not in found]:
            yield from self._heal(key)

    def _see(self) -> tuple[NetworkSeen, tuple[str, ...]]:
        """The layers, and the classes that none of the validation samples is taken for."""
        sight = self._session.sight
        seen = look_at_layers(sight)
        if not self._setting.classes:
            return seen, ()
        with looking(sight.module):
            return seen, missed_classes(sight)

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
