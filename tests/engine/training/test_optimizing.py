"""Optimizers, groups of weights and rates: the same weights as plain PyTorch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest
import torch
from torch import Tensor, nn
from torch.optim import Optimizer
from torch.optim import lr_scheduler as torchs

from netstudio.core.translate import UserError
from netstudio.engine.training.beginning.layer_learning import Learning
from netstudio.engine.training.optimizing.groups import parameter_groups
from netstudio.engine.training.optimizing.muon import MuonWithAdamW
from netstudio.engine.training.optimizing.opening import open_optimizer
from netstudio.engine.training.optimizing.plateau import PlateauWatch
from netstudio.engine.training.optimizing.rates import Rates
from netstudio.tasks.optimizers import (
    OPTIMIZERS,
    SGD,
    Adadelta,
    Adafactor,
    Adagrad,
    Adam,
    Adamax,
    AdamW,
    Muon,
    NAdam,
    OptimizerDef,
    RAdam,
    RMSprop,
)
from netstudio.tasks.schedules import Constant, Cosine, OneCycle, Plateau
from netstudio.tasks.training.options import TrainingOptions

STEPS = 20
OPTIONS = TrainingOptions()
NO_NORMS = TrainingOptions(decay_all=False)


def network(seed: int = 0) -> nn.Sequential:
    torch.manual_seed(seed)
    return nn.Sequential(
        # Its bias would have no gradient but rounding errors, which some optimizers blow up.
        nn.Conv2d(1, 3, 3, bias=False),
        nn.BatchNorm2d(3),
        nn.ReLU(),
        nn.Flatten(),
        nn.Linear(27, 12),
        nn.LayerNorm(12),
        nn.Tanh(),
        nn.Linear(12, 4),
    )


def learn(module: nn.Module, optimizer: Optimizer, steps: int = STEPS) -> None:
    for batch in batches(steps):
        update(module, optimizer, *batch)


def batches(steps: int) -> Iterator[tuple[Tensor, Tensor]]:
    drawn = torch.Generator().manual_seed(5)
    for _ in range(steps):
        yield (
            torch.randn(8, 1, 5, 5, generator=drawn),
            torch.randint(4, (8,), generator=drawn),
        )


def update(module: nn.Module, optimizer: Optimizer, inputs: Tensor, targets: Tensor) -> None:
    torch.autograd.backward(nn.functional.cross_entropy(module(inputs), targets))
    optimizer.step()
    optimizer.zero_grad()


def opened(
    module: nn.Module, definition: OptimizerDef, options: TrainingOptions = OPTIONS
) -> Optimizer:
    groups = parameter_groups(module, definition, {}, options)
    return open_optimizer(definition, groups, fused=True)


def group(weights: list[nn.Parameter], **settings: float) -> dict[str, Any]:
    return {"params": weights, **settings}


def assert_alike(one: nn.Module, other: nn.Module) -> None:
    for name, weights in one.state_dict().items():
        torch.testing.assert_close(weights, other.state_dict()[name], rtol=2e-5, atol=1e-6)


def assert_same(one: nn.Module, other: nn.Module) -> None:
    for name, weights in one.state_dict().items():
        assert torch.equal(weights, other.state_dict()[name]), name


Plain = Callable[[Any], Optimizer]
CASES: list[tuple[OptimizerDef, Plain]] = [
    (SGD(), lambda weights: torch.optim.SGD(weights, lr=0.01, momentum=0.9)),
    (SGD(momentum=0.0, lr=0.1), lambda weights: torch.optim.SGD(weights, lr=0.1)),
    (
        SGD(nesterov=True, weight_decay=0.1),
        lambda weights: torch.optim.SGD(
            weights, lr=0.01, momentum=0.9, nesterov=True, weight_decay=0.1
        ),
    ),
    (
        SGD(dampening=0.5),
        lambda weights: torch.optim.SGD(weights, lr=0.01, momentum=0.9, dampening=0.5),
    ),
    (Adam(), torch.optim.Adam),
    (
        Adam(beta1=0.5, beta2=0.9, eps=0.01, weight_decay=0.1),
        lambda weights: torch.optim.Adam(weights, betas=(0.5, 0.9), eps=0.01, weight_decay=0.1),
    ),
    (Adam(amsgrad=True, lr=0.1), lambda weights: torch.optim.Adam(weights, lr=0.1, amsgrad=True)),
    (AdamW(), torch.optim.AdamW),
    (AdamW(amsgrad=True), lambda weights: torch.optim.AdamW(weights, amsgrad=True)),
    (NAdam(), torch.optim.NAdam),
    (
        NAdam(momentum_decay=0.1, weight_decay=0.1, decoupled_weight_decay=True),
        lambda weights: torch.optim.NAdam(
            weights, momentum_decay=0.1, weight_decay=0.1, decoupled_weight_decay=True
        ),
    ),
    (RAdam(), torch.optim.RAdam),
    (
        RAdam(weight_decay=0.1, decoupled_weight_decay=True),
        lambda weights: torch.optim.RAdam(weights, weight_decay=0.1, decoupled_weight_decay=True),
    ),
    (Adamax(), torch.optim.Adamax),
    (Adamax(beta2=0.5), lambda weights: torch.optim.Adamax(weights, betas=(0.9, 0.5))),
    (Adagrad(), torch.optim.Adagrad),
    (
        Adagrad(lr_decay=0.1, initial_accumulator_value=0.5, eps=0.01),
        lambda weights: torch.optim.Adagrad(
            weights, lr_decay=0.1, initial_accumulator_value=0.5, eps=0.01
        ),
    ),
    (Adadelta(), torch.optim.Adadelta),
    (Adadelta(rho=0.5, eps=0.01), lambda w: torch.optim.Adadelta(w, rho=0.5, eps=0.01)),
    (RMSprop(), torch.optim.RMSprop),
    (
        RMSprop(momentum=0.5, alpha=0.9, centered=True),
        lambda weights: torch.optim.RMSprop(weights, momentum=0.5, alpha=0.9, centered=True),
    ),
    (Adafactor(), torch.optim.Adafactor),
    (
        Adafactor(beta2_decay=-0.5, d=2.0, smallest_scale=0.1),
        lambda weights: torch.optim.Adafactor(weights, beta2_decay=-0.5, d=2.0, eps=(None, 0.1)),
    ),
]


@pytest.mark.parametrize(
    ("definition", "plain"),
    CASES,
    ids=[f"{number}-{definition.type}" for number, (definition, _) in enumerate(CASES)],
)
@pytest.mark.parametrize("fused", [True, False])
def test_after_many_steps_the_weights_are_those_of_plain_torch(
    definition: OptimizerDef, plain: Plain, fused: bool
) -> None:
    ours, theirs = network(), network()
    groups = parameter_groups(ours, definition, {}, OPTIONS)
    assert len(groups) == 1, "more groups than needed are slow"
    learn(ours, open_optimizer(definition, groups, fused))
    learn(theirs, plain(theirs.parameters()))
    assert_alike(ours, theirs)


@pytest.mark.parametrize("cls", [*OPTIMIZERS], ids=lambda cls: cls.type)
@pytest.mark.parametrize("fused", [True, False])
def test_all_weights_are_updated_together_in_the_quickest_way_there_is(
    cls: type[OptimizerDef], fused: bool
) -> None:
    groups = parameter_groups(network(), cls(), {}, OPTIONS)
    opened_groups = open_optimizer(cls(), groups, fused).param_groups
    if fused and "cpu" in cls.fused_on:
        assert opened_groups[-1]["fused"]
    elif cls.has_foreach:
        assert opened_groups[0]["foreach"]
        assert not opened_groups[0].get("fused")


def test_every_optimizer_is_among_the_compared_ones() -> None:
    assert {type(definition) for definition, _ in CASES} | {Muon} == {*OPTIMIZERS}


@pytest.mark.parametrize("cls", [*OPTIMIZERS], ids=lambda cls: cls.type)
def test_a_setting_that_nobody_changed_has_torchs_default(cls: type[OptimizerDef]) -> None:
    torchs_own = getattr(torch.optim, cls.__name__)
    defaults = torchs_own([nn.Parameter(torch.zeros(2, 2))]).defaults
    changed = {"sgd": {"lr", "momentum"}, "muon": {"adjust_lr_fn"}}.get(cls.type, set())
    for name, value in cls().arguments().items():
        if name not in changed:
            assert value == defaults[name], name


@pytest.mark.parametrize("options", [OPTIONS, NO_NORMS])
@pytest.mark.parametrize(
    "settings",
    [{}, {"nesterov": False, "momentum": 0.5, "ns_steps": 3}, {"adjust_lr_fn": "original"}],
    ids=repr,
)
def test_muon_is_torchs_for_inner_matrices_and_adamw_for_the_rest(
    settings: dict[str, Any], options: TrainingOptions
) -> None:
    ours, theirs = network(), network()
    learn(ours, opened(ours, Muon(lr=0.01, **settings), options))
    inner = theirs[4].weight
    assert isinstance(inner, nn.Parameter)
    decay = 0.1
    muon: Optimizer = torch.optim.Muon(
        [inner], lr=0.01, weight_decay=decay, **{"adjust_lr_fn": "match_rms_adamw", **settings}
    )
    others = [weights for weights in theirs.parameters() if weights is not inner]
    matrices = [weights for weights in others if weights.dim() > 1]
    vectors = [weights for weights in others if weights.dim() == 1]
    adamw = torch.optim.AdamW(
        [
            group(matrices),
            group(vectors, weight_decay=decay if options.decay_all else 0.0),
        ],
        lr=0.01,
        weight_decay=decay,
        fused=True,
    )
    for inputs, targets in batches(STEPS):
        torch.autograd.backward(nn.functional.cross_entropy(theirs(inputs), targets))
        for optimizer in (muon, adamw):
            optimizer.step()
            optimizer.zero_grad()
    assert_same(ours, theirs)


def test_muon_leaves_embeddings_to_adamw_and_does_without_matrices() -> None:
    module = nn.Sequential(nn.Embedding(9, 4), nn.Linear(4, 4), nn.Flatten(), nn.Linear(8, 2))
    groups = parameter_groups(module, Muon(), {}, OPTIONS)
    matrices = [group["params"] for group in groups if group["matrices"]]
    linear = module[1]
    assert isinstance(linear, nn.Linear)
    assert [[id(each) for each in members] for members in matrices] == [[id(linear.weight)]]
    alone = nn.Sequential(nn.Flatten(), nn.Linear(25, 4))
    before = deepcopy(alone)
    learn(alone, opened(alone, Muon()))
    assert not torch.equal(next(alone.parameters()), next(before.parameters()))


@pytest.mark.parametrize("cls", [*OPTIMIZERS], ids=lambda cls: cls.type)
def test_an_optimizer_goes_on_bit_for_bit_from_its_state(cls: type[OptimizerDef]) -> None:
    whole, torn = network(), network()
    learn(whole, opened(whole, cls()), 8)
    first = opened(torn, cls())
    given = [*batches(8)]
    for batch in given[:5]:
        update(torn, first, *batch)
    state = deepcopy(first.state_dict())
    second = opened(torn, cls())
    second.load_state_dict(state)
    for batch in given[5:]:
        update(torn, second, *batch)
    assert_same(whole, torn)


def test_the_rate_reaches_both_parts_of_muon_after_its_state_was_loaded() -> None:
    module = network()
    learned = opened(module, Muon())
    learn(module, learned, 2)
    again = opened(module, Muon())
    rates = Rates(again, 0.001, Cosine(), 10)
    again.load_state_dict(deepcopy(learned.state_dict()))
    rates.set_epoch(10.0)
    before = deepcopy(module)
    learn(module, again, 1)
    for name, weights in before.named_parameters():
        assert torch.equal(weights, module.get_parameter(name)), "it moved without a rate"


def test_a_state_of_other_parts_is_refused() -> None:
    alone = nn.Sequential(nn.Flatten(), nn.Linear(25, 4))
    module = network()
    one, other = opened(alone, Muon()), opened(module, Muon())
    assert isinstance(one, MuonWithAdamW)
    with pytest.raises(ValueError, match="other parts"):
        one.load_state_dict(other.state_dict())


def test_weight_decay_can_leave_out_norms_and_biases() -> None:
    ours, theirs = network(), network()
    learn(ours, opened(ours, AdamW(weight_decay=0.5), NO_NORMS))
    decayed = [theirs.get_parameter(f"{place}.weight") for place in (0, 4, 7)]
    ids = {id(weights) for weights in decayed}
    others = [weights for weights in theirs.parameters() if id(weights) not in ids]
    plain = torch.optim.AdamW([group(decayed), group(others, weight_decay=0.0)], weight_decay=0.5)
    learn(theirs, plain)
    assert_alike(ours, theirs)


def test_a_norm_over_several_axes_is_not_pulled_to_zero_either() -> None:
    module = nn.Sequential(nn.LayerNorm((3, 4)), nn.Flatten(), nn.Linear(12, 2))
    groups = parameter_groups(module, AdamW(), {}, NO_NORMS)
    (plain,) = [group for group in groups if "weight_decay" not in group]
    assert [weights.shape for weights in plain["params"]] == [(2, 12)]


def test_without_any_decay_the_weights_stay_in_one_group() -> None:
    assert len(parameter_groups(network(), Adam(), {}, NO_NORMS)) == 1


def test_layers_learn_at_their_own_rate_and_frozen_ones_not_at_all() -> None:
    ours, theirs = network(), network()
    known = {"0": Learning(frozen=True), "4": Learning(factor=0.1)}
    groups = parameter_groups(ours, SGD(), known, OPTIONS)
    learn(ours, open_optimizer(SGD(), groups, fused=True))
    slow = [*theirs[4].parameters()]
    usual = [weights for place in (1, 5, 7) for weights in theirs[place].parameters()]
    plain = torch.optim.SGD([group(usual), group(slow, lr=0.001)], lr=0.01, momentum=0.9)
    learn(theirs, plain)
    assert_alike(ours, theirs)


def test_a_network_in_which_nothing_learns_is_refused() -> None:
    module = nn.Sequential(nn.Linear(2, 2))
    with pytest.raises(UserError, match="no weights that could learn"):
        parameter_groups(module, Adam(), {"0": Learning(frozen=True)}, OPTIONS)


@pytest.mark.parametrize("definition", [SGD(), Adam(), RMSprop(momentum=0.5)])
def test_a_schedule_with_momentum_gives_torchs_weights(definition: OptimizerDef) -> None:
    epochs, each = 4, 5
    ours, theirs = network(), network()
    optimizer = opened(ours, definition)
    rates = Rates(optimizer, definition.lr, OneCycle(), epochs)
    plain = getattr(torch.optim, type(definition).__name__)(
        theirs.parameters(), **definition.arguments()
    )
    total = epochs * each + 1
    scheduler = torchs.OneCycleLR(
        plain, definition.lr, total_steps=total, pct_start=(0.3 * (total - 1) + 1) / total
    )
    for step, batch in enumerate(batches(epochs * each)):
        rates.set_epoch(step / each)
        update(ours, optimizer, *batch)
        update(theirs, plain, *batch)
        scheduler.step()
    assert_alike(ours, theirs)


def test_an_optimizer_without_momentum_gets_none_from_the_schedule() -> None:
    module = network()
    optimizer = opened(module, SGD(momentum=0.0))
    Rates(optimizer, 0.01, OneCycle(), 10).set_epoch(3.0)
    assert optimizer.param_groups[0]["momentum"] == 0.0


def test_a_rate_set_by_hand_scales_what_follows_and_layers_keep_their_share() -> None:
    module = network()
    groups = parameter_groups(module, SGD(), {"4": Learning(factor=0.5)}, OPTIONS)
    optimizer = open_optimizer(SGD(), groups, fused=True)
    rates = Rates(optimizer, 0.01, Cosine(), 10)
    rates.set_epoch(5.0)
    assert rates.current == pytest.approx(0.005)
    rates.current = 0.02
    assert [group["lr"] for group in optimizer.param_groups] == pytest.approx([0.02, 0.01])
    rates.set_epoch(7.5)
    assert rates.current == pytest.approx(4 * 0.01 * Cosine().factor(7.5, 10))
    again = Rates(optimizer, 0.01, Cosine(), 10)
    again.load_state(rates.state())
    assert again.current == rates.current


def test_rates_reach_an_optimizer_that_has_loaded_its_state() -> None:
    module = network()
    optimizer = opened(module, Adam())
    learn(module, optimizer, 1)
    rates = Rates(optimizer, 0.001, Cosine(), 10)
    optimizer.load_state_dict(deepcopy(optimizer.state_dict()))
    rates.set_epoch(5.0)
    assert optimizer.param_groups[0]["lr"] == pytest.approx(0.0005)


FIGURES = [3.0, 2.0, 2.0, 2.1, 1.999, 2.5, 2.5, 2.5, 2.5, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.2, 0.3]


@pytest.mark.parametrize("rises", [False, True])
@pytest.mark.parametrize(
    "definition",
    [
        Plateau(plateau_patience=1),
        Plateau(plateau_patience=0, gamma=0.5, minimum_factor=0.2),
        Plateau(plateau_patience=1, cooldown=2, plateau_threshold=0.0),
        Plateau(plateau_patience=2, plateau_threshold=0.01),
    ],
    ids=repr,
)
def test_reduce_on_plateau_falls_when_torchs_does(definition: Plateau, rises: bool) -> None:
    optimizer = torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=1.0)
    torchs_own = torchs.ReduceLROnPlateau(
        optimizer,
        mode="max" if rises else "min",
        factor=definition.gamma,
        patience=definition.plateau_patience,
        threshold=definition.plateau_threshold,
        cooldown=definition.cooldown,
        min_lr=definition.minimum_factor,
    )
    watch = PlateauWatch(definition)
    fell = False
    for place, figure in enumerate(FIGURES):
        value = 10.0 - figure if rises else figure
        torchs_own.step(value)
        watch.epoch_ended(-value if rises else value)
        expected = optimizer.param_groups[0]["lr"]
        assert watch.factor == pytest.approx(expected), f"after epoch {place + 1}"
        fell |= watch.factor < 1.0
        again = PlateauWatch(definition)
        again.load_state(watch.state())
        watch = again
    assert fell


def test_the_rate_follows_a_plateau_from_the_next_batch_on() -> None:
    module = network()
    optimizer = opened(module, SGD())
    rates = Rates(optimizer, 0.01, Plateau(plateau_patience=0, gamma=0.5), 10)
    rates.epoch_ended(1.0)
    rates.epoch_ended(1.0)
    rates.set_epoch(2.0)
    assert optimizer.param_groups[0]["lr"] == pytest.approx(0.005)


def test_a_constant_rate_is_never_touched() -> None:
    module = network()
    optimizer = opened(module, Adam())
    rates = Rates(optimizer, 0.001, Constant(), 10)
    marked = optimizer.param_groups[0]["lr"] = 7.0
    rates.set_epoch(4.2)
    assert optimizer.param_groups[0]["lr"] == marked
