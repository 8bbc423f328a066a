"""The outline: the same network as the cards, as a tree of lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from netstudio.core.document import Change, Document
from netstudio.core.edits import EditError, rename
from netstudio.gui.analysis import Analyser
from netstudio.gui.outline.model import NAME, OUTPUT, PARAMETERS, TYPE, OutlineModel
from netstudio.gui.texts import translate, words

_WIDTHS = {OUTPUT: 92, PARAMETERS: 84, TYPE: 90}
_LEAST_NAME = 128


class OutlineView(QTreeView):
    """Shows the layers, their shapes and problems; selects and renames them.

    What else can be done to the selected layers is done by the actions that are added to it.

    Signals:
        picked: The uids of the layers that the user has selected here.
        message: A short sentence on why something cannot be done.
    """

    picked = Signal(object)
    message = Signal(str)

    def __init__(
        self, document: Document, analyser: Analyser, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("outlineView")
        self.setAccessibleName(translate("netstudio", "Outline of the network"))
        self._document = document
        self._analyser = analyser
        self._selected: tuple[str, ...] = ()
        self._closed: set[str] = set()
        self._is_following = False
        self._lines = OutlineModel(self)
        self.setModel(self._lines)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.header().setStretchLastSection(True)
        # In a narrow panel the icon tells the type; the shape is told by nothing else.
        self.header().moveSection(TYPE, PARAMETERS)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self._lines.renamed.connect(self._rename)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.collapsed.connect(lambda index: self._closed.add(self._lines.uid(index)))
        self.expanded.connect(lambda index: self._closed.discard(self._lines.uid(index)))
        analyser.analysed.connect(self._follow)
        self.destroyed.connect(document.connect(self._follow))
        self._follow()

    def show_selection(self, uids: Sequence[str]) -> None:
        """Select the lines of these layers."""
        self._selected = tuple(uids)
        if self.isVisible():
            self._select()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def _follow(self, _: Change | object = None) -> None:
        """Show the network as it is now; not while nobody sees it."""
        if not self.isVisible():
            return
        self._is_following = True
        if self._lines.show_project(self._document.project, self._analyser.current):
            closed, self._closed = self._closed, set()
            self.expandAll()
            self.setColumnWidth(NAME, max(_LEAST_NAME, self.sizeHintForColumn(NAME)))
            for uid in closed:
                self.collapse(self._lines.index_of(uid))
        self._is_following = False
        self._select()

    def _select(self) -> None:
        if set(self._selected) == set(self._uids()):
            return  # a name may be being typed in the current line
        self._is_following = True
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().clear()
        for uid in self._selected:
            self.selectionModel().select(self._lines.index_of(uid), flag.Select | flag.Rows)
        if self._selected:
            last = self._lines.index_of(self._selected[-1])
            self.selectionModel().setCurrentIndex(last, flag.NoUpdate)
            self.scrollTo(last)
        self._is_following = False

    def _uids(self) -> list[str]:
        rows = self.selectionModel().selectedRows()
        return [uid for row in rows if (uid := self._lines.uid(row))]

    def _tell(self) -> None:
        if not self._is_following:
            self._selected = tuple(self._uids())
            self.picked.emit(self._selected)

    def _rename(self, uid: str, name: str) -> None:
        try:
            self._document.edit(
                translate("netstudio", "Rename to {name}").format(name=name),
                lambda project: project.with_network(rename(project.network, uid, name)),
            )
        except EditError as error:
            self.message.emit(words(error.message))
