"""Saving a plot as a picture, and the values of all plots as a table."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QFileDialog, QWidget

from netstudio.core.safe_write import replacing, write_text
from netstudio.core.translate import Message
from netstudio.gui.background import Lane
from netstudio.gui.messages import show_error
from netstudio.gui.texts import translate
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.fonts import text_font
from netstudio.gui.theme.metrics import TEXT_BODY, TEXT_SMALL

if TYPE_CHECKING:
    from netstudio.gui.plots.canvas import Canvas, DrawnRun

_SHARPNESS = 2
_MARGIN = 14
_TITLE_HEIGHT = 26
_LINE_HEIGHT = 20
_SWATCH = 16

# Colour and text of each curve.
Legend = Sequence[tuple[str, str]]


class PlotSaver(QObject):
    """Asks for a file and writes it in the background.

    Args:
        lane: Where files are written.
        window: What the dialogs belong to.
    """

    def __init__(self, lane: Lane, window: QWidget) -> None:
        super().__init__(window)
        self._lane = lane
        self._window = window

    def ask_picture(self, title: str, canvas: Canvas, legend: Legend) -> None:
        """Save what a plot shows now as PNG or SVG, as the file's ending says."""
        dialog = self._dialog(translate("netstudio", "Save the plot"), f"{title}.png", "png")
        dialog.setNameFilters(
            [
                translate("netstudio", "Picture (*.png)"),
                translate("netstudio", "Drawing that can be enlarged (*.svg)"),
            ]
        )
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix("svg" if "svg" in chosen else "png")
        )
        dialog.fileSelected.connect(lambda path: self._save(Path(path), title, canvas, legend))
        dialog.open()

    def ask_table(self, runs: Sequence[DrawnRun]) -> None:
        """Save every point of every curve of these runs as comma-separated values."""
        from netstudio.gui.plots.table import table_text, tables_of

        dialog = self._dialog(translate("netstudio", "Save the values"), "curves.csv", "csv")
        dialog.setNameFilter(translate("netstudio", "Comma-separated values (*.csv)"))

        def save(chosen: str) -> None:
            # Copied here: the curves go on growing while the text is made.
            tables = tables_of(runs)
            path = Path(chosen)
            task = self._lane.start(lambda: write_text(path, table_text(tables)))
            task.failed.connect(self._tell)

        dialog.fileSelected.connect(save)
        dialog.open()

    def _dialog(self, title: str, name: str, suffix: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setObjectName("saveDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(name)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _save(self, path: Path, title: str, canvas: Canvas, legend: Legend) -> None:
        is_drawing = path.suffix.lower() == ".svg"
        made = drawing(title, canvas, legend) if is_drawing else picture(title, canvas, legend)

        def write() -> None:
            with replacing(path) as temporary:
                temporary.write_bytes(made if isinstance(made, bytes) else _as_png(made))

        self._lane.start(write).failed.connect(self._tell)

    def _tell(self, text: Message, detail: str) -> None:
        show_error(self._window, text, detail)


def picture(title: str, canvas: Canvas, legend: Legend) -> QImage:
    """A plot with its title and its legend, twice as fine as on the screen."""
    size = _size(canvas, legend)
    image = QImage(size * _SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARPNESS)
    painter = QPainter(image)
    _paint(painter, size, title, canvas, legend)
    painter.end()
    return image


def drawing(title: str, canvas: Canvas, legend: Legend) -> bytes:
    """The same as SVG."""
    from PySide6.QtSvg import QSvgGenerator

    size = _size(canvas, legend)
    written = QByteArray()
    buffer = QBuffer(written)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(QPoint(0, 0), size))
    generator.setTitle(title)
    generator.setResolution(canvas.logicalDpiX())  # else axes and curves have different sizes
    painter = QPainter(generator)
    _paint(painter, size, title, canvas, legend)
    painter.end()
    return bytes(written.data())


def _as_png(image: QImage) -> bytes:
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(written.data())


def _size(canvas: Canvas, legend: Legend) -> QSize:
    rows = len(_rows(legend, canvas.width()))
    height = canvas.height() + _TITLE_HEIGHT + rows * _LINE_HEIGHT
    return QSize(canvas.width() + 2 * _MARGIN, height + 2 * _MARGIN)


def _paint(painter: QPainter, size: QSize, title: str, canvas: Canvas, legend: Legend) -> None:
    worn = colours()
    painter.fillRect(QRect(QPoint(0, 0), size), QColor(worn.panel))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(worn.text))
    painter.setFont(text_font(TEXT_BODY, strong=True))
    top = _MARGIN
    room = QRect(_MARGIN, top, canvas.width(), _TITLE_HEIGHT)
    painter.drawText(room, Qt.AlignmentFlag.AlignTop, title)
    top += _TITLE_HEIGHT
    painter.setFont(text_font(TEXT_SMALL))
    for row in _rows(legend, canvas.width()):
        left = _MARGIN
        for colour, text, width in row:
            painter.setPen(QPen(QColor(colour), 2))
            middle = top + _LINE_HEIGHT // 2 - 2
            painter.drawLine(left, middle, left + _SWATCH - 4, middle)
            painter.setPen(QColor(worn.text_secondary))
            side = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRect(left + _SWATCH, top - 2, width, _LINE_HEIGHT), side, text)
            left += width
        top += _LINE_HEIGHT
    canvas.render(painter, QRectF(_MARGIN, top, canvas.width(), canvas.height()))


def _rows(legend: Legend, room: int) -> list[list[tuple[str, str, int]]]:
    """The legend in as many lines as it needs, each entry with its width."""
    measure = QFontMetrics(text_font(TEXT_SMALL))
    rows: list[list[tuple[str, str, int]]] = []
    left = math.inf
    for colour, text in legend:
        width = _SWATCH + measure.horizontalAdvance(text) + _MARGIN
        if left + width > room:
            rows.append([])
            left = 0
        rows[-1].append((colour, text, width))
        left += width
    return rows
