from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

pytestmark = [pytest.mark.xvfb, pytest.mark.process]

_WIDTH, _HEIGHT = 1440, 960


@contextmanager
def screen(scale: int) -> Iterator[str]:
    """A virtual screen with so many pixels for each of the window's."""
    for program in ("Xvfb", "xdotool"):
        if shutil.which(program) is None:
            pytest.skip(f"there is no {program} here")
    size = f"{_WIDTH * scale}x{_HEIGHT * scale}x24"
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


def use_hands(tests: str, scale: int, folder: Path) -> None:
    """Run tests that need a real mouse, in a process of their own."""
    with screen(scale) as display:
        environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_SCALE_FACTOR": str(scale),
        }
        environment.pop("PYTEST_CURRENT_TEST", None)
        file = Path(__file__).parent / "real_mouse" / tests
        quietly = ("-q", "-p", "no:cacheprovider", f"--basetemp={folder / 'tests'}")
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *quietly, str(file)],
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
    if "Could not load the Qt platform plugin" in done.stdout + done.stderr:
        pytest.skip("Qt's plugin for X lacks a system library here")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "passed" in done.stdout


def test_the_window_answers_a_real_mouse_and_keyboard(tmp_path: Path) -> None:
    use_hands("hands_on.py", 1, tmp_path)


@pytest.mark.parametrize("scale", [1, 2])
def test_layers_are_dragged_about_with_a_real_mouse(scale: int, tmp_path: Path) -> None:
    use_hands("drag_about.py", scale, tmp_path)
