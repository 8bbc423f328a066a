"""Damage of all sorts, for tests that nothing ever falls over it."""

from __future__ import annotations

import random
import sys


def damaged(whole: bytes, rng: random.Random) -> bytes:
    """The bytes with some changed, and sometimes with a piece moved, removed or doubled."""
    content = bytearray(whole)
    # Most of what matters is at the beginning.
    span = rng.choice((16, 64, 256, len(content)))
    for _ in range(rng.choice((0, 1, 3, 30))):
        content[rng.randrange(min(span, len(content)))] = rng.randrange(256)
    start, stop = sorted(rng.randrange(len(content) + 1) for _ in range(2))
    match rng.randrange(6):
        case 0:
            del content[start:]
        case 1:
            del content[start : min(stop, start + 20)]
        case 2:
            content[start:start] = content[start : start + 20]
    return bytes(content)


def peak_memory() -> int:
    """The most bytes that this process has ever held; 0 where that cannot be told."""
    if sys.platform == "win32":
        return 0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
