"""One vector from a sequence; the mean and the maximum over time are among the other poolings."""

from __future__ import annotations

from collections.abc import Mapping

from netstudio.core.declare import field
from netstudio.core.kinds import Choice, Integer
from netstudio.core.layer import (
    LAYERS,
    Family,
    LayerContext,
    LayerDef,
    LoweredSlot,
    Raised,
    Role,
)
from netstudio.core.spec import FEATURES, SEQUENCE, Call, TensorSpec, call
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message

_INDICES = {"last": -1, "first": 0}


@LAYERS.register
class SelectStep(LayerDef):
    """One step of a sequence."""

    label = QT_TRANSLATE_NOOP("netstudio", "SelectStep")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Keeps one step of a sequence: the last, which behind a recurrent layer has seen all, or "
        "the first, such as a class token.",
    )
    formula = "y = x[n]  or  y = x[1]"
    search = ("last step", "first step", "class token", "pooling over time", "Lambda")
    family = Family.POOLING
    role = Role.PASSING
    is_pointwise = True
    target = "modules.SelectStep"
    accepts = (SEQUENCE,)
    gives = FEATURES
    example = TensorSpec(SEQUENCE, (10, 6))

    step: str = field(
        Choice(
            ("last", "first"),
            (
                QT_TRANSLATE_NOOP("netstudio", "Last step"),
                QT_TRANSLATE_NOOP("netstudio", "First step"),
            ),
        ),
        default="last",
        label=QT_TRANSLATE_NOOP("netstudio", "Step"),
        help=QT_TRANSLATE_NOOP("netstudio", "Which step is kept."),
        argument=None,
    )

    def lower(self, x: TensorSpec, context: LayerContext, slots: Mapping[str, LoweredSlot]) -> Call:
        return call(self.target, index=_INDICES[self.step])

    @classmethod
    def raised(cls, call: Call) -> Raised | None:
        index = dict(call.arguments).get("index", -1)
        steps = [step for step, place in _INDICES.items() if place == index]
        return Raised({"step": steps[0]}, {}) if steps else None

    def summary(self) -> tuple[Message, ...]:
        if self.step == "last":
            return (message(QT_TRANSLATE_NOOP("netstudio", "last step")),)
        return (message(QT_TRANSLATE_NOOP("netstudio", "first step")),)


@LAYERS.register
class AttentionPooling(LayerDef):
    """A learned weighted mean over time."""

    label = QT_TRANSLATE_NOOP("netstudio", "AttentionPooling")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Takes the mean over all steps and learns which of them count how much."
    )
    formula = "y = Σₜ aₜ xₜ,  a = softmaxₜ(v · tanh(W xₜ + b))"
    source = "Yang et al., Hierarchical attention networks for document classification, 2016"
    search = ("attention", "pooling over time", "weighted mean", "Bahdanau")
    family = Family.POOLING
    target = "modules.AttentionPooling"
    accepts = (SEQUENCE,)
    gives = FEATURES
    reads = {"in_features": "features"}
    example = TensorSpec(SEQUENCE, (10, 6))

    hidden_size: int = field(
        Integer(1, 65_536),
        default=64,
        label=QT_TRANSLATE_NOOP("netstudio", "Units"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How many features it looks at to decide how much a step counts."
        ),
    )

    def summary(self) -> tuple[Message, ...]:
        if self.hidden_size == 1:
            return (message(QT_TRANSLATE_NOOP("netstudio", "1 unit")),)
        return (message(QT_TRANSLATE_NOOP("netstudio", "{count} units"), count=self.hidden_size),)
