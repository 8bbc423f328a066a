"""A text that the model reads while it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout

from netstudio.gui.kinds.registry import view_of
from netstudio.gui.results.contract import InputView
from netstudio.gui.texts import translate
from netstudio.tasks.content import Content

if TYPE_CHECKING:
    from netstudio.engine.data.records import Records
    from netstudio.engine.trained_model import TrainedModel

_PAUSE_MS = 200


class TextInput(InputView):
    """A box to write in; what is written is given when the typing pauses."""

    def __init__(self) -> None:
        super().__init__()
        self.box = QPlainTextEdit()
        self.box.setObjectName("textInput")
        self.box.setAccessibleName(translate("netstudio", "Text"))
        self.box.setPlaceholderText(translate("netstudio", "Write or paste a text"))
        self._name = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._give)
        self.box.textChanged.connect(self._changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)

    def prepare(self, model: TrainedModel) -> None:
        self.box.clear()

    def show_record(self, records: Records, number: int, name: str) -> None:
        self.box.setPlainText(view_of(Content.TEXTS).words(records, number))
        self._name = name
        self._pause.stop()
        self._give()

    def _changed(self) -> None:
        self._name = translate("netstudio", "Your text")
        self._pause.start()

    def _give(self) -> None:
        text = self.box.toPlainText()
        if text.strip():
            self.given.emit(text, self._name)
        else:
            self.emptied.emit()
