"""How the chosen layers learn: whether they are frozen, and at which learning rate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netstudio.core.learning import LayerLearning, frozen_uids, learning_of
from netstudio.core.problems import Problem
from netstudio.core.project import Project
from netstudio.core.tree import Node
from netstudio.core.values import Fields
from netstudio.gui.forms.rows import FieldRows
from netstudio.gui.inspector.layer_parts import heading
from netstudio.gui.inspector.shared_fields import differing
from netstudio.gui.labels import text_label
from netstudio.gui.texts import translate, words

FROZEN = "frozen"
FACTOR = "learning_rate_factor"


class LearningSection(QWidget):
    """The settings of learning, of layers that have weights.

    Signals:
        frozen_chosen: Whether the layers shall keep their weights.
        factor_chosen: At how many times the learning rate they shall learn.
        fix_chosen: A ``Fix`` whose button was pressed.
    """

    frozen_chosen = Signal(bool)
    factor_chosen = Signal(float)
    fix_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("learningSection")
        self.rows = FieldRows(LayerLearning.fields(), Fields(), self)
        self._around = text_label(
            translate("netstudio", "A container around it is frozen, and so is this layer."),
            "small",
            self,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(2)
        column.addWidget(heading(words(LayerLearning.label), None, self))
        column.addWidget(self.rows)
        column.addWidget(self._around)
        self.rows.edited.connect(self._tell)
        self.rows.fix_chosen.connect(self.fix_chosen)

    def show_layers(self, project: Project, nodes: Sequence[Node]) -> None:
        """Show how these layers of a project learn."""
        frozen = frozen_uids(project.network)
        values = [learning_of(node).replace(frozen=node.uid in frozen) for node in nodes]
        self.rows.show_values(values[0], differing(values))
        is_inside = any(node.uid in frozen and not node.frozen for node in nodes)
        self._around.setVisible(is_inside)
        self.rows.rows[FROZEN].setEnabled(not is_inside)
        self.rows.rows[FACTOR].setEnabled(not {node.uid for node in nodes} <= frozen)

    def show_problems(self, problems: Mapping[str, Problem]) -> None:
        """Explain under each field what an analysis found, by the field's name."""
        self.rows.show_problems(problems)

    def _tell(self, name: str, value: object) -> None:
        if isinstance(value, bool):
            self.frozen_chosen.emit(value)
        elif isinstance(value, float):
            self.factor_chosen.emit(value)
