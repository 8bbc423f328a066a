"""Starting a data-parallel training on all GPUs of this machine, as processes of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Generator, Iterator
from pathlib import Path

from netstudio.core.files import write_project
from netstudio.core.project import Project
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message, verbatim
from netstudio.engine.event_reading import event_of
from netstudio.engine.events import Event, Failed, Finished, Started, Stopped
from netstudio.engine.training.control import RunControl

# What --device says for all GPUs of this machine.
ALL_GPUS = "all"

_ENDINGS = Finished | Stopped | Failed
# How often a running job is asked whether it is to stop, in seconds.
_LOOK_EVERY = 0.1


class LaunchedTraining:
    """Trains a project with one process for each device; its events are those of the first.

    It can be stopped, but neither paused nor watched, and its learning rate cannot be changed while
    it runs: the processes hear of nothing but signals.

    Args:
        project: What to train.
        processes: How many processes train together.
        device: ``cuda`` or ``cpu``.
        out: Where the run's folder goes.
        data_root: Where downloaded data sets live.
        resume: The folder of a run to go on with instead.
    """

    def __init__(
        self,
        project: Project,
        processes: int,
        device: str = "cuda",
        *,
        out: Path = Path("runs"),
        data_root: Path | None = None,
        resume: Path | None = None,
    ) -> None:
        self._project = project
        self._processes = processes
        self._device = device
        self._out = out
        self._data_root = data_root
        self._resume = resume

    def run(self, control: RunControl) -> Generator[Event, None, None]:
        """Train, reporting as it goes; the last event is Finished, Stopped or Failed."""
        with tempfile.TemporaryDirectory(prefix="netstudio-") as folder:
            project = Path(folder) / "project.netstudio"
            write_project(self._project, project)
            with (Path(folder) / "messages").open("w+b") as messages:
                job = subprocess.Popen(  # noqa: S603 (this Python, and paths of ours)
                    self._command(project),
                    stdout=subprocess.PIPE,
                    stderr=messages,
                    stdin=subprocess.DEVNULL,
                    env={**os.environ, "PYTHONUNBUFFERED": "1"},
                )
                try:
                    yield from self._events(job, control, Path(messages.name))
                finally:
                    _end(job)

    def _events(
        self, job: subprocess.Popen[bytes], control: RunControl, messages: Path
    ) -> Iterator[Event]:
        run: str | None = None
        with _stopping(job, control):
            assert job.stdout is not None
            for line in job.stdout:
                try:
                    event = event_of(json.loads(line))
                except ValueError:
                    continue  # a library said something
                if isinstance(event, Started):
                    run = event.run
                yield event
                if isinstance(event, _ENDINGS):
                    return
        yield Failed(_broken_off(messages), messages.read_text(errors="replace"), run)

    def _command(self, project: Path) -> list[str]:
        what = ["--resume", str(self._resume)] if self._resume else [str(project)]
        root = ["--data-root", str(self._data_root)] if self._data_root else []
        return [
            sys.executable,
            *("-m", "torch.distributed.run", "--standalone"),
            *("--nproc-per-node", str(self._processes)),
            *("-m", "netstudio", "train", *what, "--device", self._device),
            *("--out", str(self._out), *root, "--json"),
        ]


class _stopping:  # noqa: N801 (used like a function)
    """Tells a job to stop as soon as the control says so."""

    def __init__(self, job: subprocess.Popen[bytes], control: RunControl) -> None:
        self._job = job
        self._control = control
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="stop-launched", daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._is_over.wait(_LOOK_EVERY):
            if self._control.stop_now:
                self._job.send_signal(signal.SIGTERM)
                return


def _end(job: subprocess.Popen[bytes]) -> None:
    """Wait until the processes have ended; whoever abandons them has them stopped."""
    assert job.stdout is not None
    job.stdout.close()
    try:
        job.wait(timeout=60)
    except subprocess.TimeoutExpired:
        job.kill()
        job.wait()


def _broken_off(messages: Path) -> Message:
    """Why the processes ended without a last event: what the first to fail has said."""
    said = messages.read_text(errors="replace").splitlines()
    reason = next((line for line in said if line.startswith("netstudio: ")), "")
    if reason:
        return verbatim(reason.removeprefix("netstudio: "))
    return message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "The processes on the GPUs ended without a word. Resume the run, or train on one GPU.",
        )
    )
