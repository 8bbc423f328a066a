"""Keeps the translations in step with the program's texts.

Run from anywhere, in an environment with PySide6:

    python packaging/translations.py update    # takes the program's texts into the .ts files
    python packaging/translations.py compile   # makes the .qm files that the program reads

After ``update`` come the new texts, one a line; translate them in the .ts file, then compile.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
FOLDER = _ROOT / "resources" / "translations"
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
    sources = (file for room in _ROOMS for file in (_ROOT / "netstudio" / room).rglob("*.py"))
    _run(
        "pyside6-lupdate",
        *("-silent", "-no-obsolete", "-sort-messages", "-disable-heuristic", "sametext"),
        *("-disable-heuristic", "similartext", "-locations", "none"),
        *map(str, sorted(sources)),
        *("-ts", str(catalogue)),
    )


def compile_into(catalogue: Path, file: Path) -> None:
    """Write what Qt reads."""
    _run("pyside6-lrelease", "-silent", str(catalogue), "-qm", str(file))


def messages(catalogue: Path) -> Iterator[tuple[str, str]]:
    """Each text with its translation, which is "" where it is missing or not finished."""
    for entry in ET.parse(catalogue).iter("message"):  # noqa: S314 (our own file)
        translation = entry.find("translation")
        assert translation is not None
        is_finished = translation.get("type") is None
        yield entry.findtext("source", ""), (translation.text or "") if is_finished else ""


def untranslated(catalogue: Path) -> list[str]:
    """The texts without a translation."""
    return [source for source, translation in messages(catalogue) if not translation]


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([str(Path(sys.executable).with_name(tool)), *arguments], check=True)  # noqa: S603


if __name__ == "__main__":
    main()
