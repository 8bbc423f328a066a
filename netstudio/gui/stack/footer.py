"""The line below the stack: what the network costs, and the zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from netstudio.core.document import Change, Document, Origin
from netstudio.gui.analysis import Analyser
from netstudio.gui.stack.view import StackView
from netstudio.gui.texts import grouped, percent, short_count, translate
from netstudio.gui.theme.icons import icon

if TYPE_CHECKING:
    from netstudio.engine.network.analyse import Analysis

# The two buttons beside the zoom, and the gaps of the line.
_ZOOM_BUTTONS = 110


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
        self._work = _figure("multiplyAddsTotal")
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
        row.addWidget(self._parameters)
        row.addSpacing(18)
        row.addWidget(self._work)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out the work where there is no room for it."""
        zoom = self._zoom.sizeHint().width() + _ZOOM_BUTTONS
        room = self.width() - self._parameters.sizeHint().width() - zoom
        self._work.setVisible(self._work.sizeHint().width() <= room)

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
        self._work.clear()

    def _show_totals(self, analysis: Analysis) -> None:
        is_whole = analysis.call is not None
        if not is_whole and not analysis.parameters:
            self._parameters.setText(translate("netstudio", "Parameters –"))
            self._work.clear()
            return
        parameters = translate("netstudio", "Parameters <b>{count}</b>")
        if not is_whole:
            parameters = translate("netstudio", "Parameters <b>{count}</b> so far")
        self._parameters.setText(parameters.format(count=short_count(analysis.parameters)))
        self._parameters.setToolTip(grouped(analysis.parameters))
        work = translate("netstudio", "Multiply-adds <b>{count}</b> per sample")
        if not is_whole:
            work = translate("netstudio", "Multiply-adds <b>{count}</b> per sample so far")
        # A multiplication and an addition are two floating-point operations.
        multiply_adds = analysis.flops // 2
        self._work.setText(work.format(count=short_count(multiply_adds)))
        self._work.setToolTip(grouped(multiply_adds))
        self._fit()


def _figure(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setProperty("role", "small")
    return label
