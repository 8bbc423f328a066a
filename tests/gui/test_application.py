"""The real program, in a process of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from netstudio import paths
from netstudio.core.files import write_project
from netstudio.tasks.templates import project_from_template

pytestmark = pytest.mark.process

# Runs the program as ``netstudio ARGUMENTS`` does, says what the window shows, and closes it.
_RUN = """
import sys
from PySide6.QtCore import QTimer
from netstudio.__main__ import main
from netstudio.gui import application

class Window(application.MainWindow):
    def show(self):
        super().show()
        QTimer.singleShot(500, self, self.look)

    def look(self):
        print(self.windowTitle(), self.isVisible(), flush=True)
        self.parts.design.stack.select_all()
        self.parts.design.stack.copy_selected()
        self.close()

application.MainWindow = Window
sys.exit(main(sys.argv[1:]))
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _RUN, *arguments], capture_output=True, text=True, timeout=120
    )


def test_without_a_command_the_window_opens_and_closes_quietly() -> None:
    done = run()
    assert done.returncode == 0, done.stderr
    assert "True" in done.stdout
    assert not [line for line in done.stderr.splitlines() if "propagateSizeHints" not in line]


def test_a_project_that_is_named_is_opened(tmp_path: Path) -> None:
    project = tmp_path / "数字.netstudio"
    write_project(project_from_template("digits-mlp", "数字"), project)
    done = run(str(project))
    assert done.returncode == 0, done.stderr
    assert "数字" in done.stdout


def test_layers_left_on_the_clipboard_do_not_crash_the_end(tmp_path: Path) -> None:
    project = tmp_path / "p.netstudio"
    write_project(project_from_template("digits-mlp", "p"), project)
    assert run(str(project)).returncode == 0


def test_the_log_is_kept_beside_the_programs_own_files() -> None:
    assert run().returncode == 0
    assert (paths.user_state() / "netstudio.log").is_file()


@pytest.mark.parametrize("argument", ["nonsense", "netstudio"])
def test_what_is_neither_a_command_nor_a_file_opens_no_window(
    argument: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(argument)
    assert done.returncode == 2
    assert argument in done.stderr
    assert done.stdout == ""


def test_ctrl_c_in_the_terminal_ends_the_program() -> None:
    program = subprocess.Popen([sys.executable, "-m", "netstudio"], stderr=subprocess.DEVNULL)
    try:
        log = paths.user_state() / "netstudio.log"
        deadline = time.monotonic() + 60
        while not log.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(3.0)  # until it waits for events, on a busy machine too
        program.send_signal(signal.SIGINT)
        assert program.wait(20) == -signal.SIGINT
    finally:
        program.kill()
        program.wait(20)


# Runs the program until the engine is there, and says what the collector would look at.
_COLLECT = """
import gc, sys
from netstudio.__main__ import main
from netstudio.gui import application
from netstudio.gui.engine_loader import EngineLoader

class Window(application.MainWindow):
    def show(self):
        super().show()
        self.findChild(EngineLoader).loaded.connect(self.look)

    def look(self):
        print(gc.isenabled(), gc.get_freeze_count() > 100_000, len(gc.get_objects()) < 100_000)
        self.close()

application.MainWindow = Window
sys.exit(main([]))
"""


def test_the_collector_leaves_alone_what_the_engine_brings() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _COLLECT], capture_output=True, text=True, timeout=120
    )
    assert done.stdout.split() == ["True", "True", "True"], done.stderr
