"""From sounds to spectrograms: lengths, pitches, loudness, and what a model file keeps."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
import torch
from torch import Tensor

from netstudio.core.spec import IMAGE, TensorSpec
from netstudio.core.translate import UserError
from netstudio.engine.data.job import finish
from netstudio.engine.data.records import Records
from netstudio.engine.data.sounds.files import Samples16, Wave
from netstudio.engine.data.sounds.inputs import Sounds
from netstudio.engine.data.sounds.preprocessing import SoundPreprocessing, fitted
from netstudio.engine.data.sounds.spectrogram import LogMel, MelSettings, mel_filters
from netstudio.tasks.preparation.sounds import SoundPreparation
from tests.sounds import tone

CPU = torch.device("cpu")
MEL = MelSettings(rate=8_000, window=256, hop=80, bands=40, same_level=True)


def whole(course: np.ndarray[Any, Any]) -> Samples16:
    samples: Samples16 = np.rint(course * 32_767).astype(np.int16)
    return samples


def records(*waves: Samples16, rate: int = 8_000) -> Records:
    return Records(Sounds(waves, rate), torch.zeros(len(waves), dtype=torch.int64))


def preprocessing(
    options: SoundPreparation | None = None, seconds: float = 0.5
) -> SoundPreprocessing:
    pitches = (200, 400, 800, 1_600, 3_200)
    train = records(*(whole(tone(pitch, seconds)) for pitch in pitches))
    return finish(SoundPreprocessing.fit(train, options or SoundPreparation()))


def spectrogram(samples: Samples16, settings: MelSettings = MEL) -> Tensor:
    return LogMel(settings, CPU)(torch.from_numpy(samples)[None])[0]


@pytest.mark.parametrize("hertz", [150, 440, 1_000, 3_000])
def test_a_pure_tone_is_loudest_in_the_band_of_its_pitch(hertz: int) -> None:
    band = int(spectrogram(whole(tone(hertz))).mean(1).argmax())
    highest = 2595 * np.log10(1 + 4_000 / 700)
    tops = 700 * (10 ** (np.arange(1, 41) / 41 * highest / 2595) - 1)
    nearest = int(np.abs(tops - hertz).argmin())
    assert abs(band - nearest) <= 1


def test_bands_are_triangles_that_add_up_to_one_between_the_outer_ones() -> None:
    filters = mel_filters(MEL)
    assert filters.shape == (40, 129)
    assert float(filters.min()) == 0
    tops = filters.argmax(1)
    inner = filters[:, int(tops[0]) + 1 : int(tops[-1]) + 1].sum(0)
    assert torch.allclose(inner, torch.ones_like(inner), atol=1e-5)


def test_columns_are_as_many_as_declared_and_as_far_apart_as_the_hop() -> None:
    burst = np.zeros(8_000, np.int16)
    burst[4_000:4_040] = 20_000
    picture = spectrogram(burst)
    assert picture.shape == (40, MEL.columns(8_000)) == (40, 101)
    assert int(picture.sum(0).argmax()) == pytest.approx(4_020 / 80, abs=1)


def test_a_quiet_sound_looks_like_a_loud_one_only_where_loudness_is_brought_level() -> None:
    loud, quiet = whole(tone(440)), whole(tone(440) / 8)
    assert torch.allclose(spectrogram(loud), spectrogram(quiet), atol=0.5)
    as_it_is = MelSettings(8_000, 256, 80, 40, same_level=False)
    top = (spectrogram(loud, as_it_is) - spectrogram(quiet, as_it_is)).max()
    assert float(top) == pytest.approx(2 * np.log(8), abs=0.05)


def test_silence_gives_finite_numbers() -> None:
    assert spectrogram(np.zeros(4_000, np.int16)).isfinite().all()


class TestLength:
    def test_auto_fits_95_of_100_training_sounds(self) -> None:
        waves = [whole(tone(400, 0.4)) for _ in range(95)] + [whole(tone(400, 2.0))] * 5
        fit = finish(SoundPreprocessing.fit(records(*waves), SoundPreparation()))
        assert fit.length == 3_200
        assert fit.sample == TensorSpec(IMAGE, (1, 40, 41))

    def test_a_chosen_length_is_kept(self) -> None:
        assert preprocessing(SoundPreparation(length_ms=1_000)).length == 8_000

    def test_it_is_never_shorter_than_a_window(self) -> None:
        assert preprocessing(SoundPreparation(length_ms=20)).length == 256

    def test_short_sounds_stand_in_the_middle(self) -> None:
        assert fitted(np.array([5, 6, 7], np.int16), 6).tolist() == [0, 5, 6, 7, 0, 0]

    def test_long_sounds_keep_their_loudest_stretch(self) -> None:
        samples = np.ones(1_000, np.int16)
        samples[600:700] = -9_000
        kept = fitted(samples, 100)
        assert kept.tolist() == [-9_000] * 100

    def test_the_loudest_stretch_may_be_at_the_very_end(self) -> None:
        assert fitted(np.array([0, 0, 0, 9, 9], np.int16), 2).tolist() == [9, 9]


def test_bands_are_standardised_by_the_training_part() -> None:
    fit = preprocessing()
    pitches = (200, 400, 800, 1_600, 3_200)
    encoded = finish(fit.encode(Sounds([whole(tone(pitch, 0.5)) for pitch in pitches], 8_000)))
    assert encoded.dtype == torch.int16
    pictures = fit.on(CPU)(encoded)
    assert pictures.shape == (5, *fit.sample.sizes)
    assert torch.allclose(pictures.mean((0, 1, 3)), torch.zeros(40), atol=1e-3)
    assert torch.allclose(pictures.std((0, 1, 3), correction=0), torch.ones(40), atol=1e-3)


def test_floats_from_minus_one_to_one_give_what_stored_samples_give() -> None:
    fit = preprocessing()
    stored = fit.read(Wave(whole(tone(700, 0.5)), 8_000))[None]
    assert torch.allclose(fit.on(CPU)(stored), fit.on(CPU)(stored / 32_768), atol=1e-6)


def test_a_file_at_another_rate_is_read_as_it_would_have_been_learned(tmp_path: Path) -> None:
    fit = preprocessing()
    soundfile.write(tmp_path / "fast.wav", tone(800, 0.5, 44_100), 44_100)
    fast = fit.on(CPU)(fit.read(tmp_path / "fast.wav")[None])
    exact = fit.on(CPU)(fit.read(Wave(whole(tone(800, 0.5)), 8_000))[None])
    middle = slice(5, -5)
    assert float((fast - exact)[..., middle].abs().mean()) < 0.1
    encoded = finish(fit.encode(Sounds([whole(tone(800, 0.5, 16_000))], 16_000)))
    assert float((fit.on(CPU)(encoded) - exact)[..., middle].abs().mean()) < 0.1


def test_paths_arrays_and_waves_are_read_and_other_things_refused(tmp_path: Path) -> None:
    fit = preprocessing()
    soundfile.write(tmp_path / "a.wav", tone(800, 0.5), 8_000)
    from_path = fit.read(str(tmp_path / "a.wav"))
    assert torch.equal(from_path, fit.read(tmp_path / "a.wav"))
    assert int((from_path - fit.read(tone(800, 0.5))).abs().max()) <= 1
    with pytest.raises(UserError, match=r"Input 3 cannot be read as a sound: it is .*Choose a WAV"):
        fit.read(np.zeros((2, 2, 2)), 3)
    with pytest.raises(UserError, match=r"none\.wav cannot be read as a sound: there is no such"):
        fit.read(tmp_path / "none.wav")


def test_a_model_file_keeps_it_whole() -> None:
    fit = preprocessing()
    assert SoundPreprocessing.from_json(json.loads(json.dumps(fit.as_json()))) == fit


@pytest.mark.parametrize(
    "damage",
    [
        {"rate": 0},
        {"rate": "8000"},
        {"window": 0},
        {"hop": 0},
        {"hop": 999_999},
        {"bands": 0},
        {"length": 10},
        {"length": 10**12},
        {"mean": [0.0]},
        {"std": [0.0] * 40},
        {"std": [float("nan")] * 40},
        {"mean": None},
    ],
)
def test_a_damaged_model_file_is_refused(damage: dict[str, Any]) -> None:
    raw = preprocessing().as_json()
    assert SoundPreprocessing.from_json(raw)
    with pytest.raises(ValueError):  # noqa: PT011 (any sentence will do: users see another)
        SoundPreprocessing.from_json({**raw, **damage})
