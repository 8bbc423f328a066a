"""What a training run leaves on disk: one folder for each run."""

from __future__ import annotations

import io
import json
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from netstudio import paths
from netstudio.core.files import read_project, write_project
from netstudio.core.project import Project
from netstudio.core.safe_write import NotWritten
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.events import EpochEnded, Event, Figures
from netstudio.engine.model_file import save_model
from netstudio.engine.training.keeping.claim import Claim, is_in_use
from netstudio.engine.training.keeping.tensorboard.board import Board
from netstudio.engine.training.session import Session

_LONGEST_NAME = 60


class RunFolder:
    """The folder of one run.

    Attributes:
        path: The folder itself.
        epochs: The events of the epochs that have ended, as JSON.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.epochs: list[dict[str, Any]] = []
        self._board = Board(path)
        self._claim = Claim(self.history_file)

    @property
    def project_file(self) -> Path:
        """The project as it is trained."""
        return self.path / "project.netstudio"

    @property
    def history_file(self) -> Path:
        """One event a line."""
        return self.path / "history.jsonl"

    @property
    def model_file(self) -> Path:
        """The trained model with the best weights so far."""
        return self.path / "best.safetensors"

    @property
    def checkpoint_file(self) -> Path:
        """The state from which the run goes on."""
        return self.path / "last.ckpt"

    def project(self) -> Project:
        """The project as it is trained.

        Raises:
            UserError: The folder is not a run.
        """
        if not paths.is_folder(self.path) or not self.project_file.is_file():
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{path} is not the folder of a training run. Name a folder that "
                    "netstudio train has made.",
                ),
                path=self.path,
            )
        return read_project(self.project_file)

    @property
    def is_in_use(self) -> bool:
        """Whether the run goes on just now, here or in another process."""
        return is_in_use(self.history_file)

    def claim(self) -> None:
        """Keep others from going on with the run until ``release``, or this process ends.

        Raises:
            NotWritten: The folder could not be written.
            UserError: It goes on already.
        """
        with self._writing():
            self.history_file.touch()
        if not self._claim.take():
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "The run {path} goes on already, perhaps in another window. Stop it there "
                    "first.",
                ),
                path=self.path,
            )

    def release(self) -> None:
        """Let others go on with the run."""
        self._claim.give_up()

    def append(self, event: Event) -> None:
        """Add an event to the history, so that it survives a crash.

        Raises:
            NotWritten: The folder could not be written.
        """
        written = _short(event.as_json())
        line = json.dumps(written, ensure_ascii=False, allow_nan=False)
        with self._writing(), self.history_file.open("ab", buffering=0) as file:
            _write_whole(file, line.encode(errors="backslashreplace") + b"\n")
        self._board.write(written)
        if isinstance(event, EpochEnded):
            self.epochs.append(written)

    def history(self) -> Iterator[dict[str, Any]]:
        """The events so far; lines that are torn are left out."""
        if not self.history_file.exists():
            return
        with self.history_file.open("rb") as file:
            for line in file:
                try:
                    event = json.loads(line)
                except ValueError:
                    continue
                if isinstance(event, dict):
                    yield event

    def save_history(self) -> int:
        """Bring the history to the disk; returns its length in bytes."""
        with self._writing(), self.history_file.open("ab") as file:
            os.fsync(file.fileno())
            return file.tell()

    def begin_history(self, length: int) -> None:
        """Forget events after ``length`` bytes, which a resumed run lives through again.

        Raises:
            NotWritten: The folder could not be written.
        """
        with self._writing(), self.history_file.open("ab+") as file:
            file.seek(0)
            kept = file.read(length)
            # Up to the last whole line: the file may be shorter than the checkpoint remembers.
            file.truncate(kept.rfind(b"\n") + 1)
        self._board.begin(self.history, kept.count(b"\n"))
        self.epochs = [event for event in self.history() if event.get("event") == "epoch"]

    def rewrite_epochs(self, epochs: list[dict[str, Any]]) -> None:
        """Begin the history with epochs that are remembered, where the file was lost.

        Raises:
            OSError: The folder could not be written.
        """
        lines = (json.dumps(epoch, ensure_ascii=False, allow_nan=False) for epoch in epochs)
        self.history_file.write_text("".join(f"{line}\n" for line in lines), "utf-8")

    def remove_leftovers(self) -> None:
        """Remove half-written files of a run that was killed."""
        for leftover in self.path.glob(".*.tmp"):
            leftover.unlink(missing_ok=True)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise NotWritten(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "The run folder {path} could not be written ({reason}). Free some space or "
                    "bring the folder back, then resume the run.",
                ),
                path=self.path,
                reason=error.strerror or error,
            ) from error


def create_run(out: Path, project: Project) -> RunFolder:
    """Make a run's folder with its project in it, complete or not at all.

    Args:
        out: Where run folders go; made where it is missing.
        project: What will be trained.

    Raises:
        NotWritten: The folder cannot be made.
    """
    safe_name = re.sub(r"[^\w.-]+", "-", project.name).strip("-.")[:_LONGEST_NAME] or "run"
    stamp = datetime.now().strftime("%Y-%m-%d_%H-%M-%S")
    try:
        out.mkdir(parents=True, exist_ok=True)
        unfinished = out / f".{secrets.token_hex(8)}.tmp"
        unfinished.mkdir()
        try:
            write_project(project, unfinished / "project.netstudio")
            return RunFolder(_take_name(unfinished, out, f"{stamp}-{safe_name}"))
        except BaseException:
            (unfinished / "project.netstudio").unlink(missing_ok=True)
            unfinished.rmdir()
            raise
    except OSError as error:
        raise NotWritten(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "No run folder can be made in {out} ({reason}). Choose another place.",
            ),
            out=out,
            reason=error.strerror or error,
        ) from error


def save_best(session: Session, folder: RunFolder, test: Figures | None = None) -> None:
    """Write the module's weights as the run's trained model, with the figures of its best epoch.

    Raises:
        UserError: The weights are not finite, or the file could not be written.
    """
    best_epoch = session.position.best_epoch
    best = next((event for event in folder.epochs if event["epoch"] == best_epoch), {})
    figures: dict[str, Any] = {part: best[part] for part in ("train", "val") if best.get(part)}
    if test is not None:
        figures["test"] = test.as_json()
    save_model(
        folder.model_file,
        session.learner.evaluated,
        session.project,
        session.dataset.preprocessing,
        session.dataset.scaling,
        figures,
        folder.epochs,
        best_epoch,
    )


def _write_whole(file: io.FileIO, content: bytes) -> None:
    """Write all of ``content`` or, on a full disk, nothing."""
    length = file.seek(0, os.SEEK_END)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[file.write(rest) :]
    except OSError:
        file.truncate(length)
        raise


def _take_name(unfinished: Path, out: Path, name: str) -> Path:
    number = 1
    while True:
        path = out / (name if number == 1 else f"{name}-{number}")
        if not path.exists():
            return unfinished.rename(path)
        number += 1


def _short(event: dict[str, Any]) -> dict[str, Any]:
    """Batch losses with six digits: they are drawn, and there may be millions."""
    if "losses" in event:
        event["losses"] = [float(f"{loss:.6g}") for loss in event["losses"]]
    return event
