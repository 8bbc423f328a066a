"""What is wrong with a project, said so that a beginner can mend it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from netstudio.core.translate import Message

if TYPE_CHECKING:
    from netstudio.core.project import Project

# Targets of problems that belong to no single layer.
DATA = "data"
TRAINING = "training"
NETWORK = "network"
TARGETS = (DATA, TRAINING, NETWORK)


class Severity(StrEnum):
    """How bad a problem is: only an error stops training."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Fix:
    """A labelled edit that mends a problem."""

    label: Message
    apply: Callable[[Project], Project]


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong.

    Attributes:
        code: Stable identifier, for tests and help (``missing-flatten``).
        severity: Whether it stops training.
        target: The uid of a node, or ``data``, ``training`` or ``network``.
        text: What is wrong, the value, and the remedy.
        field: The field of the target that is to blame, where there is one.
        fix: An edit that mends it, where one is known.
    """

    code: str
    severity: Severity
    target: str
    text: Message
    field: str | None = None
    fix: Fix | None = None
