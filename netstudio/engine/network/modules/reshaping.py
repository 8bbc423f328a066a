"""Rearranging that torch has functions but no modules for."""

from __future__ import annotations

from torch import Tensor, nn


class Reshape(nn.Module):
    """The same numbers, in the same order, in another shape.

    Shapes: (N, …) -> (N, *shape); one size of ``shape`` may be −1, for what is left over.
    """

    def __init__(self, shape: tuple[int, ...]) -> None:
        super().__init__()
        self.shape = shape

    def forward(self, x: Tensor) -> Tensor:
        return x.reshape(x.shape[0], *self.shape)

    def extra_repr(self) -> str:
        return f"shape={self.shape}"


class Permute(nn.Module):
    """The axes in another order, counted from 1 (0 is the batch).

    Shapes: (N, A, B, C) -> (N, C, A, B) for ``dims=(3, 1, 2)``.
    """

    def __init__(self, dims: tuple[int, ...]) -> None:
        super().__init__()
        self.dims = dims

    def forward(self, x: Tensor) -> Tensor:
        return x.permute(0, *self.dims)

    def extra_repr(self) -> str:
        return f"dims={self.dims}"


class ToSequence(nn.Module):
    """A picture, read as a sequence.

    Shapes: (N, C, H, W) -> (N, H, C · W) row by row (``steps="rows"``), (N, W, C · H) column by
    column (``"columns"``), or (N, H · W, C) pixel by pixel (``"pixels"``).
    """

    def __init__(self, steps: str = "rows") -> None:
        super().__init__()
        self.steps = steps

    def forward(self, x: Tensor) -> Tensor:
        if self.steps == "rows":
            return x.transpose(1, 2).flatten(2)
        if self.steps == "columns":
            return x.permute(0, 3, 1, 2).flatten(2)
        return x.flatten(2).transpose(1, 2)

    def extra_repr(self) -> str:
        return f"steps={self.steps!r}"


class Crop1d(nn.Module):
    """Cuts steps off the start and the end.

    Shapes: (N, T, F) -> (N, T − start − end, F).
    """

    def __init__(self, cropping: tuple[int, int]) -> None:
        super().__init__()
        self.cropping = cropping

    def forward(self, x: Tensor) -> Tensor:
        start, end = self.cropping
        return x[:, start : x.shape[1] - end]

    def extra_repr(self) -> str:
        return f"cropping={self.cropping}"


class Crop2d(nn.Module):
    """Cuts columns and rows off the edges: left, right, top, bottom.

    Shapes: (N, C, H, W) -> (N, C, H − top − bottom, W − left − right).
    """

    def __init__(self, cropping: tuple[int, int, int, int]) -> None:
        super().__init__()
        self.cropping = cropping

    def forward(self, x: Tensor) -> Tensor:
        left, right, top, bottom = self.cropping
        return x[:, :, top : x.shape[2] - bottom, left : x.shape[3] - right]

    def extra_repr(self) -> str:
        return f"cropping={self.cropping}"


class CenterCrop(nn.Module):
    """The middle of a picture; where it lies between two, the upper left of both.

    Shapes: (N, C, H, W) -> (N, C, *size).
    """

    def __init__(self, size: tuple[int, int]) -> None:
        super().__init__()
        self.size = size

    def forward(self, x: Tensor) -> Tensor:
        height, width = self.size
        top, left = (x.shape[2] - height) // 2, (x.shape[3] - width) // 2
        return x[:, :, top : top + height, left : left + width]

    def extra_repr(self) -> str:
        return f"size={self.size}"
