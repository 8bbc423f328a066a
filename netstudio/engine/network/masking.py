"""Which modules stand in networks for texts, where padding must not count."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from functools import lru_cache

from netstudio.core.spec import Argument, Call
from netstudio.engine.network.modules import masked

_PACKAGE = "modules.masked."
NETWORK = f"{_PACKAGE}TextSequential"
RUN = f"{_PACKAGE}run_masked"
LENGTHS = f"{_PACKAGE}text_lengths"


def masking(call: Call) -> Call:
    """The call with modules that are told the lengths of the texts, wherever there are such."""
    return Call(
        _masked_targets().get(call.target, call.target),
        tuple((name, _argument(value)) for name, value in call.arguments),
        tuple((name, masking(child)) for name, child in call.children),
    )


def plain_target(target: str) -> str:
    """What a module is called that is told no lengths and otherwise does the same."""
    return _plain_targets().get(target, target)


def _argument(value: Argument) -> Argument:
    return masking(value) if isinstance(value, Call) else value


@lru_cache(maxsize=1)
def _masked_targets() -> Mapping[str, str]:
    """By target, that of the module which is derived from it."""
    found = {}
    for name, made in vars(masked).items():
        if inspect.isclass(made) and made.__bases__[0] is masked.Masked:
            base = made.__bases__[1]
            package = "nn" if base.__module__.startswith("torch.") else "modules"
            found[f"{package}.{base.__name__}"] = _PACKAGE + name
    return found


@lru_cache(maxsize=1)
def _plain_targets() -> Mapping[str, str]:
    found = {masked: plain for plain, masked in _masked_targets().items()}
    return {**found, NETWORK: "nn.Sequential"}
