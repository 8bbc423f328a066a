"""The editor of several numbers in a row."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from netstudio.core.declare import FieldSpec
from netstudio.core.shapes import Shape
from netstudio.gui.forms.editor import Editor
from netstudio.gui.forms.notation import read_size, row_text, size_text


class RowEditor(Editor):
    """Whole numbers in a row: a shape as ``1 × 28 × 28``, an order or margins as ``2, 1``."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._line = QLineEdit(self)
        self._hold(self._line)
        self._line.textEdited.connect(self._type)

    def _type(self, text: str) -> None:
        # A minus sign may be copied from a text that was set well.
        self._enter(read_size(text.replace("−", "-")))

    def _display(self, value: object) -> None:
        is_shape = isinstance(self.spec.kind, Shape)
        self._display_text(size_text(value) if is_shape else row_text(value), "")

    def _display_text(self, text: str, hint: str) -> None:
        if self._line.text() != text:
            self._line.setText(text)
            self._line.setCursorPosition(0)
        self._line.setPlaceholderText(hint)
