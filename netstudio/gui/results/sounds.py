"""A sound that the model hears: recorded, dealt from the test part, or from a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from netstudio.core.translate import Message
from netstudio.gui.background import Task
from netstudio.gui.results.contract import InputView
from netstudio.gui.sound.look import SoundLook, look_at
from netstudio.gui.sound.recorder import LONGEST_SECONDS, Recorder
from netstudio.gui.sound.sound_view import SoundView
from netstudio.gui.texts import translate, words
from netstudio.gui.theme.icons import icon

if TYPE_CHECKING:
    from netstudio.engine.data.records import Records
    from netstudio.engine.data.sounds.files import Wave
    from netstudio.engine.trained_model import TrainedModel

_COUNTED_EVERY_MS = 100


class SoundInput(InputView):
    """Shows a sound as the model sees it, plays it, and records another."""

    def __init__(self) -> None:
        super().__init__()
        self._model: TrainedModel | None = None
        self._task: Task | None = None
        self.view = SoundView()
        self.recorder = Recorder(self)
        self._record = QPushButton()
        self._record.setObjectName("recordSound")
        self._record.clicked.connect(self._toggle)
        self._seconds = QLabel()
        self._seconds.setProperty("role", "small")
        self._hint = QLabel(
            translate("netstudio", "Record a sound, try a test sample, or choose or drop a file.")
        )
        self._hint.setProperty("role", "secondary")
        self._hint.setWordWrap(True)
        self._problem = QLabel()
        self._problem.setProperty("role", "error")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._tenths = 0
        self._clock = QTimer(self, interval=_COUNTED_EVERY_MS)
        self._clock.timeout.connect(self._count)
        self.recorder.started.connect(self._show_recording)
        self.recorder.recorded.connect(self._take_recording)
        self.recorder.failed.connect(self._show_failure)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._record)
        row.addWidget(self._seconds, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self._hint)
        column.addWidget(self._problem)
        column.addWidget(self.view)
        column.addStretch()
        self._show_look(None)
        self._show_button()

    def prepare(self, model: TrainedModel) -> None:
        self._model = model
        self._leave_off()
        self._problem.hide()
        self._show_look(None)

    def show_record(self, records: Records, number: int, name: str) -> None:
        from netstudio.engine.data.sounds.files import Wave
        from netstudio.engine.data.sounds.inputs import Sounds

        assert isinstance(records.inputs, Sounds)
        self._show(Wave(records.inputs.waves[number], records.inputs.rate))
        self.given.emit(Wave(records.inputs.waves[number], records.inputs.rate), name)

    def show_file(self, path: Path) -> None:
        self._show(path)
        super().show_file(path)

    def hideEvent(self, event: QHideEvent) -> None:
        self._leave_off()
        super().hideEvent(event)

    def _show(self, sound: Wave | Path) -> None:
        """Show a sound as soon as it is looked at."""
        self._leave_off()
        self._problem.hide()
        model = self._model
        if model is None:
            return
        self._task = self.lane.start(lambda: _look(sound, model))
        self._task.succeeded.connect(self._take_look)
        self._task.failed.connect(self._take_nothing)

    def _take_look(self, look: SoundLook) -> None:
        if self.sender() is self._task:
            self._show_look(look)

    def _take_nothing(self) -> None:
        """What is wrong with it is told where the answer would be."""
        if self.sender() is self._task:
            self._show_look(None)

    def _show_look(self, look: SoundLook | None) -> None:
        self.view.show_sound(look)
        self.view.setVisible(look is not None)
        self._hint.setVisible(look is None)

    def _toggle(self) -> None:
        if self.recorder.is_recording:
            self.recorder.stop()
        else:
            self.view.player.stop()
            self._problem.hide()
            self.recorder.record()

    def _show_recording(self) -> None:
        self._tenths = 0
        self._clock.start()
        self._show_button()
        self._count()

    def _count(self) -> None:
        self._seconds.setText(
            translate("netstudio", "{seconds:.1f} of {most} s").format(
                seconds=self._tenths / 10, most=LONGEST_SECONDS
            )
        )
        self._tenths += 1

    def _take_recording(self, wave: Wave) -> None:
        self._end_recording()
        self._show(wave)
        self.given.emit(wave, translate("netstudio", "Your recording"))

    def _show_failure(self, problem: Message) -> None:
        self._end_recording()
        self._problem.setText(words(problem))
        self._problem.show()

    def _end_recording(self) -> None:
        self._clock.stop()
        self._seconds.clear()
        self._show_button()

    def _leave_off(self) -> None:
        """Let go of the microphone and of what is still looked at."""
        self.recorder.discard()
        self._end_recording()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _show_button(self) -> None:
        is_recording = self.recorder.is_recording
        self._record.setIcon(icon("stop-fill" if is_recording else "microphone-fill", "error"))
        self._record.setText(
            translate("netstudio", "Stop recording")
            if is_recording
            else translate("netstudio", "Record")
        )


def _look(sound: Wave | Path, model: TrainedModel) -> SoundLook:
    """A sound as it is shown; in the background."""
    from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
    from netstudio.engine.data.class_folders import UnreadableFile
    from netstudio.engine.data.sounds.files import read_sound

    try:
        wave = read_sound(sound) if isinstance(sound, Path) else sound
    except UnreadableFile as error:
        raise UserError(
            QT_TRANSLATE_NOOP("netstudio", "The sound cannot be shown: {reason}."),
            reason=error.reason,
        ) from error
    return look_at(wave, model.preprocessing)
