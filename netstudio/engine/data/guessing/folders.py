"""What a folder holds: class folders of one kind of file, loose files, or one file that matters."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, message, shorten
from netstudio.engine.data.guessing.guess import Guess, guessed, nothing
from netstudio.engine.data.guessing.kinds import Kind, kind_of

# How much is looked at: so many names in a folder, class folders, and files in each of them.
_MOST_NAMES = 2_000
_MOST_FOLDERS = 20
_MOST_FILES = 20
_MOST_TABLES = 3
_MOST_NAMED = 6
# Of fewer pictures nothing can be learned.
_FEWEST_PICTURES = 10

_TRAIN_NAMES = ("train", "training")


@dataclass(frozen=True)
class Inside:
    """The names in a folder, without hidden ones.

    Attributes:
        folders: The folders in it.
        files: The files in it, each with its kind; others are left out.
    """

    folders: tuple[Path, ...]
    files: tuple[tuple[Path, Kind], ...]

    def of(self, kind: Kind) -> list[Path]:
        """The files of one kind."""
        return [path for path, each in self.files if each is kind]


def guesses(folder: Path) -> list[Guess]:
    """What the folder could be, the likeliest first.

    Raises:
        UserError: There is nothing in it to learn from, or it cannot be read.
    """
    inside = _look_into(folder)
    by_name = {each.name.lower(): each for each in inside.folders}
    training = next((by_name[name] for name in _TRAIN_NAMES if name in by_name), None)
    in_classes = _look_into(training) if training else inside
    found = [
        *_labelled_pictures(folder, inside),
        *_class_folders(folder, in_classes),
        *_loose_sounds(folder, inside),
        *_loose_files(inside),
        *_loose_pictures(folder, inside),
    ]
    if not found:
        raise nothing(folder)
    return found


def _look_into(folder: Path) -> Inside:
    folders: list[Path] = []
    files: list[tuple[Path, Kind]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in islice(entries, _MOST_NAMES):
                path = Path(entry.path)
                if entry.name.startswith("."):
                    continue
                if _is_folder(entry):
                    folders.append(path)
                elif (kind := kind_of(path)) is not None:
                    files.append((path, kind))
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The folder {folder} could not be read ({reason}). Choose another one, or allow "
                "reading it.",
            ),
            folder=shorten(str(folder)),
            reason=error.strerror or error,
        ) from error
    return Inside(tuple(sorted(folders)), tuple(sorted(files, key=lambda file: file[0])))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _class_folders(folder: Path, inside: Inside) -> Iterator[Guess]:
    """What folders of one kind of file each could be."""
    kinds: Counter[Kind] = Counter()
    named: dict[Kind, list[str]] = {}
    for each in inside.folders[:_MOST_FOLDERS]:
        found = _kinds_below(each)
        kinds.update(found)
        for kind in found:
            named.setdefault(kind, []).append(each.name)
    for kind, _ in kinds.most_common():
        if len(named[kind]) < 2 or kind not in _CLASS_FOLDERS:
            continue
        source, task, template = _CLASS_FOLDERS[kind]
        count = len(inside.folders) if len(kinds) == 1 else len(named[kind])
        why = message(template, count=count, names=_some(named[kind], count))
        yield guessed(source, task, why, folder=str(folder))


def _kinds_below(folder: Path) -> Counter[Kind]:
    """The kinds of the first few files in a class folder, or in the folders within it."""
    try:
        inside = _look_into(folder)
        deeper = [] if inside.files else [_look_into(each) for each in inside.folders[:2]]
    except UserError:  # reading it will tell
        return Counter()
    files = [file for each in (inside, *deeper) for file in each.files[:_MOST_FILES]]
    return Counter(kind for _, kind in files)


_CLASS_FOLDERS = {
    Kind.PICTURE: (
        "image_folder",
        "image_classification",
        QT_TRANSLATE_NOOP("netstudio", "{count} folders of pictures, one for each class: {names}"),
    ),
    Kind.SOUND: (
        "sound_folder",
        "sound_classification",
        QT_TRANSLATE_NOOP("netstudio", "{count} folders of sounds, one for each class: {names}"),
    ),
    Kind.TEXT: (
        "text_folder",
        "text_classification",
        QT_TRANSLATE_NOOP("netstudio", "{count} folders of texts, one for each class: {names}"),
    ),
}


def _labelled_pictures(folder: Path, inside: Inside) -> Iterator[Guess]:
    """Pictures with a table that names them."""
    from netstudio.engine.data.guessing.labels import labels_of

    tables = inside.of(Kind.TABLE)
    pictures = _pictures_below(inside)
    if len(tables) != 1 or not pictures:
        return
    found = labels_of(tables[0], pictures)
    if found is None:
        return
    why = message(
        QT_TRANSLATE_NOOP("netstudio", "Pictures whose labels stand in {table}"),
        table=shorten(tables[0].name, 40),
    )
    tasks = ["image_classification", "image_labels"]
    for task in reversed(tasks) if found.are_several else tasks[:1]:
        yield guessed("labelled_images", task, why, folder=str(folder))


def _pictures_below(inside: Inside) -> list[Path]:
    """Some pictures in a folder or in the folders within it."""
    found = inside.of(Kind.PICTURE)
    for each in inside.folders[:_MOST_FOLDERS] if not found else ():
        with suppress(UserError):
            found += _look_into(each).of(Kind.PICTURE)
    return found


def _loose_sounds(folder: Path, inside: Inside) -> Iterator[Guess]:
    """Sounds named class_speaker_number, which need no class folders."""
    sounds = inside.of(Kind.SOUND)
    classes = {path.stem.partition("_")[0] for path in sounds if "_" in path.stem}
    if not 2 <= len(classes) <= len(sounds) // 2:
        return
    why = message(
        QT_TRANSLATE_NOOP("netstudio", "Sounds whose names begin with their class: {names}"),
        names=_some(sorted(classes), len(classes)),
    )
    yield guessed("sound_folder", "sound_classification", why, folder=str(folder))


def _loose_files(inside: Inside) -> Iterator[Guess]:
    """What tables and arrays could be that lie in the folder itself."""
    # Imported here: a folder may hold a file, and a file name a folder.
    from netstudio.engine.data.guessing import files

    for file in (*inside.of(Kind.TABLE), *inside.of(Kind.ARRAY))[:_MOST_TABLES]:
        with suppress(UserError):  # a file beside the data, such as a list of names
            yield from files.guesses(file)


def _loose_pictures(folder: Path, inside: Inside) -> Iterator[Guess]:
    """Pictures of which nothing is known can be learned to be given back."""
    count = len(_pictures_below(inside))
    if count < _FEWEST_PICTURES:
        return
    why = message(
        QT_TRANSLATE_NOOP("netstudio", "Pictures without classes; a network can give them back")
    )
    yield guessed("image_folder", "image_autoencoding", why, folder=str(folder))


def _some(names: Sequence[str], count: int) -> str:
    shown = [shorten(name, 30) for name in names[:_MOST_NAMED]]
    return ", ".join([*shown, *(["…"] if count > len(shown) else [])])
