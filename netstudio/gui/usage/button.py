"""The figures of the machine in the bottom line, which open into more."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QToolButton, QWidget

from netstudio.gui.background import Lane
from netstudio.gui.texts import percent, size_text, translate
from netstudio.gui.theme import metrics
from netstudio.gui.theme.fonts import tabular, text_font
from netstudio.gui.usage.popup import UsagePopup
from netstudio.gui.usage.sampler import UsageSampler

if TYPE_CHECKING:
    from netstudio.engine.usage import Usage


class UsageButton(QToolButton):
    """Tells how busy processors and GPU are, and how much memory the program takes.

    Args:
        lane: Where the machine is looked at.
        answer: Whether the GPU is used, and if not, why, in the user's language.
    """

    def __init__(
        self, lane: Lane, answer: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._answer = answer
        self._may_look = False
        self.sampler = UsageSampler(lane, self)
        self.setObjectName("usageButton")
        self.setProperty("role", "bare")
        self.setFont(tabular(text_font(metrics.TEXT_SMALL)))
        self.setToolTip(translate("netstudio", "How busy this computer is"))
        self.setAccessibleName(self.toolTip())
        self.sampler.changed.connect(self._show)
        self.clicked.connect(self.open)
        self._show()

    def begin(self) -> None:
        """Look at the machine from now on, while this is seen."""
        self._may_look = True
        if self.isVisible():
            self.sampler.start()

    def open(self) -> UsagePopup:
        """Show the last minute, and whether the GPU is used."""
        popup = UsagePopup(self.sampler, self._answer(), self)
        size = popup.sizeHint()
        corner = self.mapToGlobal(QPoint(self.width() - size.width(), -size.height() - 6))
        popup.move(corner)
        popup.show()
        return popup

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._may_look:
            self.sampler.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.sampler.stop()

    def _show(self) -> None:
        looks = self.sampler.looks
        text = in_short(looks[-1]) if looks else "CPU –"
        if text != self.text():
            self.setText(text)
            self.setAccessibleDescription(text)


def in_short(usage: Usage) -> str:
    """The figures that matter most, in one line."""
    cpu, memory = percent(usage.cpu, 0), size_text(usage.memory)
    busy = [gpu.busy for gpu in usage.gpus if gpu.busy is not None]
    if not busy:
        text = translate("netstudio", "CPU {cpu} · {memory}")
        return text.format(cpu=cpu, memory=memory)
    text = translate("netstudio", "GPU {gpu} · CPU {cpu} · {memory}")
    return text.format(gpu=percent(max(busy), 0), cpu=cpu, memory=memory)
