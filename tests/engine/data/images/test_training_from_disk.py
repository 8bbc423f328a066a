"""Training on pictures that stay on the disk, through the real trainer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from netstudio.core.project import Project, Selected
from netstudio.core.values import Fields
from netstudio.engine import events
from netstudio.engine.data.storage import cache, streaming
from netstudio.engine.data.storage.batches import ResidentSamples
from netstudio.engine.data.storage.streaming import StreamedSamples
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.trainer import Trainer
from tests.engine.training.runs import digits_project, identical, last_weights, only_run, run
from tests.pictures import two_classes

BATCHES = 11  # of an epoch


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Pictures of which a window holds 20 and a block 2."""
    monkeypatch.setattr(streaming, "_WINDOW_BYTES", 20 * 8 * 6 * 3)
    monkeypatch.setattr(streaming, "_BLOCK_BYTES", 2 * 8 * 6 * 3)
    folder = str(two_classes(tmp_path / "pictures", 50))
    first = digits_project(epochs=2, batch_size=8)
    source = Selected("image_folder", Fields(folder=folder, keep="disk"))
    return replace(first, data=replace(first.data, source=source))


def test_pictures_are_never_all_in_memory(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ResidentSamples, "__init__", lambda *_: pytest.fail("held in memory"))
    finished = run(project, tmp_path / "runs")[-1]
    assert isinstance(finished, events.Finished)
    assert finished.test is not None
    assert finished.test.samples == 10


@pytest.mark.parametrize("stop_after", [1, 4, BATCHES - 1, BATCHES + 3])
def test_a_run_that_is_stopped_anywhere_and_resumed_ends_with_the_same_weights(
    project: Project, tmp_path: Path, stop_after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(project, tmp_path / "whole")
    control = RunControl()
    learned = 0
    read = StreamedSamples.shuffled

    def counting(self: StreamedSamples, *arguments: object) -> object:
        nonlocal learned
        for chunk in read(self, *arguments):  # type: ignore[arg-type]
            for batch in chunk:
                learned += 1
                if learned == stop_after:
                    control.stop()
                yield [batch]

    with monkeypatch.context() as watched:
        watched.setattr(StreamedSamples, "shuffled", counting)
        stopped = run(project, tmp_path / "parts", control)[-1]
    assert isinstance(stopped, events.Stopped)
    folder = only_run(tmp_path / "parts")
    resumed = list(Trainer(project, "cpu", resume=folder).run(RunControl()))
    assert isinstance(resumed[-1], events.Finished)
    assert identical(last_weights(folder), last_weights(only_run(tmp_path / "whole")))


def test_a_run_goes_on_after_its_decoded_pictures_were_deleted(
    project: Project, tmp_path: Path
) -> None:
    run(project, tmp_path / "runs")
    folder = only_run(tmp_path / "runs")
    for entry in cache.entries():
        cache.remove(entry.key)
    options = project.training.options.replace(epochs=3)
    longer = replace(project, training=replace(project.training, options=options))
    resumed = list(Trainer(longer, "cpu", resume=folder).run(RunControl()))
    assert isinstance(resumed[-1], events.Finished)
