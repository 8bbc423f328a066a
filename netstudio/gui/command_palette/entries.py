"""What the command palette offers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction, QIcon, QKeySequence

from netstudio.core.layer import LAYERS
from netstudio.gui.command_palette.fuzzy import score
from netstudio.gui.memory import RecentFile
from netstudio.gui.texts import known_as, translate, words
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.families import FAMILY_ICONS
from netstudio.gui.theme.icons import icon
from netstudio.tasks.templates import TEMPLATES

# So much is worth to have been used lately.
_LATELY = 15


@dataclass(frozen=True)
class Entry:
    """One thing that can be done.

    Attributes:
        key: Identifies it from one start to the next.
        label: What people read.
        aliases: Other texts that it is found by.
        detail: Its keys, or what sort of thing it is.
        icon: What it is known by.
        run: Does it.
        is_enabled: Whether it can be done now.
    """

    key: str
    label: str
    aliases: tuple[str, ...]
    detail: str
    icon: QIcon
    run: Callable[[], object]
    is_enabled: bool = True


def entries_of_actions(actions: Iterable[QAction]) -> list[Entry]:
    """An entry for each action that has a name."""
    return [_entry_of_action(action) for action in actions if action.objectName()]


def entries_of_layers(add: Callable[[str], object]) -> list[Entry]:
    """An entry for each layer that can be added."""
    template, detail = translate("netstudio", "Add {layer}"), translate("netstudio", "Layer")
    return [
        Entry(
            f"add:{cls.type}",
            template.format(layer=words(cls.label)),
            (words(cls.label), cls.type, cls.label, *cls.search, *known_as(cls)),
            detail,
            icon(FAMILY_ICONS[cls.family], colours().families[cls.family]),
            partial(add, cls.type),
        )
        for cls in LAYERS
    ]


def entries_of_templates(begin: Callable[[str], object]) -> list[Entry]:
    """An entry for each template."""
    sentence = translate("netstudio", "New project: {template}")
    return [
        Entry(
            f"template:{template.name}",
            sentence.format(template=words(template.label)),
            (template.name, template.label),
            translate("netstudio", "Template"),
            icon("file-plus"),
            partial(begin, template.name),
        )
        for template in TEMPLATES
    ]


def entries_of_files(
    files: Iterable[RecentFile], open_file: Callable[[Path], object]
) -> list[Entry]:
    """An entry for each file that was used lately."""
    sentence = translate("netstudio", "Open {name}")
    return [
        Entry(
            f"file:{file.path}",
            sentence.format(name=Path(file.path).name),
            (file.path,),
            translate("netstudio", "Recent file"),
            icon("clock-counter-clockwise"),
            partial(open_file, Path(file.path)),
        )
        for file in files
    ]


def matching(entries: Sequence[Entry], query: str, lately: Sequence[str]) -> list[Entry]:
    """What the query finds, the best first; what was used lately goes before its equals."""
    newest = {key: len(lately) - number for number, key in enumerate(lately)}
    found = [
        (fit + (_LATELY if entry.key in newest else 0), newest.get(entry.key, 0), entry)
        for entry in entries
        if (fit := score(query, (entry.label, *entry.aliases))) is not None
    ]
    found.sort(key=lambda match: match[:2], reverse=True)
    return [entry for _, _, entry in found]


def _entry_of_action(action: QAction) -> Entry:
    name = action.objectName().removesuffix("Action")
    in_english = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return Entry(
        f"action:{name}",
        action.text().replace("&", "").rstrip("…"),
        (in_english,),
        action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
        action.icon(),
        action.trigger,
        action.isEnabled(),
    )
