from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.tree import Node, Stack
from netstudio.gui.analysis import Analyser
from netstudio.gui.stack.view import StackView
from netstudio.gui.theme.appearance import Appearance
from tests.gui.stack.hands import layer


@pytest.fixture
def view(
    document: Document, analyser: Analyser, dressed: Appearance, qtbot: QtBot
) -> Iterator[StackView]:
    """The stack of the classic MLP, shown."""
    view = StackView(document, analyser)
    qtbot.addWidget(view)
    view.resize(760, 900)
    view.show()
    view.setFocus()
    yield view
    view.close()


Build = Callable[..., None]


@pytest.fixture
def build(document: Document, analyser: Analyser, view: StackView, qtbot: QtBot) -> Build:
    """Puts other layers in the place of the document's, and waits for their analysis."""

    def build(*nodes: Node) -> None:
        project = document.project.with_network(Stack(nodes))
        with qtbot.waitSignal(analyser.analysed, timeout=30_000):
            document.replace(project)

    return build


@pytest.fixture
def nested(build: Build) -> None:
    """a, box(b, c), d."""
    build(
        layer("a", "ReLU"),
        layer("box", "Group", layer("b", "ReLU"), layer("c", "ReLU")),
        layer("d", "ReLU"),
    )
