"""The window's bottom line: how the run goes, or what came of the last one."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from netstudio.gui.model_words import describe_model
from netstudio.gui.run_controller import Run, RunController, RunState
from netstudio.gui.texts import clock, grouped, percent, translate, words
from netstudio.gui.theme import metrics
from netstudio.gui.training.rate_button import RateButton
from netstudio.gui.training.status_text import StatusText
from netstudio.gui.training.status_words import (
    calm,
    device_text,
    finished_text,
    strong,
    telling_figure,
)
from netstudio.tasks.task import TASKS

if TYPE_CHECKING:
    from netstudio.engine.events import (
        CrossValidated,
        EpochEnded,
        Event,
        Preparing,
        Progress,
        Started,
    )
    from netstudio.engine.trained_model import TrainedModel

_BAR_WIDTH = 220
_BAR_STEPS = 1000
_SPACING = 14


class RunStatus(QWidget):
    """Tells epoch, progress, speed and time left, and what is being trained.

    Its bar shows the whole run, all epochs together; before that, how far the data are read.
    """

    def __init__(self, run_controller: RunController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = run_controller
        self._started: Started | None = None
        self._progress: Progress | None = None
        self._best: EpochEnded | None = None
        # The end of all folds, where there are any.
        self._concluded: CrossValidated | None = None
        # The newest event of each kind, the newest last.
        self._newest: dict[type, Event] = {}
        self._model: TrainedModel | None = None
        self._is_edited = False
        self._sentence = ""
        # Whether the last run belongs to what the window shows.
        self._is_current = True
        self._state = StatusText("strong")
        self._bar = QProgressBar()
        self._bar.setObjectName("epochProgress")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._speed, self._left = StatusText(), StatusText()
        self._rate = RateButton(run_controller)
        self._device, self._source, self._record = (StatusText("secondary") for _ in range(3))
        self._lay_out()
        self._rest(translate("netstudio", "Ready"))
        run_controller.started.connect(self._begin)
        run_controller.received.connect(self._take)
        run_controller.state_changed.connect(self._show_state)

    def set_edited_since(self, is_edited: bool) -> None:
        """Tell whether the document differs by now from what the run trains."""
        if is_edited is not self._is_edited:
            self._is_edited = is_edited
            self._show_source()

    def take_over(self, before: RunStatus) -> None:
        """Tell what another line tells."""
        if (run := self._controller.run) is None or not before._is_current:
            self.rest(before._model)
            return
        self._begin(run)
        self._rate.take_over(before._rate)
        self._best = before._best
        if before._newest:
            self._take(tuple(before._newest.values()))
        self._show_state(self._controller.state)

    def rest(self, model: TrainedModel | None = None) -> None:
        """Speak of no run any more, but of the model that was opened, if one was."""
        self._is_current = False
        self._model = model
        for text in (self._source, self._record):
            text.clear()
        self._rest(translate("netstudio", "Ready") if model is None else describe_model(model))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.PANEL_PADDING, 6, metrics.PANEL_PADDING, 6)
        row.setSpacing(_SPACING)
        for widget in (
            self._state,
            self._bar,
            self._speed,
            self._left,
            self._rate,
            self._device,
        ):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self._source, self._record):
            row.addWidget(widget)
        # What does not fit is left out; it must not keep the window from being narrow.
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _begin(self, run: Run) -> None:
        self._started = self._progress = self._best = None
        self._concluded = None
        self._newest = {}
        self._is_edited = False
        self._is_current = True
        self._sentence = ""
        self._state.set_role("strong")
        self._state.setToolTip("")
        for text in (self._state, self._speed, self._left, self._device, self._record):
            text.clear()
        self._state.tell(translate("netstudio", "Preparing…"))
        self._show_bar(0, 0, translate("netstudio", "Preparing…"))
        self._show_source()

    def _take(self, events: tuple[Event, ...]) -> None:
        from netstudio.engine.events import EpochEnded, Preparing, Started

        newest: dict[type, Event] = {}
        for event in events:
            if isinstance(event, Started):
                self._best = None  # each fold has its own
            if isinstance(event, EpochEnded) and event.is_best and event.val is not None:
                self._best = event
            newest.pop(type(event), None)
            newest[type(event)] = event
        if self._progress is not None and not isinstance(events[-1], Preparing):
            newest.pop(Preparing, None)  # a short look at the validation part would only flicker
        for event in newest.values():
            self._newest.pop(type(event), None)
            self._newest[type(event)] = event
            self._show(event)
        self._fit()

    def _show(self, event: Event) -> None:
        from netstudio.engine import events

        match event:
            case events.Preparing():
                self._show_preparing(event)
            case events.Started():
                self._started = event
                self._progress = None
                for text in (self._state, self._record):
                    text.clear()
                self._state.tell(self._epoch_text(event.epoch, event.epochs))
                self._device.tell(device_text(event))
                self._device.setToolTip(event.device)
            case events.Progress():
                self._show_progress(event)
            case events.EpochEnded():
                self._show_record()
            case events.CrossValidated():
                self._concluded = event
            case events.Finished():
                self._rest(finished_text(event, self._concluded))
            case events.Stopped():
                self._rest(self._stopped_text())
            case events.Failed():
                self._rest(words(event.message), is_error=True)

    def _show_preparing(self, event: Preparing) -> None:
        from netstudio.engine.stages import stage_text

        text = words(stage_text(event.stage))
        if event.total:
            text = translate("netstudio", "{stage} {done} / {total}").format(
                stage=text, done=grouped(event.done), total=grouped(event.total)
            )
        if self._progress is None:
            self._state.tell(text)
            self._show_bar(event.done, event.total, text)
        else:
            self._speed.tell(text)
            self._left.clear()

    def _show_progress(self, event: Progress) -> None:
        self._progress = event
        if self._controller.state in (RunState.RUNNING, RunState.PREPARING, RunState.IDLE):
            self._state.tell(self._epoch_text(event.epoch, event.epochs))
        share = (event.epoch - 1 + event.batch / max(1, event.batches)) / max(1, event.epochs)
        seconds = event.seconds_left
        if self._started is not None and self._started.folds:
            fold, folds = self._started.fold, self._started.folds
            if seconds is not None and share < 1:  # the other folds take as long as this one
                seconds += (folds - fold) * seconds / (1 - share)
            share = (fold - 1 + share) / folds
        told = translate("netstudio", "Progress of the whole run: {percent}")
        self._show_bar(
            round(_BAR_STEPS * share), _BAR_STEPS, told.format(percent=percent(share, 0))
        )
        self._speed.tell(
            translate("netstudio", "{rate} {noun}/s").format(
                rate=strong(calm(event.samples_per_second)),
                noun=escape(self._noun()),
            )
        )
        if seconds is None:
            self._left.clear()
        else:
            left = translate("netstudio", "{time} left")
            self._left.tell(left.format(time=strong(clock(seconds))))

    @property
    def _epoch(self) -> int:
        """The epoch that goes on."""
        if self._progress is not None:
            return self._progress.epoch
        return self._started.epoch if self._started is not None else 1

    def _show_state(self, state: RunState) -> None:
        match state:
            case RunState.PAUSED if self._progress is not None:
                text = translate("netstudio", "Paused in epoch {epoch} of {epochs}")
                self._state.tell(
                    text.format(epoch=self._progress.epoch, epochs=self._progress.epochs)
                )
            case RunState.WAITING:
                self._state.tell(translate("netstudio", "Waiting for a place to write to"))
            case RunState.ENDING:
                text = translate("netstudio", "Stops after epoch {epoch}")
                self._state.tell(text.format(epoch=self._epoch))
            case RunState.STOPPING:
                self._state.tell(translate("netstudio", "Stopping…"))
            case RunState.RUNNING if self._progress is not None:
                self._state.tell(self._epoch_text(self._progress.epoch, self._progress.epochs))
            case RunState.IDLE:
                self._show_source()
        self._fit()

    def _show_bar(self, value: int, total: int, told: str) -> None:
        self._bar.show()
        self._bar.setRange(0, total)
        self._bar.setValue(value)
        self._bar.setAccessibleName(told)

    def _rest(self, sentence: str, is_error: bool = False) -> None:
        """Nothing goes on: show what came of it in one sentence."""
        self._bar.hide()
        for text in (self._speed, self._left, self._device):
            text.clear()
        self._state.clear()
        self._state.set_role("error" if is_error else "strong")
        self._sentence = sentence
        self._state.setText(sentence)
        self._state.setToolTip(sentence)

    def _show_source(self) -> None:
        """From which state of the document the run comes."""
        run = self._controller.run
        if run is None or not self._is_current:
            return
        since = f"{run.started:%H:%M}"
        text = (
            translate("netstudio", "training the stack as of {time}")
            if self._controller.is_busy
            else translate("netstudio", "trained the stack as of {time}")
        ).format(time=since)
        if self._is_edited:
            text = translate("netstudio", "{text} · edited since").format(text=text)
        self._source.tell(text)
        self._fit()

    def _show_record(self) -> None:
        best = self._best
        if best is None or best.val is None:
            return
        name, value = telling_figure(best.val)
        self._record.tell(
            translate("netstudio", "best epoch {epoch}: validation {metric} {value}").format(
                metric=escape(name), value=strong(value), epoch=best.epoch
            )
        )

    def _stopped_text(self) -> str:
        if self._progress is None:
            return translate("netstudio", "Stopped before the first batch")
        return translate(
            "netstudio", "Stopped in epoch {epoch} of {epochs}; to go on, resume it under Runs"
        ).format(epoch=self._progress.epoch, epochs=self._progress.epochs)

    def _epoch_text(self, epoch: int, epochs: int) -> str:
        if self._started is None or not self._started.folds:
            text = translate("netstudio", "Epoch {epoch} of {epochs}")
            return text.format(epoch=epoch, epochs=epochs)
        text = translate("netstudio", "Fold {fold} of {folds}, epoch {epoch} of {epochs}")
        return text.format(
            fold=self._started.fold, folds=self._started.folds, epoch=epoch, epochs=epochs
        )

    def _noun(self) -> str:
        run = self._controller.run
        task = TASKS.get(run.project.task.type) if run is not None else None
        return words(task.noun) if task is not None else translate("netstudio", "samples")

    def _fit(self) -> None:
        """Leave out what there is no room for, the least important first."""
        texts: list[StatusText | RateButton]
        texts = [self._state, self._speed, self._left, self._rate, self._record, self._source]
        if self._is_edited:
            # That the stack is no longer what is trained matters more than how well it did.
            texts.insert(texts.index(self._rate), texts.pop())
        texts.append(self._device)
        room = self.width() - 2 * metrics.PANEL_PADDING
        if not self._bar.isHidden():
            room -= _BAR_WIDTH + _SPACING
        if self._sentence:
            end = Qt.TextElideMode.ElideRight
            self._state.setText(self._state.fontMetrics().elidedText(self._sentence, end, room))
        for text in texts:
            needed = text.needed_width + _SPACING
            is_wanted = text.is_wanted and (needed <= room or text is self._state)
            text.setVisible(is_wanted)
            if text.isVisibleTo(self):
                room -= needed
