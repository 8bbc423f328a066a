"""What an analysis says of one layer."""

from __future__ import annotations

from dataclasses import dataclass

from netstudio.core.layer import LayerDef
from netstudio.core.spec import Call, TensorSpec
from netstudio.engine.network.cost import Cost
from netstudio.engine.network.receptive_field import ReceptiveField


@dataclass(frozen=True)
class LayerReport:
    """What is known of one layer.

    A layer inside a Repeat reports its first copy; the container reports all of them.

    Attributes:
        output: What comes out of it; None where that is unknown because of a problem above or here.
        cost: What it costs, its slots included; see ``Cost`` for the figures.
        call: Its module; None where it cannot be built or is switched off.
        input: What goes into it; None where that is unknown.
        layer: Its type with its settings checked; None where they do not hold.
        receptive_field: What one number of its output sees of the network's input; None where the
            input has no places (a flat vector), or the question makes no sense.
    """

    output: TensorSpec | None = None
    cost: Cost = Cost()
    call: Call | None = None
    input: TensorSpec | None = None
    layer: LayerDef | None = None
    receptive_field: ReceptiveField | None = None

    @property
    def parameters(self) -> int:
        """How many learned numbers it has."""
        return self.cost.parameters

    @property
    def trainable(self) -> int:
        """How many of them training changes: none where it is frozen."""
        return self.cost.trainable

    @property
    def flops(self) -> int:
        """Floating-point operations for one sample."""
        return self.cost.flops

    @property
    def activations(self) -> int:
        """Bytes that training keeps of it for one sample."""
        return self.cost.activations
