"""What makes Python quicker while the window is on its way to the screen."""

from __future__ import annotations

import builtins
import gc
from typing import Any


def hurry() -> None:
    """Spare the start two things that it would do for nothing; called before the window's modules.

    PySide reads the source of every module that is imported after it, in search of a switch that
    is not used here. The garbage collector looks through objects that all stay; it goes on once the
    engine is there.
    """
    gc.disable()
    import PySide6.QtCore  # noqa: F401

    plain: Any = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
