"""The last minute of the machine, and a plain answer to whether the GPU is used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from netstudio.gui.texts import percent, size_text, translate
from netstudio.gui.theme.colours import colours
from netstudio.gui.usage.sampler import LENGTH, UsageSampler

if TYPE_CHECKING:
    from netstudio.engine.usage import Usage

_WIDTH = 430
_CHART = QSize(120, 30)


class UsagePopup(QFrame):
    """Charts of processors, memory and GPUs; a click elsewhere or Escape closes it.

    Args:
        sampler: Whose looks are shown.
        answer: Whether the GPU is used, and if not, why.
        parent: What it opens above.
    """

    def __init__(self, sampler: UsageSampler, answer: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("usagePopup")
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH)
        self._sampler = sampler
        self._lines: list[_Line] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self.answer = QLabel(answer)
        self.answer.setWordWrap(True)
        self.answer.setProperty("role", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addLayout(self._grid)
        column.addWidget(self.answer)
        sampler.changed.connect(self._show)
        self._show()

    def texts(self) -> tuple[str, ...]:
        """What is told, line by line."""
        return tuple(f"{line.title.text()}: {line.figure.text()}" for line in self._lines)

    def _show(self) -> None:
        told = _told(self._sampler.looks)
        while len(self._lines) < len(told):
            self._lines.append(_Line(self._grid, len(self._lines)))
        for line, (title, figure, course) in zip(self._lines, told, strict=False):
            line.tell(title, figure, course)


class _Line:
    """A figure with its chart."""

    def __init__(self, grid: QGridLayout, row: int) -> None:
        self.title, self.figure, self._chart = QLabel(), QLabel(), _Chart()
        self.figure.setProperty("role", "small")
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(self.title)
        texts.addWidget(self.figure)
        grid.addLayout(texts, row, 0)
        grid.addWidget(self._chart, row, 1)

    def tell(self, title: str, figure: str, course: Sequence[float]) -> None:
        self.title.setText(title)
        self.figure.setText(figure)
        self._chart.show_course(course)


class _Chart(QWidget):
    """Shares over the last minute, the newest at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._course: tuple[float, ...] = ()
        self.setFixedSize(_CHART)

    def show_course(self, course: Sequence[float]) -> None:
        self._course = tuple(course)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn.canvas))
        painter.drawRoundedRect(ground, 4, 4)
        if len(self._course) < 2:
            return
        step = ground.width() / (LENGTH - 1)
        left = ground.right() - step * (len(self._course) - 1)
        room = ground.height() - 4
        points = [
            QPointF(left + number * step, ground.bottom() - 2 - min(1.0, share) * room)
            for number, share in enumerate(self._course)
        ]
        line = QPainterPath(points[0])
        for point in points[1:]:
            line.lineTo(point)
        area = QPainterPath(line)
        area.lineTo(ground.right(), ground.bottom())
        area.lineTo(left, ground.bottom())
        fill = QColor(worn.accent)
        fill.setAlphaF(0.18)
        painter.fillPath(area, fill)
        painter.strokePath(line, QPen(QColor(worn.accent), 1.2))


def _told(looks: Sequence[Usage]) -> list[tuple[str, str, Sequence[float]]]:
    """Title, figure and course of each line."""
    if not looks:
        nothing = translate("netstudio", "not known yet")
        return [(translate("netstudio", "Processors"), nothing, ())]
    now = looks[-1]
    own = translate("netstudio", "{share} busy, netstudio takes {own:.1f} of {count}")
    memory = translate("netstudio", "netstudio {own}, in use {used} of {total}")
    lines: list[tuple[str, str, Sequence[float]]] = [
        (
            translate("netstudio", "Processors"),
            own.format(share=percent(now.cpu, 0), own=now.own_cpu, count=now.processors),
            [look.cpu for look in looks],
        ),
        (
            translate("netstudio", "Memory"),
            memory.format(
                own=size_text(now.memory), used=size_text(now.used), total=size_text(now.total)
            ),
            [look.used / look.total for look in looks],
        ),
    ]
    for number, gpu in enumerate(now.gpus):
        busy = translate("netstudio", "memory {used} of {total}")
        if gpu.busy is not None:
            busy = translate("netstudio", "{share} busy, memory {used} of {total}")
        figure = busy.format(
            share=percent(gpu.busy or 0.0, 0),
            used=size_text(gpu.memory),
            total=size_text(gpu.total),
        )
        course = [look.gpus[number].busy or 0.0 for look in looks if number < len(look.gpus)]
        lines.append((gpu.name, figure, course))
    return lines
