"""How one input is given to a model: what each kind of content brings along."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from netstudio.gui.background import Lane

if TYPE_CHECKING:
    from netstudio.engine.data.records import Records
    from netstudio.engine.predictions import Prediction
    from netstudio.engine.trained_model import TrainedModel


class InputView(QWidget):
    """Lets the user make, change or choose one input; its size is up to the page.

    Attributes:
        lane: Where work is done in the background; there before it is first prepared.

    Signals:
        given: Another input: what ``TrainedModel.predict`` takes, and what a sentence calls it.
        emptied: There is no input any more.
    """

    given = Signal(object, str)
    emptied = Signal()

    lane: Lane

    def prepare(self, model: TrainedModel) -> None:
        """Be empty, and fit for this model."""
        raise NotImplementedError

    def show_record(self, records: Records, number: int, name: str) -> None:
        """Show a sample of the test part, called ``name``, and give it to the model."""
        raise NotImplementedError

    def show_file(self, path: Path) -> None:
        """Show a file that was dropped or chosen, and give it to the model."""
        self.given.emit(path, path.name)

    def show_answer(self, prediction: Prediction) -> None:
        """Show what the model says of the input, where that belongs beside it."""
