"""Measuring and using trained models from the command line."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from netstudio.cli.choices import with_data
from netstudio.cli.output import print_json, print_table, say
from netstudio.cli.progress import ProgressText
from netstudio.core.translate import UserError
from netstudio.engine.data.job import finish
from netstudio.engine.evaluation.measure import Part, measure_model
from netstudio.engine.model_file import load_model
from netstudio.engine.predictions import (
    ClassPrediction,
    LabelPrediction,
    Prediction,
    ValuePrediction,
)

_SHOWN = 3


def evaluate_model(arguments: argparse.Namespace) -> int:
    """Print loss and metrics of a trained model on one part of the data.

    Raises:
        UserError: The model or the data cannot be used.
    """
    model = load_model(arguments.model, arguments.device)
    chosen = with_data(model.project, arguments.data, None)
    project = replace(chosen, data=replace(chosen.data, facts=model.project.data.facts))
    default = Part.TEST if arguments.data is None else Part.ALL
    part = Part(arguments.split) if arguments.split else default
    job = measure_model(replace(model, project=project), part, arguments.data_root)
    with ProgressText() as text:
        measured = finish(job, text.show)
    for note in measured.notes:
        say(f"Note: {note}")
    figures = measured.figures
    if arguments.json:
        print_json(figures.as_json())
    else:
        rows = [(name, f"{value:.4f}") for name, value in figures.as_json().items()]
        rows[-1] = ("samples", f"{figures.samples:,}")
        print_table(("FIGURE", "VALUE"), rows, right=" r")
    return 0


def predict_files(arguments: argparse.Namespace) -> int:
    """Print the classes of pictures with their probabilities; unreadable files are named.

    Raises:
        UserError: The model cannot be used.
    """
    model = load_model(arguments.model, arguments.device)
    predictions: list[tuple[Path, Prediction]] = []
    failures = 0
    for file in arguments.files:
        try:
            predictions.append((file, model.predict(file)[0]))
        except UserError as error:
            say(f"netstudio: {error}")
            failures += 1
    if arguments.json:
        print_json(
            [
                {"file": str(file), "predictions": prediction.as_json()}
                for file, prediction in predictions
            ]
        )
    elif predictions:
        rows = [(str(file), _in_words(prediction)) for file, prediction in predictions]
        print_table(("FILE", "CLASSES"), rows)
    return 1 if failures else 0


def _in_words(prediction: Prediction) -> str:
    match prediction:
        case ClassPrediction() | LabelPrediction():
            shown = prediction.ranked[:_SHOWN]
            return ", ".join(f"{item.label} {item.probability:.1%}" for item in shown)
        case ValuePrediction():
            return ", ".join(f"{name} {value:.6g}" for name, value in prediction.values)
    return str(prediction.as_json())
