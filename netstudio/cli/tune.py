"""``netstudio tune``: measuring how a project's steps are executed best on this machine."""

from __future__ import annotations

import argparse
from typing import Any

from netstudio.cli.choices import with_data, with_training
from netstudio.cli.output import print_json, print_table, say
from netstudio.cli.progress import ProgressText
from netstudio.core.files import read_project
from netstudio.engine.training.execution import in_words
from netstudio.engine.training.tuning.tune import Measured, Tuned, tune


def tune_project(arguments: argparse.Namespace) -> int:
    """Measure, and print what will be used from now on.

    Raises:
        UserError: The project cannot be trained.
    """
    project = with_data(
        read_project(arguments.project), arguments.data, data_root=arguments.data_root
    )
    project = with_training(project, batch_size=arguments.batch_size)
    job = tune(project, arguments.device, arguments.data_root)
    with ProgressText() as text:
        while True:
            try:
                text.show(next(job))
            except StopIteration as end:
                tuned: Tuned = end.value
                break
    if arguments.json:
        print_json(_as_json(tuned))
    else:
        _print_table(tuned)
    return 0


def _as_json(tuned: Tuned) -> dict[str, Any]:
    return {
        "device": str(tuned.device),
        "batch_size": tuned.batch_size,
        "gain": tuned.gain,
        "best": _one(tuned.best),
        "usual": _one(tuned.usual),
        "tried": [_one(each) for each in tuned.tried],
    }


def _one(measured: Measured) -> dict[str, Any]:
    rate = measured.samples_per_second
    return {"execution": measured.execution.as_json(), "samples_per_second": rate}


def _print_table(tuned: Tuned) -> None:
    rows = [
        (f"{each.samples_per_second:,.0f}", str(in_words(each.execution))) for each in tuned.tried
    ]
    print_table(("samples/s", "steps"), rows, right="r")
    best = in_words(tuned.best.execution)
    if tuned.is_usual:
        say(f"The usual choice is as fast as any, and stays: {best}.")
    else:
        say(f"Used from now on, {tuned.gain:.2f} times as fast as the usual choice: {best}.")
