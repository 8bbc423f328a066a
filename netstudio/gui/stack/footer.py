"""The line below the stack: what the network costs, and the zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from netstudio.core.document import Change, Document, Origin
from netstudio.gui.analysis import Analyser
from netstudio.gui.stack.view import StackView
from netstudio.gui.texts import grouped, percent, short_count, size_text, translate
from netstudio.gui.theme.icons import icon

if TYPE_CHECKING:
    from netstudio.engine.network.analyse import Analysis

# The two buttons beside the zoom, and the margins of the line.
_ZOOM_BUTTONS = 90
# Between two figures.
_GAP = 14


class StackFooter(QFrame):
    """Totals of the network on the left, zoom on the right."""

    def __init__(
        self, document: Document, analyser: Analyser, view: StackView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view = view
        self.setObjectName("stackFooter")
        self.setProperty("role", "footer")
        self._parameters = _figure("parametersTotal")
        self._memory = _figure("trainingMemory")
        self._work = _figure("flopsTotal")
        self._size = _figure("modelSize")
        self._zoom = QToolButton()
        self._zoom.setObjectName("zoomReset")
        self._zoom.setProperty("role", "bare")
        self._zoom.setToolTip(translate("netstudio", "Natural size (Ctrl+0)"))
        self._zoom.setMinimumWidth(52)
        self._zoom.clicked.connect(self._reset_zoom)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 3, 8, 3)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        row.setSpacing(4)
        for figure in (self._parameters, self._work, self._memory, self._size):
            row.addWidget(figure)
        row.addStretch(1)
        smaller = translate("netstudio", "Smaller (Ctrl+−)")
        row.addWidget(self._button("zoomOut", "minus", smaller, -1))
        row.addWidget(self._zoom)
        row.addWidget(self._button("zoomIn", "plus", translate("netstudio", "Larger (Ctrl++)"), 1))
        view.zoom_changed.connect(self._show_zoom)
        analyser.analysed.connect(self._show_totals)
        self._show_zoom(view.zoom)
        disconnect = document.connect(self._document_changed)
        self.destroyed.connect(disconnect)
        if analyser.current is not None:
            self._show_totals(analyser.current)
        else:
            self._show_nothing()

    def minimumSizeHint(self) -> QSize:
        """No width of its own: panels beside the stack go before figures that can be left out."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out what has no room; the number of parameters is always shown."""
        room = self.width() - self._zoom.sizeHint().width() - _ZOOM_BUTTONS
        for figure in (self._parameters, self._memory, self._work, self._size):
            width = figure.sizeHint().width()
            is_shown = bool(figure.text()) and (width <= room or figure is self._parameters)
            figure.setVisible(is_shown)
            room -= width if is_shown else 0

    def _button(self, name: str, icon_name: str, tip: str, steps: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setProperty("role", "bare")
        button.setIcon(icon(icon_name, "text_secondary"))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(lambda: self._view.zoom_by(steps))
        return button

    def _reset_zoom(self) -> None:
        self._view.set_zoom(1.0)

    def _show_zoom(self, zoom: float) -> None:
        self._zoom.setText(percent(zoom, 0))
        self._zoom.setAccessibleName(
            translate("netstudio", "Zoom {share}").format(share=percent(zoom, 0))
        )

    def _document_changed(self, change: Change) -> None:
        if change.origin is Origin.REPLACE:
            self._show_nothing()

    def _show_nothing(self) -> None:
        """Nothing is known of this network yet."""
        self._parameters.setText(translate("netstudio", "Parameters …"))
        self._show_costs(None)

    def _show_totals(self, analysis: Analysis) -> None:
        count = short_count(analysis.parameters)
        if analysis.call is not None and analysis.trainable < analysis.parameters:
            text = translate("netstudio", "Parameters <b>{count}</b>, {trainable} trainable")
            text = text.format(count=count, trainable=short_count(analysis.trainable))
        elif analysis.call is not None:
            text = translate("netstudio", "Parameters <b>{count}</b>").format(count=count)
        elif analysis.parameters:
            text = translate("netstudio", "Parameters <b>{count}</b> so far").format(count=count)
        else:
            text = translate("netstudio", "Parameters –")
        self._parameters.setText(text)
        self._parameters.setToolTip(_parameters_tip(analysis))
        self._show_costs(analysis if analysis.call is not None else None)

    def _show_costs(self, analysis: Analysis | None) -> None:
        """Show what a whole network costs; nothing of one that has problems."""
        figures = (self._work, self._memory, self._size)
        facts = _costs(analysis) if analysis is not None else (("", ""),) * len(figures)
        for figure, (text, tip) in zip(figures, facts, strict=True):
            figure.setText(text)
            figure.setToolTip(tip)
        self._fit()


def _parameters_tip(analysis: Analysis) -> str:
    if analysis.trainable == analysis.parameters:
        return grouped(analysis.parameters)
    return translate("netstudio", "{count}, of which {trainable} learn").format(
        count=grouped(analysis.parameters), trainable=grouped(analysis.trainable)
    )


def _costs(analysis: Analysis) -> tuple[tuple[str, str], ...]:
    """Text and tool tip of computation, memory and the size of the file."""
    work = translate("netstudio", "FLOPs <b>{count}</b>")
    work_tip = translate("netstudio", "{count} floating-point operations for one sample")
    size = translate("netstudio", "File <b>{size}</b>")
    size_tip = translate("netstudio", "The trained model's file has about {size}")
    in_file = size_text(analysis.model_size)
    return (
        (
            work.format(count=short_count(analysis.flops)),
            work_tip.format(count=grouped(analysis.flops)),
        ),
        _memory(analysis),
        (size.format(size=in_file), size_tip.format(size=in_file)),
    )


def _memory(analysis: Analysis) -> tuple[str, str]:
    """What training takes in memory, and of what that is made up."""
    training, optimizer = analysis.settings.training, analysis.settings.optimizer
    if training is None or optimizer is None:
        return "", ""
    memory = analysis.training_memory(training.batch_size, optimizer)
    text = translate("netstudio", "Memory <b>{size}</b> at batch {batch}")
    parts = (
        (translate("netstudio", "Training takes about {size} of memory:"), memory.total),
        (translate("netstudio", "weights {size}"), memory.weights),
        (translate("netstudio", "gradients {size}"), memory.gradients),
        (translate("netstudio", "optimizer {size}"), memory.optimizer),
        (translate("netstudio", "layer outputs for the backward pass {size}"), memory.activations),
        (translate("netstudio", "the batch itself {size}"), memory.batch),
    )
    tip = "\n".join(part.format(size=size_text(count)) for part, count in parts)
    return text.format(size=size_text(memory.total), batch=training.batch_size), tip


def _figure(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setProperty("role", "small")
    label.setContentsMargins(0, 0, _GAP, 0)
    return label
