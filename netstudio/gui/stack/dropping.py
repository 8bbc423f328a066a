"""What happens while layers are dragged over the stack, and when they are dropped."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent

from netstudio.core.edits import EditError
from netstudio.core.tree import Location, outermost, walk
from netstudio.gui.analysis import Analyser
from netstudio.gui.stack import commands
from netstudio.gui.stack.commands import Command
from netstudio.gui.stack.describe import describe
from netstudio.gui.stack.faces import LayerFace
from netstudio.gui.stack.gap_faces import DropFace
from netstudio.gui.stack.geometry import Rect
from netstudio.gui.stack.mime import read_type, read_uids, uids_mime
from netstudio.gui.stack.painting import Mark
from netstudio.gui.stack.preview import Preview, Trial, Verdict
from netstudio.gui.stack.scene import StackScene, Tile

if TYPE_CHECKING:
    from netstudio.gui.stack.view import StackView

_COPY_KEYS = Qt.KeyboardModifier.ControlModifier
if sys.platform == "darwin":
    _COPY_KEYS = Qt.KeyboardModifier.AltModifier
_SCROLL_ZONE = 36
_SCROLL_STEP = 14
_SCROLL_EVERY_MS = 30


@dataclass(frozen=True)
class Load:
    """What is dragged.

    Attributes:
        what: What people call it.
        drop_at: The command that a drop at a place would be.
        moved: The cards that would be moved, from top to bottom; none where new ones would come.
    """

    what: str
    drop_at: Callable[[Location], Command]
    moved: tuple[str, ...] = ()


class Dropping(QObject):
    """Marks where dragged layers will land, scrolls at the edges, and makes the drop an edit."""

    def __init__(self, view: StackView, scene: StackScene, analyser: Analyser) -> None:
        super().__init__(view)
        self._view = view
        self._scene = scene
        self._load: Load | None = None
        self._is_copy = False
        self._place: Location | None = None
        self._position = QPoint()
        self._preview = Preview(analyser, self)
        self._preview.judged.connect(self._show_verdict)
        self._scroller = QTimer(self)
        self._scroller.setInterval(_SCROLL_EVERY_MS)
        self._scroller.timeout.connect(self._scroll)

    def enter(self, event: QDropEvent) -> None:
        """Something is dragged in."""
        self._take_up(event)
        event.setAccepted(self._load is not None)

    def move(self, event: QDragMoveEvent) -> None:
        """It is dragged on; Ctrl may have been pressed or released meanwhile."""
        if _copies(event) != self._is_copy:
            self._take_up(event)
        self._position = event.position().toPoint()
        if self._mark():
            self._take(event)
        else:
            event.ignore()
        self._scroll_near_edges()

    def drop(self, event: QDropEvent) -> None:
        """It is dropped: one edit."""
        if self._load is None or _copies(event) != self._is_copy:
            self._take_up(event)
        load = self._load
        place = self._place_at(event.position().toPoint())
        self.leave()
        if load is None or self._trial(load, place) is None:
            event.ignore()
            return
        self._take(event)
        self._view.perform(load.drop_at(place))
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, event: QDropEvent) -> None:
        """Let the cursor say whether the drop would move or copy."""
        is_move = read_type(event.mimeData()) is None and not _copies(event)
        event.setDropAction(Qt.DropAction.MoveAction if is_move else Qt.DropAction.CopyAction)
        event.accept()

    def leave(self) -> None:
        """It is dragged out, or the drag is over."""
        self._load = None
        self._place = None
        self._scroller.stop()
        self._preview.forget()
        self._scene.show_mark(None)

    def _take_up(self, event: QDropEvent) -> None:
        self.leave()
        self._load, self._is_copy = self._loaded(event), _copies(event)

    def _loaded(self, event: QDropEvent) -> Load | None:
        data, network = event.mimeData(), self._view.project.network
        if (type_name := read_type(data)) is not None:
            node = commands.new_layer(type_name)
            if node is None:
                return None
            what = describe(node.type, node.fields).label
            return Load(what, lambda place: commands.add(node, place))
        uids = read_uids(data)
        if uids is None or not set(uids) <= {node.uid for node in walk(network)}:
            return None
        what = commands.subject(network, uids)
        if _copies(event):
            return Load(what, lambda place: commands.copy(network, uids, place))
        moved = tuple(node.uid for node in outermost(network, uids))
        return Load(what, lambda place: commands.move(network, uids, place), moved)

    def _place_at(self, position: QPoint) -> Location:
        point = self._view.mapToScene(position)
        return self._view.stack_layout.drop_at(point.x(), point.y())

    def _mark(self) -> bool:
        """Mark the place under the pointer; says whether a drop is possible there."""
        if self._load is None:
            return False
        place = self._place_at(self._position)
        if place == self._place:
            return True
        self._place = None
        self._preview.forget()
        self._scene.show_mark(None)
        trial = self._trial(self._load, place)
        if trial is None:
            return False
        self._place = place
        if trial.uids:
            self._show_verdict(self._preview.ask(trial))
        return True

    def _trial(self, load: Load, place: Location) -> Trial | None:
        """The project after the drop; None where it makes no sense, as in a card itself."""
        project = self._view.project
        try:
            after = load.drop_at(place).apply(project)
        except EditError:
            return None
        landed = commands.added(project.network, after.network) or load.moved
        return Trial(after, landed if after != project else (), load.what)

    def _show_verdict(self, verdict: Verdict) -> None:
        if self._place is None or (gap := self._view.stack_layout.gaps.get(self._place)) is None:
            return
        face = DropFace(verdict.text, verdict.fits)
        height = face.height(gap.rect.width)
        middle = gap.rect.y + gap.rect.height / 2
        rect = Rect(gap.rect.x, middle - height / 2, gap.rect.width, height)
        self._scene.show_mark(Tile(rect, face))

    def _scroll_near_edges(self) -> None:
        if self._speed():
            self._scroller.start()
        else:
            self._scroller.stop()

    def _speed(self) -> int:
        y, height = self._position.y(), self._view.viewport().height()
        if y < _SCROLL_ZONE:
            return -_SCROLL_STEP
        return _SCROLL_STEP if y > height - _SCROLL_ZONE else 0

    def _scroll(self) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + self._speed())
        self._mark()


def _copies(event: QDropEvent) -> bool:
    """Whether Ctrl (on the Mac, Alt) is held."""
    return bool(event.modifiers() & _COPY_KEYS)


def drag_cards(view: StackView, scene: StackScene) -> None:
    """Drag the selected cards until they are dropped somewhere, or Escape is pressed."""
    uids = view.selected
    drag = QDrag(view)
    drag.setMimeData(uids_mime(uids))
    tile = scene.tile(("card", uids[0]))
    if tile is not None and isinstance(tile.face, LayerFace):
        drag.setPixmap(scene.picture(replace(tile, face=_carried(view, tile.face))))
    drag.setHotSpot(QPoint(24, 24))
    drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)


def _carried(view: StackView, first: LayerFace) -> LayerFace:
    """One card that stands for all that are dragged."""
    face = replace(first, mark=Mark.NONE, is_frame=False, chevron="")
    if len(view.selected) == 1:
        return face
    what = commands.subject(view.project.network, view.selected)
    return replace(face, label=what, summary="", name="", count="")
