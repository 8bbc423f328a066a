"""Windows that slide: what just fits, what just does not, and over what they slide."""

from __future__ import annotations

import pytest
import torch
from torch import nn
from torch.nn import functional

from netstudio.core.spec import FEATURES, IMAGE, SEQUENCE, VOLUME, TensorSpec
from netstudio.core.values import Fields
from netstudio.engine.network.analyse import analyse
from netstudio.engine.resolve import build
from netstudio.layers import LAYERS
from tests.projects import PICTURE, SERIES, node, project

CUBE = TensorSpec(VOLUME, (2, 4, 5, 6))


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


@pytest.mark.parametrize(
    ("sample", "type_name", "fields"),
    [
        (PICTURE, "Conv2d", {"kernel_size": (11, 3), "dilation": (1, 6)}),
        (PICTURE, "MaxPool2d", {"kernel_size": 20}),
        (PICTURE, "MaxPool2d", {"padding": (1, 2)}),
        (PICTURE, "Conv2d", {"padding": "same", "stride": 2, "kernel_size": (3, 5)}),
        (PICTURE, "Conv2d", {"groups": 2}),
        (PICTURE, "ConvTranspose2d", {"output_padding": (0, 3), "stride": 2}),
        (PICTURE, "ConvTranspose2d", {"padding": 9, "kernel_size": 1}),
        (PICTURE, "GroupNorm", {"num_groups": 2}),
        (SERIES, "Conv1d", {"groups": 3, "out_channels": 32}),
        (SERIES, "AvgPool1d", {"kernel_size": 11}),
        (CUBE, "AvgPool3d", {"kernel_size": (5, 2, 2), "padding": 1}),
        (CUBE, "Conv3d", {"kernel_size": 9}),
        (PICTURE, "LPPool2d", {"norm_type": 3}),
    ],
)
def test_what_a_layer_offers_instead_of_what_does_not_fit_does_fit(
    sample: TensorSpec, type_name: str, fields: dict[str, object]
) -> None:
    assert fault(sample, type_name, **fields) is not None
    first = project(node(type_name, **fields), sample=sample)
    (made,) = first.network
    layer = LAYERS.make(made.type, made.fields)
    (objection,) = layer.objections(sample, {})
    assert objection.fix is not None
    name, value = objection.fix
    assert fault(sample, type_name, **{**fields, name: value}) is None


@pytest.mark.parametrize(
    ("mode", "most"), [("zeros", 40), ("replicate", 40), ("circular", 10), ("reflect", 9)]
)
def test_padding_is_filled_only_from_what_there_is(mode: str, most: int) -> None:
    fields = {"padding_mode": mode, "kernel_size": 3}
    assert fault(SERIES, "Conv1d", padding=most, **fields) is None
    expected = None if mode in ("zeros", "replicate") else ("padding-too-far", "padding")
    assert fault(SERIES, "Conv1d", padding=most + 1, **fields) == expected


def test_a_separable_convolution_is_a_depthwise_and_a_pointwise_one() -> None:
    torch.manual_seed(0)
    separable = module(PICTURE, "SeparableConv2d", depth_multiplier=2, out_channels=5, stride=2)
    weights = {name.partition(".")[2]: tensor for name, tensor in separable.state_dict().items()}
    x = torch.randn(2, *PICTURE.sizes)
    between = functional.conv2d(x, weights["depthwise.weight"], stride=2, groups=3)
    expected = functional.conv2d(between, weights["pointwise.weight"], weights["pointwise.bias"])
    assert torch.allclose(separable(x), expected, atol=1e-6)
    depthwise = module(PICTURE, "DepthwiseConv2d", depth_multiplier=2)
    assert sum(each.numel() for each in depthwise.parameters()) == 6 * (9 + 1)


@pytest.mark.parametrize(
    ("sample", "type_name", "fields"),
    [
        (PICTURE, "Conv2d", {"dilation": (1, 2)}),
        (PICTURE, "Conv2d", {"stride": (2, 3), "kernel_size": (2, 5)}),
        (PICTURE, "MaxPool2d", {"kernel_size": (3, 2)}),
        (SERIES, "AvgPool1d", {"kernel_size": 4, "stride": 1}),
        (SERIES, "ConvTranspose1d", {"kernel_size": 4, "stride": 2}),
        (SERIES, "ConvTranspose1d", {"kernel_size": 5, "stride": 2}),
        (PICTURE, "Upsample", {}),
        (PICTURE, "PixelUnshuffle", {}),
        (CUBE, "Conv3d", {"kernel_size": (1, 2, 3)}),
        (SERIES, "Linear", {}),
        (PICTURE, "BatchNorm2d", {}),
    ],
)
def test_an_output_sees_as_much_of_the_input_as_the_layer_says(
    sample: TensorSpec, type_name: str, fields: dict[str, object]
) -> None:
    window = LAYERS.make(type_name, Fields(fields)).window(sample)
    assert window is not None
    expected = [d * (k - 1) + 1 for k, d in zip(window.kernel, window.dilation, strict=True)]
    places = (0,) if sample.axes == SEQUENCE else tuple(range(1, len(sample.axes)))
    seen = torch.zeros(len(places), dtype=torch.int64)
    layer = module(sample, type_name, **fields).eval()
    x = torch.rand(1, *sample.sizes, requires_grad=True)
    y = layer(x)[0]
    for output in y.sum(-1 if sample.axes == SEQUENCE else 0).flatten():
        (gradient,) = torch.autograd.grad(output, x, retain_graph=True)
        touched = gradient[0].nonzero()[:, list(places)]
        seen = torch.maximum(seen, touched.amax(0) - touched.amin(0) + 1)
    if type_name == "MaxPool2d":  # only the largest of a window has a gradient
        assert all(side <= most for side, most in zip(seen.tolist(), expected, strict=True))
    else:
        assert seen.tolist() == expected
