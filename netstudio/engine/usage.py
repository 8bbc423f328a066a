"""How much of the machine is used: processors, memory and GPUs, as far as libraries tell."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

_LEAST_PAUSE = 0.05


@dataclass(frozen=True)
class GpuUsage:
    """One GPU.

    Attributes:
        name: Its maker's name.
        busy: The share of the last moments in which it computed; None where it does not tell.
        memory: Bytes in use, by all programs.
        total: Bytes there are.
    """

    name: str
    busy: float | None
    memory: int
    total: int


@dataclass(frozen=True)
class Usage:
    """The machine at one moment.

    Attributes:
        cpu: The share of all processors that was busy since the last look.
        own_cpu: How many processors this program kept busy, such as 1.8.
        processors: How many there are.
        memory: Bytes that this program has in memory.
        used: Bytes in use by all programs.
        total: Bytes of memory there are.
        gpus: NVIDIA GPUs; empty where there is none, or its library is missing.
    """

    cpu: float
    own_cpu: float
    processors: int
    memory: int
    used: int
    total: int
    gpus: tuple[GpuUsage, ...] = ()


class UsageMeter:
    """Looks at the machine again and again; shares are of the time between two looks."""

    def __init__(self) -> None:
        self._psutil: Any = None
        with suppress(ImportError):
            import psutil

            self._psutil = psutil
        self._gpus = _Gpus()
        self._before = self._times()

    def read(self) -> Usage | None:
        """The machine since the last look; None where the library for that is missing."""
        if self._psutil is None:
            return None
        now = self._times()
        elapsed = max(_LEAST_PAUSE, now.clock - self._before.clock)
        whole = max(1e-9, now.whole - self._before.whole)
        busy, own = now.busy - self._before.busy, now.own - self._before.own
        self._before = now
        memory = self._psutil.virtual_memory()
        return Usage(
            cpu=min(1.0, max(0.0, busy / whole)),
            own_cpu=max(0.0, own / elapsed),
            processors=self._psutil.cpu_count() or 1,
            memory=self._psutil.Process().memory_info().rss,
            used=memory.total - memory.available,
            total=memory.total,
            gpus=tuple(self._gpus.read()),
        )

    def close(self) -> None:
        """Let go of the GPUs' library."""
        self._gpus.close()

    def _times(self) -> _Times:
        if self._psutil is None:
            return _Times(0.0, 0.0, 0.0, 0.0)
        system = self._psutil.cpu_times()
        idle = system.idle + getattr(system, "iowait", 0.0)
        # Linux counts the time of guests twice.
        guests = getattr(system, "guest", 0.0) + getattr(system, "guest_nice", 0.0)
        own = self._psutil.Process().cpu_times()
        whole = sum(system) - guests
        return _Times(time.monotonic(), whole, whole - idle, own.user + own.system)


@dataclass(frozen=True)
class _Times:
    """Seconds so far: on the clock, of all processors, of those that were busy, of our own."""

    clock: float
    whole: float
    busy: float
    own: float


class _Gpus:
    """NVIDIA's GPUs, as their driver's library (NVML) tells of them."""

    def __init__(self) -> None:
        self._nvml: Any = None
        try:
            import pynvml

            pynvml.nvmlInit()
        except Exception:  # noqa: BLE001 (no library, no driver, no GPU: there is nothing to tell)
            return
        self._nvml = pynvml

    def read(self) -> Iterator[GpuUsage]:
        nvml = self._nvml
        if nvml is None:
            return
        for number in range(nvml.nvmlDeviceGetCount()):
            with suppress(nvml.NVMLError):
                handle = nvml.nvmlDeviceGetHandleByIndex(number)
                memory = nvml.nvmlDeviceGetMemoryInfo(handle)
                yield GpuUsage(_name(nvml, handle), _busy(nvml, handle), memory.used, memory.total)

    def close(self) -> None:
        if self._nvml is not None:
            with suppress(self._nvml.NVMLError):
                self._nvml.nvmlShutdown()
            self._nvml = None


def _name(nvml: Any, handle: object) -> str:
    name = nvml.nvmlDeviceGetName(handle)
    return name.decode() if isinstance(name, bytes) else str(name)


def _busy(nvml: Any, handle: object) -> float | None:
    try:
        return float(nvml.nvmlDeviceGetUtilizationRates(handle).gpu) / 100
    except nvml.NVMLError:  # such as a share of a GPU
        return None
