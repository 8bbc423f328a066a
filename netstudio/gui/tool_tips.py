"""What a declared thing says of itself where the mouse rests."""

from __future__ import annotations

from html import escape

from netstudio.core.declare import Declared
from netstudio.gui.texts import words


def about(cls: type[Declared]) -> str:
    """Name, help and formula as rich text."""
    formula = f"<p><code>{escape(words(cls.formula))}</code></p>" if cls.formula else ""
    return f"<p><b>{escape(words(cls.label))}</b></p><p>{escape(words(cls.help))}</p>{formula}"
