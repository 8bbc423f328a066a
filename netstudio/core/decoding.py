"""From a project file's JSON to the project, or to why it is none."""

from __future__ import annotations

import json
import math
from typing import Any

from netstudio.core.declare import RESERVED
from netstudio.core.problems import TARGETS
from netstudio.core.project import (
    CONSTANT,
    DataChoice,
    DataFacts,
    PartSizes,
    Project,
    Selected,
    TrainingChoice,
)
from netstudio.core.spec import TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message, shorten, verbatim
from netstudio.core.tree import DEEPEST_NESTING, Node, Stack, free_name, new_uid
from netstudio.core.values import Fields

# How deep a single setting may be nested, so that all that recurses over it ends.
DEEPEST_VALUE = 40


class Malformed(ValueError):
    """The JSON is not shaped like a project.

    Attributes:
        reason: What is wrong, as the end of the sentence "it is no project: …".
    """

    def __init__(self, template: str, **values: object) -> None:
        self.reason = message(template, **values)
        super().__init__(str(self.reason))


def decode_project(raw: dict[str, Any]) -> Project:
    """The project in the JSON object of a file of the newest format.

    Raises:
        Malformed: It is not shaped like a project.
    """
    _only(
        raw,
        message(QT_TRANSLATE_NOOP("netstudio", "the file")),
        {"format", "name", "task", "data", "training", "network"},
    )
    data = _object(raw, "data")
    training = _object(raw, "training")
    facts = data.get("facts")
    return Project(
        name=_text(raw, "name"),
        task=_decode_selected(raw, "task"),
        data=DataChoice(
            source=_decode_selected(data, "source"),
            options=_fields(data, {"source", "facts", "preparation", "augmentation"}),
            facts=None if facts is None else _decode_facts(_object(data, "facts")),
            preparation=_fields(_object(data, "preparation", optional=True), set()),
            augmentation=_decode_augmentation(data),
        ),
        training=TrainingChoice(
            loss=_decode_selected(training, "loss"),
            optimizer=_decode_selected(training, "optimizer"),
            options=_fields(training, {"loss", "optimizer", "schedule"}),
            schedule=_decode_selected(training, "schedule") if "schedule" in training else CONSTANT,
        ),
        network=_decode_network(_list(raw, "network")),
    )


def _decode_selected(raw: dict[str, Any], key: str) -> Selected:
    selected = _object(raw, key)
    return Selected(type=_text(selected, "type"), fields=_fields(selected, {"type"}))


def _decode_augmentation(data: dict[str, Any]) -> tuple[Selected, ...]:
    steps = _list(data, "augmentation") if "augmentation" in data else []
    # Each is looked at as the entry of an object, so that its faults are named like others.
    return tuple(_decode_step(_object({"augmentation": step}, "augmentation")) for step in steps)


def _decode_step(raw: dict[str, Any]) -> Selected:
    return Selected(
        type=_text(raw, "type"),
        fields=_fields(raw, {"type", "enabled"}),
        enabled=_flag(raw, "enabled", default=True),
    )


def _decode_facts(raw: dict[str, Any]) -> DataFacts:
    _only(raw, verbatim('"facts"'), {"sample", "classes", "counts", "values"})
    counts = _object(raw, "counts")
    _only(counts, verbatim('"counts"'), {"train", "validation", "test"})
    return DataFacts(
        sample=_decode_spec(_object(raw, "sample")),
        classes=_texts(raw, "classes"),
        counts=PartSizes(*(_count(counts, key) for key in ("train", "validation", "test"))),
        values=_texts(raw, "values") if "values" in raw else (),
    )


def _decode_spec(raw: dict[str, Any]) -> TensorSpec:
    _only(raw, verbatim('"sample"'), {"axes", "sizes", "dtype", "vocabulary"})
    axes = _texts(raw, "axes")
    sizes = tuple(_positive(size, "sizes") for size in _list(raw, "sizes"))
    if len(axes) != len(sizes):
        raise Malformed(
            QT_TRANSLATE_NOOP("netstudio", '"sample" has {axes} axes but {sizes} sizes'),
            axes=len(axes),
            sizes=len(sizes),
        )
    vocabulary = raw.get("vocabulary")
    return TensorSpec(
        axes=axes,
        sizes=sizes,
        dtype=_text(raw, "dtype"),
        vocabulary=None if vocabulary is None else _positive(vocabulary, "vocabulary"),
    )


def _decode_network(raw: list[Any]) -> Stack:
    """The stack; missing uids and names, and uids that occur twice, are made anew."""
    uids: set[str] = set()
    names = set(_written_names(raw, 0))
    return _decode_stack(raw, uids, names)


