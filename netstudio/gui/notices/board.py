"""The notices of the run that goes on, or of the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from netstudio.core.document import Document
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
        self._mended: set[tuple[str, str]] = set()
        run_controller.started.connect(self.clear)
        run_controller.received.connect(self._take)

    @property
    def notices(self) -> tuple[Noticed, ...]:
        """All of them, the oldest first."""
        return tuple(self._notices.values())

    @property
    def has_changed_project(self) -> bool:
        """Whether a remedy was taken since the run began."""
        return bool(self._mended)

    def is_mended(self, notice: Noticed) -> bool:
        """Whether one of its remedies was taken."""
        return _key(notice) in self._mended

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
        self._mended.add(_key(notice))
        self.changed.emit()

    def put_aside(self, notice: Noticed) -> None:
        """Speak of it no more."""
        self._forget(_key(notice))
        self.changed.emit()

    def clear(self) -> None:
        """Another run begins, or another project was opened."""
        if self._notices or self._mended:
            self._notices, self._mended = {}, set()
            self.changed.emit()

    def take_over(self, before: NoticeBoard) -> None:
        """Keep what another board keeps."""
        self._notices, self._mended = dict(before._notices), set(before._mended)
        self.changed.emit()

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
        self._mended.discard(key)


def _key(notice: Noticed) -> tuple[str, str]:
    return notice.code, notice.layer
