"""Data sources: where samples come from. One file for each kind of content."""

from netstudio.tasks.sources import downloads, points, series, sounds, tables, texts
from netstudio.tasks.sources.downloads import FashionMNIST
from netstudio.tasks.sources.images import MNIST, Digits, ImageFolder
from netstudio.tasks.sources.source import SOURCES, SourceDef

__all__ = [
    "MNIST",
    "SOURCES",
    "Digits",
    "FashionMNIST",
    "ImageFolder",
    "SourceDef",
    "downloads",
    "points",
    "series",
    "sounds",
    "tables",
    "texts",
]
