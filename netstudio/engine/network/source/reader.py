"""PyTorch and Keras code back into a stack, never executed."""

from __future__ import annotations

import ast
import io
import re
import textwrap
import tokenize
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from netstudio.core.problems import Severity
from netstudio.core.translate import QT_TRANSLATE_NOOP, message, shorten
from netstudio.core.tree import Stack, walk
from netstudio.engine.network.source.dimensions import with_dimensions
from netstudio.engine.network.source.interpreter import Interpreter
from netstudio.engine.network.source.library import Libraries
from netstudio.engine.network.source.networks import network_of
from netstudio.engine.network.source.raising import Raiser, require_size
from netstudio.engine.network.source.remarks import Remark
from netstudio.engine.network.source.training import TrainingPatch
from netstudio.engine.network.source.values import Scope, TooMuch, frozen
from netstudio.tasks.sources import SOURCES

LONGEST_TEXT = 500_000
_STAND_IN = re.compile(r"# (.+) \(.*\) (?:is switched off|cannot be built|is left out)")


@dataclass(frozen=True)
class Reading:
    """What code says.

    Attributes:
        network: The layers; None where there are none in the code, or the code is no Python.
        remarks: What could not be read, and what was read otherwise than written, by line.
        training: Loss, optimizer and the like, as far as the code names them.
        lines: Where each layer is written, by uid, counted from 1.
        stand_ins: The names of layers that only a comment stands for.
        data: The data source that the code names, where it names one.
        input: What the first layer says of the data, by axis: so many channels or features.
    """

    network: Stack | None
    remarks: tuple[Remark, ...] = ()
    training: TrainingPatch = TrainingPatch()
    lines: Mapping[str, int] = field(default_factory=dict)
    stand_ins: frozenset[str] = frozenset()
    data: str | None = None
    input: Mapping[str, int] = field(default_factory=dict)

    @property
    def errors(self) -> tuple[Remark, ...]:
        """The remarks on what could not be read."""
        return tuple(each for each in self.remarks if each.severity is Severity.ERROR)


def read_source(text: str) -> Reading:
    """Read a network from PyTorch or Keras code.

    The text is parsed and followed, never executed. What has nothing to do with a network, such as
    loading data or a training loop, is passed over.

    Args:
        text: Python code: a file, or a part of one.
    """
    if len(text) > LONGEST_TEXT:
        return _nothing(1, _TOO_LONG, length=len(text), most=LONGEST_TEXT)
    plain = _without_magic(text)
    try:
        code = ast.parse(plain)
    except SyntaxError as error:
        reason = shorten(error.msg or "", 80)
        return _nothing(error.lineno or 1, _NO_PYTHON, reason=reason)
    except (ValueError, RecursionError, MemoryError):
        return _nothing(1, _TOO_NESTED)
    try:
        return _follow(code, plain)
    except TooMuch as error:
        return Reading(None, (Remark(error.line, error.text),))
    except RecursionError:
        return _nothing(1, _TOO_NESTED)


def _follow(code: ast.Module, text: str) -> Reading:
    interpreter = Interpreter(lambda it: Libraries(it, text))
    scope = Scope()
    interpreter.follow(code, scope)
    libraries = interpreter.library
    assert isinstance(libraries, Libraries)
    chain = network_of(interpreter, scope)
    if chain is None:
        return _nothing(1, _NO_NETWORK)
    comments = _comments(text)
    raiser = Raiser(_notes(comments, text))
    call, training = libraries.finished(frozen(chain))
    require_size(call)
    stack = raiser.stack(with_dimensions(call, libraries.input_rank))
    remarks = sorted(
        {*interpreter.remarks, *raiser.remarks}, key=lambda remark: (remark.line, str(remark.text))
    )
    stand_ins = (_STAND_IN.match(comment) for comment in comments.values())
    return Reading(
        network=stack,
        remarks=tuple(remarks),
        training=training,
        lines={node.uid: raiser.lines[node.uid] for node in walk(stack)},
        stand_ins=frozenset(found[1] for found in stand_ins if found),
        data=_data_named(code),
        input=raiser.input or libraries.input,
    )


def _data_named(code: ast.Module) -> str | None:
    """The first data source whose name occurs in the code."""
    known = {source.type.replace("_", ""): source.type for source in SOURCES}
    for node in ast.walk(code):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
                plain = name.rpartition(".")[2].replace("_", "").lower()
                if plain in known:
                    return known[plain]
    return None


def _nothing(line: int, template: str, **values: Any) -> Reading:
    return Reading(None, (Remark(line, message(template, **values)),))


def _without_magic(text: str) -> str:
    """The text as Python: without a notebook's commands, a prompt's marks or an indent of all."""
    lines = text.expandtabs().splitlines()
    if any(line.startswith(">>> ") for line in lines):
        lines = [line[4:] if line.startswith((">>> ", "... ")) else "" for line in lines]
    plain = ["" if line.lstrip().startswith(("%", "!")) else line for line in lines]
    return textwrap.dedent("\n".join(plain)) + "\n"


def _comments(text: str) -> dict[int, str]:
    """The comments that have a line to themselves, by line."""
    lines = text.splitlines()
    found = {}
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT and lines[token.start[0] - 1].lstrip()[:1] == "#":
                found[token.start[0]] = token.string
    except (tokenize.TokenError, IndentationError):
        pass
    return found


def _notes(comments: Mapping[int, str], text: str) -> dict[int, str]:
    """For each line of code the comment above it."""
    notes: dict[int, str] = {}
    above: list[str] = []
    for number in range(1, len(text.splitlines()) + 1):
        comment = comments.get(number)
        if comment is None:
            if above:
                notes[number] = "\n".join(above)
            above = []
        elif _STAND_IN.match(comment):
            above = []
        else:
            above.append(comment.removeprefix("#").removeprefix(" ").rstrip())
    return notes


_TOO_LONG = QT_TRANSLATE_NOOP(
    "netstudio",
    "The text has {length} characters, but at most {most} can be read. Give only the part with "
    "the network.",
)
_NO_PYTHON = QT_TRANSLATE_NOOP("netstudio", "This is no valid Python: {reason}.")
_TOO_NESTED = QT_TRANSLATE_NOOP(
    "netstudio", "The code is nested too deep to be read. Give only the part with the network."
)
_NO_NETWORK = QT_TRANSLATE_NOOP(
    "netstudio",
    "There is no network in this code. It should have an nn.Sequential, a class with layers and a "
    "forward method, or a Keras model.",
)
