"""Reading a run's history, of which only what is new is read again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

# The losses of single batches make up nearly all of a history, and tell nothing here.
_SKIPPED = b'{"event": "progress"'
_REMEMBERED = 256

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Scan:
    """What a history has told so far.

    Attributes:
        offset: How many of its bytes were read: whole lines.
        ending: The last of these bytes, by which a history is known that was cut and went on.
        started: The last start, as JSON; empty before the first.
        epochs: How many epochs have ended.
        best: The best epoch; empty before the first.
        seconds: How long these epochs took.
        notices: How many notices there were.
        folds: The folds that have ended, by number.
        last: The last event that is no progress.
    """

    offset: int = 0
    ending: bytes = b""
    started: Json = field(default_factory=dict)
    epochs: int = 0
    best: Json = field(default_factory=dict)
    seconds: float = 0.0
    notices: int = 0
    folds: Mapping[int, Json] = field(default_factory=dict)
    last: Json = field(default_factory=dict)


NOTHING = Scan()


def scan(history: Path, before: Scan = NOTHING) -> Scan:
    """Read a history, or what it has grown by since ``before``; a torn last line is left for later.

    Raises:
        OSError: It cannot be read.
    """
    with history.open("rb") as file:
        file.seek(max(0, before.offset - len(before.ending)))
        found = before if file.read(len(before.ending)) == before.ending else NOTHING
        file.seek(found.offset)
        offset, ending = found.offset, found.ending
        for line in file:
            if not line.endswith(b"\n"):
                break
            offset += len(line)
            ending = line
            if not line.startswith(_SKIPPED):
                found = _after(found, line)
    return replace(found, offset=offset, ending=ending[-_REMEMBERED:])


def events(history: Path) -> Iterator[dict[str, Any]]:
    """All events of a history as JSON; lines that are torn are left out."""
    with history.open("rb") as file:
        for line in file:
            if (event := _parsed(line)) is not None:
                yield event


def _after(found: Scan, line: bytes) -> Scan:
    event = _parsed(line)
    match event:
        case None:
            return found
        case {"event": "started"}:
            found = replace(found, started=event)
        case {"event": "epoch", "epoch": int(number)}:
            seconds = found.seconds + float(event.get("seconds") or 0.0)
            best = event if event.get("is_best") else found.best
            found = replace(found, epochs=number, best=best, seconds=seconds)
        case {"event": "fold", "fold": int(number)}:
            found = replace(found, folds={**found.folds, number: event})
        case {"event": "noticed"}:
            found = replace(found, notices=found.notices + 1)
    return replace(found, last=event)


def _parsed(line: bytes) -> dict[str, Any] | None:
    try:
        event = json.loads(line)
    except ValueError:
        return None
    return event if isinstance(event, dict) and "event" in event else None
