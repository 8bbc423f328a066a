"""A tab of the Data page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from netstudio.core.document import Document
from netstudio.gui.background import Lane
from netstudio.tasks.content import Content

if TYPE_CHECKING:
    from netstudio.gui.data.content import LoadedData
    from netstudio.gui.data.loader import DataLoader
    from netstudio.gui.run_controller import RunController


@dataclass(frozen=True)
class Bench:
    """What a section works with.

    Attributes:
        document: The project; every change goes through ``document.edit``.
        loader: Its data, kept up to date.
        lane: Where work on samples is done in the background.
        runs: Where training runs, for those who show what is learned.
    """

    document: Document
    loader: DataLoader
    lane: Lane
    runs: RunController | None = None


class Section(QWidget):
    """A tab of the Data page; made when it is first looked at.

    It hears of the document itself (``bench.document.connect``) where it shows more of it than the
    data, and stops hearing when it is destroyed.

    Attributes:
        name: Which one it is, for tests and for what is remembered.
        contents: The kinds of content whose data have such a tab; empty for all.
    """

    name: ClassVar[str]
    contents: ClassVar[tuple[Content, ...]] = ()

    @staticmethod
    def title() -> str:
        """What the tab is called, in the user's language."""
        raise NotImplementedError

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench

    def show_data(self, data: LoadedData | None) -> None:
        """Show these data, or that there are none; called while the section is in view."""
        raise NotImplementedError
