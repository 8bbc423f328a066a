"""The line below the stack tells what the whole network costs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.project import Project
from netstudio.core.tree import Stack
from netstudio.gui.analysis import Analyser
from netstudio.gui.stack.footer import StackFooter
from netstudio.gui.stack.view import StackView
from netstudio.gui.theme.appearance import Appearance


@pytest.fixture
def footer(
    document: Document, analyser: Analyser, dressed: Appearance, qtbot: QtBot
) -> StackFooter:
    view = StackView(document, analyser)
    footer = StackFooter(document, analyser, view)
    qtbot.addWidget(view)
    qtbot.addWidget(footer)
    footer.resize(800, 30)
    footer.show()
    return footer


def figure(footer: StackFooter, name: str) -> QLabel:
    found = footer.findChild(QLabel, name)
    assert found is not None
    return found


def test_memory_is_told_with_its_parts_and_grows_with_the_batch(
    footer: StackFooter, document: Document, analyser: Analyser, qtbot: QtBot
) -> None:
    memory = figure(footer, "trainingMemory")
    assert memory.text().endswith("at batch 32")
    weights = 4 * 25_450
    assert f"gradients {weights / 1000:.0f}\u2009kB" in memory.toolTip()
    assert f"optimizer {2 * weights / 1000:.0f}\u2009kB" in memory.toolTip()
    before = memory.text()
    with qtbot.waitSignal(analyser.analysed):
        document.edit("Batch", lambda project: with_batch(project, 4096))
    assert memory.text().endswith("at batch 4096")
    assert memory.text().partition("at")[0] != before.partition("at")[0]


def test_the_file_size_is_that_of_weights_and_buffers(footer: StackFooter) -> None:
    assert figure(footer, "modelSize").text() == "File <b>102\u2009kB</b>"


def test_a_network_with_problems_has_no_costs(
    footer: StackFooter, document: Document, analyser: Analyser, qtbot: QtBot
) -> None:
    nodes = document.project.network.nodes
    without_flatten = Stack(tuple(node for node in nodes if node.type != "Flatten"))
    with qtbot.waitSignal(analyser.analysed):
        document.edit("Remove", lambda project: project.with_network(without_flatten))
    for name in ("flopsTotal", "trainingMemory", "modelSize"):
        assert not figure(footer, name).isVisible()


def test_a_narrow_line_leaves_out_what_has_no_room(footer: StackFooter) -> None:
    assert figure(footer, "modelSize").isVisible()
    footer.resize(360, 30)
    assert figure(footer, "parametersTotal").isVisible()
    assert not figure(footer, "trainingMemory").isVisible()


def with_batch(project: Project, size: int) -> Project:
    options = project.training.options.replace(batch_size=size)
    return replace(project, training=replace(project.training, options=options))


def test_figures_without_room_are_left_out_and_take_none_from_the_panels(
    footer: StackFooter,
) -> None:
    assert footer.minimumSizeHint().width() == 0
    footer.resize(360, 30)
    assert figure(footer, "parametersTotal").isVisible()
    assert not figure(footer, "modelSize").isVisible()
    footer.resize(800, 30)
    assert figure(footer, "modelSize").isVisible()
