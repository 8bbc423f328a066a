"""From the dotted names in declarations to what they name."""

from __future__ import annotations

import warnings
from importlib import import_module
from typing import Any

from torch import nn

from netstudio.core.spec import Argument, Call

# A remark on the speed of padding "same" around even kernels, which nobody can act on.
warnings.filterwarnings("ignore", message="Using padding='same' with even kernel")

# The short names that declarations use, and the modules they stand for.
_MODULES = {
    "nn": "torch.nn",
    "optim": "torch.optim",
    "modules": "netstudio.engine.network.modules",
    "stand_ins": "netstudio.engine.network.stand_ins",
    "optimizing": "netstudio.engine.training.optimizing.muon",
    "losses": "netstudio.engine.training.losses",
    "initialization": "netstudio.engine.training.beginning.initialization",
    "metrics": "netstudio.engine.evaluation.metrics",
    "ssim": "netstudio.engine.evaluation.ssim",
    "predictions": "netstudio.engine.predictions",
    "data": "netstudio.engine.data",
}


def resolve(target: str) -> Any:
    """The class or function called ``target``, such as ``nn.Conv2d`` or
    ``data.images.idx.read_mnist``.

    Raises:
        LookupError: Nothing is called so.
    """
    path, _, name = target.rpartition(".")
    short, dot, inner = path.partition(".")
    try:
        return getattr(import_module(_MODULES[short] + dot + inner), name)
    except (KeyError, AttributeError):
        raise LookupError(f"nothing is called {target}") from None


def build(call: Call) -> nn.Module:
    """Make the module that ``call`` describes, on torch's current default device."""
    if call.children:
        sequence = resolve(call.target)()
        assert isinstance(sequence, nn.Sequential)
        for name, child in call.children:
            sequence.add_module(name, build(child))
        return sequence
    arguments = {name: _argument(value) for name, value in call.arguments}
    module = resolve(call.target)(**arguments)
    assert isinstance(module, nn.Module)
    return module


def _argument(value: Argument) -> Any:
    return build(value) if isinstance(value, Call) else value
