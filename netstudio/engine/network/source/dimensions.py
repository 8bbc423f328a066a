"""How many dimensions the data have where a layer of Keras serves any number of them."""

from __future__ import annotations

from dataclasses import replace

from netstudio.core.spec import FEATURES, IMAGE, SEQUENCE, VOLUME, Argument, Axes
from netstudio.engine.network.source.keras_layers import BATCH_NORM
from netstudio.engine.network.source.patterns import patterns_for
from netstudio.engine.network.source.values import CodeCall

_BY_RANK: dict[int | None, Axes] = {1: FEATURES, 2: SEQUENCE, 3: IMAGE, 4: VOLUME}
_MODULES = {IMAGE: "nn.BatchNorm2d", VOLUME: "nn.BatchNorm3d"}


def with_dimensions(network: CodeCall, input_rank: int | None) -> CodeCall:
    """The network with torch's batch normalisations for Keras' one.

    Args:
        network: An ``nn.Sequential``.
        input_rank: How many dimensions a sample has, where the code says so.
    """
    return _followed(network, _BY_RANK.get(input_rank) or _first_axes(network))[0]


def _followed(call: CodeCall, axes: Axes | None) -> tuple[CodeCall, Axes | None]:
    """A sequence, and the axes that come out of it."""
    children = []
    for name, child in call.children:
        assert isinstance(child, CodeCall)
        made, axes = _one(child, axes)
        children.append((name, made))
    return replace(call, children=tuple(children)), axes


def _one(call: CodeCall, axes: Axes | None) -> tuple[CodeCall, Axes | None]:
    if call.target == BATCH_NORM:
        target = _MODULES.get(axes or FEATURES, "nn.BatchNorm1d")
        return replace(call, target=target), axes
    if call.children:
        return _followed(call, axes)
    if not any(isinstance(value, CodeCall) for _, value in call.arguments):
        # The same object: a module that is used twice is known by that.
        return call, _axes_after(call, axes)
    arguments: list[tuple[str, Argument]] = []
    after = _axes_after(call, axes)
    for name, value in call.arguments:
        if isinstance(value, CodeCall):
            made, after = _one(value, axes)
            arguments.append((name, made))
        else:
            arguments.append((name, value))
    return replace(call, arguments=tuple(arguments)), after


def _axes_after(call: CodeCall, axes: Axes | None) -> Axes | None:
    """The axes behind a layer, as far as its declaration tells."""
    for pattern in patterns_for(call.target):
        layer = pattern.layer
        if dict(call.arguments).get("output") == "last":
            return FEATURES
        if layer.gives is not None:
            return layer.gives
        if len(layer.accepts) == 1:
            return layer.accepts[0]
    return axes


def _first_axes(call: CodeCall) -> Axes | None:
    """The axes that the first layer works on which works on one sort only."""
    for _, child in call.children:
        for pattern in patterns_for(child.target):
            if len(pattern.layer.accepts) == 1:
                return pattern.layer.accepts[0]
    return None
