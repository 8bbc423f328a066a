"""Folders of the user's own sounds: what is read, what is left out, and what is said about it."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
import soundfile

from netstudio.core.translate import UserError
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import read_source
from netstudio.engine.data.records import RawData, Records
from netstudio.engine.data.sounds.inputs import Sounds
from netstudio.tasks.sounds import SoundClassification
from netstudio.tasks.sources.sounds import FreeSpokenDigits, SoundFolder, SpokenDigits
from netstudio.tasks.sources.source import SourceDef
from tests.data import settings_for
from tests.sounds import tone, two_pitches, write_tones


def read(source: SourceDef, data_root: Path | None = None) -> RawData:
    return finish(read_source(settings_for(source, task=SoundClassification()), data_root))


def sounds(records: Records | None) -> Sounds:
    assert records is not None
    assert isinstance(records.inputs, Sounds)
    return records.inputs


def codes(raw: RawData) -> list[str]:
    return [finding.code for finding in raw.findings]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return two_pitches(tmp_path / "sounds")


def test_classes_are_the_folders(folder: Path) -> None:
    raw = read(SoundFolder(folder=str(folder)))
    assert raw.classes == ("high", "low")
    assert raw.train.targets is not None
    assert raw.train.targets.tolist() == [0, 0, 0, 0, 1, 1, 1, 1]
    assert [len(wave) for wave in sounds(raw.train).waves[:2]] == [2_400, 2_480]
    assert raw.findings == ()


def test_folders_called_train_and_test_are_the_parts(tmp_path: Path) -> None:
    two_pitches(tmp_path / "train")
    write_tones(tmp_path / "test" / "low", 2, 500)
    raw = read(SoundFolder(folder=str(tmp_path)))
    assert raw.test is not None
    assert raw.test.targets is not None
    assert raw.test.targets.tolist() == [1, 1]


def test_files_whose_names_fit_a_pattern_are_the_test_part(folder: Path) -> None:
    raw = read(SoundFolder(folder=str(folder), test_files="*[01].wav"))
    assert raw.test is not None
    assert [Path(origin).name for origin in raw.test.origins] == ["000.wav", "001.wav"] * 2
    assert len(raw.train) == 4


def test_a_pattern_that_nothing_fits_is_an_error(folder: Path) -> None:
    with pytest.raises(UserError, match=r"None of the 8 files fits the pattern \*\.flac"):
        read(SoundFolder(folder=str(folder), test_files="*.flac"))


def test_without_class_folders_the_class_is_in_the_name(tmp_path: Path) -> None:
    for name in ("yes_ann_0", "yes_bob_0", "no_ann_0", "no_bob_0"):
        soundfile.write(tmp_path / f"{name}.flac", tone(400), 8_000)
    raw = read(SoundFolder(folder=str(tmp_path), group_part=2))
    assert raw.classes == ("no", "yes")
    assert raw.train.groups is not None
    speakers = [Path(origin).stem.split("_")[1] for origin in raw.train.origins]
    assert len(set(raw.train.groups.tolist())) == 2
    assert len(set(zip(speakers, raw.train.groups.tolist(), strict=True))) == 2


def test_all_sounds_get_the_most_frequent_rate(folder: Path) -> None:
    write_tones(folder / "other", 2, 700, rate=22_050)
    raw = read(SoundFolder(folder=str(folder)))
    assert sounds(raw.train).rate == 8_000
    assert [len(wave) for wave in sounds(raw.train).waves[-2:]] == [2_400, 2_480]


def test_fast_recordings_come_down_to_what_speech_needs(tmp_path: Path) -> None:
    write_tones(tmp_path / "a", 2, 400, rate=44_100)
    write_tones(tmp_path / "b", 2, 800, rate=44_100)
    assert sounds(read(SoundFolder(folder=str(tmp_path))).train).rate == 16_000
    chosen = read(SoundFolder(folder=str(tmp_path), sample_rate=22_050))
    assert sounds(chosen.train).rate == 22_050


def test_what_is_no_sound_is_left_out_and_named(folder: Path) -> None:
    (folder / "low" / "notes.txt").write_text("notes")
    (folder / "low" / "torn.wav").write_bytes(b"RIFF")
    soundfile.write(folder / "high" / "empty.wav", np.empty(0), 8_000)
    raw = read(SoundFolder(folder=str(folder)))
    assert len(raw.train) == 8
    (finding,) = raw.findings
    assert finding.code == "unreadable-files"
    assert str(finding.text) == (
        "Files left out because they cannot be read as sounds (3): notes.txt (it is no sound), "
        "empty.wav (it has no sound in it), torn.wav (it is no sound or damaged)."
    )


def test_silent_and_overlong_recordings_are_named(folder: Path) -> None:
    soundfile.write(folder / "low" / "silence.wav", np.zeros(8_000), 8_000)
    soundfile.write(folder / "low" / "hour.flac", np.tile(tone(300, 1, 1_000), 61), 1_000)
    raw = read(SoundFolder(folder=str(folder)))
    assert codes(raw) == ["long-sounds", "silent-sounds"]
    assert [Path(finding.examples[0]).name for finding in raw.findings] == [
        "hour.flac",
        "silence.wav",
    ]


def test_a_folder_without_sounds_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="holds no sounds in class folders"):
        read(SoundFolder(folder=str(tmp_path)))
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.wav").write_bytes(b"none")
    with pytest.raises(UserError, match=r"None of the 1 files in .* \(b\.wav: it is no sound or"):
        read(SoundFolder(folder=str(tmp_path)))


def test_a_test_class_that_was_never_learned_is_an_error(tmp_path: Path) -> None:
    two_pitches(tmp_path / "train")
    write_tones(tmp_path / "test" / "middle", 1, 900)
    with pytest.raises(UserError, match="a class middle that the training sounds lack"):
        read(SoundFolder(folder=str(tmp_path)))


class TestSpokenDigits:
    def test_the_shipped_part_has_the_official_takes_for_testing(self) -> None:
        raw = read(SpokenDigits())
        assert raw.classes == tuple("0123456789")
        assert raw.test is not None
        assert {Path(origin).stem.split("_")[2] for origin in raw.test.origins} == {"0", "1"}
        assert raw.test.targets is not None
        assert set(Counter(raw.test.targets.tolist()).values()) == {12}
        assert raw.findings == ()

    def test_its_samples_are_those_of_the_published_files(self, test_data: Path) -> None:
        shipped = read(SpokenDigits()).train
        at = 77
        name = Path(shipped.origins[at]).stem
        published, rate = soundfile.read(
            test_data / "fsdd" / name[0] / f"{name}.wav", dtype="float32"
        )
        expected = np.rint(published * 32_767).astype(np.int16)
        assert rate == sounds(shipped).rate
        assert np.array_equal(sounds(shipped).waves[at], expected)

    def test_the_whole_set_is_read_flat_or_by_digit(self, test_data: Path, tmp_path: Path) -> None:
        raw = read(FreeSpokenDigits(), test_data)
        assert raw.test is not None
        assert (len(raw.train), len(raw.test)) == (2_700, 300)
        flat = tmp_path / "fsdd"
        flat.mkdir()
        for name in ("0_theo_0", "1_theo_3", "0_theo_9", "1_theo_7"):
            shutil.copy(test_data / "fsdd" / name[0] / f"{name}.wav", flat)
        few = read(FreeSpokenDigits(), tmp_path)
        assert few.test is not None
        assert (len(few.train), len(few.test)) == (2, 2)

    def test_where_it_is_not_there_the_error_says_where_it_belongs(self, tmp_path: Path) -> None:
        with pytest.raises(UserError, match=r"There is no folder .*fsdd"):
            read(FreeSpokenDigits(), tmp_path)
