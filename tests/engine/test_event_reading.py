"""Events survive being written and read."""

from __future__ import annotations

import json

import pytest

from netstudio.core.translate import verbatim
from netstudio.core.values import Fields
from netstudio.engine.event_reading import event_of
from netstudio.engine.events import (
    CheckpointSaved,
    CrossValidated,
    EpochEnded,
    Event,
    Failed,
    Figures,
    Finished,
    FoldEnded,
    Healed,
    Moved,
    Noticed,
    PlaceWanted,
    Preparing,
    Progress,
    Remedy,
    Started,
    Stopped,
    Watched,
)

FIGURES = Figures(0.5, {"accuracy": 0.75, "f1": 0.5}, 100)
REMEDY = Remedy(verbatim("Lower it"), "optimizer", Fields(lr=0.001, betas=(0.9, 0.99)), "sgd")
EVENTS = (
    Preparing("read", 1, 2),
    Started("runs/a", "cpu", 1, 3, 32, 10, 80, 10, 10, {"threads": 1}, (verbatim("odd"),)),
    Progress(1, 3, 2, 4, (0.5, 0.25), FIGURES, 0.01, 1000.0, None, 2.5),
    EpochEnded(1, 3, FIGURES, None, 0.01, 1000.0, 1.5, is_best=True),
    EpochEnded(2, 3, FIGURES, FIGURES, 0.01, 1000.0, 1.5, is_best=False, gradient_norm=1.0),
    Noticed("over-fitting", verbatim("It learns by heart."), 2, "", (REMEDY,)),
    Healed("dead-units", "a1b2", 3),
    PlaceWanted(verbatim("The disk is full."), "runs"),
    Moved("elsewhere/a"),
    CheckpointSaved("last.ckpt", 1),
    FoldEnded(1, 5, FIGURES, None, "best.safetensors", 2.0),
    CrossValidated(5, {"loss": 0.5}, {"loss": 0.1}, 2),
    Finished("best.safetensors", "runs/a", 2, FIGURES, 3.0, verbatim("enough")),
    Finished("best.safetensors", "runs/a", 2, None, 3.0),
    Stopped(None, None),
    Failed(verbatim("The disk is full."), "", "runs/a", None),
)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.event)
def test_what_was_written_comes_back(event: Event) -> None:
    assert event_of(json.loads(json.dumps(event.as_json()))) == event


def test_every_kind_of_event_is_tried() -> None:
    written = set(Event.__subclasses__()) - {Watched}
    assert {type(event) for event in EVENTS} >= {
        kind for kind in written if kind.__module__ == "netstudio.engine.events"
    }


@pytest.mark.parametrize("raw", [{}, {"event": "party"}, {"event": "progress"}, {"event": 3}])
def test_what_is_no_event_is_refused(raw: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="event"):
        event_of(raw)
