"""Where time series come from: one long course to forecast, or many short ones to classify."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import Choice, File, Flag, Integer, Names, Text
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.content import Aim, Content
from netstudio.tasks.sources.source import SOURCES, SourceDef

_WINDOW = Integer(1, 10_000)
_WINDOW_LABEL = QT_TRANSLATE_NOOP("netstudio", "Window")
_WINDOW_HELP = QT_TRANSLATE_NOOP("netstudio", "How many rows the network looks back on.")
_HORIZON = Integer(1, 1_000)
_HORIZON_LABEL = QT_TRANSLATE_NOOP("netstudio", "Horizon")
_HORIZON_HELP = QT_TRANSLATE_NOOP("netstudio", "How many rows ahead it forecasts.")


class SeriesSource(SourceDef):
    """Base of the sources of one long course of numbers."""

    content = Content.SERIES
    aims = (Aim.VALUES,)


@SOURCES.register
class BeijingAir(SeriesSource):
    """Fine dust and weather in Beijing, hour by hour."""

    type = "beijing_air"
    label = QT_TRANSLATE_NOOP("netstudio", "Beijing air")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Fine dust (PM2.5) and weather in Beijing, every hour of 2010 and 2011; shipped with "
        "netstudio.",
    )
    source = "Liang et al., Assessing Beijing's PM2.5 pollution, 2015"
    search = ("PM2.5", "air quality", "time series")
    target = "data.series.forecasting.read_beijing_air"
    licence = "CC BY 4.0"

    window: int = field(_WINDOW, default=24, label=_WINDOW_LABEL, help=_WINDOW_HELP)
    horizon: int = field(_HORIZON, default=1, label=_HORIZON_LABEL, help=_HORIZON_HELP)


@SOURCES.register
class SeriesFile(SeriesSource):
    """A table whose rows follow each other in time."""

    type = "series_file"
    label = QT_TRANSLATE_NOOP("netstudio", "Time series file")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Your own table with a row for each point in time: CSV, Parquet or Excel."
    )
    search = ("csv", "forecast", "sensor", "stock")
    target = "data.series.forecasting.read_series_file"
    path_field = "file"

    file: str = field(
        File((".csv", ".tsv", ".txt", ".parquet", ".xlsx")),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "File"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "A table with a row for each point in time, the earliest first."
        ),
    )
    target_columns: tuple[str, ...] = field(
        Names(),
        default=(),
        label=QT_TRANSLATE_NOOP("netstudio", "Forecast columns"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "The columns to forecast; empty takes the first column of numbers."
        ),
    )
    input_columns: tuple[str, ...] = field(
        Names(),
        default=(),
        label=QT_TRANSLATE_NOOP("netstudio", "Input columns"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "What the network sees beside the past of the forecast columns; empty takes all "
            "columns of numbers and categories.",
        ),
    )
    window: int = field(_WINDOW, default=24, label=_WINDOW_LABEL, help=_WINDOW_HELP)
    horizon: int = field(_HORIZON, default=1, label=_HORIZON_LABEL, help=_HORIZON_HELP)
    test_rows: int = field(
        Integer(0, 100_000_000),
        default=0,
        label=QT_TRANSLATE_NOOP("netstudio", "Test rows"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "How many rows at the end are kept back for the final figure; 0 takes the test share.",
        ),
    )
    time_column: str = field(
        Text(),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "Time column"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "The column with the date; empty takes the first that holds dates, or puts year, "
            "month, day and hour together.",
        ),
        advanced=True,
    )
    calendar: bool = field(
        Flag(),
        default=True,
        label=QT_TRANSLATE_NOOP("netstudio", "Calendar"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "Lets the network see the season, the day of the week and the hour."
        ),
    )
    gaps: str = field(
        Choice(
            ("bridge", "fill", "cut"),
            labels=(
                QT_TRANSLATE_NOOP("netstudio", "Ignore"),
                QT_TRANSLATE_NOOP("netstudio", "Insert rows"),
                QT_TRANSLATE_NOOP("netstudio", "Never cross"),
            ),
        ),
        default="bridge",
        label=QT_TRANSLATE_NOOP("netstudio", "Gaps in time"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Where points in time are absent: rows count as neighbours, rows without values are "
            "put in, or no window crosses the gap.",
        ),
        advanced=True,
    )


@SOURCES.register
class JapaneseVowels(SourceDef):
    """Nine men say two vowels."""

    type = "japanese_vowels"
    label = QT_TRANSLATE_NOOP("netstudio", "Japanese vowels")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "640 recordings of nine men who say “ae”: 12 numbers of their voice over 7 to 29 steps. "
        "Who speaks? Shipped with netstudio.",
    )
    source = "Kudo, Toyama and Shimbo, Multidimensional curve classification, 1999"
    search = ("sequence", "speaker")
    target = "data.series.sequences.read_japanese_vowels"
    content = Content.SEQUENCES
    aims = (Aim.CLASS,)
    samples = 640
    licence = "CC BY 4.0"


@SOURCES.register
class SequenceFile(SourceDef):
    """Many short courses of numbers, each with its class."""

    type = "sequence_file"
    label = QT_TRANSLATE_NOOP("netstudio", "Sequence file")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Your own sequences: an .npz with x (samples, time, features) and y, or a table with a "
        "class and the values of one sequence in each row.",
    )
    search = ("UCR", "time series classification", "numpy", "ECG")
    target = "data.series.sequences.read_sequence_file"
    content = Content.SEQUENCES
    path_field = "file"
    aims = (Aim.CLASS,)

    file: str = field(
        File((".npz", ".npy", ".tsv", ".csv", ".txt")),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "File"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "An .npz with x and y, an .npy beside which lies another whose name ends in _labels, "
            "or a table whose first or last column is the class.",
        ),
    )
    test_file: str = field(
        File((".npz", ".npy", ".tsv", ".csv", ".txt")),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "Test file"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "A file of the same kind with the official test part, if there is one."
        ),
    )
