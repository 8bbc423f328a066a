"""The language that the application speaks: English, or one of the translations."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from netstudio import paths

_log = logging.getLogger(__name__)


class LanguageChoice(StrEnum):
    """Which language the user wants; a translation's value is the name of its locale."""

    SYSTEM = "system"
    ENGLISH = "en"
    CHINESE = "zh_CN"


# Whoever cannot read the language that is spoken finds their own by its name.
OWN_NAMES = {LanguageChoice.ENGLISH: "English", LanguageChoice.CHINESE: "简体中文"}
_BY_CODE = {"en": LanguageChoice.ENGLISH, "zh": LanguageChoice.CHINESE}

# An application has one language, whatever windows it has.
_installed: list[tuple[LanguageChoice, QTranslator]] = []


def language_for(choice: LanguageChoice, system: Iterable[str] | None = None) -> LanguageChoice:
    """The language to speak: the one that is wanted, or the first of the system's that we have.

    Args:
        choice: What the user wants.
        system: The system's languages, the best first, such as ``zh-Hans-CN``.
    """
    if choice is not LanguageChoice.SYSTEM:
        return choice
    codes = QLocale.system().uiLanguages() if system is None else system
    known = (_BY_CODE.get(code.partition("-")[0]) for code in codes)
    return next((language for language in known if language), LanguageChoice.ENGLISH)


def spoken() -> LanguageChoice:
    """The language that the application speaks now."""
    return _installed[0][0] if _installed else LanguageChoice.ENGLISH


def speak(choice: LanguageChoice) -> None:
    """Speak this language from now on; widgets hear of it by ``QEvent.LanguageChange``."""
    language = language_for(choice)
    if language is spoken():
        return
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop()[1])
    if language is not LanguageChoice.ENGLISH:
        # Qt's own texts first: what is installed last is asked first.
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        _install(language, qt / f"qtbase_{language}.qm")
        _install(language, paths.resources() / "translations" / f"netstudio_{language}.qm")


def _install(language: LanguageChoice, file: Path) -> None:
    translator = QTranslator()
    if translator.load(str(file)):
        QCoreApplication.installTranslator(translator)
        _installed.append((language, translator))
    else:
        _log.error("the translation %s cannot be read", file)
