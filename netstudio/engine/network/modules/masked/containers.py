"""Containers that tell the layers in them how many steps count."""

from __future__ import annotations

from torch import Tensor

from netstudio.engine.network.modules.masked.running import Masked, lengths_behind, run_masked
from netstudio.engine.network.modules.parallel import Parallel
from netstudio.engine.network.modules.repeat import Repeat
from netstudio.engine.network.modules.residual import Residual


class MaskedResidual(Masked, Residual):
    """``Residual`` around layers that are told the lengths."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        y, _ = run_masked(self.body, x, lengths)
        # A shortcut looks at one step at a time.
        return y + (x if self.shortcut is None else self.shortcut(x))

    def lengths_after(self, lengths: Tensor) -> Tensor | None:
        return lengths_behind(self.body, lengths)


class MaskedParallel(Masked, Parallel):
    """``Parallel`` with branches that are told the lengths."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        return self.merged([run_masked(branch, x, lengths)[0] for branch in self.children()] or [x])

    def lengths_after(self, lengths: Tensor) -> Tensor | None:
        first = next(self.children(), None)
        return lengths if first is None else lengths_behind(first, lengths)


class MaskedRepeat(Masked, Repeat):
    """``Repeat`` of layers that are told the lengths."""

    def masked_forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        known: Tensor | None = lengths
        for _ in range(self.times):
            x, known = run_masked(self.body, x, known)
        return x

    def lengths_after(self, lengths: Tensor) -> Tensor | None:
        known: Tensor | None = lengths
        for _ in range(self.times):
            known = lengths_behind(self.body, known)
        return known
