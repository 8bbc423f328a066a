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
        self._text = ""
        self._wanted = Wanted.ALL
        self._ranks: Sequence[int] = ()
        self._ranked: tuple[int, Qt.SortOrder] | None = None
        for signal in (source.rowsAboutToBeInserted, source.rowsAboutToBeRemoved):
            signal.connect(self._forget_ranks)
        source.dataChanged.connect(self._forget_ranks)
        self.setDynamicSortFilter(True)
        self.setSourceModel(source)

    def want_text(self, text: str) -> None:
        """List the runs that hold all words of ``text``."""
        self._filter(text=text)

    def want_state(self, wanted: Wanted) -> None:
        """List the runs that have ended so."""
        self._filter(wanted=wanted)

    @property
    def is_filtering(self) -> bool:
        """Whether runs may be left out."""
        return bool(self._text) or self._wanted is not Wanted.ALL

    def _filter(self, text: str | None = None, wanted: Wanted | None = None) -> None:
        self.beginFilterChange()
        self._text = self._text if text is None else text.strip().casefold()
        self._wanted = self._wanted if wanted is None else wanted
        self.endFilterChange()

    def filterAcceptsRow(self, number: int, parent: Index) -> bool:
        if parent.isValid():
            return True
        record = self._source.records[number]
        if not self._wanted.takes(record):
            return False
        told = " ".join(text(record, column) for column in _SEARCHED).casefold()
        return all(word in told for word in self._text.split())

    def lessThan(self, left: Index, right: Index) -> bool:
        if left.internalId():
            is_rising = self.sortOrder() is Qt.SortOrder.AscendingOrder
            return (left.row() < right.row()) is is_rising
        ranked = left.column(), self.sortOrder()
        if self._ranked != ranked or len(self._ranks) != len(self._source.records):
            self._ranked, self._ranks = ranked, _ranks(self._source.records, *ranked)
        return self._ranks[left.row()] < self._ranks[right.row()]

    def _forget_ranks(self) -> None:
        self._ranked = None


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
