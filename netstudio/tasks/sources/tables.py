"""Where tables come from."""

from __future__ import annotations

from typing import ClassVar

from netstudio.core.declare import field
from netstudio.core.kinds import Choice, File, Names, Roles, Text
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.core.values import Fields
from netstudio.tasks.content import Aim, Content
from netstudio.tasks.sources.source import SOURCES, SourceDef

_TABLES = (".csv", ".tsv", ".txt", ".parquet", ".xlsx", ".xls", ".ods")

_ROLES = Roles(
    ("number", "category", "date", "text", "ignore"),
    labels=(
        QT_TRANSLATE_NOOP("netstudio", "Number"),
        QT_TRANSLATE_NOOP("netstudio", "Category"),
        QT_TRANSLATE_NOOP("netstudio", "Date"),
        QT_TRANSLATE_NOOP("netstudio", "Text (not used)"),
        QT_TRANSLATE_NOOP("netstudio", "Ignore"),
    ),
)
_COLUMNS = QT_TRANSLATE_NOOP("netstudio", "Columns")
_COLUMNS_HELP = QT_TRANSLATE_NOOP(
    "netstudio",
    "What each column is, where the guess is wrong: number, category, date, text or ignore.",
)


class TableSource(SourceDef):
    """Base of every source of tables."""

    content = Content.TABLE

    columns: Fields = field(_ROLES, default=Fields(), label=_COLUMNS, help=_COLUMNS_HELP)


@SOURCES.register
class TableFile(TableSource):
    """A table of the user's, with a row for each sample."""

    type = "table_file"
    label = QT_TRANSLATE_NOOP("netstudio", "Table file")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Your own CSV, TSV, Parquet or Excel file, with a row for each sample."
    )
    search = ("csv", "tsv", "excel", "parquet", "spreadsheet", "pandas", "read_csv")
    target = "data.tables.sources.read_table_file"
    path_field = "file"

    file: str = field(
        File(_TABLES),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "File"),
        help=QT_TRANSLATE_NOOP("netstudio", "A table with a row for each sample."),
    )
    target_columns: tuple[str, ...] = field(
        Names(),
        default=(),
        label=QT_TRANSLATE_NOOP("netstudio", "Target column"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "The column that is to be predicted; several, with commas, for several numbers. Empty "
            "to let it be guessed.",
        ),
    )
    test_file: str = field(
        File(_TABLES),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "Test file"),
        help=QT_TRANSLATE_NOOP("netstudio", "A table with the same columns that holds the tests."),
    )
    header: str = field(
        Choice(
            ("auto", "yes", "no"),
            labels=(
                QT_TRANSLATE_NOOP("netstudio", "Guess"),
                QT_TRANSLATE_NOOP("netstudio", "Yes"),
                QT_TRANSLATE_NOOP("netstudio", "No"),
            ),
        ),
        default="auto",
        label=QT_TRANSLATE_NOOP("netstudio", "Header"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "Whether the first row of a text file holds the columns' names."
        ),
        advanced=True,
    )
    sheet: str = field(
        Text(),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "Sheet"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "The name of an Excel file's sheet; its first one when empty."
        ),
        advanced=True,
    )


class ShippedTable(TableSource):
    """Base of the tables that come with the product.

    Attributes:
        name: What the engine knows it by.
        target_columns: The column that is to be predicted.
    """

    target = "data.tables.sources.read_shipped_table"
    name: ClassVar[str]
    target_columns: ClassVar[tuple[str, ...]]


@SOURCES.register
class Penguins(ShippedTable):
    """Penguins of three species, measured in Antarctica."""

    type = "penguins"
    label = QT_TRANSLATE_NOOP("netstudio", "Penguins")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "344 penguins of three species with island, measures and sex; some values are missing.",
    )
    source = "Gorman, Williams and Fraser, Palmer Station Antarctica LTER, 2014"
    aims = (Aim.CLASS,)
    name = "penguins"
    target_columns = ("species",)
    samples = 344
    licence = "CC0"


@SOURCES.register
class Iris(ShippedTable):
    """Fisher's irises."""

    type = "iris"
    label = QT_TRANSLATE_NOOP("netstudio", "Iris")
    help = QT_TRANSLATE_NOOP("netstudio", "150 flowers of three species with four measures each.")
    source = "Fisher, The use of multiple measurements in taxonomic problems, 1936"
    aims = (Aim.CLASS,)
    name = "iris"
    target_columns = ("species",)
    samples = 150
    licence = "CC BY 4.0"


@SOURCES.register
class Wine(ShippedTable):
    """Wines of three growers."""

    type = "wine"
    label = QT_TRANSLATE_NOOP("netstudio", "Wine")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "178 wines of three growers with 13 figures of a chemical analysis."
    )
    source = "Aeberhard and Forina, Wine, UCI, 1992"
    aims = (Aim.CLASS,)
    name = "wine"
    target_columns = ("grower",)
    samples = 178
    licence = "CC BY 4.0"


@SOURCES.register
class BreastCancer(ShippedTable):
    """Breast tumours, malignant or benign."""

    type = "breast_cancer"
    label = QT_TRANSLATE_NOOP("netstudio", "Breast cancer")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "569 tumours, malignant or benign, with 30 measures of their cells."
    )
    source = "Wolberg et al., Breast cancer Wisconsin (diagnostic), UCI, 1995"
    aims = (Aim.CLASS,)
    name = "breast_cancer"
    target_columns = ("diagnosis",)
    samples = 569
    licence = "CC BY 4.0"


@SOURCES.register
class Diabetes(ShippedTable):
    """How diabetes went on within a year."""

    type = "diabetes"
    label = QT_TRANSLATE_NOOP("netstudio", "Diabetes progression")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "442 patients with ten measures each; the number to predict says how the disease went on "
        "within a year.",
    )
    source = "Efron et al., Least angle regression, 2004"
    search = ("regression",)
    aims = (Aim.VALUES,)
    name = "diabetes"
    target_columns = ("progression",)
    samples = 442
    licence = "BSD 3-clause (scikit-learn)"
