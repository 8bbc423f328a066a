"""A network's explanation on the terminal."""

from __future__ import annotations

import textwrap

from netstudio.core.translate import one_line
from netstudio.engine.network.explain import Explanation, LayerExplanation


def print_in_words(explanation: Explanation) -> None:
    """Print the opening, then every layer under what holds it."""
    print(one_line(explanation.title))
    print()
    _print_wrapped(" ".join(map(str, explanation.opening)), "")
    for layer in explanation.layers:
        print()
        _print_layer(layer, "")


def _print_layer(layer: LayerExplanation, indent: str) -> None:
    print(f"{indent}{one_line(layer.name)} ({layer.title})")
    _print_wrapped(" ".join(map(str, layer.sentences)), indent + "  ")
    if layer.note:
        _print_wrapped(f"Note: {one_line(layer.note)}", indent + "  ")
    for branch in layer.branches:
        inner = indent + "    "
        if branch.title is not None:
            print(f"{indent}  {branch.title}:")
        if not branch.layers:
            print(f"{inner}(empty: what comes in goes out unchanged)")
        for number, held in enumerate(branch.layers):
            if number:
                print()
            _print_layer(held, inner)


def _print_wrapped(text: str, indent: str) -> None:
    print(textwrap.fill(text, 88, initial_indent=indent, subsequent_indent=indent))
