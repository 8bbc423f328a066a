"""A sound large: its wave, its spectrogram, and a button to hear it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHideEvent, QImage, QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from netstudio.core.translate import Message
from netstudio.gui.sound.look import Envelope, SoundLook
from netstudio.gui.sound.player import Player
from netstudio.gui.texts import grouped, translate, words
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.icons import icon

_WAVE_HEIGHT = 84
_SPECTROGRAM_HEIGHT = 150
_CORNER = 4


class SoundView(QWidget):
    """Shows a sound and plays it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: SoundLook | None = None
        self.player = Player(self)
        self._wave = WaveView()
        self._spectrogram = SpectrogramView()
        self._play = QPushButton()
        self._play.setObjectName("playSound")
        self._play.clicked.connect(self._toggle)
        self._length = QLabel()
        self._length.setProperty("role", "small")
        self._problem = QLabel()
        self._problem.setProperty("role", "error")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._arrange()
        self.player.started.connect(self._show_state)
        self.player.ended.connect(self._show_end)
        self.show_sound(None)

    def show_sound(self, look: SoundLook | None) -> None:
        """Show another sound, or none."""
        self.player.stop()
        self._problem.hide()
        self._look = look
        self._wave.show_envelope(None if look is None else look.envelope)
        self._spectrogram.show_picture(None if look is None else look.spectrogram)
        self._spectrogram.setVisible(look is None or look.spectrogram is not None)
        self._length.setText("" if look is None else _length_words(look))
        self._show_state()

    def hideEvent(self, event: QHideEvent) -> None:
        self.player.stop()
        super().hideEvent(event)

    def _toggle(self) -> None:
        if self.player.is_playing:
            self.player.stop()
        elif self._look is not None:
            self._problem.hide()
            self.player.play(self._look.wave)

    def _show_state(self) -> None:
        is_playing = self.player.is_playing
        self._play.setEnabled(self._look is not None)
        self._play.setIcon(icon("stop-fill" if is_playing else "play-fill"))
        self._play.setText(
            translate("netstudio", "Stop") if is_playing else translate("netstudio", "Play")
        )

    def _show_end(self, problem: Message | None) -> None:
        self._show_state()
        if problem is not None:
            self._problem.setText(words(problem))
            self._problem.show()

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._play)
        buttons.addWidget(self._length, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._wave)
        column.addWidget(self._spectrogram)
        column.addLayout(buttons)
        column.addWidget(self._problem)
        column.addStretch()


class WaveView(QWidget):
    """The course of a sound."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._envelope: Envelope | None = None
        self.setAccessibleName(translate("netstudio", "Waveform"))
        self.setToolTip(translate("netstudio", "The wave, from left to right in time"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_envelope(self, envelope: Envelope | None) -> None:
        """Show another wave, or none."""
        self._envelope = envelope
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _WAVE_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(_rounded(self.rect()), QColor(colours().control))
        if self._envelope is not None:
            paint_envelope(painter, self.rect(), self._envelope)


class SpectrogramView(QWidget):
    """What the network sees of a sound."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: QImage | None = None
        self.setAccessibleName(translate("netstudio", "Spectrogram"))
        self.setToolTip(
            translate(
                "netstudio", "What the network sees: low pitches at the bottom, loud ones bright"
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: QImage | None) -> None:
        """Show another spectrogram, or none."""
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _SPECTROGRAM_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(_rounded(self.rect()), QColor(colours().control))
        if self._picture is not None:
            painter.setClipPath(_rounded(self.rect()))
            painter.drawImage(self.rect(), self._picture)


def paint_envelope(painter: QPainter, room: QRect, envelope: Envelope) -> None:
    """A wave as the area between its lowest and highest points; its own loudest fills the room."""
    inner = QRectF(room).adjusted(6, 6, -6, -6)
    loudest = max((*map(abs, envelope.low), *map(abs, envelope.high)), default=0.0) or 1.0
    scale = inner.height() / 2 / loudest
    middle = inner.center().y()
    step = inner.width() / max(1, len(envelope.high) - 1)
    upper = [
        QPointF(inner.left() + at * step, middle - max(high * scale, 0.5))
        for at, high in enumerate(envelope.high)
    ]
    lower = [
        QPointF(inner.left() + at * step, middle - min(low * scale, -0.5))
        for at, low in enumerate(envelope.low)
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours().accent))
    painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))
    painter.restore()


def _length_words(look: SoundLook) -> str:
    return translate("netstudio", "{seconds:.2f} s · {rate} Hz").format(
        seconds=look.wave.seconds, rate=grouped(look.wave.rate)
    )


def _rounded(room: QRect) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(room), _CORNER, _CORNER)
    return path
