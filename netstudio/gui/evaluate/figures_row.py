"""The figures of an evaluation in large type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from netstudio.gui.metric_words import metric_text, metric_word
from netstudio.gui.texts import grouped, percent, translate
from netstudio.tasks.metrics import METRICS

if TYPE_CHECKING:
    from netstudio.engine.evaluation.confusion import Confusion
    from netstudio.engine.events import Figures

_SPACING = 20
# Holds each word of the captions.
_NARROWEST = 66
_ANY_WIDTH = 16_777_215  # Qt's QWIDGETSIZE_MAX


@dataclass(frozen=True)
class Figure:
    """A figure with what it is, and an explanation for those who point at it."""

    value: str
    caption: str
    help: str = ""


class FiguresRow(QWidget):
    """Some figures side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Figure, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_SPACING)
        self._row.addStretch()

    @property
    def shown(self) -> tuple[Figure, ...]:
        """The figures that are shown."""
        return self._shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def show_figures(self, figures: tuple[Figure, ...]) -> None:
        """Show these figures instead."""
        self._shown = figures
        while self._row.count() > 1:
            item = self._row.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, figure in enumerate(figures):
            self._row.insertWidget(place, _FigureView(figure))
        self._fit()

    def _fit(self) -> None:
        """Break the captions where they would not fit side by side."""
        views = self.findChildren(_FigureView)
        views = [view for view in views if not view.isHidden()]
        needed = sum(view.whole_width for view in views) + _SPACING * (len(views) - 1)
        for view in views:
            view.set_narrow(needed > self.width())


def figures_of(confusion: Confusion) -> tuple[Figure, ...]:
    """What an evaluation says in a few figures."""
    shares = [
        _with_interval(name, value, confusion.interval)
        for name, value in confusion.figures.metrics.items()
    ]
    return (
        *shares,
        _loss(confusion.figures.loss),
        Figure(
            f"{confusion.macro_f1:.3f}",
            translate("netstudio", "F1, mean of classes"),
            translate(
                "netstudio",
                "F1 is the harmonic mean of precision and recall; every class counts the same.",
            ),
        ),
        Figure(
            percent(confusion.calibration_error),
            translate("netstudio", "calibration error"),
            translate(
                "netstudio",
                "How far the model's probabilities are, on average, from how often it is right "
                "(15 bins of equal width).",
            ),
        ),
        Figure(grouped(confusion.figures.samples), translate("netstudio", "samples")),
    )


def plain_figures(figures: Figures) -> tuple[Figure, ...]:
    """Metrics, loss and number of samples."""
    metrics = [
        Figure(metric_text(name, value), metric_word(name))
        for name, value in figures.metrics.items()
    ]
    count = Figure(grouped(figures.samples), translate("netstudio", "samples"))
    return (*metrics, _loss(figures.loss), count)


def stored_figures(figures: Mapping[str, Any] | None) -> tuple[Figure, ...]:
    """The figures that the model's file keeps of a part."""
    if not figures:
        return ()
    shares = [
        Figure(metric_text(name, value), metric_word(name))
        for name, value in figures.items()
        if METRICS.get(name)
    ]
    loss = [_loss(figures["loss"])] if "loss" in figures else []
    return (*shares, *loss)


def _with_interval(name: str, value: float, interval: tuple[float, float]) -> Figure:
    if name != "accuracy":
        return Figure(metric_text(name, value), metric_word(name))
    low, high = (f"{100 * bound:.1f}" for bound in interval)
    return Figure(
        percent(value),
        f"{metric_word(name)} · {low}–{high}",
        translate(
            "netstudio",
            "On other samples of this kind the accuracy lies between {low} and {high} % with 95 % "
            "confidence (Wilson's interval).",
        ).format(low=low, high=high),
    )


def _loss(value: float) -> Figure:
    return Figure(f"{value:.3f}", translate("netstudio", "loss"))


class _FigureView(QWidget):
    """A figure above its caption."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self.setToolTip(figure.help)
        value = QLabel(figure.value)
        value.setProperty("role", "figure")
        self._caption = QLabel(figure.caption)
        self._caption.setProperty("role", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(value)
        column.addWidget(self._caption)
        column.addStretch()
        self._value = value

    @property
    def whole_width(self) -> int:
        """How wide it is with its caption in one line."""
        metrics = self._caption.fontMetrics()
        caption = metrics.horizontalAdvance(self._caption.text())
        return max(self._value.sizeHint().width(), caption)

    def set_narrow(self, is_narrow: bool) -> None:
        """Break the caption where it is wider than the figure."""
        self._caption.setWordWrap(is_narrow)
        if is_narrow:
            self.setFixedWidth(max(self._value.sizeHint().width(), _NARROWEST))
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(_ANY_WIDTH)
