"""The computer's facts on each system, as the system would tell them; what is unknown stays so."""

from __future__ import annotations

import ctypes
import os
import platform
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from netstudio.engine import machine


def test_linux_tells_both(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    cpuinfo = tmp_path / "cpuinfo"
    cpuinfo.write_text("processor\t: 0\nmodel name\t: Sparrow(R)   i9 \nmodel name\t: Other\n")
    monkeypatch.setattr(machine, "_CPUINFO", cpuinfo)
    monkeypatch.setattr(os, "sysconf", {"SC_PAGE_SIZE": 4096, "SC_PHYS_PAGES": 2**20}.__getitem__)
    assert machine.processor_name() == "Sparrow(R) i9"
    assert machine.memory_bytes() == 4 * 2**30


def test_a_processor_without_a_name_is_called_by_its_architecture(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "aarch64")
    monkeypatch.setattr(machine, "_CPUINFO", tmp_path / "missing")
    assert machine.processor_name() == "aarch64"
    (tmp_path / "arm").write_text("processor\t: 0\nFeatures\t: fp\n")
    monkeypatch.setattr(machine, "_CPUINFO", tmp_path / "arm")
    assert machine.processor_name() == "aarch64"


def test_memory_that_linux_does_not_tell_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> int:
        raise ValueError(name)

    monkeypatch.setattr(os, "sysconf", refuse)
    assert machine.memory_bytes() == 0


class TestOnMacs:
    @pytest.fixture(autouse=True)
    def mac(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "platform", "darwin")
        monkeypatch.setattr(platform, "machine", lambda: "arm64")

    def test_sysctl_tells_both(self, monkeypatch: pytest.MonkeyPatch) -> None:
        told = {"machdep.cpu.brand_string": "Apple M3\n", "hw.memsize": "17179869184\n"}

        def run(command: list[str], **_: Any) -> SimpleNamespace:
            return SimpleNamespace(stdout=told[command[-1]])

        monkeypatch.setattr(subprocess, "run", run)
        assert machine.processor_name() == "Apple M3"
        assert machine.memory_bytes() == 16 * 2**30

    @pytest.mark.parametrize(
        "error",
        [
            FileNotFoundError(),
            subprocess.TimeoutExpired("sysctl", 5),
            subprocess.CalledProcessError(1, "sysctl"),
        ],
        ids=lambda error: type(error).__name__,
    )
    def test_what_it_does_not_tell_is_unknown(
        self, monkeypatch: pytest.MonkeyPatch, error: Exception
    ) -> None:
        def run(*_: Any, **__: Any) -> None:
            raise error

        monkeypatch.setattr(subprocess, "run", run)
        assert machine.processor_name() == "arm64"
        assert machine.memory_bytes() == 0


class Key:
    """An open key of the Windows registry."""

    def __enter__(self) -> Key:
        return self

    def __exit__(self, *_: object) -> None:
        pass


class TestOnWindows:
    @pytest.fixture(autouse=True)
    def windows(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "platform", "win32")
        monkeypatch.setattr(platform, "machine", lambda: "AMD64")

    def test_the_registry_tells_the_name(self, monkeypatch: pytest.MonkeyPatch) -> None:
        registry = SimpleNamespace(
            HKEY_LOCAL_MACHINE=0,
            OpenKey=lambda root, place: Key(),
            QueryValueEx=lambda key, name: (f"Sparrow {name}   ", 1),
        )
        monkeypatch.setitem(sys.modules, "winreg", registry)
        assert machine.processor_name() == "Sparrow ProcessorNameString"

    def test_a_name_that_it_does_not_hold_is_unknown(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def missing(root: int, place: str) -> Key:
            raise FileNotFoundError(place)

        registry = SimpleNamespace(HKEY_LOCAL_MACHINE=0, OpenKey=missing)
        monkeypatch.setitem(sys.modules, "winreg", registry)
        assert machine.processor_name() == "AMD64"

    @pytest.mark.parametrize(("told", "size"), [(1, 8 * 2**30), (0, 0)])
    def test_the_kernel_tells_the_memory(
        self, monkeypatch: pytest.MonkeyPatch, told: int, size: int
    ) -> None:
        def status(reference: Any) -> int:
            assert reference._obj.dwLength == 64
            reference._obj.ullTotalPhys = 8 * 2**30
            return told

        windll = SimpleNamespace(kernel32=SimpleNamespace(GlobalMemoryStatusEx=status))
        monkeypatch.setattr(ctypes, "windll", windll, raising=False)
        assert machine.memory_bytes() == size
