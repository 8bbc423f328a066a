"""What rules call things."""

from __future__ import annotations

from netstudio.core.spec import FEATURES, IMAGE, SEQUENCE, TOKENS, VOLUME, Axes
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, shorten, verbatim

_AXES_IN_WORDS = {
    FEATURES: QT_TRANSLATE_NOOP("netstudio", "a flat vector"),
    SEQUENCE: QT_TRANSLATE_NOOP("netstudio", "a sequence (time×features)"),
    IMAGE: QT_TRANSLATE_NOOP("netstudio", "pictures (channels×height×width)"),
    VOLUME: QT_TRANSLATE_NOOP("netstudio", "volumes (channels×depth×height×width)"),
    TOKENS: QT_TRANSLATE_NOOP("netstudio", "token ids (one for each time step)"),
}


def axes_in_words(axes: Axes) -> Message:
    """What numbers on these axes are."""
    words = _AXES_IN_WORDS.get(axes)
    return Message(words) if words else verbatim(shorten("×".join(axes)))
