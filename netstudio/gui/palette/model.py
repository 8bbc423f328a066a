"""The palette's lines: families, their layers, and the user's own blocks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    Qt,
)
from PySide6.QtGui import (
    QStandardItem,
    QStandardItemModel,
)

from netstudio.core.blocks import Block
from netstudio.core.layer import LAYERS
from netstudio.core.spec import TensorSpec
from netstudio.gui.layer_search import Groups, Layer, fits, other_names
from netstudio.gui.stack.mime import BLOCK, LAYER_TYPE, type_mime
from netstudio.gui.texts import translate, words
from netstudio.gui.tool_tips import about

TYPE = Qt.ItemDataRole.UserRole
FAMILY = Qt.ItemDataRole.UserRole + 1
ASIDE = Qt.ItemDataRole.UserRole + 2
FITS = Qt.ItemDataRole.UserRole + 3

# Stands where a family does.
BLOCKS = "blocks"


class LayerModel(QStandardItemModel):
    """Families and, below them, their layers; layers can be dragged."""

    def show_groups(self, groups: Groups, blocks: Sequence[Block]) -> None:
        self.blockSignals(True)  # one reset at the end instead of a signal for each line
        self.clear()
        if blocks:
            self.appendRow(_group(translate("netstudio", "My blocks"), BLOCKS))
            self.item(0).appendRows([_block_item(block) for block in blocks])
        for family, layers in groups:
            group = _group(words(family.label), family.value)
            group.appendRows([_layer_item(cls) for cls in layers])
            self.appendRow(group)
        for row in range(self.rowCount()):
            self.item(row).setData(str(self.item(row).rowCount()), ASIDE)
        self.blockSignals(False)
        self.beginResetModel()
        self.endResetModel()

    def show_fitting(self, x: TensorSpec | None) -> None:
        """Mark the layers that cannot take such an input."""
        self.blockSignals(True)
        for row in range(self.rowCount()):
            group = self.item(row)
            for at in range(group.rowCount()):
                cls = LAYERS.get(group.child(at).data(TYPE))
                group.child(at).setData(cls is None or fits(cls, x), FITS)
        self.blockSignals(False)
        for row in range(self.rowCount()):
            first = self.index(row, 0)
            last = self.index(self.rowCount(first) - 1, 0, first)
            self.dataChanged.emit(self.index(0, 0, first), last)

    def first(self) -> QModelIndex:
        """The first layer; invalid where there is none."""
        return self.index(0, 0, self.index(0, 0))

    def mimeTypes(self) -> list[str]:
        return [LAYER_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        types = [index.data(TYPE) for index in indexes if index.data(TYPE)]
        return type_mime(types[0]) if types else QMimeData()

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction


def _group(title: str, name: str) -> QStandardItem:
    group = QStandardItem(title)
    group.setData(name, FAMILY)
    group.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return group


def _block_item(block: Block) -> QStandardItem:
    item = QStandardItem(block.name)
    item.setData(f"{BLOCK}{block.name}", TYPE)
    item.setData(BLOCKS, FAMILY)
    item.setToolTip(translate("netstudio", "Your own block. F2 renames it, Del deletes it."))
    flag = Qt.ItemFlag
    item.setFlags(
        flag.ItemIsEnabled
        | flag.ItemIsSelectable
        | flag.ItemIsDragEnabled
        | flag.ItemIsEditable
        | flag.ItemNeverHasChildren
    )
    return item


def _layer_item(cls: Layer) -> QStandardItem:
    item = QStandardItem(words(cls.label))
    item.setData(cls.type, TYPE)
    item.setData(cls.family.value, FAMILY)
    item.setData(other_names(cls), ASIDE)
    item.setToolTip(about(cls))
    flag = Qt.ItemFlag
    item.setFlags(
        flag.ItemIsEnabled
        | flag.ItemIsSelectable
        | flag.ItemIsDragEnabled
        | flag.ItemNeverHasChildren
    )
    item.setData(words(cls.help), Qt.ItemDataRole.AccessibleDescriptionRole)
    return item
