"""Watches all layers while a network learns, and takes next to none of its time."""

from __future__ import annotations

import time

from netstudio.engine.insight.layers import NetworkSeen
from netstudio.engine.insight.look import look_at_layers
from netstudio.engine.watching import Sight

# Not more often, in seconds, and never for more than this share of the time.
_EVERY = 1.0
_SHARE = 0.02


class LayerWatch:
    """Looks at all layers at most once a second; less often where a look takes long."""

    def __init__(self) -> None:
        self._next = 0.0

    def look(self, sight: Sight) -> NetworkSeen | None:
        """All layers as they are now; None while it is too early for another look."""
        began = time.perf_counter()
        if began < self._next:
            return None
        seen = look_at_layers(sight)
        ended = time.perf_counter()
        self._next = ended + max(_EVERY, (ended - began) / _SHARE)
        return seen
