"""The figures of a data set: how many samples each part has, and how even the classes are."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QSizePolicy, QWidget

from netstudio.core.project import DataFacts
from netstudio.core.translate import shorten
from netstudio.gui.data.content import LoadedData
from netstudio.gui.texts import grouped, listed, percent, translate

# Up to this many times as many samples in the largest class as in the smallest count as even.
_EVEN = 1.5


@dataclass(frozen=True)
class Figure:
    """One line: what it is, how much, and what else there is to say about it."""

    label: str
    value: str
    tip: str = ""


def figures_of(facts: DataFacts, content: LoadedData | None, noun: str) -> tuple[Figure, ...]:
    """The figures of the document's data.

    Args:
        facts: What is known without reading them.
        content: The data, where they are there.
        noun: What a sample is called in the plural.
    """
    counts = facts.counts
    own_part = translate("netstudio", "A part that the data bring along")
    validation = _part(counts.validation, counts.train + counts.validation)
    test, test_tip = grouped(counts.test), ""
    validation_tip = ""
    if content is not None:
        cut_from = counts.train + counts.test
        if content.raw.validation is None:
            cut_from += counts.validation
        else:
            validation, validation_tip = grouped(counts.validation), own_part
        if content.raw.test is None:
            test = _part(counts.test, cut_from)
        else:
            test_tip = own_part
    return (
        Figure(translate("netstudio", "Training {noun}").format(noun=noun), grouped(counts.train)),
        Figure(translate("netstudio", "Validation"), validation, validation_tip),
        Figure(translate("netstudio", "Test"), test, test_tip),
        *_learned(facts, content),
    )


def balance_text(counts: tuple[int, ...]) -> str:
    """How even the classes are: balanced, or imbalanced 3 : 1."""
    most, least = max(counts), min(counts)
    if least == 0:
        return translate("netstudio", "some empty")
    if most / least <= _EVEN:
        return translate("netstudio", "balanced")
    ratio = most / least
    return translate("netstudio", "imbalanced {ratio} : 1").format(
        ratio=grouped(round(ratio)) if ratio >= 10 else f"{ratio:.2g}"
    )


def _learned(facts: DataFacts, content: LoadedData | None) -> tuple[Figure, ...]:
    """What is learned of a sample; nothing where it is the sample itself."""
    if facts.values:
        names = listed(facts.values)
        return (Figure(translate("netstudio", "Predicted"), shorten(names, 24), names),)
    if not facts.classes:
        return ()
    return (Figure(translate("netstudio", "Classes"), _classes(facts, content)),)


def _classes(facts: DataFacts, content: LoadedData | None) -> str:
    number = grouped(len(facts.classes))
    if content is None or not content.counts.train:
        return number
    return translate("netstudio", "{number}, {balance}").format(
        number=number, balance=balance_text(content.counts.train)
    )


def _part(count: int, whole: int) -> str:
    """A part's size with its share of the whole."""
    if not count:
        return translate("netstudio", "none")
    share = count / whole
    is_round = abs(share - round(share, 2)) < 0.001
    return f"{percent(share, 0 if is_round else 1)} · {grouped(count)}"


class FigureRows(QWidget):
    """Figures below each other, each with its label."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(5)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)

    def show_figures(self, figures: tuple[Figure, ...]) -> None:
        """Show these."""
        while len(self._rows) < len(figures):
            self._add_row()
        for place in range(len(self._rows)):
            self._form.setRowVisible(place, place < len(figures))
        for (label, value), figure in zip(self._rows, figures, strict=False):
            label.setText(figure.label)
            value.setText(figure.value)
            label.setToolTip(figure.tip)
            value.setToolTip(figure.tip)

    def _add_row(self) -> None:
        label, value = QLabel(), QLabel()
        label.setProperty("role", "secondary")
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        value.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        value.setTextFormat(Qt.TextFormat.PlainText)
        self._rows.append((label, value))
        self._form.addRow(label, value)
