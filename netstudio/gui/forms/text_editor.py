"""The editor of words."""

from __future__ import annotations

import csv
import io

from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from netstudio.core.declare import FieldSpec
from netstudio.core.kinds import Names
from netstudio.core.values import Value
from netstudio.gui.forms.editor import Editor


class TextEditor(Editor):
    """A text on one line; several names stand there with commas, quoted where they hold one."""

    is_wide = True

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._line = QLineEdit(self)
        self._line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._hold(self._line)
        self._line.textEdited.connect(self._type)

    def _type(self, text: str) -> None:
        self._enter(_read_names(text) if isinstance(self.spec.kind, Names) else text)

    def _display(self, value: object) -> None:
        self._display_text(_names_text(value) if isinstance(value, tuple) else str(value), "")

    def _display_text(self, text: str, hint: str) -> None:
        if self._line.text() != text:
            self._line.setText(text)
            self._line.setCursorPosition(0)
        self._line.setPlaceholderText(hint)
        self._line.setToolTip(text)


def _read_names(text: str) -> Value:
    rows = csv.reader([text], skipinitialspace=True)
    return tuple(name for row in rows for name in map(str.strip, row) if name)


def _names_text(names: tuple[object, ...]) -> str:
    return ", ".join(_quoted(str(name)) for name in names)


def _quoted(name: str) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow([name])
    return line.getvalue()
