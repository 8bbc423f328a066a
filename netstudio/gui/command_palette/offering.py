"""Opens the command palette with all that a window can do now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from netstudio.gui.command_palette.entries import (
    entries_of_actions,
    entries_of_files,
    entries_of_layers,
    entries_of_templates,
)
from netstudio.gui.command_palette.popup import CommandPalette
from netstudio.gui.memory import Memory


def offer_commands(
    window: QWidget,
    memory: Memory,
    actions: Iterable[QAction],
    add_layer: Callable[[str], object],
    begin: Callable[[str], object],
    open_file: Callable[[Path], object],
) -> None:
    """Let the user choose what to do.

    Args:
        window: What the palette lies over.
        memory: Knows what was chosen and opened lately.
        actions: What can be done.
        add_layer: Adds a layer of the type with this name.
        begin: Begins a project from the template with this name.
        open_file: Opens a file.
    """
    entries = [
        *entries_of_actions(actions),
        *entries_of_layers(add_layer),
        *entries_of_templates(begin),
        *entries_of_files(memory.recent_files, open_file),
    ]
    palette = CommandPalette(window, entries, memory.commands)
    palette.chosen.connect(memory.add_command)
    palette.open_over(window)
