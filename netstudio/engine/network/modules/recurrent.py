"""torch's recurrent layers with one output, laid out (batch, time, features).

``torch.compile`` passes over recurrent layers, but fails where they are called through ``super()``.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn


class RNN(nn.RNN):
    """``nn.RNN`` that puts out the whole sequence or the hidden state at its end.

    Shapes: (N, T, input_size) -> (N, T, D) for ``output="sequence"``, (N, D) for
    ``output="last"``; D is ``hidden_size``, or twice as many for both directions.
    """

    def __init__(self, *sizes: int, output: str = "last", **options: Any) -> None:
        super().__init__(*sizes, batch_first=True, **options)
        self.output = output

    def forward(self, x: Tensor) -> Tensor:
        sequence, last = nn.RNN.forward(self, x)
        return sequence if self.output == "sequence" else final_state(last, self.bidirectional)


class LSTM(nn.LSTM):
    """``nn.LSTM`` that puts out the whole sequence or the hidden state at its end.

    Shapes: (N, T, input_size) -> (N, T, D) for ``output="sequence"``, (N, D) for
    ``output="last"``; D is ``hidden_size``, or twice as many for both directions.
    """

    def __init__(self, *sizes: int, output: str = "last", **options: Any) -> None:
        super().__init__(*sizes, batch_first=True, **options)
        self.output = output

    def forward(self, x: Tensor) -> Tensor:
        sequence, (last, _) = nn.LSTM.forward(self, x)
        return sequence if self.output == "sequence" else final_state(last, self.bidirectional)


class GRU(nn.GRU):
    """``nn.GRU`` that puts out the whole sequence or the hidden state at its end.

    Shapes: (N, T, input_size) -> (N, T, D) for ``output="sequence"``, (N, D) for
    ``output="last"``; D is ``hidden_size``, or twice as many for both directions.
    """

    def __init__(self, *sizes: int, output: str = "last", **options: Any) -> None:
        super().__init__(*sizes, batch_first=True, **options)
        self.output = output

    def forward(self, x: Tensor) -> Tensor:
        sequence, last = nn.GRU.forward(self, x)
        return sequence if self.output == "sequence" else final_state(last, self.bidirectional)


def final_state(last: Tensor, bidirectional: bool) -> Tensor:
    """The hidden state in which the top layer ended; the backward direction ends at the start."""
    return torch.cat((last[-2], last[-1]), -1) if bidirectional else last[-1]
