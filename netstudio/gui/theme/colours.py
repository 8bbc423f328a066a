"""The colours of the dark and the light theme."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from PySide6.QtGui import QColor, QGuiApplication, QPalette

from netstudio import paths
from netstudio.core.layer import Family


@dataclass(frozen=True)
class Colours:
    """One theme's colours as ``#RRGGBB``.

    Attributes:
        accent: For text and marks; ``accent_fill`` and ``error_fill`` are made to carry white text.
        families: The edge and icon colour of each family of layers.
    """

    background: str
    canvas: str
    panel: str
    raised: str
    control: str
    border: str
    text: str
    text_secondary: str
    text_faint: str
    accent: str
    accent_fill: str
    error: str
    error_fill: str
    warning: str
    ok: str
    curve_train: str
    curve_validation: str
    connector: str
    families: Mapping[Family, str]

    def named(self) -> dict[str, str]:
        """Every single colour by its name."""
        return {item.name: getattr(self, item.name) for item in fields(self)[:-1]}


@cache
def _themes() -> dict[str, Colours]:
    file = paths.resources() / "theme" / "colours.json"
    written = json.loads(file.read_text(encoding="utf-8"))
    return {
        name: Colours(
            families={Family(family): hue for family, hue in written["family"][name].items()},
            **written[name],
        )
        for name in ("dark", "light")
    }


def shades(worn: Colours) -> dict[str, str]:
    """The surfaces that are mixed of a theme's colours, by their names in the style sheet."""
    mixed = {
        "hover": blend(worn.text, worn.control, 0.045),
        "pressed": blend(worn.text, worn.control, 0.09),
        "accent_hover": blend("#FFFFFF", worn.accent_fill, 0.08),
        "error_hover": blend("#FFFFFF", worn.error_fill, 0.10),
        "error_back": blend(worn.error, worn.panel, 0.14),
        "warning_back": blend(worn.warning, worn.panel, 0.14),
        "selected_back": blend(worn.accent, worn.panel, 0.16),
        "lit_back": blend(worn.accent, worn.canvas, 0.13),
    }
    return {name: colour.name() for name, colour in mixed.items()}


def theme(name: str) -> Colours:
    """The colours of the theme called ``dark`` or ``light``."""
    return _themes()[name]


def is_dark() -> bool:
    """Whether the application wears the dark theme now."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def colours() -> Colours:
    """The colours that the application wears now.

    Widgets that paint themselves ask when they paint; those that keep pictures make them anew at
    ``QEvent.PaletteChange``.
    """
    return theme("dark" if is_dark() else "light")


def blend(front: str, back: str, share: float) -> QColor:
    """``share`` of ``front`` over ``back``, opaque."""
    a, b = QColor(front), QColor(back)
    return QColor(
        round(a.red() * share + b.red() * (1 - share)),
        round(a.green() * share + b.green() * (1 - share)),
        round(a.blue() * share + b.blue() * (1 - share)),
    )
