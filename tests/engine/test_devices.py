"""Which devices there are, and why one that might be expected is not among them."""

from __future__ import annotations

import os
import platform
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
import torch

from netstudio.core.translate import UserError
from netstudio.engine import devices
from netstudio.engine.devices import DeviceReport, choose_device, describe_devices
from tests.pictures import assert_one_sentence


class Machine:
    """A computer of our choice, as torch and the system would show it."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch
        self.system("Linux")
        self.cuda_build("13.0")
        self.gpus()
        self.driver(False)
        self.mps(False)

    def system(self, name: str) -> None:
        self._patch.setattr(platform, "system", lambda: name)

    def cuda_build(self, version: str | None, hip: str | None = None) -> None:
        self._patch.setattr(torch.version, "cuda", version)
        self._patch.setattr(torch.version, "hip", hip, raising=False)

    def gpus(self, *names: str) -> None:
        found = [SimpleNamespace(name=name, total_memory=139 * 2**30) for name in names]
        self._patch.setattr(torch.cuda, "is_available", lambda: bool(found))
        self._patch.setattr(torch.cuda, "device_count", lambda: len(found))
        self._patch.setattr(
            torch.cuda, "get_device_properties", lambda device: found[torch.device(device).index]
        )

    def driver(self, there: bool) -> None:
        exists = Path.exists
        self._patch.setattr(
            Path,
            "exists",
            lambda path: there if "nvidia" in str(path) else exists(path),
        )
        self._patch.setattr(shutil, "which", lambda name: "/usr/bin/smi" if there else None)

    def mps(self, there: bool) -> None:
        self._patch.setattr(torch.backends.mps, "is_available", lambda: there)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(monkeypatch)


def report(name: str) -> DeviceReport:
    (found,) = (report for report in describe_devices() if report.name == name)
    return found


def refusal(name: str) -> UserError:
    with pytest.raises(UserError) as caught:
        choose_device(name)
    return caught.value


def test_the_processor_is_always_there_with_name_threads_and_memory() -> None:
    first = describe_devices()[0]
    assert first.name == "cpu"
    assert first.usable
    assert "threads" in str(first.description)
    assert choose_device("cpu") == torch.device("cpu")


def test_a_system_that_does_not_tell_its_memory_is_not_said_to_have_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(devices, "processor_name", lambda: "Sparrow")
    monkeypatch.setattr(devices, "memory_bytes", lambda: 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert str(describe_devices()[0].description) == "Sparrow, 1 thread"
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert str(describe_devices()[0].description) == "Sparrow"
    monkeypatch.setattr(devices, "memory_bytes", lambda: 16 * 2**30)
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    assert str(describe_devices()[0].description) == "Sparrow, 8 threads, 16 GiB"


class TestWithoutGpu:
    def test_a_build_without_cuda_is_the_reason(self, machine: Machine) -> None:
        machine.cuda_build(None)
        machine.driver(True)
        found = report("cuda")
        assert not found.usable
        assert "built without CUDA" in str(found.description)
        assert "CUDA build" in str(found.remedy)
        error = refusal("cuda")
        assert_one_sentence(error, "cuda", "built without CUDA", "one of: cpu")

    def test_a_missing_driver_is_the_reason(self, machine: Machine) -> None:
        found = report("cuda")
        assert not found.usable
        assert "no NVIDIA driver" in str(found.description)
        assert "install its driver" in str(found.remedy)
        assert_one_sentence(refusal("cuda:0"), "cuda:0", "no NVIDIA driver")

    def test_a_build_for_amd_misses_no_nvidia_driver(self, machine: Machine) -> None:
        machine.cuda_build(None, hip="6.4")
        found = report("cuda")
        assert not found.usable
        assert "ROCm" in str(found.description)
        assert "AMD" in str(found.remedy)
        assert "NVIDIA" not in f"{found.description} {found.remedy}"
        assert_one_sentence(refusal("cuda"), "cuda", "ROCm", "one of: cpu")

    def test_a_driver_that_shows_no_device_is_the_reason(self, machine: Machine) -> None:
        machine.driver(True)
        found = report("cuda")
        assert not found.usable
        assert "shows no device" in str(found.description)
        assert "Update the NVIDIA driver" in str(found.remedy)
        assert_one_sentence(refusal("cuda:1"), "cuda:1", "shows no device")

    def test_the_fastest_device_is_the_processor(self, machine: Machine) -> None:
        assert choose_device("auto") == torch.device("cpu")


class TestWithGpus:
    def test_each_is_reported_with_its_real_name_and_memory(self, machine: Machine) -> None:
        machine.gpus("NVIDIA H200", "NVIDIA T4")
        assert [found.name for found in describe_devices()] == ["cpu", "cuda:0", "cuda:1"]
        assert str(report("cuda:0").description) == "NVIDIA H200, 139 GiB"
        assert str(report("cuda:1").description) == "NVIDIA T4, 139 GiB"
        assert all(found.usable for found in describe_devices())

    @pytest.mark.parametrize(
        ("name", "index"), [("auto", 0), ("cuda", 0), ("cuda:0", 0), ("cuda:1", 1), ("cuda:01", 1)]
    )
    def test_they_are_chosen_by_number(self, machine: Machine, name: str, index: int) -> None:
        machine.gpus("NVIDIA H200", "NVIDIA T4")
        assert choose_device(name) == torch.device("cuda", index)

    @pytest.mark.parametrize("name", ["cuda:2", "cuda:128", "cuda:256", "cuda:257", "cuda:9999"])
    def test_a_number_that_is_not_there_is_refused(self, machine: Machine, name: str) -> None:
        machine.gpus("NVIDIA H200", "NVIDIA T4")
        assert_one_sentence(refusal(name), name, "no such device", "cpu, cuda:0, cuda:1")


class TestOnMacs:
    def test_their_gpu_is_used(self, machine: Machine) -> None:
        machine.system("Darwin")
        machine.mps(True)
        assert [found.name for found in describe_devices()] == ["cpu", "mps"]
        assert "Apple GPU" in str(report("mps").description)
        assert choose_device("auto") == choose_device("mps") == torch.device("mps")

    def test_where_it_cannot_be_used_the_reason_is_told(self, machine: Machine) -> None:
        machine.system("Darwin")
        found = report("mps")
        assert not found.usable
        assert_one_sentence(refusal("mps"), "mps", str(found.description))

    def test_cuda_is_not_missed_there(self, machine: Machine) -> None:
        machine.system("Darwin")
        assert [found.name for found in describe_devices()] == ["cpu", "mps"]
        assert_one_sentence(refusal("cuda"), "cuda", "no such device")


def test_mps_is_not_missed_elsewhere(machine: Machine) -> None:
    assert [found.name for found in describe_devices()] == ["cpu", "cuda"]
    assert_one_sentence(refusal("mps"), "mps", "no such device")


@pytest.mark.parametrize(
    "name", ["", "gpu", "CPU", "cuda:", "cuda:x", "cuda:-1", "cpu:0", "mps:0", "cuda:0\n", "meta"]
)
def test_a_name_that_is_no_device_is_refused_with_those_that_are(name: str) -> None:
    assert_one_sentence(refusal(name), "auto, cpu, cuda, cuda:N or mps")
