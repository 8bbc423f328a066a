"""What netstudio is, and whose work is in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

import netstudio
from netstudio.gui.texts import translate


def show_about(parent: QWidget) -> None:
    """Show version, licence, and the licences of what is shipped along."""
    box = QMessageBox(parent)
    box.setObjectName("aboutBox")
    box.setWindowTitle(translate("netstudio", "About netstudio"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"netstudio {netstudio.__version__}")
    box.setInformativeText(
        translate(
            "netstudio",
            "Build neural networks by dragging layers into a stack. Nothing is ever sent "
            "anywhere.\n\n"
            "netstudio is under the MIT licence. Fonts: Inter and JetBrains Mono (SIL Open Font "
            "License). Icons: Phosphor (MIT). MNIST: LeCun, Cortes and Burges (CC BY-SA 3.0).",
        )
    )
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
