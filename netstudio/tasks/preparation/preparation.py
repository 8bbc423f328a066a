"""What a way of preparing samples declares about itself."""

from __future__ import annotations

from typing import ClassVar

from netstudio.core.declare import Declared


class PreparationDef(Declared):
    """Base of the options by which samples of one kind become the network's input.

    Which of them a project has is said by its task; only its fields are written.

    Attributes:
        cleaner: The engine's function that leaves out samples which cannot be prepared so, called
            with what was read and the options; "" where all can be.
    """

    cleaner: ClassVar[str] = ""
