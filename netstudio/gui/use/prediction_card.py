"""The card that says what the model makes of the picture at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from netstudio.gui.elided import ElidedLabel
from netstudio.gui.model_words import describe_model
from netstudio.gui.probability_bars import ProbabilityBars
from netstudio.gui.texts import translate
from netstudio.gui.theme.roles import restyle

if TYPE_CHECKING:
    from netstudio.engine.predictions import ClassPrediction
    from netstudio.engine.trained_model import TrainedModel

_BARS_HEIGHT = 150


class PredictionCard(QWidget):
    """The model in words, and its five most probable classes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject = ""
        title = QLabel(translate("netstudio", "Prediction"))
        title.setProperty("role", "heading")
        self._about = ElidedLabel()
        self._about.setObjectName("modelAbout")
        self._about.setProperty("role", "secondary")
        self._copy = QPushButton(translate("netstudio", "Copy"))
        self._copy.setObjectName("copyPrediction")
        self._copy.setAccessibleName(translate("netstudio", "Copy the prediction"))
        self._copy.setProperty("role", "small")
        self._copy.clicked.connect(self._put_on_clipboard)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(title)
        head.addWidget(self._about, 1)
        head.addWidget(self._copy)
        self.bars = ProbabilityBars()
        self.bars.setObjectName("probabilityBars")
        self._text = QLabel()
        self._text.setObjectName("predictionText")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        body = QWidget()
        # As tall with and without a prediction, so that what is below stays where it is.
        body.setFixedHeight(_BARS_HEIGHT)
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.bars)
        inside.addWidget(self._text)
        inside.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(body)
        self.show_nothing()

    def show_model(self, model: TrainedModel) -> None:
        """Say which model it is."""
        self._about.show_text(describe_model(model))

    def show_prediction(self, prediction: ClassPrediction, subject: str) -> None:
        """Show what the model says about ``subject``."""
        self._subject = subject
        self.bars.show_prediction(prediction)
        self.bars.show()
        self._text.hide()
        self._copy.setEnabled(True)

    def show_nothing(self) -> None:
        """There is no picture."""
        self._say(
            translate("netstudio", "What the model makes of a picture appears here."), "faint"
        )

    def show_fault(self, text: str) -> None:
        """The picture cannot be used."""
        self._say(text, "error")

    def _say(self, text: str, role: str) -> None:
        self.bars.show_prediction(None)
        self.bars.hide()
        self._text.setText(text)
        restyle(self._text, "role", role)
        self._text.show()
        self._copy.setEnabled(False)

    def _put_on_clipboard(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._subject}\n{self.bars.text}")
