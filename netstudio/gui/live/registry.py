"""Which view shows the learning of which kind of task; a new one adds a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from netstudio.gui.live.boundary import BoundaryLive
from netstudio.gui.live.contract import LiveView
from netstudio.gui.live.reconstructions import ReconstructionsLive
from netstudio.tasks.content import Aim, Content
from netstudio.tasks.task import TASKS

VIEWS: Mapping[tuple[Content, Aim], Callable[[], LiveView]] = {
    (Content.IMAGES, Aim.ITSELF): ReconstructionsLive,
    (Content.POINTS, Aim.CLASS): BoundaryLive,
}


def live_view_of(task_type: str) -> Callable[[], LiveView] | None:
    """What makes the view of a task's learning; None where there is none."""
    task = TASKS.get(task_type)
    return VIEWS.get((task.content, task.aim)) if task is not None else None
