"""What happened, line by line: the milestones of runs, and what the program logs."""

from __future__ import annotations

import logging
import platform
import re
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

import netstudio
from netstudio.gui.buttons import small_button
from netstudio.gui.metric_words import metric_text, metric_word
from netstudio.gui.run_controller import Run, RunController
from netstudio.gui.texts import duration, grouped, listed, translate, words
from netstudio.gui.theme import metrics
from netstudio.gui.theme.fonts import tabular, text_font

if TYPE_CHECKING:
    from netstudio.engine.devices import DeviceReport
    from netstudio.engine.events import (
        CrossValidated,
        EpochEnded,
        Event,
        Figures,
        Finished,
        FoldEnded,
        Started,
        Stopped,
    )

_MOST_LINES = 2000


class LogPanel(QWidget):
    """Shows the log, and copies it with what a developer needs to know of the machine."""

    def __init__(self, run_controller: RunController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._devices: list[str] = []
        self._view = QPlainTextEdit()
        self._view.setObjectName("logView")
        self._view.setAccessibleName(translate("netstudio", "Log"))
        self._view.setReadOnly(True)
        self._view.setMaximumBlockCount(_MOST_LINES)
        self._view.setFont(tabular(text_font(metrics.TEXT_SMALL)))
        self._view.setPlaceholderText(translate("netstudio", "What happens is noted here"))
        copy = small_button(translate("netstudio", "Copy diagnostics"))
        copy.setToolTip(
            translate("netstudio", "Copy the log with versions and devices, for a report")
        )
        copy.clicked.connect(self.copy_diagnostics)
        clear = small_button(translate("netstudio", "Clear"))
        clear.setAccessibleName(translate("netstudio", "Clear the log"))
        clear.clicked.connect(self._view.clear)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(copy)
        buttons.addWidget(clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._view, 1)
        column.addLayout(buttons)
        run_controller.started.connect(self._begin)
        run_controller.received.connect(self._take)
        self._ears = self._listen()

    @property
    def text(self) -> str:
        """All that is shown."""
        return self._view.toPlainText()

    def take_over(self, before: LogPanel) -> None:
        """Begin with the lines of another log."""
        self._view.setPlainText(before.text)

    def say(self, text: str) -> None:
        """Add a line, or several, with the time."""
        self._view.appendPlainText(f"{datetime.now():%H:%M:%S}  {text}")

    def set_devices(self, reports: Iterable[DeviceReport]) -> None:
        """Remember what can compute here, for the diagnostics."""
        self._devices = [f"{report.name}: {report.description}" for report in reports]

    def copy_diagnostics(self) -> None:
        """Put versions, devices and the log on the clipboard."""
        QGuiApplication.clipboard().setText(self.diagnostics())

    def diagnostics(self) -> str:
        """Versions, devices and the log in English, with ``~`` for the home folder."""
        torch = sys.modules.get("torch")
        facts = [
            f"netstudio {netstudio.__version__}",
            f"Python {platform.python_version()}, {platform.platform()}",
            f"PySide6 {PySide6.__version__}, {QGuiApplication.platformName()}",
            f"torch {torch.__version__}" if torch is not None else "torch is not loaded",
            *self._devices,
        ]
        return without_home("\n".join((*facts, "", self.text)))

    def stop_listening(self) -> None:
        """Hear no more of what the program logs."""
        self._ears.close()

    def _listen(self) -> _Ears:
        """Hear what the program logs, on whichever thread, until this is destroyed."""
        ears = _Ears(logging.getLogger("netstudio"), _Voice(self))
        ears.voice.heard.connect(self.say)
        self.destroyed.connect(ears.close)
        return ears

    def _begin(self, run: Run) -> None:
        text = translate("netstudio", "Training {project} on {device}")
        self.say(text.format(project=run.project.name, device=run.device))

    def _take(self, events: tuple[Event, ...]) -> None:
        lines = [line for event in events for line in _lines(event)]
        if lines:
            now = f"{datetime.now():%H:%M:%S}"
            self._view.appendPlainText("\n".join(f"{now}  {line}" for line in lines))


class _Voice(QObject):
    """Carries log lines to the window's thread."""

    heard = Signal(str)


class _Ears(logging.Handler):
    """Hears a logger, and passes what it hears on."""

    def __init__(self, logger: logging.Logger, voice: _Voice) -> None:
        super().__init__(logging.INFO)
        self.voice = voice
        self._logger = logger
        self.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
        logger.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.voice.heard.emit(self.format(record))

    def close(self) -> None:
        self._logger.removeHandler(self)
        super().close()


def without_home(text: str) -> str:
    """``text`` with ``~`` in the place of the user's home folder."""
    home = str(Path.home())
    return re.sub(rf"{re.escape(home)}(?=[\\/\s:;,.)'\"]|$)", "~", text) if len(home) > 1 else text


def _lines(event: Event) -> list[str]:
    """What is noted of an event."""
    from netstudio.engine import events

    match event:
        case events.Started():
            note = translate("netstudio", "Note: {text}")
            notes = [note.format(text=words(text)) for text in event.notes]
            return [_started_text(event), *notes]
        case events.EpochEnded():
            return [_epoch_text(event)]
        case events.Noticed():
            return [translate("netstudio", "Notice: {text}").format(text=words(event.text))]
        case events.FoldEnded():
            return [_fold_text(event)]
        case events.CrossValidated():
            return [_folds_text(event)]
        case events.Finished():
            return [_finished_text(event)]
        case events.Stopped():
            return [_stopped_text(event)]
        case events.Failed():
            text = translate("netstudio", "Failed: {text}").format(text=words(event.message))
            return [text, *event.detail.splitlines()]
    return []


def _started_text(event: Started) -> str:
    return translate(
        "netstudio",
        "Started on {device}: {parameters} parameters; {train} training, {validation} validation "
        "and {test} test samples; run folder {run}",
    ).format(
        device=event.device,
        parameters=grouped(event.parameters),
        train=grouped(event.train_samples),
        validation=grouped(event.validation_samples),
        test=grouped(event.test_samples),
        run=event.run,
    )


def _epoch_text(event: EpochEnded) -> str:
    text = translate("netstudio", "Epoch {epoch}/{epochs}: {figures}").format(
        epoch=event.epoch, epochs=event.epochs, figures=_figures_text(event.train)
    )
    parts = [text]
    if event.val is not None:
        part = translate("netstudio", "validation: {figures}")
        figures = _figures_text(event.val)
        best = [translate("netstudio", "best so far")] if event.is_best else []
        parts.append(part.format(figures=listed((figures, *best))))
    return translate("netstudio", "; ").join((*parts, f"{event.seconds:.1f} s"))


def _fold_text(event: FoldEnded) -> str:
    return translate("netstudio", "Fold {fold} of {folds} is done; test: {figures}").format(
        fold=event.fold, folds=event.folds, figures=_figures_text(event.test)
    )


def _folds_text(event: CrossValidated) -> str:
    figures = (
        translate("netstudio", "{metric} {mean} ± {deviation}").format(
            metric=metric_word(name),
            mean=metric_text(name, mean, digits=2),
            deviation=metric_text(name, event.deviations[name], digits=2),
        )
        for name, mean in event.means.items()
        if name != "loss"
    )
    return translate(
        "netstudio", "Mean and standard deviation of {folds} folds: {figures}; best fold: {best}"
    ).format(folds=event.folds, figures=listed(figures), best=event.best_fold)


def _finished_text(event: Finished) -> str:
    if event.best_epoch:
        text = translate("netstudio", "Finished after {time}, best epoch {epoch}")
    else:  # of several folds, each has its own
        text = translate("netstudio", "Finished after {time}")
    text = text.format(time=duration(event.seconds), epoch=event.best_epoch)
    parts = [text, event.model]
    if event.test is not None:
        test = translate("netstudio", "test: {figures}")
        parts.insert(1, test.format(figures=_figures_text(event.test)))
    return translate("netstudio", "; ").join(parts)


def _stopped_text(event: Stopped) -> str:
    if event.run is None:
        return translate("netstudio", "Stopped before the first batch")
    return translate("netstudio", "Stopped; it can be resumed from {run}").format(run=event.run)


def _figures_text(figures: Figures) -> str:
    parts = [translate("netstudio", "loss {value}").format(value=f"{figures.loss:.4f}")]
    for name, value in figures.metrics.items():
        parts.append(f"{metric_word(name)} {metric_text(name, value, digits=2)}")
    return listed(parts)
