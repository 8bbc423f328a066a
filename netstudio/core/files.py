"""Project files: versioned JSON in which a changed field is one changed line."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn

from netstudio.core.problems import TARGETS
from netstudio.core.project import (
    DataChoice,
    DataFacts,
    PartSizes,
    Project,
    Selected,
    TrainingChoice,
)
from netstudio.core.safe_write import write_text
from netstudio.core.spec import TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, shorten
from netstudio.core.tree import DEEPEST_NESTING, Node, Stack, free_name, new_uid
from netstudio.core.values import Fields, thaw

FORMAT = 1
SUFFIX = ".netstudio"
# How deep a single setting may be nested, so that all that recurses over it ends.
DEEPEST_VALUE = 40

# How to turn the JSON of an older format into that of the next one: format -> function.
MIGRATIONS: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


def read_project(path: Path) -> Project:
    """Read a project file.

    Raises:
        UserError: The file cannot be read or is not a project of a known format.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio", "{path} could not be read ({reason}). Check the path and its rights."
            ),
            path=path,
            reason=error.strerror or error,
        ) from error
    return loads(content, str(path))


def write_project(project: Project, path: Path) -> None:
    """Write a project file; the old one stays whole until the new one is complete.

    Raises:
        UserError: The file could not be written.
    """
    write_text(path, dumps(project))


def dumps(project: Project) -> str:
    """The text of a project's file."""
    return _render(encode(project), "") + "\n"


def loads(content: str | bytes, name: str) -> Project:
    """The project that ``dumps`` wrote.

    Args:
        content: The file's text.
        name: What error messages call it.

    Raises:
        UserError: It is not a project of a known format.
    """
    try:
        text = content.decode("utf-8-sig") if isinstance(content, bytes) else content
        raw = parse(text)
    except json.JSONDecodeError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{name} is not a netstudio project: it is not valid JSON "
                "(line {line}, column {column}: {reason}). "
                "It may be cut off; restore a copy or create a new project.",
            ),
            name=name,
            line=error.lineno,
            column=error.colno,
            reason=error.msg,
        ) from None
    except UnicodeDecodeError:
        _not_a_project(name, "it is not text")
    except (ValueError, RecursionError) as error:
        _not_a_project(name, str(error) or "it is nested too deeply")
    return decode(raw, name)


def parse(text: str) -> object:
    """What the JSON ``text`` says.

    Raises:
        ValueError: It is not JSON, or holds what no file should.
        RecursionError: It is nested too deeply.
    """
    raw: object = json.loads(text, parse_constant=_refuse_constant)
    # Lone surrogates are valid JSON but no text that a file can hold.
    json.dumps(raw, ensure_ascii=False).encode()
    return raw


def encode(project: Project) -> dict[str, Any]:
    """The JSON object that a project file holds."""
    data: dict[str, Any] = {"source": _encode_selected(project.data.source)}
    data |= _plain(project.data.options)
    if project.data.facts is not None:
        data["facts"] = _encode_facts(project.data.facts)
    return {
        "format": FORMAT,
        "name": project.name,
        "task": _encode_selected(project.task),
        "data": data,
        "training": {
            "loss": _encode_selected(project.training.loss),
            "optimizer": _encode_selected(project.training.optimizer),
            **_plain(project.training.options),
        },
        "network": _encode_stack(project.network),
    }


def decode(raw: object, name: str) -> Project:
    """The project in the JSON object of a project file.

    Raises:
        UserError: It is not a project of a known format.
    """
    if not isinstance(raw, dict) or "format" not in raw:
        _not_a_project(name, 'it has no entry "format"')
    version = raw["format"]
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        _not_a_project(name, f'its "format" is {json.dumps(version)[:40]}')
    if version > FORMAT:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{name} was saved by a newer netstudio (format {version}; this one reads up to "
                "{known}). Update netstudio to open it.",
            ),
            name=name,
            version=shorten(str(version)),
            known=FORMAT,
        )
    try:
        for older in range(version, FORMAT):
            raw = MIGRATIONS[older](raw)
        return _decode_project(raw)
    except _Malformed as error:
        _not_a_project(name, str(error))
    except RecursionError:
        _not_a_project(name, "it is nested too deeply")


class _Malformed(ValueError):
    """The JSON is not shaped like a project."""


def _not_a_project(name: str, reason: str) -> NoReturn:
    raise UserError(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{name} is not a netstudio project: {reason}. Choose a file that netstudio saved.",
        ),
        name=name,
        reason=reason,
    )


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"it holds {name}, which is not a number")


def _render(value: object, indent: str) -> str:
    """JSON with one entry a line, except that lists of plain values stay on their line."""
    if isinstance(value, dict) and value:
        entries = [f"{_scalar(key)}: {_render(item, indent + '  ')}" for key, item in value.items()]
        return _lines("{", entries, "}", indent)
    if isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
        return _lines("[", [_render(item, indent + "  ") for item in value], "]", indent)
    return _scalar(value)


def _lines(opening: str, entries: list[str], closing: str, indent: str) -> str:
    separator = f",\n{indent}  "
    return f"{opening}\n{indent}  {separator.join(entries)}\n{indent}{closing}"


