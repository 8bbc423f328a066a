"""The rows of one part of the training's settings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from netstudio.core.declare import FieldSpec
from netstudio.core.problems import Problem
from netstudio.core.values import Fields
from netstudio.gui.forms.rows import FieldRow, FieldRows
from netstudio.gui.texts import words

_HEADING_SPACE = 14

# Rows that belong together, and what they are called.
_Section = tuple[str, Sequence[FieldSpec]]


class SettingsRows(QObject):
    """The rows of one declared thing: the common ones in one place, the advanced in another.

    Args:
        common: Where the common ones go.
        advanced: Where the advanced ones go, each section of them below its heading.

    Signals:
        edited: A field's name and its new value.
        fix_chosen: A ``Fix`` whose button was pressed.
    """

    edited = Signal(str, object)
    fix_chosen = Signal(object)

    def __init__(self, common: QWidget, advanced: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._common_place, self._advanced_place = common, advanced
        self._shown: tuple[str, tuple[FieldSpec, ...]] = ("", ())
        self._headings: list[QLabel] = []
        self._common: FieldRows | None = None
        self._advanced: list[FieldRows] = []

    @property
    def names(self) -> frozenset[str]:
        """The fields that have a row."""
        return frozenset[str]().union(*(part.names for part in self._parts))

    @property
    def needs_advanced(self) -> bool:
        """Whether something is explained below an advanced field."""
        return any(part.is_wrong for part in self._advanced)

    def common_row(self, name: str) -> FieldRow | None:
        """The row of a common field, where there is one."""
        return self._common.rows.get(name) if self._common is not None else None

    def show_values(self, title: str, specs: Iterable[FieldSpec], values: Fields) -> None:
        """Show written values.

        Args:
            title: What advanced fields are called that belong to no section of their own.
            specs: The fields.
            values: What is written of them.
        """
        shown = (title, tuple(specs))
        if shown == self._shown:
            for part in self._parts:
                part.show_values(values)
            return
        self._shown = shown
        self._clear()
        common = [spec for spec in shown[1] if not spec.advanced]
        if common:
            self._common = self._put(self._common_place, common, values, is_late=False)
        for heading, advanced in _sections(title, shown[1]):
            self._headings.append(_put_heading(self._advanced_place, heading))
            part = self._put(self._advanced_place, advanced, values, is_late=True)
            self._advanced.append(part)

    def show_problems(self, problems: Mapping[str, Problem]) -> None:
        """Explain under each field what an analysis found, by the field's name."""
        for part in self._parts:
            part.show_problems(problems)

    def show_idle(self, names: Collection[str]) -> None:
        """Let the fields rest that have no effect as things stand."""
        for part in self._parts:
            part.show_idle(names)

    @property
    def _parts(self) -> Iterator[FieldRows]:
        if self._common is not None:
            yield self._common
        yield from self._advanced

    def _clear(self) -> None:
        for old in (*self._parts, *self._headings):
            old.hide()
            old.deleteLater()
        self._common, self._advanced, self._headings = None, [], []

    def _put(
        self, place: QWidget, specs: Iterable[FieldSpec], values: Fields, *, is_late: bool
    ) -> FieldRows:
        part = FieldRows(specs, values, is_late=is_late)
        _add(place, part)
        part.edited.connect(self.edited)
        part.fix_chosen.connect(self.fix_chosen)
        return part


def place_for_rows(parent: QWidget) -> QWidget:
    """An empty column that takes rows."""
    place = QWidget(parent)
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return place


def _sections(title: str, specs: Sequence[FieldSpec]) -> Iterator[_Section]:
    advanced = [spec for spec in specs if spec.advanced]
    if title:
        if advanced:
            yield title, advanced
        return
    for section, members in groupby(advanced, key=lambda spec: spec.section):
        yield words(section), [*members]


def _put_heading(place: QWidget, text: str) -> QLabel:
    heading = QLabel(text.upper())
    heading.setProperty("role", "section")
    heading.setContentsMargins(0, _HEADING_SPACE, 0, 2)
    _add(place, heading)
    return heading


def _add(place: QWidget, widget: QWidget) -> None:
    layout = place.layout()
    assert layout is not None
    layout.addWidget(widget)
    widget.show()  # at once, not when the layout comes to it
