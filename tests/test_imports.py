"""Which libraries the parts of netstudio load, each in a fresh process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from netstudio import paths

# Imports the modules named after each other and prints what each import has loaded so far.
_SCRIPT = """
import importlib, json, sys
loaded = {}
for name in sys.argv[1:]:
    importlib.import_module(name)
    loaded[name] = sorted({module.partition(".")[0] for module in sys.modules})
print(json.dumps(loaded))
"""

# Trains MNIST for some batches where every other library is missing, then stops.
_TRAIN = """
import sys
from pathlib import Path
sys.modules.update(dict.fromkeys(sys.argv[3:]))
from netstudio.core.files import read_project
from netstudio.engine.events import Progress
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.trainer import Trainer
control = RunControl()
for event in Trainer(read_project(Path(sys.argv[1])), "cpu", out=Path(sys.argv[2])).run(control):
    if isinstance(event, Progress):
        control.stop()
print(event.event, getattr(event, "message", ""), getattr(event, "detail", ""))
"""
_SPARED = {
    "PIL",
    "PySide6",
    "platformdirs",
    "polars",
    "pyqtgraph",
    "rich",
    "sklearn",
    "tensorboard",
    "torchvision",
}


def packages_after(*modules: str) -> dict[str, set[str]]:
    """The top-level packages that are loaded after the import of each module, in this order."""
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, *modules], capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return {name: set(packages) for name, packages in json.loads(done.stdout).items()}


@pytest.mark.process
def test_layers_load_no_torch_and_the_command_line_neither_torch_nor_qt() -> None:
    loaded = packages_after("netstudio.layers", "netstudio.tasks.settings", "netstudio.cli.main")
    heavy = {"torch", "torchvision", "numpy", "PySide6", "pyqtgraph", "PIL", "rich"}
    assert not heavy & loaded["netstudio.layers"]
    assert not heavy & loaded["netstudio.tasks.settings"]
    assert not {"torch", "torchvision", "PySide6", "pyqtgraph"} & loaded["netstudio.cli.main"]


@pytest.mark.process
def test_training_needs_torch_numpy_and_safetensors_alone() -> None:
    loaded = packages_after("netstudio.engine.training.trainer")
    assert not _SPARED & loaded["netstudio.engine.training.trainer"]


@pytest.mark.process
def test_mnist_trains_with_torch_numpy_and_safetensors_alone(tmp_path: Path) -> None:
    project = paths.resources() / "templates" / "mnist-mlp.netstudio"
    done = subprocess.run(
        [sys.executable, "-c", _TRAIN, str(project), str(tmp_path), *sorted(_SPARED)],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split()[0] == "stopped", done.stdout


# Opens the window, and says what is loaded when it has been painted for the first time.
_PAINT = """
import json, os, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
application = QApplication([])
from netstudio.gui.main_window import MainWindow
window = MainWindow()
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(json.dumps(sorted(sys.modules)), flush=True)
            os._exit(0)
        return False
watch = Watch()
window.installEventFilter(watch)
window.show()
application.exec()
"""


@pytest.mark.process
def test_the_window_is_painted_before_torch_numpy_and_the_plots_are_loaded(tmp_path: Path) -> None:
    folders = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR")
    done = subprocess.run(
        [sys.executable, "-c", _PAINT],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **dict.fromkeys(folders, str(tmp_path))},
    )
    assert done.returncode == 0, done.stderr
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert not {"torch", "torchvision", "numpy", "pyqtgraph", "PIL", "sklearn"} & loaded
    assert not {name for name in loaded if name.startswith("netstudio.cli")}
