"""The card that says what the model makes of the input at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from netstudio.gui.elided import ElidedLabel
from netstudio.gui.model_words import describe_model
from netstudio.gui.picture_view import PictureView
from netstudio.gui.pictures import picture_of_bytes
from netstudio.gui.probability_bars import ProbabilityBars
from netstudio.gui.results.answers import prediction_text, value_lines
from netstudio.gui.texts import translate
from netstudio.gui.theme.roles import restyle

if TYPE_CHECKING:
    from netstudio.engine.predictions import Prediction
    from netstudio.engine.trained_model import TrainedModel

_BARS_HEIGHT = 150


class PredictionCard(QWidget):
    """The model in words, and its answer: probabilities, numbers, or a picture."""

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
        self._picture = PictureView(_BARS_HEIGHT)
        self._picture.setObjectName("predictedPicture")
        self._picture.setAccessibleName(translate("netstudio", "What came back"))
        self._picture.hide()
        self._answer = ""
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
        inside.addWidget(self._picture)
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

    def show_prediction(self, prediction: Prediction, subject: str) -> None:
        """Show what the model says about ``subject``."""
        from netstudio.engine.predictions import (
            ClassPrediction,
            LabelPrediction,
            PicturePrediction,
        )

        self._subject = subject
        self._say("", "secondary")
        match prediction:
            case ClassPrediction() | LabelPrediction():
                self.bars.show_shares([(one.label, one.probability) for one in prediction.ranked])
                self.bars.show()
                self._answer = self.bars.text
            case PicturePrediction():
                self._picture.show_picture(picture_of_bytes(prediction.pixels))
                self._picture.show()
                self._answer = prediction_text(prediction)
            case _:
                self._answer = "\n".join(value_lines(prediction) or [prediction_text(prediction)])
                self._text.setText(self._answer)
        self._text.setVisible(bool(self._text.text()))
        self._copy.setEnabled(True)

    def show_nothing(self) -> None:
        """There is no input."""
        self._say(translate("netstudio", "What the model makes of it appears here."), "faint")

    def show_fault(self, text: str) -> None:
        """The input cannot be used."""
        self._say(text, "error")

    def _say(self, text: str, role: str) -> None:
        self.bars.show_shares([])
        self.bars.hide()
        self._picture.hide()
        self._answer = ""
        self._text.setText(text)
        restyle(self._text, "role", role)
        self._text.show()
        self._copy.setEnabled(False)

    def _put_on_clipboard(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._subject}\n{self._answer}")
