"""Series from tables: columns, times, gaps, windows, and what comes after them."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from netstudio.core.translate import UserError
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import load_dataset, read_source
from netstudio.engine.data.records import RawData, Records
from netstudio.engine.data.series.course import with_calendar
from netstudio.engine.data.series.inputs import Windows
from netstudio.tasks.options import DataOptions
from netstudio.tasks.series import Forecasting
from netstudio.tasks.sources.series import BeijingAir, SeriesFile
from netstudio.tasks.sources.source import SourceDef
from tests.data import settings_for


def read(source: SourceDef) -> RawData:
    return finish(read_source(settings_for(source, task=Forecasting())))


def written(path: Path, *lines: str) -> str:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def days(count: int, first: str = "2020-01-01") -> list[str]:
    start = datetime.fromisoformat(first)
    return [f"{start + timedelta(days=at):%Y-%m-%d}" for at in range(count)]


def daily(path: Path, values: list[object], first: str = "2020-01-01") -> str:
    """A table of days with these values."""
    dates = days(len(values), first)
    return written(path, "day,heat", *(f"{day},{v}" for day, v in zip(dates, values, strict=True)))


def windows(records: Records) -> Windows:
    assert isinstance(records.inputs, Windows)
    return records.inputs


def names(raw: RawData) -> list[str]:
    return [column.name for column in windows(raw.train).course.columns]


def found(raw: RawData, code: str) -> str:
    return " ".join(str(finding.text) for finding in raw.findings if finding.code == code)


class TestWindows:
    def test_each_is_followed_by_what_is_to_be_forecast(self, tmp_path: Path) -> None:
        file = daily(tmp_path / "a.csv", [*range(20)])
        raw = read(SeriesFile(file=file, window=3, horizon=2))
        assert raw.train.targets is not None
        assert raw.train.targets[0].tolist() == [3, 4]
        assert raw.train.targets[-1].tolist() == [18, 19]
        assert len(raw.train) == 16
        assert raw.values == ("heat +1", "heat +2")
        assert raw.is_ordered

    def test_several_columns_are_forecast_step_by_step(self, tmp_path: Path) -> None:
        lines = (f"{at},{-at},{at * 10}" for at in range(1, 30))
        file = written(tmp_path / "a.csv", "a,b,c", *lines)
        raw = read(SeriesFile(file=file, target_columns=("c", "b"), window=4, horizon=2))
        assert raw.train.targets is not None
        assert raw.train.targets[0].tolist() == [50, -5, 60, -6]
        assert raw.values == ("c +1", "b +1", "c +2", "b +2")

    def test_origins_say_when_the_forecast_is_for(self, tmp_path: Path) -> None:
        raw = read(SeriesFile(file=daily(tmp_path / "a.csv", [*range(20)]), window=3))
        assert raw.train.origins[0] == "2020-01-04"
        nameless = written(tmp_path / "b.csv", "v", *(str(at**2) for at in range(20)))
        assert read(SeriesFile(file=nameless, window=3)).train.origins[0] == "row 4"

    def test_the_last_rows_are_the_test_part_and_shared_with_no_training_target(
        self, tmp_path: Path
    ) -> None:
        file = daily(tmp_path / "a.csv", [*range(50)])
        raw = read(SeriesFile(file=file, window=5, horizon=3, test_rows=10))
        assert raw.test is not None
        assert raw.train.targets is not None
        assert raw.test.targets is not None
        assert float(raw.train.targets.max()) == 39
        assert float(raw.test.targets.min()) == 40
        assert len(raw.test) == 8

    def test_shares_cut_in_the_order_of_time(self, tmp_path: Path) -> None:
        file = daily(tmp_path / "a.csv", [*range(104)])
        source = SeriesFile(file=file, window=4, calendar=False)
        options = DataOptions(test_share=0.2, validation_share=0.1)
        dataset = finish(load_dataset(settings_for(source, options, Forecasting())))
        train, validation, test = dataset.records.parts
        assert train.targets is not None
        assert validation.targets is not None
        assert test.targets is not None
        assert train.targets.max() < validation.targets.min()
        assert validation.targets.max() < test.targets.min()
        assert len(test) == 20

    def test_what_no_change_would_cost_is_measured_where_the_network_will_be(
        self, tmp_path: Path
    ) -> None:
        values: list[object] = [*[0] * 50, *[0, 10] * 25]
        source = SeriesFile(file=daily(tmp_path / "a.csv", values), window=4)
        for share, error, count in ((0.25, "10 ", 24), (0.01, "10 ", 1), (0.9, "5.698", 86)):
            settings = settings_for(source, DataOptions(test_share=share), Forecasting())
            said = found(finish(read_source(settings)), "baseline")
            assert f"wrong by {error}" in said
            assert f"over the last {count} windows" in said

    def test_equal_windows_at_other_times_are_other_samples(self, tmp_path: Path) -> None:
        file = daily(tmp_path / "a.csv", [1, 2] * 20)
        raw = read(SeriesFile(file=file, window=2))
        keys = finish(raw.train.inputs.keys())
        assert len(set(keys)) == len(keys) == 38

    def test_too_short_a_series_is_an_error(self, tmp_path: Path) -> None:
        with pytest.raises(UserError, match="has 20 rows, but a window of 24 and a horizon of 1"):
            read(SeriesFile(file=daily(tmp_path / "a.csv", [*range(20)])))
        with pytest.raises(UserError, match="With 19 test rows of 20, no windows are left"):
            read(SeriesFile(file=daily(tmp_path / "b.csv", [*range(20)]), window=2, test_rows=19))


class TestColumns:
    def test_the_first_column_of_numbers_is_forecast_and_that_is_said(self, tmp_path: Path) -> None:
        lines = (f"{day},{at % 7},{at % 11}" for at, day in enumerate(days(40)))
        raw = read(SeriesFile(file=written(tmp_path / "a.csv", "day,rain,wind", *lines)))
        assert raw.values == ("rain",)
        assert "rain is forecast, the first of the columns of numbers" in found(
            raw, "chosen-target"
        )

    def test_chosen_inputs_stand_beside_the_past_of_the_target(self, tmp_path: Path) -> None:
        lines = (f"{at % 7},{at % 5},{at % 3}" for at in range(60))
        file = written(tmp_path / "a.csv", "a,b,c", *lines)
        raw = read(SeriesFile(file=file, target_columns=("c",), input_columns=("a",)))
        assert names(raw) == ["c", "a"]

    def test_words_are_categories_and_row_numbers_are_left_out(self, tmp_path: Path) -> None:
        lines = (f"{at},{at % 9},{('N', 'S')[at % 2]},same" for at in range(60))
        raw = read(SeriesFile(file=written(tmp_path / "a.csv", "No,v,wind,constant", *lines)))
        assert names(raw) == ["v", "wind"]
        assert windows(raw.train).course.columns[1].categories == ("N", "S")
        assert "No, constant" in found(raw, "unused-columns")

    def test_a_column_that_is_not_there_is_an_error(self, tmp_path: Path) -> None:
        file = daily(tmp_path / "a.csv", [*range(40)])
        with pytest.raises(UserError, match=r"no column called cold\. Choose one of: day, heat"):
            read(SeriesFile(file=file, target_columns=("cold",)))
        with pytest.raises(UserError, match="The column heat holds no dates"):
            read(SeriesFile(file=file, time_column="heat"))

    def test_words_cannot_be_forecast(self, tmp_path: Path) -> None:
        lines = (f"{at % 9},{('N', 'S')[at % 2]}" for at in range(60))
        file = written(tmp_path / "a.csv", "v,wind", *lines)
        with pytest.raises(UserError, match="wind holds words, which cannot be forecast"):
            read(SeriesFile(file=file, target_columns=("wind",)))
        words = written(tmp_path / "b.csv", "a,b", *("xy,z" for _ in range(30)), "y,y")
        with pytest.raises(UserError, match="holds numbers that could be forecast"):
            read(SeriesFile(file=words))


class TestTime:
    def test_rows_are_sorted_and_repeated_times_left_out(self, tmp_path: Path) -> None:
        lines = [f"{day},{at**2}" for at, day in enumerate(days(30))]
        lines[3], lines[7] = lines[7], lines[3]
        file = written(tmp_path / "a.csv", "day,v", *lines, lines[9])
        raw = read(SeriesFile(file=file, window=3))
        assert windows(raw.train).course.values[:, 0].tolist()[:30] == [at**2 for at in range(30)]
        assert found(raw, "unsorted")
        assert "with the same time as one before are left out: 1." in found(raw, "equal-times")

    @pytest.mark.parametrize(
        ("treatment", "rows", "samples"), [("bridge", 38, 35), ("fill", 40, 35), ("cut", 38, 32)]
    )
    def test_a_gap_is_named_and_treated_as_chosen(
        self, tmp_path: Path, treatment: str, rows: int, samples: int
    ) -> None:
        lines = [f"{day},{at**2}" for at, day in enumerate(days(40)) if at not in (20, 21)]
        file = written(tmp_path / "a.csv", "day,v", *lines)
        raw = read(SeriesFile(file=file, window=3, gaps=treatment))
        assert "absent at 1 places (after 2020-01-20)" in found(raw, "gaps-in-time")
        assert len(windows(raw.train).course) == rows
        # Filled up, two rows cannot be forecast; cut, three windows would cross the gap.
        assert len(raw.train) == samples

    def test_months_of_unequal_length_are_no_gaps(self, tmp_path: Path) -> None:
        dates = [f"{2000 + at // 12}-{at % 12 + 1:02}-01" for at in range(60)]
        lines = (f"{day},{at % 11}" for at, day in enumerate(dates))
        raw = read(SeriesFile(file=written(tmp_path / "a.csv", "month,v", *lines)))
        assert not found(raw, "gaps-in-time")
        # A week goes round several times between two rows.
        assert names(raw) == ["v", "season (sin)", "season (cos)"]

    def test_rows_that_come_a_little_late_leave_no_gap(self, tmp_path: Path) -> None:
        start = datetime(2024, 1, 1)
        moments = (start + timedelta(minutes=10 * at + 4 * (at % 3 == 1)) for at in range(60))
        lines = (f"{moment:%Y-%m-%d %H:%M},{at % 11}" for at, moment in enumerate(moments))
        raw = read(SeriesFile(file=written(tmp_path / "a.csv", "when,v", *lines)))
        assert not found(raw, "gaps-in-time")

    def test_the_calendar_repeats_itself_year_by_year(self, tmp_path: Path) -> None:
        raw = read(SeriesFile(file=daily(tmp_path / "a.csv", [at % 50 for at in range(800)])))
        course = windows(raw.train).course
        season = course.values[:, course.place("season (sin)")]
        weekday = course.values[:, course.place("weekday (cos)")]
        assert season[10] == pytest.approx(season[10 + 365], abs=0.02)
        assert season.max() == pytest.approx(1, abs=0.01)
        assert weekday[10] == pytest.approx(weekday[17], abs=1e-4)
        assert weekday[10] != pytest.approx(weekday[12], abs=0.1)

    def test_without_dates_there_is_no_calendar(self, tmp_path: Path) -> None:
        file = written(tmp_path / "a.csv", "v", *(str(at % 17) for at in range(50)))
        raw = read(SeriesFile(file=file))
        assert names(raw) == ["v"]
        assert found(raw, "no-dates")
        assert with_calendar(windows(raw.train).course) is windows(raw.train).course


class TestMissing:
    def test_windows_whose_forecast_is_missing_are_left_out(self, tmp_path: Path) -> None:
        values: list[object] = [*range(30)]
        values[10] = "NA"
        raw = read(SeriesFile(file=daily(tmp_path / "a.csv", values), window=3))
        assert raw.train.targets is not None
        assert raw.train.targets.isfinite().all()
        assert len(raw.train) == 26
        assert "heat is missing in 1 of 30 rows" in found(raw, "missing-values")

    def test_windows_whose_whole_past_is_missing_are_left_out(self, tmp_path: Path) -> None:
        values: list[object] = [*range(30)]
        values[10:13] = ["NA"] * 3
        raw = read(SeriesFile(file=daily(tmp_path / "a.csv", values), window=3))
        # Three windows would forecast what is missing, and one knows nothing but gaps.
        assert len(raw.train) == 27 - 3 - 1
        assert 10 not in windows(raw.train).starts

    def test_a_target_that_is_all_missing_is_an_error(self, tmp_path: Path) -> None:
        lines = (f"{at % 5},NA" for at in range(40))
        file = written(tmp_path / "a.csv", "v,empty", *lines)
        with pytest.raises(UserError, match="empty"):
            read(SeriesFile(file=file, target_columns=("empty",)))


class TestRealSeries:
    def test_daily_temperatures_and_their_oddities(self, test_data: Path) -> None:
        file = str(test_data / "timeseries" / "daily-min-temperatures.csv")
        raw = read(SeriesFile(file=file, window=30, test_rows=730))
        assert raw.test is not None
        assert (len(raw.train), len(raw.test)) == (2_890, 730)
        assert raw.test.origins[0] == "1989-01-01"
        assert "(after 1984-12-30, 1988-12-30)" in found(raw, "gaps-in-time")
        assert "CRLF" in found(raw, "line-ends")
        assert "wrong by 1.953 on average over the last 730 windows" in found(raw, "baseline")

    def test_the_air_of_beijing_with_its_na_rows_and_text_column(self, test_data: Path) -> None:
        file = str(test_data / "timeseries" / "beijing_pm25_2010_2011.csv")
        raw = read(SeriesFile(file=file, target_columns=("pm2.5",)))
        assert "pm2.5 is missing in 1397 of 17520 rows" in found(raw, "missing-values")
        assert "year, month, day, hour together say when" in found(raw, "joined-date")
        course = windows(raw.train).course
        assert course.columns[course.place("cbwd")].categories == ("NE", "NW", "SE", "cv")
        assert np.isnan(course.values[:24, 0]).all()
        assert str(course.times[-1] if course.times is not None else "") == "2011-12-31T23:00:00"

    def test_the_shipped_part_is_the_same_as_the_file(self, test_data: Path) -> None:
        file = str(test_data / "timeseries" / "beijing_pm25_2010_2011.csv")
        original = read(SeriesFile(file=file, target_columns=("pm2.5",)))
        shipped = read(BeijingAir())
        assert np.array_equal(
            windows(shipped.train).course.values,
            windows(original.train).course.values,
            equal_nan=True,
        )
        assert shipped.values == ("pm2.5",)