def _written_names(raw: list[Any], depth: int) -> list[str]:
    if depth > DEEPEST_NESTING:
        raise Malformed(
            QT_TRANSLATE_NOOP("netstudio", "layers are nested more than {depth} deep"),
            depth=DEEPEST_NESTING,
        )
    names = []
    for node in raw:
        if not isinstance(node, dict):
            raise Malformed(
                QT_TRANSLATE_NOOP("netstudio", "a layer is {value} instead of an object"),
                value=json.dumps(node)[:40],
            )
        if isinstance(node.get("name"), str):
            names.append(node["name"])
        for body in _object(node, "slots", optional=True).values():
            if not isinstance(body, list):
                raise Malformed(
                    QT_TRANSLATE_NOOP("netstudio", "a slot does not hold a list of layers")
                )
            names.extend(_written_names(body, depth + 1))
    return names


def _decode_stack(raw: list[Any], uids: set[str], names: set[str]) -> Stack:
    return Stack(tuple(_decode_node(node, uids, names) for node in raw))


def _decode_node(raw: dict[str, Any], uids: set[str], names: set[str]) -> Node:
    type_name = _text(raw, "type")
    uid = _text(raw, "uid") if "uid" in raw else new_uid()
    if uid in uids or uid in TARGETS:
        uid = new_uid()
    uids.add(uid)
    name = _text(raw, "name") if "name" in raw else free_name(type_name, names)
    names.add(name)
    slots = _object(raw, "slots", optional=True)
    return Node(
        uid=uid,
        type=type_name,
        name=name,
        fields=_fields(raw, {*RESERVED}),
        slots=tuple((slot, _decode_stack(body, uids, names)) for slot, body in slots.items()),
        enabled=_flag(raw, "enabled", default=True),
        note=_text(raw, "note") if "note" in raw else "",
        frozen=_flag(raw, "frozen", default=False),
        learning_rate_factor=_number(raw, "learning_rate_factor", default=1.0),
    )


def _fields(raw: dict[str, Any], apart_from: set[str]) -> Fields:
    values = {key: value for key, value in raw.items() if key not in apart_from}
    if any(_is_deeper(value, DEEPEST_VALUE) for value in values.values()):
        raise Malformed(
            QT_TRANSLATE_NOOP("netstudio", "a setting is nested more than {depth} deep"),
            depth=DEEPEST_VALUE,
        )
    try:
        return Fields(values)
    except ValueError:
        raise Malformed(
            QT_TRANSLATE_NOOP("netstudio", "it holds a number that is too large for a file")
        ) from None


def _is_deeper(value: object, levels: int) -> bool:
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return not levels or any(_is_deeper(item, levels - 1) for item in inner)
    return False


def _only(raw: dict[str, Any], where: Message, known: set[str]) -> None:
    if unknown := sorted(set(raw) - known):
        raise Malformed(
            QT_TRANSLATE_NOOP("netstudio", "{where} has an unknown entry {entry}"),
            where=where,
            entry=json.dumps(shorten(unknown[0])),
        )


def _object(raw: dict[str, Any], key: str, optional: bool = False) -> dict[str, Any]:
    value = raw.get(key, {} if optional else None)
    if not isinstance(value, dict):
        raise Malformed(
            QT_TRANSLATE_NOOP("netstudio", 'its entry "{key}" is missing or not an object'), key=key
        )
    return value


def _list(raw: dict[str, Any], key: str) -> list[Any]:
    value = raw.get(key)
    if not isinstance(value, list):
        raise Malformed(
            QT_TRANSLATE_NOOP("netstudio", 'its entry "{key}" is missing or not a list'), key=key
        )
    return value


def _text(raw: dict[str, Any], key: str) -> str:
    value = raw.get(key)
    if not isinstance(value, str):
        raise Malformed(
            QT_TRANSLATE_NOOP("netstudio", 'an entry "{key}" is missing or not a text'), key=key
        )
    return value


def _flag(raw: dict[str, Any], key: str, default: bool) -> bool:
    value = raw.get(key, default)
    if not isinstance(value, bool):
        raise Malformed(
            QT_TRANSLATE_NOOP("netstudio", 'an entry "{key}" is neither true nor false'), key=key
        )
    return value


def _number(raw: dict[str, Any], key: str, default: float) -> float:
    value = raw.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Malformed(QT_TRANSLATE_NOOP("netstudio", 'an entry "{key}" is not a number'), key=key)
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise Malformed(
            QT_TRANSLATE_NOOP("netstudio", "it holds a number that is too large for a file")
        )
    return number


def _texts(raw: dict[str, Any], key: str) -> tuple[str, ...]:
    values = _list(raw, key)
    if not all(isinstance(value, str) for value in values):
        raise Malformed(
            QT_TRANSLATE_NOOP("netstudio", 'its entry "{key}" does not hold texts only'), key=key
        )
    return tuple(values)


def _count(raw: dict[str, Any], key: str) -> int:
    value = raw.get(key)
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise Malformed(
            QT_TRANSLATE_NOOP("netstudio", 'its entry "{key}" is missing or not a count'), key=key
        )
    return value


def _positive(value: object, key: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise Malformed(
            QT_TRANSLATE_NOOP(
                "netstudio", 'its entry "{key}" holds {value}, not a positive number'
            ),
            key=key,
            value=json.dumps(value)[:40],
        )
    return value
