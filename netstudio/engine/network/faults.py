"""What is wrong with one layer or its place, in words."""

from __future__ import annotations

from netstudio.core.declare import BadField
from netstudio.core.problems import DATA, Problem, Severity
from netstudio.core.spec import TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message, shorten
from netstudio.core.tree import Node


def bad_setting(node: Node, fault: BadField) -> Problem:
    """A setting out of range, or a layer type that does not exist."""
    code = "unknown-layer" if fault.name == "type" else "bad-setting"
    return Problem(code, Severity.ERROR, node.uid, fault.text, fault.name)


def data_not_read() -> Problem:
    """Nothing is known of the data."""
    text = QT_TRANSLATE_NOOP(
        "netstudio",
        "The data have not been read yet, so the shapes are unknown. Read them by choosing a data "
        "set, or by training.",
    )
    return Problem("data-not-read", Severity.WARNING, DATA, message(text))


def unknown_slot(node: Node, slot: str) -> Problem:
    """The file says that a layer holds layers where it cannot."""
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio", "{type} holds no layers called {slot}. Move them out of it."
        ),
        type=node.type,
        slot=shorten(slot),
    )
    return _error("unknown-slot", node, text)


def does_not_run(node: Node, x: TensorSpec) -> Problem:
    """torch refuses what the declaration allows."""
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{type} cannot work on {shape} with these settings. Change its settings or the layers "
            "before it.",
        ),
        type=node.type,
        shape=x.shape,
    )
    return _error("does-not-run", node, text)


def auto_unknown(node: Node, field: str, label: str) -> Problem:
    """AUTO stands for a fact that nobody knows yet."""
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{type}: {field} is auto, but the number of classes is not known yet. Choose a data "
            "set or give a number.",
        ),
        type=node.type,
        field=Message(label),
    )
    return _error("auto-unknown", node, text, field)


def name_twice(node: Node) -> Problem:
    """Two layers have one name."""
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio", "More than one layer is called {name}. Give each a name of its own."
        ),
        name=shorten(node.name),
    )
    return _error("name-twice", node, text, "name")


def bad_name(node: Node) -> Problem:
    """The name cannot be that of a module."""
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{name} cannot name a layer. Use letters, digits and underscores, not beginning with a "
            "digit, and no word that Python or torch uses.",
        ),
        name=shorten(node.name),
    )
    return _error("bad-name", node, text, "name")


def _error(code: str, node: Node, text: Message, field: str | None = None) -> Problem:
    return Problem(code, Severity.ERROR, node.uid, text, field)
