"""A network is seen learning beside its curves, where its task has a view for that."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.project import Selected
from netstudio.engine.model_file import load_model
from netstudio.gui.live.panel import LivePanel
from netstudio.gui.live.reconstructions import ReconstructionsLive
from netstudio.gui.run_controller import RunController
from netstudio.gui.theme.appearance import Appearance
from tests.gui.windows import LONG, digits
from tests.tasks_projects import autoencoder, trained


@pytest.fixture
def controller(qtbot: QtBot) -> RunController:
    return RunController()


def panel_for(document: Document, controller: RunController, qtbot: QtBot) -> LivePanel:
    panel = LivePanel(document, controller)
    qtbot.addWidget(panel)
    panel.resize(320, 200)
    return panel


def test_reconstructions_are_seen_while_the_network_learns(
    controller: RunController, dressed: Appearance, qtbot: QtBot, tmp_path: Path
) -> None:
    document = Document(autoencoder(noise=0.2))
    panel = panel_for(document, controller, qtbot)
    view = panel.view
    assert isinstance(view, ReconstructionsLive)
    with qtbot.waitSignal(controller.ended, timeout=LONG):
        controller.start(document.project, "cpu", tmp_path)
    assert view.shown == 6
    assert len(view._columns[0]) == 3  # as it is, with noise, and what comes back
    view.clear()
    assert view.shown == 0


def test_a_task_without_a_view_hides_the_panel(
    controller: RunController, dressed: Appearance, qtbot: QtBot
) -> None:
    document = Document(digits())
    panel = panel_for(document, controller, qtbot)
    assert panel.isHidden()
    document.replace(autoencoder())
    assert isinstance(panel.view, ReconstructionsLive)
    assert not panel.isHidden()


def test_other_data_empty_the_view(
    controller: RunController, dressed: Appearance, qtbot: QtBot, tmp_path: Path
) -> None:
    document = Document(autoencoder())
    view = panel_for(document, controller, qtbot).view
    assert isinstance(view, ReconstructionsLive)
    with qtbot.waitSignal(controller.ended, timeout=LONG):
        controller.start(document.project, "cpu", tmp_path)
    assert view.shown
    data = replace(document.project.data, source=Selected("mnist"))
    document.edit("other data", lambda project: replace(project, data=data))
    assert view.shown == 0


def test_looking_changes_nothing_that_is_learned(
    controller: RunController, dressed: Appearance, qtbot: QtBot, tmp_path: Path
) -> None:
    document = Document(autoencoder(noise=0.2))
    panel_for(document, controller, qtbot)
    with qtbot.waitSignal(controller.ended, timeout=LONG) as ended:
        controller.start(document.project, "cpu", tmp_path / "watched")
    watched = load_model(Path(ended.args[0].model)).module.state_dict()
    alone = trained(document.project, tmp_path / "alone").module.state_dict()
    assert all(bool((watched[name] == alone[name]).all()) for name in alone)
