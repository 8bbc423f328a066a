"""Using trained models from the command line."""

from __future__ import annotations

import argparse
from pathlib import Path

from netstudio.cli.output import print_json, print_table, say
from netstudio.core.translate import UserError
from netstudio.engine.model_file import load_model
from netstudio.engine.predictions import (
    ClassPrediction,
    LabelPrediction,
    Prediction,
    ValuePrediction,
)

_SHOWN = 3


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
