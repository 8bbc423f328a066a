"""Which runs go on just now, in this process or in another."""

from __future__ import annotations

import importlib
import os
from contextlib import suppress
from pathlib import Path
from typing import Any


class Claim:
    """Marks a file as in use as long as this process lives, however it ends.

    Where the system cannot do that, nothing is ever in use.

    Args:
        path: An existing file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None

    def take(self) -> bool:
        """Whether the file is ours now; not, where somebody else has it."""
        if self._file is not None:
            return True
        locks = _locks()
        if locks is None:
            return True
        try:
            file = os.open(self._path, os.O_RDWR)
        except OSError:
            return True  # whoever writes to it will tell
        try:
            locks.flock(file, locks.LOCK_EX | locks.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            return False
        except OSError:  # a file system without locks
            os.close(file)
            return True
        self._file = file
        return True

    def give_up(self) -> None:
        """Let others have it."""
        if self._file is not None:
            with suppress(OSError):
                os.close(self._file)
            self._file = None


def is_in_use(path: Path) -> bool:
    """Whether somebody has claimed the file."""
    claim = Claim(path)
    is_free = claim.take()
    claim.give_up()
    return not is_free


def _locks() -> Any:
    """The system's locks on whole files; None on Windows, which has others."""
    try:
        return importlib.import_module("fcntl")
    except ImportError:
        return None
