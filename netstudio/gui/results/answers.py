"""Predictions in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netstudio.gui.texts import listed, percent, translate

if TYPE_CHECKING:
    from netstudio.engine.predictions import Prediction

_VALUES = 3


def prediction_text(prediction: Prediction) -> str:
    """What the model says, in a few words."""
    from netstudio.engine.predictions import (
        ClassPrediction,
        LabelPrediction,
        PicturePrediction,
        ValuePrediction,
    )

    match prediction:
        case ClassPrediction():
            return prediction.label
        case LabelPrediction():
            return listed(prediction.given) or translate("netstudio", "no label")
        case ValuePrediction():
            return listed(value_lines(prediction)[:_VALUES])
        case PicturePrediction():
            return translate("netstudio", "a picture")
    return str(prediction.as_json())


def value_lines(prediction: Prediction) -> list[str]:
    """Each predicted number with what it is; none of other predictions."""
    from netstudio.engine.predictions import ValuePrediction

    if not isinstance(prediction, ValuePrediction):
        return []
    return [f"{name}: {value:,.5g}" for name, value in prediction.values]


def certainty(prediction: Prediction) -> float | None:
    """How probable the model holds its answer; None where it gives no probability."""
    from netstudio.engine.predictions import ClassPrediction

    return prediction.probability if isinstance(prediction, ClassPrediction) else None


def certainty_text(prediction: Prediction) -> str:
    """The same in percent; "" where there is none."""
    share = certainty(prediction)
    return "" if share is None else percent(share)
