"""How rows of tables become numbers."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import Choice, Flag, Integer, Real
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.preparation.preparation import PreparationDef


class TablePreparation(PreparationDef):
    """Scaled numbers, and a place for each category."""

    type = "table_preparation"
    label = QT_TRANSLATE_NOOP("netstudio", "Tables")
    help = QT_TRANSLATE_NOOP("netstudio", "How the columns of a table become numbers.")
    cleaner = "data.tables.incomplete.without_incomplete"

    missing_numbers: str = field(
        Choice(
            ("median", "mean", "most_frequent", "constant", "drop"),
            labels=(
                QT_TRANSLATE_NOOP("netstudio", "Median"),
                QT_TRANSLATE_NOOP("netstudio", "Mean"),
                QT_TRANSLATE_NOOP("netstudio", "Most frequent"),
                QT_TRANSLATE_NOOP("netstudio", "A constant"),
                QT_TRANSLATE_NOOP("netstudio", "Leave out"),
            ),
        ),
        default="median",
        label=QT_TRANSLATE_NOOP("netstudio", "Missing numbers"),
        help=QT_TRANSLATE_NOOP("netstudio", "What stands for a number or date that is missing."),
    )
    missing_constant: float = field(
        Real(-1e12, 1e12),
        default=0.0,
        label=QT_TRANSLATE_NOOP("netstudio", "Constant"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "The number that stands for missing ones where a constant does."
        ),
        advanced=True,
    )
    flag_missing: bool = field(
        Flag(),
        default=True,
        label=QT_TRANSLATE_NOOP("netstudio", "Flag missing"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "Tells the network by a further input where a number was missing."
        ),
    )
    missing_categories: str = field(
        Choice(
            ("own", "most_frequent", "drop"),
            labels=(
                QT_TRANSLATE_NOOP("netstudio", "Own category"),
                QT_TRANSLATE_NOOP("netstudio", "Most frequent"),
                QT_TRANSLATE_NOOP("netstudio", "Leave out"),
            ),
        ),
        default="own",
        label=QT_TRANSLATE_NOOP("netstudio", "Missing categories"),
        help=QT_TRANSLATE_NOOP("netstudio", "What stands for a category that is missing."),
    )
    scaling: str = field(
        Choice(
            ("standard", "min_max", "robust", "none"),
            labels=(
                QT_TRANSLATE_NOOP("netstudio", "Standard"),
                QT_TRANSLATE_NOOP("netstudio", "0 to 1"),
                QT_TRANSLATE_NOOP("netstudio", "Robust"),
                QT_TRANSLATE_NOOP("netstudio", "None"),
            ),
        ),
        default="standard",
        label=QT_TRANSLATE_NOOP("netstudio", "Scaling"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "The scale that numbers are brought to: standard has mean 0 and deviation 1, robust "
            "goes by median and quartiles.",
        ),
    )
    outliers: str = field(
        Choice(
            ("keep", "clip"),
            labels=(
                QT_TRANSLATE_NOOP("netstudio", "Keep"),
                QT_TRANSLATE_NOOP("netstudio", "Clip"),
            ),
        ),
        default="keep",
        label=QT_TRANSLATE_NOOP("netstudio", "Outliers"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Numbers further from the middle half of a column than three times its width are "
            "kept, or brought to that distance.",
        ),
    )
    rare_categories: int = field(
        Integer(1, 1_000_000),
        default=3,
        label=QT_TRANSLATE_NOOP("netstudio", "Rare categories"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Categories with fewer training rows than this are taken together as one.",
        ),
        advanced=True,
    )
