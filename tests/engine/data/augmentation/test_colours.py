from __future__ import annotations

import pytest
import torch
from torch import Tensor

from netstudio.engine.data.augmentation.colours import grey
from tests.engine.data.augmentation.batches import chance, step, varied


def _jitter(pictures: Tensor, **amounts: float) -> Tensor:
    none = {"brightness": 0.0, "contrast": 0.0, "saturation": 0.0, "hue": 0.0}
    return varied(step("colour_jitter", **(none | amounts)), pictures)


def _pictures(channels: int = 3) -> Tensor:
    return torch.rand(40, channels, 6, 6, generator=chance()) * 0.4 + 0.3


@pytest.mark.parametrize("channels", [1, 3])
def test_no_amount_changes_nothing(channels: int) -> None:
    pictures = _pictures(channels)

    assert torch.allclose(_jitter(pictures), pictures, atol=1e-6)


def test_brightness_is_a_factor_for_each_picture() -> None:
    pictures = _pictures()
    factors = _jitter(pictures, brightness=0.3) / pictures

    assert factors.flatten(1).std(1).max() < 1e-5
    assert 0.7 <= factors.min() < 0.8
    assert 1.2 < factors.max() <= 1.3


def test_contrast_keeps_how_bright_a_picture_is() -> None:
    pictures = _pictures()
    result = _jitter(pictures, contrast=0.4)

    assert torch.allclose(grey(result).mean((1, 2, 3)), grey(pictures).mean((1, 2, 3)), atol=1e-5)
    assert (result.std((1, 2, 3)) / pictures.std((1, 2, 3))).max() > 1.2


@pytest.mark.parametrize("amounts", [{"saturation": 0.5}, {"hue": 0.1}])
def test_colours_change_and_brightness_does_not(amounts: dict[str, float]) -> None:
    pictures = _pictures()
    result = _jitter(pictures, **amounts)
    inside = ((result > 0) & (result < 1)).all(1, keepdim=True)

    assert torch.allclose(grey(result)[inside], grey(pictures)[inside], atol=1e-3)
    assert (result - pictures).abs().max() > 0.05
    greys = grey(pictures).expand_as(pictures)
    assert torch.allclose(_jitter(greys, **amounts), greys, atol=1e-3)


def test_a_change_of_hue_keeps_how_strong_a_colour_is() -> None:
    red = torch.tensor([0.55, 0.45, 0.45])[:, None, None].expand(300, 3, 2, 2)
    result = _jitter(red, hue=0.5)
    across_greys = torch.tensor([[0.5959, -0.2746, -0.3213], [0.2115, -0.5227, 0.3112]])
    strength = (across_greys @ result[:, :, 0, 0].T).norm(dim=0)

    assert torch.allclose(strength, strength.mean().expand(300), atol=1e-3)


def test_a_hue_of_half_a_turn_makes_red_cyan() -> None:
    red = torch.tensor([0.6, 0.3, 0.3])[:, None, None].expand(200, 3, 2, 2)
    result = _jitter(red, hue=0.5)[:, :, 0, 0]
    farthest = result[(result - red[:, :, 0, 0]).norm(dim=1).argmax()]

    assert farthest[0] < farthest[1]
    assert farthest[0] < farthest[2]


def test_greyscale_takes_the_colours_out_of_about_its_share() -> None:
    result = varied(step("greyscale", share=0.5), _pictures())
    is_grey = (result.amax(1) - result.amin(1)).amax((1, 2)) < 1e-6

    assert 10 <= is_grey.sum() <= 30
