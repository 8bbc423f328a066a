"""Listing data sets and downloading them."""

from __future__ import annotations

from pathlib import Path

from netstudio.cli.output import byte_count, print_json, print_table, say
from netstudio.cli.progress import ProgressText
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, shorten
from netstudio.engine.data.downloads.catalogue import is_present
from netstudio.engine.data.downloads.download import download
from netstudio.engine.data.job import finish
from netstudio.tasks.content import Content
from netstudio.tasks.sources import SOURCES, SourceDef


def list_datasets(data_root: Path | None, as_json: bool) -> int:
    """Print the data sets that projects can name, those of one kind together."""
    kinds = list(Content)
    sources = sorted(SOURCES, key=lambda source: kinds.index(source.content))
    if as_json:
        print_json([_as_json(source, data_root) for source in sources])
        return 0
    rows = [
        (
            source.content.value,
            source.type,
            _where(source, data_root),
            source.licence or "yours",
            source.help,
        )
        for source in sources
    ]
    print_table(("KIND", "NAME", "WHERE", "LICENCE", "WHAT IT IS"), rows)
    return 0


def download_dataset(name: str, data_root: Path | None) -> int:
    """Bring a data set into the data folder; what has arrived stays when it is interrupted.

    Raises:
        UserError: There is no such data set, or it cannot be had.
    """
    source = SOURCES.get(name)
    if source is None or not source.download:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio", "{name} is no data set that is downloaded. Use one of: {known}."
            ),
            name=shorten(name),
            known=", ".join(each.type for each in SOURCES if each.download),
        )
    if is_present(name, data_root):
        say(f"{source.label} is there already.")
        return 0
    say(f"{source.label}: {byte_count(source.download)}, licence: {source.licence}.")
    with ProgressText() as text:
        finish(download(name, data_root), text.show)
    say(f"{source.label} is there. Train with it: netstudio train P --data {name}")
    return 0


def _as_json(source: type[SourceDef], data_root: Path | None) -> dict[str, object]:
    return {
        "name": source.type,
        "label": source.label,
        "help": source.help,
        "content": str(source.content),
        "samples": source.samples,
        "licence": source.licence or None,
        "folder": source.is_folder,
        "path": source.path_field or None,
        "download": source.download,
        "present": not source.path_field and _is_there(source, data_root),
    }


def _where(source: type[SourceDef], data_root: Path | None) -> str:
    if source.path_field:
        return "your folder" if source.is_folder else "your file"
    if source.in_data_folder:
        return "data folder"
    if not source.download:
        return "shipped"
    if _is_there(source, data_root):
        return "there"
    return f"download, {byte_count(source.download)}"


def _is_there(source: type[SourceDef], data_root: Path | None) -> bool:
    return not source.download or is_present(source.type, data_root)
