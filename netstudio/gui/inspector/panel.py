"""The inspector: what the selected layers are, and their settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netstudio.core.document import Change, Document
from netstudio.core.project import Project
from netstudio.core.translate import shorten
from netstudio.core.tree import Node, walk
from netstudio.core.values import written
from netstudio.gui.analysis import Analyser
from netstudio.gui.forms.form import FieldsForm
from netstudio.gui.forms.problem_list import ProblemList
from netstudio.gui.forms.tab_order import tab_as_laid_out
from netstudio.gui.inspector.layer_page import LayerPage
from netstudio.gui.inspector.layer_parts import NameField, heading
from netstudio.gui.labels import text_label
from netstudio.gui.scrolling import scrolled
from netstudio.gui.texts import translate
from netstudio.gui.theme import metrics
from netstudio.layers import LAYERS

if TYPE_CHECKING:
    from netstudio.engine.network.analyse import Analysis


_AFTER_PAINTING_MS = 30


class Inspector(QWidget):
    """Shows the selected layers and follows the document.

    Signals:
        type_change_asked: The user wants the selected layer to be of another type.
    """

    type_change_asked = Signal()

    def __init__(
        self, document: Document, analyser: Analyser, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self._document = document
        self._analyser = analyser
        self._uids: tuple[str, ...] = ()
        self._area = scrolled(QWidget(), translate("netstudio", "Layer settings"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self._page: LayerPage | _UnknownLayerPage | _NoLayerPage
        # A page takes longer to make than the stack takes to paint: the stack comes first.
        self._building = QTimer(self, singleShot=True, interval=_AFTER_PAINTING_MS)
        self._building.setObjectName("inspectorBuilding")
        self._building.timeout.connect(self._build)
        self._build()
        self.destroyed.connect(document.connect(self._document_changed))
        analyser.analysed.connect(self._take)
        analyser.failed.connect(self._take_failure)

    def show_layers(self, uids: tuple[str, ...]) -> None:
        """Show the layers with these uids."""
        if uids != self._uids:
            self._uids = uids
            self._building.start()

    def edit(self) -> None:
        """Let the user type in the first setting, or in the name where there is none."""
        if self._building.isActive():
            self._build()
        forms, names = self._page.findChildren(FieldsForm), self._page.findChildren(NameField)
        stops: list[QWidget] = [
            *(row.editor.control for form in forms for row in form.rows.values()),
            *(name.line for name in names),
        ]
        if stops:
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        """Make the page for the selected layers that there are."""
        self._building.stop()
        nodes = self._nodes(self._document.project)
        self._made_for = self._kinds(self._document.project)
        if not nodes:
            self._page = _NoLayerPage(self)
        elif len(nodes) == 1 and nodes[0].type not in LAYERS.names():
            self._page = _UnknownLayerPage(self._document, nodes[0], self)
        else:
            self._page = LayerPage(self._document, nodes, self)
            self._page.type_change_asked.connect(self.type_change_asked)
        if (old := self._area.takeWidget()) is not None:
            old.hide()
            old.deleteLater()  # not at once: a click in it may be what makes the new one
        self._area.setWidget(self._page)
        if self._analyser.current is not None:
            self._page.show_analysis(self._analyser.current)
        tab_as_laid_out(self._area, self._page)

    def _nodes(self, project: Project) -> list[Node]:
        return [node for node in walk(project.network) if node.uid in self._uids]

    def _kinds(self, project: Project) -> list[tuple[str, str]]:
        """Which layers are shown, and of what type: what the page is made for."""
        return [(node.uid, node.type) for node in self._nodes(project)]

    def _document_changed(self, change: Change) -> None:
        there = {(node.uid, node.type) for node in walk(change.after.network)}
        if not there.issuperset(self._made_for):
            self._build()  # at once: what is gone must not be edited
            return
        self._page.show_project(change.after)
        if self._made_for != self._kinds(change.after):
            self._building.start()

    def _take(self, analysis: Analysis) -> None:
        self._page.show_analysis(analysis)
        tab_as_laid_out(self._area, self._page)

    def _take_failure(self) -> None:
        self._page.show_analysis(None)


class _NoLayerPage(QWidget):
    """What to do while no layer is selected."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = _column(self)
        column.addWidget(heading(translate("netstudio", "No layer selected"), None, self))
        column.addWidget(
            text_label(
                translate(
                    "netstudio",
                    "Select a layer of the network to see what it does and change its settings.",
                ),
                "secondary",
                self,
            )
        )
        column.addWidget(
            text_label(
                translate(
                    "netstudio",
                    "To add one, drag it from the list of layers or double-click it there.",
                ),
                "secondary",
                self,
            )
        )
        column.addStretch(1)

    def show_project(self, project: Project) -> None:
        """Nothing of it is shown."""

    def show_analysis(self, analysis: Analysis | None) -> None:
        """Nothing of it is shown."""


class _UnknownLayerPage(QWidget):
    """A layer of a type that there is not: what is wrong, and what is written of it."""

    def __init__(self, document: Document, node: Node, parent: QWidget) -> None:
        super().__init__(parent)
        self._uid = node.uid
        self._problems = ProblemList(document, self)
        settings = [
            f"{shorten(name)}: {shorten(written(node.fields[name]))}" for name in node.fields
        ]
        column = _column(self)
        column.addWidget(heading(shorten(node.type), None, self))
        column.addWidget(text_label(shorten(node.name), "secondary", self))
        column.addWidget(self._problems)
        if settings:
            column.addWidget(text_label("\n".join(settings), "mono", self))
        column.addStretch(1)

    def show_project(self, project: Project) -> None:
        """Nothing of it can change here."""

    def show_analysis(self, analysis: Analysis | None) -> None:
        """Show what is wrong."""
        problems = analysis.problems if analysis is not None else ()
        self._problems.show_problems(one for one in problems if one.target == self._uid)


def _column(page: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(page)
    column.setContentsMargins(*4 * (metrics.PANEL_PADDING,))
    column.setSpacing(10)
    return column
