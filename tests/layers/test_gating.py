"""Gates for channels and places of a picture."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from netstudio.core.spec import IMAGE, TensorSpec
from tests.layers.made import layer

PICTURE = TensorSpec(IMAGE, (32, 7, 9))


def weights(module: nn.Module, name: str) -> tuple[Tensor, Tensor]:
    return module.get_parameter(f"{name}.weight"), module.get_parameter(f"{name}.bias")


def through(module: nn.Module, x: Tensor) -> Tensor:
    """Both Linear layers, by hand."""
    (squeeze, before), (excite, after) = weights(module, "squeeze"), weights(module, "excite")
    return (x @ squeeze.T + before).clamp(min=0) @ excite.T + after


def test_squeeze_and_excitation_weighs_channels_by_their_means() -> None:
    torch.manual_seed(0)
    made = layer(PICTURE, "SqueezeExcitation", reduction=4)
    assert made.get_parameter("squeeze.weight").shape == (8, 32)
    x = torch.randn(3, *PICTURE.sizes)
    shares = torch.sigmoid(through(made, x.flatten(2).mean(2)))
    assert torch.allclose(made(x), x * shares[:, :, None, None], atol=1e-6)


def test_block_attention_weighs_channels_and_then_places() -> None:
    torch.manual_seed(0)
    made = layer(PICTURE, "CBAM", reduction=4, kernel_size=3)
    x = torch.randn(3, *PICTURE.sizes)
    flat = x.flatten(2)
    shares = torch.sigmoid(through(made, flat.mean(2)) + through(made, flat.amax(2)))
    weighed = x * shares[:, :, None, None]
    seen = torch.stack((weighed.mean(1), weighed.amax(1)), 1)
    where = nn.functional.conv2d(seen, made.get_parameter("places.weight"), padding=1)
    assert torch.allclose(made(x), weighed * where.sigmoid(), atol=1e-6)


@pytest.mark.parametrize("type_name", ["SqueezeExcitation", "CBAM"])
def test_fewer_channels_than_the_reduction_are_squeezed_to_one_number(type_name: str) -> None:
    made = layer(TensorSpec(IMAGE, (3, 5, 5)), type_name, reduction=16)
    assert made.get_parameter("squeeze.weight").shape == (1, 3)
    assert made(torch.randn(2, 3, 5, 5)).shape == (2, 3, 5, 5)
