"""Which layers a search of the stack finds."""

from __future__ import annotations

from netstudio.core.tree import Node, Stack, walk
from netstudio.core.values import written
from netstudio.gui.stack.describe import describe
from netstudio.gui.texts import known_as, words
from netstudio.layers import LAYERS


def find_layers(network: Stack, query: str) -> tuple[str, ...]:
    """The uids of layers whose type, name, note or settings hold every word of ``query``."""
    wanted = query.casefold().split()
    if not wanted:
        return ()
    return tuple(
        node.uid
        for node in walk(network)
        if all(any(word in text for text in _texts(node)) for word in wanted)
    )


def _texts(node: Node) -> list[str]:
    told = describe(node.type, node.fields)
    texts = [node.name, node.type, node.note, told.label, told.summary]
    if (definition := LAYERS.get(node.type)) is not None:
        texts += definition.search + known_as(definition)
        specs = {spec.name: spec for spec in definition.fields()}
        for name, value in node.fields.items():
            # Of settings that are as usual, every layer would be full.
            if name not in specs or value != specs[name].default:
                label = words(specs[name].label) if name in specs else name
                texts += [f"{label} {written(value)}", f"{name}={written(value)}"]
    return [text.casefold() for text in texts]
