"""Project files: versioned JSON in which a changed field is one changed line."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn

from netstudio.core.decoding import Malformed, decode_project
from netstudio.core.project import CONSTANT, DataFacts, Project, Selected, TrainingChoice
from netstudio.core.safe_write import write_text
from netstudio.core.spec import TensorSpec
from netstudio.core.translate import (
    QT_TRANSLATE_NOOP,
    Message,
    UserError,
    message,
    shorten,
)
from netstudio.core.tree import Node, Stack
from netstudio.core.values import Fields, thaw

FORMAT = 1
SUFFIX = ".netstudio"

_TOO_DEEP = QT_TRANSLATE_NOOP("netstudio", "it is nested too deeply")

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
        _not_a_project(name, message(QT_TRANSLATE_NOOP("netstudio", "it is not text")))
    except Malformed as error:
        _not_a_project(name, error.reason)
    except RecursionError:
        _not_a_project(name, message(_TOO_DEEP))
    except ValueError as error:
        _not_a_project(name, message("{reason}", reason=error))
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
    if project.data.preparation:
        data["preparation"] = _plain(project.data.preparation)
    if project.data.augmentation:
        data["augmentation"] = [_encode_step(step) for step in project.data.augmentation]
    if project.data.facts is not None:
        data["facts"] = _encode_facts(project.data.facts)
    return {
        "format": FORMAT,
        "name": project.name,
        "task": _encode_selected(project.task),
        "data": data,
        "training": _encode_training(project.training),
        "network": _encode_stack(project.network),
    }


def _encode_training(training: TrainingChoice) -> dict[str, Any]:
    encoded: dict[str, Any] = {
        "loss": _encode_selected(training.loss),
        "optimizer": _encode_selected(training.optimizer),
    }
    if training.schedule != CONSTANT:
        encoded["schedule"] = _encode_selected(training.schedule)
    return encoded | _plain(training.options)


def decode(raw: object, name: str) -> Project:
    """The project in the JSON object of a project file.

    Raises:
        UserError: It is not a project of a known format.
    """
    if not isinstance(raw, dict) or "format" not in raw:
        _not_a_project(name, message(QT_TRANSLATE_NOOP("netstudio", 'it has no entry "format"')))
    version = raw["format"]
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        reason = QT_TRANSLATE_NOOP("netstudio", 'its "format" is {value}')
        _not_a_project(name, message(reason, value=json.dumps(version)[:40]))
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
        return decode_project(raw)
    except Malformed as error:
        _not_a_project(name, error.reason)
    except RecursionError:
        _not_a_project(name, message(_TOO_DEEP))


def _not_a_project(name: str, reason: Message) -> NoReturn:
    raise UserError(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{name} is not a netstudio project: {reason}. Choose a file that netstudio saved.",
        ),
        name=name,
        reason=reason,
    )


def _refuse_constant(name: str) -> NoReturn:
    raise Malformed(
        QT_TRANSLATE_NOOP("netstudio", "it holds {value}, which is not a number"), value=name
    )


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


def _encode_step(step: Selected) -> dict[str, Any]:
    encoded = _encode_selected(step)
    return encoded if step.enabled else {**encoded, "enabled": False}


def _encode_spec(spec: TensorSpec) -> dict[str, Any]:
    encoded: dict[str, Any] = {"axes": list(spec.axes), "sizes": list(spec.sizes)}
    encoded["dtype"] = spec.dtype
    if spec.vocabulary is not None:
        encoded["vocabulary"] = spec.vocabulary
    return encoded


def _encode_facts(facts: DataFacts) -> dict[str, Any]:
    counts = facts.counts
    encoded: dict[str, Any] = {
        "sample": _encode_spec(facts.sample),
        "classes": list(facts.classes),
        "counts": {
            "train": counts.train,
            "validation": counts.validation,
            "test": counts.test,
        },
    }
    if facts.values:
        encoded["values"] = list(facts.values)
    return encoded


def _encode_stack(stack: Stack) -> list[dict[str, Any]]:
    return [_encode_node(node) for node in stack]


def _encode_node(node: Node) -> dict[str, Any]:
    encoded: dict[str, Any] = {"type": node.type, "name": node.name, "uid": node.uid}
    if not node.enabled:
        encoded["enabled"] = False
    if node.note:
        encoded["note"] = node.note
    if node.frozen:
        encoded["frozen"] = True
    if node.learning_rate_factor != 1:
        encoded["learning_rate_factor"] = node.learning_rate_factor
    encoded |= _plain(node.fields)
    if node.slots:
        encoded["slots"] = {slot: _encode_stack(body) for slot, body in node.slots}
    return encoded
