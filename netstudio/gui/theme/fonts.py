"""The fonts that are shipped, and how texts use them."""

from __future__ import annotations

import json
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from netstudio import paths
from netstudio.gui.theme import metrics

_FAMILIES = ["Inter"]
_MONO = "JetBrains Mono"
_ICONS = "Phosphor"
# Han characters look different in Japan and Taiwan: named, so that Chinese is never drawn so.
_CHINESE = (
    *("PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC"),
    *("Source Han Sans SC", "WenQuanYi Micro Hei", "SimSun"),
)


@cache
def load_fonts() -> None:
    """Let the application speak in the shipped fonts, and in the system's for Chinese.

    Called before there are widgets: a style sheet fixes the fonts of those that it comes upon. The
    style goes first, because a change of style takes the font back.
    """
    for file in sorted((paths.resources() / "fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(file))
    for family in filter(QFontDatabase.hasFamily, _CHINESE):
        for shipped in (*_FAMILIES, _MONO):
            QFont.insertSubstitution(shipped, family)
    QApplication.setStyle("Fusion")
    QApplication.setFont(text_font())


def text_font(size: int = metrics.TEXT_BODY, strong: bool = False) -> QFont:
    """The font of the window's texts, ``size`` pixels high."""
    font = QFont(_FAMILIES)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


def mono_font(size: int = metrics.TEXT_SMALL) -> QFont:
    """The monospaced font of shapes, counts and formulas."""
    font = QFont([_MONO])
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPixelSize(size)
    return font


def icon_font(size: int) -> QFont:
    """The font whose glyphs are the icons."""
    font = QFont([_ICONS])
    font.setPixelSize(size)
    return font


def tabular(font: QFont) -> QFont:
    """The font with digits of one width, so that nothing moves as figures change."""
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@cache
def _glyphs() -> dict[str, str]:
    file = paths.resources() / "fonts" / "Phosphor.json"
    codes = json.loads(file.read_text(encoding="utf-8"))
    return {name: chr(int(code, 16)) for name, code in codes.items()}


def glyph(name: str) -> str:
    """The icon font's character for the icon called ``name`` (https://phosphoricons.com).

    Raises:
        KeyError: There is no such icon.
    """
    return _glyphs()[name]
