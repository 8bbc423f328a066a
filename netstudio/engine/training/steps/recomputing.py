"""Activation checkpointing: stretches of layers are computed a second time, not remembered.

Chen et al., Training deep nets with sublinear memory cost, 2016: with √n stretches of n layers,
about 2√n outputs are in memory at a time instead of n.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from itertools import pairwise
from math import isqrt

from torch import Tensor, nn
from torch.nn.modules.batchnorm import _NormBase
from torch.utils.checkpoint import checkpoint

from netstudio.engine.network.modules.masked import TextSequential, run_masked, text_lengths
from netstudio.engine.network.modules.repeat import Repeat


class Recomputed:
    """A network's forward pass that remembers little for the backward pass.

    Outputs, gradients, dropout and the statistics of batch normalisation are those of the network.

    Args:
        network: The network; its weights are not copied.
    """

    def __init__(self, network: nn.Module) -> None:
        layers = list(_in_order(network))
        self._stretches = _stretches(layers, max(1, isqrt(len(layers))))
        self._reads_texts = isinstance(network, TextSequential)

    def __call__(self, x: Tensor) -> Tensor:
        lengths = text_lengths(x) if self._reads_texts else None
        # What the last stretch computes is needed at once: remembering it costs nothing.
        *earlier, last = self._stretches
        for stretch in earlier:
            x, lengths = checkpoint(
                partial(_run, stretch),
                x,
                lengths,
                use_reentrant=False,
                context_fn=partial(_contexts, stretch),
            )
        return _run(last, x, lengths)[0]


def _in_order(module: nn.Module) -> Iterator[nn.Module]:
    """The layers and blocks that one after the other make up a module."""
    if isinstance(module, nn.Sequential):
        for child in module:
            yield from _in_order(child)
    elif isinstance(module, Repeat):
        for _ in range(module.times):
            yield from _in_order(module.body)
    else:
        yield module


def _stretches(layers: Sequence[nn.Module], count: int) -> list[Sequence[nn.Module]]:
    bounds = [len(layers) * at // count for at in range(count + 1)]
    return [layers[start:end] for start, end in pairwise(bounds)]


def _run(
    stretch: Sequence[nn.Module], x: Tensor, lengths: Tensor | None
) -> tuple[Tensor, Tensor | None]:
    for layer in stretch:
        x, lengths = run_masked(layer, x, lengths)
    return x, lengths


def _contexts(
    stretch: Sequence[nn.Module],
) -> tuple[AbstractContextManager[None], AbstractContextManager[None]]:
    return nullcontext(), _counted_already(stretch)


@contextmanager
def _counted_already(stretch: Sequence[nn.Module]) -> Iterator[None]:
    """Running statistics took the batch in when it came through the first time."""
    norms = [
        module
        for layer in stretch
        for module in layer.modules()
        if isinstance(module, _NormBase) and module.training and module.track_running_stats
    ]
    before = [(norm.momentum, norm.num_batches_tracked) for norm in norms]
    for norm in norms:
        # Nothing of this batch is taken in, and it is not counted.
        norm.momentum, norm.num_batches_tracked = 0.0, None
    try:
        yield
    finally:
        for norm, (momentum, count) in zip(norms, before, strict=True):
            norm.momentum, norm.num_batches_tracked = momentum, count
