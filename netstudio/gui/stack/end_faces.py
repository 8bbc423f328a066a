"""The cards where samples come in and where the answer comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netstudio.core.project import DataFacts
from netstudio.gui.stack.faces import EndFace
from netstudio.gui.stack.geometry import INPUT, OUTPUT
from netstudio.gui.stack.painting import Mark
from netstudio.gui.texts import grouped, translate, words
from netstudio.tasks.content import Aim
from netstudio.tasks.sources import SOURCES
from netstudio.tasks.task import TASKS

if TYPE_CHECKING:
    from netstudio.gui.stack.tiles import Shown


def input_face(shown: Shown) -> EndFace:
    """Which data come in, and how many."""
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


def _what_comes_out(facts: DataFacts, aim: Aim) -> str:
    match aim:
        case Aim.ITSELF:
            return translate("netstudio", "what came in")
        case Aim.VALUES:
            if len(facts.values) == 1:
                return facts.values[0]
            return translate("netstudio", "{count} numbers").format(
                count=grouped(len(facts.values))
            )
        case Aim.LABELS:
            return translate("netstudio", "{count} labels").format(
                count=grouped(len(facts.classes))
            )
    return translate("netstudio", "{count} classes").format(count=grouped(len(facts.classes)))


def output_face(shown: Shown) -> EndFace:
    """What the answer consists of."""
    facts, task = shown.project.data.facts, TASKS.get(shown.project.task.type)
    text = translate("netstudio", "not known yet")
    if facts is not None:
        text = _what_comes_out(facts, task.aim if task is not None else Aim.CLASS)
    return EndFace(
        translate("netstudio", "Output"), text, "target", None, shown.is_wrong(OUTPUT), Mark.NONE
    )
