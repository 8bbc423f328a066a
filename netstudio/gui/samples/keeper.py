"""Keeps the samples at a glance that were looked at last, and makes those that are missing."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Generator, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from netstudio.gui.background import Lane, Task
from netstudio.gui.samples.collection import Collection

if TYPE_CHECKING:
    from netstudio.engine.events import Preparing

# Pictures of 144 × 144 pixels in colour: about 60 MB at most.
_MOST_KEPT = 1_000
# Between the moments at which new ones are shown.
_TOGETHER = 40


class GlanceKeeper(QObject):
    """Gives what is known of samples at a glance; what is not there yet comes soon.

    Only what was asked for last is made: whoever scrolls on does not wait for what is past.

    Signals:
        arrived: Some that were missing are there now.
    """

    arrived = Signal()

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._collection: Collection | None = None
        self._kept: OrderedDict[int, object] = OrderedDict()
        self._wanted: dict[int, None] = {}
        self._task: Task | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._begin)

    def use(self, collection: Collection | None) -> None:
        """Give samples of this collection from now on."""
        self.stop()
        self._collection = collection
        self._kept.clear()

    def stop(self) -> None:
        """Make nothing more for now."""
        self._soon.stop()
        self._wanted.clear()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def get(self, number: int) -> object | None:
        """What is known of a sample; None where it is not there yet."""
        if number in self._kept:
            self._kept.move_to_end(number)
            return self._kept[number]
        return None

    def want(self, numbers: Iterable[int]) -> None:
        """Make these, of which some may be there; what was wanted before no longer matters."""
        self._wanted = dict.fromkeys(number for number in numbers if number not in self._kept)
        if self._wanted and self._task is None:
            self._soon.start()

    def _begin(self) -> None:
        if self._collection is None or not self._wanted or self._lane.is_closed:
            return
        collection, numbers = self._collection, list(self._wanted)[:_TOGETHER]
        self._task = self._lane.start(lambda: _make(collection, numbers))
        self._task.succeeded.connect(self._take)
        self._task.failed.connect(self._give_up)
        self._task.ended.connect(self._go_on)

    def _take(self, made: dict[int, object]) -> None:
        if self.sender() is not self._task:
            return
        self._kept.update(made)
        for number in made:
            self._wanted.pop(number, None)
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit()

    def _give_up(self) -> None:
        """Ask no further for what cannot be made; the log says why."""
        if self.sender() is self._task:
            self._wanted.clear()

    def _go_on(self) -> None:
        if self.sender() is self._task:
            self._task = None
            self._begin()


def _make(
    collection: Collection, numbers: list[int]
) -> Generator[Preparing, None, dict[int, object]]:
    from netstudio.engine.events import Preparing

    made: dict[int, object] = {}
    for number in numbers:
        yield Preparing("read", len(made), len(numbers))
        made[number] = collection.glance(collection.place(number))
    return made
