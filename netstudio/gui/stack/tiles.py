"""From the project, its analysis and the state of the view to everything that is shown."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtGui import QPixmap

from netstudio.core.learning import frozen_uids
from netstudio.core.problems import Problem, Severity
from netstudio.core.project import Project
from netstudio.core.tree import Location, Node, Stack, walk
from netstudio.gui.layer_words import (
    describe,
    given_name,
    held_layers,
    parameters_text,
    rate_text,
    slot_text,
)
from netstudio.gui.stack.containers import look_of, takes_more
from netstudio.gui.stack.end_faces import input_face, output_face
from netstudio.gui.stack.faces import LayerFace
from netstudio.gui.stack.gap_faces import (
    GapFace,
    HollowFace,
    LabelFace,
    MergeFace,
    NewBranchFace,
)
from netstudio.gui.stack.geometry import (
    INPUT,
    OUTPUT,
    Card,
    Gap,
    Layout,
    Merge,
    Rect,
    SlotLabel,
    Wire,
)
from netstudio.gui.stack.notes import NoteFace
from netstudio.gui.stack.outlines import Frame
from netstudio.gui.stack.painting import Face, Mark
from netstudio.gui.stack.scene import Thing, Tile
from netstudio.gui.stack.selection import Selection
from netstudio.gui.texts import layers_text, shape_text, short_count, translate, words

if TYPE_CHECKING:
    from netstudio.engine.network.analyse import Analysis, LayerReport


class Cost(Enum):
    """What a layer costs: what it has to remember, or what it has to compute."""

    PARAMETERS = "parameters"
    FLOPS = "flops"

    def of(self, reported: LayerReport | Analysis) -> int:
        """The cost of a layer or of the network."""
        return reported.parameters if self is Cost.PARAMETERS else reported.flops


@dataclass(frozen=True)
class Hot:
    """The button under the pointer.

    Attributes:
        gap: The place whose "+" it is.
        note: The card and the number of the note whose fix it is.
        branch: The container and the slot that it takes away.
    """

    gap: Location | None = None
    note: tuple[str, int] | None = None
    branch: tuple[str, str] | None = None


@dataclass(frozen=True)
class Shown:
    """All that decides what the stack looks like.

    Attributes:
        analysis: The latest one; it may be of an earlier state of the project.
        is_old: Whether it has been so for long enough to say so.
        problems: The problems under each card.
        has_focus: Whether keys go to the stack.
        sample: A picture for the card of the input.
        cost: What the bars on the cards compare.
        notices: What the training tells of layers, by uid.
    """

    project: Project
    analysis: Analysis | None
    is_old: bool
    problems: Mapping[str, tuple[Problem, ...]]
    layout: Layout
    selection: Selection
    has_focus: bool
    hot: Hot
    sample: QPixmap | None
    cost: Cost = Cost.PARAMETERS
    notices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def share(self, uid: str) -> float:
        """A layer's share of what the network costs."""
        report = self.report(uid)
        if report is None or self.analysis is None:
            return 0.0
        total = self.cost.of(self.analysis)
        return self.cost.of(report) / total if total else 0.0

    def report(self, uid: str) -> LayerReport | None:
        """What the analysis says of a layer."""
        return self.analysis.layers.get(uid) if self.analysis else None

    def mark(self, uid: str) -> Mark:
        """How a card is marked as selected."""
        is_current = self.has_focus and uid == self.selection.current
        if is_current:
            return Mark.CURRENT
        return Mark.SELECTED if uid in self.selection.uids else Mark.NONE

    def is_wrong(self, uid: str) -> bool:
        """Whether a card has an error of its own."""
        return any(one.severity is Severity.ERROR for one in self.problems.get(uid, ()))


