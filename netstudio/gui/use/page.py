"""The Use page: draw, drop, paste or choose pictures, and see what the model says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from netstudio.core.translate import Message, shorten
from netstudio.gui.current_model import CurrentModel
from netstudio.gui.drops import dropped_paths, has_paths
from netstudio.gui.model_page import MARGIN, ModelPage, surface
from netstudio.gui.pictures import picture_of
from netstudio.gui.texts import grouped, translate, words
from netstudio.gui.use.deck import DealtPicture, Deck
from netstudio.gui.use.file_run import FileRun
from netstudio.gui.use.files_card import FilesCard
from netstudio.gui.use.looking import (
    Look,
    Looker,
    from_drawing,
    from_file,
    from_image,
    from_sample,
)
from netstudio.gui.use.prediction_card import PredictionCard
from netstudio.gui.use.subject_card import SubjectCard

if TYPE_CHECKING:
    from netstudio.engine.trained_model import TrainedModel

_LEFT_WIDTH = 424
_LONGEST_FILE_NAME = 44


class UsePage(ModelPage):
    """Shows pictures to the current model."""

    def __init__(self, current_model: CurrentModel, parent: QWidget | None = None) -> None:
        super().__init__(current_model, parent)
        self.setObjectName("usePage")
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        # What the picture at hand is, as a caption says it and as a copied prediction does.
        self._subject = ""
        self._truth: str | None = None
        self._picture_is_what_is_seen = False
        lane = current_model.lane
        self._looker = Looker(lane, self)
        self._deck = Deck(lane, self)
        self._run = FileRun(lane, self)
        self._card = SubjectCard()
        self._prediction = PredictionCard()
        self._files = FilesCard(self._run, lane)
        self._arrange()
        self._card.pad.drawn.connect(self._look_at_drawing)
        self._card.try_one.clicked.connect(self._deal)
        self._card.drop_zone.files_requested.connect(self._ask_for_files)
        self._card.drop_zone.folder_requested.connect(self._ask_for_folder)
        self._looker.looked.connect(self._show_look)
        self._looker.failed.connect(self._show_fault)
        self._deck.dealt.connect(self._look_at_dealt)
        self._deck.failed.connect(self._show_deck_fault)
        self._files.file_chosen.connect(self._look_at_file)
        self.take_model_at_hand()

    def take_over(self, before: UsePage) -> None:
        """Go on with the drawing and the files of another page."""
        self._card.pad.take_over(before._card.pad)
        self._files.take_over(before._files)

    def forget_model(self) -> None:
        for user in (self._looker, self._deck, self._run):
            user.use(None)
        self._files.clear()

    def take_model(self, model: TrainedModel) -> None:
        for user in (self._looker, self._deck, self._run):
            user.use(model)
        self._files.clear()
        self._prediction.show_model(model)
        self._prediction.show_nothing()
        self._card.prepare(model)

    def use_paths(self, paths: list[Path]) -> None:
        """Predict these files and the pictures in these folders; the first file is shown too."""
        if not self.has_model or not paths:
            return
        self._files.add(paths)
        first = paths[0]
        if len(paths) == 1 and not first.is_dir():
            self._look_at_file(first)

    def use_image(self, image: QImage) -> None:
        """Predict a picture that comes from the clipboard."""
        if not self.has_model or image.isNull():
            return
        self._begin(translate("netstudio", "Pasted picture"))
        self._card.show_picture(image)
        self._looker.look(from_image(image))

    def event(self, event: QEvent) -> bool:
        # Said before shortcuts are looked for: the window has a paste of its own.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Paste)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste(QGuiApplication.clipboard().mimeData())
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.has_model and _is_usable(event.mimeData()):
            event.acceptProposedAction()
            self._card.drop_zone.set_expecting(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._card.drop_zone.set_expecting(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._card.drop_zone.set_expecting(False)
        event.acceptProposedAction()
        self._paste(event.mimeData())

    def _paste(self, data: QMimeData) -> None:
        if paths := dropped_paths(data):
            self.use_paths(paths)
        elif data.hasImage():
            self.use_image(QImage(data.imageData()))

    def _look_at_drawing(self) -> None:
        self._card.say("")
        if self._card.pad.is_empty:
            self._looker.forget()
            self._show_look(None)
            return
        self._begin(translate("netstudio", "Drawing"), caption="")
        self._looker.look(from_drawing(self._card.pad.drawing()))

    def _deal(self) -> None:
        task = self._deck.deal()
        if task is not None:
            self._card.busy.follow(task, translate("netstudio", "Reading the test pictures"))

    def _look_at_dealt(self, dealt: DealtPicture) -> None:
        name = translate("netstudio", "Test image {number} of {count}").format(
            number=grouped(dealt.number), count=grouped(dealt.count)
        )
        self._begin(name, truth=dealt.label)
        self._card.show_picture(picture_of(dealt.sample))
        self._looker.look(from_sample(dealt.sample))

    def _look_at_file(self, path: Path) -> None:
        self._begin(shorten(path.name, _LONGEST_FILE_NAME))
        self._picture_is_what_is_seen = True
        self._looker.look(from_file(path))

    def _begin(self, subject: str, truth: str | None = None, caption: str | None = None) -> None:
        """Turn to another picture."""
        self._subject, self._truth = subject, truth
        self._picture_is_what_is_seen = False
        if caption is not None:
            return
        if truth is not None:
            text = translate("netstudio", "{picture}: it is {label}")
            subject = text.format(picture=subject, label=truth)
        self._card.say(subject)

    def _show_look(self, look: Look | None) -> None:
        if look is None:
            self._card.show_seen(None)
            self._prediction.show_nothing()
            return
        self._card.show_seen(look.seen)
        if self._picture_is_what_is_seen:
            self._card.show_picture(look.seen)
        self._prediction.show_prediction(look.prediction, self._subject)
        if self._truth is not None:
            self._say_whether_right(look.prediction.label)

    def _say_whether_right(self, label: str) -> None:
        template = (
            translate("netstudio", "{picture}: it is {label}, and the model is right")
            if label == self._truth
            else translate("netstudio", "{picture}: it is {label}, and the model is wrong")
        )
        self._card.say(template.format(picture=self._subject, label=self._truth))

    def _show_fault(self, text: Message, detail: str) -> None:
        self._card.show_seen(None)
        if self._picture_is_what_is_seen:
            self._card.show_picture(None)
        self._prediction.show_fault(words(text))

    def _show_deck_fault(self, text: Message, detail: str) -> None:
        self._card.say(words(text))

    def _ask_for_files(self) -> None:
        dialog = self._dialog(translate("netstudio", "Choose pictures"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        pictures = "*.png *.jpg *.jpeg *.bmp *.gif *.tif *.tiff *.webp *.ppm *.pgm"
        dialog.setNameFilters(
            [
                translate("netstudio", "Pictures ({patterns})").format(patterns=pictures),
                translate("netstudio", "All files (*)"),
            ]
        )
        dialog.open()

    def _ask_for_folder(self) -> None:
        dialog = self._dialog(translate("netstudio", "Choose a folder of pictures"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self, title)
        dialog.setObjectName("picturesDialog")
        dialog.filesSelected.connect(self._use_chosen)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _use_chosen(self, chosen: list[str]) -> None:
        self.use_paths([Path(name) for name in chosen])

    def _arrange(self) -> None:
        left = surface(self._card)
        left.setFixedWidth(_LEFT_WIDTH)
        right = surface(self._prediction, self._files, spacing=MARGIN)
        row = QHBoxLayout(self._content)
        row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        row.setSpacing(MARGIN)
        row.addWidget(left)
        row.addWidget(right, 1)


def _is_usable(data: QMimeData) -> bool:
    return has_paths(data) or data.hasImage()
