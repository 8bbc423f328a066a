"""Starts the desktop application."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from netstudio.gui.engine_loader import EngineLoader
from netstudio.gui.guard import Guard, log_to_file
from netstudio.gui.main_window import MainWindow


def run(files: Sequence[Path] = ()) -> int:
    """Show the window until it is closed.

    Args:
        files: A project or a trained model to open, or none.

    Returns:
        The process's exit status.
    """
    QApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    application = QApplication(sys.argv[:1])
    application.setApplicationName("netstudio")
    application.setDesktopFileName("netstudio")
    log_to_file()
    guard = Guard()
    guard.install()
    window = MainWindow()
    _spare_the_collector(window)
    guard.caught.connect(window.tell_fault)
    # Qt's own rule overlooks a window that was hidden before its threads were waited for.
    application.setQuitOnLastWindowClosed(False)
    window.closed.connect(application.quit)
    # Python's own handler would wait for Python to run again. What is unsaved is offered next time.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    window.show()
    for file in files:
        window.open(file)
    window.offer_unsaved()
    return application.exec()


def _spare_the_collector(window: MainWindow) -> None:
    """Let Python's garbage collector go on when the engine is there, past all that it brings.

    Those are 400,000 objects that stay to the end. Each look at them stops the window, and the
    training, for a fifth of a second.
    """

    def go_on() -> None:
        gc.freeze()
        gc.enable()

    engine = window.findChild(EngineLoader)
    assert engine is not None
    engine.loaded.connect(go_on)
    engine.failed.connect(go_on)
