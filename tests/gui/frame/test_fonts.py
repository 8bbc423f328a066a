"""A process of its own: the application's font stays set once a window has set it."""

from __future__ import annotations

import ast
import subprocess
import sys

_SCRIPT = """
import os
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
application = QApplication([])
from netstudio.gui.main_window import MainWindow
window = MainWindow()
window.show()
application.processEvents()
parts = [*window.findChildren(QPushButton), *window.findChildren(QLabel)]
families = {QFontInfo(part.font()).family() for part in parts}
print(sorted(families), flush=True)
os._exit(0)
"""


def test_a_window_in_the_systems_theme_speaks_in_the_shipped_fonts() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT], capture_output=True, text=True, timeout=120, check=True
    )
    assert set(ast.literal_eval(done.stdout)) <= {"Inter", "JetBrains Mono"}, done.stdout
