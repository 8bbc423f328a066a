"""Which runs are wanted, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from netstudio.engine.runs.record import RunEnd, RunRecord
from netstudio.gui.runs.columns import Column, key, text
from netstudio.gui.runs.model import RunsModel
from netstudio.gui.texts import translate

Index = QModelIndex | QPersistentModelIndex

_SEARCHED = (Column.NAME, Column.NOTE, Column.DATA, Column.OPTIMIZER, Column.DEVICE)


class Wanted(StrEnum):
    """Which runs are listed, by how they have ended."""

    ALL = "all"
    FINISHED = "finished"
    UNFINISHED = "unfinished"
    FAILED = "failed"

    @property
    def label(self) -> str:
        """What people call them."""
        match self:
            case Wanted.ALL:
                return translate("netstudio", "All runs")
            case Wanted.FINISHED:
                return translate("netstudio", "Finished")
            case Wanted.UNFINISHED:
                return translate("netstudio", "Not finished")
            case Wanted.FAILED:
                return translate("netstudio", "Failed")

    def takes(self, record: RunRecord) -> bool:
        """Whether a run is listed."""
        match self:
            case Wanted.ALL:
                return True
            case Wanted.FINISHED:
                return record.end is RunEnd.FINISHED
            case Wanted.UNFINISHED:
                return record.end in (RunEnd.STOPPED, RunEnd.OPEN)
            case Wanted.FAILED:
                return record.end is RunEnd.FAILED


class SortedRuns(QSortFilterProxyModel):
    """The runs that are wanted, sorted; folds keep their order, and what is not there comes last.

    Every comparison that Qt asks for costs a call into Python, so it compares ranks.
    """

    def __init__(self, source: RunsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._words: Sequence[str] = ()
        self._wanted = Wanted.ALL
        # None until they are needed.
        self._ranks: Sequence[int] | None = None
        # Before Qt hears of what has changed, and sorts.
        for changed in (
            source.modelReset,
            source.rowsInserted,
            source.rowsRemoved,
            source.dataChanged,
        ):
            changed.connect(self._forget_ranks)
        self.setDynamicSortFilter(True)
        self.setSourceModel(source)

    def want_text(self, text: str) -> None:
        """List the runs that hold all words of ``text``."""
        self._filter(words=text.casefold().split())

    def want_state(self, wanted: Wanted) -> None:
        """List the runs that have ended so."""
        self._filter(wanted=wanted)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._ranks = None
        super().sort(column, order)

    def _filter(self, words: Sequence[str] | None = None, wanted: Wanted | None = None) -> None:
        self.beginFilterChange()
        self._words = self._words if words is None else words
        self._wanted = self._wanted if wanted is None else wanted
        self.endFilterChange()

    def filterAcceptsRow(self, number: int, parent: Index) -> bool:
        if parent.isValid():
            return True
        record = self._source.records[number]
        if not self._wanted.takes(record):
            return False
        if not self._words:
            return True
        told = " ".join(text(record, column) for column in _SEARCHED).casefold()
        return all(word in told for word in self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        if left.internalId():
            is_rising = self.sortOrder() is Qt.SortOrder.AscendingOrder
            return (left.row() < right.row()) is is_rising
        ranks = self._ranks
        if ranks is None:
            ranks = _ranks(self._source.records, left.column(), self.sortOrder())
            self._ranks = ranks
        return ranks[left.row()] < ranks[right.row()]

    def _forget_ranks(self) -> None:
        self._ranks = None


def _ranks(records: Sequence[RunRecord], column: int, order: Qt.SortOrder) -> Sequence[int]:
    """The place of each run among all, counted upwards, what is not there being shown last."""
    keys = [key(record, Column(column)) for record in records]
    is_rising = order is Qt.SortOrder.AscendingOrder
    there = [at for at, each in enumerate(keys) if each is not None]
    missing = [at for at, each in enumerate(keys) if each is None]
    there.sort(key=lambda at: keys[at])  # type: ignore[arg-type, return-value]
    ranks = [0] * len(records)
    for rank, at in enumerate((*there, *missing) if is_rising else (*missing, *there)):
        ranks[at] = rank
    return ranks
