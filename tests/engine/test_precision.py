"""Mixed precision is advised against where a device gains nothing from it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import torch

from netstudio.core.translate import UserError
from netstudio.engine import events
from netstudio.engine.precision import require_sensible, why_not
from tests.engine.training.runs import digits_project, of_type, run

CPU, CUDA, MPS = torch.device("cpu"), torch.device("cuda"), torch.device("mps")


def cpu_with(patch: pytest.MonkeyPatch, **capabilities: bool) -> None:
    known: Mapping[str, bool] = capabilities
    patch.setattr(torch.cpu, "get_capabilities", lambda: known)


@pytest.mark.parametrize("device", [CPU, CUDA, MPS])
def test_single_precision_is_right_everywhere(device: torch.device) -> None:
    assert why_not("float32", device) is None


def test_a_cpu_gains_from_bfloat16_if_it_has_instructions_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cpu_with(monkeypatch, avx512_bf16=True)
    assert why_not("bfloat16", CPU) is None
    cpu_with(monkeypatch, avx512_bf16=False, amx_bf16=True)
    assert why_not("bfloat16", CPU) is None
    cpu_with(monkeypatch, avx512_f=True, avx512_bf16=False)
    advice = why_not("bfloat16", CPU)
    assert advice is not None
    assert "Choose float32" in str(advice)


def test_float16_is_refused_on_a_cpu(tmp_path: Path) -> None:
    assert why_not("float16", CPU) is not None
    with pytest.raises(UserError, match="Choose float32"):
        require_sensible("float16", CPU)
    require_sensible("float16", CUDA)
    require_sensible("bfloat16", CPU)
    (*_, last) = run(digits_project(precision="float16"), tmp_path)
    assert isinstance(last, events.Failed)
    assert "CPU" in str(last.message)
    assert not list(tmp_path.iterdir())


def test_a_run_says_that_it_gains_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cpu_with(monkeypatch, avx512_bf16=False)
    stream = run(digits_project(epochs=1, precision="bfloat16"), tmp_path)
    (started,) = of_type(stream, events.Started)
    assert any("no instructions for bfloat16" in str(note) for note in started.notes)
    assert isinstance(stream[-1], events.Finished)


@pytest.mark.parametrize(("capability", "gains"), [((6, 1), False), ((7, 0), True), ((9, 0), True)])
def test_a_gpu_gains_from_float16_if_it_has_tensor_cores(
    capability: tuple[int, int], gains: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda device: capability)
    assert (why_not("float16", CUDA) is None) is gains
