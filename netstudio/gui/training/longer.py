"""Asks for how many more epochs a run shall be trained."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QWidget

from netstudio.core.project import Project
from netstudio.gui.texts import translate

if TYPE_CHECKING:
    from netstudio.engine.runs.record import RunRecord

_MOST = 100_000


def ask_for_epochs(
    window: QWidget, record: RunRecord, then: Callable[[int], object]
) -> QInputDialog:
    """Ask how many epochs a run shall have more; ``then`` hears how many it has then in all."""
    dialog = QInputDialog(window)
    dialog.setObjectName("longerDialog")
    dialog.setWindowTitle(translate("netstudio", "Train longer"))
    text = translate("netstudio", "“{name}” has had {count} epochs. How many more?")
    dialog.setLabelText(text.format(name=record.name, count=record.epochs))
    dialog.setInputMode(QInputDialog.InputMode.IntInput)
    dialog.setIntRange(1, _MOST - record.epochs)
    dialog.setIntValue(max(0, record.planned - record.epochs) or record.planned)
    dialog.setOkButtonText(translate("netstudio", "Train"))
    dialog.intValueSelected.connect(lambda more: then(record.epochs + more))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def with_epochs(project: Project, epochs: int) -> Project:
    """The project with so many epochs in all."""
    options = project.training.options.replace(epochs=epochs)
    return replace(project, training=replace(project.training, options=options))
