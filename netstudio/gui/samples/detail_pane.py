"""One sample large, with what is known of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from netstudio.gui.background import Lane, Task
from netstudio.gui.elided import ElidedLabel
from netstudio.gui.kinds.contract import Detail, SampleView
from netstudio.gui.kinds.parts import part_name
from netstudio.gui.labels import breakable
from netstudio.gui.samples.collection import Collection
from netstudio.gui.texts import grouped, translate

_WIDTH = 300


class DetailPane(QWidget):
    """Shows one sample of a collection as its kind shows it large.

    Args:
        lane: Where what is shown is made in the background.
    """

    def __init__(self, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sampleDetail")
        self.setFixedWidth(_WIDTH)
        self._lane = lane
        self._task: Task | None = None
        self._view: SampleView | None = None
        self._detail: Detail | None = None
        self._answer = QLabel()
        self._answer.setTextFormat(Qt.TextFormat.PlainText)
        self._answer.setProperty("role", "strong")
        self._answer.setWordWrap(True)
        self._answer.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._where = QLabel()
        self._where.setProperty("role", "small")
        self._origin = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        self._origin.setProperty("role", "faint")
        self._origin.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._holder = QWidget()
        self._room = QStackedLayout(self._holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._answer)
        column.addWidget(self._where)
        column.addWidget(self._origin)
        column.addWidget(self._holder, 1)

    @property
    def detail(self) -> Detail | None:
        """The widget that shows the sample large."""
        return self._detail

    def show_sample(self, collection: Collection, number: int) -> None:
        """Show the sample with this number of a collection."""
        self._stop()
        self._use(collection.view)
        place = collection.place(number)
        answer = collection.answer(place)
        self._answer.setText(breakable(answer))
        self._answer.setVisible(bool(answer))
        self._where.setText(
            translate("netstudio", "{part} part, number {number}").format(
                part=part_name(place.part), number=grouped(place.number + 1)
            )
        )
        origin = collection.origin(place)
        self._origin.show_text(origin)
        self._origin.setToolTip(origin)
        self._origin.setVisible(bool(origin))
        view, dataset = collection.view, collection.dataset
        self._task = self._lane.start(lambda: view.look(dataset, place))
        self._task.succeeded.connect(self._show)
        self.show()

    def show_nothing(self) -> None:
        """Show no sample."""
        self._stop()
        self.hide()

    def _use(self, view: SampleView) -> None:
        """Have the widget of this kind."""
        if view is self._view:
            return
        if self._detail is not None:
            self._room.removeWidget(self._detail)
            self._detail.deleteLater()
        self._view, self._detail = view, view.detail()
        self._room.addWidget(self._detail)

    def _show(self, look: object) -> None:
        if self.sender() is self._task and self._detail is not None:
            self._detail.show_sample(look)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
