"""Changes of the points of a document, each a step that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import hypot

from netstudio.core.document import Document
from netstudio.core.project import Project, Selected
from netstudio.core.values import Fields
from netstudio.gui.plane.plane import Spot
from netstudio.gui.texts import translate
from netstudio.tasks.sources.points import ClickedPoints, DrawnPoints

# How near a click must be to a point to take it away, in the plane's units.
_NEAR = 0.4
_DIGITS = 3


def change_setting(document: Document, name: str, value: object) -> None:
    """Give the source of points another setting; changes of one setting in a row are one step."""
    document.edit(
        translate("netstudio", "Change the points"),
        lambda project: _with_source(
            project, replace(project.data.source, fields=_fields(project).replace(**{name: value}))
        ),
        merge_key=f"points.{name}",
    )


def choose_shape(document: Document, source: type[DrawnPoints]) -> None:
    """Draw another shape with as many points and as much noise, where the last one had such."""
    known = {spec.name for spec in source.fields()}
    before = _fields(document.project)
    kept = Fields({name: value for name, value in before.items() if name in known})
    document.edit(
        translate("netstudio", "Choose another shape"),
        lambda project: _with_source(project, Selected(source.type, kept)),
    )


def keep_points(document: Document, spots: Sequence[Spot]) -> None:
    """Make these points the user's own."""
    points = tuple((round(x, _DIGITS), round(y, _DIGITS), number) for x, y, number in spots)
    own = Selected(ClickedPoints.type, Fields(points=points))
    document.edit(
        translate("netstudio", "Change the points"), lambda project: _with_source(project, own)
    )


def without_nearest(spots: Sequence[Spot], x: float, y: float) -> tuple[Spot, ...]:
    """The points without the one at that place, if one is near."""
    distances = [hypot(spot[0] - x, spot[1] - y) for spot in spots]
    if not distances or min(distances) > _NEAR:
        return tuple(spots)
    at = distances.index(min(distances))
    return (*spots[:at], *spots[at + 1 :])


def are_enough(spots: Sequence[Spot]) -> bool:
    """Whether something can be learned of these points: two classes at least."""
    return len({number for _, _, number in spots}) >= 2


def _with_source(project: Project, source: Selected) -> Project:
    return replace(project, data=replace(project.data, source=source))


def _fields(project: Project) -> Fields:
    return project.data.source.fields
