"""Layers that move numbers about: each number goes where it is said to go."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor
from torch.nn import functional

from netstudio.core.spec import FEATURES, IMAGE, SEQUENCE, VOLUME, Axes, TensorSpec
from netstudio.engine.network.analyse import analyse
from tests.layers.made import fault, layer, output
from tests.projects import PICTURE, SERIES, VECTOR, node, project


def counted(x: TensorSpec) -> Tensor:
    """A batch of two in which each number is another."""
    count = torch.Size((2, *x.sizes)).numel()
    return torch.arange(count, dtype=torch.float32).reshape(2, *x.sizes)


def put_through(x: TensorSpec, type_name: str, **fields: object) -> Tensor:
    y: Tensor = layer(x, type_name, **fields)(counted(x))
    return y


class TestToSequence:
    def test_a_step_is_a_row_with_its_channels_one_after_the_other(self) -> None:
        x, y = counted(PICTURE), put_through(PICTURE, "ToSequence")
        assert y.shape == (2, 10, 36)
        assert torch.equal(y[:, 4], x[:, :, 4, :].flatten(1))

    def test_a_step_is_a_column_with_its_channels_one_after_the_other(self) -> None:
        x, y = counted(PICTURE), put_through(PICTURE, "ToSequence", steps="columns")
        assert y.shape == (2, 12, 30)
        assert torch.equal(y[:, 4], x[:, :, :, 4].flatten(1))

    def test_a_step_is_a_pixel_with_its_channels(self) -> None:
        x, y = counted(PICTURE), put_through(PICTURE, "ToSequence", steps="pixels")
        assert y.shape == (2, 120, 3)
        assert torch.equal(y[:, 2 * 12 + 5], x[:, :, 2, 5])

    def test_it_is_offered_where_a_picture_meets_a_layer_for_sequences(self) -> None:
        first = project(node("LSTM"), sample=PICTURE)
        found = next(found for found in analyse(first).errors if found.fix is not None)
        assert found.fix is not None
        mended = found.fix.apply(first)
        assert [made.type for made in mended.network] == ["ToSequence", "LSTM"]


@pytest.mark.parametrize(
    ("shape", "axes", "sizes"),
    [
        ((-1,), FEATURES, (360,)),
        (360, FEATURES, (360,)),
        ((-1, 36), SEQUENCE, (10, 36)),
        ((1, 18, 20), IMAGE, (1, 18, 20)),
        ((3, 2, 5, -1), VOLUME, (3, 2, 5, 12)),
    ],
)
def test_the_count_of_sizes_says_what_a_reshaped_sample_is(
    shape: object, axes: Axes, sizes: tuple[int, ...]
) -> None:
    assert output(PICTURE, node("Reshape", shape=shape)) == TensorSpec(axes, sizes)
    reshaped = put_through(PICTURE, "Reshape", shape=shape)
    assert torch.equal(reshaped.flatten(1), counted(PICTURE).flatten(1))


def test_a_shape_that_holds_other_numbers_is_told_with_both_counts() -> None:
    text = str(fault(PICTURE, node("Reshape", shape=(7, 7))).text)
    assert "7×7" in text
    assert "49" in text
    assert "360" in text
    assert "cannot be divided by 7" in str(fault(PICTURE, node("Reshape", shape=(7, -1))).text)


def test_unflatten_undoes_flatten() -> None:
    nodes = (node("Flatten"), node("Unflatten", unflattened_size=(3, 10, 12)))
    assert output(PICTURE, *nodes) == PICTURE


def test_permute_puts_each_axis_where_its_number_stands() -> None:
    x, y = counted(PICTURE), put_through(PICTURE, "Permute", dims=(3, 1, 2))
    assert torch.equal(y, x.permute(0, 3, 1, 2))
    assert output(PICTURE, node("Permute", dims=(3, 1, 2))) == TensorSpec(IMAGE, (12, 3, 10))
    assert fault(PICTURE, node("Permute")).field == "dims"


def test_crops_leave_what_lies_within() -> None:
    x, series = counted(PICTURE), counted(SERIES)
    assert torch.equal(put_through(SERIES, "Crop1d", cropping=(2, 0)), series[:, 2:])
    cropped = put_through(PICTURE, "Crop2d", cropping=(1, 2, 3, 0))
    assert torch.equal(cropped, x[:, :, 3:, 1:10])
    assert torch.equal(put_through(PICTURE, "CenterCrop", size=(4, 12)), x[:, :, 3:7])


@pytest.mark.parametrize(
    ("sample", "type_name", "fields"),
    [
        (SERIES, "Crop1d", {"cropping": 5}),
        (PICTURE, "Crop2d", {"cropping": (0, 0, 9, 1)}),
        (PICTURE, "CenterCrop", {"size": (11, 4)}),
    ],
)
def test_a_crop_that_is_larger_than_what_comes_in_is_a_problem(
    sample: TensorSpec, type_name: str, fields: dict[str, object]
) -> None:
    assert fault(sample, node(type_name, **fields)).field in fields


@pytest.mark.parametrize(
    ("type_name", "mode"),
    [("ZeroPad", "constant"), ("ReflectionPad", "reflect"), ("ReplicationPad", "replicate")],
)
def test_paddings_fill_the_edges(type_name: str, mode: str) -> None:
    x, series = counted(PICTURE), counted(SERIES)
    padded = put_through(PICTURE, f"{type_name}2d", padding=(1, 2, 3, 0))
    assert torch.equal(padded, functional.pad(x, (1, 2, 3, 0), mode=mode))
    longer = put_through(SERIES, f"{type_name}1d", padding=(1, 2))
    expected = functional.pad(series.transpose(1, 2), (1, 2), mode=mode).transpose(1, 2)
    assert torch.equal(longer, expected)


def test_a_mirror_is_no_longer_than_what_it_mirrors() -> None:
    assert fault(SERIES, node("ReflectionPad1d", padding=(0, 10))).code == "padding-too-far"
    assert output(SERIES, node("ReflectionPad1d", padding=(9, 9))).size("time") == 28
    assert fault(PICTURE, node("ReflectionPad2d", padding=(0, 0, 10, 0))).field == "padding"
    assert output(PICTURE, node("ReflectionPad2d", padding=(11, 0, 0, 9))).shape == "3×19×23"


def test_upsampling_repeats_or_runs_smoothly() -> None:
    assert torch.equal(
        put_through(SERIES, "Upsample1d", scale_factor=3), counted(SERIES).repeat_interleave(3, 1)
    )
    assert output(PICTURE, node("Upsample", size=(7, 9), mode="bicubic")).shape == "3×7×9"
    smooth = put_through(PICTURE, "Upsample", mode="bilinear", align_corners=True)
    assert torch.equal(smooth[:, :, 0, 0], counted(PICTURE)[:, :, 0, 0])
    assert fault(PICTURE, node("Upsample", align_corners=True)).field == "align_corners"


def test_shuffled_pixels_are_shuffled_back() -> None:
    x = TensorSpec(IMAGE, (8, 4, 6))
    nodes = (node("PixelShuffle"), node("PixelUnshuffle"))
    assert output(x, *nodes) == x
    assert "multiple of 9" in str(fault(x, node("PixelShuffle", upscale_factor=3)).text)
    assert "4×6" in str(fault(x, node("PixelUnshuffle", downscale_factor=4)).text)


def test_halves_of_an_odd_number_do_not_exist() -> None:
    assert "receives 7 of them" in str(fault(TensorSpec(FEATURES, (7,)), node("GLU")).text)
    assert output(TensorSpec(IMAGE, (4, 5, 6)), node("GLU")).shape == "2×5×6"
    assert output(VECTOR, node("GLU")).shape == "6"
