"""Recurrent layers that end, and begin to read backwards, at each sequence's own last step.

``torch.compile`` passes over recurrent layers, but fails where they are called through ``super()``.
"""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn.utils.rnn import PackedSequence, pack_padded_sequence, pad_packed_sequence

from netstudio.engine.network.modules.masked.running import Masked
from netstudio.engine.network.modules.masked.steps import picked
from netstudio.engine.network.modules.recurrent import GRU, LSTM, RNN, final_state


class MaskedRNN(Masked, RNN):
    """``RNN`` over the steps that count."""

    def forward(self, x: Tensor, lengths: Tensor | None = None) -> Tensor:
        if lengths is None:
            return RNN.forward(self, x)
        if not self.bidirectional:
            sequence, _ = nn.RNN.forward(self, x)
            return sequence if self.output == "sequence" else last_step(sequence, lengths)
        packed, last = nn.RNN.forward(self, pack(x, lengths))
        return unpack(packed, x) if self.output == "sequence" else final_state(last, True)

    def lengths_after(self, lengths: Tensor) -> Tensor | None:
        return lengths if self.output == "sequence" else None


class MaskedLSTM(Masked, LSTM):
    """``LSTM`` over the steps that count."""

    def forward(self, x: Tensor, lengths: Tensor | None = None) -> Tensor:
        if lengths is None:
            return LSTM.forward(self, x)
        if not self.bidirectional:
            sequence, _ = nn.LSTM.forward(self, x)
            return sequence if self.output == "sequence" else last_step(sequence, lengths)
        packed, (last, _) = nn.LSTM.forward(self, pack(x, lengths))
        return unpack(packed, x) if self.output == "sequence" else final_state(last, True)

    def lengths_after(self, lengths: Tensor) -> Tensor | None:
        return lengths if self.output == "sequence" else None


class MaskedGRU(Masked, GRU):
    """``GRU`` over the steps that count."""

    def forward(self, x: Tensor, lengths: Tensor | None = None) -> Tensor:
        if lengths is None:
            return GRU.forward(self, x)
        if not self.bidirectional:
            sequence, _ = nn.GRU.forward(self, x)
            return sequence if self.output == "sequence" else last_step(sequence, lengths)
        packed, last = nn.GRU.forward(self, pack(x, lengths))
        return unpack(packed, x) if self.output == "sequence" else final_state(last, True)

    def lengths_after(self, lengths: Tensor) -> Tensor | None:
        return lengths if self.output == "sequence" else None


def last_step(x: Tensor, lengths: Tensor) -> Tensor:
    """The last step of each sequence that counts."""
    return picked(x, lengths[:, None] - 1)[:, 0]


def pack(x: Tensor, lengths: Tensor) -> PackedSequence:
    """The steps that count, in the form that torch's recurrent layers read in both directions."""
    return pack_padded_sequence(x, lengths.cpu(), batch_first=True, enforce_sorted=False)


def unpack(packed: PackedSequence, x: Tensor) -> Tensor:
    """Sequences as long as those that were packed."""
    return pad_packed_sequence(packed, batch_first=True, total_length=x.shape[1])[0]
