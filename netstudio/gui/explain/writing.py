"""An explanation as a page to read, and as text to keep."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING

from netstudio.gui.texts import sentences, translate, words
from netstudio.gui.theme.colours import Colours, blend

if TYPE_CHECKING:
    from netstudio.engine.network.explain import Explanation, LayerExplanation

_INDENT = 22
SCHEME = "layer"


def as_html(explanation: Explanation, worn: Colours, selected: Collection[str]) -> str:
    """The explanation with links that begin with ``layer:`` and end with the layer's uid.

    Args:
        explanation: What is to be shown.
        worn: The theme's colours.
        selected: The layers that are marked.
    """
    page = _Page(worn, selected)
    return "".join(
        (
            '<p style="font-size: 18px; font-weight: 600; margin: 0 0 8px 0;">'
            f"{escape(explanation.title)}</p>",
            '<p style="margin: 0 0 6px 0; line-height: 130%;">'
            f"{escape(sentences(map(words, explanation.opening)))}</p>",
            *page.layers(explanation.layers, 0),
        )
    )


def as_markdown(explanation: Explanation) -> str:
    """The explanation as Markdown, nested layers as nested lists."""
    lines = [f"# {explanation.title}", "", sentences(map(words, explanation.opening)), ""]
    lines += _items(explanation.layers, "")
    return "\n".join(lines) + "\n"


class _Page:
    """Writes layers as HTML."""

    def __init__(self, worn: Colours, selected: Collection[str]) -> None:
        self._worn = worn
        self._selected = selected

    def layers(self, layers: Iterable[LayerExplanation], depth: int) -> Iterator[str]:
        """The paragraphs of some layers, and of those that they hold."""
        for layer in layers:
            yield self._heading(layer, depth)
            if layer.note:
                yield self._text(layer.note, depth, self._worn.text_secondary, "italic")
            yield self._text(sentences(map(words, layer.sentences)), depth, self._worn.text)
            for branch in layer.branches:
                inner = depth + 1
                if branch.title is not None:
                    yield self._text(words(branch.title), inner, self._worn.text_secondary)
                if not branch.layers:
                    yield self._text(_nothing(), inner, self._worn.text_faint)
                yield from self.layers(branch.layers, inner)

    def _heading(self, layer: LayerExplanation, depth: int) -> str:
        worn = self._worn
        is_selected = layer.uid in self._selected
        back = f"background-color: {blend(worn.accent, worn.panel, 0.18).name()};"
        return (
            f'<p style="margin: 12px 0 2px {depth * _INDENT}px; {back if is_selected else ""}">'
            f'<a name="{layer.uid}" href="{SCHEME}:{layer.uid}" style="color: {worn.accent}; '
            f'font-weight: 600; text-decoration: none;">{escape(layer.name)}</a>'
            f'<span style="color: {worn.text_faint};">&nbsp; {escape(words(layer.title))}</span>'
            "</p>"
        )

    def _text(self, text: str, depth: int, colour: str, style: str = "normal") -> str:
        lines = "<br>".join(map(escape, text.splitlines()))
        return (
            f'<p style="margin: 0 0 2px {depth * _INDENT}px; color: {colour}; '
            f'font-style: {style}; line-height: 130%;">{lines}</p>'
        )


def _items(layers: Iterable[LayerExplanation], indent: str) -> Iterator[str]:
    for layer in layers:
        text = sentences(map(words, layer.sentences))
        yield f"{indent}- **{layer.name}** ({words(layer.title)}): {text}"
        for line in layer.note.splitlines():
            yield f"{indent}  > {line}"
        for branch in layer.branches:
            inner = indent + "  "
            if branch.title is not None:
                yield f"{inner}- {words(branch.title)}"
                inner += "  "
            if not branch.layers:
                yield f"{inner}- {_nothing()}"
            yield from _items(branch.layers, inner)


def _nothing() -> str:
    return translate("netstudio", "Nothing: what comes in goes out unchanged.")
