"""What the model says of an input, and what it sees of a picture; asked in the background."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from netstudio.core.translate import Message
from netstudio.gui.background import Lane, Task
from netstudio.gui.pictures import picture_of
from netstudio.tasks.content import Content

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor

    from netstudio.engine.predictions import Prediction
    from netstudio.engine.trained_model import TrainedModel

# At most so often is a drawing looked at while it grows.
_PAUSE_MS = 100

# Gives, in the background, something that the model's preprocessing reads; None is no picture.
Origin = Callable[["TrainedModel"], object]


@dataclass(frozen=True)
class Look:
    """What the model says, and a picture as the model received it; None for other inputs."""

    seen: QImage | None
    prediction: Prediction


class Looker(QObject):
    """Shows pictures to the model, only the newest of those that wait.

    Signals:
        looked: A ``Look``, or None where there was nothing to see.
        failed: Why the picture cannot be used, and a traceback or "".
    """

    looked = Signal(object)
    failed = Signal(object, str)

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._model: TrainedModel | None = None
        self._waiting: Origin | None = None
        self._task: Task | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._go_on)

    def use(self, model: TrainedModel | None) -> None:
        """Ask this model from now on; what is under way is dropped."""
        self._model = model
        self.forget()

    def forget(self) -> None:
        """Drop what is under way and what waits."""
        self._waiting = None
        if self._task is not None:
            self._task.cancel()

    def look(self, origin: Origin) -> None:
        """Show the picture from ``origin`` to the model; one that still waits is left out."""
        self._waiting = origin
        self._go_on()

    def _go_on(self) -> None:
        origin, model = self._waiting, self._model
        if origin is None or model is None or self._task is not None or self._pause.isActive():
            return
        self._waiting = None
        self._pause.start()
        self._task = self._lane.start(lambda: _look(model, origin))
        self._task.succeeded.connect(self._answer)
        self._task.failed.connect(self._tell)
        self._task.ended.connect(self._end)

    def _answer(self, look: Look | None) -> None:
        self.looked.emit(look)

    def _tell(self, text: Message, detail: str) -> None:
        self.failed.emit(text, detail)

    def _end(self) -> None:
        self._task = None
        self._go_on()


def _look(model: TrainedModel, origin: Origin) -> Look | None:
    given = origin(model)
    if given is None:
        return None
    if model.task.content is not Content.IMAGES:
        return Look(None, model.predict(given)[0])
    sample = model.preprocessing.read(given)
    return Look(picture_of(sample), model.predict(sample)[0])


def from_drawing(drawing: QImage) -> Origin:
    """A drawing of white on black, placed as the model's data are."""

    def place(model: TrainedModel) -> object:
        from netstudio.engine.data.images.drawing import centred

        side = model.preprocessing.sample.size("height")
        return centred(pixels_of(drawing)[..., 0], side)

    return place


def from_image(image: QImage) -> Origin:
    """A picture that was pasted."""
    return lambda _: pixels_of(image)


def from_file(path: Path) -> Origin:
    """A picture's file."""
    return lambda _: path


def from_given(given: object) -> Origin:
    """What an ``InputView`` gives."""
    return lambda _: given


def from_sample(sample: Tensor) -> Origin:
    """A sample of the model's data."""
    return lambda _: sample


def pixels_of(image: QImage) -> NDArray[np.uint8]:
    """A picture's bytes: (height, width, 3), or 4 channels where it has transparency."""
    import numpy as np

    has_alpha = image.hasAlphaChannel()
    layout = QImage.Format.Format_RGBA8888 if has_alpha else QImage.Format.Format_RGB888
    plain = image.convertToFormat(layout)
    channels = 4 if has_alpha else 3
    lines = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1)
    # Qt pads its lines.
    used = lines[:, : plain.width() * channels]
    return used.reshape(plain.height(), plain.width(), channels).copy()
