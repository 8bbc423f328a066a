"""Layers that only rearrange numbers."""

from __future__ import annotations

from netstudio.core.layer import LAYERS, Family, LayerDef
from netstudio.core.spec import FEATURES, IMAGE, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP


@LAYERS.register
class Flatten(LayerDef):
    """All axes into one."""

    label = QT_TRANSLATE_NOOP("netstudio", "Flatten")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Lines up all numbers of a sample in one flat vector, as Linear needs it."
    )
    formula = "y = (x₁, x₂, …, xₙ)"
    search = ("reshape", "vector")
    family = Family.RESHAPING
    target = "nn.Flatten"
    gives = FEATURES
    example = TensorSpec(IMAGE, (3, 4, 5))
    adapts = True
