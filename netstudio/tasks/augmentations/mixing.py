"""Samples mixed with each other."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import Real
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.augmentations.augmentation import AUGMENTATIONS, AugmentationDef, Stage
from netstudio.tasks.content import Content

_ALPHAS = Real(0.0, 10.0, above_minimum=True)
_ALPHA_LABEL = QT_TRANSLATE_NOOP("netstudio", "Alpha")
_ALPHA_HELP = QT_TRANSLATE_NOOP(
    "netstudio",
    "Small: nearly all of one sample and little of the other; 1: every share is equally likely.",
)


@AUGMENTATIONS.register
class MixUp(AugmentationDef):
    """Two samples laid over each other."""

    type = "mix_up"
    label = QT_TRANSLATE_NOOP("netstudio", "MixUp")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Lays two samples over each other; the target is the same mixture."
    )
    formula = "x̃ = λ xᵢ + (1 − λ) xⱼ;  λ ~ Beta(α, α)"
    source = "Zhang et al., mixup: beyond empirical risk minimization, 2017"
    target = "data.augmentation.mixing.MixUp"
    contents = (Content.IMAGES, Content.SOUNDS, Content.SEQUENCES)
    stage = Stage.AFTER
    mixes = True

    alpha: float = field(_ALPHAS, default=0.2, label=_ALPHA_LABEL, help=_ALPHA_HELP)


@AUGMENTATIONS.register
class CutMix(AugmentationDef):
    """A part of another picture pasted in."""

    type = "cut_mix"
    label = QT_TRANSLATE_NOOP("netstudio", "CutMix")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Pastes a rectangle of another picture in; the target has shares by area.",
    )
    source = "Yun et al., CutMix, 2019"
    target = "data.augmentation.mixing.CutMix"
    contents = (Content.IMAGES,)
    stage = Stage.AFTER
    mixes = True

    alpha: float = field(_ALPHAS, default=1.0, label=_ALPHA_LABEL, help=_ALPHA_HELP)
