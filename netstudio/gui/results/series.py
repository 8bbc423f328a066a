"""A time series that the model goes on with, and a sequence that it judges."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout

from netstudio.core.translate import Message
from netstudio.gui.background import Task
from netstudio.gui.kinds.sequences import SequenceChart, sequence_look
from netstudio.gui.kinds.series import Future, FutureChart, FutureLegend, future_of
from netstudio.gui.results.contract import InputView
from netstudio.gui.texts import translate, words

if TYPE_CHECKING:
    from netstudio.engine.data.records import Records
    from netstudio.engine.data.series.course import Course
    from netstudio.engine.predictions import Prediction
    from netstudio.engine.trained_model import TrainedModel


class SeriesInput(InputView):
    """Draws the last window of a series with the model's forecast, and the truth if it is known."""

    def __init__(self) -> None:
        super().__init__()
        self._model: TrainedModel | None = None
        self._task: Task | None = None
        self._future: Future | None = None
        self._hint = QLabel()
        self._hint.setProperty("role", "secondary")
        self._hint.setWordWrap(True)
        self.chart = FutureChart()
        self._legend = FutureLegend()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._hint)
        column.addWidget(self._legend)
        column.addWidget(self.chart, 1)

    def prepare(self, model: TrainedModel) -> None:
        self._model = model
        self._stop()
        self._show(None)
        self._hint.setText(
            translate(
                "netstudio",
                "Try a test sample, or drop a table with the same columns: the model goes on from "
                "its last {count} rows.",
            ).format(count=model.preprocessing.sample.size("time"))
        )

    def show_record(self, records: Records, number: int, name: str) -> None:
        import numpy as np

        self._stop()
        self._show(future_of(records, number))
        self.given.emit(records.inputs.select(np.array([number])), name)

    def show_file(self, path: Path) -> None:
        self._stop()
        self._show(None)
        model = self._model
        if model is None:
            return
        self._task = self.lane.start(lambda: _read(path, model))
        self._task.succeeded.connect(lambda read: self._take_course(read, path.name))
        self._task.failed.connect(self._take_failure)

    def show_answer(self, prediction: Prediction) -> None:
        from netstudio.engine.predictions import ValuePrediction

        if self._future is not None and isinstance(prediction, ValuePrediction):
            forecast = tuple(
                value
                for name, value in prediction.values
                if name == self._future.name or name.startswith(f"{self._future.name} +")
            )
            self._show(replace(self._future, forecast=forecast))

    def _take_course(self, read: tuple[Course, Future], name: str) -> None:
        course, future = read
        self._task = None
        self._show(future)
        self.given.emit(course, name)

    def _take_failure(self, problem: Message) -> None:
        self._task = None
        self._hint.setText(words(problem))
        self._hint.show()

    def _show(self, future: Future | None) -> None:
        self._future = future
        self.chart.show_future(future)
        self._legend.show_future(future)
        self._hint.setVisible(future is None)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None


class SequenceInput(InputView):
    """Draws a sequence of the test part, or says which file it is."""

    def __init__(self) -> None:
        super().__init__()
        self._hint = QLabel()
        self._hint.setProperty("role", "secondary")
        self._hint.setWordWrap(True)
        self.chart = SequenceChart()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._hint)
        column.addWidget(self.chart, 1)

    def prepare(self, model: TrainedModel) -> None:
        self.chart.show_look(None)
        self._hint.setText(
            translate(
                "netstudio",
                "Try a test sample, or choose an .npy file or a text file with the numbers of one "
                "step in each line.",
            )
        )
        self._hint.show()

    def show_record(self, records: Records, number: int, name: str) -> None:
        import numpy as np

        self._hint.hide()
        self.chart.show_look(sequence_look(records, number))
        self.given.emit(records.inputs.select(np.array([number])), name)

    def show_file(self, path: Path) -> None:
        self.chart.show_look(None)
        self._hint.setText(path.name)
        self._hint.show()
        super().show_file(path)


def _read(path: Path, model: TrainedModel) -> tuple[Course, Future]:
    """A series from a file, and what is drawn of it; in the background."""
    from netstudio.engine.data.job import finish
    from netstudio.engine.data.series.preprocessing import SeriesPreprocessing
    from netstudio.engine.data.series.reading import read_course

    preprocessing = model.preprocessing
    assert isinstance(preprocessing, SeriesPreprocessing)
    course = finish(read_course(path, preprocessing.columns))
    first = model.values[0]
    name = next((each for each in preprocessing.columns if first in (each, f"{each} +1")), first)
    past = course.values[-preprocessing.window :, course.place(name)]
    return course, Future(name, tuple(past.tolist()))
