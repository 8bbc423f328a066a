"""How the window tells that something went wrong, and asks before something is lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from netstudio.core.translate import Message
from netstudio.gui.texts import translate, words


def show_error(parent: QWidget, text: Message | str, detail: str = "") -> QMessageBox:
    """Show one sentence that names thing, value and remedy; does not wait for the answer.

    Args:
        parent: The window it belongs to.
        text: The sentence.
        detail: What a developer needs, shown on request and ready to be copied.
    """
    box = QMessageBox(parent)
    box.setObjectName("errorBox")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("netstudio")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(words(text))
    box.addButton(QMessageBox.StandardButton.Ok)
    if detail:
        box.setDetailedText(detail)
        copy = box.addButton(
            translate("netstudio", "Copy details"), QMessageBox.ButtonRole.HelpRole
        )
        # It copies and leaves the box open.
        copy.clicked.disconnect()
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(detail))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
