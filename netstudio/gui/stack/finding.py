"""Which layers a search of the stack finds."""

from __future__ import annotations

from netstudio.core.tree import Node, Stack, walk
from netstudio.core.values import written
from netstudio.gui.layer_words import describe
from netstudio.gui.texts import known_as, words
from netstudio.layers import LAYERS


def find_layers(network: Stack, query: str) -> tuple[str, ...]:
    """The uids of layers that every word of ``query`` speaks of.

    It is a part of the type, the name, the note or a setting, or begins another name of the layer.
    """
    wanted = query.casefold().split()
    if not wanted:
        return ()
    return tuple(node.uid for node in walk(network) if all(_tells(node, word) for word in wanted))


def _tells(node: Node, word: str) -> bool:
    if any(word in text for text in _texts(node)):
        return True
    # Not just a part of it: "lin" means Linear, not pooling.
    return any(part.startswith(word) for text in _other_names(node) for part in text.split())


def _other_names(node: Node) -> list[str]:
    definition = LAYERS.get(node.type)
    if definition is None:
        return []
    return [text.casefold() for text in (*definition.search, *known_as(definition))]


def _texts(node: Node) -> list[str]:
    told = describe(node.type, node.fields)
    texts = [node.name, node.type, node.note, told.label, told.summary]
    if (definition := LAYERS.get(node.type)) is not None:
        specs = {spec.name: spec for spec in definition.fields()}
        for name, value in node.fields.items():
            # Of settings that are as usual, every layer would be full.
            if name not in specs or value != specs[name].default:
                label = words(specs[name].label) if name in specs else name
                texts += [f"{label} {written(value)}", f"{name}={written(value)}"]
    return [text.casefold() for text in texts]
