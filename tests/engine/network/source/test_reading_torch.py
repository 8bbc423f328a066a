"""PyTorch code as people write it, back into a stack."""

from __future__ import annotations

import pytest

from netstudio.engine.network.source import read_source
from tests.engine.network.source.readings import nodes_of, outline, read

MLP = ["Linear", "ReLU", "Linear"]


@pytest.mark.parametrize(
    "code",
    [
        "import torch.nn as nn\nm = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))",
        "from torch import nn\nnn.Sequential(*[nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2)])",
        "import torch\nm = torch.nn.Sequential(torch.nn.Linear(4, 8), torch.nn.ReLU(), "
        "torch.nn.Linear(8, 2))",
        "from torch.nn import Linear as L, ReLU, Sequential\n"
        "m = Sequential(L(4, 8), ReLU(), L(8, 2))",
        "nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))",
        "m = nn.Sequential()\nm.add_module('a', nn.Linear(4, 8))\nm.append(nn.ReLU())\n"
        "m.extend([nn.Linear(8, 2)])",
        "layers = [nn.Linear(4, 8)]\nlayers.append(nn.ReLU())\nlayers += [nn.Linear(8, 2)]\n"
        "m = nn.Sequential(*layers)",
        "  layers = [\n    nn.Linear(4, 8),\n    nn.ReLU(),\n    nn.Linear(8, 2),\n  ]",
        ">>> import torch.nn as nn\n>>> m = nn.Sequential(\n...     nn.Linear(4, 8),\n"
        "...     nn.ReLU(),\n...     nn.Linear(8, 2))\n",
        "%matplotlib inline\n!pip install torch\nm = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), "
        "nn.Linear(8, 2)).to('cuda')",
        "def make(n=8):\n    return nn.Sequential(nn.Linear(4, n), nn.ReLU(), nn.Linear(n, 2))",
    ],
)
def test_a_sequence_is_read_however_it_is_written(code: str) -> None:
    reading = read_source(code)
    assert outline(reading.network) == MLP
    assert not reading.remarks
    first, _, last = nodes_of(reading)
    assert (first.fields["out_features"], last.fields["out_features"]) == (8, 2)


def test_names_are_kept() -> None:
    for code in (
        "nn.Sequential(OrderedDict([('a', nn.Linear(4, 8)), ('b', nn.ReLU())]))",
        "nn.Sequential(OrderedDict(a=nn.Linear(4, 8), b=nn.ReLU()))",
        "nn.Sequential(OrderedDict({'a': nn.Linear(4, 8), 'b': nn.ReLU()}))",
        "m = nn.Sequential()\nm.add_module('a', nn.Linear(4, 8))\nm.add_module('b', nn.ReLU())",
    ):
        assert [node.name for node in nodes_of(read_source(code))] == ["a", "b"]


def test_a_class_with_functions_between_its_layers() -> None:
    reading = read(
        """
        import torch
        import torch.nn as nn
        import torch.nn.functional as F

        class Net(nn.Module):
            def __init__(self, classes=10):
                super(Net, self).__init__()
                # looks for strokes
                self.conv1 = nn.Conv2d(1, 6, 5)
                self.pool = nn.MaxPool2d(2, 2)
                self.conv2 = nn.Conv2d(6, 16, 5, padding=(1, 2))
                width = 64 * 2
                self.fc1 = nn.Linear(16 * 5 * 5, width)
                self.fc2 = nn.Linear(width, classes)

            def forward(self, x):
                x = self.pool(F.relu(self.conv1(x)))
                x = F.max_pool2d(torch.tanh(self.conv2(x)), 2)
                x = x.view(x.size(0), -1)
                x = F.dropout(self.fc1(x).relu(), 0.25, training=self.training)
                return F.softmax(self.fc2(x), dim=1)
        """
    )
    assert outline(reading.network) == [
        "Conv2d",
        "ReLU",
        "MaxPool2d",
        "Conv2d",
        "Tanh",
        "MaxPool2d",
        "Flatten",
        "Linear",
        "ReLU",
        "Dropout",
        "Linear",
        "Softmax",
    ]
    assert not reading.remarks
    conv1, _, pool, conv2, *_, dropout, fc2, _ = nodes_of(reading)
    assert (conv1.name, conv1.note, pool.name) == ("conv1", "looks for strokes", "pool")
    assert conv1.fields["padding"] == "valid"
    assert pool.fields["stride"] == (2, 2)
    assert conv2.fields["padding"] == (1, 2)
    assert dropout.fields["p"] == 0.25
    assert (fc2.name, fc2.fields["out_features"]) == ("fc2", 10)
    assert reading.input == {"channels": 1}


@pytest.mark.parametrize(
    "line",
    [
        "x = torch.flatten(x, 1)",
        "x = x.flatten(1)",
        "x = x.view(-1, 3 * 4)",
        "x = x.view(len(x), -1)",
        "x = x.reshape(x.shape[0], -1)",
        "x = torch.flatten(x, start_dim=1)",
        "batch, *rest = x.shape\n        x = x.view(batch, -1)",
    ],
)
def test_all_ways_to_flatten(line: str) -> None:
    code = f"""
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Conv2d(3, 4, 3)
    def forward(self, x):
        x = self.a(x)
        {line}
        return x
"""
    reading = read_source(code)
    assert outline(reading.network) == ["Conv2d", "Flatten"]
    assert not reading.remarks


