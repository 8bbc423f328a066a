"""A chart on a card, painted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QSizePolicy,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from netstudio.gui.kinds.charts import Bars, Chart, Facts, Histogram, value_text
from netstudio.gui.texts import grouped, listed, short_count, translate
from netstudio.gui.theme import metrics
from netstudio.gui.theme.colours import blend, colours
from netstudio.gui.theme.fonts import text_font

# More names than these are told by the mouse only.
_MOST_NAMED = 16
_ROW = 20
_HEIGHT = 150
_AXIS = 18
_NAME_SHARE, _COUNT_WIDTH = 0.4, 52


class ChartCard(QFrame):
    """One chart with its title, and what else there is to say."""

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "outlined")
        self.chart = chart
        title = QLabel(chart.title)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setProperty("role", "heading")
        title.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        column.addWidget(title)
        match chart:
            case Bars() if len(chart.names) <= _MOST_NAMED:
                column.addWidget(_NamedBars(chart))
            case Bars():
                column.addWidget(_ManyBars(chart))
            case Histogram():
                column.addWidget(_HistogramView(chart))
            case Facts():
                column.addLayout(_lines(chart))
        if not isinstance(chart, Facts) and chart.note:
            note = QLabel(chart.note)
            note.setProperty("role", "small")
            note.setWordWrap(True)
            column.addWidget(note)
        column.addStretch()


class _Painted(QWidget):
    """A picture of numbers that tells one of them where the mouse rests."""

    def __init__(self, name: str, height: int) -> None:
        super().__init__()
        self.setFixedHeight(height)
        self.setAccessibleName(name)

    def told_at(self, place: QPoint) -> str:
        """What is said of the number that is shown there."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.told_at(event.pos()), self)
            return True
        return super().event(event)


class _NamedBars(_Painted):
    """A bar in a line for each name."""

    def __init__(self, chart: Bars) -> None:
        super().__init__(chart.title, len(chart.names) * _ROW)
        self._chart = chart
        told = (_told(chart, number) for number in range(len(chart.names)))
        self.setAccessibleDescription("; ".join(told))

    def told_at(self, place: QPoint) -> str:
        number = place.y() // _ROW
        return _told(self._chart, number) if 0 <= number < len(self._chart.names) else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        chart, totals = self._chart, self._chart.totals
        painter = QPainter(self)
        painter.setFont(text_font(metrics.TEXT_SMALL))
        most = max(*totals, 1)
        widest = max(painter.fontMetrics().horizontalAdvance(name) for name in chart.names)
        left = min(widest + 10, round(self.width() * _NAME_SHARE))
        width = max(1, self.width() - left - _COUNT_WIDTH)
        middle = Qt.AlignmentFlag.AlignVCenter
        for number, (name, total) in enumerate(zip(chart.names, totals, strict=True)):
            top = number * _ROW
            painter.setPen(QColor(colours().text_secondary))
            room = QRect(0, top, left - 8, _ROW)
            cut = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignLeft), cut)
            bar = QRectF(left, top + 4, width * total / most, _ROW - 8)
            _paint_stack(painter, bar, [counts[number] for _, counts in chart.series])
            painter.setPen(QColor(colours().text))
            after = QRect(round(bar.right()) + 6, top, _COUNT_WIDTH, _ROW)
            painter.drawText(after, int(middle | Qt.AlignmentFlag.AlignLeft), short_count(total))


