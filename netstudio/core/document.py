"""The document: the one place where the current project changes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from netstudio.core.history import History, Step
from netstudio.core.project import Project


class Origin(StrEnum):
    """Why the document changed."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    REPLACE = "replace"


@dataclass(frozen=True)
class Change:
    """One change of the document, as observers hear of it."""

    before: Project
    after: Project
    origin: Origin
    label: str


Observer = Callable[[Change], None]


class Document:
    """A project that is being edited, with undo.

    ``edit`` is the only door for changes. Observers connected to it are called after each change,
    in the order in which they connected.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._saved = project
        self._history: History[Project] = History()
        self._observers: list[Observer] = []
        self._revision = 0
        self._transaction_depth = 0
        self._unheard: deque[Change] = deque()

    @property
    def project(self) -> Project:
        """The current value."""
        return self._project

    @property
    def history(self) -> History[Project]:
        """What can be undone and redone."""
        return self._history

    @property
    def revision(self) -> int:
        """Grows with every change; tells whether a background result is stale."""
        return self._revision

    @property
    def is_modified(self) -> bool:
        """Whether it differs from what was last opened or saved."""
        return self._project != self._saved

    def connect(self, observer: Observer) -> Callable[[], None]:
        """Call ``observer`` after every change; returns a function that disconnects it."""
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)

    def edit(
        self,
        label: str,
        change: Callable[[Project], Project],
        merge_key: str | None = None,
    ) -> None:
        """Apply a pure edit as one undoable step.

        Args:
            label: What undo calls it.
            change: Gives the edited project; giving an equal one back means no change.
            merge_key: Successive edits with the same key become one step.
        """
        after = change(self._project)
        if after == self._project:
            return
        step = Step(label, self._project, after, merge_key)
        if not self._transaction_depth:
            self._history = self._history.push(step)
        self._set(after, Origin.EDIT, label)

    @contextmanager
    def transaction(self, label: str) -> Iterator[None]:
        """Make all edits inside one step; an exception takes them all back."""
        before = self._project
        self._transaction_depth += 1
        try:
            yield
        except BaseException:
            if self._project is not before:
                self._set(before, Origin.UNDO, label)
            raise
        finally:
            self._transaction_depth -= 1
        if self._project is not before and not self._transaction_depth:
            self._history = self._history.push(Step(label, before, self._project))

    def undo(self) -> bool:
        """Take back the last step; says whether there was one."""
        self._require_no_transaction()
        if (undone := self._history.undo()) is None:
            return False
        self._history, step = undone
        self._set(step.before, Origin.UNDO, step.label)
        return True

    def redo(self) -> bool:
        """Do the step again that was undone last; says whether there was one."""
        self._require_no_transaction()
        if (redone := self._history.redo()) is None:
            return False
        self._history, step = redone
        self._set(step.after, Origin.REDO, step.label)
        return True

    def replace(self, project: Project) -> None:
        """Put another project in its place, as opening a file does; undo starts afresh."""
        self._require_no_transaction()
        self._history = History()
        self._saved = project
        self._set(project, Origin.REPLACE, "")

    def mark_saved(self) -> None:
        """Remember the current value as the saved one."""
        self._saved = self._project
        self._history = self._history.sealed()

    def _set(self, after: Project, origin: Origin, label: str) -> None:
        before, self._project = self._project, after
        self._revision += 1
        self._unheard.append(Change(before, after, origin, label))
        if len(self._unheard) > 1:
            return  # an observer edits: all shall hear of its change after the current one
        while self._unheard:
            for observer in tuple(self._observers):
                observer(self._unheard[0])
            self._unheard.popleft()

    def _require_no_transaction(self) -> None:
        if self._transaction_depth:
            raise RuntimeError("the history cannot move while a transaction is open")