RESNET = """
class Block(nn.Module):
    grows = 1

    def __init__(self, inputs, outputs, stride=1):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.shortcut = nn.Sequential()
        if stride != 1 or inputs != self.grows * outputs:
            self.shortcut = nn.Sequential(
                nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs)
            )

    def forward(self, x):
        out = self.bn1(self.conv1(x))
        out += self.shortcut(x)
        return F.relu(out)


class ResNet(nn.Module):
    def __init__(self, block, counts):
        super().__init__()
        self.width = 16
        self.stem = nn.Conv2d(3, 16, 3)
        self.layer1 = self.make(block, 16, counts[0], 1)
        self.layer2 = self.make(block, 32, counts[1], 2)
        self.fc = nn.Linear(32, 10)

    def make(self, block, outputs, count, stride):
        layers = []
        for step in [stride] + [1] * (count - 1):
            layers.append(block(self.width, outputs, step))
            self.width = outputs * block.grows
        return nn.Sequential(*layers)

    def forward(self, x):
        out = self.layer2(self.layer1(self.stem(x)))
        return self.fc(out.mean([2, 3]))


def resnet():
    return ResNet(Block, [1, 2])
"""


def test_blocks_with_shortcuts_become_residuals() -> None:
    reading = read_source(RESNET)
    body = {"body": ["Conv2d", "BatchNorm2d"]}
    plain = ("Group", {"body": [("Residual", body), "ReLU"]})
    branches = {"branch_1": body["body"], "branch_2": [("Group", {"body": body["body"]})]}
    wider = ("Group", {"body": [("Parallel", branches), "ReLU"]})
    found = outline(reading.network)
    assert found[:3] == [
        "Conv2d",
        ("Group", {"body": [plain]}),
        ("Group", {"body": [wider, plain]}),
    ]
    assert found[4:] == ["Linear"]
    assert not reading.errors


def test_branches_are_merged_as_the_code_says() -> None:
    for expression, merge in (
        ("torch.cat([a, b], 1)", "concat"),
        ("torch.cat((a, b), dim=1)", "concat"),
        ("a + b", "add"),
        ("a * b", "multiply"),
        ("torch.maximum(a, b)", "max"),
    ):
        reading = read(
            f"""
            class Net(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.start = nn.ReLU()
                    self.left = nn.Conv2d(3, 3, 3, padding=1)
                    self.right = nn.Conv2d(3, 3, 5, padding=2)
                def forward(self, x):
                    x = self.start(x)
                    a = self.left(x)
                    b = self.right(x)
                    return {expression}
            """
        )
        first, second = nodes_of(reading)
        assert first.type == "ReLU"
        assert (second.type, second.fields["merge"]) == ("Parallel", merge)
        assert [outline(body) for _, body in second.slots] == [["Conv2d"], ["Conv2d"]]


def test_loops_and_constants_are_worked_out() -> None:
    reading = read(
        """
        widths = [4, 2 ** 4, int(64 / 2)]
        hidden = widths[-1] // 2
        layers = []
        for before, after in zip(widths, widths[1:]):
            layers += [nn.Linear(before, after), nn.ReLU()]
        m = nn.Sequential(*layers, *[nn.Linear(32, hidden) for _ in range(2)])
        """
    )
    sizes = [node.fields.get("out_features") for node in nodes_of(reading)]
    assert sizes == [16, None, 32, None, 16, 16]


def test_copies_of_one_body_become_a_repeat() -> None:
    reading = read(
        """
        m = nn.Sequential(
            nn.Linear(4, 8),
            nn.Sequential(*(nn.Sequential(nn.Linear(8, 8), nn.ReLU()) for _ in range(3))),
        )
        """
    )
    assert outline(reading.network) == ["Linear", ("Repeat", {"body": ["Linear", "ReLU"]})]
    assert nodes_of(reading)[1].fields["times"] == 3


@pytest.mark.parametrize("last", ["out[:, -1, :]", "out[:, -1]", "hidden[-1]"])
def test_the_last_step_of_a_recurrent_layer(last: str) -> None:
    reading = read(
        f"""
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.lstm = nn.LSTM(28, 64, 2, batch_first=True)
                self.fc = nn.Linear(64, 10)
            def forward(self, x):
                start = torch.zeros(2, x.size(0), 64)
                out, (hidden, _) = self.lstm(x, (start, start))
                return self.fc({last})
        """
    )
    assert outline(reading.network) == ["LSTM", "Linear"]
    fields = nodes_of(reading)[0].fields
    assert (fields["hidden_size"], fields["num_layers"], fields["output"]) == (64, 2, "last")
    assert not reading.remarks


def test_every_step_of_a_recurrent_layer() -> None:
    reading = read(
        """
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.gru = nn.GRU(28, 64, batch_first=True, bidirectional=True)
                self.fc = nn.Linear(128, 10)
            def forward(self, x):
                out, _ = self.gru(x)
                return self.fc(out)
        """
    )
    assert outline(reading.network) == ["GRU", "Linear"]
    fields = nodes_of(reading)[0].fields
    assert (fields["output"], fields["bidirectional"]) == ("sequence", True)
    assert not reading.remarks
