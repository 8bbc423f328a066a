"""What people call the stages that ``Preparing`` events name."""

from __future__ import annotations

from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message, verbatim

_TEXTS = {
    "list": QT_TRANSLATE_NOOP("netstudio", "Looking for pictures"),
    "list files": QT_TRANSLATE_NOOP("netstudio", "Looking for files"),
    "inspect sounds": QT_TRANSLATE_NOOP("netstudio", "Looking at the sounds' rates"),
    "cut windows": QT_TRANSLATE_NOOP("netstudio", "Cutting the series into windows"),
    "encode": QT_TRANSLATE_NOOP("netstudio", "Bringing the samples into shape"),
    "inspect": QT_TRANSLATE_NOOP("netstudio", "Looking at the pictures' sizes"),
    "inspect columns": QT_TRANSLATE_NOOP("netstudio", "Looking at the columns"),
    "prepare": QT_TRANSLATE_NOOP("netstudio", "Learning how samples become numbers"),
    "read": QT_TRANSLATE_NOOP("netstudio", "Reading the data"),
    "read train": QT_TRANSLATE_NOOP("netstudio", "Reading the training part"),
    "read validation": QT_TRANSLATE_NOOP("netstudio", "Reading the validation part"),
    "read test": QT_TRANSLATE_NOOP("netstudio", "Reading the test part"),
    "read pictures": QT_TRANSLATE_NOOP("netstudio", "Reading the pictures"),
    "compare pictures": QT_TRANSLATE_NOOP("netstudio", "Looking for series of photographs"),
    "load": QT_TRANSLATE_NOOP("netstudio", "Loading what was decoded before"),
    "measure": QT_TRANSLATE_NOOP("netstudio", "Looking at the samples"),
    "compare": QT_TRANSLATE_NOOP("netstudio", "Looking for equal samples"),
    "inspect texts": QT_TRANSLATE_NOOP("netstudio", "Looking at the texts"),
    "count words": QT_TRANSLATE_NOOP("netstudio", "Counting words"),
    "learn parts": QT_TRANSLATE_NOOP("netstudio", "Learning parts of words"),
    "measure texts": QT_TRANSLATE_NOOP("netstudio", "Measuring lengths of texts"),
    "encode texts": QT_TRANSLATE_NOOP("netstudio", "Turning texts into numbers"),
    "predict": QT_TRANSLATE_NOOP("netstudio", "Predicting"),
    "check": QT_TRANSLATE_NOOP("netstudio", "Checking the file"),
    "unpack": QT_TRANSLATE_NOOP("netstudio", "Unpacking"),
    "download": QT_TRANSLATE_NOOP("netstudio", "Downloading"),
    "search": QT_TRANSLATE_NOOP("netstudio", "Searching…"),
    "renew statistics": QT_TRANSLATE_NOOP("netstudio", "Renewing batch statistics"),
    "tune": QT_TRANSLATE_NOOP("netstudio", "Measuring how fast steps are"),
    "evaluate": QT_TRANSLATE_NOOP("netstudio", "Measuring"),
}


def stage_text(stage: str) -> Message:
    """The name of a stage for people; an unknown one stands for itself."""
    return message(_TEXTS[stage]) if stage in _TEXTS else verbatim(stage)
