"""The boundary bends beside the curves while a network of points learns."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.project import Selected
from netstudio.gui.live.boundary import BoundaryLive
from netstudio.gui.live.panel import LivePanel
from netstudio.gui.run_controller import RunController
from netstudio.gui.theme.appearance import Appearance
from tests.gui.conftest import grab
from tests.gui.windows import LONG
from tests.projects import node
from tests.tasks_projects import project_for


def test_the_boundary_and_the_hidden_units_are_seen_while_the_network_learns(
    dressed: Appearance, qtbot: QtBot, tmp_path: Path
) -> None:
    hidden, last = node("Linear", out_features=5), node("Linear", out_features="auto")
    project = project_for(
        "point_classification",
        Selected("spirals"),
        hidden,
        node("Tanh"),
        last,
        loss="cross_entropy",
        epochs=8,
    )
    controller = RunController()
    panel = LivePanel(Document(project), controller)
    qtbot.addWidget(panel)
    panel.resize(380, 220)
    panel.show()
    view = panel.view
    assert isinstance(view, BoundaryLive)
    assert view.plane.isHidden()
    with qtbot.waitSignal(controller.ended, timeout=LONG):
        controller.start(project, "cpu", tmp_path)
    assert view.plane.isVisible()
    assert view.plane.boundary is not None
    assert view.plane.boundary.names == ("A", "B")
    assert len(view.plane.spots) == 324
    assert len(view.units.units) == 5
    grab(view, "live-boundary")
    view.clear()
    assert view.plane.isHidden()
    assert not view.units.units
