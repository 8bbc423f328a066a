"""Texts in the user's language, and figures as people write them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from netstudio.core.declare import Declared
from netstudio.core.spec import TensorSpec
from netstudio.core.translate import Message, fill
from netstudio.gui.language import LanguageChoice, spoken

# Everything is translated in one context, so that a text that is marked below the window and one
# that is written here share their translation.
CONTEXT = "netstudio"


def translate(context: str, text: str) -> str:
    """``text`` in the user's language.

    Called as ``translate("netstudio", "…")`` with the text itself, so that Qt's ``lupdate`` finds
    it; values are filled in afterwards with ``str.format``.
    """
    return QCoreApplication.translate(context, text)


def words(text: Message | str) -> str:
    """A message, or a text that was marked elsewhere, in the user's language."""
    if isinstance(text, Message):
        return fill(text, lambda template: translate(CONTEXT, template))
    return translate(CONTEXT, text)


def grouped(count: int) -> str:
    """A whole number with a thin space between thousands: 60 000."""
    return f"{count:,}".replace(",", "\u2009")


def short_count(count: float) -> str:
    """A large number in three digits: 320, 9 248, 18.5 k, 14.7 M."""
    if count < 10_000:
        return grouped(round(count))
    for unit, size in (("k", 1e3), ("M", 1e6), ("G", 1e9)):
        if count < 999.5 * size:
            return f"{count / size:.3g}\u2009{unit}"
    return f"{count / 1e12:.3g}\u2009T"


def size_text(count: float) -> str:
    """A number of bytes in three digits: 320 B, 18.5 kB, 14.7 MB."""
    if count < 1000:
        return f"{round(count)}\u2009B"
    for unit, size in (("kB", 1e3), ("MB", 1e6), ("GB", 1e9)):
        if count < 999.5 * size:
            digits = 0 if count >= 99.95 * size else 1 if count >= 9.995 * size else 2
            return f"{count / size:.{digits}f}\u2009{unit}"
    return f"{count / 1e12:.3g}\u2009TB"


def percent(share: float, digits: int = 1) -> str:
    """A share as people read it: 97.9 %."""
    return f"{100 * share:.{digits}f}\u2009%"


def clock(seconds: float) -> str:
    """A length of time: 0:41, 12:05, 1:02:09."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def duration(seconds: float) -> str:
    """How long something took: 0.4 s, 0:38, 1:02:09."""
    return f"{seconds:.1f}\u2009s" if seconds < 9.95 else clock(seconds)


def about_duration(seconds: float) -> str:
    """About how long something takes: 20 s, 4 min, 2 h."""
    if seconds < 57.5:
        return f"{max(5, 5 * round(seconds / 5))}\u2009s"
    if seconds < 3_570:
        return translate("netstudio", "{count} min").format(count=max(1, round(seconds / 60)))
    return translate("netstudio", "{count} h").format(count=round(seconds / 3_600))


def day_text(day: date) -> str:
    """A day of this year as people say it, another one with its year: 21 Nov, 2024-11-21."""
    if day.year != date.today().year:
        return day.isoformat()
    pattern = translate("netstudio", "d MMM")
    return QLocale(spoken()).toString(QDate(day.year, day.month, day.day), pattern)


def listed(parts: Iterable[str]) -> str:
    """Texts, one after the other: a, b, c."""
    return translate("netstudio", ", ").join(parts)


def sentences(parts: Iterable[str]) -> str:
    """Whole sentences, one after the other; Chinese ones need no space between them."""
    return ("" if spoken() is LanguageChoice.CHINESE else " ").join(parts)


def known_as(cls: type[Declared]) -> tuple[str, ...]:
    """The other names that people know it by, in the user's language."""
    return tuple(words(", ".join(cls.search)).split(", ")) if cls.search else ()


def layers_text(count: int) -> str:
    """``1 layer`` or ``5 layers``."""
    if count == 1:
        return translate("netstudio", "1 layer")
    return translate("netstudio", "{count} layers").format(count=grouped(count))


def shape_text(spec: TensorSpec) -> str:
    """A shape with air around its signs: 32 × 28 × 28."""
    return " × ".join(map(str, spec.sizes))
