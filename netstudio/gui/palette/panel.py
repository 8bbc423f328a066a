"""The palette: every layer there is, to be dragged or put into the network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QObject,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QStandardItem,
)
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from netstudio import paths
from netstudio.core.blocks import blocks_in, delete_block, rename_block
from netstudio.core.layer import LAYERS, Family
from netstudio.core.spec import TensorSpec
from netstudio.core.translate import UserError
from netstudio.gui.layer_search import by_family, search
from netstudio.gui.palette.model import BLOCKS, FAMILY, TYPE, LayerModel
from netstudio.gui.palette.tree import LayerTree
from netstudio.gui.stack.mime import BLOCK
from netstudio.gui.texts import translate, words
from netstudio.gui.theme import metrics


class PalettePanel(QWidget):
    """All layers by family, with a search.

    Signals:
        chosen: The type name of a layer that shall be put into the network.
        message: A short sentence on why something cannot be done.
    """

    chosen = Signal(str)
    message = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._collapsed: set[str] = set()
        self._input: TensorSpec | None = None
        self._model = LayerModel(self)
        self._view = LayerTree(self._model, self)
        self._search = QLineEdit(self)
        self._search.setObjectName("paletteSearch")
        self._search.setPlaceholderText(translate("netstudio", "Search layers…"))
        self._search.setAccessibleName(translate("netstudio", "Search layers"))
        self._search.setClearButtonEnabled(True)
        self._search.installEventFilter(self)
        self._nothing = QLabel(self)
        self._nothing.setProperty("role", "small")
        self._nothing.setWordWrap(True)
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_out()
        self._search.textChanged.connect(self._show_matches)
        self._search.returnPressed.connect(self._choose_first)
        self._view.chosen.connect(self.chosen)
        self._view.family_toggled.connect(self._remember)
        self._view.block_deleted.connect(self._delete_block)
        self._model.itemChanged.connect(self._rename_block)
        self._show_matches("")

    def focus_search(self) -> None:
        """Let the user type what they look for."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def state(self) -> list[str]:
        """The families that are collapsed, ready to be stored."""
        return sorted(self._collapsed)

    def restore(self, state: Sequence[str]) -> None:
        """Collapse the families of a stored state; names that are unknown are passed over."""
        self._collapsed = {group for group in (*Family, BLOCKS) if group in state}
        self._show_matches(self._search.text())

    def refresh_blocks(self) -> None:
        """Show the user's blocks as they are now; another window may have changed them."""
        self._show_matches(self._search.text())

    def show_input(self, x: TensorSpec | None) -> None:
        """Dim the layers that cannot take what comes out where the next layer goes."""
        if x != self._input:
            self._input = x
            self._model.show_fitting(x)

    def event(self, event: QEvent) -> bool:
        is_back = event.type() == QEvent.Type.WindowActivate
        if is_back and blocks_in(paths.user_blocks()) != self._blocks:
            self.refresh_blocks()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down and (first := self._model.first()).isValid():
                self._view.setCurrentIndex(first)
                self._view.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self._search.text():
                self._search.clear()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        line = QVBoxLayout()
        line.setContentsMargins(metrics.PANEL_PADDING, 0, metrics.PANEL_PADDING, 0)
        line.addWidget(self._search)
        line.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 4)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self._view, 1)

    def _show_matches(self, query: str) -> None:
        is_searching = bool(query.strip())
        groups = search(LAYERS, query) if is_searching else by_family(LAYERS)
        self._blocks = blocks_in(paths.user_blocks())
        wanted = query.strip().casefold()
        blocks = [block for block in self._blocks if wanted in block.name.casefold()]
        self._model.show_groups(groups, blocks)
        self._model.show_fitting(self._input)
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            self._view.setExpanded(index, is_searching or index.data(FAMILY) not in self._collapsed)
        self._view.scrollToTop()
        self._nothing.setVisible(not groups and not blocks)
        self._nothing.setText(
            translate("netstudio", "No layer is called or does “{query}”.").format(
                query=query.strip()
            )
        )

    def _choose_first(self) -> None:
        first = self._model.first()
        if self._search.text().strip() and first.isValid():
            self.chosen.emit(first.data(TYPE))

    def _remember(self, family: str, is_open: bool) -> None:
        if not self._search.text().strip():
            change = self._collapsed.discard if is_open else self._collapsed.add
            change(family)

    def _delete_block(self, name: str) -> None:
        for block in self._blocks:
            if block.name == name:
                self._try(partial(delete_block, block))

    def _rename_block(self, item: QStandardItem) -> None:
        """The user has typed another name for a block."""
        old = str(item.data(TYPE) or "").removeprefix(BLOCK)
        block = next((block for block in self._blocks if block.name == old), None)
        if block is not None and item.text() != old:
            self._try(lambda: rename_block(block, item.text().strip()))

    def _try(self, change: Callable[[], object]) -> None:
        """Change the blocks, or say why that cannot be."""
        try:
            change()
        except UserError as error:
            self.message.emit(words(error.message))
        # Not at once: the line may be the very one that is being typed in.
        QTimer.singleShot(0, self, self.refresh_blocks)
