"""One contract for every step of augmentation."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from netstudio.engine.data.augmentation.step import Step
from netstudio.tasks.augmentations import AUGMENTATIONS, AugmentationDef
from netstudio.tasks.content import Content
from tests.engine.data.augmentation.batches import batches, chance, shares, step

CASES = [
    pytest.param(definition, batch, id=f"{definition.type}-{'x'.join(map(str, batch.shape[1:]))}")
    for definition in AUGMENTATIONS
    for batch in batches(definition)
]
every_step = pytest.mark.parametrize(("definition", "inputs"), CASES)

# Alike samples that are mixed stay alike, and colours of grey pictures cannot be changed.
WITHOUT_TRACE = {"mix_up", "cut_mix"}


def _made(definition: type[AugmentationDef]) -> Step:
    return step(definition.type)


@every_step
def test_shapes_and_types_stay_what_they_are(
    definition: type[AugmentationDef], inputs: Tensor
) -> None:
    varied, targets = _made(definition)(inputs, shares(), chance())

    assert varied.shape == inputs.shape
    assert varied.dtype == inputs.dtype
    assert targets.shape == shares().shape
    assert torch.isfinite(varied).all()


@every_step
def test_equal_seeds_give_equal_batches_and_other_seeds_others(
    definition: type[AugmentationDef], inputs: Tensor
) -> None:
    made = _made(definition)
    torch.manual_seed(1)
    first = made(inputs, shares(), chance(1))
    torch.manual_seed(2)
    again = made(inputs, shares(), chance(1))
    other = made(inputs, shares(), chance(2))

    assert all(torch.equal(a, b) for a, b in zip(first, again, strict=True))
    if definition.mixes:
        assert not torch.equal(first[1], other[1])
    elif not _leaves_grey_alone(definition, inputs):
        assert not torch.equal(first[0], other[0])


@every_step
def test_the_global_generator_is_left_alone(
    definition: type[AugmentationDef], inputs: Tensor
) -> None:
    before = torch.get_rng_state()
    _made(definition)(inputs, shares(), chance())

    assert torch.equal(torch.get_rng_state(), before)


@every_step
def test_what_it_is_given_is_not_changed_in_place(
    definition: type[AugmentationDef], inputs: Tensor
) -> None:
    targets = shares()
    kept = inputs.clone(), targets.clone()
    _made(definition)(inputs, targets, chance())

    assert torch.equal(inputs, kept[0])
    assert torch.equal(targets, kept[1])


@every_step
def test_alike_samples_are_varied_each_by_itself(
    definition: type[AugmentationDef], inputs: Tensor
) -> None:
    if definition.type in WITHOUT_TRACE or _leaves_grey_alone(definition, inputs):
        pytest.skip("it leaves no trace on these samples")
    varied, _ = _made(definition)(inputs, shares(), chance())

    assert len({tuple(sample.flatten().tolist()) for sample in varied}) > 1


@every_step
def test_targets_change_only_where_samples_are_mixed(
    definition: type[AugmentationDef], inputs: Tensor
) -> None:
    _, targets = _made(definition)(inputs, shares(), chance())

    assert torch.equal(targets, shares()) is not definition.mixes
    assert torch.allclose(targets.sum(1), torch.ones(len(targets)))


@every_step
def test_pixels_and_waves_keep_to_their_range(
    definition: type[AugmentationDef], inputs: Tensor
) -> None:
    if definition.contents[0] not in (Content.IMAGES, Content.SOUNDS):
        pytest.skip("such numbers have no range")
    varied, _ = _made(definition)(inputs, shares(), chance())

    assert varied.max() <= 1 + 1e-5
    assert varied.min() >= (-1 - 1e-5 if definition.contents[0] is Content.SOUNDS else -1e-5)


@pytest.mark.parametrize(
    "definition",
    [each for each in AUGMENTATIONS if Content.IMAGES in each.contents],
    ids=lambda each: each.type,
)
def test_the_memory_format_makes_no_difference(definition: type[AugmentationDef]) -> None:
    pictures = torch.rand(6, 3, 10, 12, generator=chance())
    last = pictures.contiguous(memory_format=torch.channels_last)
    first, _ = _made(definition)(pictures, shares(6), chance())
    second, _ = _made(definition)(last, shares(6), chance())

    if definition.type == "pixel_noise":  # noise is drawn in the order of memory
        assert first.std() == pytest.approx(float(second.std()), rel=0.05)
    else:
        assert torch.allclose(first, second, atol=1e-5)


@pytest.mark.parametrize("definition", list(AUGMENTATIONS), ids=lambda each: each.type)
def test_a_batch_of_one_sample_goes_through(definition: type[AugmentationDef]) -> None:
    for inputs in batches(definition):
        varied, _ = _made(definition)(inputs[:1], shares(1), chance())
        assert varied.shape == inputs[:1].shape


def _leaves_grey_alone(definition: type[AugmentationDef], inputs: Tensor) -> bool:
    return definition.type == "greyscale" and inputs.shape[1] == 1
