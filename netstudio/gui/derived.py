"""What can be said of the network besides its shapes, made in the background when it is wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from PySide6.QtCore import QObject, Signal

from netstudio.core.document import Document
from netstudio.core.project import Project
from netstudio.gui.analysis import Analyser
from netstudio.gui.background import Lane, Task

if TYPE_CHECKING:
    from netstudio.engine.network.analyse import Analysis

T = TypeVar("T")


class _Signals(QObject):
    """The signals of a ``Derived``: a class cannot be both generic and Qt's.

    Signals:
        made: It was made of the project as it is now.
        failed: The sentence for the user and the traceback; the program itself is at fault.
    """

    made = Signal(object)
    failed = Signal(object, str)


class Derived(Generic[T]):
    """Something that follows from a project and its analysis, such as its code.

    It is made anew after every analysis for as long as it is wanted; stale ones are dropped.

    Args:
        document: Whose project it is made of.
        analyser: Says when there is something new.
        lane: Where it is made.
        make: Makes it; runs in the background.
        parent: Who owns it.

    Attributes:
        signals: Tell of what was made.
    """

    def __init__(
        self,
        document: Document,
        analyser: Analyser,
        lane: Lane,
        make: Callable[[Project, Analysis], T],
        parent: QObject,
    ) -> None:
        self.signals = _Signals(parent)
        self._document = document
        self._analyser = analyser
        self._lane = lane
        self._make = make
        self._is_wanted = False
        self._task: Task | None = None
        self._asked: Analysis | None = None
        self._latest: T | None = None
        self._latest_of: Analysis | None = None
        analyser.analysed.connect(self._ask)
        self.signals.destroyed.connect(self._close)

    @property
    def current(self) -> T | None:
        """What was made of the project as it is now; None while that is not known."""
        return self._latest if self._latest_of is self._analyser.current else None

    def set_wanted(self, wanted: bool) -> None:
        """Make it from now on, or no more."""
        self._is_wanted = wanted
        self._ask()

    def _ask(self, _: object = None) -> None:
        analysis = self._analyser.current
        if not self._is_wanted or analysis is None or self._task is not None:
            return  # the newest is asked for when this one has been answered
        if analysis is self._latest_of:
            return
        project, self._asked = self._document.project, analysis
        self._task = self._lane.start(lambda: self._make(project, analysis))
        self._task.succeeded.connect(self._take)
        self._task.failed.connect(self._fail)
        self._task.ended.connect(self._look_for_newer)

    def _take(self, made: object) -> None:
        self._latest, self._latest_of = cast("T", made), self._asked
        if self.current is not None:
            self.signals.made.emit(made)

    def _fail(self, text: object, detail: str) -> None:
        # Asking again would only fail again.
        self._latest, self._latest_of = None, self._asked
        self.signals.failed.emit(text, detail)

    def _look_for_newer(self) -> None:
        self._task = None
        self._ask()

    def _close(self) -> None:
        """Make nothing more: whoever wanted it is gone."""
        self._is_wanted = False
        if self._task is not None:
            self._task.cancel()
