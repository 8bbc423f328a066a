"""Puts the theme on the application, and keeps it in step with the system."""

from __future__ import annotations

from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from netstudio import paths
from netstudio.gui.theme.colours import Colours, shades, theme
from netstudio.gui.theme.fonts import load_fonts


class ThemeChoice(StrEnum):
    """Which theme the user wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Appearance(QObject):
    """The theme that the application wears; it follows the system unless told otherwise."""

    def __init__(self, application: QApplication, choice: ThemeChoice, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application
        self._choice = choice
        load_fonts()
        application.styleHints().colorSchemeChanged.connect(self._wear)
        self._wear()

    @property
    def choice(self) -> ThemeChoice:
        """What the user wants."""
        return self._choice

    def choose(self, choice: ThemeChoice) -> None:
        """Wear the theme that the user wants."""
        self._choice = choice
        self._wear()

    def _wear(self) -> None:
        system = self._application.styleHints().colorScheme()
        follows_dark = system == Qt.ColorScheme.Dark
        is_dark = self._choice is ThemeChoice.DARK or (
            self._choice is ThemeChoice.SYSTEM and follows_dark
        )
        worn = theme("dark" if is_dark else "light")
        palette = _palette(worn)
        sheet = _style_sheet(worn)
        if self._application.palette() != palette:
            self._application.setPalette(palette)
        if self._application.styleSheet() != sheet:
            self._application.setStyleSheet(sheet)


def _palette(worn: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for place, colour in (
        (role.Window, worn.background),
        (role.WindowText, worn.text),
        (role.Base, worn.control),
        (role.AlternateBase, worn.raised),
        (role.Text, worn.text),
        (role.PlaceholderText, worn.text_faint),
        (role.Button, worn.control),
        (role.ButtonText, worn.text),
        (role.BrightText, worn.text),
        (role.ToolTipBase, worn.raised),
        (role.ToolTipText, worn.text),
        (role.Highlight, worn.accent_fill),
        (role.HighlightedText, "#FFFFFF"),
        (role.Accent, worn.accent_fill),
        (role.Link, worn.accent),
        (role.LinkVisited, worn.accent),
        (role.Light, worn.raised),
        (role.Midlight, worn.border),
        (role.Mid, worn.border),
        (role.Dark, worn.border),
        (role.Shadow, worn.canvas),
    ):
        palette.setColor(place, QColor(colour))
    for place in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, QColor(worn.text_faint))
    return palette


def _style_sheet(worn: Colours) -> str:
    file = paths.resources() / "theme" / "style.qss"
    values = {
        **worn.named(),
        **shades(worn),
        "raised_segment": worn.background if worn is theme("dark") else worn.panel,
        "icons": (paths.resources() / "theme").as_posix(),
        "scheme": "dark" if worn is theme("dark") else "light",
    }
    return Template(file.read_text(encoding="utf-8")).substitute(values)
