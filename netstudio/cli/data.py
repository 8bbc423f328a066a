"""Reporting on data without training on them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from netstudio import paths
from netstudio.cli.choices import with_target
from netstudio.cli.output import print_json, print_table
from netstudio.cli.progress import ProgressText
from netstudio.core.files import SUFFIX, read_project
from netstudio.core.problems import DATA, Severity
from netstudio.core.project import Project, Selected
from netstudio.core.translate import UserError
from netstudio.core.values import thaw
from netstudio.engine.data.dataset import Divided
from netstudio.engine.data.guessing.guess import Guess, guess
from netstudio.engine.data.guessing.suit import bare_project
from netstudio.engine.data.guessing.tables import guess_with_target
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import divide_for, read_source
from netstudio.engine.data.records import Finding, Records
from netstudio.engine.data.tables.inputs import Rows
from netstudio.engine.data.waiting import in_thread
from netstudio.tasks.settings import Settings, read_settings
from netstudio.tasks.sources import SOURCES
from netstudio.tasks.switching import tasks_of
from netstudio.tasks.task import TASKS

_TABLE = "table_file"
_PARTS = ("train", "validation", "test")
_MOST_LISTED = 50


def report_data(arguments: argparse.Namespace) -> int:
    """Print what is in a project's data, or in a person's own, and what is odd about them.

    Raises:
        UserError: The data cannot be read.
    """
    with ProgressText() as text:
        project, found = _project(arguments, text)
        settings = _settings(project)
        raw = finish(read_source(settings, arguments.data_root), text.show)
        divided = finish(divide_for(settings, raw), text.show)
    if arguments.json:
        print_json(_as_json(project, divided, found))
    else:
        _print_text(settings, divided, found)
    return 0


def _project(arguments: argparse.Namespace, text: ProgressText) -> tuple[Project, Guess | None]:
    """The project whose data are meant, and how that was guessed."""
    project, found = _without_target(arguments, text)
    is_guessed = found is not None and found.source.type == _TABLE
    if arguments.target is None or is_guessed:
        return project, found
    return with_target(project, arguments.target), found


def _without_target(
    arguments: argparse.Namespace, text: ProgressText
) -> tuple[Project, Guess | None]:
    """Likewise; a target column counts only in the guess what a table is for."""
    data: str = arguments.data
    source = SOURCES.get(data)
    if source is not None and not source.path_field:
        return bare_project(Selected(data, source.defaults()), tasks_of(source)[0]), None
    path = paths.expanded(data)
    if path.suffix == SUFFIX:
        return read_project(path), None
    found = finish(guess(path, arguments.data_root), text.show)
    if arguments.target is not None and found.source.type == _TABLE:
        file = Path(str(found.source.fields["file"]))
        names = [name.strip() for name in arguments.target.split(",")]
        found = finish(in_thread("inspect", lambda: guess_with_target(file, names)), text.show)
    return bare_project(found.source, TASKS[found.task]), found


def _settings(project: Project) -> Settings:
    settings, problems = read_settings(project)
    for problem in problems:
        if problem.target == DATA and problem.severity is Severity.ERROR:
            raise UserError(problem.text.template, **problem.text.values)
    return settings


def _print_text(settings: Settings, divided: Divided, found: Guess | None) -> None:
    task, source = settings.task, settings.source
    assert task is not None
    assert source is not None
    if found is not None:
        print(f"Guessed: {found.why}")
    print(f"Read as: {source.label}, for {task.label}")
    for other in found.alternatives if found is not None else ():
        print(f"Or as: {SOURCES[other.source.type].label}, for {TASKS[other.task].label}")
    counts = [f"{len(part):,} {name}" for name, part in zip(_PARTS, divided.parts, strict=True)]
    print(f"Samples: {', '.join(counts)}")
    if divided.classes:
        print()
        rows = [
            (entry["name"], *(f"{entry[part]:,}" for part in _PARTS)) for entry in _classes(divided)
        ]
        print_table(("CLASS", "TRAIN", "VALIDATION", "TEST"), _some(rows), right=" rrr")
    if divided.values:
        print(f"To predict: {', '.join(divided.values)}")
    if columns := _columns(divided.train):
        print()
        rows = [
            (entry["name"], entry["role"], f"{entry['different']:,}", f"{entry['missing']:,}")
            for entry in columns
        ]
        print_table(("COLUMN", "ROLE", "DIFFERENT", "MISSING"), _some(rows), right="  rr")
    if divided.findings:
        print()
    for finding in divided.findings:
        print(f"{'Note' if finding.is_harmless else 'Found'}: {finding.text}{_where(finding)}")


def _where(finding: Finding) -> str:
    return f" [{finding.setting}]" if finding.setting else ""


def _some(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    if len(rows) <= _MOST_LISTED:
        return list(rows)
    rest = (f"… and {len(rows) - _MOST_LISTED:,} more", *("",) * (len(rows[0]) - 1))
    return [*rows[:_MOST_LISTED], rest]


def _as_json(project: Project, divided: Divided, found: Guess | None) -> dict[str, Any]:
    return {
        "source": _source_json(project.data.source),
        "task": project.task.type,
        "why": str(found.why) if found is not None else None,
        "alternatives": [
            {"source": _source_json(other.source), "task": other.task, "why": str(other.why)}
            for other in (found.alternatives if found is not None else ())
        ],
        "samples": {name: len(part) for name, part in zip(_PARTS, divided.parts, strict=True)},
        "classes": _classes(divided),
        "values": list(divided.values),
        "columns": _columns(divided.train),
        "findings": [
            {
                "code": finding.code,
                "text": str(finding.text),
                "setting": finding.setting or None,
                "examples": list(finding.examples),
                "harmless": finding.is_harmless,
            }
            for finding in divided.findings
        ],
    }


def _source_json(source: Selected) -> dict[str, Any]:
    return {"type": source.type, **{name: thaw(value) for name, value in source.fields.items()}}


def _classes(divided: Divided) -> list[dict[str, Any]]:
    """Each class with its number of samples in each part."""
    counts = [_counts(part, len(divided.classes)) for part in divided.parts]
    return [
        {"name": name, **{part: each[number] for part, each in zip(_PARTS, counts, strict=True)}}
        for number, name in enumerate(divided.classes)
    ]


def _counts(part: Records, classes: int) -> list[int]:
    """How many samples have each class, or each label."""
    if part.targets is None:
        return [0] * classes
    if part.targets.dim() == 2:
        return [int(count) for count in part.targets.sum(dim=0).tolist()]
    counts: list[int] = part.targets.bincount(minlength=classes).tolist()
    return counts


def _columns(part: Records) -> list[dict[str, Any]]:
    """What is known of each column, where samples are rows of a table."""
    rows = part.inputs
    if not isinstance(rows, Rows):
        return []
    return [
        {
            "name": column.name,
            "role": rows.roles[column.name],
            "different": column.drop_nulls().n_unique(),
            "missing": column.null_count(),
        }
        for column in rows.frame
    ]
