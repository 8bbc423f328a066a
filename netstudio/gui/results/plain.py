"""Inputs of which no more is known than that they are in files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from netstudio.core.translate import shorten
from netstudio.gui.kinds.registry import view_of
from netstudio.gui.results.contract import InputView
from netstudio.gui.texts import translate
from netstudio.tasks.content import Content

if TYPE_CHECKING:
    from pathlib import Path

    from netstudio.engine.data.records import Records
    from netstudio.engine.trained_model import TrainedModel

_MOST = 600


class FileInput(InputView):
    """Says which file or test sample it is."""

    def __init__(self) -> None:
        super().__init__()
        self._content = Content.TABLE
        self._text = QLabel(alignment=Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._text.setObjectName("inputText")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setProperty("role", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)

    def prepare(self, model: TrainedModel) -> None:
        self._content = model.task.content
        self._text.setText(translate("netstudio", "Try a test sample, or choose or drop a file."))

    def show_record(self, records: Records, number: int, name: str) -> None:
        import numpy as np

        written = view_of(self._content).words(records, number)
        self._text.setText(shorten(written, _MOST))
        self.given.emit(records.inputs.select(np.array([number])), name)

    def show_file(self, path: Path) -> None:
        self._text.setText(path.name)
        super().show_file(path)
