"""A difference between two projects, as people read it.

``core.network_differences`` finds those of networks, ``tasks.differences`` those of projects.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from netstudio.core.declare import FieldSpec
from netstudio.core.kinds import Choice, Unfit
from netstudio.core.translate import (
    QT_TRANSLATE_NOOP,
    Message,
    grouped,
    message,
    shorten,
    verbatim,
)
from netstudio.core.values import Fields, Value, written

_YES = QT_TRANSLATE_NOOP("netstudio", "yes")
_NO = QT_TRANSLATE_NOOP("netstudio", "no")

# What differs where another thing is chosen.
TYPE = QT_TRANSLATE_NOOP("netstudio", "Type")

# What stands where there is nothing to tell.
NOTHING = verbatim("")


class Section(StrEnum):
    """The part of a project that a difference is in, in the order in which they are told."""

    NETWORK = "network"
    TASK = "task"
    DATA = "data"
    LOSS = "loss"
    OPTIMIZER = "optimizer"
    SCHEDULE = "schedule"
    TRAINING = "training"

    @property
    def label(self) -> str:
        """What people call it (marked text)."""
        return _SECTION_LABELS[self]


_SECTION_LABELS = {
    Section.NETWORK: QT_TRANSLATE_NOOP("netstudio", "Network"),
    Section.TASK: QT_TRANSLATE_NOOP("netstudio", "Task"),
    Section.DATA: QT_TRANSLATE_NOOP("netstudio", "Data"),
    Section.LOSS: QT_TRANSLATE_NOOP("netstudio", "Loss"),
    Section.OPTIMIZER: QT_TRANSLATE_NOOP("netstudio", "Optimizer"),
    Section.SCHEDULE: QT_TRANSLATE_NOOP("netstudio", "Learning-rate schedule"),
    Section.TRAINING: QT_TRANSLATE_NOOP("netstudio", "Training"),
}


class Sort(StrEnum):
    """What has happened to a thing."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True)
class Difference:
    """One thing that is not the same in two projects.

    Attributes:
        section: Which part of the project it is in.
        sort: What has happened to it.
        subject: What it belongs to, such as a layer's name; empty where the section says all.
        what: What differs: a setting's label, or the type of what was added or removed.
        before: How it was; empty for what was added.
        after: How it is; empty for what was removed.
        target: The uid of the layer, or "" for everything else.
    """

    section: Section
    sort: Sort
    subject: Message
    what: Message
    before: Message
    after: Message
    target: str = ""

    @property
    def sentence(self) -> Message:
        """All of it on one line: "conv2d_1: Filters 32 → 64", "Optimizer SGD → Adam"."""
        is_chosen = self.subject == NOTHING and self.what == Message(TYPE)
        what = Message(self.section.label) if is_chosen else self.what
        told = message(_SENTENCES[self.sort], what=what, before=self.before, after=self.after)
        if self.subject == NOTHING:
            return told
        template = QT_TRANSLATE_NOOP("netstudio", "{subject}: {told}")
        return message(template, subject=self.subject, told=told)


_SENTENCES = {
    Sort.ADDED: QT_TRANSLATE_NOOP("netstudio", "{what} added"),
    Sort.REMOVED: QT_TRANSLATE_NOOP("netstudio", "{what} removed"),
    Sort.MOVED: QT_TRANSLATE_NOOP("netstudio", "moved from {before} to {after}"),
    Sort.CHANGED: QT_TRANSLATE_NOOP("netstudio", "{what} {before} → {after}"),
}


def changed_fields(
    section: Section,
    subject: Message,
    specs: Sequence[FieldSpec],
    before: Fields,
    after: Fields,
    target: str = "",
) -> Iterator[Difference]:
    """The settings that differ, in the order of their declaration; absent ones have their default.

    Args:
        section: The part of the project.
        subject: What the settings belong to.
        specs: Their declarations; settings without one are told by their names.
        before: The settings of the one.
        after: Those of the other.
        target: The uid of the layer, where they are a layer's.
    """
    known: dict[str, FieldSpec | None] = {spec.name: spec for spec in specs}
    unknown = dict.fromkeys(name for name in (*before, *after) if name not in known)
    for name, spec in {**known, **unknown}.items():
        default = spec.default if spec is not None else None
        was, is_now = before.get(name, default), after.get(name, default)
        if _same(spec, was, is_now):
            continue
        yield Difference(
            section,
            Sort.CHANGED,
            subject,
            Message(spec.label) if spec is not None else verbatim(shorten(name)),
            value_in_words(spec, was),
            value_in_words(spec, is_now),
            target,
        )


def changed(
    section: Section, subject: Message, what: str, before: Message, after: Message, target: str = ""
) -> Difference:
    """A difference in something that is no declared setting; ``what`` is a marked text."""
    return Difference(section, Sort.CHANGED, subject, Message(what), before, after, target)


def yes_or_no(flag: bool) -> Message:
    """A flag as people read it."""
    return Message(_YES if flag else _NO)


def value_in_words(spec: FieldSpec | None, value: Value) -> Message:
    """A setting's value as people read it."""
    if spec is not None and isinstance(spec.kind, Choice) and spec.kind.labels:
        labels = dict(zip(spec.kind.options, spec.kind.labels, strict=True))
        if isinstance(value, str) and value in labels:
            return Message(labels[value])
    match value:
        case None | "":
            return verbatim("–")
        case bool():
            return yes_or_no(value)
        case int():
            return verbatim(grouped(value))
        case float():
            return verbatim(repr(value).removesuffix(".0"))
        case str():
            return verbatim(shorten(value))
        case tuple() if all(isinstance(item, int | float) for item in value):
            return verbatim(shorten(" × ".join(map(str, value))))
    return verbatim(shorten(written(value)))


def _same(spec: FieldSpec | None, left: Value, right: Value) -> bool:
    """Whether two values mean the same: 3 and [3, 3], or 1 and 1.0, where the setting says so."""
    if Fields(value=left) == Fields(value=right):
        return True
    if spec is None:
        return False
    try:
        return spec.kind.parse(left) == spec.kind.parse(right)
    except Unfit:
        return False
