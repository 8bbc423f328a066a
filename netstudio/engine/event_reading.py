"""Events that were written as JSON, read back: a run's history, or what another process prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from netstudio.core.translate import Message, verbatim
from netstudio.core.values import Fields, freeze
from netstudio.engine import events
from netstudio.engine.events import Event, Figures, Remedy


def event_of(raw: Mapping[str, Any]) -> Event:
    """The event that ``Event.as_json`` wrote.

    Texts come back as they were written, in the language of whoever wrote them.

    Raises:
        ValueError: It is no event, or one of a newer version.
    """
    kind = _kinds().get(str(raw.get("event")))
    if kind is None:
        raise ValueError(f"{raw.get('event')} is no event")
    hints = _hints(kind.event)
    known = {each.name for each in fields(kind)}
    try:
        return kind(**{name: _read(hints[name], raw[name]) for name in known if name in raw})
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"this is no {raw['event']} event") from error


@cache
def _kinds() -> dict[str, type[Event]]:
    return {kind.event: kind for kind in _below(Event)}


def _below(kind: type[Event]) -> Iterator[type[Event]]:
    for found in kind.__subclasses__():
        yield found
        yield from _below(found)


@cache
def _hints(name: str) -> dict[str, Any]:
    return get_type_hints(_kinds()[name], vars(events))


def _read(hint: Any, raw: Any) -> Any:
    """What JSON holds, as a value of the given type."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return None if raw is None else _read(next(a for a in inner if a is not NoneType), raw)
    if origin is tuple:
        return tuple(_read(inner[0], each) for each in raw)
    if hint is Message:
        return verbatim(raw)
    if hint is Figures:
        metrics = {name: raw[name] for name in raw if name not in ("loss", "samples")}
        return Figures(raw["loss"], metrics, raw["samples"])
    if hint is Remedy:
        values = freeze(raw["values"])
        assert isinstance(values, Fields)
        return Remedy(verbatim(raw["label"]), raw["target"], values, raw["type"])
    return raw
