"""Recording from the microphone."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netstudio.engine.data.sounds.files import Wave
from netstudio.gui.sound import recorder as recording
from netstudio.gui.sound.recorder import Recorder
from tests.gui.sound.fake_card import install, take_out


@pytest.fixture
def recorder(qapp: QApplication) -> Recorder:
    return Recorder(QObject(qapp))


def test_what_the_microphone_hears_is_a_wave(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    card = install(monkeypatch)
    recorder.record()
    qtbot.waitUntil(lambda: card.open == 1)
    qtbot.wait(100)
    with qtbot.waitSignal(recorder.recorded) as heard:
        recorder.stop()
    (wave,) = heard.args or [None]
    assert isinstance(wave, Wave)
    assert wave.rate == 48_000
    assert wave.seconds > 0.05
    assert np.abs(wave.samples).max() == pytest.approx(9_000, rel=0.01)
    assert not recorder.is_recording
    assert card.open == 0


def test_it_ends_by_itself_when_it_is_long_enough(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    install(monkeypatch)
    monkeypatch.setattr(recording, "LONGEST_SECONDS", 1)
    with qtbot.waitSignal(recorder.recorded) as heard:
        recorder.record()
    assert (heard.args or [])[0].seconds == pytest.approx(1, abs=0.06)


def test_a_discarded_recording_is_never_told(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    card = install(monkeypatch)
    recorder.record()
    qtbot.waitUntil(lambda: card.open == 1)
    with qtbot.assertNotEmitted(recorder.recorded, wait=200):
        recorder.discard()
    assert card.open == 0
    assert not recorder.is_recording


def test_without_portaudio_a_sentence_says_what_to_install(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    take_out(monkeypatch)
    with qtbot.waitSignal(recorder.failed) as failed:
        recorder.record()
    assert "PortAudio is missing. Install it" in str((failed.args or [])[0])
