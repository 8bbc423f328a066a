"""The libraries that code may use, as one."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from netstudio.engine.network.source.modules_text import copied_module
from netstudio.engine.network.source.torch_code import TorchCode
from netstudio.engine.network.source.training import TrainingPatch
from netstudio.engine.network.source.values import UNKNOWN, Arguments, CodeCall, Dotted

if TYPE_CHECKING:
    from netstudio.engine.network.source.interpreter import Interpreter

_USUAL = {
    "torch": "torch",
    "nn": "torch.nn",
    "F": "torch.nn.functional",
    "optim": "torch.optim",
    "OrderedDict": "collections.OrderedDict",
}


class Libraries:
    """PyTorch and Keras."""

    def __init__(self, interpreter: Interpreter, text: str) -> None:
        self._torch = TorchCode(interpreter)

    def call(self, callee: Dotted, given: Arguments, line: int) -> Any:
        """What calling something imported gives."""
        if callee.last == "OrderedDict":
            return _dictionary(given)
        return self._torch.call(callee, given, line)

    def method(self, owner: Any, name: str, given: Arguments, line: int) -> Any:
        """What calling a method of a module or a tensor gives."""
        return self._torch.method(owner, name, given, line)

    def missing(self, name: str) -> Any:
        """What a name stands for that the code does not explain."""
        if name in _USUAL:
            return Dotted(_USUAL[name])
        return UNKNOWN

    def known_class(self, code: ast.ClassDef) -> Dotted | None:
        """The module of ours that a class of the code is a copy of."""
        name = copied_module(code)
        return None if name is None else Dotted(f"modules.{name}")

    def models(self) -> list[Any]:
        """Models that the code trains."""
        return []

    def finished(self, network: CodeCall) -> tuple[CodeCall, TrainingPatch]:
        """The network and its training, once all code is read."""
        return network, TrainingPatch()


def _dictionary(given: Arguments) -> dict[str, Any]:
    held = given.get("", 0, {})
    if isinstance(held, list | tuple):
        held = {
            pair[0]: pair[1]
            for pair in held
            if isinstance(pair, list | tuple) and len(pair) == 2 and isinstance(pair[0], str)
        }
    return {**held, **given.named} if isinstance(held, dict) else dict(given.named)
