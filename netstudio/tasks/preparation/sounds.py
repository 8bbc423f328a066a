"""How sounds become numbers."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import AUTO, Auto, Flag, Integer
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.preparation.preparation import PreparationDef


class SoundPreparation(PreparationDef):
    """Log-mel spectrograms of one length."""

    type = "sound_preparation"
    label = QT_TRANSLATE_NOOP("netstudio", "Sounds")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "How sounds become pictures of pitch over time, which convolutions can read."
    )
    source = "Davis and Mermelstein, Comparison of parametric representations for word recognition"

    length_ms: int | Auto = field(
        Integer(20, 60_000, auto=True),
        default=AUTO,
        label=QT_TRANSLATE_NOOP("netstudio", "Length (ms)"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Longer sounds keep their loudest stretch, shorter ones get silence on both sides; "
            "auto fits 95 % of the training sounds.",
        ),
    )
    bands: int = field(
        Integer(8, 256),
        default=40,
        label=QT_TRANSLATE_NOOP("netstudio", "Mel bands"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How many pitches are told apart: the height of the spectrogram."
        ),
    )
    window_ms: int = field(
        Integer(4, 200),
        default=32,
        label=QT_TRANSLATE_NOOP("netstudio", "Window (ms)"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "Longer windows tell pitches apart better, shorter ones moments."
        ),
        advanced=True,
    )
    hop_ms: int = field(
        Integer(1, 200),
        default=10,
        label=QT_TRANSLATE_NOOP("netstudio", "Hop (ms)"),
        help=QT_TRANSLATE_NOOP("netstudio", "How far apart the columns of the spectrogram are."),
        advanced=True,
    )
    same_level: bool = field(
        Flag(),
        default=True,
        label=QT_TRANSLATE_NOOP("netstudio", "Same loudness"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "Brings every sound to the same peak, however far the microphone was."
        ),
    )
