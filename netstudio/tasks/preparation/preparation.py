"""What a way of preparing samples declares about itself."""

from __future__ import annotations

from netstudio.core.declare import Declared


class PreparationDef(Declared):
    """Base of the options by which samples of one kind become the network's input.

    Which of them a project has is said by its task; only its fields are written.
    """
