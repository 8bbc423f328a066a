"""The first page: begin with a template, one's own pictures, or where one has left off."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from netstudio.gui.buttons import small_button
from netstudio.gui.card_grid import CardGrid
from netstudio.gui.data.names import content_label
from netstudio.gui.frame.recent_row import RecentRow
from netstudio.gui.frame.start_cards import FirstNetworkCard, OwnDataCard, TemplateCard, plain_label
from netstudio.gui.memory import RecentFile
from netstudio.gui.texts import translate
from netstudio.tasks.content import Content
from netstudio.tasks.templates import TEMPLATES, Template

_WIDTH = 1440
_TEMPLATE_WIDTH = 250
_FIRST = "mnist-mlp"


class StartPage(QScrollArea):
    """What a new user sees first.

    Signals:
        template_chosen: A template's name; a new project is to be made from it.
        first_run_chosen: The first network is to be made and trained at once.
        open_chosen: A project or model is to be chosen and opened.
        file_chosen: This file is to be opened (a ``Path``).
        empty_chosen: A project without layers is wanted.
        data_chosen: This file or folder is to be learned from (a ``Path``); None to choose.
    """

    template_chosen = Signal(str)
    first_run_chosen = Signal(str)
    open_chosen = Signal()
    file_chosen = Signal(object)
    empty_chosen = Signal()
    data_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setAccessibleName(translate("netstudio", "Start page"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its cards have the keyboard
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 28, 24, 24)
        column.setSpacing(12)
        column.addWidget(
            plain_label(
                translate("netstudio", "Build a network, train it, take it with you."), "title"
            )
        )
        column.addSpacing(-8)
        column.addWidget(
            plain_label(translate("netstudio", "Everything stays on this computer."), "secondary")
        )
        column.addSpacing(8)
        column.addLayout(self._beginnings())
        column.addSpacing(12)
        cards = [self._template_card(template) for template in TEMPLATES]
        self._grid = CardGrid(cards, _TEMPLATE_WIDTH)
        self._cards = cards
        column.addLayout(self._templates_head())
        column.addWidget(self._grid)
        column.addSpacing(8)
        self._recent_title = plain_label(translate("netstudio", "Recent").upper(), "section")
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
            row = RecentRow(file)
            row.clicked.connect(lambda _, path=file.path: self.file_chosen.emit(Path(path)))
            self._recent.addWidget(row)
        self._recent_title.setVisible(bool(files))

    def _beginnings(self) -> QHBoxLayout:
        first = FirstNetworkCard()
        first.clicked.connect(lambda: self.first_run_chosen.emit(_FIRST))
        own = OwnDataCard()
        own.dropped.connect(self.data_chosen)
        own.clicked.connect(lambda: self.data_chosen.emit(None))
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

    def _template_card(self, template: Template) -> TemplateCard:
        card = TemplateCard(template)
        card.clicked.connect(lambda: self.template_chosen.emit(template.name))
        return card

    def _templates_head(self) -> QHBoxLayout:
        """The heading, and a button for each kind of data that shows its templates only."""
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(plain_label(translate("netstudio", "Templates").upper(), "section"))
        row.addSpacing(10)
        kinds = dict.fromkeys(card.content for card in self._cards if card.content is not None)
        either = QButtonGroup(self)
        for kind in (None, *kinds):
            label = translate("netstudio", "All") if kind is None else content_label(kind)
            button = small_button(label, f"templates-{kind or 'all'}")
            button.setCheckable(True)
            button.setChecked(kind is None)
            button.clicked.connect(lambda _, kind=kind: self._show_templates_of(kind))
            either.addButton(button)
            row.addWidget(button)
        row.addStretch()
        return row

    def _show_templates_of(self, kind: Content | None) -> None:
        self._grid.show_only(card for card in self._cards if kind in (None, card.content))
