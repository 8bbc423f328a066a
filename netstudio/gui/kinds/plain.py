"""Samples of which no more is known than how they are written; every kind can be shown so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout

from netstudio.core.translate import shorten
from netstudio.gui.kinds.contract import Detail, Place, SampleView
from netstudio.gui.kinds.painting import paint_text
from netstudio.gui.texts import translate

if TYPE_CHECKING:
    from netstudio.engine.data.dataset import Dataset
    from netstudio.engine.data.records import Records

_LINE = 200
_WHOLE = 20_000


class PlainView(SampleView):
    """Samples as Python writes them."""

    def glance(self, records: Records, number: int) -> str:
        return shorten(_written(records, number), _LINE)

    def paint(self, painter: QPainter, room: QRect, glance: object) -> None:
        paint_text(painter, room, str(glance))

    def words(self, records: Records, number: int) -> str:
        return _written(records, number)

    def look(self, dataset: Dataset, place: Place) -> str:
        return shorten(_written(place.records(dataset), place.number), _WHOLE)

    def detail(self) -> Detail:
        return TextDetail()


class TextDetail(Detail):
    """A long text that can be scrolled and copied."""

    def __init__(self) -> None:
        super().__init__()
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setProperty("role", "code")
        self._text.setAccessibleName(translate("netstudio", "Sample"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)

    def show_sample(self, look: object) -> None:
        self._text.setPlainText(str(look))


def _written(records: Records, number: int) -> str:
    import numpy as np

    return repr(records.inputs.select(np.array([number])))
