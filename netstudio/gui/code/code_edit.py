"""A box of Python code with line numbers, marked lines, and colours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from netstudio.core.problems import Severity
from netstudio.gui.code.changes import changed_lines
from netstudio.gui.code.highlighter import PythonHighlighter
from netstudio.gui.theme.colours import colours, shades
from netstudio.gui.theme.fonts import mono_font

_INDENT = "    "
_MARK = 6
_PADDING = 10

Marks = Mapping[int, tuple[Severity, str]]


class CodeEdit(QPlainTextEdit):
    """Shows code, which the user may be let edit.

    Lines are counted from 1, as Python does.

    Signals:
        line_chosen: The line to which the user has brought the cursor in code that is only shown.
    """

    line_chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gutter = _Gutter(self)
        self._highlighter = PythonHighlighter(self.document())
        self._lit: tuple[int, ...] = ()
        self._marks: Marks = {}
        self._is_showing = False
        self.setAccessibleName(name)
        self.setProperty("role", "code")
        self.setFont(_font())
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.blockCountChanged.connect(self._fit_gutter)
        self.updateRequest.connect(self._follow)
        self.cursorPositionChanged.connect(self._tell_line)
        self.set_editable(False)
        self._fit_gutter()

    @property
    def line(self) -> int:
        """The line that the cursor is in."""
        return self.textCursor().blockNumber() + 1

    def set_editable(self, editable: bool) -> None:
        """Let the user edit the code, or only read, select and copy it."""
        self.setReadOnly(not editable)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        flags |= Qt.TextInteractionFlag.TextSelectableByKeyboard
        if editable:
            flags |= Qt.TextInteractionFlag.TextEditorInteraction
        self.setTextInteractionFlags(flags)
        self.setTabChangesFocus(not editable)
        self.setUndoRedoEnabled(editable)

    def show_code(self, text: str) -> None:
        """Show other code; lines that stay are left alone, so that nothing jumps."""
        self._is_showing = True
        before = self.toPlainText()
        change = changed_lines(before, text)
        if change is not None:
            cursor = QTextCursor(self.document())
            cursor.setPosition(change.start)
            cursor.setPosition(change.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(change.text)
        self._is_showing = False

    def light(self, lines: Iterable[int]) -> None:
        """Put a light behind these lines, such as those of the selected layer."""
        self._lit = tuple(lines)
        self._show_light()

    def mark(self, marks: Marks) -> None:
        """Mark lines in the margin, with what is to be said about them as their tool tips."""
        self._marks = marks
        self._gutter.update()

    def scroll_to(self, lines: range) -> None:
        """Scroll so that these lines are seen, if they are not."""
        first, last = (self.document().findBlockByNumber(at - 1) for at in (lines[0], lines[-1]))
        shown = self.viewport().rect()
        top = self.blockBoundingGeometry(first).translated(self.contentOffset()).top()
        bottom = self.blockBoundingGeometry(last).translated(self.contentOffset()).bottom()
        if top < shown.top() or bottom > shown.bottom():
            self.verticalScrollBar().setValue(max(first.blockNumber() - 3, 0))

    def go_to(self, line: int) -> None:
        """Put the cursor at the beginning of a line, and show it."""
        self._is_showing = True
        cursor = QTextCursor(self.document().findBlockByNumber(line - 1))
        self.setTextCursor(cursor)
        self.centerCursor()
        self._is_showing = False
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Tab:
            self.textCursor().insertText(_INDENT)
        elif event.key() == Qt.Key.Key_Backtab:
            self._outdent()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.textCursor().insertText("\n" + self._indentation())
        else:
            super().keyPressEvent(event)

    def _outdent(self) -> None:
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(
            QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, len(_INDENT)
        )
        if cursor.selectedText() == _INDENT:
            cursor.removeSelectedText()

    def _indentation(self) -> str:
        """What a line after the cursor's begins with."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        indent = before[: len(before) - len(before.lstrip())]
        return indent + (_INDENT if before.rstrip().endswith((":", "(", "[", "{")) else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._gutter.setGeometry(
            QRect(inside.left(), inside.top(), self.gutter_width(), inside.height())
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._highlighter.wear_theme()
            self._show_light()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_gutter()

    def gutter_width(self) -> int:
        """The room for the line numbers and marks."""
        digits = max(len(str(self.blockCount())), 2)
        return 2 * _PADDING + _MARK + digits * self.fontMetrics().horizontalAdvance("0")

    def paint_gutter(self, painter: QPainter, area: QRect) -> None:
        """Draw line numbers and marks."""
        worn = colours()
        painter.fillRect(area, QColor(worn.canvas))
        painter.setFont(self.font())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        block = self.firstVisibleBlock()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(self.contentOffset()).toRect()
            if place.top() > area.bottom():
                return
            line = block.blockNumber() + 1
            painter.setPen(QColor(worn.text if line in self._lit else worn.text_faint))
            painter.drawText(
                QRect(0, place.top(), self.gutter_width() - _PADDING, place.height()),
                int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop),
                str(line),
            )
            if line in self._marks:
                is_error = self._marks[line][0] is Severity.ERROR
                painter.setBrush(QColor(worn.error if is_error else worn.warning))
                painter.setPen(Qt.PenStyle.NoPen)
                middle = place.top() + self.fontMetrics().height() // 2
                painter.drawEllipse(QRect(5, middle - _MARK // 2, _MARK, _MARK))
            block = block.next()

    def mark_at(self, height: int) -> str:
        """What is to be said about the line at a height; "" for nothing."""
        line = self.cursorForPosition(QPoint(0, height)).blockNumber() + 1
        return self._marks[line][1] if line in self._marks else ""

    def put_cursor(self, height: int) -> None:
        """Put the cursor into the line at a height, as a click beside it does."""
        self.setTextCursor(self.cursorForPosition(QPoint(0, height)))
        self.setFocus()

    def _show_light(self) -> None:
        back = QColor(shades(colours())["lit_back"])
        lights = []
        for line in self._lit:
            light = QTextEdit.ExtraSelection()
            light.format.setBackground(back)
            light.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            light.cursor = QTextCursor(self.document().findBlockByNumber(line - 1))
            lights.append(light)
        self.setExtraSelections(lights)
        self._gutter.update()

    def _fit_gutter(self) -> None:
        self.setViewportMargins(self.gutter_width(), 0, 0, 0)
        self._gutter.resize(self.gutter_width(), self._gutter.height())

    def _follow(self, area: QRect, scrolled: int) -> None:
        if scrolled:
            self._gutter.scroll(0, scrolled)
        else:
            self._gutter.update(0, area.y(), self._gutter.width(), area.height())

    def _tell_line(self) -> None:
        if self.isReadOnly() and not self._is_showing and not self.textCursor().hasSelection():
            self.line_chosen.emit(self.line)


def _font() -> QFont:
    """The monospaced font with each sign as it is: no arrow in the place of ``->``."""
    font = mono_font()
    font.setFeature(QFont.Tag("calt"), 0)
    return font


class _Gutter(QWidget):
    """The margin at the left of the code."""

    def __init__(self, code: CodeEdit) -> None:
        super().__init__(code)
        self._code = code

    def sizeHint(self) -> QSize:
        return QSize(self._code.gutter_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._code.paint_gutter(QPainter(self), event.rect())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._code.put_cursor(event.position().toPoint().y())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._code.mark_at(event.y()), self)
            return True
        return super().event(event)
