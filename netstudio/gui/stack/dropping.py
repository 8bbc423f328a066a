"""What happens while layers are dragged over the stack, and when they are dropped."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent, QPainter, QPixmap

from netstudio.core.edits import EditError
from netstudio.core.tree import Location, outermost, walk
from netstudio.gui.analysis import Analyser
from netstudio.gui.layer_words import describe
from netstudio.gui.stack import commands
from netstudio.gui.stack.branches import made_for
from netstudio.gui.stack.commands import Command
from netstudio.gui.stack.edge_scroll import EdgeScroll
from netstudio.gui.stack.faces import LayerFace
from netstudio.gui.stack.gap_faces import DropFace
from netstudio.gui.stack.geometry import Rect
from netstudio.gui.stack.mime import read_type, read_uids, uids_mime
from netstudio.gui.stack.painting import Mark
from netstudio.gui.stack.preview import Preview, Trial, Verdict
from netstudio.gui.stack.scene import StackScene, Tile
from netstudio.gui.theme import metrics

if TYPE_CHECKING:
    from netstudio.gui.stack.view import StackView

_COPY_KEYS = Qt.KeyboardModifier.ControlModifier
if sys.platform == "darwin":
    _COPY_KEYS = Qt.KeyboardModifier.AltModifier
# The mark at a place that is too narrow for words is so wide.
_NARROWEST_MARK = 150
_SEE_THROUGH = 0.82
_GHOST = (210, metrics.CARD_HEIGHT)
_MOST_IN_PILE = 3
_PILE_STEP = 5


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
        self._scroll = EdgeScroll(view, self._mark)

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
        self._scroll.follow(self._position.y())

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
        self._scroll.stop()
        self._preview.forget()
        self._scene.show_mark(None)

    def _take_up(self, event: QDropEvent) -> None:
        self.leave()
        self._load, self._is_copy = self._loaded(event), _copies(event)

    def _loaded(self, event: QDropEvent) -> Load | None:
        data, network = event.mimeData(), self._view.project.network
        if (type_name := read_type(data)) is not None:
            node = self._view.new_layer(type_name)
            if node is None:
                return None
            what = describe(node.type, node.fields).label
            return Load(what, lambda place: made_for(commands.add(node, place), place))
        uids = read_uids(data)
        if uids is None or not set(uids) <= {node.uid for node in walk(network)}:
            return None
        what = commands.subject(network, uids)
        if _copies(event):
            return Load(what, lambda place: made_for(commands.copy(network, uids, place), place))
        moved = tuple(node.uid for node in outermost(network, uids))
        return Load(what, lambda place: made_for(commands.move(network, uids, place), place), moved)

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
        return Trial(after, landed if after != project else (), load.what, self._is_copy)

    def _show_verdict(self, verdict: Verdict) -> None:
        if self._place is None or (gap := self._view.stack_layout.gaps.get(self._place)) is None:
            return
        face = DropFace(verdict.text, verdict.fits)
        width = max(gap.rect.width, _NARROWEST_MARK)
        left = gap.rect.right - width
        height = face.height(width)
        middle = gap.rect.y + gap.rect.height / 2
        rect = Rect(left, middle - height / 2, width, height)
        self._scene.show_mark(Tile(rect, face))


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
        carried = Tile(Rect(0, 0, *_GHOST), _carried(view, tile.face))
        drag.setPixmap(_ghost(view, scene, carried))
    # It hangs below the pointer, so that it does not hide where the layers would land.
    drag.setHotSpot(QPoint(-14, -22))
    drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)


def _ghost(view: StackView, scene: StackScene, tile: Tile) -> QPixmap:
    """What hangs at the pointer: a card that can be seen through, or a small pile of them."""
    card = scene.picture(tile)
    count = min(len(outermost(view.project.network, view.selected)), _MOST_IN_PILE)
    reach = (count - 1) * _PILE_STEP
    size = card.deviceIndependentSize()
    scale = card.devicePixelRatio()
    pile = _clear(card.width() + ceil(reach * scale), card.height() + ceil(reach * scale), scale)
    painter = QPainter(pile)
    for at in reversed(range(count)):
        spot = QRectF(at * _PILE_STEP, at * _PILE_STEP, size.width(), size.height())
        painter.drawPixmap(spot, card, QRectF(card.rect()))
    painter.end()
    ghost = _clear(pile.width(), pile.height(), scale)
    painter = QPainter(ghost)
    painter.setOpacity(_SEE_THROUGH)
    painter.drawPixmap(0, 0, pile)
    painter.end()
    return ghost


def _clear(width: int, height: int, scale: float) -> QPixmap:
    """A picture through which one sees, of so many pixels."""
    pixmap = QPixmap(width, height)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def _carried(view: StackView, first: LayerFace) -> LayerFace:
    """One card that stands for all that are dragged."""
    face = replace(first, mark=Mark.NONE, is_frame=False, chevron="")
    if len(outermost(view.project.network, view.selected)) == 1:
        return face
    what = commands.subject(view.project.network, view.selected)
    return replace(face, label=what, summary="", name="", count="", figure="", remark="", badge="")
