from __future__ import annotations

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.tree import Stack
from netstudio.gui.analysis import Analyser
from netstudio.gui.stack.view import StackView


def test_who_hears_of_a_change_first_may_show_the_stack_anew(
    document: Document, analyser: Analyser, qtbot: QtBot
) -> None:
    views: list[StackView] = []
    image = QImage(8, 8, QImage.Format.Format_Grayscale8)
    image.fill(0)
    document.connect(lambda change: views[0].set_sample(image))
    views.append(StackView(document, analyser))
    qtbot.addWidget(views[0])
    document.replace(document.project.with_network(Stack(document.project.network.nodes[1:3])))
    assert len(views[0].order) == 2
