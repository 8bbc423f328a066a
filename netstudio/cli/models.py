"""Using trained models from the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from netstudio.cli.output import print_json, print_table, say
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.data.job import Job, finish
from netstudio.engine.model_file import load_model
from netstudio.engine.predict_file import Predicted, predict_each, predict_file
from netstudio.engine.predictions import (
    ClassPrediction,
    LabelPrediction,
    PicturePrediction,
    Prediction,
    ValuePrediction,
)
from netstudio.engine.trained_model import TrainedModel

_SHOWN = 3
_STANDARD_INPUT = "-"


def predict_files(arguments: argparse.Namespace) -> int:
    """Print what a model says of files, of the rows in them, or of lines on standard input.

    Inputs that cannot be read are named; the others are predicted all the same.

    Raises:
        UserError: The model cannot be used.
    """
    model = load_model(arguments.model, arguments.device)
    entries: list[tuple[str, str | None, Prediction]] = []
    failures = 0
    for name in arguments.files:
        try:
            found = finish(_predict(model, name))
        except UserError as error:
            say(f"netstudio: {error}")
            failures += 1
            continue
        for each in found:
            row = None if each.origin == name else each.origin
            if isinstance(each.outcome, UserError):
                place = "" if row is None else f"{name}, {row}: "
                say(f"netstudio: {place}{each.outcome}")
                failures += 1
            else:
                entries.append((name, row, each.outcome))
    if arguments.output is not None:
        _write_pictures(entries, arguments.output)
    elif arguments.json:
        print_json([_as_json(*entry) for entry in entries])
    elif entries:
        rows = [
            (name if row is None else f"{name}, {row}", _in_words(prediction))
            for name, row, prediction in entries
        ]
        print_table(("INPUT", "PREDICTION"), rows)
    return 1 if failures else 0


def _predict(model: TrainedModel, name: str) -> Job[list[Predicted]]:
    if name == _STANDARD_INPUT:
        return predict_each(model, _lines())
    return predict_file(model, Path(name).expanduser())


def _lines() -> Iterator[tuple[str, str]]:
    """The lines on standard input: texts, or rows with commas."""
    for number, line in enumerate(sys.stdin, start=1):
        if text := line.strip():
            yield f"line {number}", text


def _as_json(name: str, row: str | None, prediction: Prediction) -> dict[str, object]:
    place = {} if row is None else {"row": row}
    return {"file": name, **place, "predictions": prediction.as_json()}


def _in_words(prediction: Prediction) -> str:
    match prediction:
        case ClassPrediction() | LabelPrediction():
            shown = prediction.ranked[:_SHOWN]
            return ", ".join(f"{item.label} {item.probability:.1%}" for item in shown)
        case ValuePrediction():
            return ", ".join(f"{name} {value:.6g}" for name, value in prediction.values)
        case PicturePrediction():
            size = "×".join(map(str, prediction.pixels.shape))
            return f"a picture of {size}; keep it with --output FOLDER"
    return str(prediction.as_json())


def _write_pictures(entries: list[tuple[str, str | None, Prediction]], folder: Path) -> None:
    """Write the pictures that a model gave back, and print their paths."""
    from PIL import Image

    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, _, prediction in entries:
            if not isinstance(prediction, PicturePrediction):
                raise UserError(
                    QT_TRANSLATE_NOOP(
                        "netstudio",
                        "The model gives back no pictures that could be written to {folder}. Leave "
                        "--output out.",
                    ),
                    folder=folder,
                )
            path = folder / f"{Path(name).stem}.png"
            pixels = prediction.pixels
            Image.fromarray(pixels[0] if len(pixels) == 1 else pixels.transpose(1, 2, 0)).save(path)
            print(path)
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio", "{path} could not be written ({reason}). Choose another place for it."
            ),
            path=folder,
            reason=error.strerror or error,
        ) from error
