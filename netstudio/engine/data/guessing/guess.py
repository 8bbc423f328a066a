"""From any path to a data source and a task, looking at only a little of what is there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from netstudio.core.project import Selected
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, UserError, shorten
from netstudio.core.values import Value
from netstudio.engine.data.archives.members import is_archive
from netstudio.engine.data.archives.unpack import unpack
from netstudio.engine.data.job import Job
from netstudio.engine.data.waiting import in_thread
from netstudio.tasks.sources import SOURCES


@dataclass(frozen=True)
class Guess:
    """What some data seem to be.

    Attributes:
        source: The data source that reads them, with its settings.
        task: The type of the task that they suit.
        why: What was seen, and what is concluded.
        alternatives: What else they could be, the likeliest first; these have none themselves.
    """

    source: Selected
    task: str
    why: Message
    alternatives: tuple[Guess, ...] = ()


def guess(path: Path, data_root: Path | None = None) -> Job[Guess]:
    """Guess what a file or folder holds; an archive is unpacked and looked into.

    Args:
        path: Any file or folder.
        data_root: Where archives are unpacked to; the user's data folder when left out.

    Raises:
        UserError: There is nothing in it that could be learned from.
    """
    place = path.absolute()
    if is_archive(place):
        place = yield from unpack(place, data_root)
    found = yield from in_thread("inspect", lambda: look_at(place))
    return found


def look_at(path: Path) -> Guess:
    """Guess what a file or folder holds that is no archive; see ``guess``."""
    # Imported here, because each kind of file brings its own libraries.
    from netstudio.engine.data.guessing import files, folders

    if path.is_dir():
        guesses = folders.guesses(path)
    elif path.is_file():
        guesses = files.guesses(path)
    else:
        template = QT_TRANSLATE_NOOP(
            "netstudio", "{path} does not exist. Choose a file or folder with data."
        )
        if path.exists():
            template = QT_TRANSLATE_NOOP(
                "netstudio", "{path} is neither a file nor a folder. Choose one with data."
            )
        raise UserError(template, path=shorten(str(path)))
    best, *others = guesses
    return replace(best, alternatives=tuple(others))


def guessed(source: str, task: str, why: Message, **fields: Value) -> Guess:
    """A guess at a source with some of its fields set."""
    return Guess(Selected(source, SOURCES[source].defaults().replace(**fields)), task, why)


def nothing(path: Path) -> UserError:
    """What to say where nothing can be learned from."""
    return UserError(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{path} holds nothing to learn from. Choose a folder with one folder of pictures, "
            "sounds or texts for each class, a table, or an archive of these.",
        ),
        path=shorten(str(path)),
    )
