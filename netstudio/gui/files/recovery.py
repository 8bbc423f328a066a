"""Offers back what a crashed window has left."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from netstudio.gui.files.autosave import Unsaved, find_unsaved
from netstudio.gui.files.project_files import ProjectFiles
from netstudio.gui.messages import ask
from netstudio.gui.texts import day_text, translate


def offer_unsaved(window: QWidget, files: ProjectFiles) -> None:
    """Ask whether to take back unsaved work, if there is any."""
    if (unsaved := find_unsaved()) is None:
        return
    ask(
        window,
        "recoverBox",
        translate("netstudio", "netstudio was not closed well. Open “{name}” again?").format(
            name=unsaved.project.name
        ),
        translate("netstudio", "It has changes from {when} that were not saved.").format(
            when=f"{day_text(unsaved.when.date())} {unsaved.when:%H:%M}"
        ),
        translate("netstudio", "Open it"),
        lambda: _recover(unsaved, files),
        no=translate("netstudio", "Throw it away"),
        otherwise=unsaved.forget,
    )


def _recover(unsaved: Unsaved, files: ProjectFiles) -> None:
    files.recover(unsaved.project, unsaved.path)
    unsaved.forget()
