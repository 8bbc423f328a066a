"""Layers that touch what a run does beside learning: where weights lie, what a checkpoint holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from netstudio.core.tree import Node
from netstudio.engine.events import Finished, Stopped
from tests.engine.training.runs import (
    StopAtBatch,
    best_weights,
    digits_project,
    identical,
    last_weights,
    only_run,
    run,
)
from tests.projects import network, node

VOLUMES = (
    node("Conv2d", out_channels=4),
    node("Reshape", shape=(2, 2, 6, 6)),
    node("Conv3d", out_channels=2, kernel_size=2),
    node("BatchNorm3d"),
)
NORMED = (
    node("Conv2d", out_channels=4, parametrization="spectral_norm"),
    node("ConvTranspose2d", out_channels=3, parametrization="weight_norm"),
)


@pytest.mark.parametrize("layers", [VOLUMES, NORMED], ids=["volumes", "weights in another form"])
def test_a_run_that_is_stopped_and_resumed_ends_with_the_same_weights(
    tmp_path: Path, layers: tuple[Node, ...]
) -> None:
    end = (node("Flatten"), node("Linear", out_features="auto", parametrization="weight_norm"))
    short = digits_project(epochs=2, batch_size=200)
    project = replace(short, network=network(*layers, *end))
    assert isinstance(run(project, tmp_path / "whole")[-1], Finished)
    assert isinstance(run(project, tmp_path / "stopped", StopAtBatch(22))[-1], Stopped)
    whole, resumed = only_run(tmp_path / "whole"), only_run(tmp_path / "stopped")
    assert isinstance(run(resumed.project(), tmp_path, resume=resumed)[-1], Finished)
    assert identical(last_weights(resumed), last_weights(whole))
    assert identical(best_weights(resumed), best_weights(whole))
