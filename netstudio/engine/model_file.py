"""Trained models on disk: safetensors, with everything else as JSON in its metadata."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn

from netstudio.core.files import decode, encode, parse
from netstudio.core.project import Project
from netstudio.core.safe_write import replacing
from netstudio.core.spec import Call
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, shorten
from netstudio.engine.data.preprocessing import Preprocessing
from netstudio.engine.data.scaling import ValueScaling
from netstudio.engine.data.storage.batches import evaluation_batch
from netstudio.engine.devices import choose_device
from netstudio.engine.network.analyse import Analysis, analyse
from netstudio.engine.resolve import build, resolve
from netstudio.engine.trained_model import TrainedModel
from netstudio.tasks.settings import NO_PATH, read_settings

FORMAT = 1
# One key only: safetensors writes several in random order.
_KEY = "netstudio"
# How many numbers a layer may put out for one sample: 1 GiB of them.
_LARGEST_OUTPUT = 2**28
_PICKLE_STARTS = (b"PK\x03\x04", b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05")


def save_model(
    path: Path,
    module: nn.Module,
    project: Project,
    preprocessing: Preprocessing,
    scaling: ValueScaling | None,
    figures: Mapping[str, Any],
    history: Sequence[Mapping[str, Any]],
    best_epoch: int,
) -> None:
    """Write a trained model; an older file stays whole until the new one is complete.

    Raises:
        UserError: The weights are not finite, or the file could not be written.
    """
    tensors = {
        name: tensor.detach().cpu().contiguous() for name, tensor in module.state_dict().items()
    }
    for name, tensor in tensors.items():
        _require_finite(tensor, name, path)
    about = {
        "format": FORMAT,
        "project": encode(project),
        "preprocessing": preprocessing.as_json(),
        "scaling": None if scaling is None else scaling.as_json(),
        "figures": dict(figures),
        "best_epoch": best_epoch,
        "history": list(history),
    }
    metadata = {_KEY: json.dumps(about, ensure_ascii=False, allow_nan=False)}
    with replacing(path) as temporary:
        try:
            save_file(tensors, temporary, metadata)
        except SafetensorError as error:
            raise OSError(0, str(error)) from error


def load_model(path: Path, device: str = "cpu") -> TrainedModel:
    """Read a trained model; nothing in the file is executed.

    Raises:
        UserError: The file cannot be read or is not a trained model of netstudio.
    """
    chosen = choose_device(device)
    tensors, about = _read(path)
    try:
        project = decode(about["project"], str(path))
        preprocessing = _preprocessing(path, project, about["preprocessing"])
        scaling = ValueScaling.from_json(about["scaling"]) if about.get("scaling") else None
        figures, history = dict(about["figures"]), tuple(dict(e) for e in about["history"])
        best_epoch = int(about["best_epoch"])
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise _unusable(path, f"its description is incomplete ({error})") from error
    analysis = _checked_network(path, project, preprocessing)
    settings, call = analysis.settings, analysis.call
    assert call is not None
    module = _with_weights(path, call, tensors).to(chosen).eval()
    assert settings.loss is not None
    assert settings.task is not None
    return TrainedModel(
        module=module,
        project=project,
        preprocessing=preprocessing,
        scaling=scaling,
        answer=build(settings.task.answer(settings.loss)),
        task=settings.task,
        figures=figures,
        history=history,
        best_epoch=best_epoch,
        device=chosen,
        batch_size=evaluation_batch(analysis.widest_output),
    )


def _preprocessing(path: Path, project: Project, raw: Any) -> Preprocessing:
    """What the project's task says stands between stored samples and the network."""
    task = read_settings(project)[0].task
    if task is None:
        raise _unusable(path, "its task is unknown")
    preprocessing: Preprocessing = resolve(task.preprocessing).from_json(raw)
    return preprocessing


def load_weights(path: Path, module: nn.Module) -> None:
    """Put the weights of a trained model into a module that was built from the same network.

    Raises:
        UserError: The file cannot be read or does not fit.
    """
    tensors, _ = _read(path)
    _require_fit(path, module, tensors)
    module.load_state_dict(tensors)


def _read(path: Path) -> tuple[dict[str, Tensor], dict[str, Any]]:
    if not _is_file(path):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio", "There is no file {path}. Name a trained model, such as {example}."
            ),
            path=path,
            example="runs/…/best.safetensors",
        )
    try:
        with safe_open(path, framework="pt") as file:
            metadata = file.metadata() or {}
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    except OSError as error:
        raise _unusable(path, error.strerror or str(error)) from error
    except Exception as error:  # damaged headers make the reader raise several types
        raise _unusable(path, _why_unreadable(path)) from error
    if _KEY not in metadata:
        raise _unusable(path, "it holds weights, but no network of netstudio")
    try:
        about: Any = parse(metadata[_KEY])
        version = about["format"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _unusable(path, "its description is damaged") from error
    if version != FORMAT:
        if not _is_newer(version):
            raise _unusable(path, f"its format is {shorten(str(version), 20)}")
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{path} was saved in format {version}, but this netstudio reads format {known}. "
                "Update netstudio to open it.",
            ),
            path=path,
            version=shorten(str(version), 20),
            known=FORMAT,
        )
    return tensors, about


def _is_newer(version: object) -> bool:
    return isinstance(version, int) and not isinstance(version, bool) and version > FORMAT


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # too long a name, no right to look, or a NUL in it
        return False


def _why_unreadable(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(4)
    if any(start.startswith(mark) for mark in _PICKLE_STARTS):
        return "it is a Python pickle, which could run code when opened"
    return "it is not a safetensors file, or it is cut off"


def _checked_network(path: Path, project: Project, preprocessing: Preprocessing) -> Analysis:
    facts = project.data.facts
    if facts is None or facts.sample != preprocessing.sample:
        raise _unusable(path, "its network and its preprocessing do not fit together")
    analysis = analyse(project)
    errors = [problem for problem in analysis.errors if problem.code != NO_PATH]
    if errors or analysis.call is None:
        raise _unusable(path, str(errors[0].text).rstrip(".") if errors else "it has no network")
    if analysis.widest_output > _LARGEST_OUTPUT:
        raise _unusable(path, "its network would fill the memory")
    return analysis


def _with_weights(path: Path, call: Call, tensors: Mapping[str, Tensor]) -> nn.Module:
    # On meta first: a description that lies about its size costs no memory.
    with torch.device("meta"):
        module = build(call)
    _require_fit(path, module, tensors)
    module.load_state_dict(dict(tensors), assign=True)
    return module.requires_grad_(True)


def _require_fit(path: Path, module: nn.Module, tensors: Mapping[str, Tensor]) -> None:
    expected = module.state_dict()
    if expected.keys() != tensors.keys():
        odd = sorted(expected.keys() ^ tensors.keys())[0]
        raise _unusable(path, f"its weights do not fit its network (see {odd[:80]})")
    for name, tensor in tensors.items():
        if expected[name].shape != tensor.shape or expected[name].dtype != tensor.dtype:
            raise _unusable(path, f"its weights {name[:80]} do not fit its network")
        _require_finite(tensor, name, path)


def _require_finite(tensor: Tensor, name: str, path: Path) -> None:
    if tensor.is_floating_point() and not bool(tensor.isfinite().all()):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The weights {name} of the model {path} are not finite numbers. Train again with a "
                "lower learning rate.",
            ),
            name=name,
            path=path,
        )


def _unusable(path: Path, reason: str) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{path} is not a usable trained model: {reason}. Choose a .safetensors file that "
            "netstudio saved.",
        ),
        path=path,
        reason=reason,
    )
