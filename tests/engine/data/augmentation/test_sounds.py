from __future__ import annotations

import pytest
import torch

from tests.engine.data.augmentation.batches import step, varied


def test_shifted_sounds_are_the_same_with_silence_where_nothing_is_left() -> None:
    wave = torch.arange(1, 101, dtype=torch.float32) / 100
    result = varied(step("sound_shift", largest=0.1), wave.expand(200, 100).clone())
    starts = set()
    for each in result:
        sounding = each[each > 0]
        assert (sounding.diff() > 0).all()
        assert len(sounding) >= 90
        starts.add(round(float(each[50] - wave[50]), 2))

    assert min(starts) == -0.1
    assert max(starts) == 0.1


def test_gain_stays_within_its_decibels() -> None:
    waves = torch.full((500, 8), 0.1)
    decibels = 20 * (varied(step("gain", decibels=6.0), waves)[:, 0] / 0.1).log10()

    assert -6.01 <= decibels.min() < -5.5
    assert 5.5 < decibels.max() <= 6.01


def test_noise_lies_below_each_sound_as_far_as_was_chosen() -> None:
    loudness = torch.linspace(0.01, 0.2, 60)[:, None]
    waves = loudness * torch.sin(torch.arange(8_000) / 5)
    added = varied(step("sound_noise", loudest=10.0, quietest=30.0), waves) - waves
    ratios = 20 * (waves.square().mean(1).sqrt() / added.square().mean(1).sqrt()).log10()

    assert 9.5 < ratios.min() < 13
    assert 27 < ratios.max() < 30.5


def test_silence_stays_nearly_silent() -> None:
    assert varied(step("sound_noise"), torch.zeros(4, 1_000)).abs().max() < 1e-3


@pytest.mark.parametrize("masks", [0, 1, 2])
def test_spectrograms_lose_whole_bands_and_whole_stretches(masks: int) -> None:
    spectrograms = torch.ones(100, 1, 40, 50)
    made = step(
        "spec_augment",
        frequency_masks=masks,
        frequency_width=0.2,
        time_masks=masks,
        time_width=0.3,
    )
    lost = varied(made, spectrograms)[:, 0] == 0
    bands, times = lost.all(2), lost.all(1)

    assert torch.equal(lost, bands[:, :, None] | times[:, None, :])
    assert bands.sum(1).max() <= masks * 9
    assert times.sum(1).max() <= masks * 16
    assert bool(lost.any()) is bool(masks)
