"""From the project, its analysis and the state of the view to everything that is shown."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QPixmap

from netstudio.core.problems import Problem, Severity
from netstudio.core.project import Project
from netstudio.core.tree import Location, Node, walk
from netstudio.gui.stack.describe import (
    describe,
    given_name,
    held_layers,
    parameters_text,
)
from netstudio.gui.stack.faces import (
    EndFace,
    GapFace,
    HollowFace,
    LabelFace,
    LayerFace,
    Mark,
)
from netstudio.gui.stack.layout import INPUT, OUTPUT, Card, Gap, Layout, Rect
from netstudio.gui.stack.notes import NoteFace
from netstudio.gui.stack.scene import Frame, Tile
from netstudio.gui.stack.selection import Selection
from netstudio.gui.texts import grouped, layers_text, shape_text, translate, words
from netstudio.tasks.sources import SOURCES

if TYPE_CHECKING:
    from netstudio.engine.network.analyse import Analysis, LayerReport


@dataclass(frozen=True)
class Hot:
    """The button under the pointer.

    Attributes:
        gap: The place whose "+" it is.
        note: The card and the number of the note whose fix it is.
    """

    gap: Location | None = None
    note: tuple[str, int] | None = None


@dataclass(frozen=True)
class Shown:
    """All that decides what the stack looks like.

    Attributes:
        analysis: The latest one; it may be of an earlier state of the project.
        is_old: Whether it has been so for long enough to say so.
        problems: The problems under each card.
        has_focus: Whether keys go to the stack.
        sample: A picture for the card of the input.
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


def tiles(shown: Shown) -> dict[Hashable, Tile]:
    """Everything that is shown, but for frames."""
    made: dict[Hashable, Tile] = {}
    nodes = {node.uid: node for node in walk(shown.project.network)}
    for uid, card in shown.layout.cards.items():
        if uid == INPUT:
            face: LayerFace | EndFace = _input_face(shown)
        elif uid == OUTPUT:
            face = _output_face(shown)
        else:
            face = _layer_face(shown, nodes[uid], card)
        made["card", uid] = Tile(card.head, face, card.level)
        for number, (note, problem) in enumerate(
            zip(card.notes, shown.problems.get(uid, ()), strict=True)
        ):
            made["note", uid, number] = Tile(
                note, _note_face(shown, uid, number, problem), card.level
            )
    for place, gap in shown.layout.gaps.items():
        level = 0 if place.parent is None else shown.layout.cards[place.parent].level + 1
        made["gap", _key(gap)] = Tile(gap.rect, _gap_face(shown, gap), level)
    for label in shown.layout.labels:
        level = shown.layout.cards[label.uid].level + 1
        made["label", label.uid, label.slot] = Tile(label.rect, LabelFace(label.slot), level)
    return made


def frames(shown: Shown) -> dict[Hashable, Frame]:
    """The frames of open containers."""
    return {
        card.uid: Frame(card.rect, card.level, shown.mark(card.uid), shown.is_wrong(card.uid))
        for card in shown.layout.cards.values()
        if card.is_open
    }


def _key(gap: Gap) -> Hashable:
    """Follows the card above it, so that the line below a card moves with the card."""
    is_first = gap.place.index == 0
    return (gap.place.parent, gap.place.slot) if is_first else gap.above


def _layer_face(shown: Shown, node: Node, card: Card) -> LayerFace:
    told = describe(node.type, node.fields)
    report = shown.report(node.uid)
    parameters = report.parameters if report else 0
    total = shown.analysis.parameters if shown.analysis else 0
    summary = told.summary
    chevron = ""
    is_wrong = shown.is_wrong(node.uid)
    if node.slots:
        chevron = "caret-down" if card.is_open else "caret-right"
        held = layers_text(count) if (count := held_layers(node)) else ""
        summary = " · ".join(part for part in (summary, held) if part)
    if node.slots and not card.is_open:
        is_wrong = is_wrong or any(shown.is_wrong(uid) for uid in _held(node))
    return LayerFace(
        label=told.label,
        summary=summary,
        name=given_name(node),
        icon=told.icon,
        family=told.family,
        count=parameters_text(parameters),
        share=parameters / total if total else 0.0,
        is_wrong=is_wrong,
        is_blocked=_is_blocked(shown, node),
        mark=shown.mark(node.uid),
        chevron=chevron,
        is_frame=card.is_open,
    )


def _held(node: Node) -> Sequence[str]:
    return [inner.uid for _, body in node.slots for inner in walk(body)]


def _is_blocked(shown: Shown, node: Node) -> bool:
    """Whether a layer above it fails: it has no output, and it is not its own fault."""
    report = shown.report(node.uid)
    is_unknown = report is not None and report.output is None
    if not is_unknown or shown.project.data.facts is None:
        return False
    return not any(shown.is_wrong(uid) for uid in (node.uid, *_held(node)))


def _gap_face(shown: Shown, gap: Gap) -> GapFace | HollowFace:
    is_hot = shown.hot.gap == gap.place
    if gap.is_hollow:
        text = translate("netstudio", "Drop layers here")
        if gap.place.parent is None:
            text = translate("netstudio", "Drag layers here, or press +")
        rect, plus = gap.rect, gap.plus
        within = Rect(plus.x - rect.x, plus.y - rect.y, plus.width, plus.height)
        return HollowFace(text, within, is_hot)
    return GapFace(_shape_in(shown, gap), shown.is_old, is_hot)


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


def _input_face(shown: Shown) -> EndFace:
    data = shown.project.data
    source = SOURCES.get(data.source.type)
    parts = [words(source.label) if source else data.source.type]
    if data.facts is None:
        parts.append(translate("netstudio", "not read yet"))
    else:
        counts = data.facts.counts
        for count, template in (
            (counts.train, translate("netstudio", "{count} train")),
            (counts.validation, translate("netstudio", "{count} validation")),
            (counts.test, translate("netstudio", "{count} test")),
        ):
            if count:
                parts.append(template.format(count=grouped(count)))
    return EndFace(
        translate("netstudio", "Input"),
        " · ".join(parts),
        "image",
        shown.sample,
        shown.is_wrong(INPUT),
        shown.mark(INPUT),
    )


def _output_face(shown: Shown) -> EndFace:
    facts = shown.project.data.facts
    text = translate("netstudio", "classes not known yet")
    if facts is not None:
        text = translate("netstudio", "{count} classes").format(count=grouped(len(facts.classes)))
    return EndFace(
        translate("netstudio", "Output"), text, "target", None, shown.is_wrong(OUTPUT), Mark.NONE
    )
