"""What flows between layers, and symbolic constructor calls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

Axes = tuple[str, ...]

# The axes of one sample (the batch is never named).
FEATURES: Axes = ("features",)
SEQUENCE: Axes = ("time", "features")
IMAGE: Axes = ("channels", "height", "width")
VOLUME: Axes = ("channels", "depth", "height", "width")
TOKENS: Axes = ("time",)


@dataclass(frozen=True)
class TensorSpec:
    """Shape and meaning of one sample.

    Attributes:
        axes: A name for each dimension, batch excluded.
        sizes: The size of each dimension.
        dtype: torch's name of the element type.
        vocabulary: How many different ids there are, where the elements are token ids.
    """

    axes: Axes
    sizes: tuple[int, ...]
    dtype: str = "float32"
    vocabulary: int | None = None

    def __post_init__(self) -> None:
        if len(self.axes) != len(self.sizes):
            raise ValueError(f"{len(self.axes)} axes but {len(self.sizes)} sizes")

    def size(self, axis: str) -> int:
        """The size of the dimension called ``axis``.

        Raises:
            KeyError: There is no such dimension.
        """
        try:
            return self.sizes[self.axes.index(axis)]
        except ValueError:
            raise KeyError(axis) from None

    @property
    def is_ids(self) -> bool:
        """Whether the elements are token ids, with which no layer but Embedding can calculate."""
        return self.vocabulary is not None

    @property
    def shape(self) -> str:
        """The sizes as people write them, ``32×26×26``."""
        return "×".join(str(size) for size in self.sizes)


Argument = Union[None, bool, int, float, str, tuple["Argument", ...], "Call"]


@dataclass(frozen=True)
class Call:
    """A constructor call that has not been made: ``nn.Linear(784, 10)``.

    The engine resolves ``target`` and calls it; source export prints the same value.

    Attributes:
        target: Dotted name, its first part short for a module (``nn``, ``modules``, ``optim``).
        arguments: Keyword arguments in order.
        children: Named sub-modules of a container such as ``nn.Sequential``.
    """

    target: str
    arguments: tuple[tuple[str, Argument], ...] = ()
    children: tuple[tuple[str, Call], ...] = ()


def call(target: str, **arguments: Argument) -> Call:
    """Shorthand for ``Call(target, ((name, value), ...))``."""
    return Call(target, tuple(arguments.items()))