class StackPieces:
    """Everything that is shown; what a thing looks like is found out when it is asked for.

    Attributes:
        rects: Where everything is, by key.
    """

    def __init__(self, shown: Shown) -> None:
        self._shown = shown
        self._nodes: dict[str, Node] = {}
        self._off: set[str] = set()
        self._frozen = frozen_uids(shown.project.network)
        self._take_in(shown.project.network, is_off=False)
        self._things: dict[Hashable, Card | Gap | SlotLabel | Merge | Wire] = {}
        self.rects: dict[Hashable, Rect] = {}
        self._place()

    def thing(self, key: Hashable) -> Thing:
        """What is shown under a key."""
        thing, shown = self._things[key], self._shown
        match thing:
            case Wire():
                return thing
            case Gap():
                return Tile(thing.rect, self._gap_face(thing), self._level_in(thing.place.parent))
            case Merge():
                return Tile(thing.rect, MergeFace(thing.text), self._level_in(thing.uid))
            case SlotLabel():
                is_hot = shown.hot.branch == (thing.uid, thing.slot)
                return Tile(thing.rect, _label_face(thing, is_hot), self._level_in(thing.uid))
            case Card():
                return self._part_of_card(thing, key)

    def _place(self) -> None:
        layout, rects, things = self._shown.layout, self.rects, self._things
        for uid, card in layout.cards.items():
            rects["card", uid], things["card", uid] = card.head, card
            if card.is_open:
                rects["frame", uid], things["frame", uid] = card.rect, card
            for number, note in enumerate(card.notes):
                rects["note", uid, number], things["note", uid, number] = note, card
        for gap in layout.gaps.values():
            key = ("gap", _key(gap))
            rects[key], things[key] = gap.rect, gap
        for label in layout.labels:
            key = ("label", f"{label.uid} {label.slot}")
            rects[key], things[key] = label.rect, label
        for merge in layout.merges:
            rects["merge", merge.uid], things["merge", merge.uid] = merge.rect, merge
        for number, wire in enumerate(layout.wires):
            rects["wire", number], things["wire", number] = wire.rect, wire

    def _take_in(self, stack: Stack, is_off: bool) -> None:
        for node in stack:
            self._nodes[node.uid] = node
            if is_off or not node.enabled:
                self._off.add(node.uid)
            for _, body in node.slots:
                self._take_in(body, is_off or not node.enabled)

    def _level_in(self, parent: str | None) -> int:
        return 0 if parent is None else self._shown.layout.cards[parent].level + 1

    def _part_of_card(self, card: Card, key: Hashable) -> Thing:
        shown, uid = self._shown, card.uid
        match key:
            case ("frame", _):
                is_off = uid in self._off
                return Frame(card.rect, card.level, shown.mark(uid), shown.is_wrong(uid), is_off)
            case ("note", _, int(number)):
                problem = shown.problems[uid][number]
                face: Face = _note_face(shown, uid, number, problem)
                return Tile(card.notes[number], face, card.level)
        if uid == INPUT:
            face = input_face(shown)
        elif uid == OUTPUT:
            face = output_face(shown)
        else:
            is_off, is_frozen = uid in self._off, uid in self._frozen
            face = _layer_face(shown, self._nodes[uid], card, is_off, is_frozen)
        return Tile(card.head, face, card.level)

    def _gap_face(self, gap: Gap) -> Face:
        shown = self._shown
        rect, plus = gap.rect, gap.plus
        within = Rect(plus.x - rect.x, plus.y - rect.y, plus.width, plus.height)
        is_hot = shown.hot.gap == gap.place
        if gap.is_new:
            return NewBranchFace(translate("netstudio", "Add branch"), within, is_hot)
        if not gap.is_hollow:
            return GapFace(_shape_in(shown, gap), shown.is_old, is_hot)
        text = translate("netstudio", "Drop layers here")
        if gap.place.parent is None:
            text = translate("netstudio", "Drag layers here, or press +")
        elif takes_more(self._nodes[gap.place.parent]):
            text = translate("netstudio", "Passes the input on")
        return HollowFace(text, within, is_hot)


def _key(gap: Gap) -> Hashable:
    """Follows the card above it, so that the line below a card moves with the card."""
    is_first = gap.place.index == 0
    return (gap.place.parent, gap.place.slot) if is_first else gap.above


def _label_face(label: SlotLabel, is_hot: bool) -> LabelFace:
    rect, cross = label.rect, label.cross
    within = cross and Rect(cross.x - rect.x, cross.y - rect.y, cross.width, cross.height)
    return LabelFace(slot_text(label.slot), within, is_hot)


def _layer_face(shown: Shown, node: Node, card: Card, is_off: bool, is_frozen: bool) -> LayerFace:
    told = describe(node.type, node.fields)
    report = shown.report(node.uid)
    look = look_of(node)
    summary = "" if look.tells_all else told.summary
    chevron = ""
    is_wrong = shown.is_wrong(node.uid)
    if node.slots:
        chevron = "caret-down" if card.is_open else "caret-right"
        held = layers_text(count) if (count := held_layers(node)) else ""
        summary = " · ".join(part for part in (summary, held) if part)
    is_noticed = node.uid in shown.notices
    if node.slots and not card.is_open:
        is_wrong = is_wrong or any(shown.is_wrong(uid) for uid in _held(node))
        is_noticed = is_noticed or any(uid in shown.notices for uid in _held(node))
    return LayerFace(
        label=told.label,
        summary=summary,
        name=given_name(node),
        icon=told.icon,
        family=told.family,
        count=parameters_text(report.parameters) if report else "",
        share=0.0 if is_off else shown.share(node.uid),
        is_wrong=is_wrong,
        is_blocked=_is_blocked(shown, node),
        mark=shown.mark(node.uid),
        chevron=chevron,
        is_frame=card.is_open,
        badge=look.badge,
        remark=" ".join(node.note.split()),
        off="" if node.enabled else translate("netstudio", "off"),
        is_frozen=is_frozen and _has_weights(report),
        rate=rate_text(node),
        is_faded=is_off,
        figure=short_count(report.parameters) if report and report.parameters else "",
        is_noticed=is_noticed,
    )


def _has_weights(report: LayerReport | None) -> bool:
    """Whether a layer has weights, or may have for all that is known."""
    return report is None or report.output is None or report.parameters > 0


def _held(node: Node) -> Sequence[str]:
    return [inner.uid for _, body in node.slots for inner in walk(body)]


def _is_blocked(shown: Shown, node: Node) -> bool:
    """Whether a layer above it fails: it has no output, and it is not its own fault."""
    report = shown.report(node.uid)
    is_unknown = report is not None and report.output is None
    if not is_unknown or shown.project.data.facts is None:
        return False
    return not any(shown.is_wrong(uid) for uid in (node.uid, *_held(node)))


def _shape_in(shown: Shown, gap: Gap) -> str:
    """What flows through a gap; it is told once, below the layer that gives it."""
    if gap.above == INPUT:
        facts = shown.project.data.facts
        return shape_text(facts.sample) if facts else ""
    if gap.above == gap.place.parent:
        return ""
    report = shown.report(gap.above)
    if report is None:
        return "…"
    return shape_text(report.output) if report.output else ""


def _note_face(shown: Shown, uid: str, number: int, problem: Problem) -> NoteFace:
    return NoteFace(
        words(problem.text),
        words(problem.fix.label) if problem.fix else "",
        problem.severity,
        shown.hot.note == (uid, number),
    )
