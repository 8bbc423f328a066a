"""How a project's samples are cleaned and divided, whatever its task."""

from __future__ import annotations

from netstudio.core.declare import Declared, field
from netstudio.core.kinds import Choice, Integer, OneOf, Real, Text
from netstudio.core.translate import QT_TRANSLATE_NOOP

LARGEST_SEED = 2**32 - 1
MOST_FOLDS = 20


class DataOptions(Declared):
    """How the samples are cleaned and divided into training, validation and test part."""

    type = "data"
    label = QT_TRANSLATE_NOOP("netstudio", "Data")
    help = QT_TRANSLATE_NOOP("netstudio", "How the samples are cleaned and divided.")

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
    split_by: str = field(
        Choice(
            ("stratified", "random", "groups", "time"),
            (
                QT_TRANSLATE_NOOP("netstudio", "Stratified"),
                QT_TRANSLATE_NOOP("netstudio", "Random"),
                QT_TRANSLATE_NOOP("netstudio", "By groups"),
                QT_TRANSLATE_NOOP("netstudio", "By time"),
            ),
        ),
        default="stratified",
        label=QT_TRANSLATE_NOOP("netstudio", "Divided"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Stratified: the same share of every class. Random: by chance alone. By groups: whole "
            "groups, such as all samples of one person. By time: the latest samples are the test "
            "part.",
        ),
        advanced=True,
    )
    group_column: str = field(
        Text(),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "Group column"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "The column of a table that says which rows belong together; they stay in one part.",
        ),
        advanced=True,
    )
    time_column: str = field(
        Text(),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "Time column"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "The column of a table that orders its rows when they are divided by time; without "
            "one, the order of the file counts.",
        ),
        advanced=True,
    )
    split_seed: int = field(
        Integer(0, LARGEST_SEED),
        default=0,
        label=QT_TRANSLATE_NOOP("netstudio", "Split seed"),
        help=QT_TRANSLATE_NOOP("netstudio", "The same number always gives the same division."),
        advanced=True,
    )
    fold: tuple[int, int] | None = field(
        OneOf(MOST_FOLDS),
        default=None,
        label=QT_TRANSLATE_NOOP("netstudio", "Fold"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Which of how many folds is the test part. Cross-validation sets it.",
        ),
        advanced=True,
    )
    label_spelling: str = field(
        Choice(
            ("merge", "keep"),
            (
                QT_TRANSLATE_NOOP("netstudio", "Take as one"),
                QT_TRANSLATE_NOOP("netstudio", "Keep apart"),
            ),
        ),
        default="merge",
        label=QT_TRANSLATE_NOOP("netstudio", "Spelling of classes"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "What is done with class names that differ only in blanks or capital letters.",
        ),
        advanced=True,
    )
    duplicates: str = field(
        Choice(
            ("keep", "drop"),
            (
                QT_TRANSLATE_NOOP("netstudio", "Keep together"),
                QT_TRANSLATE_NOOP("netstudio", "Leave out"),
            ),
        ),
        default="keep",
        label=QT_TRANSLATE_NOOP("netstudio", "Duplicates"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "What is done with training samples that occur more than once."
        ),
        advanced=True,
    )
    near_duplicates: str = field(
        Choice(
            ("together", "apart"),
            (
                QT_TRANSLATE_NOOP("netstudio", "Keep together"),
                QT_TRANSLATE_NOOP("netstudio", "Divide freely"),
            ),
        ),
        default="together",
        label=QT_TRANSLATE_NOOP("netstudio", "Near duplicates"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "What is done with samples that are almost alike, such as a series of photographs of "
            "one thing.",
        ),
        advanced=True,
    )
    conflicting: str = field(
        Choice(
            ("keep", "drop", "most_frequent"),
            (
                QT_TRANSLATE_NOOP("netstudio", "Keep all"),
                QT_TRANSLATE_NOOP("netstudio", "Leave all out"),
                QT_TRANSLATE_NOOP("netstudio", "Most frequent"),
            ),
        ),
        default="keep",
        label=QT_TRANSLATE_NOOP("netstudio", "Conflicting labels"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "What is done with equal training samples that have different labels."
        ),
        advanced=True,
    )
    tiny_classes: str = field(
        Choice(
            ("keep", "merge", "drop"),
            (
                QT_TRANSLATE_NOOP("netstudio", "Keep"),
                QT_TRANSLATE_NOOP("netstudio", "Merge into one"),
                QT_TRANSLATE_NOOP("netstudio", "Leave out"),
            ),
        ),
        default="keep",
        label=QT_TRANSLATE_NOOP("netstudio", "Tiny classes"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "What is done with classes that have too few samples to learn from."
        ),
        advanced=True,
    )
    smallest_class: int = field(
        Integer(2, 1_000_000),
        default=5,
        label=QT_TRANSLATE_NOOP("netstudio", "Smallest class"),
        help=QT_TRANSLATE_NOOP("netstudio", "A class with fewer samples than this counts as tiny."),
        advanced=True,
    )
    imbalance: str = field(
        Choice(
            ("none", "class_weights", "oversampling"),
            (
                QT_TRANSLATE_NOOP("netstudio", "As they are"),
                QT_TRANSLATE_NOOP("netstudio", "Class weights"),
                QT_TRANSLATE_NOOP("netstudio", "Oversampling"),
            ),
        ),
        default="none",
        label=QT_TRANSLATE_NOOP("netstudio", "Unequal classes"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Class weights: errors in rare classes count more. Oversampling: samples of rare "
            "classes are shown more often.",
        ),
        advanced=True,
    )
    use_samples: int = field(
        Integer(0, 1_000_000_000),
        default=0,
        label=QT_TRANSLATE_NOOP("netstudio", "Samples to use"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "How many training samples are learned from, 0 for all; with few, a network learns "
            "them by heart.",
        ),
        advanced=True,
    )
    use_share: float = field(
        Real(0.0, 1.0, above_minimum=True),
        default=1.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Share to use"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "Which part of the training samples is learned from; 1 for all."
        ),
        advanced=True,
    )
    spoiled_labels: float = field(
        Real(0.0, 1.0),
        default=0.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Spoiled labels"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "The share of the training samples that get a wrong label on purpose, to see "
            "over-fitting; validation and test part stay right.",
        ),
        advanced=True,
    )
