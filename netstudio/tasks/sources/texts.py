"""Where texts come from."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import Choice, File, Folder, Names, Text
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.content import Aim, Content
from netstudio.tasks.sources.source import SOURCES, SourceDef

_TABLES = (".csv", ".tsv", ".txt", ".parquet", ".xlsx", ".xls", ".ods")


class TextSource(SourceDef):
    """Base of every source of texts."""

    content = Content.TEXTS
    aims = (Aim.CLASS,)


@SOURCES.register
class SmsSpam(TextSource):
    """Short messages, wanted or not."""

    type = "sms_spam"
    label = QT_TRANSLATE_NOOP("netstudio", "SMS spam")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "5,574 short messages in English, wanted or spam; shipped with netstudio."
    )
    source = "Almeida and Gómez Hidalgo, SMS Spam Collection, 2011"
    search = ("ham", "messages", "text")
    target = "data.texts.shipped.read_sms_spam"
    samples = 5_574
    licence = QT_TRANSLATE_NOOP("netstudio", "free for all purposes")


@SOURCES.register
class TextTable(TextSource):
    """A table of the user's with a text and its class in each row."""

    type = "text_table"
    label = QT_TRANSLATE_NOOP("netstudio", "Text table")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Your own CSV, TSV, Parquet or Excel file, with a text and its class in a row."
    )
    search = ("csv", "tsv", "reviews", "sentiment", "sentences")
    target = "data.texts.tables.read_text_table"
    path_field = "file"

    file: str = field(
        File(_TABLES),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "File"),
        help=QT_TRANSLATE_NOOP("netstudio", "A table with a text and its class in each row."),
    )
    text_columns: tuple[str, ...] = field(
        Names(),
        default=(),
        label=QT_TRANSLATE_NOOP("netstudio", "Text column"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "The column with the texts; several, with commas, are read one after the other. Empty "
            "to let it be guessed.",
        ),
    )
    label_column: str = field(
        Text(),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "Class column"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "The column with the classes. Empty to let it be guessed."
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


@SOURCES.register
class TextFolder(TextSource):
    """Text files sorted into one folder for each class."""

    type = "text_folder"
    label = QT_TRANSLATE_NOOP("netstudio", "Text folder")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Your own .txt files, one folder for each class, named after the class."
    )
    search = ("txt", "documents", "reviews", "text_dataset_from_directory")
    target = "data.texts.folder.read_text_folder"
    path_field = "folder"
    is_folder = True

    folder: str = field(
        Folder(),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "Folder"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "A folder that holds one folder for each class, or train, val and test of that kind.",
        ),
    )
    test_folder: str = field(
        Folder(),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "Test folder"),
        help=QT_TRANSLATE_NOOP("netstudio", "A folder of the same kind with the test texts."),
    )
