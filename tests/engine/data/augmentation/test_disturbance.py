from __future__ import annotations

import pytest
import torch

from tests.engine.data.augmentation.batches import step, varied


def test_noise_has_the_strength_that_was_chosen() -> None:
    numbers = torch.full((2_000, 5), 2.0)

    assert varied(step("noise", strength=0.3), numbers).std() == pytest.approx(0.3, rel=0.05)


@pytest.mark.parametrize("shape", [(50, 4), (50, 7, 4)])
def test_categories_and_flags_get_no_noise(shape: tuple[int, ...]) -> None:
    rows = torch.randn(shape)
    rows[..., 2] = (rows[..., 2] > 0).float()
    rows[..., 3] = 0.0
    result = varied(step("noise"), rows)

    assert torch.equal(result[..., 2:], rows[..., 2:])
    assert (result[..., :2] != rows[..., :2]).all()


def test_pixel_noise_is_stronger_on_some_pictures_than_on_others() -> None:
    result = varied(step("pixel_noise", strength=0.2), torch.full((100, 1, 30, 30), 0.5))
    strengths = result.flatten(1).std(1)

    assert strengths.min() < 0.02
    assert 0.17 < strengths.max() < 0.22


def test_blur_keeps_brightness_and_spreads_a_point() -> None:
    pictures = torch.zeros(30, 2, 21, 21)
    pictures[:, :, 10, 10] = 1
    result = varied(step("blur", strongest=2.0, share=1.0), pictures)

    assert torch.allclose(result.sum((2, 3)), torch.ones(30, 2), atol=1e-4)
    peaks = result[:, 0, 10, 10]
    assert peaks.min() < 0.08
    assert peaks.max() > 0.5
    assert torch.allclose(result, result.flip(-1), atol=1e-6)
    assert torch.allclose(result[:, 0], result[:, 1])


def test_blur_is_that_of_a_gaussian() -> None:
    from scipy.ndimage import gaussian_filter1d

    picture = torch.rand(1, 1, 24, 24)
    point = torch.zeros(1, 1, 24, 24)
    point[0, 0, 12, 12] = 1
    made = step("blur", strongest=1.2, share=1.0)
    spread = varied(made, point)[0, 0, 12]
    # The variance of a sampled Gaussian tells how wide it was.
    at = torch.arange(24) - 12.0
    sigma = float((spread * at.square()).sum().div(spread.sum()).sqrt())
    expected = gaussian_filter1d(
        gaussian_filter1d(picture[0, 0].numpy(), sigma, axis=0, mode="mirror"),
        sigma,
        axis=1,
        mode="mirror",
    )

    assert torch.allclose(varied(made, picture)[0, 0], torch.from_numpy(expected), atol=0.01)


def test_erasing_covers_a_rectangle_of_the_chosen_area_with_the_mean() -> None:
    pictures = torch.ones(300, 3, 40, 40)
    result = varied(step("erasing", smallest=0.1, largest=0.3, share=0.5), pictures)
    covered = (result == 0).all(1)
    erased = covered[covered.any(2).any(1)]
    areas = erased.float().mean((1, 2))

    assert 110 <= len(erased) <= 190
    assert 0.08 <= areas.min() < 0.13
    assert 0.27 < areas.max() <= 0.33
    rows, columns = erased.any(2).sum(1), erased.any(1).sum(1)
    assert torch.equal(rows * columns, erased.sum((1, 2)))
    assert len({(int(a), int(b)) for a, b in zip(rows, columns, strict=True)}) > 30
