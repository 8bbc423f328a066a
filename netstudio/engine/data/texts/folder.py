"""The user's own text files, one folder for each class."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from pathlib import Path

import torch

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, message, shorten
from netstudio.engine.data.class_folders import (
    ClassFile,
    LeftOut,
    UnreadableFile,
    files_below,
    part_folders,
    subfolders,
    system_reason,
    with_suffix,
    work_in_threads,
)
from netstudio.engine.data.job import Job
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import Finding, RawData, Records
from netstudio.engine.data.text_files import decode_text
from netstudio.engine.data.texts.inputs import Texts
from netstudio.engine.data.texts.oddities import oddities, without_empty
from netstudio.tasks.sources.texts import TextFolder

TEXT_SUFFIXES = frozenset((".txt", ".text", ".md"))
# Of larger files only the beginning is read; it is far more than is kept of any text.
_MOST_BYTES = 1_000_000
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text_folder(reading: Reading) -> Job[RawData]:
    """Read all parts; what cannot be read is left out and named.

    Raises:
        UserError: There is no usable text in a part.
    """
    source = reading.source
    assert isinstance(source, TextFolder)
    left_out = LeftOut()
    classes: tuple[str, ...] = ()
    findings: list[Finding] = []
    parts: dict[str, Records] = {}
    for part, folder in part_folders(source.folder, source.test_folder).items():
        files = yield from _list_texts(folder, left_out)
        kept, texts = yield from _read_part(part, files, left_out)
        _require_texts(folder, kept, left_out)
        if part == "train":
            classes = tuple(sorted({item.class_name for item in kept}))
        _require_known_classes(part, kept, classes)
        numbers = [classes.index(item.class_name) for item in kept]
        records = Records(
            Texts(texts),
            torch.tensor(numbers, dtype=torch.int64),
            origins=[str(item.path) for item in kept],
        )
        odd = yield from oddities(records)
        parts[part], empty = without_empty(records)
        findings += [*empty, *odd]
    unreadable = QT_TRANSLATE_NOOP(
        "netstudio", "Files left out because they cannot be read as texts ({count}): {names}."
    )
    return RawData(
        train=parts["train"],
        validation=parts.get("validation"),
        test=parts.get("test"),
        classes=classes,
        findings=(*left_out.finding(unreadable), *findings),
    )


def read_text(path: Path) -> str:
    """The beginning of a text file, whatever its encoding.

    Raises:
        UnreadableFile: It cannot be read, or is no text.
    """
    try:
        # A pipe would be waited for.
        if not path.is_file():
            raise UnreadableFile(message(QT_TRANSLATE_NOOP("netstudio", "it is not a file")))
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES)
    except (OSError, ValueError) as error:
        raise UnreadableFile(system_reason(error)) from error
    decoded = decode_text(_whole_characters(content))
    if decoded is None:
        raise UnreadableFile(message(QT_TRANSLATE_NOOP("netstudio", "it is no text")))
    return decoded[0]


def _whole_characters(content: bytes) -> bytes:
    """What was read of a large file up to where a character surely ends."""
    if len(content) < _MOST_BYTES or content.startswith(_UTF16) or b"\0" in content:
        # Of UTF-16 and UTF-32 a round number of bytes is whole.
        return content
    end = content.rfind(b"\n")
    if end > 0:
        return content[:end]
    # In UTF-8 only a character's first byte does not begin with the bits 10.
    return content[
        : next(at for at in range(len(content) - 1, 0, -1) if content[at] & 0xC0 != 0x80)
    ]


def _list_texts(folder: Path, left_out: LeftOut) -> Job[list[ClassFile]]:
    no_text = message(QT_TRANSLATE_NOOP("netstudio", "it is no text file"))
    texts: list[ClassFile] = []
    for class_folder in subfolders(folder):
        files = yield from files_below(class_folder, left_out, len(texts))
        found = with_suffix(files, TEXT_SUFFIXES, left_out, no_text)
        texts += [ClassFile(path, class_folder.name) for path in found]
    if not texts and not left_out.files:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The folder {folder} holds no texts in class folders. Put the .txt files of each "
                "class into a folder of their own, named after the class.",
            ),
            folder=folder,
        )
    return texts


def _read_part(
    part: str, files: Sequence[ClassFile], left_out: LeftOut
) -> Job[tuple[list[ClassFile], list[str]]]:
    kept: list[ClassFile] = []
    texts: list[str] = []

    def take(item: ClassFile, text: str | UnreadableFile) -> None:
        if isinstance(text, UnreadableFile):
            left_out.add(item.path, text.reason)
            return
        kept.append(item)
        texts.append(text)

    yield from work_in_threads(f"read {part}", files, lambda item: read_text(item.path), take)
    return kept, texts


def _require_texts(folder: Path, kept: Sequence[ClassFile], left_out: LeftOut) -> None:
    if kept:
        return
    path, reason = left_out.files[0]
    raise UserError(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "None of the {count} files in {folder} could be read as a text ({first}: {reason}). "
            "Put .txt files into the class folders.",
        ),
        count=len(left_out.files),
        folder=folder,
        first=shorten(path.name),
        reason=reason,
    )


def _require_known_classes(part: str, kept: Sequence[ClassFile], classes: tuple[str, ...]) -> None:
    unknown = sorted({item.class_name for item in kept} - set(classes))
    if unknown:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The {part} part has a class {name} that the training texts lack. Rename its "
                "folder to one of: {known}.",
            ),
            part=part,
            name=shorten(unknown[0]),
            known=", ".join(map(shorten, classes)),
        )
