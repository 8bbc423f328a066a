"""A sound is shown, played, and falls silent when it should."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from netstudio.engine.data.sounds.files import Wave
from netstudio.gui.sound.look import envelope_of, heat_picture, look_at
from netstudio.gui.sound.sound_view import SoundView
from netstudio.gui.theme.appearance import Appearance
from tests.gui.sound.fake_card import FakeCard, install, take_out
from tests.sounds import tone


@pytest.fixture
def card(monkeypatch: pytest.MonkeyPatch) -> FakeCard:
    return install(monkeypatch)


@pytest.fixture
def view(qtbot: QtBot, dressed: Appearance) -> SoundView:
    view = SoundView()
    qtbot.addWidget(view)
    view.resize(300, 400)
    view.show()
    return view


def a_wave(seconds: float = 0.5) -> Wave:
    return Wave(np.rint(tone(440, seconds) * 32_767).astype(np.int16), 8_000)


def button(view: SoundView) -> QPushButton:
    found = view.findChild(QPushButton, "playSound")
    assert found is not None
    return found


def press(view: SoundView) -> None:
    QTest.mouseClick(button(view), Qt.MouseButton.LeftButton)


def test_a_sound_is_played_whole_and_at_its_own_rate(
    view: SoundView, card: FakeCard, qtbot: QtBot
) -> None:
    wave = a_wave()
    view.show_sound(look_at(wave))
    with qtbot.waitSignal(view.player.ended):
        press(view)
    assert np.array_equal(np.concatenate(card.played), wave.samples)
    assert card.rate == 8_000
    assert card.open == 0
    assert button(view).text() == "Play"


def test_a_second_press_stops_it(view: SoundView, card: FakeCard, qtbot: QtBot) -> None:
    card.is_slow = True
    view.show_sound(look_at(a_wave(30)))
    press(view)
    assert button(view).text() == "Stop"
    qtbot.waitUntil(lambda: card.samples > 0)
    press(view)
    assert not view.player.is_playing
    assert card.open == 0
    assert card.samples < 30 * 8_000
    assert button(view).text() == "Play"


@pytest.mark.parametrize("how", ["hidden", "another sound"])
def test_it_falls_silent_when_it_is_no_longer_shown(
    view: SoundView, card: FakeCard, qtbot: QtBot, how: str
) -> None:
    card.is_slow = True
    view.show_sound(look_at(a_wave(30)))
    press(view)
    qtbot.waitUntil(lambda: card.samples > 0)
    if how == "hidden":
        view.hide()
    else:
        view.show_sound(look_at(a_wave()))
    assert card.open == 0


def test_it_falls_silent_when_it_is_deleted(card: FakeCard, qtbot: QtBot) -> None:
    view = SoundView()  # never shown, so that it cannot be hidden
    card.is_slow = True
    view.show_sound(look_at(a_wave(30)))
    view.player.play(a_wave(30))
    qtbot.waitUntil(lambda: card.samples > 0)
    view.deleteLater()
    qtbot.waitUntil(lambda: card.open == 0)


def test_without_portaudio_a_sentence_says_what_to_install(
    view: SoundView, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    take_out(monkeypatch)
    view.show_sound(look_at(a_wave()))
    with qtbot.waitSignal(view.player.ended):
        press(view)
    assert "PortAudio is missing. Install it" in view._problem.text()
    view.show_sound(look_at(a_wave()))
    assert view._problem.isHidden()


def test_without_a_sound_there_is_nothing_to_play(view: SoundView) -> None:
    assert not button(view).isEnabled()


def test_an_envelope_has_the_extremes_of_each_stretch() -> None:
    samples = np.zeros(1_000, np.int16)
    samples[250], samples[251] = 16_384, -8_192
    envelope = envelope_of(samples, 4)
    assert list(envelope.high) == [0, 0.5, 0, 0]
    assert list(envelope.low) == [0, -0.25, 0, 0]
    assert len(envelope_of(samples[:2], 4).high) == 2


def test_loud_places_of_a_spectrogram_are_bright() -> None:
    picture = heat_picture(np.array([[-5.0, 0.0, 5.0]]))
    assert (picture.width(), picture.height()) == (3, 1)
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    brightness = [grey.pixelColor(x, 0).lightness() for x in range(3)]
    assert brightness == sorted(brightness)
    assert brightness[2] - brightness[0] > 150
