"""The options every project has, whatever its task."""

from __future__ import annotations

from netstudio.core.declare import Declared, field
from netstudio.core.kinds import Integer, Real
from netstudio.core.translate import QT_TRANSLATE_NOOP

LARGEST_SEED = 2**32 - 1


class DataOptions(Declared):
    """How the samples are divided into training, validation and test part."""

    type = "data"
    label = QT_TRANSLATE_NOOP("netstudio", "Data")
    help = QT_TRANSLATE_NOOP("netstudio", "How the samples are divided.")

    validation_share: float = field(
        Real(0.0, 0.9),
        default=0.1,
        label=QT_TRANSLATE_NOOP("netstudio", "Validation share"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "The part of the training samples that is kept back to watch progress on; data that "
            "bring their own validation part keep it.",
        ),
    )
    test_share: float = field(
        Real(0.0, 0.9),
        default=0.1,
        label=QT_TRANSLATE_NOOP("netstudio", "Test share"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "The part that is kept back for the final figure; data with an official test part "
            "keep it.",
        ),
    )
    split_seed: int = field(
        Integer(0, LARGEST_SEED),
        default=0,
        label=QT_TRANSLATE_NOOP("netstudio", "Split seed"),
        help=QT_TRANSLATE_NOOP("netstudio", "The same number always gives the same division."),
        advanced=True,
    )


class TrainingOptions(Declared):
    """How long and in which portions the network learns."""

    type = "training"
    label = QT_TRANSLATE_NOOP("netstudio", "Training")
    help = QT_TRANSLATE_NOOP("netstudio", "How long and in which portions the network learns.")

    epochs: int = field(
        Integer(1, 100_000),
        default=10,
        label=QT_TRANSLATE_NOOP("netstudio", "Epochs"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How many times all training samples are gone through."
        ),
    )
    batch_size: int = field(
        Integer(1, 65_536),
        default=32,
        label=QT_TRANSLATE_NOOP("netstudio", "Batch size"),
        help=QT_TRANSLATE_NOOP("netstudio", "How many samples are looked at before each update."),
    )
    seed: int = field(
        Integer(0, LARGEST_SEED),
        default=0,
        label=QT_TRANSLATE_NOOP("netstudio", "Seed"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "The same number gives the same start and the same order of samples."
        ),
        advanced=True,
    )
