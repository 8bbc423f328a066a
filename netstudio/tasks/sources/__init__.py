"""Data sources: where samples come from. One file for each kind of content."""

from netstudio.tasks.sources.images import MNIST, Digits, FashionMNIST, ImageFolder
from netstudio.tasks.sources.source import SOURCES, SourceDef

__all__ = ["MNIST", "SOURCES", "Digits", "FashionMNIST", "ImageFolder", "SourceDef"]
