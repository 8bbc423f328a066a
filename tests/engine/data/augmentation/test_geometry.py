from __future__ import annotations

import pytest
import torch
from torch import Tensor
from torchvision.transforms import v2

from netstudio.engine.data.augmentation.warping import affine, perspective
from tests.engine.data.augmentation.batches import step, varied


def _ramps(count: int = 64) -> Tensor:
    """The same picture so many times; each of its pixels differs from all others."""
    picture = torch.arange(3 * 8 * 8, dtype=torch.float32).reshape(3, 8, 8) / 192
    return picture.expand(count, 3, 8, 8).clone()


def _flipped(pictures: Tensor, original: Tensor) -> int:
    turned = original.flip(-1)
    return sum(torch.equal(a, b) for a, b in zip(pictures, turned, strict=True))


def _kinds(pictures: Tensor) -> int:
    return len({tuple(picture.flatten().tolist()) for picture in pictures})


def test_about_half_of_64_pictures_are_flipped_each_by_a_chance_of_its_own() -> None:
    pictures = _ramps()
    result = varied(step("flip"), pictures)

    assert 22 <= _flipped(result, pictures) <= 42
    assert _kinds(result) == 2


def test_torchvision_on_a_batch_draws_once_which_is_why_its_transforms_are_not_used() -> None:
    pictures = _ramps()
    torch.manual_seed(0)

    assert {_flipped(v2.RandomHorizontalFlip()(pictures), pictures) for _ in range(20)} == {0, 64}
    assert _kinds(v2.RandomCrop(8, padding=2)(pictures)) == 1


def test_crops_differ_within_a_batch_and_show_the_picture_shifted() -> None:
    pictures = _ramps()
    result = varied(step("crop", padding=2), pictures)
    padded = torch.nn.functional.pad(pictures[0], (2, 2, 2, 2))
    possible = [padded[:, y : y + 8, x : x + 8] for y in range(5) for x in range(5)]

    assert _kinds(result) > 12
    assert all(any(torch.equal(each, crop) for crop in possible) for each in result)


def test_a_crop_with_mirrored_padding_may_be_wider_than_the_picture() -> None:
    result = varied(step("crop", padding=50, outside="mirror"), _ramps(4))

    assert result.shape == (4, 3, 8, 8)
    assert (result > 0).sum() > 4 * 3 * 60


def test_flips_go_in_the_direction_that_was_chosen() -> None:
    pictures = _ramps(4)

    def flip(direction: str) -> Tensor:
        return varied(step("flip", direction=direction, share=1.0), pictures)

    assert torch.equal(flip("horizontal"), pictures.flip(-1))
    assert torch.equal(flip("vertical"), pictures.flip(-2))
    assert torch.equal(flip("both"), pictures.flip(-1, -2))


@pytest.mark.parametrize("size", [(8, 8), (6, 10)])
def test_a_matrix_that_changes_nothing_gives_the_picture_back(size: tuple[int, int]) -> None:
    pictures = torch.rand(2, 3, *size)
    matrices = torch.eye(2, 3).expand(2, 2, 3)

    assert torch.allclose(affine(pictures, matrices, "black"), pictures, atol=1e-6)


def test_matrices_are_in_pixels_also_where_pictures_are_not_square() -> None:
    pictures = torch.rand(1, 1, 5, 9)
    shift = torch.tensor([[[1.0, 0.0, 2.0], [0.0, 1.0, -1.0]]])
    shifted = affine(pictures, shift, "black")
    quarter = torch.tensor([[[0.0, -1.0, 0.0], [1.0, 0.0, 0.0]]])
    turned = affine(pictures, quarter, "black")

    assert torch.allclose(shifted[0, 0, 1:, :-2], pictures[0, 0, :-1, 2:], atol=1e-6)
    assert torch.allclose(turned[0, 0, :, 2:7], pictures[0, 0, :, 2:7].rot90(1, (0, 1)), atol=1e-6)


def test_rotations_stay_within_their_angle() -> None:
    pictures = torch.zeros(200, 1, 41, 41)
    pictures[:, :, 20, 36] = 1  # far to the right of the middle
    result = varied(step("rotate", degrees=30.0), pictures)
    at = torch.arange(41) - 20.0
    mass = result.sum((1, 2, 3))
    angles = torch.atan2(
        (result.sum((1, 3)) * at).sum(1) / mass, (result.sum((1, 2)) * at).sum(1) / mass
    ).rad2deg()

    assert angles.min() < -20
    assert angles.max() > 20
    assert angles.abs().max() <= 31


def test_resized_crops_show_a_part_and_nothing_from_outside() -> None:
    result = varied(step("resized_crop", smallest=0.2), _ramps())

    assert _kinds(result) == 64
    assert result.max() <= _ramps().max()
    spread = result[:, 0].amax((1, 2)) - result[:, 0].amin((1, 2))
    assert spread.min() < 0.6 * float(_ramps()[0, 0].max())


def test_resized_crops_never_reach_beyond_an_edge() -> None:
    result = varied(step("resized_crop", smallest=0.5, stretch=1.5), _ramps(300))

    # Beyond an edge the last pixel would be repeated.
    assert (result.diff(dim=-1) > 1e-4).all()
    assert (result.diff(dim=-2) > 1e-4).all()


def test_a_perspective_of_the_own_corners_gives_the_picture_back() -> None:
    pictures = torch.rand(2, 3, 7, 9)
    corners = torch.tensor([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]]).expand(2, 4, 2)

    assert torch.allclose(perspective(pictures, corners, "black"), pictures, atol=1e-5)
    mirrored = perspective(pictures, corners[:, [1, 0, 3, 2]], "black")
    assert torch.allclose(mirrored, pictures.flip(-1), atol=1e-5)


def test_straight_lines_stay_straight_in_perspective() -> None:
    places = (torch.arange(40.0) * 2 + 1) / 40 - 1
    x, y = places.expand(40, 40), places[:, None].expand(40, 40)
    quad = torch.tensor([[[-0.9, -0.7], [0.8, -0.9], [0.6, 0.9], [-0.5, 0.6]]])
    seen_x, seen_y = perspective(torch.stack((x, y))[None], quad, "edge")[0]

    for row in (seen_x[[0, -1]], seen_x[:, [0, -1]].T, seen_y[[0, -1]], seen_y[:, [0, -1]].T):
        assert (row.diff(dim=1).abs() > 0).all()
    corner = torch.stack((seen_x, seen_y))[:, [0, 0, -1, -1], [0, -1, -1, 0]].T
    assert torch.allclose(corner, quad[0], atol=0.06)
    middle = torch.stack((seen_x, seen_y))[:, 0]
    ends, between = middle[:, [0, -1]], middle[:, 20]
    along, offset = ends[:, 1] - ends[:, 0], between - ends[:, 0]
    assert abs(float(along[0] * offset[1] - along[1] * offset[0])) < 1e-3


@pytest.mark.parametrize(("outside", "corner"), [("black", 0.0), ("edge", 1.0), ("mirror", 1.0)])
def test_outside_of_the_picture_is_what_was_chosen(outside: str, corner: float) -> None:
    result = varied(
        step("affine", degrees=45.0, share=1.0, outside=outside), torch.ones(32, 1, 9, 9)
    )

    assert result.min() == pytest.approx(corner, abs=1e-5)
