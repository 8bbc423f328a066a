"""The Data page: which data, how they are read, and tabs with what they look like."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from netstudio.core.document import Change
from netstudio.gui.data.chooser import DataChooser
from netstudio.gui.data.content import LoadedData
from netstudio.gui.data.figures import FigureRows, figures_of
from netstudio.gui.data.settings import Group
from netstudio.gui.data.settings_form import DataSettingsForm
from netstudio.gui.model_page import MARGIN, surface
from netstudio.gui.samples.section import Bench, Section
from netstudio.gui.samples.sections import sections_for
from netstudio.gui.scrolling import scrolled
from netstudio.gui.texts import translate, words
from netstudio.tasks.content import Content
from netstudio.tasks.task import TASKS

_CHOICES_WIDTH = 300


class DataPage(QWidget):
    """Shows the document's data from all sides."""

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dataPage")
        self._bench = bench
        self.chooser = DataChooser(bench.document, bench.loader, "page-")
        self._figures = FigureRows()
        # How samples are cleaned and divided has a tab of its own.
        groups = (Group.SOURCE, Group.PREPARATION)
        self._settings = DataSettingsForm(bench.document, groups, is_titled=True)
        self._tabs = _Tabs(bench)
        self._nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("role", "secondary")
        self._nothing.setWordWrap(True)
        self._states = QStackedWidget()
        self._states.addWidget(self._tabs)
        self._states.addWidget(self._nothing)
        self._arrange()
        bench.loader.cleared.connect(self._tabs.forget)
        self.chooser.changed.connect(self._show_state)
        self._disconnect = bench.document.connect(self._follow)
        self.destroyed.connect(self._disconnect)
        self._show_state()

    @property
    def section(self) -> Section | None:
        """The tab in view."""
        return self._tabs.section

    def show_section(self, name: str) -> None:
        """Bring a tab into view, where these data have it."""
        self._tabs.choose(name)

    def take_over(self, before: DataPage) -> None:
        """Show the tab that another page shows."""
        self._tabs.choose(before._tabs.chosen)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_state()

    def _follow(self, change: Change) -> None:
        if change.after.data != change.before.data:
            self._settings.follow()

    def _show_state(self) -> None:
        project, loader = self._bench.document.project, self._bench.loader
        self._settings.follow()
        task, facts = TASKS.get(project.task.type), project.data.facts
        self._figures.setVisible(facts is not None)
        if facts is not None:
            noun = words(task.noun) if task else translate("netstudio", "samples")
            self._figures.show_figures(figures_of(facts, loader.content, noun))
        content = loader.content
        if not self.isVisible():
            if content is not self._tabs.data:
                self._tabs.forget()
            return
        if content is not None:
            self._tabs.show_data(content)
        self._states.setCurrentIndex(0 if content is not None or self._is_briefly_away else 1)
        self._nothing.setText(
            translate("netstudio", "The data are being read…")
            if loader.task is not None
            else translate("netstudio", "There are no data to show. Choose some at the left.")
        )

    @property
    def _is_briefly_away(self) -> bool:
        """Whether the data that are shown are read or divided anew, so that they stay in view."""
        return self._tabs.data is not None and self._bench.loader.fault is None

    def _arrange(self) -> None:
        left = QWidget()
        choices = QVBoxLayout(left)
        choices.setContentsMargins(0, 0, 10, 0)
        choices.setSpacing(12)
        title = QLabel(translate("netstudio", "DATA SET"))
        title.setProperty("role", "section")
        for part in (title, self.chooser, self._figures, self._settings):
            choices.addWidget(part)
        choices.addStretch()
        frame = surface(scrolled(left))
        frame.setFixedWidth(_CHOICES_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        row.setSpacing(MARGIN)
        row.addWidget(frame)
        row.addWidget(surface(self._states), 1)


class _Tabs(QWidget):
    """The tabs that suit the data; each is made when it is first looked at."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._data: LoadedData | None = None
        self._content: Content | None = None
        self._made: dict[str, Section] = {}
        self._offered: tuple[type[Section], ...] = ()
        self.chosen = ""
        self._row = QHBoxLayout()
        self._row.setContentsMargins(3, 3, 3, 3)
        self._row.setSpacing(2)
        self._buttons = QButtonGroup(self)
        bar = QFrame()
        bar.setProperty("role", "segments")
        bar.setLayout(self._row)
        self._pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(bar, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._pages, 1)

    @property
    def data(self) -> LoadedData | None:
        """What is shown."""
        return self._data

    @property
    def section(self) -> Section | None:
        """The tab in view."""
        return self._made.get(self.chosen)

    def show_data(self, data: LoadedData) -> None:
        """Show these data in the tab in view."""
        self._data = data
        if data.wish.task.content is not self._content:
            self._content = data.wish.task.content
            self._offer()
        self._show_chosen()
        for section in self._made.values():
            if section is not self.section:
                section.show_data(None)

    def forget(self) -> None:
        """Let go of the data, which may be large."""
        self._data = None
        for section in self._made.values():
            section.show_data(None)

    def choose(self, name: str) -> None:
        """Bring a tab into view."""
        self.chosen = name
        self._show_chosen()

    def _offer(self) -> None:
        """Have a button for each tab that suits the content."""
        assert self._content is not None
        for button in self._buttons.buttons():
            self._buttons.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._offered = sections_for(self._content)
        for section in self._offered:
            button = QPushButton(section.title())
            button.setObjectName(f"{section.name}Tab")
            button.setProperty("role", "segment")
            button.setCheckable(True)
            button.clicked.connect(lambda _, name=section.name: self.choose(name))
            self._buttons.addButton(button)
            self._row.addWidget(button)

    def _show_chosen(self) -> None:
        if not self._offered:
            return
        cls = next((one for one in self._offered if one.name == self.chosen), self._offered[0])
        self.chosen = cls.name
        if cls.name not in self._made:
            self._made[cls.name] = cls(self._bench)
            self._pages.addWidget(self._made[cls.name])
        section = self._made[cls.name]
        self._pages.setCurrentWidget(section)
        section.show_data(self._data)
        for button in self._buttons.buttons():
            button.setChecked(button.objectName() == f"{cls.name}Tab")
