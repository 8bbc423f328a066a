"""A new project for a network that was read from code."""

from __future__ import annotations

from dataclasses import replace
from math import prod

from netstudio.core.files import read_project
from netstudio.core.project import DataChoice, Project, Selected
from netstudio.core.spec import TensorSpec
from netstudio.engine.network.source.reader import Reading
from netstudio.tasks.sources import SOURCES
from netstudio.tasks.templates import TEMPLATES


def project_from_reading(reading: Reading, name: str) -> Project:
    """A project with the network of the code, on the data that the code names or that fit it.

    Args:
        reading: What was read; it has a network.
        name: The project's name.
    """
    assert reading.network is not None
    base = _base(reading)
    project = replace(base, name=name, network=reading.network)
    return reading.training.apply(project)


def _base(reading: Reading) -> Project:
    """The first shipped project whose data suit the code."""
    shipped = [read_project(template.file) for template in TEMPLATES]
    if reading.data is not None:
        for project in shipped:
            if project.data.source.type == reading.data:
                return project
        source = Selected(reading.data, SOURCES[reading.data].defaults())
        return replace(shipped[0], data=DataChoice(source, shipped[0].data.options))
    for project in shipped:
        facts = project.data.facts
        if facts is not None and _suits(facts.sample, reading):
            return project
    return shipped[0]


def _suits(sample: TensorSpec, reading: Reading) -> bool:
    """Whether samples have as many channels, or numbers in all, as the first layer of the code."""
    return bool(reading.input) and all(
        (axis in sample.axes and sample.size(axis) == size)
        or (axis == "features" and prod(sample.sizes) == size)
        for axis, size in reading.input.items()
    )
