from __future__ import annotations

import pytest

from netstudio.core.translate import message
from netstudio.engine.events import Noticed
from netstudio.gui.plots.curves import RunCurves
from netstudio.gui.plots.marks import MarkKind, RateChanges
from tests.gui.plots.made_up import ended, progress, started


def changes(rates: list[float]) -> list[float]:
    """Where changes are found in rates that were told at 0, 1, 2…"""
    found = RateChanges()
    moments = [found.note(float(at), rate) for at, rate in enumerate(rates)]
    return [moment for moment in moments if moment is not None]


@pytest.mark.parametrize(
    ("rates", "marked"),
    [
        ([1, 1, 1, 1], []),
        ([1, 1, 0.1, 0.1, 0.1], [1]),
        ([1, 1, 0.1, 0.1, 0.01, 0.01], [1, 3]),
        ([0.1, 0.2, 0.3, 0.4], []),
        ([1, 0.9, 0.8, 0.7, 0.6], []),
        ([0.1, 0.2, 0.3, 0.3, 0.3], []),
    ],
)
def test_a_rate_that_stood_still_is_marked_where_it_changed(
    rates: list[float], marked: list[float]
) -> None:
    assert changes(rates) == marked


def test_the_best_epoch_is_marked_and_moves() -> None:
    curves = RunCurves(["accuracy"])
    curves.feed((started(), ended(1), ended(2), ended(3, is_best=False)))
    assert [(mark.kind, mark.epoch) for mark in curves.marks] == [(MarkKind.BEST, 2)]


def test_a_notice_is_marked_where_the_run_was_when_it_came() -> None:
    curves = RunCurves([])
    text = message("The loss does not fall.")
    curves.feed((started(), progress(2, 50), Noticed("flat", text, 2)))
    assert [(mark.kind, mark.epoch, mark.text) for mark in curves.marks] == [
        (MarkKind.NOTICE, 1.5, text)
    ]


def test_a_notice_is_found_again_in_the_history() -> None:
    events = (started(), progress(2, 50), Noticed("flat", message("No fall."), 2))
    curves = RunCurves.of_history([event.as_json() for event in events])
    assert [mark.text for mark in curves.marks] == [message("No fall.")]


def test_what_a_resumed_run_does_anew_is_not_marked_twice() -> None:
    curves = RunCurves([])
    notice = Noticed("flat", message("No fall."), 2)
    curves.feed((started(), progress(2, 50), notice, progress(2, 20), progress(2, 50), notice))
    assert len(curves.marks) == 1
