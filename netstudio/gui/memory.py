"""What the window remembers from one start to the next."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from netstudio import paths
from netstudio.gui.language import LanguageChoice
from netstudio.gui.theme.appearance import ThemeChoice

_MOST_RECENT = 12
_MOST_COMMANDS = 12


@dataclass(frozen=True)
class RecentFile:
    """A project or model that was opened or saved.

    Attributes:
        path: Where it is.
        about: What is in it, in a few words.
        result: The best figure it reached, in words, or "".
        when: When it was last used, as ISO 8601.
    """

    path: str
    about: str
    result: str
    when: str


class Memory:
    """Typed access to the settings file; anything unreadable in it counts as not there."""

    def __init__(self) -> None:
        self._settings = QSettings(str(paths.user_settings()), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeChoice:
        """Which theme the user wants."""
        try:
            return ThemeChoice(str(self._settings.value("theme", ThemeChoice.SYSTEM)))
        except ValueError:
            return ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._settings.setValue("theme", choice.value)

    @property
    def language(self) -> LanguageChoice:
        """Which language the user wants."""
        try:
            return LanguageChoice(str(self._settings.value("language", LanguageChoice.SYSTEM)))
        except ValueError:
            return LanguageChoice.SYSTEM

    @language.setter
    def language(self, choice: LanguageChoice) -> None:
        self._settings.setValue("language", choice.value)

    @property
    def device(self) -> str:
        """The device that was chosen last."""
        return str(self._settings.value("device", "auto"))

    @device.setter
    def device(self, name: str) -> None:
        self._settings.setValue("device", name)

    def bytes(self, key: str) -> QByteArray:
        """A state that Qt has made, such as a window's geometry; empty where there is none."""
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_bytes(self, key: str, value: QByteArray) -> None:
        """Remember a state that Qt has made."""
        self._settings.setValue(key, value)

    @property
    def folder(self) -> str:
        """The folder that was last chosen in a file dialog; "" before that."""
        return str(self._settings.value("folder", ""))

    @folder.setter
    def folder(self, path: str) -> None:
        self._settings.setValue("folder", path)

    @property
    def families(self) -> list[str] | None:
        """The palette's families that are closed; None before anything was remembered."""
        written = self._settings.value("families")
        return None if written is None else [name for name in str(written).split(",") if name]

    @families.setter
    def families(self, names: Sequence[str]) -> None:
        self._settings.setValue("families", ",".join(names))

    @property
    def view(self) -> str:
        """How the network was looked at last; "" before anything was remembered."""
        return str(self._settings.value("view", ""))

    @view.setter
    def view(self, state: str) -> None:
        self._settings.setValue("view", state)

    @property
    def plots(self) -> str:
        """How the curves were looked at last; "" before anything was remembered."""
        return str(self._settings.value("plots", ""))

    @plots.setter
    def plots(self, settings: str) -> None:
        self._settings.setValue("plots", settings)

    @property
    def recent_files(self) -> tuple[RecentFile, ...]:
        """The files used last, the newest first; those that are gone are left out."""
        try:
            written = json.loads(str(self._settings.value("recent", "[]")))
            found = tuple(RecentFile(**entry) for entry in written)
            return tuple(file for file in found if paths.exists(Path(file.path)))
        except (ValueError, TypeError):
            return ()

    def add_recent(self, file: RecentFile) -> None:
        """Put a file in front of the recent ones."""
        others = [other for other in self.recent_files if other.path != file.path]
        kept = [file, *others][:_MOST_RECENT]
        written = json.dumps([asdict(entry) for entry in kept], ensure_ascii=False)
        self._settings.setValue("recent", written)

    @property
    def commands(self) -> list[str]:
        """What was chosen from the command palette lately, the newest first."""
        return [key for key in str(self._settings.value("commands", "")).split("\n") if key]

    def add_command(self, key: str) -> None:
        """Put something in front of what was chosen from the command palette."""
        kept = [key, *(other for other in self.commands if other != key)][:_MOST_COMMANDS]
        self._settings.setValue("commands", "\n".join(kept))

    def write(self) -> None:
        """Bring everything to the disk."""
        self._settings.sync()
