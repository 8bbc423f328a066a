"""Pictures read at other places: one grid of places for each picture."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

# What lies outside a picture, by the names that settings use, and what torch calls it.
_OUTSIDE = {"black": "zeros", "edge": "border", "mirror": "reflection"}


def warp(pictures: Tensor, grid: Tensor, outside: str) -> Tensor:
    """The pictures, read at the places of the grid.

    Shapes: (N, C, H, W), grid (N, H, W, 2) -> (N, C, H, W).

    Args:
        pictures: What is read.
        grid: For each new pixel where it is read: x and y from −1 to 1 between the picture's edges.
        outside: What lies outside: ``black``, ``edge`` or ``mirror``.
    """
    return functional.grid_sample(
        pictures, grid, padding_mode=_OUTSIDE[outside], align_corners=False
    )


def affine(pictures: Tensor, matrices: Tensor, outside: str) -> Tensor:
    """The pictures, read at places that follow from each pixel's own by a matrix.

    Shapes: (N, C, H, W), matrices (N, 2, 3) -> (N, C, H, W).

    Args:
        pictures: What is read.
        matrices: From a new pixel's place (x, y, 1), in pixels from the middle, to where it is
            read, in the same units.
        outside: What lies outside.
    """
    height, width = pictures.shape[-2:]
    columns, rows = _centres(width, pictures), _centres(height, pictures)
    grid = pictures.new_empty(len(pictures), height, width, 2)
    for axis, side in enumerate((width, height)):
        # One addition into place for each axis is several times as fast as affine_grid.
        across, down, shift = (matrices[:, axis] * (2 / side)).unbind(1)
        torch.add(
            (down[:, None] * rows + shift[:, None])[:, :, None],
            (across[:, None] * columns)[:, None, :],
            out=grid[..., axis],
        )
    return warp(pictures, grid, outside)


def perspective(pictures: Tensor, corners: Tensor, outside: str) -> Tensor:
    """The pictures, as if each hung on a wall seen from the side.

    Shapes: (N, C, H, W), corners (N, 4, 2) -> (N, C, H, W).

    Args:
        pictures: What is read.
        corners: Where each picture's corners are read (top left, top right, bottom right, bottom
            left), x and y from −1 to 1 between its edges.
        outside: What lies outside.
    """
    height, width = pictures.shape[-2:]
    columns = _centres(width, pictures) * (2 / width)
    rows = _centres(height, pictures)[:, None] * (2 / height)
    a, b, c, d, e, f, g, h = (each[:, None, None] for each in _homographies(corners).unbind(1))
    depth = g * columns + h * rows + 1
    grid = torch.stack(
        ((a * columns + b * rows + c) / depth, (d * columns + e * rows + f) / depth), dim=-1
    )
    return warp(pictures, grid, outside)


def windows(padded: Tensor, height: int, width: int, tops: Tensor, lefts: Tensor) -> Tensor:
    """A window of each picture, at a place of its own.

    Shapes: (N, C, H, W), tops and lefts int64 (N,) -> (N, C, height, width).
    """
    batch, channel, row, column = padded.stride()
    samples, channels, rows, columns = padded.shape
    # Every window there is, without a copy, so that one gathering takes them all.
    every = padded.as_strided(
        (samples, rows - height + 1, columns - width + 1, channels, height, width),
        (batch, row, column, channel, row, column),
        padded.storage_offset(),
    )
    return every[torch.arange(samples, device=padded.device), tops, lefts]


def _centres(side: int, like: Tensor) -> Tensor:
    """Where the middles of pixels are, in pixels from the middle of the picture."""
    return torch.arange(side, device=like.device, dtype=like.dtype) - (side - 1) / 2


def _homographies(corners: Tensor) -> Tensor:
    """The eight numbers of the maps that take the corners of a square to the given ones.

    Shapes: (N, 4, 2) -> (N, 8).
    """
    x, y = corners.new_tensor(((-1, -1), (1, -1), (1, 1), (-1, 1))).expand_as(corners).unbind(-1)
    u, v = corners.unbind(-1)
    one, none = torch.ones_like(x), torch.zeros_like(x)
    for_u = torch.stack((x, y, one, none, none, none, -u * x, -u * y), dim=-1)
    for_v = torch.stack((none, none, none, x, y, one, -v * x, -v * y), dim=-1)
    solved: Tensor = torch.linalg.solve(torch.cat((for_u, for_v), dim=1), torch.cat((u, v), dim=1))
    return solved
