"""Shows code that is to become a network, and what of it was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from netstudio.gui.background import Lane
from netstudio.gui.code.code_edit import CodeEdit
from netstudio.gui.code.reading import CodeReader
from netstudio.gui.code.remark_list import RemarkList, marks_of
from netstudio.gui.code.understood import Understood
from netstudio.gui.labels import text_label
from netstudio.gui.texts import translate
from netstudio.gui.theme import metrics

if TYPE_CHECKING:
    from netstudio.engine.network.source import Reading

_SIZE = (900, 560)
_CODE_SHARE, _LAYERS_SHARE = 560, 300


class ImportDialog(QDialog):
    """Lets the user paste or correct code, and choose what becomes of the network in it.

    Args:
        lane: Where code is read.
        text: What to begin with.
        parent: The window.

    Signals:
        new_project_chosen: The ``Reading`` that shall become a new project.
        replacing_chosen: The ``Reading`` whose network shall replace the project's.
        failed: The sentence for the user and the traceback; the program itself is at fault.
    """

    new_project_chosen = Signal(object)
    replacing_chosen = Signal(object)
    failed = Signal(object, str)

    def __init__(self, lane: Lane, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("importDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("netstudio", "Import code"))
        self.resize(*_SIZE)
        self._reading: Reading | None = None
        self._reader = CodeReader(lane, self)
        self._reader.read.connect(self._take)
        self._reader.failed.connect(self.failed)
        self._code = CodeEdit(translate("netstudio", "Code to import"))
        self._code.setObjectName("importText")
        self._code.setPlaceholderText(
            translate("netstudio", "Paste the code of a network here: PyTorch or Keras")
        )
        self._code.set_editable(True)
        self._understood = Understood()
        self._remarks = RemarkList()
        self._remarks.line_chosen.connect(self._code.go_to)
        self._cancel = QPushButton(translate("netstudio", "Cancel"))
        self._replace = QPushButton(translate("netstudio", "Replace the network"))
        self._open = QPushButton(translate("netstudio", "Open as new project"))
        self._set_up_buttons()
        self._lay_out()
        self._show_buttons()
        self._code.textChanged.connect(self._read_soon)
        self._code.setPlainText(text)
        self._code.setFocus()

    def done(self, result: int) -> None:
        self._reader.stop()
        super().done(result)

    def _set_up_buttons(self) -> None:
        self._cancel.setObjectName("importCancel")
        self._replace.setObjectName("importReplace")
        self._open.setObjectName("importOpen")
        self._open.setProperty("role", "primary")
        self._open.setDefault(True)
        self._replace.setAutoDefault(False)
        self._cancel.setAutoDefault(False)
        self._replace.setToolTip(
            translate("netstudio", "Keep the data set, and put these layers in the place of yours")
        )
        self._open.setToolTip(translate("netstudio", "Begin a project with these layers"))
        self._cancel.clicked.connect(self.reject)
        self._replace.clicked.connect(self._choose_replacing)
        self._open.clicked.connect(self._choose_new_project)

    def _lay_out(self) -> None:
        about = translate(
            "netstudio",
            "The code is read and never run. Layers that netstudio knows become cards.",
        )
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(metrics.PANEL_PADDING)
        halves.setProperty("role", "bare")
        halves.addWidget(self._code)
        halves.addWidget(self._understood)
        halves.setSizes([_CODE_SHARE, _LAYERS_SHARE])
        buttons = QHBoxLayout()
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        buttons.addWidget(self._replace)
        buttons.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(text_label(about, "secondary", self))
        column.addWidget(halves, 1)
        column.addWidget(self._remarks)
        column.addLayout(buttons)

    def _read_soon(self) -> None:
        self._reading = None
        self._show_buttons()
        self._reader.read_soon(self._code.toPlainText())

    def _take(self, reading: Reading) -> None:
        self._reading = reading
        is_empty = not self._code.toPlainText().strip()
        remarks = () if is_empty else reading.remarks
        self._understood.show_reading(reading)
        self._remarks.show_remarks(remarks)
        self._code.mark(marks_of(remarks))
        self._show_buttons()

    def _show_buttons(self) -> None:
        there_is_one = self._reading is not None and bool(self._reading.network)
        self._replace.setEnabled(there_is_one)
        self._open.setEnabled(there_is_one)

    def _choose_replacing(self) -> None:
        self.accept()
        self.replacing_chosen.emit(self._reading)

    def _choose_new_project(self) -> None:
        self.accept()
        self.new_project_chosen.emit(self._reading)
