"""Learning-rate schedules: step by step as torch's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice, pairwise
from typing import Any

import pytest
import torch
from torch.optim import lr_scheduler as torchs
from torch.optim.lr_scheduler import LRScheduler

from netstudio.core.values import Fields
from netstudio.tasks.schedules import (
    SCHEDULES,
    Constant,
    Cosine,
    CosineRestarts,
    Exponential,
    Linear,
    MultiStep,
    OneCycle,
    Polynomial,
    ScheduleDef,
    Step,
)
from netstudio.tasks.schedules.schedule import WARM_UP_START

EPOCHS, BATCHES = 8, 7
STEPS = EPOCHS * BATCHES

Open = Callable[[torch.optim.Optimizer], Any]


def steps_of(scheduled: Open, steps: int) -> Iterator[tuple[float, float]]:
    """Learning rate and momentum before each step, as torch's scheduler sets them."""
    weights = [torch.nn.Parameter(torch.zeros(1))]
    used = torch.optim.SGD(weights, lr=1.0, momentum=0.9)
    scheduler = scheduled(used)
    for _ in range(steps):
        (group,) = used.param_groups
        yield float(group["lr"]), float(group["momentum"])
        used.step()
        scheduler.step()


def course(definition: ScheduleDef, batches: int = BATCHES) -> list[float]:
    return [definition.factor(step / batches, EPOCHS) for step in range(EPOCHS * batches)]


