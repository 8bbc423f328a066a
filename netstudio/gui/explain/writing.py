"""An explanation as a page to read, and as text to keep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from netstudio.gui.texts import sentences, translate, words
from netstudio.gui.theme.colours import Colours

if TYPE_CHECKING:
    from netstudio.engine.network.explain import Explanation, LayerExplanation

_INDENT = 22
SCHEME = "layer"


@dataclass(frozen=True)
class Page:
    """An explanation to be read.

    Attributes:
        html: Its text, whose links begin with ``layer:`` and end with the layer's uid.
        markdown: The same as Markdown, nested layers as nested lists.
        paragraphs: The number of the paragraph in which each layer is named, by uid.
    """

    html: str
    markdown: str
    paragraphs: Mapping[str, int]


def page_of(explanation: Explanation) -> Page:
    """Write an explanation in the user's language."""
    writer = _Writer()
    writer.paragraph("title", 0, escape(explanation.title))
    writer.text("text", 0, sentences(map(words, explanation.opening)))
    writer.layers(explanation.layers, 0)
    return Page("".join(writer.parts), _markdown(explanation), writer.paragraphs)


def style_sheet(worn: Colours) -> str:
    """The look of a page in a theme."""
    return f"""
        .title {{ font-size: 18px; font-weight: 600; margin-bottom: 6px; }}
        .layer {{ margin-top: 12px; margin-bottom: 2px; color: {worn.text_faint}; }}
        .text, .note, .branch, .nothing {{ line-height: 130%; margin-bottom: 2px; }}
        .text {{ color: {worn.text}; }}
        .note {{ color: {worn.text_secondary}; font-style: italic; }}
        .branch {{ color: {worn.text_secondary}; font-weight: 600; margin-top: 8px; }}
        .nothing {{ color: {worn.text_faint}; }}
        a {{ color: {worn.accent}; font-weight: 600; text-decoration: none; }}
    """


class _Writer:
    """Writes paragraphs as HTML, and remembers where each layer is named."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.paragraphs: dict[str, int] = {}

    def paragraph(self, kind: str, depth: int, html: str) -> None:
        """Add a paragraph."""
        indent = f' style="margin-left: {depth * _INDENT}px"' if depth else ""
        self.parts.append(f'<p class="{kind}"{indent}>{html}</p>')

    def text(self, kind: str, depth: int, text: str) -> None:
        """Add plain text as a paragraph."""
        self.paragraph(kind, depth, "<br>".join(map(escape, text.splitlines())))

    def layers(self, layers: Iterable[LayerExplanation], depth: int) -> None:
        """Add the paragraphs of some layers, and of those that they hold."""
        for layer in layers:
            self.paragraphs[layer.uid] = len(self.parts)
            link = f'<a href="{SCHEME}:{layer.uid}">{escape(layer.name)}</a>'
            self.paragraph("layer", depth, f"{link}&nbsp; {escape(words(layer.title))}")
            if layer.note:
                self.text("note", depth, layer.note)
            self.text("text", depth, sentences(map(words, layer.sentences)))
            for branch in layer.branches:
                if branch.title is not None:
                    self.text("branch", depth + 1, words(branch.title))
                if not branch.layers:
                    self.text("nothing", depth + 1, _nothing())
                self.layers(branch.layers, depth + 1)


def _markdown(explanation: Explanation) -> str:
    opening = sentences(map(words, explanation.opening))
    lines = [f"# {explanation.title}", "", opening, "", *_items(explanation.layers, "")]
    return "\n".join(lines) + "\n"


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
