"""Run folders are read as they are, old and new, whole and torn, and not twice."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from netstudio.core.project import Project, Selected
from netstudio.core.safe_write import write_text
from netstudio.core.translate import UserError, message
from netstudio.core.values import Fields
from netstudio.engine.events import Failed, Figures, FoldEnded, Noticed, Progress, Stopped
from netstudio.engine.runs import reading, scanning
from netstudio.engine.runs.notes import RunNote, read_note, write_note
from netstudio.engine.runs.reading import read_one_again, read_run
from netstudio.engine.runs.record import RunEnd
from netstudio.engine.runs.removal import delete_run
from netstudio.engine.training.keeping.run_folder import RunFolder
from tests.engine.runs.made import (
    PROJECT,
    append,
    ended,
    finished,
    look,
    records,
    started,
    write_run,
)
from tests.engine.training.runs import StopAtBatch, digits_project, only_run, run


def progress(count: int = 1) -> list[Progress]:
    figures = Figures(0.5, {"accuracy": 0.5}, 32)
    return [Progress(1, 2, at, count, (0.5,), figures, 0.001, 800.0, 1.0) for at in range(count)]


def folded(folds: int = 3) -> Project:
    options = PROJECT.training.options.replace(folds=folds)
    return replace(PROJECT, training=replace(PROJECT.training, options=options))


def test_a_record_tells_figures_of_the_best_epoch_and_of_the_test(tmp_path: Path) -> None:
    events = (started(), *progress(), ended(1, 0.9), ended(2, 0.7, is_best=False), finished(0.8))
    found = read_run(write_run(tmp_path / "one", *events))
    assert (found.name, found.end, found.epochs, found.planned) == (
        "digits",
        RunEnd.FINISHED,
        2,
        2,
    )
    assert (found.best_epoch, found.metric) == (1, "accuracy")
    assert found.validation == {"loss": 0.3, "accuracy": 0.9, "samples": 10}
    assert found.train["accuracy"] == pytest.approx(0.95)
    assert found.test["accuracy"] == 0.8
    assert (found.seconds, found.device, found.parameters) == (3.0, "cpu (one core)", 650)
    assert found.model == tmp_path / "one" / "best.safetensors"
    assert (found.can_resume, found.can_extend) == (False, True)


def test_a_real_run_is_read_as_it_ended(tmp_path: Path) -> None:
    events = run(digits_project(epochs=1), tmp_path)
    (found,) = records(tmp_path)
    assert found.end is RunEnd.FINISHED
    assert events[-1].as_json()["test"] == found.test
    assert found.path == only_run(tmp_path).path
    assert found.size == sum(path.stat().st_size for path in found.path.iterdir())
    assert (datetime.now() - found.began).total_seconds() < 600
    assert found.setup.learning_rate == 0.003
    assert found.setup.batch_size == 64


def test_a_run_that_was_stopped_can_be_resumed(tmp_path: Path) -> None:
    run(digits_project(epochs=2), tmp_path, StopAtBatch(12))
    (found,) = records(tmp_path)
    assert (found.end, found.can_resume, found.can_extend) == (RunEnd.STOPPED, True, False)


def test_a_run_that_ended_early_for_a_reason_can_be_trained_longer(tmp_path: Path) -> None:
    reason = replace(finished(), reason=message("The target is reached."))
    found = read_run(write_run(tmp_path / "one", started(10), ended(1), reason))
    assert found.reason == "The target is reached."
    assert (found.can_resume, found.can_extend) == (False, True)


def test_a_run_that_failed_says_why(tmp_path: Path) -> None:
    events = (started(), Failed(message("The loss is NaN.")))
    found = read_run(write_run(tmp_path / "one", *events, files=()))
    assert (found.end, found.reason) == (RunEnd.FAILED, "The loss is NaN.")
    assert (found.can_resume, found.model) == (False, None)


def test_a_killed_run_is_open_and_its_torn_line_is_left_out(tmp_path: Path) -> None:
    path = write_run(tmp_path / "one", started(10), ended(1))
    with (path / "history.jsonl").open("a") as file:
        file.write('{"event": "epoch", "ep')
    found = read_run(path)
    assert (found.end, found.epochs, found.planned) == (RunEnd.OPEN, 1, 10)


def test_a_run_of_before_there_were_schedules_and_notes_is_read(tmp_path: Path) -> None:
    path = write_run(tmp_path / "old", ended(1))
    written = json.loads((path / "project.netstudio").read_text())
    written["training"].pop("schedule", None)
    (path / "project.netstudio").write_text(json.dumps(written))
    line = json.loads((path / "history.jsonl").read_text())
    line.pop("gradient_norm")
    (path / "history.jsonl").write_text(json.dumps(line) + "\n")
    (found,) = records(tmp_path)
    assert (found.epochs, found.note, found.setup.schedule) == (1, "", "constant")


def test_what_is_no_run_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "file.txt").touch()
    broken = write_run(tmp_path / "broken", started())
    (broken / "project.netstudio").write_text("no project")
    assert look(tmp_path) == {}
    assert look(tmp_path / "missing") == {}


def test_a_folder_that_is_no_run_is_named_when_it_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is not the folder of a training run"):
        read_run(tmp_path)


def test_runs_come_newest_first(tmp_path: Path) -> None:
    for name in ("2026-01-02_10-00-00-b", "2026-01-03_10-00-00-c", "2026-01-01_10-00-00-a"):
        write_run(tmp_path / name, started())
    write_run(tmp_path / "renamed", started(), time=1_000)
    assert [found.path.name[-1] for found in records(tmp_path)] == ["c", "b", "a", "d"]


def test_a_run_that_has_not_changed_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_run(tmp_path / "one", started())
    known = look(tmp_path)
    opened: list[Path] = []
    monkeypatch.setattr(reading, "read_project", opened.append)
    assert look(tmp_path, known) == known
    assert not opened


def test_of_a_history_that_grows_only_what_is_new_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_run(tmp_path / "one", started(), ended(1))
    known = look(tmp_path)
    parsed: list[bytes] = []
    parse = scanning._parsed

    def count(line: bytes) -> dict[str, Any] | None:
        parsed.append(line)
        return parse(line)

    monkeypatch.setattr(scanning, "_parsed", count)
    append(path, *progress(3), ended(2))
    found = look(tmp_path, known)
    assert len(parsed) == 1
    monkeypatch.undo()
    assert found[path].record == read_run(path)
    assert found[path].record.seconds == 3.0


def test_a_history_that_was_cut_and_grew_again_is_read_from_its_start(tmp_path: Path) -> None:
    path = write_run(tmp_path / "one", started(), ended(1, 0.5), ended(2, 0.6))
    known = look(tmp_path)
    folder = RunFolder(path)
    folder.begin_history(len(b"".join((path / "history.jsonl").read_bytes().splitlines(True)[:2])))
    append(path, started(), ended(2, 0.7), ended(3, 0.4, is_best=False))
    again = look(tmp_path, known)[path].record
    assert again == read_run(path)
    assert again.validation["accuracy"] == 0.7
    assert again.seconds == 4.5


def test_a_cross_validation_is_told_by_its_folds(tmp_path: Path) -> None:
    tests = [Figures(0.1, {"accuracy": accuracy}, 100) for accuracy in (0.8, 0.9)]
    ends = [FoldEnded(at + 1, 3, test, 0.2, "m", 1.0) for at, test in enumerate(tests)]
    path = write_run(tmp_path / "cv", *ends, Stopped("r", "m"), project=folded(), files=())
    for number in (1, 2):
        write_run(path / f"fold-{number}", started(), ended(1), finished(0.7 + number / 10))
    found = read_run(path)
    assert (found.epochs, found.planned, found.has_folds) == (2, 3, True)
    assert found.metric == "accuracy"
    assert found.test["accuracy"] == pytest.approx(0.85)
    assert found.end is RunEnd.STOPPED
    assert (found.can_resume, found.can_extend) == (True, False)
    assert [fold.test["accuracy"] for fold in found.folds] == pytest.approx([0.8, 0.9])
    assert found.parameters == 650


def test_the_fold_that_goes_on_is_seen(tmp_path: Path) -> None:
    path = write_run(tmp_path / "cv", project=folded(), files=())
    fold = write_run(path / "fold-1", started(), ended(1))
    known = look(tmp_path)
    append(fold, ended(2))
    assert look(tmp_path, known)[path].record.folds[0].epochs == 2


def test_notices_are_counted(tmp_path: Path) -> None:
    noticed = Noticed("over-fitting", message("It over-fits."), 1)
    assert read_run(write_run(tmp_path / "one", started(), noticed, ended(1))).notices == 1


def test_the_user_can_name_a_run_and_write_about_it(tmp_path: Path) -> None:
    path = write_run(tmp_path / "one", started())
    known = look(tmp_path)
    write_note(path, RunNote("wide", "twice the filters\nof before"))
    found = look(tmp_path, known)[path].record
    assert (found.name, found.note) == ("wide", "twice the filters\nof before")
    write_note(path, RunNote("", "only a note"))
    assert read_run(path).name == "digits"


@pytest.mark.parametrize("written", ["", "[]", '{"name": 3}', "no json", "\udce4"])
def test_a_note_that_cannot_be_read_is_none(tmp_path: Path, written: str) -> None:
    (tmp_path / "note.json").write_bytes(written.encode(errors="surrogateescape"))
    assert read_note(tmp_path) == RunNote()


def test_what_is_half_written_does_not_count(tmp_path: Path) -> None:
    path = write_run(tmp_path / "one", started())
    known = look(tmp_path)
    (path / ".0123.tmp").write_bytes(b"half a checkpoint")
    assert look(tmp_path, known)[path] is known[path]


def test_the_data_are_told_by_the_name_of_the_users_folder(tmp_path: Path) -> None:
    source = Selected("image_folder", Fields(folder="/home/me/cats"))
    own = replace(PROJECT, data=replace(PROJECT.data, source=source))
    assert str(read_run(write_run(tmp_path / "one", project=own)).setup.data) == "cats"
    assert str(read_run(write_run(tmp_path / "two")).setup.data) == "Small digits"


def test_a_deleted_run_leaves_nothing_and_a_missing_one_is_named(tmp_path: Path) -> None:
    path = write_run(tmp_path / "one", started())
    delete_run(path)
    assert not list(tmp_path.iterdir())
    with pytest.raises(UserError, match="could not be deleted"):
        delete_run(path)


def test_hundreds_of_runs_are_read_again_without_opening_one(tmp_path: Path) -> None:
    first = write_run(tmp_path / "0", started(), ended(1))
    content = (first / "project.netstudio").read_text()
    for number in range(1, 300):
        path = tmp_path / str(number)
        path.mkdir()
        write_text(path / "project.netstudio", content)
        (path / "history.jsonl").write_bytes((first / "history.jsonl").read_bytes())
    known = look(tmp_path)
    assert len(known) == 300
    again = look(tmp_path, known)
    assert all(again[path] is seen for path, seen in known.items())


def test_one_run_is_read_again_without_looking_at_the_others(tmp_path: Path) -> None:
    first = write_run(tmp_path / "2026-01-01_10-00-00-a", started())
    second = write_run(tmp_path / "2026-01-02_10-00-00-b", started())
    known = look(tmp_path)
    for path in (first, second):
        append(path, ended(1))
    again = read_one_again(first, known)
    assert [seen.record.epochs for seen in again.values()] == [0, 1]
    assert again[second] is known[second]
    delete_run(first)
    assert list(read_one_again(first, again)) == [second]
    third = write_run(tmp_path / "2026-01-03_10-00-00-c", started())
    assert list(read_one_again(third, again)) == [third, second, first]
