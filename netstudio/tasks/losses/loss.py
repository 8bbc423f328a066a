"""What a loss declares about itself."""

from __future__ import annotations

from typing import ClassVar, Self

from netstudio.core.declare import Declared, Registry
from netstudio.core.spec import Call
from netstudio.core.translate import QT_TRANSLATE_NOOP


class LossDef(Declared):
    """Base of every loss.

    Attributes:
        expects_logits: Whether it applies softmax or sigmoid itself, so that the network must not.
        one_for_two: Whether a single output tells two classes apart.
        probabilities: The module that turns outputs for classes into probabilities of each class.
        targets: The smallest and the largest number that outputs are compared with, where the loss
            does not expect logits and the aim is a class.
    """

    expects_logits: ClassVar[bool] = False
    one_for_two: ClassVar[bool] = False
    targets: ClassVar[tuple[float, float]] = (0.0, 1.0)
    probabilities: ClassVar[Call]

    def measured(self) -> Self:
        """The loss as it is measured on samples that nothing is learned from.

        The same, unless a setting changes the targets to learn better: then figures of different
        runs could not be compared.
        """
        return self


LOSSES: Registry[LossDef] = Registry(QT_TRANSLATE_NOOP("netstudio", "loss"))
