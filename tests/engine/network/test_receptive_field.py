"""What one number sees of the input, against what a gradient says."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch

from netstudio.core.kinds import AUTO
from netstudio.core.project import Project
from netstudio.core.spec import IMAGE, SEQUENCE, TensorSpec
from netstudio.core.tree import Node, Stack
from netstudio.engine.network.analyse import analyse
from netstudio.engine.network.receptive_field import ReceptiveField
from netstudio.engine.resolve import build
from tests.projects import PICTURE, SERIES, node, project

WIDE = TensorSpec(IMAGE, (2, 41, 41))
LONG = TensorSpec(SEQUENCE, (61, 3))


def conv(kernel: int | tuple[int, int] = 3, **fields: object) -> Node:
    return node("Conv2d", out_channels=2, kernel_size=kernel, **fields)


def branches(*bodies: tuple[Node, ...]) -> Node:
    made = node("Parallel")
    for number, body in enumerate(bodies, 1):
        made = made.with_slot(f"branch_{number}", Stack(body))
    return made


def field_at_the_end(first: Project) -> ReceptiveField | None:
    return analyse(first).layers[first.network.nodes[-1].uid].receptive_field


def seen_by_the_middle(first: Project, beside: int = 0) -> tuple[int, ...]:
    """The extent of what, of the input, changes the number in the middle of the output.

    Args:
        first: The network.
        beside: How many places further on in the output.
    """
    analysis = analyse(first)
    assert analysis.call is not None
    assert analysis.sample is not None
    module = build(analysis.call).eval()
    for weights in module.parameters():
        torch.nn.init.constant_(weights, 0.1)
    x = torch.rand(1, *analysis.sample.sizes, requires_grad=True)
    output = module(x)
    _, *places = output.shape[1:] if analysis.sample.axes == IMAGE else (0, output.shape[1])
    middle = [size // 2 + beside for size in places]
    output[(0, 0, *middle) if analysis.sample.axes == IMAGE else (0, *middle, 0)].backward()
    assert x.grad is not None
    touched = x.grad[0] != 0
    if sample_is_picture := touched.dim() == 3:
        touched = touched.any(0)
    places = touched.nonzero()
    extent = (places.max(0).values - places.min(0).values + 1).tolist()
    return tuple(extent) if sample_is_picture else (extent[0],)


@pytest.mark.parametrize(
    ("nodes", "sample", "jumps"),
    [
        ([conv()], WIDE, (1, 1)),
        ([conv((3, 5))], WIDE, (1, 1)),
        ([conv(padding="same"), node("BatchNorm2d"), conv(padding="same")], WIDE, (1, 1)),
        ([conv(stride=2), conv()], WIDE, (2, 2)),
        ([conv(dilation=3), conv(dilation=2)], WIDE, (1, 1)),
        ([conv(), node("AvgPool2d", kernel_size=2), conv()], WIDE, (2, 2)),
        ([node("Residual", conv(padding="same"), conv(padding="same"))], WIDE, (1, 1)),
        ([branches((conv(1),), (conv(5, padding="same"),)), conv()], WIDE, (1, 1)),
        ([node("Repeat", conv(), times=4)], WIDE, (1, 1)),
        ([node("Repeat", conv(padding="same"), times=4), conv()], WIDE, (1, 1)),
        ([node("Repeat", conv(padding="same"), times=4, shared=True), conv()], WIDE, (1, 1)),
        ([node("Repeat", conv(stride=2), times=3)], WIDE, (8, 8)),
        ([node("Group", conv(), node("Group", conv()))], WIDE, (1, 1)),
        ([node("Conv1d", kernel_size=3, dilation=2), node("Conv1d", stride=2)], LONG, (2,)),
        ([node("Conv1d", kernel_size=3), node("Linear", out_features=4)], LONG, (1,)),
    ],
)
def test_the_receptive_field_is_what_a_gradient_reaches(
    nodes: list[Node], sample: TensorSpec, jumps: tuple[int, ...]
) -> None:
    first = project(*nodes, sample=sample)
    assert field_at_the_end(first) == ReceptiveField(seen_by_the_middle(first), jumps)


@pytest.mark.parametrize(
    "nodes",
    [
        [node("Upsample"), conv(2)],
        [conv(), node("Upsample"), conv()],
        [node("ConvTranspose2d", kernel_size=4, stride=2, padding=1), conv()],
        [node("Conv2d", out_channels=18), node("PixelShuffle", upscale_factor=3), conv(2)],
    ],
)
def test_behind_an_enlargement_the_widest_view_counts(nodes: list[Node]) -> None:
    first = project(*nodes, sample=WIDE)
    field = field_at_the_end(first)
    assert field is not None
    assert field.sizes == max(seen_by_the_middle(first, beside) for beside in range(3))


def test_a_picked_step_sees_no_more_than_before_it_was_picked() -> None:
    first = project(
        node("Conv1d", kernel_size=5), node("SelectStep"), node("Linear"), node("ReLU"), sample=LONG
    )
    assert field_at_the_end(first) == ReceptiveField((5,), (1,))


def test_patches_see_no_more_beside_a_class_token() -> None:
    first = project(node("PatchEmbedding"), node("ClassToken"), sample=TensorSpec(IMAGE, (3, 8, 8)))
    assert field_at_the_end(first) == ReceptiveField((4, 4), (4, 4))


def test_windows_over_steps_made_of_patches_have_no_field_of_pixels() -> None:
    pictures = TensorSpec(IMAGE, (3, 8, 8))
    first = project(node("PatchEmbedding"), node("Conv1d", kernel_size=3), sample=pictures)
    assert field_at_the_end(first) is None


def test_branches_that_stride_differently_lie_as_far_apart_as_the_widest() -> None:
    pooled = (node("MaxPool2d"), node("Upsample", size=41, mode="nearest"))
    field = field_at_the_end(project(branches(pooled, (conv(padding="same"),)), sample=WIDE))
    assert field is not None
    assert field.sizes == (3, 3)
    assert min(field.jumps) >= 1


@pytest.mark.parametrize(
    ("nodes", "sample"),
    [
        ([conv(), node("Flatten")], PICTURE),
        ([conv(), node("GlobalAvgPool")], PICTURE),
        ([node("Flatten"), node("Linear", out_features=3)], SERIES),
        ([node("LSTM")], SERIES),
        ([node("Linear", out_features=8), node("MultiheadAttention", num_heads=2)], SERIES),
    ],
)
def test_what_mixes_all_places_sees_the_whole_input(nodes: list[Node], sample: TensorSpec) -> None:
    field = field_at_the_end(project(*nodes, sample=sample))
    assert field is not None
    assert (field.is_whole, field.shape) == (True, "")


def test_a_branch_that_sees_everything_lets_the_sum_see_everything() -> None:
    first = project(
        branches((conv(3, padding="same"),), (node("SqueezeExcitation", reduction=1),)),
        sample=PICTURE,
    )
    field = field_at_the_end(first)
    assert field is not None
    assert field.is_whole


def test_a_flat_vector_has_no_receptive_field() -> None:
    first = project(node("Linear"), node("ReLU"), node("Linear", out_features=AUTO))
    assert [analyse(first).layers[found.uid].receptive_field for found in first.network] == [
        None,
        None,
        None,
    ]


def test_a_switched_off_layer_sees_what_comes_in() -> None:
    first = project(conv(), replace(conv(), enabled=False), sample=WIDE)
    field = field_at_the_end(first)
    assert field is not None
    assert field.shape == "3×3"
