"""The Use page: draw, write, drop, paste or choose inputs, and see what the model says."""

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
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QWidget

from netstudio.core.translate import Message, shorten
from netstudio.gui.current_model import CurrentModel
from netstudio.gui.drops import dropped_paths, has_paths
from netstudio.gui.model_page import MARGIN, ModelPage, surface
from netstudio.gui.pictures import picture_of, pixels_of
from netstudio.gui.texts import grouped, translate, words
from netstudio.gui.use.deck import DealtSample, Deck
from netstudio.gui.use.file_run import FileRun
from netstudio.gui.use.files_card import FilesCard
from netstudio.gui.use.input_card import InputCard
from netstudio.gui.use.looking import (
    Look,
    Looker,
    from_drawing,
    from_file,
    from_given,
    from_image,
    from_sample,
)
from netstudio.gui.use.prediction_card import PredictionCard
from netstudio.gui.use.subject_card import SubjectCard
from netstudio.tasks.content import Content

if TYPE_CHECKING:
    from netstudio.engine.trained_model import TrainedModel

_LEFT_WIDTH = 424
_LONGEST_FILE_NAME = 44


class UsePage(ModelPage):
    """Shows inputs to the current model."""

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
        self._input = InputCard(lane)
        self._rooms = QStackedWidget()
        self._rooms.addWidget(self._card)
        self._rooms.addWidget(self._input)
        self._prediction = PredictionCard()
        self._files = FilesCard(self._run, lane)
        self._arrange()
        self._card.pad.drawn.connect(self._look_at_drawing)
        self._card.try_one.clicked.connect(self._deal)
        self._input.try_one.clicked.connect(self._deal)
        self._input.given.connect(self._look_at_given)
        self._input.emptied.connect(self._look_at_nothing)
        for zone in (self._card.drop_zone, self._input.drop_zone):
            zone.files_requested.connect(self._ask_for_files)
            zone.folder_requested.connect(self._ask_for_folder)
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
        if self._is_pictures:
            self._card.prepare(model)
            self._rooms.setCurrentWidget(self._card)
        else:
            self._input.prepare(model)
            self._rooms.setCurrentWidget(self._input)

    @property
    def _is_pictures(self) -> bool:
        """Whether the model takes pictures."""
        model = self._current.model
        return model is None or model.task.content is Content.IMAGES

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
        if not self.has_model or image.isNull() or not self._is_pictures:
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
            self._set_expecting(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_expecting(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_expecting(False)
        event.acceptProposedAction()
        self._paste(event.mimeData())

    def _set_expecting(self, is_expecting: bool) -> None:
        for zone in (self._card.drop_zone, self._input.drop_zone):
            zone.set_expecting(is_expecting)

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
            busy = self._card.busy if self._is_pictures else self._input.busy
            busy.follow(task, translate("netstudio", "Reading the test part"))

    def _look_at_dealt(self, dealt: DealtSample) -> None:
        name = translate("netstudio", "Test sample {number} of {count}").format(
            number=grouped(dealt.number), count=grouped(dealt.count)
        )
        self._truth = dealt.truth
        if not self._is_pictures:
            self._input.view.show_record(dealt.records, dealt.number - 1, name)
            self._begin(name, truth=dealt.truth)
            return
        self._begin(name, truth=dealt.truth)
        sample = pixels_of(dealt.records, dealt.number - 1)
        self._card.show_picture(picture_of(sample))
        self._looker.look(from_sample(sample))

    def _look_at_given(self, given: object, name: str) -> None:
        self._begin(name)
        self._looker.look(from_given(given))

    def _look_at_nothing(self) -> None:
        self._looker.forget()
        self._begin("")
        self._prediction.show_nothing()

    def _look_at_file(self, path: Path) -> None:
        if not self._is_pictures:
            self._input.view.show_file(path)
            return
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
            text = translate("netstudio", "{picture}: in truth {label}")
            subject = text.format(picture=subject, label=truth)
        self._caption_card.say(subject)

    @property
    def _caption_card(self) -> SubjectCard | InputCard:
        """The card that says what the input is."""
        return self._card if self._is_pictures else self._input

    def _show_look(self, look: Look | None) -> None:
        if look is None:
            self._card.show_seen(None)
            self._prediction.show_nothing()
            return
        self._card.show_seen(look.seen)
        if self._picture_is_what_is_seen:
            self._card.show_picture(look.seen)
        self._prediction.show_prediction(look.prediction, self._subject)
        if not self._is_pictures:
            self._input.view.show_answer(look.prediction)
        label = getattr(look.prediction, "label", None)
        if self._truth is not None and label is not None:
            self._say_whether_right(label)

    def _say_whether_right(self, label: str) -> None:
        template = (
            translate("netstudio", "{picture}: it is {label}, and the model is right")
            if label == self._truth
            else translate("netstudio", "{picture}: it is {label}, and the model is wrong")
        )
        self._caption_card.say(template.format(picture=self._subject, label=self._truth))

    def _show_fault(self, text: Message, detail: str) -> None:
        self._card.show_seen(None)
        if self._picture_is_what_is_seen:
            self._card.show_picture(None)
        self._prediction.show_fault(words(text))

    def _show_deck_fault(self, text: Message, detail: str) -> None:
        self._caption_card.say(words(text))

    def _ask_for_files(self) -> None:
        title = translate("netstudio", "Choose pictures")
        if not self._is_pictures:
            title = translate("netstudio", "Choose files")
        dialog = self._dialog(title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        if not self._is_pictures:
            dialog.open()
            return
        pictures = "*.png *.jpg *.jpeg *.bmp *.gif *.tif *.tiff *.webp *.ppm *.pgm"
        dialog.setNameFilters(
            [
                translate("netstudio", "Pictures ({patterns})").format(patterns=pictures),
                translate("netstudio", "All files (*)"),
            ]
        )
        dialog.open()

    def _ask_for_folder(self) -> None:
        dialog = self._dialog(translate("netstudio", "Choose a folder"))
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
        left = surface(self._rooms)
        left.setFixedWidth(_LEFT_WIDTH)
        right = surface(self._prediction, self._files, spacing=MARGIN)
        row = QHBoxLayout(self._content)
        row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        row.setSpacing(MARGIN)
        row.addWidget(left)
        row.addWidget(right, 1)


def _is_usable(data: QMimeData) -> bool:
    return has_paths(data) or data.hasImage()
