from __future__ import annotations

import torch

from tests.engine.data.augmentation.batches import step, varied


def test_each_feature_of_each_sequence_has_a_factor_of_its_own() -> None:
    result = varied(step("scaling", factor=1.5), torch.ones(200, 7, 3))

    assert torch.equal(result[:, :1].expand_as(result), result)
    assert 1 / 1.5 - 1e-5 <= result.min() < 0.7
    assert 1.4 < result.max() <= 1.5 + 1e-5
    assert (result[:, 0, 0] != result[:, 0, 1]).all()


def test_shifted_sequences_repeat_their_first_or_last_value() -> None:
    course = torch.arange(20.0)[:, None].expand(100, 20, 2).clone()
    result = varied(step("sequence_shift", largest=0.2), course)
    shifts = result[:, 10, 0] - 10

    assert shifts.min() == -4
    assert shifts.max() == 4
    for each, shift in zip(result[:, :, 0], shifts, strict=True):
        assert torch.equal(each, (torch.arange(20.0) + shift).clamp(0, 19))
