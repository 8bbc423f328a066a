"""Runs beside each other, line by line: figures, what is known of them, and what differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from netstudio.core.differences import Difference, Section
from netstudio.core.project import Project
from netstudio.engine.runs.figures import figures_of
from netstudio.engine.runs.record import RunRecord
from netstudio.gui.metric_words import metric_text
from netstudio.gui.runs.columns import epochs_text, loss_text, state_text
from netstudio.gui.texts import duration, grouped, size_text, translate, words
from netstudio.tasks.differences import differences

NOTHING = "–"


@dataclass(frozen=True)
class Line:
    """One line of the comparison.

    Attributes:
        label: What is told; of a heading, what the lines below it are about.
        values: How it is in each run; empty for a heading.
        best: Which of the values are the best.
        is_heading: Whether it stands above others.
    """

    label: str
    values: tuple[str, ...] = ()
    best: tuple[bool, ...] = ()
    is_heading: bool = False


def lines_of(
    records: Sequence[RunRecord],
    projects: Sequence[Project],
    now: Project | None = None,
    active: Path | None = None,
) -> list[Line]:
    """All lines.

    Args:
        records: The runs.
        projects: Their projects.
        now: The project in the editor, where it is compared with the runs, too.
        active: The run that goes on, if one does.
    """
    lines = [*_figures(records)]
    compared = [*projects, now] if now is not None else list(projects)
    if len(compared) > 1:
        lines += _differences(compared)
    return [*lines, *_facts(records, active)]


def _figures(records: Sequence[RunRecord]) -> Iterator[Line]:
    figures = figures_of(records)
    if figures:
        yield Line(translate("netstudio", "Figures of the best epoch"), is_heading=True)
    templates = {
        "train": translate("netstudio", "{figure}, training"),
        "validation": translate("netstudio", "{figure}, validation"),
        "test": translate("netstudio", "{figure}, test"),
    }
    for figure in figures:
        label = templates[figure.part].format(figure=words(figure.label))
        values = tuple(_figure(figure.name, value) for value in figure.values)
        yield Line(label, values, figure.best)


def _figure(name: str, value: float | None) -> str:
    if value is None:
        return NOTHING
    return loss_text(value) if name == "loss" else metric_text(name, value, 2)


def _differences(projects: Sequence[Project]) -> Iterator[Line]:
    """What is not the same in all projects, section by section."""
    first, *others = projects
    found: dict[Section, dict[str, list[str]]] = {}
    for place, other in enumerate(others, 1):
        for difference in differences(first, other):
            before = words(difference.before) or NOTHING
            lines = found.setdefault(difference.section, {})
            values = lines.setdefault(_subject(difference), [before] * len(projects))
            values[place] = words(difference.after) or NOTHING
    for section in Section:
        if section in found:
            yield Line(words(section.label), is_heading=True)
            for label, values in found[section].items():
                yield Line(label, tuple(values))
    if not found:
        yield Line(
            translate("netstudio", "Network, data and training are the same"), is_heading=True
        )


def _subject(difference: Difference) -> str:
    """What differs: a setting, or a layer and its setting."""
    subject, what = words(difference.subject), words(difference.what)
    return f"{subject} · {what}" if subject else what


def _facts(records: Sequence[RunRecord], active: Path | None) -> Iterator[Line]:
    yield Line(translate("netstudio", "Run"), is_heading=True)
    for label, values in (
        (
            translate("netstudio", "Started"),
            [f"{record.began:%Y-%m-%d %H:%M}" for record in records],
        ),
        (
            translate("netstudio", "State"),
            [state_text(record, record.path == active) for record in records],
        ),
        (translate("netstudio", "Reason"), [record.reason for record in records]),
        (translate("netstudio", "Epochs"), [epochs_text(record) for record in records]),
        (translate("netstudio", "Best epoch"), [_count(record.best_epoch) for record in records]),
        (translate("netstudio", "Time"), [duration(record.seconds) for record in records]),
        (translate("netstudio", "Device"), [record.device for record in records]),
        (translate("netstudio", "Parameters"), [_count(record.parameters) for record in records]),
        (translate("netstudio", "Notices"), [_count(record.notices) for record in records]),
        (translate("netstudio", "Size"), [size_text(record.size) for record in records]),
    ):
        if any(values):
            yield Line(label, tuple(value or NOTHING for value in values))


def _count(count: int | None) -> str:
    return grouped(count) if count else ""
