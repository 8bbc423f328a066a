"""What was understood of code: the layers, and how they are to be trained."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from netstudio.core.declare import Unreadable
from netstudio.core.project import Selected
from netstudio.core.tree import Node, Stack, walk
from netstudio.gui.labels import text_label
from netstudio.gui.texts import layers_text, percent, translate, words
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.families import FAMILY_ICONS
from netstudio.gui.theme.icons import icon
from netstudio.layers import LAYERS
from netstudio.tasks.losses import LOSSES
from netstudio.tasks.optimizers import OPTIMIZERS
from netstudio.tasks.sources import SOURCES

if TYPE_CHECKING:
    from netstudio.engine.network.source import Reading


class Understood(QFrame):
    """Lists the layers that were read, and the training that goes with them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self._heading = QLabel()
        self._heading.setProperty("role", "strong")
        self._layers = QTreeWidget()
        self._layers.setObjectName("understoodLayers")
        self._layers.setAccessibleName(translate("netstudio", "Layers that were understood"))
        self._layers.setHeaderHidden(True)
        self._layers.setRootIsDecorated(False)
        self._layers.setIndentation(16)
        self._layers.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self._layers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._training = text_label("", "secondary", self)
        self._training.setObjectName("understoodTraining")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._layers, 1)
        column.addWidget(self._training)
        self.show_reading(None)

    def show_reading(self, reading: Reading | None) -> None:
        """Show what was read; None while there is nothing to read."""
        network = reading.network if reading is not None else None
        self._layers.clear()
        if network is None or reading is None:
            nothing = translate("netstudio", "No network yet")
            self._heading.setText(nothing)
            self._training.hide()
            return
        understood = translate("netstudio", "Understood: {layers}")
        self._heading.setText(understood.format(layers=layers_text(len([*walk(network)]))))
        self._layers.addTopLevelItems(list(_items(network)))
        self._layers.expandAll()
        lines = list(_training_lines(reading))
        self._training.setText("\n".join(lines))
        self._training.setVisible(bool(lines))


def _items(stack: Stack) -> Iterator[QTreeWidgetItem]:
    for node in stack:
        item = QTreeWidgetItem([_layer_text(node)])
        definition = LAYERS.get(node.type)
        if definition is not None:
            colour = colours().families[definition.family]
            item.setIcon(0, icon(FAMILY_ICONS[definition.family], colour))
        item.setToolTip(0, item.text(0))
        for _, body in node.slots:
            item.addChildren(list(_items(body)))
        yield item


def _layer_text(node: Node) -> str:
    """The type and the settings that matter most."""
    try:
        layer = LAYERS.make(node.type, node.fields)
    except Unreadable:
        return node.type
    return "  ·  ".join((words(layer.label), *map(words, layer.summary())))


def _training_lines(reading: Reading) -> Iterator[str]:
    training = reading.training
    if reading.data is not None and (source := SOURCES.get(reading.data)) is not None:
        yield translate("netstudio", "Data: {name}").format(name=words(source.label))
    if training.loss is not None:
        loss = LOSSES.get(training.loss.type)
        label = words(loss.label) if loss is not None else training.loss.type
        yield translate("netstudio", "Loss: {name}").format(name=label)
    if training.optimizer is not None:
        yield _optimizer_text(training.optimizer)
    if training.epochs is not None:
        yield translate("netstudio", "Epochs: {count}").format(count=training.epochs)
    if training.batch_size is not None:
        yield translate("netstudio", "Batch size: {count}").format(count=training.batch_size)
    if training.validation_share is not None:
        text = translate("netstudio", "Kept for validation: {share}")
        yield text.format(share=percent(training.validation_share, 0))


def _optimizer_text(selected: Selected) -> str:
    optimizer = OPTIMIZERS.get(selected.type)
    label = words(optimizer.label) if optimizer is not None else selected.type
    rate = selected.fields.get("lr")
    if rate is None:
        return translate("netstudio", "Optimizer: {name}").format(name=label)
    text = translate("netstudio", "Optimizer: {name}, learning rate {rate}")
    return text.format(name=label, rate=rate)
