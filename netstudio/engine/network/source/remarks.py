"""What is to be said about code that was read."""

from __future__ import annotations

from dataclasses import dataclass

from netstudio.core.problems import Severity
from netstudio.core.translate import Message


@dataclass(frozen=True)
class Remark:
    """One thing to know about a line of the code.

    Attributes:
        line: Which line, counted from 1.
        text: What could not be read, or what was read otherwise than written.
        severity: An error is a part of the network that could not be read; a warning tells of a
            difference that the reading dealt with.
    """

    line: int
    text: Message
    severity: Severity = Severity.ERROR


def warning(line: int, text: Message) -> Remark:
    """A remark on what was read all the same."""
    return Remark(line, text, Severity.WARNING)
