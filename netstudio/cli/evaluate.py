"""Measuring trained models from the command line."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from netstudio.cli.choices import with_data
from netstudio.cli.output import print_json, print_table, say
from netstudio.cli.progress import ProgressText
from netstudio.core.translate import Message
from netstudio.engine.data.job import Job, finish
from netstudio.engine.evaluation.confusion import ClassScore, confuse
from netstudio.engine.evaluation.label_scores import score_labels
from netstudio.engine.evaluation.measure import Part, measure_model
from netstudio.engine.events import Figures
from netstudio.engine.model_file import load_model
from netstudio.engine.trained_model import TrainedModel
from netstudio.tasks.content import Aim

# Beyond so many it is told, too, how often the true class is among the best.
_MANY_CLASSES = 10


@dataclass(frozen=True)
class _Assessed:
    """Figures on a part, and those of each class where there are classes or labels."""

    figures: Figures
    notes: tuple[Message, ...]
    more: Mapping[str, float]
    classes: Sequence[ClassScore] = ()


def evaluate_model(arguments: argparse.Namespace) -> int:
    """Print loss and metrics of a trained model on one part of the data.

    Raises:
        UserError: The model or the data cannot be used.
    """
    model = load_model(arguments.model, arguments.device)
    chosen = with_data(model.project, arguments.data, data_root=arguments.data_root)
    project = replace(chosen, data=replace(chosen.data, facts=model.project.data.facts))
    default = Part.TEST if arguments.data is None else Part.ALL
    part = Part(arguments.split) if arguments.split else default
    with ProgressText() as text:
        job = _assess(replace(model, project=project), part, arguments.data_root)
        assessed = finish(job, text.show)
    for note in assessed.notes:
        say(f"Note: {note}")
    figures = assessed.figures
    if arguments.json:
        classes = {"classes": [asdict(each) for each in assessed.classes]}
        print_json({**figures.as_json(), **assessed.more, **(classes if assessed.classes else {})})
        return 0
    rows = {"loss": figures.loss, **figures.metrics, **assessed.more}
    print_table(
        ("FIGURE", "VALUE"),
        [
            *((name, f"{value:.4f}") for name, value in rows.items()),
            ("samples", f"{figures.samples:,}"),
        ],
        right=" r",
    )
    if assessed.classes:
        print()
        _print_classes(assessed.classes)
    return 0


def _assess(model: TrainedModel, part: Part, data_root: Path | None) -> Job[_Assessed]:
    match model.task.aim:
        case Aim.CLASS:
            found = yield from confuse(model, part, data_root)
            more = {"f1": found.macro_f1}
            if len(found.classes) > _MANY_CLASSES:
                more["top5"] = found.share_among_best(5)
            return _Assessed(found.figures, found.notes, more, found.scores)
        case Aim.LABELS:
            labels = yield from score_labels(model, part, data_root)
            return _Assessed(labels.figures, labels.notes, {}, labels.scores)
        case _:
            measured = yield from measure_model(model, part, data_root)
            return _Assessed(measured.figures, measured.notes, {})


def _print_classes(scores: Sequence[ClassScore]) -> None:
    rows = [
        (
            each.label,
            *(_share(value) for value in (each.precision, each.recall, each.f1)),
            f"{each.samples:,}",
        )
        for each in scores
    ]
    print_table(("CLASS", "PRECISION", "RECALL", "F1", "SAMPLES"), rows, right=" rrrr")


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.4f}"
