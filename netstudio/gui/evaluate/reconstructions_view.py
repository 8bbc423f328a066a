"""Pictures and what came back of them, the worst first."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from netstudio.gui.background import Lane
from netstudio.gui.evaluate.assessment import AssessmentView
from netstudio.gui.evaluate.figures_row import Figure, plain_figures
from netstudio.gui.evaluate.value_charts import ErrorBars
from netstudio.gui.picture_view import paint_crisp
from netstudio.gui.pictures import picture_of_bytes
from netstudio.gui.texts import translate
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.fonts import text_font
from netstudio.gui.theme.metrics import TEXT_TINY

if TYPE_CHECKING:
    from netstudio.engine.evaluation.measure import Part
    from netstudio.engine.evaluation.reconstructions import Reconstruction, Reconstructions
    from netstudio.engine.events import Preparing
    from netstudio.engine.trained_model import TrainedModel

_SIDE = 72
_GAP = 4
_BETWEEN = 22
_CAPTION = 18


class ReconstructionsView(AssessmentView):
    """Originals beside what came back, and how the errors are spread."""

    widths = (3, 2)

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(lane, parent)
        self.pairs = PairsView()
        self._legend = QLabel()
        self._legend.setProperty("role", "faint")
        title = QLabel(translate("netstudio", "Reconstructions, worst first"))
        title.setProperty("role", "heading")
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.pairs)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self.main = QWidget()
        column = QVBoxLayout(self.main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(title)
        column.addWidget(self._legend)
        column.addWidget(scroll, 1)
        self._bars = ErrorBars(translate("netstudio", "mean squared error of a picture"))
        self.side = QWidget()
        beside = QVBoxLayout(self.side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._bars)
        beside.addStretch()

    @staticmethod
    def assess(model: TrainedModel, part: Part) -> Generator[Preparing, None, Reconstructions]:
        from netstudio.engine.evaluation.reconstructions import reconstruct

        return reconstruct(model, part)

    def figures(self, result: Reconstructions) -> tuple[Figure, ...]:
        return plain_figures(result.figures)

    def show_result(self, result: Reconstructions) -> None:
        noisy = translate("netstudio", "left the picture, then with noise, right what came back")
        plain = translate("netstudio", "left the picture, right what came back")
        self._legend.setText(noisy if result.is_noisy else plain)
        self.pairs.show_pairs(result.shown, result.is_noisy)
        self._bars.show_errors(result.errors)

    def show_nothing(self, why: str) -> None:
        self._legend.setText(why)
        self.pairs.show_pairs((), is_noisy=False)
        self._bars.clear()


class PairsView(QWidget):
    """Pictures beside what came back of them, as many in a row as fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reconstructions")
        self.setAccessibleName(translate("netstudio", "Pictures and what came back of them"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._groups: list[tuple[tuple[QImage, ...], str]] = []

    def show_pairs(self, shown: tuple[Reconstruction, ...], is_noisy: bool) -> None:
        """Show these instead."""
        self._groups = [
            (tuple(map(picture_of_bytes, _pictures(one, is_noisy))), f"{one.error:.4f}")
            for one in shown
        ]
        self.updateGeometry()
        self.update()

    @property
    def count(self) -> int:
        """How many pictures are shown with what came back."""
        return len(self._groups)

    def heightForWidth(self, width: int) -> int:
        return -(-len(self._groups) // self._columns(width)) * self._step.height()

    def sizeHint(self) -> QSize:
        width = max(self.width(), self._step.width())
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(text_font(TEXT_TINY))
        painter.setPen(QColor(colours().text_faint))
        columns, step = self._columns(self.width()), self._step
        for at, (pictures, caption) in enumerate(self._groups):
            row, column = divmod(at, columns)
            x, y = column * step.width(), row * step.height()
            if not event.rect().intersects(QRect(x, y, step.width(), step.height())):
                continue
            for place, picture in enumerate(pictures):
                room = QRect(x + place * (_SIDE + _GAP), y, _SIDE, _SIDE)
                paint_crisp(painter, room, picture)
            line = QRect(x, y + _SIDE, step.width() - _BETWEEN, _CAPTION)
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, caption)

    @property
    def _step(self) -> QSize:
        pictures = len(self._groups[0][0]) if self._groups else 2
        return QSize(pictures * (_SIDE + _GAP) + _BETWEEN, _SIDE + _CAPTION + 8)

    def _columns(self, width: int) -> int:
        return max(1, (width + _BETWEEN) // self._step.width())


def _pictures(one: Reconstruction, is_noisy: bool) -> tuple[Any, ...]:
    return (one.original, one.given, one.returned) if is_noisy else (one.original, one.returned)
