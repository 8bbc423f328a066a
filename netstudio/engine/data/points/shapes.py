"""Points drawn by chance around a shape."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from netstudio.tasks.sources.points import (
    REACH,
    Blobs,
    Circles,
    DrawnPoints,
    Moons,
    Spirals,
    Xor,
)

Places = NDArray[np.float64]
Labels = NDArray[np.int64]

# How far noise of 1 throws a point, in shares of the whole reach.
_THROW = 0.5
# All arms of a spiral together turn so often: with more arms each winds less.
_TURNS = 3.5
# Where the arms of a spiral begin, and how wide XOR's cross is, as shares of the reach.
_EYE = 0.08
_CROSS = 0.06


def draw(source: DrawnPoints) -> tuple[Places, Labels]:
    """Points (N, 2) and their classes (N,), the same for equal settings.

    As many of each class, within one; in a random order.
    """
    chance = np.random.default_rng(source.seed)
    labels = np.arange(source.count) % class_count(source)
    places = _SHAPES[type(source)](source, labels, chance)
    places += chance.normal(scale=source.noise * _THROW * REACH, size=places.shape)
    order = chance.permutation(source.count)
    return places[order], labels[order]


def class_count(source: DrawnPoints) -> int:
    """How many classes its points have."""
    if isinstance(source, Spirals):
        return source.arms
    return source.heaps if isinstance(source, Blobs) else 2


def _moons(source: DrawnPoints, labels: Labels, chance: np.random.Generator) -> Places:
    angle = chance.uniform(0, np.pi, source.count)
    x, y = np.cos(angle), np.sin(angle)
    upper = np.stack((x - 0.5, y - 0.25), 1)
    # The other moon is the first one turned by half around the middle.
    return np.where(labels[:, None] == 0, upper, -upper) * REACH / 1.5


def _circles(source: DrawnPoints, labels: Labels, chance: np.random.Generator) -> Places:
    angle = chance.uniform(0, 2 * np.pi, source.count)
    # The root spreads points evenly over a disc.
    disc = 0.5 * np.sqrt(chance.uniform(size=source.count))
    ring = chance.uniform(0.75, 1.0, source.count)
    return _at(angle, REACH * np.where(labels == 0, disc, ring))


def _spirals(source: DrawnPoints, labels: Labels, chance: np.random.Generator) -> Places:
    way = np.sqrt(chance.uniform(size=source.count))
    arms = class_count(source)
    angle = 2 * np.pi * (labels + _TURNS * way) / arms
    return _at(angle, REACH * (_EYE + (1 - _EYE) * way))


def _xor(source: DrawnPoints, labels: Labels, chance: np.random.Generator) -> Places:
    width, height = chance.uniform(_CROSS, 1.0, (2, source.count))
    side = chance.choice((-1.0, 1.0), source.count)
    # Equal signs are one class, different signs the other.
    return REACH * np.stack((side * width, side * np.where(labels == 0, 1, -1) * height), 1)


def _blobs(source: DrawnPoints, labels: Labels, chance: np.random.Generator) -> Places:
    angle = 2 * np.pi * labels / class_count(source) + np.pi / 2
    middles = _at(angle, np.full(source.count, 0.65 * REACH))
    return middles + chance.normal(scale=0.1 * REACH, size=middles.shape)


def _at(angle: Places, radius: Places) -> Places:
    return np.stack((radius * np.cos(angle), radius * np.sin(angle)), 1)


_SHAPES: dict[type[DrawnPoints], Callable[[DrawnPoints, Labels, np.random.Generator], Places]] = {
    Moons: _moons,
    Circles: _circles,
    Spirals: _spirals,
    Xor: _xor,
    Blobs: _blobs,
}
