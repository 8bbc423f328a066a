"""Where a network of points changes its mind, seen while it learns and afterwards."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from netstudio.core.project import Project
from netstudio.engine.evaluation.watched_boundary import Boundary, BoundaryWatch, boundary_of
from netstudio.engine.events import Finished, Watched
from netstudio.engine.model_file import load_model
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.trainer import Trainer
from netstudio.tasks.templates import project_from_template

REACH, SIDE = 6.5, 40


def playground(epochs: int) -> Project:
    project = project_from_template("playground", "points")
    options = project.training.options.replace(epochs=epochs)
    return replace(project, training=replace(project.training, options=options))


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Boundary], Path]:
    """What was seen of a run, and its trained model."""
    control = RunControl()
    control.watch({"boundary": BoundaryWatch(REACH, SIDE, unit_side=12)})
    events = list(Trainer(playground(40), "cpu", out=tmp_path_factory.mktemp("r")).run(control))
    seen = [event.seen for event in events if isinstance(event, Watched)]
    assert isinstance(events[-1], Finished)
    return [each for each in seen if isinstance(each, Boundary)], Path(events[-1].model)


def class_at(boundary: Boundary, x: float, y: float) -> int:
    def place(value: float) -> int:
        return round((value + REACH) / (2 * REACH) * (SIDE - 1))

    return int(boundary.classes[SIDE - 1 - place(y), place(x)])


def test_the_field_takes_the_class_of_the_points_that_lie_there(
    run: tuple[list[Boundary], Path],
) -> None:
    last = run[0][-1]
    assert last.classes.shape == last.shares.shape == (SIDE, SIDE)
    assert last.names == ("A", "B")
    hits = [class_at(last, x, y) == number for x, y, number in last.spots]
    assert len(hits) == 324
    assert np.mean(hits) > 0.95


def test_it_bends_while_the_network_learns(run: tuple[list[Boundary], Path]) -> None:
    first, *_, last = run[0]
    assert (first.classes != last.classes).any()
    assert last.shares.mean() > first.shares.mean()
    assert 0.5 <= float(first.shares.min()) <= float(last.shares.max()) <= 1.0


def test_units_of_all_hidden_layers_are_seen_and_the_first_ones_are_straight(
    run: tuple[list[Boundary], Path],
) -> None:
    units = run[0][-1].units
    assert [(unit.layer, unit.number) for unit in units] == [
        (layer, number) for layer in ("linear_1", "linear_2") for number in range(8)
    ]
    straight, bent = units[0].outputs, units[-1].outputs
    assert np.abs(np.diff(straight, 2, axis=0)).max() < 1e-4
    assert np.abs(np.diff(bent, 2, axis=0)).max() > 1e-3


def test_a_trained_model_has_the_boundary_that_was_seen(
    run: tuple[list[Boundary], Path],
) -> None:
    model = load_model(run[1])
    found = boundary_of(model, REACH, SIDE)
    assert found.names == ("A", "B")
    for x, y in ((-3.0, 2.0), (3.0, -2.5), (0.5, 0.5)):
        said = model.predict(f"{x}, {y}")[0].as_json()[0]["label"]
        step = 2 * REACH / (SIDE - 1)
        near = round(x / step) * step, round(y / step) * step
        assert found.names[class_at(found, *near)] == said
