"""What an optimizer is, and the settings that many have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from netstudio.core.declare import Declared, Registry, field
from netstudio.core.kinds import Flag, Real
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message


class OptimizerDef(Declared):
    """Base of every optimizer; each has a learning rate ``lr`` and a weight decay.

    Attributes:
        fused_on: The types of device on which torch can update all weights in one operation.
        has_foreach: Whether torch can update all weights together, operation by operation.
        kept: How many numbers it keeps for each weight.
        matrices_only: Whether it is for matrices inside the network, so that the other weights
            are updated otherwise.
    """

    fused_on: ClassVar[tuple[str, ...]] = ()
    has_foreach: ClassVar[bool] = True
    kept: ClassVar[int] = 0
    matrices_only: ClassVar[bool] = False

    lr: float = field(
        Real(0.0, 1_000.0, above_minimum=True),
        default=0.001,
        label=QT_TRANSLATE_NOOP("netstudio", "Learning rate"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How far each update goes: too low learns slowly, too high not at all."
        ),
    )
    weight_decay: float = field(
        Real(0.0, 1_000.0),
        default=0.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Weight decay"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How strongly weights are pulled towards zero, against over-fitting."
        ),
        advanced=True,
    )

    def kept_numbers(self) -> int:
        """How many numbers it keeps for each weight with its settings."""
        return self.kept

    def misfit(self) -> tuple[str, Message] | None:
        """The setting that does not go with the others, and why; None where all is well."""
        return None

    @classmethod
    def settings_of(cls, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
        """The settings that arguments of torch's constructor stand for."""
        return arguments


OPTIMIZERS: Registry[OptimizerDef] = Registry(QT_TRANSLATE_NOOP("netstudio", "optimizer"))


def rate(default: float) -> float:
    """The learning rate, with another default."""
    spec = OptimizerDef.fields()[0]
    return field(spec.kind, default=default, label=spec.label, help=spec.help)


def decay(default: float) -> float:
    """The weight decay, with another default."""
    spec = OptimizerDef.fields()[1]
    return field(spec.kind, default=default, label=spec.label, help=spec.help, advanced=True)


def epsilon(default: float) -> float:
    """What is added to a denominator."""
    return field(
        Real(0.0, 1.0),
        default=default,
        label=QT_TRANSLATE_NOOP("netstudio", "Epsilon"),
        help=QT_TRANSLATE_NOOP("netstudio", "Keeps divisions from being by zero."),
        advanced=True,
    )


def decoupled() -> bool:
    """Whether weight decay is that of AdamW."""
    return field(
        Flag(),
        default=False,
        label=QT_TRANSLATE_NOOP("netstudio", "Decoupled decay"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "Whether weight decay is applied as in AdamW, apart from the gradients."
        ),
        advanced=True,
    )
