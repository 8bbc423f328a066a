"""Shows the network as cards, of which some are selected; editing is built on top of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from netstudio.core.document import Change, Document, Origin
from netstudio.core.problems import Problem
from netstudio.core.project import Project
from netstudio.core.tree import find, walk
from netstudio.gui.analysis import Analyser
from netstudio.gui.layer_words import spoken
from netstudio.gui.stack.containers import containers_around
from netstudio.gui.stack.faces import EndFace
from netstudio.gui.stack.geometry import INPUT, Layout, Rect, visible_uids
from netstudio.gui.stack.gliding import wants_motion
from netstudio.gui.stack.layout import column_width, lay_out
from netstudio.gui.stack.notes import note_shape, problems_by_card
from netstudio.gui.stack.scene import StackScene
from netstudio.gui.stack.selection import Selection, after_change, only, several
from netstudio.gui.stack.targets import Target, target_at
from netstudio.gui.stack.tiles import Cost, Hot, Shown, StackPieces
from netstudio.gui.stack.zoom_view import ZoomView
from netstudio.gui.texts import layers_text, translate

if TYPE_CHECKING:
    from netstudio.engine.network.analyse import Analysis

_SIDE = 20
_MOST_GLIDING = 100
# Shapes are dimmed only when the new ones take long enough to be missed.
_OLD_AFTER_MS = 250


class CardsView(ZoomView):
    """The cards of the document's network, with what the analysis knows of them.

    Signals:
        selection_changed: The uids of the selected layers, in the order of the stack.
    """

    selection_changed = Signal(object)

    def __init__(
        self, document: Document, analyser: Analyser, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._analyser = analyser
        self._analysis: Analysis | None = analyser.current
        self._problems = self._problems_found()
        self._is_old = False
        self._collapsed: frozenset[str] = frozenset()
        self._selection = Selection()
        self._hot = Hot()
        self._sample: QPixmap | None = None
        self._cost = Cost.PARAMETERS
        self._notices: Mapping[str, tuple[str, ...]] = {}
        # What the layout is of: another part may hear of a change first, and have us shown anew.
        self._laid_out = document.project
        self._layout = Layout(0)
        self._scene = StackScene(self)
        self.setScene(self._scene)
        self.setAccessibleName(translate("netstudio", "Network"))
        self._old_timer = QTimer(self, singleShot=True, interval=_OLD_AFTER_MS)
        self._old_timer.timeout.connect(self._grow_old)
        analyser.analysed.connect(self._take_analysis)
        disconnect = document.connect(self._document_changed)
        self.destroyed.connect(disconnect)
        self._lay_out()

    @property
    def project(self) -> Project:
        """The document's project."""
        return self._document.project

    @property
    def stack_layout(self) -> Layout:
        """Where everything is, in the scene's coordinates."""
        return self._layout

    @property
    def order(self) -> list[str]:
        """The layers whose cards are shown, from top to bottom."""
        return list(visible_uids(self._layout))

    @property
    def selected(self) -> tuple[str, ...]:
        """The uids of the selected layers, in the order of the stack."""
        uids = self._selection.uids
        if len(uids) < 2:  # the usual case, asked for many times at each change
            return tuple(uids)
        return tuple(node.uid for node in walk(self.project.network) if node.uid in uids)

    @property
    def selection(self) -> Selection:
        """What is selected, and which card keys act from."""
        return self._selection

    @property
    def collapsed(self) -> frozenset[str]:
        """The containers whose layers are hidden."""
        return self._collapsed

    def select(self, uids: tuple[str, ...]) -> None:
        """Select these layers, and no others."""
        there = {node.uid for node in walk(self.project.network)}
        self.put_selection(several([uid for uid in uids if uid in there]))

    def select_all(self) -> None:
        """Select every layer that is shown."""
        self.put_selection(several(self.order))

    def put_selection(self, selection: Selection, reveal: bool = False) -> None:
        """Select this; ``reveal`` scrolls to the card that keys act from."""
        before, self._selection = self._selection, selection
        if selection != before:
            self._show()
            self._speak()
        if reveal and selection.current is not None:
            self._scroll_to(selection.current)
        if selection.uids != before.uids:
            self.selection_changed.emit(self.selected)

    def reveal(self, uid: str) -> None:
        """Select a layer and scroll to it, opening the containers around it."""
        if find(self.project.network, uid) is not None:
            self._open_around((uid,))
            self._lay_out()
            self.put_selection(only(uid), reveal=True)

    def take_over(self, before: CardsView) -> None:
        """Show what another view of the document shows, as it shows it."""
        self._collapsed = before.collapsed
        self.set_cost(before.cost)
        self.set_zoom(before.zoom)
        self._lay_out()
        self.put_selection(before.selection)
        self.verticalScrollBar().setValue(before.verticalScrollBar().value())

    def toggle_collapsed(self, uid: str) -> None:
        """Hide or show the layers in a container."""
        self._collapse(self._collapsed ^ {uid})
        if self._selection.uids - set(self.order):
            self.put_selection(only(uid))

    def _collapse(self, uids: Collection[str]) -> None:
        self._collapsed = frozenset(uids)
        self._lay_out(glide=True)

    def set_sample(self, sample: QImage | None) -> None:
        """Show a picture on the card of the input."""
        self._sample = QPixmap.fromImage(sample) if sample is not None else None
        self._show()

    def collapse_all(self) -> None:
        """Hide the layers in every container."""
        self._collapse({node.uid for node in walk(self.project.network) if node.slots})

    def expand_all(self) -> None:
        """Show the layers in every container."""
        self._collapse(())

    def fit_all(self) -> None:
        """Show the whole stack."""
        self.fit(QRectF(0, 0, self._layout.width, self._layout.height))

    def fit_selected(self) -> None:
        """Show all selected layers, however deep they are hidden."""
        self._open_around(self._selection.uids)
        self._lay_out()
        united = QRectF()
        for uid in self._selection.uids:
            united |= QRectF(*self._layout.cards[uid].rect)
        if not united.isEmpty():
            self.fit(united)

    @property
    def cost(self) -> Cost:
        """What the bars on the cards compare."""
        return self._cost

    def set_cost(self, cost: Cost) -> None:
        """Let the bars on the cards compare this."""
        self._cost = cost
        self._show()

    def show_notices(self, notices: Mapping[str, tuple[str, ...]]) -> None:
        """Mark the cards of layers of which the training tells something, by uid."""
        if notices != self._notices:
            self._notices = notices
            self._show()

    def target_at(self, position: QPoint) -> Target:
        """What is under a point of the viewport."""
        point = self.mapToScene(position)
        return target_at(self._layout, self._problems, point.x(), point.y())

    def point_at(self, target: Target) -> None:
        """Light up the button under the pointer."""
        shape = (
            Qt.CursorShape.PointingHandCursor if target.is_button else Qt.CursorShape.ArrowCursor
        )
        self.viewport().setCursor(shape)
        if target.hot != self._hot:
            self._hot = target.hot
            self._show()

    def problems_of(self, uid: str) -> tuple[Problem, ...]:
        """The problems under a card."""
        return self._problems.get(uid, ())

    def card_rect(self, uid: str) -> QRectF:
        """Where a card is in the viewport."""
        head = QRectF(*self._layout.cards[uid].head)
        return QRectF(self.mapFromScene(head).boundingRect())

    def _document_changed(self, change: Change) -> None:
        before = self.selected
        if change.origin is Origin.REPLACE:
            self._collapsed, self._analysis, self._problems = frozenset(), None, {}
            self._selection = Selection()
        else:
            networks = change.before.network, change.after.network
            self._selection = after_change(self._selection, *networks)
            self._open_around(self._selection.uids)
        self._old_timer.start()
        self._lay_out(glide=change.origin is not Origin.REPLACE)
        if change.origin is Origin.REPLACE:
            self.verticalScrollBar().setValue(0)
        elif self._selection.current is not None and self.selected != before:
            self._scroll_to(self._selection.current)
        self._speak()
        if self.selected != before:
            self.selection_changed.emit(self.selected)

    def _take_analysis(self, analysis: Analysis) -> None:
        self._analysis, self._is_old = analysis, False
        self._problems = self._problems_found()
        self._old_timer.stop()
        self._lay_out()
        self._speak()

    def _problems_found(self) -> Mapping[str, tuple[Problem, ...]]:
        found = self._analysis.problems if self._analysis else ()
        return problems_by_card(self.project.network, found)

    def _grow_old(self) -> None:
        self._is_old = True
        self._show()

    def _lay_out(self, glide: bool = False) -> None:
        """Place all cards anew, and show them."""
        network = self.project.network
        room = self.viewport().width() / self._zoom - 2 * _SIDE
        width = column_width(network, self._collapsed, room)
        self._laid_out = self.project
        self._layout = lay_out(network, self._collapsed, self._note_heights, width)
        self._scene.setSceneRect(-_SIDE / 2, 0, width + _SIDE, self._layout.height)
        self._hot = Hot()
        may_glide = len(self._layout.cards) <= _MOST_GLIDING and wants_motion()
        self._show(glide=glide and may_glide and self.isVisible())

    def _note_heights(self, uid: str, width: float) -> list[float]:
        if uid not in self._problems:
            return []
        return [note_shape(problem, width).height for problem in self._problems[uid]]

    def _show(self, glide: bool = False) -> None:
        shown = Shown(
            self._laid_out,
            self._analysis,
            self._is_old,
            self._problems,
            self._layout,
            self._selection,
            self.hasFocus(),
            self._hot,
            self._sample,
            self._cost,
            self._notices,
        )
        self._scene.show_pieces(StackPieces(shown), glide)
        self._furnish()

    def _furnish(self) -> None:
        sight = self.mapToScene(self.viewport().rect()).boundingRect()
        self._scene.furnish(Rect(sight.x(), sight.y(), sight.width(), sight.height()))

    def _rescaled(self) -> None:
        self._repaint_all()
        self._lay_out()

    def _repaint_all(self) -> None:
        self._scene.repaint_all(self.devicePixelRatioF() * self._zoom)

    def _open_around(self, uids: Collection[str]) -> None:
        """Let no container hide these layers."""
        if self._collapsed:
            self._collapsed -= containers_around(self.project.network, uids)

    def _scroll_to(self, uid: str) -> None:
        if (card := self._layout.cards.get(uid)) is not None:
            head = QRectF(*card.head)
            self.ensureVisible(head, 0, 36)

    def _speak(self) -> None:
        """Tell screen readers what is selected."""
        count = len(self._selection.uids)
        if count > 1:
            text = translate("netstudio", "{layers} selected").format(layers=layers_text(count))
        else:
            text = self.card_text(self._selection.current)
        self.setAccessibleDescription(text)

    def card_text(self, uid: str | None) -> str:
        """All that a card shows: a line, and what the training tells of it."""
        if uid is None:
            return ""
        node = find(self.project.network, uid)
        if node is None:
            face = self._scene.face(("card", uid))
            return f"{face.label}: {face.text}" if isinstance(face, EndFace) else ""
        report = self._analysis.layers.get(uid) if self._analysis else None
        told = spoken(node, report, self._problems.get(uid, ()))
        return "\n".join((told, *self._notices.get(uid, ())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._furnish()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._repaint_all()
            self._show()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.DevicePixelRatioChange, QEvent.Type.Show):
            self._repaint_all()
            self._lay_out()
        return done

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        is_by_key = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        if is_by_key and self._selection.current is None:
            self.put_selection(only(INPUT))
        self._show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.point_at(Target())
        return super().viewportEvent(event)
