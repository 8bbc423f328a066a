"""Texts varied word by word."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import Real
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.augmentations.augmentation import AUGMENTATIONS, AugmentationDef
from netstudio.tasks.content import Content

_SHARE = Real(0.0, 1.0)
_SHARE_LABEL = QT_TRANSLATE_NOOP("netstudio", "Share of words")


@AUGMENTATIONS.register
class TokenDropout(AugmentationDef):
    """Words made unknown."""

    type = "token_dropout"
    label = QT_TRANSLATE_NOOP("netstudio", "Token dropout")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Makes some words unknown, so that no single word decides."
    )
    search = ("word dropout",)
    target = "data.augmentation.texts.TokenDropout"
    contents = (Content.TEXTS,)
    only_moves = True

    share: float = field(
        _SHARE,
        default=0.1,
        label=_SHARE_LABEL,
        help=QT_TRANSLATE_NOOP("netstudio", "How many words of each text become unknown."),
    )


@AUGMENTATIONS.register
class TokenSwap(AugmentationDef):
    """Words that change places."""

    type = "token_swap"
    label = QT_TRANSLATE_NOOP("netstudio", "Token swap")
    help = QT_TRANSLATE_NOOP("netstudio", "Lets some words change places with their neighbours.")
    search = ("word order", "shuffle")
    target = "data.augmentation.texts.TokenSwap"
    contents = (Content.TEXTS,)
    only_moves = True

    share: float = field(
        _SHARE,
        default=0.1,
        label=_SHARE_LABEL,
        help=QT_TRANSLATE_NOOP("netstudio", "How many words of each text change places."),
    )
