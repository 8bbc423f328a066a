"""Batches hold every sample once an epoch, in an order that depends on seed and epoch only."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from netstudio.engine.data.dataset import Samples
from netstudio.engine.data.storage import batches
from netstudio.engine.data.storage.batches import Chunk, ResidentSamples, batch_sizes, epoch_order
from netstudio.engine.data.storage.finishing import Plain
from tests.data import fitted, in_memory
from tests.pictures import noise

CPU = torch.device("cpu")
seeds = st.integers(0, 2**32 - 1)


def some_samples(count: int, channels: int = 3, side: int = 5) -> Samples:
    """Noise whose targets are the samples' numbers."""
    inputs = torch.from_numpy(noise(count, channels, side, side + 1))
    return Samples(inputs, torch.arange(count))


def flat(chunks: Iterable[Chunk]) -> list[tuple[Tensor, Tensor]]:
    return [batch for chunk in chunks for batch in chunk]


@given(st.integers(0, 300), st.integers(1, 50), st.booleans())
def test_batch_sizes_add_up_and_only_the_last_one_differs(
    count: int, batch_size: int, join_single: bool
) -> None:
    sizes = batch_sizes(count, batch_size, join_single)
    assert sum(sizes) == count
    assert all(size == batch_size for size in sizes[:-1])
    assert all(1 <= size <= batch_size + join_single for size in sizes)


@pytest.mark.parametrize(
    ("count", "join_single", "sizes"),
    [
        (9, False, [4, 4, 1]),
        (9, True, [4, 5]),
        (10, True, [4, 4, 2]),
        (1, True, [1]),
        (0, True, []),
    ],
)
def test_a_last_batch_of_one_joins_the_one_before_where_that_is_wanted(
    count: int, join_single: bool, sizes: list[int]
) -> None:
    assert batch_sizes(count, 4, join_single) == sizes


@given(st.integers(0, 500), seeds, st.integers(0, 1_000))
def test_the_order_of_an_epoch_holds_every_sample_once(count: int, seed: int, epoch: int) -> None:
    order = epoch_order(count, seed, epoch)
    assert sorted(order.tolist()) == list(range(count))
    torch.rand(1)  # whatever else draws numbers meanwhile
    assert torch.equal(order, epoch_order(count, seed, epoch))


def test_orders_differ_between_epochs_and_between_seeds() -> None:
    orders = {tuple(epoch_order(50, *key).tolist()) for key in [(0, 0), (0, 1), (1, 0), (1, 1)]}
    assert len(orders) == 4


def test_the_order_leaves_the_global_generator_alone() -> None:
    before = torch.get_rng_state()
    epoch_order(100, 1, 2)
    assert torch.equal(torch.get_rng_state(), before)


@pytest.fixture(params=[1, 700, 10**9], ids=["small", "middle", "large"])
def _chunks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Chunks of one batch, of a few, and of all."""
    monkeypatch.setattr(batches, "_CHUNK_BYTES", {"cpu": request.param})


@pytest.mark.usefixtures("_chunks")
@pytest.mark.parametrize("channels_last", [False, True])
@pytest.mark.parametrize("channels", [1, 3])
def test_batches_are_what_each_sample_by_itself_would_be(
    channels: int, channels_last: bool
) -> None:
    samples = some_samples(23, channels)
    preprocessing = fitted(in_memory(samples.inputs))
    preprocess = preprocessing.on(CPU)
    order, sizes = epoch_order(23, 5, 1), batch_sizes(23, 4, join_single=False)
    resident = ResidentSamples(samples, CPU, channels_last)
    found = flat(resident.shuffled(Plain(preprocess), order, sizes))
    assert [len(targets) for _, targets in found] == sizes
    at = 0
    for inputs, targets in found:
        for one, number in zip(inputs, targets.tolist(), strict=True):
            assert number == int(order[at])
            alone = preprocess(in_memory(samples.inputs)[number : number + 1].clone())[0]
            assert torch.equal(one, alone)
            at += 1
    assert at == 23


@pytest.mark.usefixtures("_chunks")
@pytest.mark.parametrize("start", [0, 1, 3, 5, 6])
def test_going_on_in_the_middle_gives_the_batches_that_were_left(start: int) -> None:
    samples = some_samples(23)
    preprocess = fitted(in_memory(samples.inputs)).on(CPU)
    order, sizes = epoch_order(23, 5, 1), batch_sizes(23, 4, join_single=False)
    resident = ResidentSamples(samples, CPU, channels_last=False)
    whole = flat(resident.shuffled(Plain(preprocess), order, sizes))
    rest = flat(resident.shuffled(Plain(preprocess), order, sizes, start))
    assert len(rest) == len(sizes) - start
    for (a, b), (c, d) in zip(whole[start:], rest, strict=True):
        assert torch.equal(a, c)
        assert torch.equal(b, d)


@pytest.mark.parametrize("channels_last", [False, True])
def test_all_samples_come_in_their_order_where_nothing_is_shuffled(channels_last: bool) -> None:
    samples = some_samples(23)
    preprocess = fitted(in_memory(samples.inputs)).on(CPU)
    resident = ResidentSamples(samples, CPU, channels_last)
    found = flat(resident.in_order(Plain(preprocess), 10))
    assert [len(targets) for _, targets in found] == [10, 10, 3]
    assert torch.cat([targets for _, targets in found]).tolist() == list(range(23))
    assert torch.equal(
        torch.cat([inputs for inputs, _ in found]), preprocess(in_memory(samples.inputs))
    )


@pytest.mark.parametrize("channels_last", [False, True])
def test_pictures_lie_in_memory_as_the_network_wants_them(channels_last: bool) -> None:
    samples = some_samples(9, side=5)
    wanted = torch.channels_last if channels_last else torch.contiguous_format
    resident = ResidentSamples(samples, CPU, channels_last)
    preprocess = fitted(in_memory(samples.inputs)).on(CPU)
    shuffled = flat(resident.shuffled(Plain(preprocess), torch.arange(9), [4, 5]))
    for inputs, _ in shuffled + flat(resident.in_order(Plain(preprocess), 4)):
        assert inputs.shape[1:] == (3, 5, 6)
        assert inputs.is_contiguous(memory_format=wanted)
        assert not inputs.is_contiguous(
            memory_format=torch.contiguous_format if channels_last else torch.channels_last
        )


def test_the_stored_samples_are_never_changed() -> None:
    samples = some_samples(9)
    before = in_memory(samples.inputs).clone()
    resident = ResidentSamples(samples, CPU, channels_last=False)
    flat(
        resident.shuffled(Plain(fitted(in_memory(samples.inputs)).on(CPU)), torch.arange(9), [4, 5])
    )
    flat(resident.in_order(Plain(fitted(in_memory(samples.inputs)).on(CPU)), 4))
    assert torch.equal(in_memory(samples.inputs), before)


def test_no_samples_give_no_batches() -> None:
    resident = ResidentSamples(some_samples(0), CPU, channels_last=True)
    assert (
        flat(resident.in_order(Plain(fitted(in_memory(some_samples(2).inputs)).on(CPU)), 4)) == []
    )
    assert len(resident) == 0
