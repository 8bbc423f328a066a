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


def test_every_stage_has_a_text_for_people() -> None:
    sources = [path.read_text() for path in Path(netstudio.__file__).parent.rglob("*.py")]
    stages = {stage for text in sources for stage in re.findall(r'Preparing\("([^"]+)"', text)}
    assert stages >= {"read", "compare", "list"}
    for stage in {*stages, "inspect", "read train", "read validation", "read test"}:
        assert str(stage_text(stage)) != stage
