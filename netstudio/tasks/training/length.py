"""How long the network learns, and in which portions."""

from __future__ import annotations

from netstudio.core.declare import Declared, field
from netstudio.core.kinds import Integer, Real
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.options import MOST_FOLDS


class Length(Declared):
    """How long the network learns, and in which portions."""

    label = QT_TRANSLATE_NOOP("netstudio", "Duration")
    help = QT_TRANSLATE_NOOP("netstudio", "How long the network learns, and in which portions.")

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
    time_limit: float = field(
        Real(0.0, 100_000.0),
        default=0.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Time limit"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "After so many minutes of training the run ends with the epoch that goes on; 0 for no "
            "limit.",
        ),
        advanced=True,
    )
    checkpoint_every: int = field(
        Integer(1, 10_000),
        default=1,
        label=QT_TRANSLATE_NOOP("netstudio", "Checkpoint every"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "After how many epochs the state is saved from which a run that was torn off goes on; "
            "a run that is stopped always saves it.",
        ),
        advanced=True,
    )
    folds: int = field(
        Integer(0, MOST_FOLDS),
        default=0,
        label=QT_TRANSLATE_NOOP("netstudio", "Folds"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Cross-validation: the network is trained so many times, each time tested on another "
            "part of the samples; 0 or 1 trains once.",
        ),
        advanced=True,
    )
