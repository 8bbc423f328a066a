"""What a run writes for TensorBoard: one record for each event of its history."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from netstudio.engine.training.keeping.tensorboard.records import ends_of_records

# Of a file's name, TensorBoard wants no more than that it holds "tfevents".
_NAME = "events.out.tfevents.netstudio"

Json = Mapping[str, Any]


class Board:
    """The file in a run's folder that TensorBoard reads.

    Its records belong to the lines of the history, one to each in their order, so that a run which
    is resumed forgets what its history forgets. Nothing that goes wrong here ends a run: the file
    is a convenience, and can be made anew from the history.

    Args:
        folder: The run's folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / _NAME
        self._is_broken = False

    def write(self, event: Json) -> None:
        """Add an event of the history, as JSON."""
        self._try(lambda: self._append([event]))

    def begin(self, history: Callable[[], Iterable[Json]], count: int) -> None:
        """Make the file hold what the history holds.

        Args:
            history: Reads the events; called only where the file does not hold them all.
            count: How many there are.
        """
        self._try(lambda: self._begin(history, count))

    def _begin(self, history: Callable[[], Iterable[Json]], count: int) -> None:
        ends = list(ends_of_records(self._path)) if self._path.exists() else []
        if len(ends) > count:  # the first record is none of the history's
            with self._path.open("rb+") as file:
                file.truncate(ends[count])
        else:
            self._path.unlink(missing_ok=True)
            self._append(history())

    def _append(self, events: Iterable[Json]) -> None:
        # Imported here: training works without TensorBoard.
        from tensorboard.summary.writer.record_writer import RecordWriter

        from netstudio.engine.training.keeping.tensorboard.recording import beginning, record_of

        now, project = time.time(), self._folder / "project.netstudio"
        with self._path.open("ab") as file:
            writer = RecordWriter(file)
            if file.tell() == 0:
                writer.write(beginning(now))
            for event in events:
                writer.write(record_of(event, project, now))

    def _try(self, act: Callable[[], None]) -> None:
        if not self._is_broken:
            try:
                act()
            except Exception:  # noqa: BLE001 (a convenience must not end a run)
                self._is_broken = True
