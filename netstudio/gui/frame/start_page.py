"""The first page: begin with a template, one's own pictures, or where one has left off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from netstudio.core.layer import Family
from netstudio.core.project import Project
from netstudio.core.translate import UserError
from netstudio.core.tree import walk
from netstudio.gui.drops import dropped_folder
from netstudio.gui.elided import ElidedLabel
from netstudio.gui.memory import RecentFile
from netstudio.gui.texts import day_text, layers_text, translate, words
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.icons import icon
from netstudio.layers import LAYERS
from netstudio.tasks.sources import SOURCES
from netstudio.tasks.templates import TEMPLATES, Template, project_from_template

_WIDTH = 1200
_COLUMNS = 4
_FIRST = "mnist-mlp"
_MOST_BARS = 12
_BEGINNING_HEIGHT = 90
_TEMPLATE_HEIGHT = 126


class StartPage(QScrollArea):
    """What a new user sees first.

    Signals:
        template_chosen: A template's name; a new project is to be made from it.
        first_run_chosen: The first network is to be made and trained at once.
        open_chosen: A project or model is to be chosen and opened.
        file_chosen: This file is to be opened (a ``Path``).
        empty_chosen: A project without layers is wanted.
        pictures_chosen: This folder of pictures is to be learned from (a ``Path``); None to choose.
    """

    template_chosen = Signal(str)
    first_run_chosen = Signal(str)
    open_chosen = Signal()
    file_chosen = Signal(object)
    empty_chosen = Signal()
    pictures_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setAccessibleName(translate("netstudio", "Start page"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 40, 24, 24)
        column.setSpacing(14)
        column.addWidget(
            _label(translate("netstudio", "Build a network, train it, take it with you."), "title")
        )
        column.addWidget(
            _label(translate("netstudio", "Everything stays on this computer."), "secondary")
        )
        column.addSpacing(14)
        column.addLayout(self._beginnings())
        column.addSpacing(18)
        column.addWidget(_label(translate("netstudio", "Templates").upper(), "section"))
        column.addLayout(self._templates())
        column.addSpacing(12)
        self._recent_title = _label(translate("netstudio", "Recent").upper(), "section")
        column.addWidget(self._recent_title)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        column.addLayout(self._recent)
        column.addStretch(1)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(content, 100)
        row.addStretch(1)
        self.setWidget(holder)

    def show_recent(self, files: Sequence[RecentFile]) -> None:
        """List the files used last."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for file in files:
            row = _RecentRow(file)
            row.clicked.connect(lambda _, path=file.path: self.file_chosen.emit(Path(path)))
            self._recent.addWidget(row)
        self._recent_title.setVisible(bool(files))

    def _beginnings(self) -> QHBoxLayout:
        first = _first_card()
        first.clicked.connect(lambda: self.first_run_chosen.emit(_FIRST))
        own = _OwnData()
        own.dropped.connect(self.pictures_chosen)
        own.clicked.connect(lambda: self.pictures_chosen.emit(None))
        open_button = QPushButton(translate("netstudio", "Open project or model…"))
        open_button.setObjectName("startOpen")
        open_button.clicked.connect(self.open_chosen)
        empty = QPushButton(translate("netstudio", "Empty project"))
        empty.setObjectName("startEmpty")
        empty.setProperty("role", "plain")
        empty.clicked.connect(self.empty_chosen)
        buttons = QVBoxLayout()
        buttons.addWidget(open_button)
        buttons.addWidget(empty)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(first, 4)
        row.addWidget(own, 6)
        row.addLayout(buttons)
        return row

    def _templates(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(16)
        for number, template in enumerate(TEMPLATES):
            card = _template_card(template)
            card.clicked.connect(lambda _, name=template.name: self.template_chosen.emit(name))
            grid.addWidget(card, number // _COLUMNS, number % _COLUMNS)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        return grid


class _Card(QPushButton):
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


class _OwnData(_Card):
    """Takes a folder of pictures, dropped or chosen."""

    dropped = Signal(object)

    def __init__(self) -> None:
        title = translate("netstudio", "My own data")
        text = translate(
            "netstudio",
            "Drop a folder of pictures here, one folder in it for each class, or choose it…",
        )
        super().__init__("startOwnData", (title, text), _BEGINNING_HEIGHT)
        self.setProperty("role", "dropzone")
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addStretch()
        column.addWidget(_see_through(_label(title, "heading")))
        column.addWidget(_see_through(_wrapped(text)))
        column.addStretch()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_folder(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if (folder := dropped_folder(event.mimeData())) is not None:
            event.acceptProposedAction()
            self.dropped.emit(folder)


def _first_card() -> _Card:
    title = translate("netstudio", "Train your first network")
    text = translate("netstudio", "Handwritten digits, a small network, 20 seconds.")
    card = _Card("startFirst", (title, text), _BEGINNING_HEIGHT)
    card.setProperty("role", "accentcard")
    texts = QVBoxLayout()
    texts.addStretch()
    texts.addWidget(_see_through(_label(title, "heading")))
    texts.addWidget(_see_through(_wrapped(text)))
    texts.addStretch()
    start = QLabel()
    start.setProperty("role", "badge")
    start.setText(translate("netstudio", "Start"))
    row = QHBoxLayout(card)
    row.setContentsMargins(16, 16, 16, 16)
    row.addLayout(texts, 1)
    row.addWidget(_see_through(start), 0, Qt.AlignmentFlag.AlignVCenter)
    return card


def _template_card(template: Template) -> _Card:
    label, text = words(template.label), words(template.help)
    card = _Card(f"template-{template.name}", (label, text), _TEMPLATE_HEIGHT)
    families, about = _describe(template)
    texts = QVBoxLayout()
    texts.setSpacing(5)
    texts.addWidget(_see_through(_label(label, "heading")))
    texts.addWidget(_see_through(_wrapped(text)))
    texts.addWidget(_see_through(_wrapped(about, "faint")))
    texts.addStretch()
    row = QHBoxLayout(card)
    row.setContentsMargins(16, 16, 14, 14)
    row.setSpacing(14)
    row.addWidget(_see_through(_Bars(families)))
    row.addLayout(texts, 1)
    return card


def _describe(template: Template) -> tuple[list[Family], str]:
    """The families of a template's layers, and its data and size in words."""
    try:
        project = project_from_template(template.name, template.name)
    except UserError:
        return [], ""
    nodes = [node for node in walk(project.network) if node.type in LAYERS.names()]
    about = f"{_data_of(project)} · {layers_text(len(nodes))}"
    return [LAYERS[node.type].family for node in nodes], about


def _data_of(project: Project) -> str:
    source = SOURCES.get(project.data.source.type)
    if source is None:
        return project.data.source.type
    return translate("netstudio", "your pictures") if source.is_folder else words(source.label)


class _Bars(QWidget):
    """A network in small: a bar for each layer, in its family's colour."""

    def __init__(self, families: Sequence[Family]) -> None:
        super().__init__()
        self._families = families[:_MOST_BARS]
        self.setFixedWidth(64)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        step = min(11.0, self.height() / max(1, len(self._families)))
        top = (self.height() - step * len(self._families)) / 2
        for number, family in enumerate(self._families):
            painter.setBrush(QColor(colours().families[family]))
            narrowing = 1 - 0.45 * number / max(1, len(self._families) - 1)
            bar = QRectF(0, top + step * number, self.width() * narrowing, step - 4)
            painter.drawRoundedRect(bar, 2, 2)
        painter.end()


class _RecentRow(QPushButton):
    def __init__(self, file: RecentFile) -> None:
        super().__init__()
        self.setObjectName("recentFile")
        self.setProperty("role", "row")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        path = Path(file.path)
        self.setAccessibleName(path.name)
        self.setToolTip(file.path)
        is_model = path.suffix == ".safetensors"
        mark = QLabel()
        mark.setPixmap(icon("brain" if is_model else "stack", "text_faint").pixmap(16, 16))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(_see_through(mark))
        row.setSpacing(14)
        row.addWidget(_see_through(_cell(path.stem, "strong")), 3)
        row.addWidget(_see_through(_cell(file.about)), 4)
        row.addWidget(_see_through(_cell(file.result)), 1)
        when = _cell(_when(file.when))
        when.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(_see_through(when), 2)
        self.setMinimumHeight(32)


def _when(written: str) -> str:
    """A moment as people say it: today 14:02, yesterday, a date."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return ""
    days = (date.today() - moment.date()).days
    if days == 0:
        return translate("netstudio", "today {time}").format(time=f"{moment:%H:%M}")
    if days == 1:
        return translate("netstudio", "yesterday")
    return day_text(moment.date())


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label


def _cell(text: str, role: str = "secondary") -> ElidedLabel:
    """A text that keeps to its column."""
    label = ElidedLabel()
    label.setProperty("role", role)
    label.show_text(text)
    return label


def _wrapped(text: str, role: str = "small") -> QLabel:
    label = _label(text, role)
    label.setWordWrap(True)
    return label


def _see_through(widget: QWidget) -> QWidget:
    """Let the mouse reach the card below it."""
    widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return widget
