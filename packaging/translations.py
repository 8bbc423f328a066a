"""Keeps the translations in step with the program's texts.

Run from anywhere, in an environment with PySide6:

    python packaging/translations.py update    # takes the program's texts into the .ts files
    python packaging/translations.py compile   # makes the .qm files that the program reads

After ``update`` come the new texts, one a line; translate them in the .ts file, then compile.
"""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from netstudio.core.kinds import Explained
from netstudio.layers import LAYERS
from netstudio.tasks.losses import LOSSES
from netstudio.tasks.optimizers import OPTIMIZERS
from netstudio.tasks.schedules import SCHEDULES

_ROOT = Path(__file__).resolve().parent.parent
FOLDER = _ROOT / "resources" / "translations"
_CONTEXT = "netstudio"
_PROSE = re.compile(
    r"\b(?:along|and|for|if|in|of|on|one|or|otherwise|over|per|the|when|where|with|within)\b"
)
# Texts of Qt's own, by context and note, that its translations leave out.
_QT_LACKS = (
    ("QFileDialog", "&Look in:", ""),
    ("QFileDialog", "Files of &type:", ""),
    ("QAbstractFileIconProvider", "Drive", ""),
    ("QAbstractFileIconProvider", "Folder", "All other platforms"),
)
# The command line speaks English.
_ROOMS = ("core", "engine", "gui", "layers", "tasks")


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("command", choices=("update", "compile"))
    command = parser.parse_args().command
    for catalogue in sorted(FOLDER.glob("*.ts")):
        if command == "update":
            update(catalogue)
            sys.stdout.writelines(f"{text}\n" for text in untranslated(catalogue))
        else:
            compile_into(catalogue, catalogue.with_suffix(".qm"))


def update(catalogue: Path) -> None:
    """Take the program's texts into a catalogue; what is not said any more goes."""
    texts = [(_CONTEXT, text, "") for text in sorted(marked_texts() | declared_texts())]
    with tempfile.TemporaryDirectory() as folder:
        # lupdate alone would overlook what stands inside an f-string.
        marks = Path(folder) / "marks.py"
        lines = (f"translate{text!r}" for text in (*texts, *_QT_LACKS))
        marks.write_text("\n".join(lines), encoding="utf-8")
        _run(
            "pyside6-lupdate",
            *("-silent", "-no-obsolete", "-sort-messages", "-disable-heuristic", "sametext"),
            *("-disable-heuristic", "similartext", "-locations", "none"),
            *(str(marks), "-ts", str(catalogue)),
        )


def marked_texts() -> set[str]:
    """The texts in the code that are translated where they stand, or marked for it."""
    files = (file for room in _ROOMS for file in (_ROOT / "netstudio" / room).rglob("*.py"))
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in files)
    return {text for tree in trees for text in map(_marked_text, ast.walk(tree)) if text}


def _marked_text(node: ast.AST) -> str:
    match node:
        case ast.Call(
            func=ast.Name("translate" | "QT_TRANSLATE_NOOP"), args=[_, ast.Constant(str(text))]
        ):
            return text
    return ""


def declared_texts() -> set[str]:
    """What is declared without a mark: other names of layers, and formulas that hold words."""
    names = {", ".join(cls.search) for cls in LAYERS if cls.search}
    explained: tuple[type[Explained], ...] = (*LAYERS, *LOSSES, *OPTIMIZERS, *SCHEDULES)
    return names | {cls.formula for cls in explained if _PROSE.search(cls.formula)}


def compile_into(catalogue: Path, file: Path) -> None:
    """Write what Qt reads."""
    _run("pyside6-lrelease", "-silent", str(catalogue), "-qm", str(file))


def messages(catalogue: Path) -> Iterator[tuple[str, str, str]]:
    """Context, text and translation, which is "" where it is missing or not finished."""
    contexts = ET.parse(catalogue).iter("context")  # noqa: S314 (our own file)
    entries = (
        (one.findtext("name", ""), entry) for one in contexts for entry in one.iter("message")
    )
    for context, entry in entries:
        translation = entry.find("translation")
        assert translation is not None
        is_finished = translation.get("type") is None
        told = (translation.text or "") if is_finished else ""
        yield context, entry.findtext("source", ""), told


def untranslated(catalogue: Path) -> list[str]:
    """The texts without a translation."""
    return [source for _, source, translation in messages(catalogue) if not translation]


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([str(Path(sys.executable).with_name(tool)), *arguments], check=True)  # noqa: S603


if __name__ == "__main__":
    main()
