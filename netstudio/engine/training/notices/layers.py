"""What the layers of a network tell: units that are dead or stuck, gradients that get lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from netstudio.core.translate import QT_TRANSLATE_NOOP, message, shorten
from netstudio.engine.insight.layers import LayerSeen, NetworkSeen
from netstudio.engine.training.notices import remedies
from netstudio.engine.training.notices.course import Setting
from netstudio.engine.training.notices.rules import Notice

# In layers of fewer units a few of them say nothing.
_FEWEST_UNITS = 8
_MANY_DEAD, _MANY_STUCK = 0.5, 0.5
# Gradients of the first layer that are so much smaller than those of the last, over so many.
_VANISHED, _FEWEST_LAYERS = 1e-4, 4
_EXPLODED = 100.0


@dataclass(frozen=True)
class LayerNotice:
    """What is noticed of one layer.

    Attributes:
        code: What it is, for programs.
        uid: The layer.
    """

    code: str
    uid: str
    notice: Notice


def layer_notices(seen: NetworkSeen, setting: Setting) -> Iterator[LayerNotice]:
    """Everything that is off, from the input to the output."""
    if setting.begins_at_zero and (silent := _silent(seen)) is not None:
        yield silent  # nothing else is to blame
        return
    for layer in seen.layers:
        if (notice := _dead(layer, seen, setting)) is not None:
            yield LayerNotice("dead-units", layer.uid, notice)
        if (notice := _saturated(layer, seen)) is not None:
            yield LayerNotice("saturated-units", layer.uid, notice)
    yield from _vanishing(seen)
    yield from _exploding(seen, setting)


def _silent(seen: NetworkSeen) -> LayerNotice | None:
    """All weights are zero, and stay so: no gradient comes through."""
    layer = next((layer for layer in seen.layers if layer.dead == 1), None)
    if layer is None:
        return None
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{layer} puts out 0 for every sample: where all first weights are zero, a network of "
            "several layers does not learn. Draw them at random.",
        ),
        layer=shorten(layer.name, 40),
    )
    return LayerNotice("zero-weights", layer.uid, Notice(text, remedies.draw_weights()))


def _dead(layer: LayerSeen, seen: NetworkSeen, setting: Setting) -> Notice | None:
    if layer.dead is None or layer.units < _FEWEST_UNITS or layer.dead < _MANY_DEAD:
        return None
    source = _weighted_above(seen, layer)
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{share:.0%} of the {units} units of {layer} are dead: they put out 0 for every "
            "sample and learn no more. Lower the learning rate, or use LeakyReLU.",
        ),
        share=layer.dead,
        units=layer.units,
        layer=shorten(source.name if source else layer.name, 40),
    )
    leaky = remedies.other_layer(layer.uid, "LeakyReLU")
    return Notice(text, (*leaky, *remedies.lower_rate(setting)))


def _saturated(layer: LayerSeen, seen: NetworkSeen) -> Notice | None:
    if layer.saturated is None or layer.units < _FEWEST_UNITS or layer.saturated < _MANY_STUCK:
        return None
    if not _has_weights_below(seen, layer):
        return None  # an answer may well be all or nothing
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{share:.0%} of the {units} units of {layer} are saturated: they stay at a limit of "
            "{type}, where gradients are almost 0. Use ReLU, or normalize what comes in.",
        ),
        share=layer.saturated,
        units=layer.units,
        layer=shorten(layer.name, 40),
        type=layer.type,
    )
    return Notice(text, remedies.other_layer(layer.uid, "ReLU"))


def _vanishing(seen: NetworkSeen) -> Iterator[LayerNotice]:
    """The first layers hardly hear of the loss."""
    learning = [layer for layer in seen.layers if layer.gradients is not None]
    if len(learning) < _FEWEST_LAYERS:
        return
    first, last = _gradient(learning[0]), _gradient(learning[-1])
    if last <= 0 or first >= _VANISHED * last:
        return
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "The gradients vanish: those of {first} are {times:.0e} times those of {last}, so "
            "that {first} hardly learns. Use ReLU, normalization or residual blocks between them.",
        ),
        first=shorten(learning[0].name, 40),
        last=shorten(learning[-1].name, 40),
        times=first / last,
    )
    yield LayerNotice("vanishing-gradients", learning[0].uid, Notice(text))


def _exploding(seen: NetworkSeen, setting: Setting) -> Iterator[LayerNotice]:
    """Gradients that are far larger than the weights that they change."""
    for layer in seen.layers:
        if layer.gradients is None or layer.weights is None:
            continue
        ratio = _gradient(layer) / max(layer.weights.rms, 1e-3)
        if ratio < _EXPLODED:
            continue
        text = message(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The gradients of {layer} explode: they are {ratio:.0f} times as large as its "
                "weights. Clip the gradients, or lower the learning rate.",
            ),
            layer=shorten(layer.name, 40),
            ratio=ratio,
        )
        notice = Notice(text, (*remedies.clip_gradients(setting), *remedies.lower_rate(setting)))
        yield LayerNotice("exploding-gradients", layer.uid, notice)
        return  # the layers behind it are no better, and not to blame


def _gradient(layer: LayerSeen) -> float:
    return layer.gradients.rms if layer.gradients is not None else 0.0


def _weighted_above(seen: NetworkSeen, layer: LayerSeen) -> LayerSeen | None:
    """The layer right above an activation, where it has the weights of its units."""
    for above, below in pairwise(seen.layers):
        if below is layer and above.weights is not None and above.units == layer.units:
            return above
    return None


def _has_weights_below(seen: NetworkSeen, layer: LayerSeen) -> bool:
    at = seen.layers.index(layer)
    return any(below.weights is not None for below in seen.layers[at + 1 :])
