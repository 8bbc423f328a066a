"""Windows that slide: what just fits, what just does not, and over what they slide."""

from __future__ import annotations

import pytest
import torch
from torch import nn
from torch.nn import functional

from netstudio.core.spec import FEATURES, IMAGE, SEQUENCE, TensorSpec
from netstudio.engine.network.analyse import analyse
from netstudio.engine.resolve import build
from tests.projects import PICTURE, SERIES, node, project


def fault(sample: TensorSpec, type_name: str, **fields: object) -> tuple[str, str | None] | None:
    """The code and the field of what is wrong with one layer, or None."""
    first = project(node(type_name, **fields), sample=sample)
    found = [found for found in analyse(first).errors if found.target != "network"]
    if not found or found[0].code == "wrong-output":
        return None
    assert len(found) == 1
    return found[0].code, found[0].field


def module(sample: TensorSpec, type_name: str, **fields: object) -> nn.Module:
    call = analyse(project(node(type_name, **fields), sample=sample)).call
    assert call is not None
    return build(call)


@pytest.mark.parametrize("dilation", [1, 2, 3])
@pytest.mark.parametrize("padding", [0, 1, 2])
def test_a_window_may_be_as_large_as_the_input_and_its_padding(padding: int, dilation: int) -> None:
    kernel = 4
    fits = dilation * (kernel - 1) + 1 - 2 * padding
    for type_name, axes in (("Conv1d", SEQUENCE), ("Conv2d", IMAGE)):
        for size in (fits - 1, fits, fits + 1):
            if size < 1:
                continue
            x = TensorSpec(axes, (size, 6) if axes == SEQUENCE else (3, size, 20))
            settings = {"kernel_size": kernel, "padding": padding, "dilation": dilation}
            wanted = ("window-too-large", "kernel_size") if size < fits else None
            assert fault(x, type_name, **settings) == wanted


@pytest.mark.parametrize("type_name", ["MaxPool2d", "AvgPool2d"])
@pytest.mark.parametrize("kernel", [1, 2, 3, 4, 5])
def test_a_pooling_window_is_padded_by_half_its_size_at_most(type_name: str, kernel: int) -> None:
    most = kernel // 2
    assert fault(PICTURE, type_name, kernel_size=kernel, padding=most) is None
    wanted = ("padding-too-large", "padding")
    assert fault(PICTURE, type_name, kernel_size=kernel, padding=most + 1) == wanted
    assert fault(PICTURE, type_name, kernel_size=kernel, padding=[0, most + 1]) == wanted


@pytest.mark.parametrize("type_name", ["MaxPool2d", "AvgPool2d"])
def test_a_pooling_window_must_fit_into_the_picture(type_name: str) -> None:
    assert fault(PICTURE, type_name, kernel_size=[10, 12]) is None
    assert fault(PICTURE, type_name, kernel_size=[11, 12]) == ("window-too-large", "kernel_size")
    assert fault(PICTURE, type_name, kernel_size=[10, 13]) == ("window-too-large", "kernel_size")


@pytest.mark.parametrize(("type_name", "sample"), [("Conv1d", SERIES), ("Conv2d", PICTURE)])
def test_groups_must_divide_both_channels_and_filters(type_name: str, sample: TensorSpec) -> None:
    code = "groups-do-not-divide"
    assert fault(sample, type_name, groups=3, out_channels=9) is None
    assert fault(sample, type_name, groups=4, out_channels=8) == (code, "groups")
    assert fault(sample, type_name, groups=3, out_channels=8) == (code, "out_channels")


@pytest.mark.parametrize(("type_name", "sample"), [("Conv1d", SERIES), ("Conv2d", PICTURE)])
def test_padding_same_needs_a_stride_of_one(type_name: str, sample: TensorSpec) -> None:
    assert fault(sample, type_name, padding="same", kernel_size=5) is None
    wanted = ("same-with-stride", "padding")
    assert fault(sample, type_name, padding="same", stride=2) == wanted


def test_a_convolution_over_time_puts_its_filters_into_the_features() -> None:
    layer = module(SERIES, "Conv1d", out_channels=5, kernel_size=3).get_submodule("conv1d_1")
    assert isinstance(layer, nn.Conv1d)
    x = torch.randn(2, *SERIES.sizes)
    y = layer(x)
    assert y.shape == (2, 8, 5)
    plain = functional.conv1d(x.transpose(1, 2), layer.weight, layer.bias)
    assert torch.equal(y.transpose(1, 2), plain)


@pytest.mark.parametrize(("sample", "over"), [(PICTURE, (2, 3)), (SERIES, (1,))])
def test_global_pooling_takes_the_mean_over_all_but_the_channels(
    sample: TensorSpec, over: tuple[int, ...]
) -> None:
    x = torch.randn(2, *sample.sizes)
    first = project(node("GlobalAvgPool"), sample=sample)
    output = analyse(first).output
    assert output is not None
    assert output.axes == FEATURES
    assert torch.equal(module(sample, "GlobalAvgPool")(x), x.mean(over))
