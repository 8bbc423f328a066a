"""Samples that are read from the disk while they are needed."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from netstudio.engine.data.dataset import Samples
from netstudio.engine.data.storage import streaming
from netstudio.engine.data.storage.batches import (
    Chunk,
    ResidentSamples,
    batch_sizes,
    order_generator,
)
from netstudio.engine.data.storage.finishing import Plain
from netstudio.engine.data.storage.streaming import StreamedSamples, block_order
from tests.engine.data.stored import keep, numbered

CPU = torch.device("cpu")
COUNT = 103


@pytest.fixture(autouse=True)
def small_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "_WINDOW_BYTES", 20 * 60)
    monkeypatch.setattr(streaming, "_BLOCK_BYTES", 3 * 60)


@pytest.fixture
def samples() -> Samples:
    return Samples(numbered(COUNT, 4, 5, 3).permute(0, 3, 1, 2), torch.arange(COUNT))


@pytest.fixture
def streamed(samples: Samples) -> StreamedSamples:
    return on_disk(samples)


def on_disk(samples: Samples, channels_last: bool = False) -> StreamedSamples:
    stored = keep(samples.inputs[:].permute(0, 2, 3, 1).contiguous(), axes=(2, 0, 1))
    return StreamedSamples(stored, samples.targets, CPU, channels_last)


def flat(chunks: Iterator[Chunk]) -> list[tuple[Tensor, Tensor]]:
    return [batch for chunk in chunks for batch in chunk]


def as_floats(pictures: Tensor) -> Tensor:
    return pictures.float()


@pytest.mark.parametrize("channels_last", [False, True])
@pytest.mark.parametrize("start", [0, 1, 5, 10])
def test_batches_are_those_of_samples_in_memory(
    samples: Samples, channels_last: bool, start: int
) -> None:
    streamed = on_disk(samples, channels_last)
    resident = ResidentSamples(samples, CPU, channels_last)
    order = streamed.order(seed=3, epoch=2)
    sizes = batch_sizes(COUNT, 10, join_single=True)
    expected = flat(resident.shuffled(Plain(as_floats), order, sizes, start))
    found = flat(streamed.shuffled(Plain(as_floats), order, sizes, start))
    assert [len(targets) for _, targets in found] == sizes[start:]
    for (inputs, targets), (wanted, labels) in zip(found, expected, strict=True):
        assert torch.equal(inputs, wanted)
        assert torch.equal(targets, labels)
        assert inputs.stride() == wanted.stride()


def test_in_order_they_come_as_they_are_stored(samples: Samples, streamed: StreamedSamples) -> None:
    found = flat(streamed.in_order(Plain(as_floats), 16))
    assert [len(targets) for _, targets in found] == [16] * 6 + [7]
    assert torch.equal(torch.cat([inputs for inputs, _ in found]), samples.inputs[:].float())
    assert torch.equal(torch.cat([targets for _, targets in found]), samples.targets)


@given(
    count=st.integers(0, 200),
    block=st.integers(1, 12),
    window=st.integers(1, 60),
    seed=st.integers(0, 1_000),
)
def test_an_order_holds_every_sample_once(count: int, block: int, window: int, seed: int) -> None:
    order = block_order(count, block, window, order_generator(seed, 1))
    assert order.sort().values.tolist() == list(range(count))


def test_each_epoch_has_its_own_order_and_always_the_same(streamed: StreamedSamples) -> None:
    first = streamed.order(seed=0, epoch=1)
    assert torch.equal(first, streamed.order(seed=0, epoch=1))
    assert not torch.equal(first, streamed.order(seed=0, epoch=2))
    assert not torch.equal(first, streamed.order(seed=1, epoch=1))


def test_a_window_takes_whole_blocks_from_everywhere() -> None:
    order = block_order(10_000, block=10, window=500, generator=order_generator(0, 1))
    window = order[:500]
    assert len(set((window // 10).tolist())) == 50
    assert window.max() - window.min() > 8_000
    neighbours = (window.diff().abs() == 1).float().mean()
    assert neighbours < 0.02


def test_whoever_leaves_off_leaves_no_thread(streamed: StreamedSamples) -> None:
    chunks = streamed.in_order(Plain(as_floats), 2)
    assert isinstance(chunks, Generator)
    next(chunks)
    assert any(thread.name.startswith("read-samples") for thread in threading.enumerate())
    chunks.close()
    assert not any(thread.name.startswith("read-samples") for thread in threading.enumerate())


def test_few_windows_are_in_memory_at_a_time(
    streamed: StreamedSamples, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    reading = StreamedSamples._read

    def counting(self: StreamedSamples, index: Tensor) -> Tensor:
        read.append(len(index))
        return reading(self, index)

    monkeypatch.setattr(StreamedSamples, "_read", counting)
    chunks = streamed.in_order(Plain(as_floats), 5)
    next(chunks)
    assert len(read) <= 3
    assert len(list(chunks)) == 20
    assert len(read) == 6


def test_no_samples_give_no_batches(samples: Samples) -> None:
    streamed = StreamedSamples(
        keep(numbered(0, 4, 5, 3)), torch.arange(0), CPU, channels_last=False
    )
    assert len(streamed) == 0
    assert flat(streamed.in_order(Plain(as_floats), 4)) == []
    assert flat(streamed.shuffled(Plain(as_floats), streamed.order(0, 1), [])) == []
