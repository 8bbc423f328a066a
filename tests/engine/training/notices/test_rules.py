"""The rules over a run's figures: each speaks where it should, and is silent where all is well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from netstudio.engine.training.notices.course import Course, Point, Setting
from netstudio.engine.training.notices.rules import (
    RULES,
    better_on_validation,
    never_predicted,
    not_learning,
    over_fitting,
    rate_too_high,
    rate_too_low,
    worse_on_test,
)

TEN = tuple("0123456789")
CLASSES = Setting(
    epochs=20,
    metric="accuracy",
    chance=0.1,
    classes=TEN,
    validation_samples=1000,
    optimizer="adam",
    learning_rate=0.001,
    weight_decay=0.0,
)
VALUES = Setting(epochs=20, validation_samples=1000, optimizer="sgd", learning_rate=0.1)


def course(
    losses: Sequence[float],
    validation: Sequence[float | None] | None = None,
    shares: Sequence[float | None] | None = None,
    validation_shares: Sequence[float | None] | None = None,
    rates: Sequence[float] | None = None,
    setting: Setting = CLASSES,
) -> Course:
    none = [None] * len(losses)
    columns = zip(
        losses,
        validation or none,
        shares or none,
        validation_shares or none,
        rates or [0.001] * len(losses),
        strict=True,
    )
    points = tuple(Point(epoch, *row) for epoch, row in enumerate(columns, start=1))
    return Course(setting, points)


def fired(run: Course) -> list[str]:
    return [code for code, rule in RULES.items() if rule(run) is not None]


HEALTHY = {
    "a classifier that learns": course(
        [0.9, 0.4, 0.3, 0.25, 0.22, 0.2, 0.18, 0.17],
        [0.5, 0.35, 0.3, 0.28, 0.27, 0.27, 0.28, 0.27],
        [0.7, 0.88, 0.91, 0.92, 0.93, 0.94, 0.94, 0.95],
        [0.85, 0.9, 0.91, 0.92, 0.92, 0.93, 0.92, 0.93],
    ),
    "a plateau near zero": course(
        [0.3, 0.05, 0.02, 0.015, 0.014, 0.015, 0.014, 0.0141],
        [0.1, 0.06, 0.05, 0.052, 0.051, 0.053, 0.052, 0.051],
        [0.9, 0.98, 0.99, 0.99, 0.99, 0.99, 0.99, 0.99],
        [0.97, 0.98, 0.98, 0.98, 0.98, 0.98, 0.98, 0.98],
    ),
    "a single bad epoch": course(
        [0.9, 0.4, 0.3, 0.25, 0.22, 0.2, 0.19],
        [0.5, 0.35, 0.3, 0.45, 0.27, 0.27, 0.40],
        [0.7, 0.88, 0.9, 0.9, 0.9, 0.9, 0.9],
        [0.8, 0.88, 0.9, 0.8, 0.9, 0.9, 0.85],
    ),
    "dropout, so that validation is a little better": course(
        [1.5, 1.2, 1.1, 1.0, 0.95],
        [1.2, 1.0, 0.9, 0.8, 0.75],
        [0.45, 0.55, 0.6, 0.64, 0.66],
        [0.6, 0.65, 0.7, 0.73, 0.75],
    ),
    "a regression that converges": course(
        [1.0, 0.5, 0.3, 0.25, 0.24, 0.239, 0.239],
        [0.9, 0.5, 0.32, 0.28, 0.27, 0.27, 0.271],
        setting=VALUES,
    ),
    "a restarted schedule": course(
        [1.0, 0.5, 0.3, 0.7, 0.35],
        rates=[0.1, 0.05, 0.01, 0.1, 0.05],
        shares=[0.6, 0.8, 0.9, 0.7, 0.9],
    ),
    "nothing yet": course([]),
}


@pytest.mark.parametrize("run", HEALTHY.values(), ids=HEALTHY.keys())
def test_a_run_that_goes_well_is_left_in_peace_after_every_epoch(run: Course) -> None:
    for count in range(len(run.points) + 1):
        assert fired(replace(run, points=run.points[:count])) == []


def test_a_validation_loss_that_rises_while_training_falls_is_over_fitting() -> None:
    run = course(
        [1.0, 0.6, 0.4, 0.3, 0.2, 0.1, 0.06, 0.03],
        [0.8, 0.6, 0.5, 0.52, 0.56, 0.62, 0.7, 0.78],
    )
    notice = over_fitting(run)
    assert notice is not None
    assert "by heart" in str(notice.text)
    assert [remedy.target for remedy in notice.remedies] == ["training", "optimizer"]
    assert notice.remedies[0].values["patience"] == 5
    assert notice.remedies[1].type == "adamw"


def test_a_rise_that_one_or_two_samples_can_bring_is_no_over_fitting() -> None:
    losses = [0.5, 0.1, 0.02, 0.01, 0.008, 0.006, 0.004, 0.002]
    validation = [0.2, 0.05, 0.02, 0.04, 0.08, 0.12, 0.18, 0.22]
    assert over_fitting(course(losses, validation)) is not None
    few = replace(CLASSES, validation_samples=30)
    assert over_fitting(course(losses, validation, setting=few)) is None


def test_a_rising_validation_loss_alone_is_no_over_fitting() -> None:
    losses = [1.0, 0.6, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4]
    run = course(losses, [0.8, 0.6, 0.5, 0.52, 0.56, 0.62, 0.7, 0.78])
    assert over_fitting(run) is None


def test_over_fitting_offers_no_early_stopping_to_a_run_that_has_it() -> None:
    losses = [1.0, 0.6, 0.4, 0.3, 0.2, 0.1, 0.06, 0.03]
    validation = [0.8, 0.6, 0.5, 0.52, 0.56, 0.62, 0.7, 0.78]
    notice = over_fitting(course(losses, validation, setting=replace(CLASSES, patience=3)))
    assert notice is not None
    assert [remedy.target for remedy in notice.remedies] == ["optimizer"]


def test_a_loss_that_grows_from_the_first_batches_on_says_the_rate_is_too_high() -> None:
    run = Course(CLASSES).after_batches((2.3, *(5.0 + step for step in range(15))))
    notice = rate_too_high(run)
    assert notice is not None
    assert notice.remedies[0].values["lr"] == pytest.approx(0.0001)


def test_a_first_epoch_that_ends_far_above_its_beginning_says_the_rate_is_too_high() -> None:
    run = (
        Course(CLASSES)
        .after_batches((2.3, 900.0, 2.4))
        .after_epoch(Point(1, 100.0, None, None, None, 1.0))
    )
    assert rate_too_high(run) is not None


def test_a_few_wild_batches_are_no_trend() -> None:
    run = Course(CLASSES).after_batches((2.3,) + (9.0, 2.0) * 20)
    assert rate_too_high(run) is None


def test_a_loss_that_jumps_back_up_says_the_rate_is_too_high() -> None:
    assert rate_too_high(course([1.0, 0.5, 0.3, 1.4])) is not None


def test_a_jump_at_the_restart_of_a_schedule_is_meant() -> None:
    assert rate_too_high(course([1.0, 0.5, 0.3, 1.4], rates=[0.1, 0.05, 0.01, 0.1])) is None


def test_a_loss_that_creeps_says_the_rate_is_too_low() -> None:
    notice = rate_too_low(course([2.30, 2.29, 2.28, 2.27, 2.26]))
    assert notice is not None
    assert notice.remedies[0].values["lr"] == pytest.approx(0.01)


def test_a_warm_up_may_creep() -> None:
    slow = course([2.30, 2.29, 2.28, 2.27, 2.26], setting=replace(CLASSES, warmup=5.0))
    assert rate_too_low(slow) is None


def test_a_loss_that_comes_to_rest_is_not_too_slow() -> None:
    assert rate_too_low(course([1.0, 0.95, 0.93, 0.925, 0.924, 0.9239])) is None


def test_accuracy_at_chance_after_three_epochs_is_told_with_the_chance() -> None:
    run = course([2.3, 2.3, 2.3], shares=[0.1, 0.1, 0.101], validation_shares=[0.1, 0.09, 0.1])
    notice = not_learning(run)
    assert notice is not None
    assert "10.0%" in str(notice.text)
    assert not_learning(replace(run, points=run.points[:2])) is None


def test_a_regression_whose_loss_does_not_fall_is_told() -> None:
    assert not_learning(course([1.0, 1.0, 1.01, 1.0], setting=VALUES)) is not None


def test_classes_that_are_never_predicted_are_named() -> None:
    learned = course([1.0, 0.7, 0.6], shares=[0.6, 0.7, 0.75], validation_shares=[0.6, 0.7, 0.7])
    run = learned.with_missed(("3", "7"))
    notice = never_predicted(run)
    assert notice is not None
    assert "3, 7" in str(notice.text)
    assert notice.remedies[0].target == "data"
    assert never_predicted(learned) is None


def test_of_many_missed_classes_the_first_are_named() -> None:
    learned = course([1.0, 0.7, 0.6], shares=[0.6, 0.7, 0.75], validation_shares=[0.6, 0.7, 0.7])
    notice = never_predicted(learned.with_missed(TEN[:8]))
    assert notice is not None
    assert "0, 1, 2, 3, 4, 3 more" in str(notice.text)


def test_a_much_better_validation_part_is_a_hint() -> None:
    shares, better = [0.5, 0.55, 0.6, 0.6], [0.7, 0.8, 0.85, 0.9]
    run = course([1.5, 1.2, 1.1, 1.0], None, shares, better)
    notice = better_on_validation(run)
    assert notice is not None
    assert "easier" in str(notice.text)
    noisy = replace(run, setting=replace(CLASSES, has_noise=True))
    assert better_on_validation(noisy) is None, "dropout explains as much"


def test_a_test_part_that_is_much_worse_is_told_and_chance_is_not() -> None:
    run = course([1.0], None, [0.9], [0.95])
    assert worse_on_test(run, 0.7, 1000) is not None
    assert worse_on_test(run, 0.93, 1000) is None
    assert worse_on_test(run, 0.7, 20) is None, "20 samples tell little"
