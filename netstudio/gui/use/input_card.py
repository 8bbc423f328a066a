"""The card with an input that is no picture: written, dealt from the test part, or from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from netstudio.gui.background import Lane
from netstudio.gui.busy import BusyBar
from netstudio.gui.buttons import small_button
from netstudio.gui.results.contract import InputView
from netstudio.gui.results.registry import input_for
from netstudio.gui.texts import translate
from netstudio.gui.use.drop_zone import DropZone
from netstudio.tasks.content import Content

if TYPE_CHECKING:
    from netstudio.engine.trained_model import TrainedModel


class InputCard(QWidget):
    """Holds the view in which inputs of the model's kind are given.

    Args:
        lane: Where the views work in the background.

    Attributes:
        try_one: Asks for a sample of the test part.
        drop_zone: Says that files can be dropped.
        busy: The reading of the test part.

    Signals:
        given: Another input, and what a sentence calls it.
        emptied: There is no input any more.
    """

    given = Signal(object, str)
    emptied = Signal()

    def __init__(self, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        title = QLabel(translate("netstudio", "Input"))
        title.setProperty("role", "heading")
        self.try_one = small_button(translate("netstudio", "Try a test sample"), "tryTestSample")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.try_one)
        self._rooms = QStackedWidget()
        self._views: dict[Content, InputView] = {}
        self._caption = QLabel()
        self._caption.setObjectName("inputCaption")
        self._caption.setTextFormat(Qt.TextFormat.PlainText)
        self._caption.setProperty("role", "secondary")
        self._caption.setWordWrap(True)
        self.busy = BusyBar()
        self.drop_zone = DropZone()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._rooms, 1)
        column.addWidget(self._caption)
        column.addWidget(self.busy)
        column.addWidget(self.drop_zone)

    @property
    def view(self) -> InputView:
        """The view in which an input is given now."""
        view = self._rooms.currentWidget()
        assert isinstance(view, InputView)
        return view

    def prepare(self, model: TrainedModel) -> None:
        """Be empty, and fit for this model."""
        content = model.task.content
        view = self._views.get(content)
        if view is None:
            view = self._views[content] = input_for(content)
            view.lane = self._lane
            view.given.connect(self.given)
            view.emptied.connect(self.emptied)
            self._rooms.addWidget(view)
        self._rooms.setCurrentWidget(view)
        self.drop_zone.show_content(content)
        self.say("")
        view.prepare(model)

    def say(self, caption: str) -> None:
        """Say what the input is."""
        self._caption.setText(caption)
        self._caption.setVisible(bool(caption))
