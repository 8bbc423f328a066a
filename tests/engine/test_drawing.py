"""A drawing is placed as the digits were that networks have learned from."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import nn

from netstudio.engine.data.dataset import Dataset
from netstudio.engine.data.images.drawing import centred
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import load_dataset
from netstudio.tasks.sources import MNIST, Digits, SourceDef
from tests.data import settings_for

Pixels = NDArray[np.uint8]

PAD = 280


def drawn(top: int, left: int, height: int, width: int) -> Pixels:
    pad = np.zeros((PAD, PAD), np.uint8)
    pad[top : top + height, left : left + width] = 255
    return pad


def box_of(field: Pixels) -> tuple[int, int, int, int]:
    rows, columns = (np.flatnonzero(field.any(axis=axis)) for axis in (1, 0))
    return rows[0], columns[0], rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1


def test_an_empty_pad_gives_nothing() -> None:
    assert centred(np.zeros((PAD, PAD), np.uint8), 28) is None


def test_ink_fills_a_box_of_20_of_28_pixels_with_its_proportions() -> None:
    field = centred(drawn(3, 100, 200, 100), 28)
    assert field is not None
    assert field.shape == (28, 28)
    assert box_of(field)[2:] == (20, 10)


def test_the_place_and_the_size_on_the_pad_make_no_difference() -> None:
    fields = [centred(drawn(*place), 28) for place in ((0, 0, 60, 30), (40, 150, 240, 120))]
    assert fields[0] is not None
    assert np.array_equal(*fields)  # type: ignore[arg-type]


def test_the_centre_of_mass_comes_to_the_middle_rather_than_that_of_the_box() -> None:
    pad = drawn(0, 0, 200, 20)
    pad[180:200, :150] = 255  # an L, heavy at its lower left
    field = centred(pad, 28)
    assert field is not None
    rows, columns = np.indices(field.shape)
    assert np.average(rows, weights=field) == pytest.approx(14, abs=0.5)
    assert np.average(columns, weights=field) == pytest.approx(14, abs=0.5)


def test_what_is_far_off_its_middle_stays_whole() -> None:
    pad = drawn(0, 0, 280, 4)
    pad[270:, :60] = 255
    field = centred(pad, 28)
    assert field is not None
    assert box_of(field)[2] == 20


def test_edges_are_soft() -> None:
    circle = np.hypot(*(np.indices((PAD, PAD)) - PAD / 2)) < 100
    field = centred((circle * 255).astype(np.uint8), 28)
    assert field is not None
    assert len(np.unique(field)) > 5


def test_a_small_field_is_filled() -> None:
    field = centred(drawn(50, 100, 160, 80), 8)
    assert field is not None
    assert box_of(field) == (0, 2, 8, 4)


def test_a_single_faint_dot_is_a_drawing() -> None:
    pad = np.zeros((PAD, PAD), np.uint8)
    pad[0, 0] = 1
    field = centred(pad, 28)
    assert field is not None
    assert field.any()


@pytest.mark.parametrize(
    ("source", "hidden", "most_lost"), [(MNIST(), 32, 0.015), (Digits(), 64, 0.06)]
)
def test_a_network_reads_digits_redrawn_anywhere_almost_as_well(
    source: SourceDef, hidden: int, most_lost: float
) -> None:
    data = finish(load_dataset(settings_for(source)))
    network = trained(data, hidden)
    inputs, targets = data.test.inputs[:1_000], data.test.targets[:1_000]
    generator = np.random.default_rng(0)
    side = inputs.shape[-1]
    again = [centred(redrawn(picture[0].numpy(), generator), side) for picture in inputs]
    redrawn_inputs = torch.from_numpy(np.stack([one for one in again if one is not None]))[:, None]
    own, others = (
        float((network(part.float() / 255).argmax(1) == targets).float().mean())
        for part in (inputs, redrawn_inputs)
    )
    assert own > 0.88
    assert others > own - most_lost


def trained(data: Dataset, hidden: int) -> nn.Module:
    """A small network after a few epochs."""
    torch.manual_seed(0)
    sizes = data.train.inputs[0].numel()
    network = nn.Sequential(nn.Flatten(), nn.Linear(sizes, hidden), nn.ReLU(), nn.LazyLinear(10))
    inputs, targets = data.train.inputs[:20_000].float() / 255, data.train.targets[:20_000]
    network(inputs[:1])
    optimizer = torch.optim.Adam(network.parameters(), lr=0.005)
    for _ in range(max(2, 20_000 // len(inputs))):
        for index in torch.split(torch.randperm(len(inputs)), 64):
            loss = nn.functional.cross_entropy(network(inputs[index]), targets[index])
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
    return network


def redrawn(picture: Pixels, generator: np.random.Generator) -> Pixels:
    """The picture's ink on a large pad, in a random size at a random place."""
    rows, columns = (np.flatnonzero(picture.any(axis=axis)) for axis in (1, 0))
    ink = picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    factor = generator.uniform(0.45, 0.95) * PAD / max(ink.shape)
    height, width = (max(1, round(length * factor)) for length in ink.shape)
    pad = np.zeros((PAD, PAD), np.uint8)
    top, left = generator.integers(0, PAD - height + 1), generator.integers(0, PAD - width + 1)
    large = Image.fromarray(ink).resize((width, height), Image.Resampling.BICUBIC)
    pad[top : top + height, left : left + width] = np.asarray(large)
    return pad
