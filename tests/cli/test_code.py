"""Networks from Python code and into it, on the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from netstudio.__main__ import main
from netstudio.core.files import read_project, write_project
from netstudio.engine.model_file import load_model
from tests.data import ranked
from tests.models import CLASSES, SAMPLE, tiny_project, write_model

Capture = pytest.CaptureFixture[str]

LENET = """
import torch.nn as nn
import torch.nn.functional as F

class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5)
        self.fc1 = nn.Linear(6 * 12 * 12, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = self.strange(x)
        return self.fc1(x.flatten(1))
"""


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test works in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_project_is_made_from_python_code_and_what_was_left_out_is_said(capsys: Capture) -> None:
    Path("lenet.py").write_text(LENET)
    assert main(["new", "lenet.py", "-o", "p.netstudio"]) == 0
    printed = capsys.readouterr()
    assert printed.out.strip() == "p.netstudio"
    assert "lenet.py, line 13: " in printed.err
    project = read_project(Path("p.netstudio"))
    types = [node.type for node in project.network]
    assert types == ["Conv2d", "ReLU", "MaxPool2d", "Flatten", "Linear"]
    assert project.data.source.type == "mnist"
    assert main(["show", "p.netstudio"]) == 0


def test_the_project_has_the_file_s_name_unless_told_otherwise(capsys: Capture) -> None:
    Path("lenet.py").write_text(LENET)
    assert main(["new", "lenet.py"]) == 0
    assert read_project(Path("lenet.netstudio")).name == "lenet"


@pytest.mark.parametrize(
    "content", [b"print('hello')", b"def (", b"", b"\xff\xfe", b"x = 1\0", b"(" * 5_000_000]
)
def test_code_without_a_network_is_refused_in_one_line(content: bytes, capsys: Capture) -> None:
    Path("code.py").write_bytes(content)
    assert main(["new", "code.py", "-o", "p.netstudio"]) == 1
    printed = capsys.readouterr()
    assert len(printed.err.splitlines()) == 1
    assert "code.py" in printed.err
    assert not Path("p.netstudio").exists()


def test_code_that_is_not_there_is_said_so(capsys: Capture) -> None:
    assert main(["new", "absent.py"]) == 1
    assert "absent.py could not be read" in capsys.readouterr().err


def test_code_is_never_run(tmp_path: Path) -> None:
    Path("evil.py").write_text(
        "open('ran', 'w')\nimport torch.nn as nn\nm = nn.Sequential(nn.ReLU())"
    )
    assert main(["new", "evil.py"]) == 0
    assert not Path("ran").exists()


def test_a_project_is_exported_as_code(capsys: Capture) -> None:
    write_project(tiny_project(), Path("p.netstudio"))
    assert main(["export", "p.netstudio", "--to", "pytorch", "-o", "net.py"]) == 0
    assert capsys.readouterr().out.split() == ["net.py"]
    compile(Path("net.py").read_text(), "net.py", "exec")
    assert main(["export", "p.netstudio", "-o", "net.py"]) == 1
    assert "--force" in capsys.readouterr().err
    assert main(["export", "p.netstudio", "-o", "net.py", "--force"]) == 0


def test_code_needs_a_name_that_python_can_import(capsys: Capture) -> None:
    write_project(tiny_project(), Path("p.netstudio"))
    assert main(["export", "p.netstudio", "-o", "net.txt"]) == 1
    assert "net.txt" in capsys.readouterr().err


def test_an_exported_model_keeps_the_file_it_came_from(capsys: Capture) -> None:
    write_model(Path("m.safetensors"))
    before = Path("m.safetensors").read_bytes()
    assert main(["export", "m.safetensors"]) == 0
    assert capsys.readouterr().out.split() == ["m.py"]
    assert Path("m.safetensors").read_bytes() == before


WITHOUT_NETSTUDIO = """
import sys
sys.path.insert(0, {folder!r})
try:
    import netstudio
except ImportError:
    pass
else:
    raise SystemExit("netstudio can be imported")
import torch
from safetensors.torch import load_file, save_file
import taken_along
pictures = load_file("pictures.safetensors")["pictures"]
network = taken_along.load()
save_file({{"shares": taken_along.predict(network, pictures)}}, "shares.safetensors")
assert taken_along.CLASSES == {classes!r}
"""


@pytest.mark.process
def test_an_exported_model_computes_the_same_where_netstudio_is_unknown(tmp_path: Path) -> None:
    write_model(Path("m.safetensors"))
    assert main(["export", "m.safetensors", "--to", "pytorch", "-o", "out/taken_along.py"]) == 1
    Path("out").mkdir()
    assert main(["export", "m.safetensors", "--to", "pytorch", "-o", "out/taken_along.py"]) == 0
    assert sorted(file.name for file in Path("out").iterdir()) == [
        "taken_along.py",
        "taken_along.safetensors",
    ]
    pictures = torch.randint(0, 256, (4, *SAMPLE.sizes), dtype=torch.uint8)
    save_file({"pictures": pictures}, "pictures.safetensors")
    script = WITHOUT_NETSTUDIO.format(folder=str(tmp_path / "out"), classes=CLASSES)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    # -I leaves the working folder and the user's own packages out; .pth files may still add ours.
    hidden = "import sys; sys.modules['netstudio'] = None\n"
    for code in (
        hidden + script,
        hidden + "import runpy; runpy.run_path('out/taken_along.py', run_name='__main__')",
    ):
        subprocess.run([sys.executable, "-I", "-c", code], env=environment, check=True)
    shares = load_file("shares.safetensors")["shares"]
    predictions = load_model(Path("m.safetensors")).predict(list(pictures))
    for row, prediction in zip(shares, predictions, strict=True):
        expected = {item.label: item.probability for item in ranked(prediction).ranked}
        assert row.tolist() == pytest.approx([expected[label] for label in CLASSES], abs=1e-5)
