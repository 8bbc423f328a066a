"""How samples of one kind of content are shown: what each kind brings along."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Generator
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from netstudio.gui.kinds.charts import Chart
from netstudio.gui.kinds.parts import Part

if TYPE_CHECKING:
    from netstudio.engine.data.dataset import Dataset
    from netstudio.engine.data.records import Records
    from netstudio.engine.events import Preparing


class Shape(Enum):
    """How much room a sample has in a list: width and height of its tile.

    ``LINE`` is as wide as the list and one line of text high.
    """

    TILE = (72, 72)
    WIDE = (144, 72)
    LINE = (0, 28)


@dataclass(frozen=True)
class Place:
    """Which sample of a data set it is.

    Attributes:
        part: The part that it belongs to.
        number: Its number there, from 0.
    """

    part: Part
    number: int

    def records(self, dataset: Dataset) -> Records:
        """The part's samples as they are in the world."""
        return getattr(dataset.records, self.part)  # type: ignore[no-any-return]


class Detail(QWidget):
    """Shows one sample large; its size is up to the page."""

    def show_sample(self, look: object) -> None:
        """Show what ``SampleView.look`` has prepared."""
        raise NotImplementedError


class SampleView(ABC):
    """How samples of one kind are shown; it has no state.

    Attributes:
        shape: The room of one sample in a list.
    """

    shape: ClassVar[Shape] = Shape.LINE

    @abstractmethod
    def glance(self, records: Records, number: int) -> object:
        """The little that one sample's tile or line is painted from; in the background.

        Values only, no widgets and no colours of the theme, such as a small ``QImage``, a text, or
        a few dozen heights of a curve.
        """

    @abstractmethod
    def paint(self, painter: QPainter, room: QRect, glance: object) -> None:
        """Paint a sample into its room, with the colours that are worn now; see ``painting``."""

    def words(self, records: Records, number: int) -> str:
        """The text in which a search looks, besides class and origin; in the background."""
        return ""

    def look(self, dataset: Dataset, place: Place) -> object:
        """All that the large view shows of one sample; in the background."""
        return self.glance(place.records(dataset), place.number)

    @abstractmethod
    def detail(self) -> Detail:
        """The widget that shows one sample large."""

    def charts(self, dataset: Dataset) -> Generator[Preparing, None, tuple[Chart, ...]]:
        """Figures of this kind beside those that all kinds share; a background job."""
        yield from ()
        return ()
