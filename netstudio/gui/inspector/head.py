"""The inspector's first line: what is selected, whether it takes part, and its type."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QToolButton, QWidget

from netstudio.core.layer import Family
from netstudio.gui.inspector.layer_parts import heading
from netstudio.gui.texts import translate
from netstudio.gui.theme.icons import icon
from netstudio.gui.tool_tips import with_keys


class Head(QWidget):
    """The type's name, a button that changes it, and a switch for the layers.

    Args:
        title: What is selected.
        family: The family of the layers, where they are of one.
        is_one: Whether there is one layer, whose type can be changed.

    Signals:
        switched: Whether the layers shall take part.
        type_change_asked: The user wants the layer to be of another type.
    """

    switched = Signal(bool)
    type_change_asked = Signal()

    def __init__(
        self, title: str, family: Family | None, is_one: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._switch = QCheckBox(translate("netstudio", "On"), self)
        self._switch.setObjectName("layerSwitch")
        self._switch.setToolTip(
            translate("netstudio", "A layer that is switched off passes its input on (Ctrl+/)")
        )
        self._switch.clicked.connect(self._click)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(heading(title, family, self), 1)
        if is_one:
            row.addWidget(self._change_button())
        row.addWidget(self._switch)

    def show_enabled(self, enabled: Collection[bool]) -> None:
        """Show whether the layers take part."""
        is_mixed = len(set(enabled)) > 1
        self._switch.setTristate(is_mixed)
        if is_mixed:
            self._switch.setCheckState(Qt.CheckState.PartiallyChecked)
        else:
            self._switch.setChecked(all(enabled))

    def _click(self) -> None:
        self._switch.setTristate(False)
        self.switched.emit(self._switch.isChecked())

    def _change_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("changeType")
        button.setProperty("role", "bare")
        button.setIcon(icon("swap", "text_secondary"))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        text = translate("netstudio", "Change type…")
        button.setAccessibleName(text)
        button.setToolTip(with_keys(text, "Ctrl+R"))
        button.clicked.connect(self.type_change_asked)
        return button
