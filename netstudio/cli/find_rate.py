"""Finding a learning rate from the command line."""

from __future__ import annotations

import argparse

from netstudio.cli.choices import with_data, with_training
from netstudio.cli.output import print_json, say
from netstudio.cli.progress import ProgressText
from netstudio.cli.training_choices import with_choices
from netstudio.core.files import read_project
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.training.optimizing.rate_curve import RateCurve
from netstudio.engine.training.rate_finder import RateJob, find_rate


def find_learning_rate(arguments: argparse.Namespace) -> int:
    """Try learning rates and print the suggested one.

    Raises:
        UserError: The project cannot be trained, or its loss does not fall at any rate.
    """
    project = with_data(
        read_project(arguments.project),
        arguments.data,
        data_root=arguments.data_root,
    )
    project = with_choices(project, optimizer=arguments.optimizer, settings=arguments.set or ())
    project = with_training(project, batch_size=arguments.batch_size, seed=arguments.seed)
    job = find_rate(project, arguments.device, arguments.data_root)
    curve = _printed(job) if arguments.json else _shown(job)
    suggestion = curve.suggestion
    if arguments.json:
        found = {"suggestion": suggestion, "highest_sensible": curve.highest_sensible}
        print_json({"event": "rate_found", **found})
    if suggestion is None:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The loss does not fall at any learning rate. Look at the data, the network and "
                "the loss.",
            )
        )
    if not arguments.json:
        say("At this learning rate the loss falls most steeply:")
        print(f"{suggestion:g}")
    return 0


def _printed(job: RateJob) -> RateCurve:
    while True:
        try:
            print_json(next(job).as_json())
        except StopIteration as end:
            curve: RateCurve = end.value
            return curve


def _shown(job: RateJob) -> RateCurve:
    with ProgressText() as text:
        while True:
            try:
                text.show(next(job))
            except StopIteration as end:
                curve: RateCurve = end.value
                return curve
