"""What can compute here, and why a GPU that one might expect is not used."""

from __future__ import annotations

import os
import platform
import re
import shutil
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from netstudio.core.translate import (
    QT_TRANSLATE_NOOP,
    Message,
    UserError,
    listing,
    message,
    verbatim,
)
from netstudio.engine.machine import memory_bytes, processor_name


@dataclass(frozen=True)
class DeviceReport:
    """One device, or one that is missing.

    Attributes:
        name: What ``--device`` calls it.
        description: Its real name and memory, or why it is not used.
        usable: Whether it can be chosen.
        remedy: What would make it usable, where something would.
    """

    name: str
    description: Message
    usable: bool
    remedy: Message | None = None


def choose_device(name: str) -> torch.device:
    """The device called ``name``; ``auto`` takes the fastest.

    Raises:
        UserError: There is no such device here.
    """
    if name == "auto":
        return _fastest()
    if not re.fullmatch(r"cpu|mps|cuda(:\d{1,4})?", name):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio", "{name} is no device. Use auto, cpu, cuda, cuda:N or mps."
            ),
            name=name,
        )
    kind, _, number = name.partition(":")
    # torch itself takes cuda:256 for cuda:0, and stumbles over cuda:00.
    wanted = f"cuda:{int(number or 0)}" if kind == "cuda" else name
    reports = describe_devices()
    usable = [report.name for report in reports if report.usable]
    if wanted not in usable:
        missing = next(
            (report.description for report in reports if report.name == kind),
            message(QT_TRANSLATE_NOOP("netstudio", "there is no such device")),
        )
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The device {name} cannot be used here: {reason}. Use auto or one of: {usable}.",
            ),
            name=name,
            reason=missing,
            usable=", ".join(usable),
        )
    return torch.device(wanted)


def is_gpu_used(chosen: str, reports: Sequence[DeviceReport]) -> Message:
    """Whether training uses a GPU, and if not, why, in plain words.

    Args:
        chosen: The device that was chosen, as ``choose_device`` takes it.
        reports: What ``describe_devices`` gives.
    """
    gpus = [report for report in reports if report.name != "cpu"]
    usable = [report for report in gpus if report.usable]
    if not usable:
        if not gpus:
            return message(QT_TRANSLATE_NOOP("netstudio", "No GPU is used: there is none."))
        missing = gpus[0]
        if missing.remedy is None:
            template = QT_TRANSLATE_NOOP("netstudio", "No GPU is used: {reason}.")
            return message(template, reason=missing.description)
        template = QT_TRANSLATE_NOOP("netstudio", "No GPU is used: {reason}. {remedy}")
        return message(template, reason=missing.description, remedy=missing.remedy)
    if chosen == "cpu":
        template = QT_TRANSLATE_NOOP(
            "netstudio", "No GPU is used: the CPU is chosen. {gpu} could be chosen instead."
        )
        return message(template, gpu=usable[0].description)
    wanted = {"auto": usable[0].name, "cuda": "cuda:0"}.get(chosen, chosen)
    used = next((report for report in usable if report.name == wanted), usable[0])
    return message(QT_TRANSLATE_NOOP("netstudio", "The GPU is used: {gpu}."), gpu=used.description)


def describe_devices() -> tuple[DeviceReport, ...]:
    """Every device that can be used, and each GPU kind that cannot, with the reason."""
    cpu = DeviceReport("cpu", describe(torch.device("cpu")), usable=True)
    return (cpu, *_cuda_reports(), *_mps_reports())


def describe(device: torch.device) -> Message:
    """A device's real name and memory."""
    if device.type == "cuda":
        properties = torch.cuda.get_device_properties(device)
        return listing([verbatim(properties.name), *_memory(properties.total_memory)])
    if device.type == "mps":
        return verbatim(f"Apple GPU ({platform.machine()})")
    return listing([verbatim(processor_name()), *_threads(), *_memory(memory_bytes())])


def _threads() -> list[Message]:
    count = os.cpu_count()
    if count is None:
        return []
    if count == 1:
        return [message(QT_TRANSLATE_NOOP("netstudio", "1 thread"))]
    return [message(QT_TRANSLATE_NOOP("netstudio", "{threads} threads"), threads=count)]


def _memory(size: int) -> list[Message]:
    """The size in words; none where it is unknown, or too small to be told in GiB."""
    gibibytes = round(size / 2**30)
    return [verbatim(f"{gibibytes} GiB")] if gibibytes else []


def _fastest() -> torch.device:
    usable = [report.name for report in describe_devices() if report.usable]
    for kind in ("cuda:0", "mps"):
        if kind in usable:
            return torch.device(kind)
    return torch.device("cpu")


def _cuda_reports() -> list[DeviceReport]:
    with warnings.catch_warnings():
        # torch warns where a driver is missing or too old; the report says so in our words.
        warnings.simplefilter("ignore")
        count = torch.cuda.device_count() if torch.cuda.is_available() else 0
    if count:
        devices = [torch.device("cuda", index) for index in range(count)]
        return [DeviceReport(str(device), describe(device), usable=True) for device in devices]
    if platform.system() == "Darwin":
        return []
    return [_why_no_cuda()]


def _why_no_cuda() -> DeviceReport:
    has_driver = Path("/proc/driver/nvidia/version").exists() or shutil.which("nvidia-smi")
    if getattr(torch.version, "hip", None) is not None:
        why = QT_TRANSLATE_NOOP("netstudio", "this PyTorch, built for ROCm, found no AMD GPU")
        remedy = QT_TRANSLATE_NOOP(
            "netstudio",
            "If this computer has an AMD GPU that ROCm supports, install or update its driver.",
        )
    elif torch.version.cuda is None:
        why = QT_TRANSLATE_NOOP("netstudio", "this PyTorch was built without CUDA")
        remedy = QT_TRANSLATE_NOOP(
            "netstudio",
            "To use an NVIDIA GPU, install PyTorch's CUDA build (see the README).",
        )
    elif not has_driver:
        why = QT_TRANSLATE_NOOP("netstudio", "no NVIDIA driver was found")
        remedy = QT_TRANSLATE_NOOP(
            "netstudio", "If this computer has an NVIDIA GPU, install its driver."
        )
    else:
        why = QT_TRANSLATE_NOOP(
            "netstudio", "the NVIDIA driver shows no device that this PyTorch can use"
        )
        remedy = QT_TRANSLATE_NOOP("netstudio", "Update the NVIDIA driver and restart.")
    return DeviceReport("cuda", message(why), usable=False, remedy=message(remedy))


def _mps_reports() -> list[DeviceReport]:
    if platform.system() != "Darwin":
        return []
    if torch.backends.mps.is_available():
        return [DeviceReport("mps", describe(torch.device("mps")), usable=True)]
    why = message(
        QT_TRANSLATE_NOOP("netstudio", "this Mac has no GPU that PyTorch can use, or an old macOS")
    )
    return [DeviceReport("mps", why, usable=False)]
