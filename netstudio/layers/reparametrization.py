"""Weights that are learned in another form: an option of layers with weighted sums."""

from __future__ import annotations

from collections.abc import Mapping

from netstudio.core.declare import field
from netstudio.core.kinds import Choice
from netstudio.core.layer import LayerContext, LayerDef, LoweredSlot, Raised
from netstudio.core.spec import Call, TensorSpec, call
from netstudio.core.translate import QT_TRANSLATE_NOOP

_PLAIN = "none"
_PACKAGE = "nn.utils.parametrizations."


class Parametrized(LayerDef):
    """A layer whose weights may be learned in another form; its first base, to be its last field.

    Salimans and Kingma, Weight normalization, 2016; Miyato et al., Spectral normalization for
    generative adversarial networks, 2018.
    """

    parametrization: str = field(
        Choice(
            (_PLAIN, "weight_norm", "spectral_norm"),
            (
                QT_TRANSLATE_NOOP("netstudio", "Plain"),
                QT_TRANSLATE_NOOP("netstudio", "Weight norm"),
                QT_TRANSLATE_NOOP("netstudio", "Spectral norm"),
            ),
        ),
        default=_PLAIN,
        label=QT_TRANSLATE_NOOP("netstudio", "Weights"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Weight norm learns length and direction of the weights apart; spectral norm keeps "
            "the layer from stretching its input.",
        ),
        argument=None,
        advanced=True,
    )

    def lower(self, x: TensorSpec, context: LayerContext, slots: Mapping[str, LoweredSlot]) -> Call:
        module = super().lower(x, context, slots)
        if self.parametrization == _PLAIN:
            return module
        return call(_PACKAGE + self.parametrization, module=module)

    @classmethod
    def raised(cls, call: Call) -> Raised | None:
        module, parametrization = call, _PLAIN
        inner = dict(call.arguments).get("module")
        if call.target.startswith(_PACKAGE) and isinstance(inner, Call):
            module, parametrization = inner, call.target.removeprefix(_PACKAGE)
        # torch's own class and our variant of it have one name.
        if module.target.rpartition(".")[2] != cls.target.rpartition(".")[2]:
            return None
        found = super().raised(module)
        return found and Raised({**found.fields, "parametrization": parametrization}, {})
