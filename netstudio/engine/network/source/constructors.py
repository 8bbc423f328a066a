"""What the constructors that declarations name take, and what they take for granted."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from functools import lru_cache
from typing import get_overloads

from torch import nn

from netstudio.core.spec import Argument
from netstudio.engine.resolve import resolve

REQUIRED = inspect.Parameter.empty

# torch takes one number for these where all sides are equal.
_SIDES = frozenset(
    ("kernel_size", "stride", "padding", "dilation", "output_size", "output_padding")
)
_VARIADIC = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)


@lru_cache(maxsize=1024)
def parameters_of(target: str) -> Mapping[str, object]:
    """The parameters of a constructor in order, each with its default or ``REQUIRED``.

    Where a class hands on what it is given, as torch's recurrent layers do, the constructor of the
    class above it counts.

    Raises:
        LookupError: Nothing is called ``target``.
    """
    made = resolve(target)
    if not inspect.isclass(made):
        return _named(inspect.signature(made))
    found: dict[str, object] = {}
    for base in made.__mro__:
        if base is nn.Module:
            break
        constructor = base.__dict__.get("__init__")
        if constructor is None:
            continue
        if overloads := get_overloads(constructor):
            constructor = overloads[0]
        signature = inspect.signature(constructor)
        found = {**found, **{k: v for k, v in _named(signature).items() if k not in found}}
        if not any(each.kind in _VARIADIC for each in signature.parameters.values()):
            break
    found.pop("self", None)
    return found


def _named(signature: inspect.Signature) -> dict[str, object]:
    return {
        name: parameter.default
        for name, parameter in signature.parameters.items()
        if parameter.kind not in _VARIADIC
    }


def shortened(target: str, name: str, value: Argument) -> Argument:
    """One number for equal sides, where the constructor of torch takes either."""
    if isinstance(value, tuple) and value and target.startswith("nn."):
        sides = name in _SIDES and all(side == value[0] for side in value)
        if sides or (name == "normalized_shape" and len(value) == 1):
            return value[0]
    return value


@lru_cache(maxsize=1024)
def takes_words(target: str, name: str) -> bool:
    """Whether an argument may be a word, such as padding "same"."""
    made = resolve(target)
    for base in made.__mro__ if inspect.isclass(made) else ():
        constructor = base.__dict__.get("__init__")
        if constructor is not None:
            parameter = inspect.signature(constructor).parameters.get(name)
            if parameter is not None:
                return "str" in str(parameter.annotation)
    return False


def is_default(target: str, name: str, value: Argument) -> bool:
    """Whether leaving the argument out gives the same module."""
    default = parameters_of(target).get(name, REQUIRED)
    if default is REQUIRED:
        return False
    if name == "padding" and takes_words(target, name):
        return value == "valid" and default in (0, "valid")
    if isinstance(default, list):
        default = tuple(default)
    if isinstance(default, tuple):
        default = shortened(target, name, default)
    given = shortened(target, name, value)
    return given == default and isinstance(given, bool) is isinstance(default, bool)
