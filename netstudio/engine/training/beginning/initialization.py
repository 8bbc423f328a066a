"""First weights, drawn layer by layer as the papers on them mean it.

A weight of several parts - the gates of a recurrent layer, query, key and value of attention, the
groups of a convolution - is drawn part by part, as each part has neurons of its own.
Normalisation, and whatever else is no weighted sum, stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import torch
from torch import Generator, Tensor, nn
from torch.nn import init
from torch.nn.modules.conv import _ConvNd, _ConvTransposeNd
from torch.nn.utils.parametrize import is_parametrized

from netstudio.engine.resolve import resolve
from netstudio.tasks.initializations import InitializationDef

# Fills a weight (outputs, inputs, …) whose parts have neurons of their own no more.
Scheme = Callable[[Tensor, Generator], object]

# Half of a truncated normal distribution's width, as a multiple of its standard deviation.
_TRUNCATED_AT = 2.0
_TRANSFORMERS_STD = 0.02


def initialize(module: nn.Module, definition: InitializationDef, seed: int) -> None:
    """Draw the weights of a network on the CPU anew; the same ``seed`` gives the same weights.

    torch's global generator is left alone, so that all other chance stays what it was.
    """
    if not definition.target:
        return
    scheme: Scheme = resolve(definition.target)
    generator = Generator().manual_seed(seed)
    with torch.no_grad():
        for inner in module.modules():
            _initialize_layer(inner, scheme, generator)


def xavier_uniform(weight: Tensor, generator: Generator) -> None:
    """Glorot and Bengio, 2010: variance 2 / (inputs + outputs), evenly from a range."""
    init.xavier_uniform_(weight, generator=generator)


def xavier_normal(weight: Tensor, generator: Generator) -> None:
    """Glorot and Bengio, 2010: variance 2 / (inputs + outputs), from a normal distribution."""
    init.xavier_normal_(weight, generator=generator)


def kaiming_uniform(weight: Tensor, generator: Generator) -> None:
    """He et al., 2015: variance 2 / inputs, evenly from a range."""
    init.kaiming_uniform_(weight, nonlinearity="relu", generator=generator)


def kaiming_normal(weight: Tensor, generator: Generator) -> None:
    """He et al., 2015: variance 2 / inputs, from a normal distribution."""
    init.kaiming_normal_(weight, nonlinearity="relu", generator=generator)


def orthogonal(weight: Tensor, generator: Generator) -> None:
    """Saxe et al., 2013: rows, or columns where there are fewer of them, at right angles."""
    init.orthogonal_(weight, generator=generator)


def truncated_normal(weight: Tensor, generator: Generator) -> None:
    """Devlin et al., 2018: a small standard deviation for every layer, without the tails."""
    bound = _TRUNCATED_AT * _TRANSFORMERS_STD
    init.trunc_normal_(weight, 0.0, _TRANSFORMERS_STD, -bound, bound, generator=generator)


def zeros(weight: Tensor, generator: Generator) -> None:
    """Nothing but zeros."""
    init.zeros_(weight)


def _initialize_layer(module: nn.Module, scheme: Scheme, generator: Generator) -> None:
    for name, split in _weights(module, scheme):
        weight = getattr(module, name).detach().clone()
        for part in split(weight):
            drawn = torch.empty(part.shape, dtype=part.dtype)
            scheme(drawn, generator)
            part.copy_(drawn)
        _put(module, name, weight)
    for name in _biases(module):
        _put(module, name, torch.zeros_like(getattr(module, name)))
    if isinstance(module, nn.Embedding) and module.padding_idx is not None:
        module.weight[module.padding_idx] = 0


def _put(module: nn.Module, name: str, value: Tensor) -> None:
    if is_parametrized(module, name):
        setattr(module, name, value)
    else:
        getattr(module, name).copy_(value)


Split = Callable[[Tensor], tuple[Tensor, ...]]


def _weights(module: nn.Module, scheme: Scheme) -> Iterator[tuple[str, Split]]:
    """The weighted sums of one layer: how the weight is called, and the parts that it has."""
    match module:
        case nn.Linear() | nn.Bilinear():
            yield "weight", _whole
        case _ConvTransposeNd():
            yield "weight", lambda weight: _turned(weight, module.groups)
        case _ConvNd():
            yield "weight", lambda weight: weight.chunk(module.groups)
        case nn.RNNBase():
            for name, weight in module.named_parameters():
                if name.startswith("weight"):
                    yield name, _by_gates(len(weight) // module.hidden_size)
        case nn.MultiheadAttention():
            yield "in_proj_weight", lambda weight: weight.chunk(3)
        case nn.Embedding() if scheme not in (kaiming_uniform, kaiming_normal):
            # To Kaiming a table of words is a layer of one input, with no ReLU behind it: that is
            # variance 1, as torch draws it.
            yield "weight", _whole


def _whole(weight: Tensor) -> tuple[Tensor, ...]:
    return (weight,)


def _turned(weight: Tensor, groups: int) -> tuple[Tensor, ...]:
    """Transposed convolutions keep (inputs, outputs, …)."""
    return tuple(part.transpose(0, 1) for part in weight.chunk(groups))


def _by_gates(count: int) -> Split:
    return lambda weight: weight.chunk(max(count, 1))


def _biases(module: nn.Module) -> Iterator[str]:
    match module:
        case nn.Linear() | nn.Bilinear() | _ConvNd():
            yield from ("bias",) if module.bias is not None else ()
        case nn.RNNBase():
            yield from (name for name, _ in module.named_parameters() if name.startswith("bias"))
        case nn.MultiheadAttention():
            yield from ("in_proj_bias",) if module.in_proj_bias is not None else ()
