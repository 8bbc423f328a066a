"""Sound files: what is read, and what is refused with a reason."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
import soundfile

from netstudio.engine.data.class_folders import UnreadableFile
from netstudio.engine.data.sounds.files import (
    LONGEST_SECONDS,
    Wave,
    from_numbers,
    read_sound,
    resampled,
)
from tests.sounds import tone


@pytest.mark.parametrize("suffix", [".wav", ".flac", ".ogg", ".mp3", ".aiff"])
def test_every_usual_format_is_read(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"声音{suffix}"
    soundfile.write(file, tone(440, 1.0, 16_000), 16_000)
    wave = read_sound(file)
    assert wave.rate == 16_000
    assert wave.seconds == pytest.approx(1.0, abs=0.1)
    assert np.abs(wave.samples).max() == pytest.approx(32_767 / 2, rel=0.1)


def test_samples_of_16_bits_stay_as_they_are(tmp_path: Path) -> None:
    numbers = np.array([0, 1, -1, 12_345, 32_767, -32_767], np.int16)
    soundfile.write(tmp_path / "exact.wav", numbers, 8_000)
    samples = read_sound(tmp_path / "exact.wav").samples
    # 32,768 steps of the file become 32,767: no sample is off by more than one step.
    assert np.abs(samples.astype(int) - numbers).max() <= 1


def test_two_channels_become_their_mean(tmp_path: Path) -> None:
    left = tone(440)
    soundfile.write(tmp_path / "stereo.wav", np.stack((left, np.zeros_like(left)), 1), 8_000)
    mono = read_sound(tmp_path / "stereo.wav").samples
    assert np.abs(mono).max() == pytest.approx(32_767 / 4, rel=0.01)


def test_another_rate_keeps_length_and_pitch(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "tone.wav", tone(440, 1.0, 44_100), 44_100)
    wave = read_sound(tmp_path / "tone.wav", 8_000)
    assert wave.seconds == pytest.approx(1.0, abs=0.01)
    spectrum = np.abs(np.fft.rfft(wave.samples.astype(float)))
    assert np.argmax(spectrum) / wave.seconds == pytest.approx(440, abs=2)


def test_of_a_long_recording_only_the_beginning_is_read(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "long.flac", np.zeros(1_000 * (LONGEST_SECONDS + 5)), 1_000)
    wave = read_sound(tmp_path / "long.flac")
    assert wave.is_cut
    assert wave.seconds == LONGEST_SECONDS


def test_numbers_that_are_none_become_silence(tmp_path: Path) -> None:
    numbers = np.array([np.nan, np.inf, -np.inf, 0.5], np.float32)
    soundfile.write(tmp_path / "odd.wav", numbers, 8_000, subtype="FLOAT")
    assert read_sound(tmp_path / "odd.wav").samples.tolist() == [0, 0, 0, 16_384]


class TestRefused:
    def refusal(self, file: Path) -> str:
        with pytest.raises(UnreadableFile) as caught:
            read_sound(file)
        return str(caught.value.reason)

    def test_a_sound_of_zero_length(self, tmp_path: Path) -> None:
        soundfile.write(tmp_path / "empty.wav", np.empty(0, np.float32), 8_000)
        assert self.refusal(tmp_path / "empty.wav") == "it has no sound in it"

    def test_a_file_without_content(self, tmp_path: Path) -> None:
        (tmp_path / "nothing.wav").touch()
        assert self.refusal(tmp_path / "nothing.wav") == "it is no sound or damaged"

    def test_a_text_that_is_called_a_sound(self, tmp_path: Path) -> None:
        (tmp_path / "text.wav").write_text("no sound at all")
        assert self.refusal(tmp_path / "text.wav") == "it is no sound or damaged"

    def test_a_head_that_promises_more_than_there_is(self, tmp_path: Path) -> None:
        file = tmp_path / "torn.wav"
        soundfile.write(file, tone(440), 8_000)
        content = bytearray(file.read_bytes())
        content[4:8] = content[40:44] = (2**31 - 1).to_bytes(4, "little")
        file.write_bytes(content)
        # What is there is read; memory for what is promised is never asked for.
        assert len(read_sound(file).samples) == 2_400

    def test_a_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.wav")
        assert self.refusal(tmp_path / "pipe.wav") == "it is not a file"

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        assert self.refusal(tmp_path / "none.wav") == "there is no such file"

    def test_a_rate_that_no_sound_has(self, tmp_path: Path) -> None:
        soundfile.write(tmp_path / "slow.wav", tone(440), 10)
        assert self.refusal(tmp_path / "slow.wav") == "it has 10 samples a second"

    def test_numbers_that_are_no_course_of_samples(self) -> None:
        with pytest.raises(UnreadableFile, match="int64 of shape"):
            from_numbers(np.arange(5), 8_000)


def test_a_recording_with_several_channels_becomes_one(tmp_path: Path) -> None:
    recorded = np.stack((tone(440), tone(440)), 1)
    assert np.array_equal(
        from_numbers(recorded, 8_000).samples, from_numbers(tone(440), 8_000).samples
    )


def test_what_is_too_short_for_another_rate_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="too short"):
        resampled(Wave(np.ones(1, np.int16), 48_000), 1_000)
