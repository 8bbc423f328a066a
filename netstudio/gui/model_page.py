"""What the pages that speak of the current model share: having none, reading it, failing to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from netstudio.core.translate import Message
from netstudio.gui.current_model import CurrentModel
from netstudio.gui.labels import breakable
from netstudio.gui.texts import translate, words
from netstudio.gui.theme.icons import icon

if TYPE_CHECKING:
    from netstudio.engine.trained_model import TrainedModel

MARGIN = 18
_PADDING = 16
_ICON = 40
_WIDEST_TEXT = 460


class ModelPage(QWidget):
    """A page about the current model, which is read when the page is looked at.

    Signals:
        train_requested: The user wants to train a network.
        open_requested: The user wants to open a trained model.
    """

    train_requested = Signal()
    open_requested = Signal()

    def __init__(self, current_model: CurrentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = current_model
        # Why the current model cannot be read, once that was tried.
        self._fault: Message | None = None
        self._empty = _Invitation()
        self._empty.train.clicked.connect(self.train_requested)
        self._empty.open.clicked.connect(self.open_requested)
        self._reading = _Reading()
        self._content = QWidget()
        self._states = QStackedWidget()
        for state in (self._empty, self._reading, self._content):
            self._states.addWidget(state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._states)
        current_model.changed.connect(self._model_changed)
        current_model.loaded.connect(self._model_loaded)
        current_model.failed.connect(self._model_failed)
        self._show_state()

    @property
    def has_model(self) -> bool:
        """Whether the model is there and can be used."""
        return self._current.model is not None

    def take_model_at_hand(self) -> None:
        """Show the current model if it is there already; for the end of ``__init__``."""
        if (model := self._current.model) is not None:
            self._model_loaded(model)

    def forget_model(self) -> None:
        """Let go of everything that belongs to the model before."""
        raise NotImplementedError

    def take_model(self, model: TrainedModel) -> None:
        """Show this model."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_when_needed()

    def _model_changed(self) -> None:
        self._fault = None
        self.forget_model()
        self._show_state()
        if self.isVisible():
            self._read_when_needed()

    def _model_loaded(self, model: TrainedModel) -> None:
        self._fault = None
        self.take_model(model)
        self._show_state()

    def _model_failed(self, text: Message, detail: str) -> None:
        self._fault = text
        self._show_state()

    def _read_when_needed(self) -> None:
        if self._fault is None:
            self._current.load()

    def _show_state(self) -> None:
        path = self._current.path
        if self.has_model:
            self._states.setCurrentWidget(self._content)
        elif path is not None and self._fault is None:
            self._reading.name(path.parent.name or path.name)
            self._states.setCurrentWidget(self._reading)
        else:
            self._empty.explain(self._fault)
            self._states.setCurrentWidget(self._empty)


class _Invitation(QWidget):
    """What to do where there is no model, or none that can be read."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title.setProperty("role", "strong")
        self._text = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setProperty("role", "secondary")
        self._text.setWordWrap(True)
        self._text.setFixedWidth(_WIDEST_TEXT)
        self.train = QPushButton(translate("netstudio", "Train a network"))
        self.train.setObjectName("trainFirst")
        self.train.setProperty("role", "primary")
        self.open = QPushButton(translate("netstudio", "Open a trained model…"))
        self.open.setObjectName("openModel")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self.train)
        buttons.addWidget(self.open)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._icon)
        column.addWidget(self._title)
        column.addWidget(self._text, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addStretch(3)
        self.explain(None)

    def explain(self, fault: Message | None) -> None:
        """Say why there is no model: none was chosen, or it has this fault."""
        self._is_fault = fault is not None
        if fault is None:
            title = translate("netstudio", "No trained model yet")
            text = translate("netstudio", "Train a network first, or open a trained model.")
        else:
            title = translate("netstudio", "This model cannot be read")
            text = words(fault)
        self._title.setText(title)
        self._text.setText(breakable(text))
        self._text.setAccessibleName(text)
        # A layout that centres a label does not ask how high its lines are.
        self._text.setMinimumHeight(self._text.heightForWidth(_WIDEST_TEXT))
        self._draw_icon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()

    def _draw_icon(self) -> None:
        drawn = icon("warning", "warning") if self._is_fault else icon("brain", "text_faint")
        self._icon.setPixmap(drawn.pixmap(_ICON, _ICON))


class _Reading(QWidget):
    """The model is being read."""

    def __init__(self) -> None:
        super().__init__()
        self._text = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._text.setProperty("role", "secondary")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(240)
        bar.setAccessibleName(translate("netstudio", "Reading the model"))
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._text)
        column.addWidget(bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def name(self, name: str) -> None:
        """Say which model it is."""
        self._text.setText(translate("netstudio", "Reading {name}…").format(name=name))


def surface(*parts: QWidget | QLayout, spacing: int = 8) -> QFrame:
    """A raised area with these parts below each other, of which the last fills what is left."""
    frame = QFrame()
    frame.setProperty("role", "surface")
    column = QVBoxLayout(frame)
    column.setContentsMargins(_PADDING, _PADDING - 2, _PADDING, _PADDING)
    column.setSpacing(spacing)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    column.setStretch(len(parts) - 1, 1)
    return frame
