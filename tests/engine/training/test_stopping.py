from __future__ import annotations

import math

import pytest

from netstudio.core.translate import UserError
from netstudio.engine.events import Figures
from netstudio.engine.training.stopping import Goal, Standing, why_to_end
from netstudio.tasks.settings import Settings, read_settings
from tests.engine.training.runs import digits_project

LOSS = Goal(patience=2)
ACCURACY = Goal("accuracy", higher_is_better=True, patience=2)


def ends_after(goal: Goal, values: list[float], limit: float = 0.0) -> tuple[int, str]:
    """After how many epochs of a minute each a run ends that brings these figures, and why."""
    standing = Standing()
    for epoch, value in enumerate(values, 1):
        standing = standing.after(value, goal)
        if (reason := why_to_end(goal, standing, float(epoch), limit)) is not None:
            return epoch, str(reason)
    return 0, ""


@pytest.mark.parametrize(
    ("values", "epoch"),
    [
        ([3.0, 2.0, 1.0, 0.5], 0),
        ([3.0, 2.0, 2.0, 2.0], 4),  # as good is not better
        ([3.0, 2.0, 2.5, 1.9, 2.0, 1.9], 6),  # an improvement starts patience anew
        ([1.0, 2.0, 3.0], 3),
        ([1.0, math.nan, math.nan], 3),
        ([math.nan, math.nan, 1.0], 2),
    ],
)
def test_a_loss_that_does_not_fall_for_so_many_epochs_ends_the_run(
    values: list[float], epoch: int
) -> None:
    assert ends_after(LOSS, values)[0] == epoch


@pytest.mark.parametrize(
    ("values", "epoch"), [([0.5, 0.6, 0.7, 0.8], 0), ([0.5, 0.9, 0.8, 0.7], 4)]
)
def test_a_metric_improves_in_its_own_direction(values: list[float], epoch: int) -> None:
    assert ends_after(ACCURACY, values)[0] == epoch


def test_steps_smaller_than_the_minimum_change_add_up_before_they_count() -> None:
    goal = Goal(patience=2, minimum_change=0.25)
    # 1.0 is the reference until a loss falls below 0.75; 0.75 itself is not enough.
    assert ends_after(goal, [1.0, 0.8, 0.7, 0.6, 0.5]) == (
        5,
        "Loss has not improved by more than 0.25 for 2 epochs.",
    )
    assert ends_after(goal, [1.0, 0.875, 0.75])[0] == 3


def test_the_best_figure_is_the_best_even_by_less_than_the_minimum_change() -> None:
    standing = Standing()
    for value in (1.0, 0.9, 0.95):
        standing = standing.after(value, Goal(minimum_change=0.5))
    assert standing == Standing(last=0.95, best=0.9, reference=1.0, waited=2)


def test_without_patience_a_run_never_ends_early() -> None:
    assert ends_after(Goal(), [1.0] * 100) == (0, "")


def test_a_figure_that_reaches_the_target_ends_the_run() -> None:
    assert ends_after(Goal(target=0.5), [0.6, 0.51, 0.5, 0.4]) == (3, "Loss has reached 0.5.")
    accurate = Goal("accuracy", higher_is_better=True, target=0.9)
    assert ends_after(accurate, [0.8, 0.89, 0.91]) == (3, "Accuracy has reached 0.9.")
    assert ends_after(Goal(target=0.5), [math.nan]) == (0, "")


def test_time_that_is_over_ends_the_run() -> None:
    assert ends_after(Goal(), [1.0] * 9, limit=2.5) == (
        3,
        "The time limit of 2.5 minutes is over.",
    )


def test_a_run_that_goes_on_after_its_end_has_all_its_patience() -> None:
    ended = Standing(last=3.0, best=1.0, reference=1.0, waited=2)
    assert why_to_end(LOSS, ended, 1.0, 0.0) is not None
    assert why_to_end(LOSS, ended.going_on(LOSS).after(3.0, LOSS), 1.0, 0.0) is None


def test_a_run_that_goes_on_beyond_its_target_is_not_ended_by_it_again() -> None:
    goal = Goal(target=0.5)
    ended = Standing().after(0.4, goal)
    assert why_to_end(goal, ended, 1.0, 0.0) is not None
    assert why_to_end(goal, ended.going_on(goal).after(0.3, goal), 1.0, 0.0) is None
    short_of_it = Standing().after(0.6, goal).going_on(goal)
    assert why_to_end(goal, short_of_it.after(0.5, goal), 1.0, 0.0) is not None


def test_the_goal_of_a_project_is_what_its_options_say() -> None:
    options = {"monitor": "accuracy", "patience": 3, "minimum_change": 0.01, "stop_at": 0.99}
    assert Goal.of(settings(**options)) == Goal("accuracy", True, 0.01, 3, 0.99)
    assert Goal.of(settings()) == Goal("loss", False, 0.0, None, None)
    figures = Figures(0.25, {"accuracy": 0.75}, samples=4)
    assert Goal.of(settings(**options)).figure(figures) == 0.75
    assert Goal.of(settings()).figure(figures) == 0.25


def test_a_metric_that_the_task_does_not_measure_cannot_be_monitored() -> None:
    with pytest.raises(UserError, match="MAE cannot be monitored: Image classification does not"):
        Goal.of(settings(monitor="mae"))


def settings(**training: object) -> Settings:
    return read_settings(digits_project(**training))[0]  # type: ignore[arg-type]