def _scalar(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _plain(fields: Fields) -> dict[str, Any]:
    thawed = thaw(fields)
    assert isinstance(thawed, dict)
    return thawed


def _encode_selected(selected: Selected) -> dict[str, Any]:
    return {"type": selected.type, **_plain(selected.fields)}


def _encode_spec(spec: TensorSpec) -> dict[str, Any]:
    encoded: dict[str, Any] = {"axes": list(spec.axes), "sizes": list(spec.sizes)}
    encoded["dtype"] = spec.dtype
    if spec.vocabulary is not None:
        encoded["vocabulary"] = spec.vocabulary
    return encoded


def _encode_facts(facts: DataFacts) -> dict[str, Any]:
    counts = facts.counts
    return {
        "sample": _encode_spec(facts.sample),
        "classes": list(facts.classes),
        "counts": {
            "train": counts.train,
            "validation": counts.validation,
            "test": counts.test,
        },
    }


def _encode_stack(stack: Stack) -> list[dict[str, Any]]:
    return [_encode_node(node) for node in stack]


def _encode_node(node: Node) -> dict[str, Any]:
    encoded = {"type": node.type, "name": node.name, "uid": node.uid, **_plain(node.fields)}
    if node.slots:
        encoded["slots"] = {slot: _encode_stack(body) for slot, body in node.slots}
    return encoded


def _decode_project(raw: dict[str, Any]) -> Project:
    _only(raw, "the file", {"format", "name", "task", "data", "training", "network"})
    data = _object(raw, "data")
    training = _object(raw, "training")
    facts = data.get("facts")
    return Project(
        name=_text(raw, "name"),
        task=_decode_selected(raw, "task"),
        data=DataChoice(
            source=_decode_selected(data, "source"),
            options=_fields(data, {"source", "facts"}),
            facts=None if facts is None else _decode_facts(_object(data, "facts")),
        ),
        training=TrainingChoice(
            loss=_decode_selected(training, "loss"),
            optimizer=_decode_selected(training, "optimizer"),
            options=_fields(training, {"loss", "optimizer"}),
        ),
        network=_decode_network(_list(raw, "network")),
    )


def _decode_selected(raw: dict[str, Any], key: str) -> Selected:
    selected = _object(raw, key)
    return Selected(type=_text(selected, "type"), fields=_fields(selected, {"type"}))


def _decode_facts(raw: dict[str, Any]) -> DataFacts:
    _only(raw, '"facts"', {"sample", "classes", "counts"})
    counts = _object(raw, "counts")
    _only(counts, '"counts"', {"train", "validation", "test"})
    return DataFacts(
        sample=_decode_spec(_object(raw, "sample")),
        classes=_texts(raw, "classes"),
        counts=PartSizes(*(_count(counts, key) for key in ("train", "validation", "test"))),
    )


def _decode_spec(raw: dict[str, Any]) -> TensorSpec:
    _only(raw, '"sample"', {"axes", "sizes", "dtype", "vocabulary"})
    axes = _texts(raw, "axes")
    sizes = tuple(_positive(size, "sizes") for size in _list(raw, "sizes"))
    if len(axes) != len(sizes):
        raise _Malformed(f'"sample" has {len(axes)} axes but {len(sizes)} sizes')
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
        raise _Malformed(f"layers are nested more than {DEEPEST_NESTING} deep")
    names = []
    for node in raw:
        if not isinstance(node, dict):
            raise _Malformed(f"a layer is {json.dumps(node)[:40]} instead of an object")
        if isinstance(node.get("name"), str):
            names.append(node["name"])
        for body in _object(node, "slots", optional=True).values():
            if not isinstance(body, list):
                raise _Malformed("a slot does not hold a list of layers")
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
        fields=_fields(raw, {"type", "name", "uid", "slots"}),
        slots=tuple((slot, _decode_stack(body, uids, names)) for slot, body in slots.items()),
    )


def _fields(raw: dict[str, Any], apart_from: set[str]) -> Fields:
    values = {key: value for key, value in raw.items() if key not in apart_from}
    if any(_is_deeper(value, DEEPEST_VALUE) for value in values.values()):
        raise _Malformed(f"a setting is nested more than {DEEPEST_VALUE} deep")
    try:
        return Fields(values)
    except ValueError as error:
        raise _Malformed(str(error)) from None


def _is_deeper(value: object, levels: int) -> bool:
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return not levels or any(_is_deeper(item, levels - 1) for item in inner)
    return False


def _only(raw: dict[str, Any], where: str, known: set[str]) -> None:
    if unknown := sorted(set(raw) - known):
        raise _Malformed(f"{where} has an unknown entry {json.dumps(shorten(unknown[0]))}")


def _object(raw: dict[str, Any], key: str, optional: bool = False) -> dict[str, Any]:
    value = raw.get(key, {} if optional else None)
    if not isinstance(value, dict):
        raise _Malformed(f'its entry "{key}" is missing or not an object')
    return value


def _list(raw: dict[str, Any], key: str) -> list[Any]:
    value = raw.get(key)
    if not isinstance(value, list):
        raise _Malformed(f'its entry "{key}" is missing or not a list')
    return value


def _text(raw: dict[str, Any], key: str) -> str:
    value = raw.get(key)
    if not isinstance(value, str):
        raise _Malformed(f'an entry "{key}" is missing or not a text')
    return value


def _texts(raw: dict[str, Any], key: str) -> tuple[str, ...]:
    values = _list(raw, key)
    if not all(isinstance(value, str) for value in values):
        raise _Malformed(f'its entry "{key}" does not hold texts only')
    return tuple(values)


def _count(raw: dict[str, Any], key: str) -> int:
    value = raw.get(key)
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise _Malformed(f'its entry "{key}" is missing or not a count')
    return value


def _positive(value: object, key: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise _Malformed(f'its entry "{key}" holds {json.dumps(value)[:40]}, not a positive number')
    return value
