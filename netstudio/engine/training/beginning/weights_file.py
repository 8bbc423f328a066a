"""Weights in files of other networks: trained models of netstudio, and state dicts of any program.

Nothing in such a file is executed: pickles are read with torch's reader of plain weights.
"""

from __future__ import annotations

import json
import pickle
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import safe_open
from torch import Tensor

from netstudio import paths
from netstudio.core.files import decode
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, UserError, message, shorten
from netstudio.engine.network.analyse import analyse
from netstudio.engine.resolve import build

# Under these names programs, and checkpoints of our own, keep the weights beside all else.
_HOLDERS = (
    "state_dict",
    "model_state_dict",
    "model",
    "module",
    "net",
    "network",
    "weights",
    "learner",
)
# What wrappers put before every name: torch's DataParallel and compile, Lightning, and others.
_WRAPPERS = re.compile(r"^(?:(?:module|model|network|net|_orig_mod)\.)+")
# What torch says of pickles that name functions or classes, beside tensors.
_MORE_THAN_WEIGHTS = re.compile("global|class|function", re.IGNORECASE)


@dataclass(frozen=True)
class Weights:
    """The weights of a network.

    Attributes:
        tensors: Weights and buffers by name, as the file has them but for what wrappers add.
        has_order: Whether they stand in the order in which the network was written.
    """

    tensors: Mapping[str, Tensor]
    has_order: bool


def read_weights(path: Path) -> Weights:
    """Read the weights in a file.

    Raises:
        UserError: The file is missing, damaged, holds no weights, or more than weights.
    """
    if not paths.exists(path) or not path.is_file():
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio", "There is no file {path} to start from. Choose another, or none."
            ),
            path=path,
        )
    weights = _of_safetensors(path) if _is_safetensors(path) else _of_pickle(path)
    if not weights.tensors:
        raise _unusable(path, message(QT_TRANSLATE_NOOP("netstudio", "it holds no weights")))
    for name, tensor in weights.tensors.items():
        if tensor.is_floating_point() and not bool(tensor.isfinite().all()):
            text = QT_TRANSLATE_NOOP("netstudio", "its weights {name} are not finite numbers")
            raise _unusable(path, message(text, name=shorten(name)))
    return weights


def _is_safetensors(path: Path) -> bool:
    """Whether the file is no pickle: it begins with the length of its JSON header."""
    with path.open("rb") as file:
        start = file.read(9)
    return start[8:] == b"{"


def _of_safetensors(path: Path) -> Weights:
    try:
        with safe_open(path, framework="pt") as file:
            metadata = file.metadata() or {}
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    except Exception as error:  # damaged headers make the reader raise several types
        raise _unusable(path, _damaged()) from error
    # The format sorts its names: only for networks of our own the order is known all the same.
    order = _order_of_ours(metadata.get("netstudio", ""))
    if set(order) == set(tensors):
        return Weights({name: tensors[name] for name in order}, has_order=True)
    return Weights(_unwrapped(tensors), has_order=False)


def _order_of_ours(about: str) -> list[str]:
    """The names of a trained model's weights from top to bottom; none for other files."""
    try:
        call = analyse(decode(json.loads(about)["project"], "")).call
    except (ValueError, KeyError, TypeError, UserError):
        return []
    if call is None:
        return []
    with torch.device("meta"):
        return [*build(call).state_dict()]


def _of_pickle(path: Path) -> Weights:
    try:
        content = torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        if not _MORE_THAN_WEIGHTS.search(str(error)):
            raise _unusable(path, _damaged()) from error
        text = QT_TRANSLATE_NOOP(
            "netstudio",
            "it holds more than weights, which could run code when it is opened; save it again "
            "with torch.save(model.state_dict(), path)",
        )
        raise _unusable(path, message(text)) from error
    except Exception as error:  # a damaged file can make torch raise almost anything
        raise _unusable(path, _damaged()) from error
    return Weights(_unwrapped(_tensors_in(content)), has_order=True)


def _tensors_in(content: object) -> dict[str, Tensor]:
    """The tensors of a state dict, or of the one that is kept beside other things."""
    if not isinstance(content, Mapping):
        return {}
    for holder in _HOLDERS:
        if isinstance(content.get(holder), Mapping):
            return _tensors_in(content[holder])
    return {
        str(name): value.detach() for name, value in content.items() if isinstance(value, Tensor)
    }


def _unwrapped(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The tensors without what wrappers add to names, unless two would then be called alike."""
    named = {_WRAPPERS.sub("", name): tensor for name, tensor in tensors.items()}
    return named if len(named) == len(tensors) else dict(tensors)


def _damaged() -> Message:
    return message(QT_TRANSLATE_NOOP("netstudio", "it is damaged or no file of weights"))


def _unusable(path: Path, reason: Message) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "A network cannot start from {path}: {reason}. Choose another file, or none.",
        ),
        path=path,
        reason=reason,
    )
