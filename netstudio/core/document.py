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
    AMEND = "amend"


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

    ``edit`` is the only door for what the user changes, ``amend`` for what the program finds out.
    Observers connected to it are called after each change, in the order in which they connected;
    the history is up to date by then. One that raises keeps no other from hearing of the change;
    its error comes out of the edit in the end.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._saved: Project | None = project
        self._history: History[Project] = History()
        self._observers: list[Observer] = []
        self._revision = 0
        self._in_transaction = False
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

        def disconnect() -> None:
            if observer in self._observers:
                self._observers.remove(observer)

        return disconnect

    def edit(
        self,
        label: str,
        change: Callable[[Project], Project],
        merge_key: str | None = None,
    ) -> None:
        """Apply a pure edit as one undoable step, or as a part of the open transaction.

        Args:
            label: What undo calls it.
            change: Gives the edited project; giving an equal one back means no change.
            merge_key: Successive edits with the same key become one step.
        """
        after = change(self._project)
        if after == self._project:
            return
        if self._in_transaction:
            self._project = after
        else:
            self._do(Step(label, self._project, after, merge_key))

    @contextmanager
    def transaction(self, label: str) -> Iterator[None]:
        """Make all edits inside one step and one change; an exception takes them all back.

        Observers hear of it at the end. A transaction inside another becomes a part of that one.
        """
        before, is_inner = self._project, self._in_transaction
        self._in_transaction = True
        try:
            yield
        except BaseException:
            self._project = before
            raise
        finally:
            self._in_transaction = is_inner
        if is_inner:
            return
        if self._project == before:
            self._project = before  # its edits have cancelled each other
        else:
            self._do(Step(label, before, self._project))

    def amend(self, change: Callable[[Project], Project]) -> None:
        """Record a fact that was found out, which is no edit: no step, and nothing to save.

        The amended value stands in for the current one wherever that was remembered: as the end of
        the last step, as the beginning of the next, and as the saved value if it was that one. So
        the same steps can be undone and redone, and an unmodified document stays unmodified.

        Args:
            change: Gives the amended project; giving an equal one back means no change.
        """
        self._require_no_transaction()
        before, after = self._project, change(self._project)
        if after == before:
            return
        if not self.is_modified:
            self._saved = after
        self._history = self._history.around(after)
        self._tell(Change(before, after, Origin.AMEND, ""))

    def undo(self) -> bool:
        """Take back the last step; says whether there was one."""
        self._require_no_transaction()
        if (undone := self._history.undo()) is None:
            return False
        self._history, step = undone
        self._tell(Change(self._project, step.before, Origin.UNDO, step.label))
        return True

    def redo(self) -> bool:
        """Do the step again that was undone last; says whether there was one."""
        self._require_no_transaction()
        if (redone := self._history.redo()) is None:
            return False
        self._history, step = redone
        self._tell(Change(self._project, step.after, Origin.REDO, step.label))
        return True

    def jump(self, done: int) -> bool:
        """Undo or redo until the first ``done`` steps are done, as one change.

        Returns:
            Whether that changed anything.

        Raises:
            IndexError: There are not so many steps.
        """
        self._require_no_transaction()
        now, after = len(self._history.past), self._history.at(done)
        if done == now:
            return False
        is_back = done < now
        step = after.future[0] if is_back else after.past[-1]
        self._history = after
        value, origin = (step.before, Origin.UNDO) if is_back else (step.after, Origin.REDO)
        self._tell(Change(self._project, value, origin, step.label))
        return True

    def replace(self, project: Project, saved: bool = True) -> None:
        """Put another project in its place, as opening a file does; undo starts afresh.

        Args:
            project: The new value.
            saved: Whether a file holds it; where none does, it is modified until it is saved.
        """
        self._require_no_transaction()
        self._history = History()
        self._saved = project if saved else None
        self._tell(Change(self._project, project, Origin.REPLACE, ""))

    def mark_saved(self) -> None:
        """Remember the current value as the saved one."""
        self._saved = self._project
        self._history = self._history.sealed()

    def _do(self, step: Step[Project]) -> None:
        self._history = self._history.push(step)
        self._tell(Change(step.before, step.after, Origin.EDIT, step.label))

    def _tell(self, change: Change) -> None:
        self._project = change.after
        self._revision += 1
        self._unheard.append(change)
        if len(self._unheard) > 1:
            return  # an observer edits: all shall hear of its change after the current one
        errors: list[Exception] = []
        try:
            while self._unheard:
                for observer in tuple(self._observers):
                    try:
                        observer(self._unheard[0])
                    except Exception as error:  # noqa: BLE001 (raised once all have heard)
                        errors.append(error)
                self._unheard.popleft()
        finally:
            self._unheard.clear()  # an interruption must not silence all later changes
        if errors:
            raise errors[0]

    def _require_no_transaction(self) -> None:
        if self._in_transaction:
            raise RuntimeError("neither undo nor a finding can come while a transaction is open")