@pytest.mark.parametrize(
    ("definition", "scheduled"),
    [
        (Constant(), lambda used: torchs.ConstantLR(used, factor=1.0)),
        (Cosine(), lambda used: torchs.CosineAnnealingLR(used, STEPS)),
        (
            Cosine(end_factor=0.05),
            lambda used: torchs.CosineAnnealingLR(used, STEPS, eta_min=0.05),
        ),
        (
            CosineRestarts(first_cycle=3, end_factor=0.1),
            lambda used: torchs.CosineAnnealingWarmRestarts(used, 3 * BATCHES, eta_min=0.1),
        ),
        (
            CosineRestarts(first_cycle=1, cycle_growth=2),
            lambda used: torchs.CosineAnnealingWarmRestarts(used, BATCHES, T_mult=2),
        ),
        (
            Linear(end_factor=0.2),
            lambda used: torchs.LinearLR(used, 1.0, end_factor=0.2, total_iters=STEPS),
        ),
        (Linear(), lambda used: torchs.PolynomialLR(used, STEPS, power=1.0)),
        (Polynomial(power=2.5), lambda used: torchs.PolynomialLR(used, STEPS, power=2.5)),
        (Exponential(gamma=0.7), lambda used: torchs.ExponentialLR(used, 0.7 ** (1 / BATCHES))),
    ],
    ids=lambda case: repr(case) if isinstance(case, ScheduleDef) else "",
)
def test_a_smooth_schedule_is_torchs_with_a_step_for_each_batch(
    definition: ScheduleDef, scheduled: Open
) -> None:
    expected = [rate for rate, _ in steps_of(scheduled, STEPS)]
    assert course(definition) == pytest.approx(expected, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize(
    ("definition", "scheduled"),
    [
        (Step(step_size=3, gamma=0.5), lambda used: torchs.StepLR(used, 3, 0.5)),
        (MultiStep(milestones=(2, 5), gamma=0.2), lambda u: torchs.MultiStepLR(u, [2, 5], 0.2)),
        (Exponential(gamma=0.7), lambda used: torchs.ExponentialLR(used, 0.7)),
    ],
    ids=lambda case: repr(case) if isinstance(case, ScheduleDef) else "",
)
def test_a_schedule_that_falls_in_steps_is_torchs_with_a_step_for_each_epoch(
    definition: ScheduleDef, scheduled: Open
) -> None:
    expected = [rate for rate, _ in steps_of(scheduled, EPOCHS)]
    assert course(definition, batches=1) == pytest.approx(expected, rel=1e-9)
    if not isinstance(definition, Exponential):
        each = [rate for rate in expected for _ in range(BATCHES)]
        assert course(definition) == pytest.approx(each, rel=1e-9), "it changed within an epoch"


@pytest.mark.parametrize("definition", [OneCycle(), OneCycle(pct_start=0.55, div_factor=4.0)])
def test_one_cycle_is_torchs_for_rate_and_momentum(definition: OneCycle) -> None:
    # torch reaches its ends one step early: at total_steps - 1 and at pct_start * total_steps - 1.
    total = STEPS + 1
    expected = steps_of(
        lambda used: torchs.OneCycleLR(
            used,
            max_lr=1.0,
            total_steps=total,
            pct_start=(definition.pct_start * STEPS + 1) / total,
            div_factor=definition.div_factor,
        ),
        STEPS,
    )
    rates, momenta = zip(*expected, strict=True)
    assert course(definition) == pytest.approx(rates, rel=1e-9)
    found = [definition.momentum(step / BATCHES, EPOCHS) for step in range(STEPS)]
    assert found == pytest.approx(momenta, rel=1e-9)


def test_one_cycle_with_many_batches_differs_from_torchs_by_less_than_a_step() -> None:
    batches = 400
    steps = EPOCHS * batches
    definition = OneCycle()
    expected = steps_of(
        lambda used: torchs.OneCycleLR(used, max_lr=1.0, total_steps=steps), steps - 1
    )
    found = course(definition, batches)
    largest = max(abs(one - rate) for one, (rate, _) in zip(found, expected, strict=False))
    steepest = max(abs(after - before) for before, after in pairwise(found))
    assert largest < 1.01 * steepest


def test_momentum_is_left_alone_where_it_is_not_cycled() -> None:
    assert OneCycle(cycle_momentum=False).momentum(1.0, EPOCHS) is None
    assert Cosine().momentum(1.0, EPOCHS) is None


@pytest.mark.parametrize(
    ("warm", "plain", "then"),
    [
        (Constant(warmup_epochs=2.0), Constant(), None),
        (
            Cosine(warmup_epochs=2.0),
            Cosine(),
            lambda used: torchs.CosineAnnealingLR(used, STEPS - 2 * BATCHES),
        ),
        (
            MultiStep(warmup_epochs=2.0, milestones=(3,)),
            MultiStep(milestones=(3,)),
            lambda used: torchs.MultiStepLR(used, [3 * BATCHES], 0.1),
        ),
    ],
    ids=lambda case: repr(case) if isinstance(case, ScheduleDef) else "",
)
def test_a_warm_up_is_torchs_linear_one_and_the_course_begins_after_it(
    warm: ScheduleDef, plain: ScheduleDef, then: Open | None
) -> None:
    until = 2 * BATCHES

    def scheduled(used: torch.optim.Optimizer) -> LRScheduler:
        rising = torchs.LinearLR(used, WARM_UP_START, total_iters=until)
        if then is None:
            return rising
        return torchs.SequentialLR(used, [rising, then(used)], [until])

    expected = [rate for rate, _ in steps_of(scheduled, STEPS)]
    found = course(warm)
    assert found == pytest.approx(expected, rel=1e-9, abs=1e-12)
    assert found[0] == WARM_UP_START
    assert found[until] == plain.factor(0.0, EPOCHS)


@pytest.mark.parametrize("cls", [*SCHEDULES], ids=lambda cls: cls.type)
@pytest.mark.parametrize("epochs", [1, 3, 100_000])
def test_every_schedule_is_a_share_of_the_rate_from_the_first_batch_to_the_end(
    cls: type[ScheduleDef], epochs: int
) -> None:
    variants = [cls()]
    if "warmup_epochs" in cls.defaults():
        variants.append(cls.read(Fields(warmup_epochs=0.5)))
        variants.append(cls.read(Fields(warmup_epochs=min(epochs + 2.0, 10_000.0))))
    for definition in variants:
        for share in (0.0, 0.1, 0.5, 1.0 - 1e-12, 1.0, 1.0 + 1e-9, 1.5):
            assert 0.0 <= definition.factor(share * epochs, epochs) <= 1.0
        assert definition.factor(0.0, epochs) > 0.0, "the first step would be lost"


def test_a_warm_up_that_takes_the_whole_training_is_explained() -> None:
    assert Cosine(warmup_epochs=3.0).misfit(4) is None
    misfit = Cosine(warmup_epochs=4.0).misfit(4)
    assert misfit is not None
    field, text = misfit
    assert field == "warmup_epochs"
    assert "takes 4 epochs, but the training has only 4" in str(text)


@pytest.mark.parametrize(
    ("definition", "field"),
    [
        (Step(step_size=8), "step_size"),
        (MultiStep(milestones=(9, 12)), "milestones"),
        (Step(step_size=6, warmup_epochs=2.0), "step_size"),
    ],
)
def test_a_fall_that_never_comes_is_explained(definition: ScheduleDef, field: str) -> None:
    misfit = definition.misfit(8)
    assert misfit is not None
    assert misfit[0] == field
    assert "8" in str(misfit[1])
    assert definition.misfit(20) is None


def test_restarts_with_growth_begin_where_torch_begins_them() -> None:
    growing = CosineRestarts(first_cycle=1, cycle_growth=2)
    full = [epoch for epoch in range(40) if growing.factor(float(epoch), 40) == 1.0]
    assert list(islice(full, 5)) == [0, 1, 3, 7, 15]
