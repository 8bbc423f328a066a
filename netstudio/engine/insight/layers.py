"""What is seen of each layer at one moment: its weights, their gradients, and what it puts out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from netstudio.core.tree import Node
from netstudio.engine.insight.histograms import Histogram


@dataclass(frozen=True)
class Numbers:
    """How some numbers of a layer are spread.

    Attributes:
        histogram: Weights and outputs around zero; gradients by their size.
        rms: The root of their mean square.
    """

    histogram: Histogram
    rms: float


@dataclass(frozen=True)
class LayerSeen:
    """One layer at one moment.

    Attributes:
        uid: Which one.
        name: Its name at the time of the look.
        type: Its type.
        weights: Its learned numbers; None where it has none.
        gradients: Those of its learned numbers, as far as they are not 0; None where it has none,
            or they are frozen.
        outputs: What it puts out; None for containers.
        units: How many filters, features or neurons it has.
        dead: The share of units that put out nothing for any sample; None where that is no fault.
        saturated: The share of units that are nearly always at a limit of the activation; likewise.
        finite: Whether weights, gradients and outputs are all finite.
    """

    uid: str
    name: str
    type: str
    weights: Numbers | None = None
    gradients: Numbers | None = None
    outputs: Numbers | None = None
    units: int = 0
    dead: float | None = None
    saturated: float | None = None
    finite: bool = True


@dataclass(frozen=True)
class NetworkSeen:
    """All layers at one moment, on the same samples at every look.

    Attributes:
        layers: From the input to the output.
        samples: How many samples were looked at.
    """

    layers: tuple[LayerSeen, ...]
    samples: int


def numbers(values: NDArray[np.float32], histogram: Histogram) -> Numbers:
    """Some numbers with their histogram."""
    return Numbers(histogram, float(np.sqrt(np.square(values, dtype=np.float64).mean())))


def named(node: Node) -> LayerSeen:
    """A layer of which nothing is known yet."""
    return LayerSeen(node.uid, node.name, node.type)
