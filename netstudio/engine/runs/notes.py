"""What the user says of a run: a name and a note, kept in the run's folder."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from netstudio.core.safe_write import write_text

NOTE_FILE = "note.json"


@dataclass(frozen=True)
class RunNote:
    """What the user says of a run.

    Attributes:
        name: What it is called; "" for its project's name.
        text: What was written about it.
    """

    name: str = ""
    text: str = ""


def read_note(run: Path) -> RunNote:
    """The note of a run; an empty one where there is none, or none that can be read."""
    try:
        written = json.loads((run / NOTE_FILE).read_text("utf-8"))
        name, text = written.get("name", ""), written.get("text", "")
    except (OSError, ValueError, AttributeError):
        return RunNote()
    return RunNote(name if isinstance(name, str) else "", text if isinstance(text, str) else "")


def write_note(run: Path, note: RunNote) -> None:
    """Keep a note in a run's folder; the old one stays whole until the new one is complete.

    Raises:
        UserError: It could not be written.
    """
    write_text(run / NOTE_FILE, json.dumps(asdict(note), ensure_ascii=False, indent=2) + "\n")
