"""Sounds varied, as waveforms and as spectrograms."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import Integer, Real
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.augmentations.augmentation import AUGMENTATIONS, AugmentationDef, Stage
from netstudio.tasks.content import Content

_DECIBELS = Real(0.0, 60.0)
_MASKS = Integer(0, 10)
_WIDTHS = Real(0.0, 1.0)


@AUGMENTATIONS.register
class SoundShift(AugmentationDef):
    """Sounds that start earlier or later."""

    type = "sound_shift"
    label = QT_TRANSLATE_NOOP("netstudio", "Time shift")
    help = QT_TRANSLATE_NOOP("netstudio", "Lets each sound start a little earlier or later.")
    search = ("Shift", "TimeShift", "roll")
    target = "data.augmentation.sounds.SoundShift"
    contents = (Content.SOUNDS,)
    only_moves = True

    largest: float = field(
        Real(0.0, 1.0),
        default=0.1,
        label=QT_TRANSLATE_NOOP("netstudio", "Largest shift"),
        help=QT_TRANSLATE_NOOP("netstudio", "To either side, as a share of the whole length."),
    )


@AUGMENTATIONS.register
class Gain(AugmentationDef):
    """Louder and quieter sounds."""

    type = "gain"
    label = QT_TRANSLATE_NOOP("netstudio", "Gain")
    help = QT_TRANSLATE_NOOP("netstudio", "Makes each sound a little louder or quieter.")
    search = ("volume", "loudness")
    target = "data.augmentation.sounds.Gain"
    contents = (Content.SOUNDS,)

    decibels: float = field(
        _DECIBELS,
        default=6.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Decibels"),
        help=QT_TRANSLATE_NOOP("netstudio", "The largest change; 6 doubles or halves the wave."),
    )


@AUGMENTATIONS.register
class SoundNoise(AugmentationDef):
    """Sounds with hiss."""

    type = "sound_noise"
    label = QT_TRANSLATE_NOOP("netstudio", "Background noise")
    help = QT_TRANSLATE_NOOP("netstudio", "Adds hiss to each sound, to some more than to others.")
    search = ("AddGaussianNoise", "signal to noise", "SNR")
    target = "data.augmentation.sounds.SoundNoise"
    contents = (Content.SOUNDS,)

    loudest: float = field(
        _DECIBELS,
        default=15.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Loudest"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How many decibels the loudest noise lies below the sound."
        ),
    )
    quietest: float = field(
        _DECIBELS,
        default=40.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Quietest"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How many decibels the quietest noise lies below the sound."
        ),
    )


@AUGMENTATIONS.register
class SpecAugment(AugmentationDef):
    """Spectrograms with bands and stretches left out."""

    type = "spec_augment"
    label = QT_TRANSLATE_NOOP("netstudio", "SpecAugment")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Leaves bands of frequencies and stretches of time out of the spectrogram."
    )
    source = "Park et al., SpecAugment, 2019"
    search = ("FrequencyMasking", "TimeMasking")
    target = "data.augmentation.sounds.SpecAugment"
    contents = (Content.SOUNDS,)
    stage = Stage.AFTER

    frequency_masks: int = field(
        _MASKS,
        default=1,
        label=QT_TRANSLATE_NOOP("netstudio", "Frequency masks"),
        help=QT_TRANSLATE_NOOP("netstudio", "How many bands of frequencies are left out."),
    )
    frequency_width: float = field(
        _WIDTHS,
        default=0.2,
        label=QT_TRANSLATE_NOOP("netstudio", "Widest band"),
        help=QT_TRANSLATE_NOOP("netstudio", "As a share of all frequencies."),
    )
    time_masks: int = field(
        _MASKS,
        default=1,
        label=QT_TRANSLATE_NOOP("netstudio", "Time masks"),
        help=QT_TRANSLATE_NOOP("netstudio", "How many stretches of time are left out."),
    )
    time_width: float = field(
        _WIDTHS,
        default=0.2,
        label=QT_TRANSLATE_NOOP("netstudio", "Longest stretch"),
        help=QT_TRANSLATE_NOOP("netstudio", "As a share of the whole length."),
    )
