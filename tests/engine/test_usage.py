"""How much of the machine is used."""

from __future__ import annotations

import builtins
import sys
import time
from types import ModuleType, SimpleNamespace

import pytest

from netstudio.core.translate import message
from netstudio.engine.devices import DeviceReport, is_gpu_used
from netstudio.engine.usage import UsageMeter


def busy_for(seconds: float) -> None:
    """Compute for so long, whatever else the machine has to do."""
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass


def test_a_busy_program_is_seen() -> None:
    pytest.importorskip("psutil")
    meter = UsageMeter()
    busy_for(0.3)
    busy = meter.read()
    time.sleep(0.3)
    idle = meter.read()
    meter.close()
    assert busy is not None
    assert idle is not None
    assert busy.own_cpu > 2 * idle.own_cpu
    assert 0 <= busy.cpu <= 1
    assert 10_000_000 < busy.memory <= busy.used <= busy.total
    assert busy.processors >= 1


def test_without_the_library_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    original = builtins.__import__

    def refuse(name: str, *rest: object, **more: object) -> ModuleType:
        if name in ("psutil", "pynvml"):
            raise ImportError(name)
        return original(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", refuse)
    meter = UsageMeter()
    assert meter.read() is None
    meter.close()


class FakeNvml(ModuleType):
    """A driver's library with two GPUs, of which the second is gone."""

    class NVMLError(Exception):
        pass

    def __init__(self, tells_busy: bool = True) -> None:
        super().__init__("pynvml")
        self.tells_busy = tells_busy
        self.is_open = False

    def nvmlInit(self) -> None:
        self.is_open = True

    def nvmlShutdown(self) -> None:
        self.is_open = False

    def nvmlDeviceGetCount(self) -> int:
        return 2

    def nvmlDeviceGetHandleByIndex(self, number: int) -> int:
        if number:
            raise self.NVMLError
        return number

    def nvmlDeviceGetMemoryInfo(self, handle: int) -> SimpleNamespace:
        return SimpleNamespace(used=2, total=8)

    def nvmlDeviceGetName(self, handle: int) -> bytes:
        return b"Some GPU"

    def nvmlDeviceGetUtilizationRates(self, handle: int) -> SimpleNamespace:
        if not self.tells_busy:
            raise self.NVMLError
        return SimpleNamespace(gpu=64)


@pytest.mark.parametrize(("tells_busy", "busy"), [(True, 0.64), (False, None)])
def test_gpus_are_read_and_one_that_is_gone_left_out(
    tells_busy: bool, busy: float | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("psutil")
    fake = FakeNvml(tells_busy)
    monkeypatch.setitem(sys.modules, "pynvml", fake)
    meter = UsageMeter()
    seen = meter.read()
    assert seen is not None
    (gpu,) = seen.gpus
    assert (gpu.name, gpu.busy, gpu.memory, gpu.total) == ("Some GPU", busy, 2, 8)
    meter.close()
    assert not fake.is_open


CPU = DeviceReport("cpu", message("Some CPU"), usable=True)
GPU = DeviceReport("cuda:0", message("RTX"), usable=True)
SECOND = DeviceReport("cuda:1", message("Second"), usable=True)
NO_DRIVER = DeviceReport(
    "cuda", message("no driver was found"), usable=False, remedy=message("Install it.")
)
NO_METAL = DeviceReport("mps", message("an old macOS"), usable=False)


@pytest.mark.parametrize(
    ("chosen", "reports", "answer"),
    [
        ("auto", (CPU, GPU), "The GPU is used: RTX."),
        ("cuda", (CPU, GPU), "The GPU is used: RTX."),
        ("cuda:1", (CPU, GPU, SECOND), "The GPU is used: Second."),
        ("cpu", (CPU, GPU), "No GPU is used: the CPU is chosen. RTX could be chosen instead."),
        ("auto", (CPU, NO_DRIVER), "No GPU is used: no driver was found. Install it."),
        ("auto", (CPU, NO_METAL), "No GPU is used: an old macOS."),
        ("auto", (CPU,), "No GPU is used: there is none."),
    ],
)
def test_whether_the_gpu_is_used_is_answered_with_the_reason(
    chosen: str, reports: tuple[DeviceReport, ...], answer: str
) -> None:
    assert str(is_gpu_used(chosen, reports)) == answer
