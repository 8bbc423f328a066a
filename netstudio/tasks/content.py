"""What samples are, before any task gives them a purpose."""

from __future__ import annotations

from enum import StrEnum


class Content(StrEnum):
    """What one sample of a data source is; each kind has its own room in ``engine/data``."""

    IMAGES = "images"
    TABLE = "table"
    TEXTS = "texts"
    SOUNDS = "sounds"
    # One sample is a whole course of numbers, such as the readings of one movement.
    SEQUENCES = "sequences"
    # One long course of numbers, from which windows are cut.
    SERIES = "series"
    POINTS = "points"


class Aim(StrEnum):
    """What is known of a sample beside itself, and learned."""

    CLASS = "class"  # one class of several: int64 (N,)
    LABELS = "labels"  # any number of labels: float32 (N, K) of zeros and ones
    VALUES = "values"  # numbers: float32 (N, K)
    ITSELF = "itself"  # the sample: nothing is stored
