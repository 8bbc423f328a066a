"""How events read on a terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import netstudio
from netstudio.cli.progress import _figures_text
from netstudio.engine.events import Figures
from netstudio.engine.stages import stage_text
from netstudio.tasks.metrics import Accuracy


def test_shares_are_shown_in_percent_and_other_metrics_as_numbers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    figures = Figures(0.5, {"accuracy": 0.975}, 10)
    assert _figures_text(figures) == "loss 0.5000, accuracy 97.50%"
    monkeypatch.setattr(Accuracy, "is_share", False)
    assert _figures_text(figures) == "loss 0.5000, accuracy 0.9750"


def test_losses_far_from_one_are_shown_as_powers_of_ten() -> None:
    texts = [_figures_text(Figures(loss, {}, 10)) for loss in (3.2e-7, 0.0, 2.5e31, float("nan"))]
    assert texts == ["loss 3.20e-07", "loss 0.0000", "loss 2.50e+31", "loss nan"]


def test_every_stage_has_a_text_for_people() -> None:
    sources = [path.read_text() for path in Path(netstudio.__file__).parent.rglob("*.py")]
    stages = {stage for text in sources for stage in re.findall(r'Preparing\("([^"]+)"', text)}
    assert stages >= {"read", "compare", "list"}
    for stage in {*stages, "inspect", "read train", "read validation", "read test"}:
        assert str(stage_text(stage)) != stage
