"""Predicted numbers: how far they are from the truth, and where they are farthest."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from netstudio.core.translate import shorten
from netstudio.gui.background import Lane
from netstudio.gui.evaluate.assessment import AssessmentView
from netstudio.gui.evaluate.figures_row import Figure, plain_figures
from netstudio.gui.evaluate.time_chart import TimeChart
from netstudio.gui.evaluate.value_charts import ErrorBars, Scatter
from netstudio.gui.kinds.registry import view_of
from netstudio.gui.texts import translate
from netstudio.tasks.content import Content

if TYPE_CHECKING:
    from netstudio.engine.evaluation.measure import Part
    from netstudio.engine.evaluation.values import ValueErrors
    from netstudio.engine.events import Preparing
    from netstudio.engine.trained_model import TrainedModel

_WORST = 200
_WORDS = 160


class ValuesView(AssessmentView):
    """A scatter of truth and prediction, the spread of the errors, and the worst samples."""

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(lane, parent)
        self._result: ValueErrors | None = None
        self._content = Content.TABLE
        self._numbers: list[int] = []
        self._title = QLabel(translate("netstudio", "Predictions against the truth"))
        self._title.setProperty("role", "heading")
        self._value = QComboBox()
        self._value.setObjectName("valueCombo")
        self._value.setAccessibleName(translate("netstudio", "Predicted number"))
        self._nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("role", "faint")
        self._nothing.setWordWrap(True)
        self.scatter = Scatter()
        self.over_time = TimeChart()
        self._charts = QStackedWidget()
        self._charts.addWidget(self.scatter)
        self._charts.addWidget(self.over_time)
        self._kind = QCheckBox(translate("netstudio", "Over time"))
        self._kind.setObjectName("overTime")
        self._kind.toggled.connect(self._show_kind)
        self._kind.hide()
        self._bars = ErrorBars(translate("netstudio", "error: prediction less truth"))
        self._said = QLabel()
        self._said.setProperty("role", "secondary")
        self._said.setWordWrap(True)
        self.main = self._arranged_main()
        self.worst = QListWidget()
        self.worst.setObjectName("worstSamples")
        self.worst.setAccessibleName(translate("netstudio", "Samples with the largest errors"))
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.side = self._arranged_side()
        self._value.currentIndexChanged.connect(self._show_value)
        self.worst.currentRowChanged.connect(self._show_sample)

    def take_model(self, model: TrainedModel) -> None:
        self._content = model.task.content
        is_series = self._content is Content.SERIES
        self._kind.setVisible(is_series)
        self._kind.setChecked(is_series)

    @staticmethod
    def assess(model: TrainedModel, part: Part) -> Generator[Preparing, None, ValueErrors]:
        from netstudio.engine.evaluation.values import compare_values

        return compare_values(model, part)

    def figures(self, result: ValueErrors) -> tuple[Figure, ...]:
        return plain_figures(result.figures)

    def show_result(self, result: ValueErrors) -> None:
        self._result = None
        self._value.clear()
        self._value.addItems(list(result.values))
        self._value.setVisible(len(result.values) > 1)
        self._result = result
        self._set_filled(True)
        self._show_value()

    def show_nothing(self, why: str) -> None:
        self._result = None
        self._nothing.setText(why)
        self._set_filled(False)

    def _show_value(self) -> None:
        result, at = self._result, self._value.currentIndex()
        if result is None or at < 0:
            return
        truth, predicted = result.truth[:, at], result.predicted[:, at]
        self.scatter.show_values(truth, predicted)
        self.over_time.show_values(truth, predicted, result.records.origins)
        self._bars.show_errors(predicted - truth)
        score = result.scores[at]
        self._said.setText(
            translate(
                "netstudio", "{name}: MAE {mae:.4g}, RMSE {rmse:.4g}, mean error {bias:+.3g}"
            ).format(name=score.name, mae=score.mae, rmse=score.rmse, bias=score.bias)
        )
        self._numbers = result.worst(at, _WORST)
        self.worst.clear()
        line = translate("netstudio", "{origin}: {predicted:.5g} instead of {truth:.5g}")
        origins = result.records.origins
        self.worst.addItems(
            [
                line.format(
                    origin=origins[number]
                    if origins
                    else translate("netstudio", "sample {number}").format(number=number + 1),
                    predicted=predicted[number],
                    truth=truth[number],
                )
                for number in self._numbers
            ]
        )
        self.worst.setCurrentRow(0)

    def _show_sample(self, row: int) -> None:
        result, at = self._result, self._value.currentIndex()
        if result is None or not 0 <= row < len(self._numbers):
            return
        number = self._numbers[row]
        self.scatter.mark(float(result.truth[number, at]), float(result.predicted[number, at]))
        self.over_time.mark(number)
        written = view_of(self._content).words(result.records, number)
        self._words.setText(shorten(written, _WORDS))

    def _show_kind(self, is_over_time: bool) -> None:
        self._charts.setCurrentWidget(self.over_time if is_over_time else self.scatter)

    def _set_filled(self, is_filled: bool) -> None:
        self._nothing.setVisible(not is_filled)
        for widget in (self._charts, self._bars, self._said, self.worst, self._words):
            widget.setVisible(is_filled)
        if not is_filled:
            self._value.hide()

    def _arranged_main(self) -> QWidget:
        main = QWidget()
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._kind)
        head.addWidget(self._value)
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._said)
        column.addWidget(self._nothing, 1)
        column.addWidget(self._charts, 4)
        column.addWidget(self._bars)
        return main

    def _arranged_side(self) -> QWidget:
        side = QWidget()
        title = QLabel(translate("netstudio", "Largest errors"))
        title.setProperty("role", "heading")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(title)
        column.addWidget(self.worst, 1)
        column.addWidget(self._words)
        return side
