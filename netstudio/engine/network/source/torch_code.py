"""What the names of PyTorch mean in code that is read."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from torch import nn

from netstudio.core.project import Selected
from netstudio.core.spec import Argument
from netstudio.core.translate import QT_TRANSLATE_NOOP, message
from netstudio.engine.network.source.branches import merged
from netstudio.engine.network.source.constructors import parameters_of
from netstudio.engine.network.source.modules_text import module_target
from netstudio.engine.network.source.patterns import patterns
from netstudio.engine.network.source.remarks import warning
from netstudio.engine.network.source.training import (
    TrainingPatch,
    torch_loss,
    torch_optimizer,
)
from netstudio.engine.network.source.values import (
    UNKNOWN,
    Arguments,
    Chain,
    CodeCall,
    Dotted,
    Flow,
    Instance,
    Outputs,
    Unknown,
    fault,
    flows_in,
    frozen,
    is_module,
    is_plain,
    tupled,
)

if TYPE_CHECKING:
    from netstudio.engine.network.source.interpreter import Interpreter

_LISTS = frozenset(("ModuleList", "ModuleDict"))
_MERGES = {"cat": "concat", "concat": "concat", "add": "add", "mul": "multiply", "maximum": "max"}
_UNCHANGED = frozenset(
    (
        "contiguous",
        "to",
        "float",
        "cuda",
        "cpu",
        "clone",
        "detach",
        "type",
        "requires_grad_",
        "half",
    )
)
# What code does to a module as a whole that leaves its layers as they are.
_KEEPING = frozenset(
    ("to", "cuda", "cpu", "eval", "train", "float", "double", "half", "apply", "requires_grad_")
)


# torch's own give every step, and beside it the state in which they ended.
_RECURRENT = frozenset(("nn.RNN", "nn.LSTM", "nn.GRU"))


class TorchCode:
    """Constructors, functions and tensor methods of PyTorch.

    Attributes:
        takes_log_softmax: Whether the code trains with a loss that wants the logarithms of shares.
    """

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._optimizer: Selected | None = None
        self._loss: Selected | None = None
        self.takes_log_softmax = False

    def knows(self, callee: Dotted) -> bool:
        """Whether something of torch, or of ours, is a module class."""
        return is_sequential(callee) or target_of(callee) is not None

    def call(self, callee: Dotted, given: Arguments, line: int) -> Any:
        """What calling something of torch gives."""
        name = callee.last
        if is_sequential(callee):
            return self._sequential(given, line)
        if name in _LISTS:
            return self._module_list(given, line)
        if ".optim." in callee.name:
            self._optimizer = torch_optimizer(f"optim.{name}", given) or self._optimizer
            return UNKNOWN
        if name.endswith("Loss"):
            self._loss = torch_loss(name, given) or self._loss
            return UNKNOWN
        if (target := target_of(callee)) is not None:
            return self.construct(target, given, line)
        if ".nn." in callee.name and name[:1].isupper():
            return CodeCall(f"unknown.{name}", line=line)
        if name in ("compile", "jit.script"):
            return given.get("model", 0, UNKNOWN)
        flow = next(flows_in(given.positional), None)
        return UNKNOWN if flow is None else self.function(name, given, line)

    def construct(self, target: str, given: Arguments, line: int) -> CodeCall:
        """A module as its constructor call."""
        self._interpreter.effects += 1
        names = list(parameters_of(target))
        arguments = dict(zip(names, given.positional, strict=False))
        arguments.update(given.named)
        plain: dict[str, Argument] = {}
        unknown = []
        for name, value in arguments.items():
            if is_module(value):
                plain[name] = frozen(self._interpreter.chain_of(value))
            elif is_plain(value):
                plain[name] = tupled(value)
            else:
                unknown.append(name)
        if target in _RECURRENT:
            plain["output"] = "sequence"
        return CodeCall(target, tuple(plain.items()), line=line, unknown=tuple(unknown))

    def _sequential(self, given: Arguments, line: int) -> Chain:
        self._interpreter.effects += 1
        parts: Any = given.positional
        if len(parts) == 1 and isinstance(parts[0], dict | list):
            parts = parts[0]
        return Chain(line, self._interpreter.library.children(parts, line))

    def _module_list(self, given: Arguments, line: int) -> Chain:
        held = given.get("modules", 0, [])
        return Chain(line, self._interpreter.library.children(held, line), is_network=False)

    def function(self, name: str, given: Arguments, line: int) -> Any:
        """What a function of torch makes of a tensor."""
        flow = next(flows_in(given.positional))
        if (operation := _MERGES.get(name)) is not None:
            flows = [*flows_in(given.positional)]
            return merged(operation, flows, line) if len(flows) > 1 else self._scaled(flow, line)
        rest = Arguments([value for value in given.positional if value is not flow], given.named)
        return self.tensor_method(flow, name, rest, line)

    def _scaled(self, flow: Flow, line: int) -> Flow:
        return fault(flow, line, message(_NO_FUNCTION, name="*"))

    def tensor_method(self, flow: Flow, name: str, given: Arguments, line: int) -> Any:
        """What a method, or a function of the same name, makes of a tensor."""
        self._interpreter.effects += 1
        match name.removesuffix("_"):
            case "size" | "shape" | "dim" | "ndim" | "numel":
                is_batch = given.positional[:1] == [0]
                return Unknown.BATCH if is_batch else UNKNOWN
            case "view" | "reshape":
                return self._viewed(flow, given, line)
            case "flatten":
                return flow.through(CodeCall("nn.Flatten", line=line), None, line)
            case "mean" if (made := _mean(given, line)) is not None:
                return flow.through(made, None, line)
            case "add" | "mul" as operation if other := [*flows_in(given.positional)]:
                return merged(_MERGES[operation], [flow, *other], line)
            case kept if kept in _UNCHANGED:
                return flow
        if (target := _modules_by_function().get(name.replace("_", "").lower())) is not None:
            given.named.pop("training", None)
            return flow.through(self.construct(target, given, line), None, line)
        return fault(flow, line, message(_NO_FUNCTION, name=name))

    def _viewed(self, flow: Flow, given: Arguments, line: int) -> Flow:
        sizes = given.positional
        if len(sizes) == 1 and isinstance(sizes[0], list | tuple):
            sizes = list(sizes[0])
        if len(sizes) == 2 and -1 in sizes:
            return flow.through(CodeCall("nn.Flatten", line=line), None, line)
        if len(sizes) > 1 and all(isinstance(size, int) for size in sizes[1:]):
            shape = tuple(sizes[1:])
            return flow.through(
                CodeCall("modules.Reshape", (("shape", shape),), line=line), None, line
            )
        return fault(flow, line, message(_NO_FUNCTION, name="view"))

    def method(self, owner: Any, name: str, given: Arguments, line: int) -> Any:
        """What a method of a tensor, a module or a list of modules gives."""
        match owner:
            case Flow() if name == "[]":
                return self._part(owner, given, line)
            case Flow():
                return self.tensor_method(owner, name, given, line)
            case Outputs():
                return self._last_step(owner.flow, line)
            case Chain():
                return self._chain_method(owner, name, given, line)
            case Instance() if name in ("add_module", "register_module"):
                attribute = given.get("name", 0)
                if isinstance(attribute, str):
                    owner.attributes[attribute] = given.get("module", 1)
            case _ if name in _KEEPING and is_module(owner):
                return owner
        return UNKNOWN

    def _chain_method(self, owner: Chain, name: str, given: Arguments, line: int) -> Any:
        self._interpreter.effects += 1
        match name:
            case "append" | "add" if given.positional:
                owner.children.append(
                    (None, self._interpreter.library.module(given.positional[0], line))
                )
            case "add_module" if isinstance(child := given.get("name", 0), str):
                owner.children.append(
                    (child, self._interpreter.library.module(given.get("module", 1), line))
                )
            case "extend" if isinstance(several := given.get("modules", 0), list | tuple):
                owner.children.extend(
                    (None, self._interpreter.library.module(each, line)) for each in several
                )
            case "insert" if isinstance(place := given.get("index", 0), int):
                owner.children.insert(
                    place, (None, self._interpreter.library.module(given.get("module", 1), line))
                )
            case kept if kept not in _KEEPING:
                return UNKNOWN
        return owner

    def _part(self, flow: Flow, given: Arguments, line: int) -> Any:
        """``out[:, -1]``: the last step of a sequence."""
        if given.positional[:2] == [":", -1] and set(given.positional[2:]) <= {":"}:
            return self._last_step(flow, line)
        return fault(flow, line, message(_NO_FUNCTION, name="[]"))

    def _last_step(self, flow: Flow, line: int) -> Flow:
        """The end of a sequence; a recurrent layer right before gives only that."""
        last = flow.steps[-1] if flow.steps else None
        if last is not None and isinstance(last.made, CodeCall) and last.made.target in _RECURRENT:
            arguments = {**dict(last.made.arguments), "output": "last"}
            made = replace(last.made, arguments=tuple(arguments.items()))
            return Flow((*flow.steps[:-1], replace(last, made=made)))
        return fault(flow, line, message(_NO_FUNCTION, name="[:, -1]"))

    def finished(self, network: CodeCall) -> tuple[CodeCall, TrainingPatch]:
        """The network with logits where its loss wants their logarithms, and its training."""
        last = network.children[-1][1] if network.children else None
        loss = self._loss
        if self.takes_log_softmax:
            loss = torch_loss("CrossEntropyLoss", Arguments())
            if isinstance(last, CodeCall) and last.target == "nn.LogSoftmax":
                self._interpreter.remarks.append(warning(last.line, message(_LOG_SOFTMAX)))
                network = replace(network, children=network.children[:-1])
        return network, TrainingPatch(loss=loss, optimizer=self._optimizer)


def is_sequential(callee: Dotted) -> bool:
    """Whether something imported runs modules one after the other."""
    return callee.last == "Sequential" or target_of(callee) == "nn.Sequential"


def target_of(callee: Dotted) -> str | None:
    """The short name, as declarations have it, of a module class of torch or of ours."""
    root, _, _ = callee.name.partition(".")
    if ".nn.utils." in callee.name:
        return _wrappers().get(callee.last)
    if root == "torch" and ".nn" in callee.name and ".functional" not in callee.name:
        found = getattr(nn, callee.last, None)
        if isinstance(found, type) and issubclass(found, nn.Module):
            return f"nn.{callee.last}"
    return module_target(callee.last) if root in ("netstudio", "modules") else None


@lru_cache(maxsize=1)
def _modules_by_function() -> dict[str, str]:
    """Module classes by the name of the function that does the same: ``max_pool2d``."""
    found = {
        name.lower(): f"nn.{name}"
        for name, made in vars(nn).items()
        if isinstance(made, type) and issubclass(made, nn.Module)
    }
    found.update((target.rpartition(".")[2].lower(), target) for target in patterns())
    return found


@lru_cache(maxsize=1)
def _wrappers() -> dict[str, str]:
    """The functions of torch that layers wrap their module in, by name."""
    return {
        target.rpartition(".")[2]: target for target in patterns() if target.startswith("nn.utils.")
    }


def _mean(given: Arguments, line: int) -> CodeCall | None:
    """A mean over all places of a picture, or over time."""
    dims = given.get("dim", 0, given.positional)
    places = tuple(dims) if isinstance(dims, list | tuple) else (dims,)
    if places in ((2, 3), (-2, -1), (-1, -2), (1,)):
        return CodeCall("modules.GlobalAvgPool", line=line)
    return None


_NO_FUNCTION = QT_TRANSLATE_NOOP(
    "netstudio", "{name} does something to the data that no layer here does; it was left out."
)
_LOG_SOFTMAX = QT_TRANSLATE_NOOP(
    "netstudio",
    "The final log_softmax was left out: cross-entropy applies it here itself, so the network puts "
    "out logits. The result is the same.",
)
