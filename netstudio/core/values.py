"""Immutable JSON: the only kind of value a document holds."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from typing import Union

# A JSON value in which lists are tuples and objects are ``Fields``.
Value = Union[None, bool, int, float, str, tuple["Value", ...], "Fields"]


class Fields(Mapping[str, Value]):
    """An immutable, hashable mapping that keeps its order.

    Two ``Fields`` are equal when they are written alike, so 1, 1.0 and true all differ.
    """

    __slots__ = ("_hash", "_items")

    def __init__(self, items: Mapping[str, object] | None = None, /, **more: object) -> None:
        merged = {**(items or {}), **more}
        self._items: dict[str, Value] = {key: freeze(value) for key, value in merged.items()}
        self._hash: int | None = None

    def __getitem__(self, key: str) -> Value:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        if self._hash is None:
            self._hash = hash(_identity(self))
        return self._hash

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Fields):
            return NotImplemented
        return self is other or _identity(self) == _identity(other)

    def __repr__(self) -> str:
        return f"Fields({self._items!r})"

    def replace(self, **changes: object) -> Fields:
        """A copy with some values changed or added, each key keeping its place."""
        return Fields(self._items, **changes)

    def without(self, *keys: str) -> Fields:
        """A copy that lacks ``keys``."""
        return Fields({key: value for key, value in self._items.items() if key not in keys})


def _identity(value: Value) -> object:
    if isinstance(value, Fields):
        return tuple((key, _identity(item)) for key, item in value.items())
    if isinstance(value, tuple):
        return tuple(_identity(item) for item in value)
    return (type(value).__name__, value)


def freeze(value: object) -> Value:
    """Turn decoded JSON (or anything made of its types) into an immutable value.

    Raises:
        ValueError: ``value`` is not JSON, or is a number that JSON cannot hold.
    """
    if value is None or isinstance(value, bool | int | str | Fields):
        return value
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError(f"{value} is not a number that a file can hold")
        return value
    if isinstance(value, list | tuple):
        return tuple(freeze(item) for item in value)
    if isinstance(value, Mapping):
        return Fields(value)
    raise ValueError(f"{type(value).__name__} is not a JSON value")


def thaw(value: Value) -> object:
    """The inverse of ``freeze``: lists and dicts again, ready for ``json.dumps``."""
    if isinstance(value, Fields):
        return {key: thaw(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [thaw(item) for item in value]
    return value


def written(value: Value) -> str:
    """``value`` as its JSON text, for messages."""
    return json.dumps(thaw(value), ensure_ascii=False)
