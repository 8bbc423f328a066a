"""Earlier runs on the terminal: listed, shown, and two of them compared."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from netstudio import paths
from netstudio.cli.output import byte_count, print_json, print_table, say
from netstudio.core.differences import Difference
from netstudio.core.files import read_project
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError, one_line
from netstudio.engine.runs.figures import Figure, figures_of
from netstudio.engine.runs.reading import read_run, read_runs
from netstudio.engine.runs.record import RunEnd, RunRecord
from netstudio.tasks.differences import differences
from netstudio.tasks.metrics import METRICS

_NOTHING = "-"
_STATES = {RunEnd.OPEN: "interrupted"}


def list_runs(out: Path, as_json: bool) -> int:
    """Print the runs in a folder, the newest first."""
    records = _read(out)
    if as_json:
        print_json([record.as_json() for record in records])
    elif records:
        header = ("RUN", "NAME", "STATE", "EPOCHS", "VALIDATION", "TEST", "TIME", "SIZE")
        print_table(header, [_row(record) for record in records], "lllrrrrr")
    else:
        say(f"There are no runs in {out}. Make one with: netstudio train P --out {out}")
    return 0


def show_run(run: str, out: Path, as_json: bool) -> int:
    """Print everything that is known of one run.

    Raises:
        UserError: It is no run.
    """
    record = read_run(_folder(run, out))
    if as_json:
        print_json(record.as_json())
        return 0
    setup = record.setup
    facts = [
        ("name", record.name),
        ("note", record.note),
        ("folder", str(record.path)),
        ("began", f"{record.began:%Y-%m-%d %H:%M}"),
        ("state", _state(record)),
        ("why", record.reason),
        ("epochs", _epochs(record)),
        ("best epoch", str(record.best_epoch or "")),
        ("time", _time(record.seconds)),
        ("device", record.device),
        ("data", str(setup.data)),
        ("loss", setup.loss),
        ("optimizer", setup.optimizer),
        ("learning rate", "" if setup.learning_rate is None else f"{setup.learning_rate:g}"),
        ("schedule", setup.schedule),
        ("batch size", str(setup.batch_size)),
        ("parameters", "" if record.parameters is None else f"{record.parameters:,}"),
        ("size", byte_count(record.size)),
        ("model", str(record.model or "")),
    ]
    for label, value in facts:
        if value:
            print(f"{label + ':':<15}{one_line(value)}")
    if found := figures_of((record,)):
        print()
        _print_figures(found, ("VALUE",))
    return 0


def compare_runs(first: str, second: str, out: Path, as_json: bool) -> int:
    """Print the figures of two runs beside each other, and what differs between their projects.

    Raises:
        UserError: One of them is no run.
    """
    records = [read_run(_folder(run, out)) for run in (first, second)]
    before, after = (read_project(record.project_file) for record in records)
    found = differences(before, after)
    if as_json:
        print_json(
            {
                "runs": [record.as_json() for record in records],
                "differences": [_as_json(each) for each in found],
            }
        )
        return 0
    if figures := figures_of(records):
        _print_figures(figures, [one_line(record.path.name) for record in records])
        print()
    if not found:
        print("The two runs have trained the same project in the same way.")
        return 0
    rows = [
        (
            each.section.label,
            _in_full(each),
            str(each.before) or _NOTHING,
            str(each.after) or _NOTHING,
        )
        for each in found
    ]
    print_table(("DIFFERENCE", "OF", "BEFORE", "AFTER"), rows)
    return 0


def run_command(arguments: argparse.Namespace) -> int:
    """Do what is asked about runs."""
    match arguments.action:
        case "show":
            return show_run(arguments.run_folder, arguments.out, arguments.json)
        case "compare":
            return compare_runs(arguments.first, arguments.second, arguments.out, arguments.json)
    return list_runs(arguments.out, arguments.json)


def _read(out: Path) -> list[RunRecord]:
    if not paths.is_folder(out):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio", "{path} is no folder. Name the folder that holds the runs with --out."
            ),
            path=out,
        )
    job = read_runs(out, {})
    while True:
        try:
            next(job)
        except StopIteration as end:
            return [seen.record for seen in end.value.values()]


def _folder(run: str, out: Path) -> Path:
    """A run by its path, or by its folder's name in ``out``."""
    path = paths.expanded(run)
    return path if paths.exists(path) else out / run


def _row(record: RunRecord) -> tuple[str, ...]:
    return (
        one_line(record.path.name),
        one_line(record.name),
        _state(record),
        _epochs(record),
        _value(record.metric, record.validation.get(record.metric)),
        _value(record.metric, record.test.get(record.metric)),
        _time(record.seconds),
        byte_count(record.size),
    )


def _print_figures(figures: Sequence[Figure], header: Sequence[str]) -> None:
    rows = [
        (
            each.part,
            str(each.label),
            *(_value(each.name, value) for value in each.values),
        )
        for each in figures
    ]
    print_table(("PART", "FIGURE", *header), rows, "ll" + "r" * len(header))


def _state(record: RunRecord) -> str:
    return _STATES.get(record.end, record.end.value)


def _epochs(record: RunRecord) -> str:
    unit = " folds" if record.has_folds else ""
    return f"{record.epochs}/{record.planned}{unit}"


def _value(name: str, value: float | None) -> str:
    if value is None:
        return _NOTHING
    metric = METRICS.get(name)
    return f"{value:.2%}" if metric is not None and metric.is_share else f"{value:.4g}"


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _in_full(difference: Difference) -> str:
    subject = str(difference.subject)
    what = f"{difference.what} ({difference.sort.value})"
    if difference.sort.value == "changed":
        what = str(difference.what)
    return f"{subject}: {what}" if subject else what


def _as_json(difference: Difference) -> dict[str, str]:
    return {
        "section": difference.section.value,
        "sort": difference.sort.value,
        "subject": str(difference.subject),
        "what": str(difference.what),
        "before": str(difference.before),
        "after": str(difference.after),
    }