class _ManyBars(_Painted):
    """A bar beside the other for each name; the names are told by the mouse."""

    def __init__(self, chart: Bars) -> None:
        super().__init__(chart.title, _HEIGHT)
        self._chart = chart

    def told_at(self, place: QPoint) -> str:
        count = len(self._chart.names)
        return _told(self._chart, min(max(place.x() * count // self.width(), 0), count - 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        chart, totals = self._chart, self._chart.totals
        painter = QPainter(self)
        most, each = max(*totals, 1), self.width() / len(totals)
        gap = 1.0 if each >= 4 else 0.0
        for number, total in enumerate(totals):
            if not total:
                continue
            height = max(1.0, self.height() * total / most)
            bar = QRectF(number * each, self.height() - height, each - gap, height)
            _paint_stack(painter, bar, [counts[number] for _, counts in chart.series], upright=True)


class _HistogramView(_Painted):
    """A bar for each range of values, with the limits below."""

    def __init__(self, chart: Histogram) -> None:
        super().__init__(chart.title, _HEIGHT)
        self._chart = chart

    def told_at(self, place: QPoint) -> str:
        chart, count = self._chart, len(self._chart.counts)
        number = min(max(place.x() * count // self.width(), 0), count - 1)
        return translate("netstudio", "{low} to {high}: {count}").format(
            low=value_text(chart.edges[number], chart.unit),
            high=value_text(chart.edges[number + 1], chart.unit),
            count=grouped(chart.counts[number]),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        chart, worn = self._chart, colours()
        painter = QPainter(self)
        painter.setFont(text_font(metrics.TEXT_TINY))
        ground = self.height() - _AXIS
        most, each = max(*chart.counts, 1), self.width() / len(chart.counts)
        gap = 1.0 if each >= 4 else 0.0
        painter.setPen(Qt.PenStyle.NoPen)
        for number, count in enumerate(chart.counts):
            if count:
                height = max(1.0, (ground - 2) * count / most)
                bar = QRectF(number * each, ground - height, each - gap, height)
                painter.fillRect(bar, blend(worn.accent, worn.panel, 0.8))
        painter.fillRect(QRectF(0, ground, self.width(), 1), QColor(worn.connector))
        painter.setPen(QColor(worn.text_secondary))
        room = QRect(0, ground + 2, self.width(), _AXIS - 2)
        first, last = chart.edges[0], chart.edges[-1]
        is_whole = first % 1 == 0.5 and last % 1 == 0.5 and len(chart.counts) == last - first
        if is_whole:  # each whole number has a bar of its own
            first, last = first + 0.5, last - 0.5
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft, value_text(first, chart.unit))
        if last > first:
            painter.drawText(room, Qt.AlignmentFlag.AlignRight, value_text(last, chart.unit))


def series_colour(number: int, count: int) -> QColor:
    """The colour of one of several series, in the order of the parts of the data."""
    worn = colours()
    if count == 1:
        return blend(worn.accent, worn.panel, 0.8)
    return QColor((worn.curve_train, worn.curve_validation, worn.ok)[number % 3])


def _paint_stack(
    painter: QPainter, bar: QRectF, counts: list[float], *, upright: bool = False
) -> None:
    """Fill a bar with the shares of each series, from the left or from below."""
    total, done = sum(counts) or 1, 0.0
    for number, count in enumerate(counts):
        share = count / total
        if upright:
            height = bar.height() * share
            piece = QRectF(bar.left(), bar.bottom() - done - height, bar.width(), height)
            done += height
        else:
            width = bar.width() * share
            piece = QRectF(bar.left() + done, bar.top(), width, bar.height())
            done += width
        painter.fillRect(piece, series_colour(number, len(counts)))


def _lines(chart: Facts) -> QFormLayout:
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setVerticalSpacing(4)
    for name, value in chart.lines:
        label, figure = QLabel(name), QLabel(value)
        label.setProperty("role", "secondary")
        for each in (label, figure):
            each.setTextFormat(Qt.TextFormat.PlainText)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight)
        figure.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        form.addRow(label, figure)
    return form


def _told(chart: Bars, number: int) -> str:
    """A bar in words."""
    if len(chart.series) == 1:
        counts = short_count(chart.totals[number])
    else:
        counts = listed(f"{name} {short_count(each[number])}" for name, each in chart.series)
    return translate("netstudio", "{name}: {count}").format(name=chart.names[number], count=counts)
