"""The libraries that code may use, as one."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from netstudio.core.translate import QT_TRANSLATE_NOOP, message
from netstudio.engine.network.source.keras_code import NAMES, KerasCode
from netstudio.engine.network.source.modules_text import is_copied
from netstudio.engine.network.source.remarks import warning
from netstudio.engine.network.source.torch_code import TorchCode
from netstudio.engine.network.source.training import TrainingPatch
from netstudio.engine.network.source.values import (
    UNKNOWN,
    Arguments,
    Chain,
    CodeCall,
    Dotted,
    Elements,
    Flow,
    Thing,
    is_module,
)

if TYPE_CHECKING:
    from netstudio.engine.network.source.interpreter import Interpreter

# What a part of a file means by names that it does not import.
_TORCH = {
    "torch": "torch",
    "nn": "torch.nn",
    "F": "torch.nn.functional",
    "optim": "torch.optim",
    "OrderedDict": "collections.OrderedDict",
}
_KERAS_ROOTS = ("keras", "tensorflow", "tf")
_ONLY_KERAS = re.compile(r"\b(?:keras|tensorflow)\b|\.compile\(|\b(?:Dense|Conv[12]D)\(")
# A loss that wants the logarithms of shares.
_LOG_SOFTMAX = re.compile(r"\b(?:nll_loss|NLLLoss)\b")
_ONLY_TORCH = re.compile(r"\btorch\b|\bnn\.")


class Libraries:
    """PyTorch and Keras."""

    def __init__(self, interpreter: Interpreter, text: str) -> None:
        self._interpreter = interpreter
        self._torch = TorchCode(interpreter)
        self._keras = KerasCode(interpreter)
        self._torch.takes_log_softmax = bool(_LOG_SOFTMAX.search(text))
        self._is_keras = bool(_ONLY_KERAS.search(text)) and not _ONLY_TORCH.search(text)

    def call(self, callee: Dotted, given: Arguments, line: int) -> Any:
        """What calling something imported gives."""
        if callee.last == "OrderedDict":
            return _dictionary(given)
        if callee.name.partition(".")[0] in _KERAS_ROOTS:
            return self._keras.call(callee, given, line)
        return self._torch.call(callee, given, line)

    def method(self, owner: Any, name: str, given: Arguments, line: int) -> Any:
        """What calling a method of a module or a tensor gives."""
        if is_module(owner) and self._keras.method(owner, name, given, line):
            return UNKNOWN
        return self._torch.method(owner, name, given, line)

    def apply_thing(self, thing: Thing, given: Arguments, line: int) -> Any:
        """What calling an object gives that is no module."""
        return self._keras.merge_with(thing, given, line)

    def module(self, value: Any, line: int) -> Chain | CodeCall:
        """What stands where a module belongs; a class without parentheses is called."""
        if is_module(value):
            return self._interpreter.chain_of(value)
        if isinstance(value, Flow) and not value.steps:
            return Chain(line, is_inline=True)
        if isinstance(value, Dotted):
            made = self.call(value, Arguments(), line)
            if isinstance(made, Chain | CodeCall):
                self.say_parentheses(value, line)
                return made
        return CodeCall("", line=line, fault=message(_NO_MODULE))

    def children(self, values: Any, line: int) -> list[tuple[str | None, Chain | CodeCall]]:
        """The modules in a list or a dictionary of them, each with its name where it has one."""
        if isinstance(values, dict):
            return [(str(name), self.module(value, line)) for name, value in values.items()]
        if not isinstance(values, list | tuple):
            return [(None, self.module(values, line))]
        lines = [
            values.line(at, line) if isinstance(values, Elements) else line
            for at in range(len(values))
        ]
        return [(None, self.module(*each)) for each in zip(values, lines, strict=True)]

    def say_parentheses(self, callee: Dotted, line: int) -> None:
        """Say that a class stands where a module belongs."""
        text = message(_WITHOUT_PARENTHESES, name=callee.last)
        self._interpreter.remarks.append(warning(line, text))

    def missing(self, name: str) -> Any:
        """What a name stands for that the code does not explain."""
        if self._is_keras and name in NAMES:
            is_layer = name[:1].isupper()
            root = "tensorflow" if name == "tf" else "keras" if name == "keras" else ""
            return Dotted(root or (f"keras.layers.{name}" if is_layer else f"keras.{name}"))
        if name in _TORCH:
            return Dotted(_TORCH[name])
        made = Dotted(f"torch.nn.{name}")
        return made if self._torch.knows(made) else UNKNOWN

    def known(self, code: ast.ClassDef | ast.FunctionDef) -> Dotted | None:
        """What of ours a class or function of the code is a copy of."""
        return Dotted(f"modules.{code.name}") if is_copied(code) else None

    def models(self) -> list[Any]:
        """Models that the code trains."""
        return self._keras.models

    def finished(self, network: CodeCall) -> tuple[CodeCall, TrainingPatch]:
        """The network and its training, once all code is read."""
        network, training = self._keras.finished(network)
        network, torch_training = self._torch.finished(network)
        if training == TrainingPatch():
            training = torch_training
        return network, replace(training)

    @property
    def input(self) -> dict[str, int]:
        """What the code says of a sample: its channels, or how many numbers it has."""
        return self._keras.input

    @property
    def input_rank(self) -> int | None:
        """How many dimensions the code says that a sample has."""
        return self._keras.input_rank


def _dictionary(given: Arguments) -> dict[str, Any]:
    held = given.get("", 0, {})
    if isinstance(held, list | tuple):
        held = {
            pair[0]: pair[1]
            for pair in held
            if isinstance(pair, list | tuple) and len(pair) == 2 and isinstance(pair[0], str)
        }
    return {**held, **given.named} if isinstance(held, dict) else dict(given.named)


_NO_MODULE = QT_TRANSLATE_NOOP(
    "netstudio", "Which layer stands here is known only when the code runs; it was left out."
)
_WITHOUT_PARENTHESES = QT_TRANSLATE_NOOP(
    "netstudio",
    "{name} is written without parentheses, so Python takes the class instead of a layer. It was "
    "read as {name}().",
)
