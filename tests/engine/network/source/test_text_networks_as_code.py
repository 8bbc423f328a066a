"""The code of networks for texts: padding does not count in it, and it is read back."""

from __future__ import annotations

import pytest
import torch

from netstudio.core.layer import LayerDef
from netstudio.core.spec import TOKENS, TensorSpec
from netstudio.core.tree import Node
from netstudio.engine.network.analyse import analyse
from netstudio.engine.network.source import print_source, read_source
from tests.engine.network.source.networks import assert_same_network, executed
from tests.engine.network.test_padding_does_not_count import over_time, variants
from tests.projects import node, project

TEXT = TensorSpec(TOKENS, (32,), "int64", 30)


def reading(made: Node) -> list[Node]:
    return [node("Embedding", embedding_dim=12), made]


@over_time
def test_code_with_a_layer_computes_the_same_and_is_read_back_as_it(cls: type[LayerDef]) -> None:
    for made in variants(cls):
        first = project(*reading(made), sample=TEXT, classes=5)
        analysis = analyse(first)
        if analysis.call is None:
            continue
        source = print_source(analysis, first)
        assert all(len(line) <= 100 for line in source.text.splitlines())
        assert "netstudio" not in source.text
        assert_same_network(source, analysis, TEXT)
        back = read_source(source.text)
        assert not back.remarks
        assert back.network is not None
        assert analyse(first.with_network(back.network)).call == analysis.call, source.text


@pytest.mark.parametrize("length", [7, 32, 100])
@torch.no_grad()
def test_printed_code_gives_one_answer_however_far_a_text_is_filled_up(length: int) -> None:
    layers = reading(node("LSTM", hidden_size=8, bidirectional=True))
    first = project(*layers, node("Linear", out_features=2), sample=TEXT, classes=2)
    network = executed(print_source(analyse(first), first)).eval()
    text = [3, 9, 27, 4, 4, 1, 12]
    filled_up = torch.tensor([text + [0] * (length - len(text))])
    expected = network(torch.tensor([text]))
    torch.testing.assert_close(network(filled_up), expected, rtol=1e-5, atol=1e-5)


def test_code_that_hands_on_no_lengths_is_read_all_the_same() -> None:
    text = """
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(30, 12)
        self.lstm = nn.LSTM(12, 8, batch_first=True)
        self.out = nn.Linear(8, 2)

    def forward(self, x):
        x, _ = self.lstm(self.embedding(x))
        return self.out(x[:, -1])
"""
    back = read_source(text)
    assert back.network is not None
    assert [each.type for each in back.network] == ["Embedding", "LSTM", "Linear"]
