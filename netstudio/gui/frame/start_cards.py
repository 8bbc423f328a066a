"""The start page's cards: large buttons with texts laid out in them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from netstudio.core.project import Project
from netstudio.core.translate import UserError
from netstudio.core.tree import Stack
from netstudio.gui.frame.arrivals import dropped_data
from netstudio.gui.frame.stack_drawing import drawing_of
from netstudio.gui.texts import about_duration, short_count, translate, words
from netstudio.gui.theme.colours import colours
from netstudio.tasks.sources import SOURCES
from netstudio.tasks.task import TASKS
from netstudio.tasks.templates import Template, project_from_template

_BEGINNING_HEIGHT = 90
_TEMPLATE_HEIGHT = 126
_HIGHEST_ROW = 11.0
_BRACKET_WIDTH = 1.5
_UNBREAKABLE = {ord(" "): "\N{NO-BREAK SPACE}", ord("\u2009"): "\N{NARROW NO-BREAK SPACE}"}


class Card(QPushButton):
    """A button with texts laid out in it."""

    def __init__(self, name: str, texts: Sequence[str], height: int) -> None:
        super().__init__()
        self._least_height = height
        self.setMinimumHeight(height)
        # As wide as its column, whatever its texts would like.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.setAccessibleName(texts[0])
        self.setAccessibleDescription(" ".join(texts[1:]))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A button does not ask the layout in it how high the wrapped texts are.
        if (inside := self.layout()) is not None:
            needed = inside.totalHeightForWidth(self.width())
            self.setMinimumHeight(max(self._least_height, needed))


class FirstNetworkCard(Card):
    """Makes the first network and trains it, at one press."""

    def __init__(self) -> None:
        title = translate("netstudio", "Train your first network")
        text = translate("netstudio", "Handwritten digits, a small network, 20 seconds.")
        super().__init__("startFirst", (title, text), _BEGINNING_HEIGHT)
        self.setProperty("role", "accentcard")
        texts = QVBoxLayout()
        texts.addStretch()
        texts.addWidget(see_through(plain_label(title, "heading")))
        texts.addWidget(see_through(wrapped_label(text)))
        texts.addStretch()
        start = plain_label(translate("netstudio", "Start"), "badge")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.addLayout(texts, 1)
        row.addWidget(see_through(start), 0, Qt.AlignmentFlag.AlignVCenter)


class OwnDataCard(Card):
    """Takes data of the user's, dropped or chosen.

    Signals:
        dropped: This file or folder (a ``Path``) was dropped on it.
    """

    dropped = Signal(object)

    def __init__(self) -> None:
        title = translate("netstudio", "My own data")
        text = translate(
            "netstudio",
            "Drop a folder of pictures or sounds here, a table, an archive, or choose it…",
        )
        super().__init__("startOwnData", (title, text), _BEGINNING_HEIGHT)
        self.setProperty("role", "dropzone")
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addStretch()
        column.addWidget(see_through(plain_label(title, "heading")))
        column.addWidget(see_through(wrapped_label(text)))
        column.addStretch()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_data(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._expect(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._expect(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._expect(False)
        if (path := dropped_data(event.mimeData())) is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def _expect(self, expecting: bool) -> None:
        self.setProperty("expecting", expecting)
        self.style().unpolish(self)
        self.style().polish(self)


class TemplateCard(Card):
    """A template: what it is, a drawing of its layers, its data, its size and how long it takes.

    Attributes:
        content: What its samples are; None where its project cannot be read.
    """

    def __init__(self, template: Template) -> None:
        label, text = words(template.label), words(template.help)
        project = _project_of(template)
        task = TASKS.get(project.task.type) if project is not None else None
        self.content = task.content if task is not None else None
        facts = _facts(template, project) if project is not None else []
        name = f"template-{template.name}"
        super().__init__(name, (label, text, " · ".join(facts)), _TEMPLATE_HEIGHT)
        texts = QVBoxLayout()
        texts.setSpacing(5)
        texts.addWidget(see_through(wrapped_label(label, "heading")))
        texts.addWidget(see_through(wrapped_label(text)))
        # The data on a line of its own: all of it in one would break where it happens to.
        about = "\n".join((*facts[:1], " · ".join(facts[1:])))
        texts.addWidget(see_through(wrapped_label(about, "faint")))
        texts.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 14, 14)
        row.setSpacing(14)
        row.addWidget(see_through(_StackPicture(project.network if project else Stack())))
        row.addLayout(texts, 1)


def _project_of(template: Template) -> Project | None:
    try:
        return project_from_template(template.name, template.name)
    except UserError:
        return None


def _facts(template: Template, project: Project) -> list[str]:
    parameters = translate("netstudio", "{count} parameters")
    facts = [_data_of(project), parameters.format(count=short_count(template.parameters))]
    if template.seconds:
        facts.append(about_duration(template.seconds))
    # Lines break between facts, not within one.
    return [fact.translate(_UNBREAKABLE) for fact in facts]


def _data_of(project: Project) -> str:
    source = SOURCES.get(project.data.source.type)
    if source is None:
        return project.data.source.type
    return translate("netstudio", "Your pictures") if source.is_folder else words(source.label)


class _StackPicture(QWidget):
    """The drawing of a network."""

    def __init__(self, network: Stack) -> None:
        super().__init__()
        self._drawing = drawing_of(network)
        self.setFixedWidth(64)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, drawing = self.width(), self._drawing
        step = min(_HIGHEST_ROW, self.height() / max(1, drawing.rows))
        high = step - min(4.0, 0.3 * step)
        top = (self.height() - step * drawing.rows) / 2
        painter.setPen(QPen(QColor(colours().connector), _BRACKET_WIDTH))
        for bracket in drawing.brackets:
            x = bracket.x * width + _BRACKET_WIDTH
            first, last = top + step * bracket.first, top + step * bracket.last + high
            painter.drawLine(QPointF(x, first), QPointF(x, last))
        painter.setPen(Qt.PenStyle.NoPen)
        for bar in drawing.bars:
            painter.setBrush(QColor(colours().families[bar.family]))
            shape = QRectF(bar.x * width, top + step * bar.row, bar.width * width, high)
            painter.drawRoundedRect(shape, min(2.0, high / 2), min(2.0, high / 2))
        painter.end()


def plain_label(text: str, role: str) -> QLabel:
    """A line of text in one of the theme's roles."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label


def wrapped_label(text: str, role: str = "small") -> QLabel:
    """A paragraph in one of the theme's roles."""
    label = plain_label(text, role)
    label.setWordWrap(True)
    return label


def see_through(widget: QWidget) -> QWidget:
    """Let the mouse reach the card below it."""
    widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return widget
