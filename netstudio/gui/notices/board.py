"""The notices of the run that goes on, or of the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from netstudio.core.document import Change, Document, Origin
from netstudio.core.tree import find
from netstudio.gui.run_controller import RunController
from netstudio.gui.texts import words

if TYPE_CHECKING:
    from netstudio.engine.events import Event, Noticed, Remedy


class NoticeBoard(QObject):
    """Keeps notices until they heal, are put aside, or another run begins.

    Signals:
        changed: There are others than before.
    """

    changed = Signal()

    def __init__(self, document: Document, run_controller: RunController, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._notices: dict[tuple[str, str], Noticed] = {}
        self._taken: dict[tuple[str, str], Remedy] = {}
        self.destroyed.connect(document.connect(self._document_changed))
        run_controller.started.connect(self.clear)
        run_controller.received.connect(self._take)

    @property
    def notices(self) -> tuple[Noticed, ...]:
        """All of them, the oldest first."""
        return tuple(self._notices.values())

    @property
    def has_changed_project(self) -> bool:
        """Whether a remedy was taken since the run began."""
        return bool(self._taken)

    def remedy_taken(self, notice: Noticed) -> Remedy | None:
        """Which of its remedies is in the project by now."""
        return self._taken.get(_key(notice))

    def of_layers(self) -> dict[str, tuple[str, ...]]:
        """What is noticed of each layer, by uid, in the user's language."""
        found: dict[str, tuple[str, ...]] = {}
        for notice in self.notices:
            if notice.layer:
                found[notice.layer] = (*found.get(notice.layer, ()), words(notice.text))
        return found

    def layer_name(self, notice: Noticed) -> str:
        """What the layer is called by now; empty where it is no layer's, or the layer is gone."""
        node = find(self._document.project.network, notice.layer) if notice.layer else None
        return node.name if node is not None else ""

    def mend(self, notice: Noticed, remedy: Remedy) -> None:
        """Change the project as the remedy says; the next run is trained so."""
        from netstudio.engine.training.notices.remedies import applied

        self._document.edit(words(remedy.label), lambda project: applied(project, remedy))
        self._taken[_key(notice)] = remedy
        self.changed.emit()

    def put_aside(self, notice: Noticed) -> None:
        """Speak of it no more."""
        self._forget(_key(notice))
        self.changed.emit()

    def clear(self) -> None:
        """Another run begins, or another project was opened."""
        if self._notices or self._taken:
            self._notices, self._taken = {}, {}
            self.changed.emit()

    def take_over(self, before: NoticeBoard) -> None:
        """Keep what another board keeps."""
        self._notices, self._taken = dict(before._notices), dict(before._taken)
        self.changed.emit()

    def _document_changed(self, change: Change) -> None:
        if change.origin is Origin.REPLACE:
            self.clear()

    def _take(self, events: tuple[Event, ...]) -> None:
        from netstudio.engine.events import Healed, Noticed

        has_changed = False
        for event in events:
            match event:
                case Noticed():
                    self._notices[_key(event)] = event
                case Healed():
                    self._forget((event.code, event.layer))
                case _:
                    continue
            has_changed = True
        if has_changed:
            self.changed.emit()

    def _forget(self, key: tuple[str, str]) -> None:
        self._notices.pop(key, None)


def _key(notice: Noticed) -> tuple[str, str]:
    return notice.code, notice.layer
