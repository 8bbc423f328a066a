"""Shows the learning rate of the run that goes on, and changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMenu, QToolButton, QWidget

from netstudio.gui.messages import show_error
from netstudio.gui.run_controller import RunController, RunState
from netstudio.gui.texts import translate
from netstudio.gui.theme.fonts import tabular

if TYPE_CHECKING:
    from netstudio.engine.events import Event

_STEERED = (RunState.RUNNING, RunState.PAUSED, RunState.ENDING)
# Numbers with these digits are about as long whatever the rate is.
_DIGITS = 3


class RateButton(QToolButton):
    """The learning rate of the newest batches; its menu changes that of the next."""

    def __init__(self, controller: RunController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._rate: float | None = None
        self.setObjectName("rateButton")
        self.setProperty("role", "plain")
        self.setFont(tabular(self.font()))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(translate("netstudio", "Change the learning rate of this run"))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.hide()
        controller.received.connect(self._take)
        controller.state_changed.connect(self._follow)

    @property
    def is_wanted(self) -> bool:
        """Whether there is a rate to show that can be changed."""
        is_steered = self._controller.state in _STEERED and self._controller.is_steerable
        return self._rate is not None and is_steered

    @property
    def needed_width(self) -> int:
        """How wide it wants to be."""
        self.ensurePolished()  # before that it knows nothing of its padding
        return self.sizeHint().width()

    def take_over(self, before: RateButton) -> None:
        """Show what another one shows."""
        if before._rate is not None:
            self._show_rate(before._rate)

    def _take(self, events: tuple[Event, ...]) -> None:
        from netstudio.engine.events import Progress

        for event in reversed(events):
            if isinstance(event, Progress):
                self._show_rate(event.learning_rate)
                return

    def _follow(self, state: RunState) -> None:
        if state in (RunState.IDLE, RunState.PREPARING):
            self._rate = None

    def _show_rate(self, rate: float) -> None:
        self._rate = rate
        self.setText(translate("netstudio", "Rate {rate}").format(rate=_short(rate)))
        told = translate("netstudio", "Learning rate {rate}").format(rate=_short(rate))
        self.setAccessibleName(told)

    def _fill(self) -> None:
        self._menu.clear()
        if self._rate is None:
            return
        for text, factor in (
            (translate("netstudio", "Ten times: {rate}"), 10.0),
            (translate("netstudio", "Twice: {rate}"), 2.0),
            (translate("netstudio", "Half: {rate}"), 0.5),
            (translate("netstudio", "A tenth: {rate}"), 0.1),
        ):
            rate = self._rate * factor
            action = self._menu.addAction(text.format(rate=_short(rate)))
            action.triggered.connect(lambda _, rate=rate: self._set(rate))
        self._menu.addSeparator()
        other = self._menu.addAction(translate("netstudio", "Another rate…"))
        other.triggered.connect(self._ask)

    def _ask(self) -> None:
        dialog = QInputDialog(self.window())
        dialog.setObjectName("rateDialog")
        dialog.setWindowTitle(translate("netstudio", "Learning rate"))
        dialog.setLabelText(
            translate("netstudio", "The learning rate from now on; a schedule goes on from it:")
        )
        dialog.setInputMode(QInputDialog.InputMode.TextInput)
        dialog.setTextValue("" if self._rate is None else _short(self._rate))
        dialog.textValueSelected.connect(self._read)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _read(self, text: str) -> None:
        try:
            self._set(float(text.strip().replace(",", ".")))
        except ValueError:
            show_error(
                self.window(),
                translate(
                    "netstudio",
                    "“{text}” is no learning rate. Type a positive number such as 0.001.",
                ).format(text=text),
            )

    def _set(self, rate: float) -> None:
        self._controller.set_learning_rate(rate)


def _short(rate: float) -> str:
    return f"{rate:.{_DIGITS}g}"
