"""How the lengths of the texts travel through a network."""

from __future__ import annotations

from torch import Tensor, nn


class Masked(nn.Module):
    """A module that can be told how many steps of each sequence count.

    It stands as first base before the module whose work it does. Without lengths it is that module.
    """

    def forward(self, x: Tensor, lengths: Tensor | None = None) -> Tensor:
        y: Tensor = super().forward(x) if lengths is None else self.masked_forward(x, lengths)
        return y

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        """What comes out where only the first ``lengths`` (N,) steps of each sequence count."""
        raise NotImplementedError

    def lengths_after(self, lengths: Tensor) -> Tensor | None:
        """How many steps count in what comes out; None where all of it does."""
        return lengths


class MaskedSequential(Masked, nn.Sequential):
    """``nn.Sequential`` that hands on the lengths, too."""

    def forward(self, x: Tensor, lengths: Tensor | None = None) -> Tensor:
        for module in self:
            x, lengths = run_masked(module, x, lengths)
        return x

    def lengths_after(self, lengths: Tensor) -> Tensor | None:
        known: Tensor | None = lengths
        for module in self:
            known = lengths_behind(module, known)
        return known


class TextSequential(MaskedSequential):
    """``nn.Sequential`` for the token ids of texts, in which 0 fills up the shorter ones.

    Shapes: (N, T) -> what its last module puts out; the same whatever T is.
    """

    def forward(self, x: Tensor, lengths: Tensor | None = None) -> Tensor:
        return super().forward(x, text_lengths(x) if lengths is None else lengths)


def text_lengths(ids: Tensor) -> Tensor:
    """How many tokens each text has before the zeros that fill it up, and at least one."""
    return (ids != 0).sum(1).clamp(min=1)


def run_masked(
    module: nn.Module, x: Tensor, lengths: Tensor | None
) -> tuple[Tensor, Tensor | None]:
    """What a module puts out, and how many steps count in it."""
    if lengths is None or not isinstance(module, Masked):
        return module(x), lengths
    return module(x, lengths), module.lengths_after(lengths)


def lengths_behind(module: nn.Module, lengths: Tensor | None) -> Tensor | None:
    """How many steps count in what a module puts out."""
    if lengths is None or not isinstance(module, Masked):
        return lengths
    return module.lengths_after(lengths)
