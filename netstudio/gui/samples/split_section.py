"""The tab with how samples are cleaned and divided, and what is made harder on purpose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from netstudio.core.declare import FieldSpec
from netstudio.core.document import Change, Document
from netstudio.core.values import Fields
from netstudio.gui.card_grid import CardGrid
from netstudio.gui.data.settings import Group, change
from netstudio.gui.forms.rows import FieldRows
from netstudio.gui.kinds.parts import Part
from netstudio.gui.samples.learning_aids import LearningAidButtons, fields_for
from netstudio.gui.samples.parts_bar import PartsBar
from netstudio.gui.samples.section import Bench, Section
from netstudio.gui.scrolling import scrolled
from netstudio.gui.texts import translate, words
from netstudio.tasks.content import Aim, Content
from netstudio.tasks.options import DataOptions
from netstudio.tasks.task import TaskDef
from netstudio.tasks.training.options import TrainingOptions

if TYPE_CHECKING:
    from netstudio.gui.data.content import LoadedData

_LEAST_WIDTH = 400

_SHARES = ("validation_share", "test_share")
_CHANCE = ("split_by", "split_seed")
_OF_TABLES = ("group_column", "time_column")
_OF_PICTURES = ("near_duplicates",)
_OF_LABELS = ("label_spelling", "conflicting", "tiny_classes", "smallest_class")
_OF_CLASSES = ("imbalance",)


class SplitSection(Section):
    """Edits the division, the cleaning, cross-validation and the learning aids."""

    name = "split"

    @staticmethod
    def title() -> str:
        return translate("netstudio", "Split")

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._task: TaskDef | None = None
        self._bar = PartsBar()
        self._cards: list[_Card] = []
        self._aids: LearningAidButtons | None = None
        self._area: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._column.addWidget(self._bar)
        self._disconnect = bench.document.connect(self._follow)
        self.destroyed.connect(self._disconnect)

    def show_data(self, data: LoadedData | None) -> None:
        if data is None:
            return
        records = data.dataset.records
        self._bar.show_counts({part: len(getattr(records, part)) for part in Part})
        if data.wish.task != self._task:
            self._task = data.wish.task
            self._make(data.wish.task)
        self._show_values()

    def _follow(self, change: Change) -> None:
        before, after = change.before, change.after
        if (after.data, after.training) != (before.data, before.training):
            self._show_values()

    def _show_values(self) -> None:
        for card in self._cards:
            card.follow()
        if self._aids is not None:
            self._aids.follow()

    def _make(self, task: TaskDef) -> None:
        """Make the cards with what matters for this task."""
        if self._area is not None:
            self._column.removeWidget(self._area)
            self._area.hide()
            self._area.deleteLater()
        document = self.bench.document
        self._aids = LearningAidButtons(document, task.aim)
        self._cards = [
            _Card(
                document,
                translate("netstudio", "Division"),
                translate(
                    "netstudio",
                    "Progress is watched on the validation part; the test part gives the final "
                    "figure. Nothing is learned from either.",
                ),
                _options(_division_fields(task)),
            ),
            *self._cleaning(task),
            _TrainingCard(
                document,
                translate("netstudio", "Cross-validation"),
                _why_folds(task),
                tuple(spec for spec in TrainingOptions.fields() if spec.name == "folds"),
            ),
            _Card(
                document,
                translate("netstudio", "Over-fitting on purpose"),
                translate(
                    "netstudio",
                    "With few samples, or with wrong labels, a network learns the training part "
                    "by heart and fails on the others. Try it, then compare the runs.",
                ),
                _options(fields_for(task.aim)),
                self._aids,
            ),
        ]
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 10, 0)
        column.addWidget(CardGrid(self._cards, _LEAST_WIDTH))
        column.addStretch()
        self._area = scrolled(holder, self.title())
        self._column.addWidget(self._area, 1)

    def _cleaning(self, task: TaskDef) -> tuple[_Card, ...]:
        """Windows of one course are never compared with each other."""
        if task.content is Content.SERIES:
            return ()
        purpose = translate(
            "netstudio", "The same choices as in the report, also for what was not found."
        )
        fields = _options(_cleaning_fields(task))
        return (_Card(self.bench.document, translate("netstudio", "Cleaning"), purpose, fields),)


class _Card(QFrame):
    """Some settings of the data under a title, and what they are for."""

    def __init__(
        self,
        document: Document,
        title: str,
        purpose: str,
        specs: Iterable[FieldSpec],
        below: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("role", "outlined")
        self._document = document
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        explained = QLabel(purpose)
        explained.setProperty("role", "small")
        explained.setWordWrap(True)
        self._rows = FieldRows(specs, self._values())
        self._rows.edited.connect(self._edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(6)
        for part in (heading, explained, self._rows, below):
            if part is not None:
                column.addWidget(part)
        column.addStretch()

    def follow(self) -> None:
        """Show what the document says now."""
        self._rows.show_values(self._values())

    def _values(self) -> Fields:
        return self._document.project.data.options

    def _edit(self, name: str, value: object) -> None:
        change(self._document, Group.OPTIONS, name, value)


class _TrainingCard(_Card):
    """Likewise of the training."""

    def _values(self) -> Fields:
        return self._document.project.training.options

    def _edit(self, name: str, value: object) -> None:
        spec = next(spec for spec in TrainingOptions.fields() if spec.name == name)
        label = translate("netstudio", "Change {setting}").format(setting=words(spec.label))
        self._document.edit(
            label,
            lambda project: replace(
                project,
                training=replace(
                    project.training,
                    options=project.training.options.replace(**{name: value}),
                ),
            ),
            merge_key=f"training.options.{name}",
        )


def _options(names: Iterable[str]) -> tuple[FieldSpec, ...]:
    known = {spec.name: spec for spec in DataOptions.fields()}
    return tuple(known[name] for name in names)


def _why_folds(task: TaskDef) -> str:
    if task.content is Content.SERIES:
        return translate(
            "netstudio",
            "With 5 folds, 5 networks are trained, each on a longer past, and tested on what "
            "follows it; the mean tells more than a single test.",
        )
    return translate(
        "netstudio",
        "With 5 folds, 5 networks are trained, each tested on another fifth of the samples; the "
        "mean tells more than a single test, above all with few samples.",
    )


def _division_fields(task: TaskDef) -> tuple[str, ...]:
    if task.content is Content.SERIES:
        return _SHARES  # by time, whatever is chosen
    return (*_SHARES, *_CHANCE, *(_OF_TABLES if task.content is Content.TABLE else ()))


def _cleaning_fields(task: TaskDef) -> tuple[str, ...]:
    return (
        "duplicates",
        *(_OF_PICTURES if task.content is Content.IMAGES else ()),
        *(_OF_LABELS if task.aim in (Aim.CLASS, Aim.LABELS) else ()),
        *(_OF_CLASSES if task.aim is Aim.CLASS else ()),
    )
