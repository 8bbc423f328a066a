"""Which of several runs is the best depends on what is measured."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from netstudio.engine.runs.figures import figures_of
from netstudio.engine.runs.reading import read_run
from tests.engine.runs.made import write_run


def test_small_losses_and_errors_and_high_shares_are_the_best(tmp_path: Path) -> None:
    record = read_run(write_run(tmp_path / "one"))
    first = replace(record, test={"loss": 0.3, "accuracy": 0.8, "mae": 2.0, "samples": 9})
    second = replace(record, test={"loss": 0.2, "accuracy": 0.9, "mae": 1.0})
    third = replace(record, test={"loss": 0.2})
    found = {each.name: each for each in figures_of((first, second, third))}
    assert list(found) == ["loss", "accuracy", "mae"]
    assert found["loss"].best == (False, True, True)
    assert found["accuracy"].best == (False, True, False)
    assert found["mae"].best == (False, True, False)
    assert found["accuracy"].values == (0.8, 0.9, None)
    assert str(found["accuracy"].label) == "Accuracy"


def test_where_all_are_equal_none_is_the_best(tmp_path: Path) -> None:
    record = replace(read_run(write_run(tmp_path / "one")), test={"loss": 0.3})
    (found,) = figures_of((record, record))
    assert found.best == (False, False)
