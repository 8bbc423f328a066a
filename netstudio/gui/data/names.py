"""What people call a data source."""

from __future__ import annotations

from pathlib import PurePath

from netstudio.gui.texts import translate, words
from netstudio.tasks.sources import SourceDef


def source_label(source: SourceDef) -> str:
    """Its name: the folder's own where it reads one."""
    folder = folder_of(source)
    return (PurePath(folder).name or folder) if folder else words(source.label)


def folder_of(source: SourceDef) -> str:
    """The folder that it reads, or "" where there is none."""
    return str(source.written().get("folder", "")) if source.is_folder else ""


def source_tip(source: SourceDef | type[SourceDef]) -> str:
    """What it holds, where that comes from, and under which terms it may be used."""
    lines = [words(source.help)]
    if source.source:
        lines.append(source.source)
    if source.licence:
        lines.append(translate("netstudio", "Licence: {licence}").format(licence=source.licence))
    return "\n".join(lines)
