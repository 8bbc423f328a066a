"""What people call a data source."""

from __future__ import annotations

from pathlib import PurePath

from netstudio.gui.texts import short_count, size_text, translate, words
from netstudio.tasks.content import Content
from netstudio.tasks.sources import SourceDef


def source_label(source: SourceDef) -> str:
    """Its name: the file's or folder's own where it reads one."""
    path = source.path
    return (PurePath(path).name or path) if path else words(source.label)


def source_tip(source: SourceDef | type[SourceDef]) -> str:
    """What it holds, where that comes from, and under which terms it may be used."""
    lines = [words(source.help)]
    if source.source:
        lines.append(source.source)
    if source.licence:
        licence = words(source.licence)
        lines.append(translate("netstudio", "Licence: {licence}").format(licence=licence))
    return "\n".join(lines)


def source_detail(source: type[SourceDef]) -> str:
    """How large it is, in a word or two: its download, or its samples."""
    if source.download:
        return translate("netstudio", "{size} download").format(size=size_text(source.download))
    return short_count(source.samples) if source.samples else ""


def content_label(content: Content) -> str:
    """What samples of this kind are called, as a heading."""
    match content:
        case Content.IMAGES:
            return translate("netstudio", "Images")
        case Content.TABLE:
            return translate("netstudio", "Tables")
        case Content.TEXTS:
            return translate("netstudio", "Texts")
        case Content.SOUNDS:
            return translate("netstudio", "Sounds")
        case Content.SEQUENCES:
            return translate("netstudio", "Sequences")
        case Content.SERIES:
            return translate("netstudio", "Time series")
        case Content.POINTS:
            return translate("netstudio", "Points in the plane")
