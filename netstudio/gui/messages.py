"""How the window tells that something went wrong, and asks before something is lost."""

from __future__ import annotations

from collections.abc import Callable

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


def ask_whether_to_save(
    parent: QWidget, name: str, decide: Callable[[QMessageBox.StandardButton], object]
) -> None:
    """Ask what becomes of unsaved changes; ``decide`` hears Save, Discard or Cancel."""
    box = QMessageBox(parent)
    box.setObjectName("unsavedBox")
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("netstudio")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(translate("netstudio", "Save the changes to “{name}”?").format(name=name))
    box.setInformativeText(translate("netstudio", "Without saving they are lost."))
    button = QMessageBox.StandardButton
    box.setStandardButtons(button.Save | button.Discard | button.Cancel)
    box.setDefaultButton(button.Save)
    _decide_on_close(box, lambda answer: decide(button(answer)))


def ask(
    parent: QWidget,
    name: str,
    text: str,
    more: str,
    yes: str,
    then: Callable[[], object],
    no: str = "",
    otherwise: Callable[[], object] = lambda: None,
) -> None:
    """Ask before something is done; ``then`` is called where the answer is ``yes``.

    Where the user cancels, nothing is called.

    Args:
        parent: The window it belongs to.
        name: The box's object name.
        text: The question.
        more: What it means.
        yes: The text of the button that goes ahead.
        then: What to do in that case.
        no: The text of a button that does something else, where there is one.
        otherwise: What that button does.
    """
    box = QMessageBox(parent)
    box.setObjectName(name)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("netstudio")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(more)
    go = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    other = box.addButton(no, QMessageBox.ButtonRole.DestructiveRole) if no else None
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(go)

    def decide(_: int) -> None:
        clicked = box.clickedButton()
        if clicked is go:
            then()
        elif other is not None and clicked is other:
            otherwise()

    _decide_on_close(box, decide)


def _decide_on_close(box: QMessageBox, decide: Callable[[int], object]) -> None:
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.finished.connect(decide)
    box.open()
