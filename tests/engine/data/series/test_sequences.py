"""Short courses with a class each: what is read from which file, and how it is prepared."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from netstudio.core.spec import SEQUENCE, TensorSpec
from netstudio.core.translate import UserError
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import read_source
from netstudio.engine.data.records import RawData, Records
from netstudio.engine.data.series.inputs import Sequences
from netstudio.engine.data.series.sequence_preprocessing import SequencePreprocessing
from netstudio.tasks.preparation.series import SequencePreparation
from netstudio.tasks.series import SequenceClassification
from netstudio.tasks.sources.series import JapaneseVowels, SequenceFile
from netstudio.tasks.sources.source import SourceDef
from tests.data import settings_for

NAN = float("nan")


def read(source: SourceDef) -> RawData:
    return finish(read_source(settings_for(source, task=SequenceClassification())))


def sequences(records: Records) -> Sequences:
    assert isinstance(records.inputs, Sequences)
    return records.inputs


def targets(records: Records | None) -> list[int]:
    assert records is not None
    assert records.targets is not None
    return [int(number) for number in records.targets]


class TestArrays:
    def test_x_and_y_of_an_archive(self, tmp_path: Path) -> None:
        x = np.arange(24, dtype=np.float64).reshape(4, 3, 2)
        np.savez(tmp_path / "a.npz", x=x, y=np.array(["b", "a", "b", "a"]))
        raw = read(SequenceFile(file=str(tmp_path / "a.npz")))
        assert raw.classes == ("a", "b")
        assert targets(raw.train) == [1, 0, 1, 0]
        assert np.array_equal(sequences(raw.train).courses[2], x[2])

    def test_one_feature_needs_no_axis_and_classes_sort_as_numbers(self, tmp_path: Path) -> None:
        np.savez(tmp_path / "a.npz", X=np.zeros((3, 5)), labels=np.array([10.0, 9.0, 10.0]))
        raw = read(SequenceFile(file=str(tmp_path / "a.npz")))
        assert raw.classes == ("9", "10")
        assert sequences(raw.train).courses[0].shape == (5, 1)

    def test_an_npy_with_its_classes_beside_it(self, tmp_path: Path) -> None:
        np.save(tmp_path / "walk.npy", np.zeros((2, 5, 3)))
        with pytest.raises(UserError, match=r"no file .*walk_labels\.npy"):
            read(SequenceFile(file=str(tmp_path / "walk.npy")))
        np.save(tmp_path / "walk_labels.npy", np.array([0, 1]))
        assert len(read(SequenceFile(file=str(tmp_path / "walk.npy"))).train) == 2

    def test_python_objects_are_never_unpacked(self, tmp_path: Path) -> None:
        np.savez(tmp_path / "a.npz", x=np.array([[1], [2, 3]], dtype=object), y=np.array([0, 1]))
        with pytest.raises(UserError, match="without Python objects in it"):
            read(SequenceFile(file=str(tmp_path / "a.npz")))

    def test_what_is_no_archive_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "a.npz").write_text("no archive")
        with pytest.raises(UserError, match="could not be read as a NumPy file"):
            read(SequenceFile(file=str(tmp_path / "a.npz")))

    def test_arrays_that_do_not_fit_are_refused(self, tmp_path: Path) -> None:
        np.savez(tmp_path / "a.npz", x=np.zeros((4, 3, 2)), y=np.zeros(3))
        with pytest.raises(UserError, match=r"x has the shape \(4, 3, 2\) and y \(3,\)"):
            read(SequenceFile(file=str(tmp_path / "a.npz")))
        np.savez(tmp_path / "b.npz", pictures=np.zeros((4, 3)))
        with pytest.raises(UserError, match="holds the arrays pictures"):
            read(SequenceFile(file=str(tmp_path / "b.npz")))


class TestTables:
    def ucr(self, path: Path, rows: int = 12) -> str:
        lines = (
            "\t".join([str(1 + at % 2), *(f"{at * step / 7}" for step in range(6))])
            for at in range(rows)
        )
        path.write_text("\n".join(lines))
        return str(path)

    def test_the_ucr_archive_has_the_class_first_and_no_header(self, tmp_path: Path) -> None:
        raw = read(SequenceFile(file=self.ucr(tmp_path / "a_TRAIN.tsv")))
        assert raw.classes == ("1", "2")
        assert len(raw.train) == 12
        assert sequences(raw.train).courses[3][:, 0] == pytest.approx(
            [3 * step / 7 for step in range(6)]
        )
        assert raw.train.origins[3] == "row 4"

    def test_an_official_test_file(self, tmp_path: Path) -> None:
        train, test = self.ucr(tmp_path / "a.tsv"), self.ucr(tmp_path / "b.tsv", rows=6)
        raw = read(SequenceFile(file=train, test_file=test))
        assert targets(raw.test) == [0, 1] * 3
        wrong = tmp_path / "c.tsv"
        wrong.write_text(Path(test).read_text().replace("2\t", "7\t"))
        with pytest.raises(UserError, match="a class 7 that the sequences to learn from lack"):
            read(SequenceFile(file=train, test_file=str(wrong)))

    def test_the_class_may_stand_last_and_shorter_rows_end_in_nothing(self, tmp_path: Path) -> None:
        file = tmp_path / "a.csv"
        rows = [f"{at / 7},{at / 3},,{'yes' if at % 2 else 'no'}" for at in range(10)]
        file.write_text("\n".join(["t1,t2,t3,class", *rows, "0.1,0.2,0.3,yes"]))
        raw = read(SequenceFile(file=str(file)))
        assert raw.classes == ("no", "yes")
        assert [len(course) for course in sequences(raw.train).courses[-2:]] == [2, 3]

    def test_a_table_of_words_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "a.csv").write_text("a,b\n" + "one,two\nthree,four\n" * 9)
        with pytest.raises(UserError, match="is no table of sequences"):
            read(SequenceFile(file=str(tmp_path / "a.csv")))


def test_japanese_vowels_have_their_published_division() -> None:
    raw = read(JapaneseVowels())
    assert raw.test is not None
    assert np.bincount(targets(raw.train)).tolist() == [30] * 9
    assert np.bincount(targets(raw.test)).tolist() == [31, 35, 88, 44, 29, 24, 40, 50, 29]
    lengths = [
        len(course) for course in (*sequences(raw.train).courses, *sequences(raw.test).courses)
    ]
    assert (min(lengths), max(lengths)) == (7, 29)
    assert sequences(raw.train).courses[0][0, 0] == pytest.approx(1.860936)


class TestPreprocessing:
    def fitted(self, *courses: list[list[float]], **options: Any) -> SequencePreprocessing:
        inputs = Sequences([np.array(course, np.float32) for course in courses], ("a",))
        return finish(
            SequencePreprocessing.fit(Records(inputs, None), SequencePreparation(**options))
        )

    def encoded(self, fit: SequencePreprocessing, course: list[list[float]]) -> list[float]:
        inputs = Sequences([np.array(course, np.float32)], ("a",))
        row: list[float] = finish(fit.encode(inputs))[0, :, 0].tolist()
        return row

    def test_short_ones_get_zeros_in_front_and_long_ones_keep_their_end(self) -> None:
        fit = self.fitted([[1.0], [2.0], [3.0]], scaling="none")
        assert fit.sample == TensorSpec(SEQUENCE, (3, 1))
        assert self.encoded(fit, [[7.0]]) == [0, 0, 7]
        assert self.encoded(fit, [[1.0], [2.0], [3.0], [4.0]]) == [2, 3, 4]

    def test_what_is_filled_up_does_not_set_the_scale(self) -> None:
        fit = self.fitted([[2.0], [6.0]], [[2.0], [6.0], [2.0], [6.0]])
        assert fit.scales[0].shift == 4
        assert self.encoded(fit, [[6.0]]) == [0, 0, 0, 1]

    def test_missing_steps_take_the_last_known_value(self) -> None:
        fit = self.fitted([[1.0], [3.0], [3.0]], scaling="none")
        assert self.encoded(fit, [[1.0], [NAN], [3.0]]) == [1, 1, 3]

    def test_arrays_and_files_are_read(self, tmp_path: Path) -> None:
        fit = self.fitted([[1.0], [2.0]], scaling="none")
        np.save(tmp_path / "one.npy", np.array([5.0, 6.0]))
        (tmp_path / "one.txt").write_text("5\n6\n")
        for given in (np.array([5.0, 6.0]), tmp_path / "one.npy", str(tmp_path / "one.txt")):
            assert fit.read(given)[:, 0].tolist() == [5, 6]
        with pytest.raises(UserError, match=r"The input has the shape \(2, 2\)"):
            fit.read(np.zeros((2, 2)))
        (tmp_path / "words.txt").write_text("five six")
        with pytest.raises(UserError, match=r"words\.txt cannot be read as a sequence"):
            fit.read(tmp_path / "words.txt")

    def test_a_model_file_keeps_it_whole(self) -> None:
        fit = self.fitted([[1.0], [2.0]])
        assert SequencePreprocessing.from_json(json.loads(json.dumps(fit.as_json()))) == fit
        damages: tuple[dict[str, Any], ...] = (
            {"length": 0},
            {"length": True},
            {"scales": []},
            {"scales": [{"shift": 0}]},
        )
        for damage in damages:
            with pytest.raises(ValueError):  # noqa: PT011 (any sentence will do)
                SequencePreprocessing.from_json({**fit.as_json(), **damage})
