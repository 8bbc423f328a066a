"""Ways to make a network over-fit on purpose, to see what that looks like and what cures it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from netstudio.core.document import Document
from netstudio.core.values import Value
from netstudio.gui.texts import percent, translate
from netstudio.tasks.content import Aim
from netstudio.tasks.options import DataOptions

_AMOUNT = ("use_samples", "use_share")
_SPOILING = ("spoiled_labels",)

_FEW = 100
_SPOILED = 0.3


def fields_for(aim: Aim) -> tuple[str, ...]:
    """The settings that change something: what is its own target has no label to spoil."""
    return _AMOUNT if aim is Aim.ITSELF else (*_AMOUNT, *_SPOILING)


class LearningAidButtons(QWidget):
    """One press makes the task harder, another one takes it all back.

    Args:
        document: The project.
        aim: What is learned of a sample.
    """

    def __init__(self, document: Document, aim: Aim, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        few = translate("netstudio", "Use {count} samples").format(count=_FEW)
        spoil = translate("netstudio", "Spoil {share} of the labels").format(
            share=percent(_SPOILED, 0)
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        offered: dict[str, dict[str, Value]] = {few: {"use_samples": _FEW}}
        if aim is not Aim.ITSELF:
            offered[spoil] = {"spoiled_labels": _SPOILED}
        for text, values in offered.items():
            button = QPushButton(text)
            button.clicked.connect(lambda _, text=text, values=values: self._set(text, values))
            row.addWidget(button)
        self._back = QPushButton(translate("netstudio", "Take back"))
        self._back.setToolTip(
            translate("netstudio", "Learn from all training samples with their right labels.")
        )
        self._back.clicked.connect(lambda: self._set(self._back.text(), _defaults()))
        row.addWidget(self._back)
        row.addStretch()
        self.follow()

    def follow(self) -> None:
        """Show what the document says now."""
        options = self._document.project.data.options
        usual = _defaults()
        self._back.setEnabled(any(options.get(name, usual[name]) != usual[name] for name in usual))

    def _set(self, label: str, values: Mapping[str, Value]) -> None:
        self._document.edit(
            label,
            lambda project: replace(
                project,
                data=replace(project.data, options=project.data.options.replace(**values)),
            ),
        )


def _defaults() -> dict[str, Value]:
    usual = DataOptions.defaults()
    return {name: usual[name] for name in (*_AMOUNT, *_SPOILING)}
