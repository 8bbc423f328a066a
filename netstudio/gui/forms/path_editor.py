"""The editor of a path."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QSizePolicy, QWidget

from netstudio.core.declare import FieldSpec
from netstudio.core.kinds import File, Folder, Kind
from netstudio.gui.forms.editor import Editor
from netstudio.gui.texts import translate, words


class PathEditor(Editor):
    """The path of a folder or a file, typed or chosen."""

    is_wide = True

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._line = QLineEdit(self)
        self._line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._hold(self._line)
        self._line.textEdited.connect(self._enter)
        button = QPushButton(translate("netstudio", "Choose…"), self)
        button.setAccessibleName(
            translate("netstudio", "{setting}: choose").format(setting=words(spec.label))
        )
        button.clicked.connect(self._ask)
        self._row.addWidget(button)

    def _ask(self) -> None:
        dialog = QFileDialog(self, words(self.spec.label), self._line.text())
        match self.spec.kind:
            case Folder():
                dialog.setFileMode(QFileDialog.FileMode.Directory)
                dialog.setOption(QFileDialog.Option.ShowDirsOnly)
            case kind:
                dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
                dialog.setNameFilters(filters(kind))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._choose)
        dialog.open()

    def _choose(self, path: str) -> None:
        self._display_text(path, "")
        self._enter(path)

    def _display(self, value: object) -> None:
        self._display_text(str(value), translate("netstudio", "none chosen"))

    def _display_text(self, text: str, hint: str) -> None:
        if self._line.text() != text:
            self._line.setText(text)
            self._line.setCursorPosition(0)
        self._line.setPlaceholderText(hint)
        self._line.setToolTip(text)


def filters(kind: Kind) -> list[str]:
    """The lines from which a file dialog lets choose what it shows."""
    suffixes = kind.suffixes if isinstance(kind, File) else ()
    every = translate("netstudio", "All files") + " (*)"
    if not suffixes:
        return [every]
    usual = " ".join(f"*{suffix}" for suffix in suffixes)
    return [translate("netstudio", "Usual files") + f" ({usual})", every]
