"""What is said where the mouse rests."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import QKeySequence

from netstudio.core.kinds import Explained
from netstudio.gui.texts import words


def about(cls: Explained) -> str:
    """Name, help, formula and source as rich text."""
    formula = f"<p><code>{escape(words(cls.formula))}</code></p>" if cls.formula else ""
    source = f"<p><small>{escape(cls.source)}</small></p>" if cls.source else ""
    return (
        f"<p><b>{escape(words(cls.label))}</b></p><p>{escape(words(cls.help))}</p>{formula}{source}"
    )


def with_keys(text: str, keys: QKeySequence | str) -> str:
    """What an action does, and the keys that do it: Find (Ctrl+F)."""
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text.rstrip('…')} ({shown})"
