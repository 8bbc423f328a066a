"""Code that would take for ever, or do harm, ends in one sentence."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netstudio.engine.network.source import read_source

HEAD = "import torch.nn as nn\n"
ENDLESS = {
    "many layers": "layers = []\nfor i in range(10**9):\n    layers.append(nn.ReLU())\n"
    "m = nn.Sequential(*layers)",
    "a long comprehension": "m = nn.Sequential(*[nn.ReLU() for _ in range(10**9)])",
    "loops in loops": "m = nn.Sequential()\nfor i in range(10**5):\n    for j in range(10**5):\n"
    "        m.append(nn.ReLU())",
    "a function that calls itself": "def f(n):\n    return f(n + 1)\nm = f(0)",
    "functions that call each other": "def f(n):\n    return g(n), g(n)\ndef g(n):\n"
    "    return f(n), f(n)\nm = f(0)",
    "a class that holds itself": "class Net(nn.Module):\n    def __init__(self):\n"
    "        super().__init__()\n        self.net = Net()\n    def forward(self, x):\n"
    "        return self.net(x)\nm = Net()",
    "doubling": "m = nn.Sequential(nn.ReLU(), nn.ReLU())\nfor i in range(60):\n"
    "    m = nn.Sequential(m, m)",
    "nested deep": "m = nn.ReLU()\nfor i in range(10000):\n    m = nn.Sequential(m)",
    "a while loop": "m = nn.Sequential()\nwhile True:\n    m.append(nn.ReLU())",
    "brackets": "m = " + "(" * 3000 + ")" * 3000,
    "a long sum": "m = " + "+".join(["1"] * 20_000),
    "attributes": "m = a" + ".b" * 20_000,
    "calls": "m = " + "f(" * 150 + ")" * 150,
    "a huge text": "# " + "x" * 600_000,
}


@pytest.mark.parametrize("name", [*ENDLESS])
def test_it_ends_soon_with_one_sentence(name: str) -> None:
    start = time.perf_counter()
    reading = read_source(HEAD + ENDLESS[name])
    # Half a second as a rule; machines that are busy get ten.
    assert time.perf_counter() - start < 10
    assert reading.errors
    for remark in reading.remarks:
        assert len(str(remark.text).splitlines()) == 1


@pytest.mark.parametrize(
    "harmless",
    [
        "n = 10 ** 10 ** 10",
        "n = 2 ** 10**9",
        "n = 'x' * 10**12",
        "n = [0] * 10**12",
        "n = list(range(10**12))",
        "n = sum(range(10**12))",
        "n = max(range(10**12))",
        "n = len(range(10**30))",
        "n = 1e400 - 1e400",
        "n = 1 / 0",
        "n = [] [3]",
        "n = {}['a']",
        "n = 1 << 10**9",
        "a, b, c = 1, 2",
        "for i in range(10**9):\n    for j in range(10**9):\n        n = i * j",
        "n = int('9' * 5000)",
        "n = 0x" + "f" * 5000,
        "f = lambda: f()\n",
        "del nn.x",
        "global n",
        "class A(A): pass",
        "x: int",
        "n = zip(range(10**9), range(10**9))",
        "n = 'a' % 3, -'a', not [], 3 in 4, 'a' < 3, ~3, 5 % 0, 5 // 0.0",
        "match 3:\n    case 3: pass",
        "async def f(): await g()",
        "n = f'{n!r:>{10**9}}'",
        "print(*range(10**9))",
    ],
)
def test_constants_beyond_all_bounds_are_not_worked_out(harmless: str) -> None:
    start = time.perf_counter()
    reading = read_source(f"import torch.nn as nn\n{harmless}\nm = nn.Sequential(nn.ReLU())")
    assert time.perf_counter() - start < 10
    assert reading.network is not None
    assert [node.type for node in reading.network] == ["ReLU"]


def test_nothing_is_executed(tmp_path: Path) -> None:
    target = tmp_path / "ran"
    for code in (
        f"open({str(target)!r}, 'w')",
        f"__import__('pathlib').Path({str(target)!r}).touch()",
        f"import os\nos.system('touch {target}')",
        f"eval('open({str(target)!r}, \"w\")')",
        f"exec('open({str(target)!r}, \"w\")')",
        f"class A:\n    x = open({str(target)!r}, 'w')",
        f"m = nn.Linear(open({str(target)!r}, 'w'), 3)",
        f"print(f\"{{open('{target}', 'w')}}\")",
    ):
        read_source(HEAD + code)
        assert not target.exists(), code


words = st.sampled_from(
    [
        *("nn.Linear", "nn.Sequential", "nn.ReLU", "nn", "self", "x", "m", "(", ")", "[", "]"),
        *(",", "=", "\n", "\n    ", "for i in range(3):", "class A(nn.Module):", "def f(x):"),
        *("return", "1", "0", "-", "+", "*", "**", ".", ":", "'a'", "lambda", "if", "else"),
        *("Dense", "model.add", "model", "Sequential", "Flatten()", "import keras", "super()"),
        *("F.relu", "torch.cat", "forward", "append", "None", "True", "in", "not", "while"),
    ]
)


@settings(max_examples=300)
@given(st.lists(words, max_size=25).map(" ".join))
def test_any_text_gives_a_reading(text: str) -> None:
    reading = read_source(text)
    assert reading.network is not None or reading.errors


@settings(max_examples=200)
@given(st.data())
def test_a_file_with_a_part_cut_out_or_doubled_gives_a_reading(data: st.DataObject) -> None:
    lines = Path(__file__).with_name("test_reading_torch.py").read_text().split("RESNET")[1]
    lines = lines.split('"""')[1]
    start = data.draw(st.integers(0, len(lines)))
    end = data.draw(st.integers(0, len(lines)))
    text = lines[:start] + lines[end:]
    reading = read_source(text)
    assert reading.network is not None or reading.errors
