"""Kill training at random moments, again and again, until it has come to its end.

Run as a program with a folder, a number of kills, a seed and a way of training, it forks itself, so
that only one process pays for importing torch. It prints how many times training was killed and
exits with 0 when every folder was readable after each kill and the weights in the end are those of
an uninterrupted run, bit for bit.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from netstudio.core.project import Project
from netstudio.engine.events import Finished
from netstudio.engine.model_file import load_model
from netstudio.engine.training.keeping.checkpoints import load_checkpoint
from netstudio.engine.training.keeping.run_folder import RunFolder
from tests.engine.training.runs import WAYS, best_weights, identical, last_weights, run

_EPOCHS = 60
_LONGEST_LIFE = 0.6  # seconds; a whole run takes a few times as long
# By how much it grows when a life was too short to get anywhere, as on a busy machine.
_GROWTH = 1.3


def main(folder: Path, kills_wanted: int, seed: int, way: str) -> int:
    chance = random.Random(seed)
    project = WAYS[way](_EPOCHS)
    # Not in a child: it loads what the first step of training imports, once for all children.
    run(project, folder / "whole")
    (whole,) = (RunFolder(path) for path in (folder / "whole").iterdir())
    kills = rounds = 0
    longest = _LONGEST_LIFE
    while kills < kills_wanted:
        rounds += 1
        out = folder / f"round-{rounds}"
        while not (finished := _finished(out)):
            before = _reached(out)
            pid = _fork(partial(run_or_resume, project, out))
            time.sleep(chance.uniform(0.02, longest))
            os.kill(pid, signal.SIGKILL)
            _, status = os.waitpid(pid, 0)
            assert os.WIFSIGNALED(status) or status == 0, "training failed"
            kills += os.WIFSIGNALED(status)
            _require_readable(out)
            if _reached(out) == before:
                longest *= _GROWTH
        assert identical(last_weights(finished), last_weights(whole)), "the last weights differ"
        assert identical(best_weights(finished), best_weights(whole)), "the best weights differ"
    print(f"{kills} kills in {rounds} rounds")
    return 0


def run_or_resume(project: Project, out: Path) -> None:
    """Go on with the run in ``out``, or begin one."""
    folder = _folder(out)
    events = run(folder.project() if folder else project, out, resume=folder)
    assert isinstance(events[-1], Finished), events[-1]
    (out / "finished").touch()


def _finished(out: Path) -> RunFolder | None:
    return _folder(out) if (out / "finished").exists() else None


def _folder(out: Path) -> RunFolder | None:
    if not out.exists():
        return None
    found = [path for path in out.iterdir() if path.is_dir() and not path.name.startswith(".")]
    return RunFolder(found[0]) if found else None


def _reached(out: Path) -> tuple[int, int]:
    """The epoch and the batch from which a run goes on."""
    folder = _folder(out)
    if folder is None or not folder.checkpoint_file.exists():
        return 0, 0
    position = load_checkpoint(folder.checkpoint_file).position
    return position.epoch, position.batch


def _require_readable(out: Path) -> None:
    folder = _folder(out)
    if folder is None:
        return
    assert folder.project().training.options["epochs"] == _EPOCHS
    list(folder.history())
    if folder.checkpoint_file.exists():
        load_checkpoint(folder.checkpoint_file)
    if folder.model_file.exists():
        load_model(folder.model_file)


def _fork(work: Callable[[], object]) -> int:
    pid = os.fork()
    if pid == 0:
        try:
            work()
        except BaseException as error:
            print(f"the child failed: {error!r}", file=sys.stderr)
            os._exit(1)
        os._exit(0)
    return pid


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]))
