"""The card with the picture at hand: drawn, dealt from the test part, pasted or from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from netstudio.gui.busy import BusyBar
from netstudio.gui.buttons import small_button
from netstudio.gui.picture_view import PictureView
from netstudio.gui.texts import translate
from netstudio.gui.use.drop_zone import DropZone
from netstudio.gui.use.pad import SIDE, DrawingPad

if TYPE_CHECKING:
    from netstudio.engine.trained_model import TrainedModel

_PREVIEW = 84


class SubjectCard(QWidget):
    """Shows the picture as a person sees it, and small as the network does.

    Attributes:
        pad: Where one draws; only for models of grey squares.
        try_one: Asks for a picture of the test part.
        drop_zone: Says that files can be dropped.
        busy: The reading of the test part.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self._clear = small_button(translate("netstudio", "Clear"), "clearPad")
        self.try_one = small_button(translate("netstudio", "Try a test image"), "tryTestImage")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._clear)
        head.addWidget(self.try_one)
        self.pad = DrawingPad()
        self._clear.clicked.connect(self.pad.clear)
        hint = translate("netstudio", "Try a test image, drop or paste a picture, or choose one.")
        self._view = PictureView(SIDE, hint)
        self._view.setObjectName("pictureView")
        self._view.setAccessibleName(translate("netstudio", "Picture"))
        self._preview = PictureView(_PREVIEW)
        self._preview.setObjectName("networkPreview")
        self._preview.setAccessibleName(translate("netstudio", "What the network sees"))
        self._size = QLabel()
        self._size.setProperty("role", "faint")
        self._caption = QLabel()
        self._caption.setObjectName("subjectCaption")
        self._caption.setTextFormat(Qt.TextFormat.PlainText)
        self._caption.setProperty("role", "secondary")
        self._caption.setWordWrap(True)
        self.busy = BusyBar()
        self.drop_zone = DropZone()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(self._pictures())
        column.addWidget(self._caption)
        column.addWidget(self.busy)
        column.addWidget(self.drop_zone)
        column.addStretch(1)

    @property
    def seen(self) -> QImage | None:
        """The picture as the network sees it."""
        return self._preview.picture

    def prepare(self, model: TrainedModel) -> None:
        """Be empty, and fit for this model's pictures."""
        sample = model.preprocessing.sample
        channels, height, width = sample.sizes
        can_draw = channels == 1 and height == width
        self.pad.setVisible(can_draw)
        self._clear.setVisible(can_draw)
        self._view.setVisible(not can_draw)
        self._title.setText(
            _title(model.classes) if can_draw else translate("netstudio", "Picture")
        )
        self._size.setText(sample.shape)
        self.wipe()

    def wipe(self) -> None:
        """Show no picture."""
        self.pad.clear()
        self._view.show_picture(None)
        self.show_seen(None)
        self.say("")

    def show_picture(self, picture: QImage | None) -> None:
        """Show a picture that was not drawn, or none."""
        self.pad.show_picture(picture)
        self._view.show_picture(picture)

    def show_seen(self, picture: QImage | None) -> None:
        """Show what the network sees."""
        self._preview.show_picture(picture)

    def say(self, caption: str) -> None:
        """Say what the picture is; nothing needs to be said of a drawing."""
        self._caption.setText(caption)
        self._caption.setVisible(bool(caption))

    def _pictures(self) -> QHBoxLayout:
        what = QLabel(translate("netstudio", "What the network sees"))
        what.setProperty("role", "faint")
        what.setWordWrap(True)
        what.setFixedWidth(_PREVIEW)
        beside = QVBoxLayout()
        beside.setSpacing(4)
        for widget in (self._preview, what, self._size):
            beside.addWidget(widget)
        beside.addStretch()
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._view, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside)
        row.addStretch()
        return row


def _title(classes: tuple[str, ...]) -> str:
    if classes and all(len(name) == 1 and name.isdigit() for name in classes):
        return translate("netstudio", "Draw a digit")
    return translate("netstudio", "Draw")
