"""Whatever takes the keyboard says what it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.tree import walk
from netstudio.gui.analysis import Analyser
from netstudio.gui.background import Lane
from netstudio.gui.current_model import CurrentModel
from netstudio.gui.evaluate.page import EvaluatePage
from netstudio.gui.inspector.panel import Inspector
from netstudio.gui.main_window import MainWindow
from netstudio.gui.theme.appearance import Appearance
from netstudio.gui.use.page import UsePage
from netstudio.tasks.templates import project_from_template
from tests.gui.windows import digits


@pytest.mark.parametrize("page", ["start", "design", "evaluate", "use", "runs"])
def test_every_control_of_a_page_has_a_name(qtbot: QtBot, page: str) -> None:
    window = MainWindow(digits())
    window.show()
    window.show_page(page)
    try:
        assert not _nameless(window)
    finally:
        window.deleteLater()


@pytest.mark.parametrize("template", ["mnist-cnn", "cifar-cnn"])
def test_every_setting_of_a_layer_has_a_name(
    template: str, document: Document, analyser: Analyser, dressed: Appearance, qtbot: QtBot
) -> None:
    document.replace(project_from_template(template, "x"))
    inspector = Inspector(document, analyser)
    qtbot.addWidget(inspector)
    inspector.show()
    types = {node.type: node.uid for node in walk(document.project.network)}
    for uid in types.values():
        inspector.show_layers((uid,))
        assert not _nameless(inspector)


@pytest.mark.parametrize("kind", [EvaluatePage, UsePage])
def test_every_control_beside_a_model_has_a_name(
    kind: type[EvaluatePage | UsePage], lane: Lane, digits_model: Path, qtbot: QtBot
) -> None:
    model = CurrentModel(lane, lane)
    page = kind(model)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(model.loaded, timeout=60_000):
        model.set(digits_model)
    assert not _nameless(page)


def _nameless(window: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and _takes_keys(widget) and not _name(widget)
    ]


def _takes_keys(widget: QWidget) -> bool:
    # The line in a box of numbers and the like are parts of what has a name.
    is_part = widget.focusProxy() is not None or (widget.parent() is not None and _is_held(widget))
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not is_part


def _is_held(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is not None and parent.focusProxy() is widget


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return str(interface.text(QAccessible.Text.Name) if interface else widget.accessibleName())
