"""What a view of a learning network brings along."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from netstudio.engine.watching import Watch


class LiveView(QWidget):
    """Draws what watches have seen; as high as the curves, and as wide as it asks for.

    Signals:
        watches_changed: ``watches`` gives others than before.
    """

    watches_changed = Signal()

    def watches(self) -> Mapping[str, Watch]:
        """Who is to look at the network, by name; the engine is there when this is asked."""
        raise NotImplementedError

    def show_seen(self, name: str, seen: object) -> None:
        """Draw what the watch of this name has seen."""
        raise NotImplementedError

    def clear(self) -> None:
        """A new run begins, or other data were chosen: draw nothing."""
        raise NotImplementedError
