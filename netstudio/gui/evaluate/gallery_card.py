"""The card with the samples of the chosen cell, and one of them large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from netstudio.core.translate import shorten
from netstudio.gui.evaluate.gallery import Gallery
from netstudio.gui.picture_view import PictureView
from netstudio.gui.pictures import picture_of, pixels_of
from netstudio.gui.probability_bars import ProbabilityBars
from netstudio.gui.texts import grouped, translate
from netstudio.tasks.content import Content

if TYPE_CHECKING:
    from netstudio.engine.evaluation.confusion import Confusion

_LARGE = 150
_WORDS_WIDTH = 260
_MOST = 400


class GalleryCard(QWidget):
    """Shows what is in a cell, the most confident first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._confusion: Confusion | None = None
        self._content = Content.IMAGES
        self._title = QLabel()
        self._title.setObjectName("galleryTitle")
        self._title.setProperty("role", "heading")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._count = QLabel()
        self._count.setProperty("role", "secondary")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        self.gallery = Gallery()
        self._picture = PictureView(_LARGE)
        self._picture.setAccessibleName(translate("netstudio", "The chosen sample"))
        self._words = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
        self._words.setObjectName("galleryWords")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setFixedWidth(_WORDS_WIDTH)
        self._about = QLabel()
        self._about.setProperty("role", "strong")
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self.bars = ProbabilityBars()
        self._detail = QWidget()
        row = QHBoxLayout(self._detail)
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 0, Qt.AlignmentFlag.AlignTop)
        beside = QVBoxLayout()
        beside.setSpacing(4)
        beside.addWidget(self._about)
        beside.addWidget(self.bars)
        beside.addStretch()
        row.addLayout(beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.gallery, 1000)
        column.addWidget(self._detail)
        column.addStretch(1)
        self.gallery.chosen.connect(self._show_sample)
        self._words.hide()
        self.show_nothing("")

    def show_content(self, content: Content) -> None:
        """Show samples of this kind from now on."""
        self._content = content
        self._picture.setVisible(content is Content.IMAGES)
        self._words.setVisible(content is not Content.IMAGES)
        self.gallery.show_content(content)

    def show_cell(self, confusion: Confusion, true: int, predicted: int) -> None:
        """Show the samples of a true class that were taken for a class."""
        self._confusion = confusion
        numbers = confusion.samples_in(true, predicted)
        label, other = confusion.classes[true], confusion.classes[predicted]
        template = (
            translate("netstudio", "{label} recognised")
            if true == predicted
            else translate("netstudio", "{label} taken for {other}")
        )
        self._title.setText(template.format(label=label, other=other))
        self._title.show()
        self._count.setText(_counted(len(numbers)))
        self.gallery.setVisible(bool(numbers))
        self._detail.setVisible(bool(numbers))
        self.gallery.show_samples(confusion, numbers)

    def show_nothing(self, why: str) -> None:
        """No cell is chosen."""
        self._confusion = None
        self._title.hide()
        self._count.setText(why)
        self.gallery.show_samples(None, [])
        self.gallery.hide()
        self._detail.hide()

    def _show_sample(self, number: int) -> None:
        confusion = self._confusion
        if confusion is None:
            return
        true, predicted = int(confusion.targets[number]), int(confusion.predicted[number])
        if self._content is Content.IMAGES:
            self._picture.show_picture(picture_of(pixels_of(confusion.records, number)))
        else:
            self._words.setText(shorten(self.gallery.view.words(confusion.records, number), _MOST))
        self._about.setText(
            translate("netstudio", "Sample {number}: {label}, predicted {other}").format(
                number=grouped(number + 1),
                label=confusion.classes[true],
                other=confusion.classes[predicted],
            )
        )
        row = enumerate(confusion.probabilities[number].tolist())
        ranked = sorted(row, key=lambda pair: pair[1], reverse=True)
        self.bars.show_shares([(confusion.classes[at], share) for at, share in ranked])


def _counted(samples: int) -> str:
    if not samples:
        return translate("netstudio", "no samples")
    if samples == 1:
        return translate("netstudio", "1 sample")
    return translate("netstudio", "{count} samples, most confident first").format(
        count=grouped(samples)
    )
