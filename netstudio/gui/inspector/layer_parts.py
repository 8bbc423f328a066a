"""The parts of the inspector's page: heading, name, figures, help."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from netstudio.core.declare import Declared
from netstudio.core.layer import Family
from netstudio.core.translate import Message
from netstudio.gui.elided import ElidedLabel
from netstudio.gui.forms.editor import STILL_THERE
from netstudio.gui.forms.rows import EDITOR_WIDTH
from netstudio.gui.inspector.layer_facts import LayerFacts
from netstudio.gui.labels import text_label
from netstudio.gui.texts import grouped, shape_text, short_count, translate, words
from netstudio.gui.theme import metrics
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.families import FAMILY_ICONS
from netstudio.gui.theme.fonts import glyph
from netstudio.gui.theme.icons import paint_glyph
from netstudio.gui.theme.roles import restyle

_ICON = QSize(16, 16)
_PENDING = "…"
_UNKNOWN = "—"


class FamilyIcon(QWidget):
    """The icon of a family of layers in its colour."""

    def __init__(self, family: Family, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._family = family
        self.setFixedSize(_ICON)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = QColor(colours().families[self._family])
        paint_glyph(painter, QRect(self.rect()), glyph(FAMILY_ICONS[self._family]), colour)
        painter.end()


def heading(text: str, family: Family | None, parent: QWidget) -> QWidget:
    """A title in capitals, with the family's icon where there is one."""
    line = QWidget(parent)
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    if family is not None:
        row.addWidget(FamilyIcon(family, line))
    title = ElidedLabel(parent=line)
    title.setProperty("role", "section")
    title.show_text(text.upper())
    row.addWidget(title, 1)
    return line


class HelpCard(QFrame):
    """What a declared thing does, its formula and where it comes from."""

    def __init__(self, cls: type[Declared], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "help")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(6)
        column.addWidget(text_label(words(cls.help), "small", self))
        if cls.formula:
            column.addWidget(text_label(words(cls.formula), "formula", self))
        if cls.source:
            column.addWidget(text_label(cls.source, "source", self))


class NameField(QWidget):
    """A layer's name; it is told when the user has finished, not letter by letter.

    Args:
        judge: Says why a name cannot be, or None where it can.

    Attributes:
        line: What takes the keyboard.

    Signals:
        renamed: The new name, which can be.
    """

    renamed = Signal(str)

    def __init__(
        self, judge: Callable[[str], Message | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._judge = judge
        self._name = ""
        self._problem: Message | None = None
        self.line = QLineEdit(self)
        self.line.setObjectName("layerName")
        self.line.setFixedWidth(EDITOR_WIDTH)
        self._explanation = text_label("", "error", self)
        label = QLabel(translate("netstudio", "Name"), self)
        label.setProperty("role", "secondary")
        label.setBuddy(self.line)
        row = QHBoxLayout()
        row.addStrut(metrics.ROW)
        row.addWidget(label, 1)
        row.addWidget(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._explanation)
        self.line.textEdited.connect(self._explain)
        self.line.returnPressed.connect(self._finish)
        self.line.installEventFilter(self)
        self._explain("")

    def show_name(self, name: str) -> None:
        """Show another name; the one it has disturbs no edit."""
        if name != self._name:
            self._name = name
            self._show_again()

    def show_problem(self, problem: Message | None) -> None:
        """Explain what an analysis found wrong with the name."""
        self._problem = problem
        self._explain(self.line.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_edited = self.line.text() != self._name
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and is_edited:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # the key comes to the field, not to the window
            if event.type() == QEvent.Type.KeyPress:
                self._show_again()
                return True
        if (
            isinstance(event, QFocusEvent)
            and event.lostFocus()
            and event.reason() not in STILL_THERE
            and is_edited
        ):
            self._finish()
            self._show_again()
        return super().eventFilter(watched, event)

    def _show_again(self) -> None:
        self.line.setText(self._name)
        self.line.setCursorPosition(0)
        self._explain(self._name)

    def _explain(self, text: str) -> None:
        wrong = self._problem if text == self._name else self._judge(text)
        self._explanation.setText(words(wrong) if wrong else "")
        self._explanation.setVisible(wrong is not None)
        restyle(self.line, "invalid", wrong is not None)

    def _finish(self) -> None:
        """Take the name as it stands; one that cannot be stays there to be mended."""
        name = self.line.text()
        if name != self._name and self._judge(name) is None:
            self._name = name
            self.renamed.emit(name)


class FactsTable(QWidget):
    """Shapes and counts; pale while they are being made anew.

    Args:
        with_shapes: Whether there is one layer, which has an input and an output.
    """

    def __init__(self, with_shapes: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._values: list[QLabel] = []
        if with_shapes:
            self._input = self._row(translate("netstudio", "Input"))
            self._output = self._row(translate("netstudio", "Output"))
        self._with_shapes = with_shapes
        self._parameters = self._row(translate("netstudio", "Parameters"))
        self._flops = self._row(translate("netstudio", "FLOPs"))

    def show_facts(self, facts: LayerFacts) -> None:
        """Show figures that hold now."""
        if self._with_shapes:
            self._input.setText(shape_text(facts.input) if facts.input else _UNKNOWN)
            self._output.setText(shape_text(facts.output) if facts.output else _UNKNOWN)
        self._parameters.setText(_parameters_text(facts))
        known = facts.flops is not None
        self._flops.setText(short_count(facts.flops or 0) if known else _UNKNOWN)
        self._set_pending(False)

    def show_pending(self) -> None:
        """Show that figures are on their way; those there are stay, but pale."""
        self._set_pending(True)

    def _row(self, title: str) -> QLabel:
        label, value = QLabel(title, self), QLabel(_PENDING, self)
        label.setProperty("role", "secondary")
        value.setProperty("role", "mono")
        value.setAccessibleName(title)
        row = len(self._values)
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignRight)
        self._values.append(value)
        return value

    def _set_pending(self, is_pending: bool) -> None:
        for value in self._values:
            value.setEnabled(not is_pending)


def _parameters_text(facts: LayerFacts) -> str:
    if facts.parameters is None:
        return _UNKNOWN
    count = grouped(facts.parameters)
    if facts.trainable is None or facts.trainable == facts.parameters:
        return count
    if not facts.trainable:
        return translate("netstudio", "{count}, frozen").format(count=count)
    return translate("netstudio", "{count}, {trainable} trainable").format(
        count=count, trainable=grouped(facts.trainable)
    )
