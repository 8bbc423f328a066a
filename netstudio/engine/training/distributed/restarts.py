"""What a data-parallel job goes on with when ``torchrun`` starts it once more."""

from __future__ import annotations

import os
from pathlib import Path

from netstudio.core.safe_write import write_text
from netstudio.engine.training.keeping.run_folder import RunFolder

# The name that torchrun gives a job whose user gave none: no two of them can be told apart by it.
_NAMELESS = "none"


class Job:
    """One call of ``torchrun``, however often it starts its processes.

    Args:
        out: Where run folders go.
    """

    def __init__(self, out: Path) -> None:
        name = os.environ.get("TORCHELASTIC_RUN_ID", _NAMELESS)
        # The parent is torchrun itself, which lives on while it starts its processes again.
        self._file = out / f".job-{os.getppid() if name == _NAMELESS else name}"

    @property
    def is_restarted(self) -> bool:
        """Whether its processes were started before."""
        return int(os.environ.get("TORCHELASTIC_RESTART_COUNT", "0")) > 0

    def run(self) -> RunFolder | None:
        """The run that it trains; None where it has not begun one."""
        try:
            name = self._file.read_text(encoding="utf-8")
        except OSError:
            return None
        folder = RunFolder(self._file.parent / name)
        return folder if folder.project_file.is_file() else None

    def begin(self, run: str) -> None:
        """Note the folder of the run that it trains.

        Raises:
            UserError: That could not be written.
        """
        write_text(self._file, Path(run).name)

    def end(self) -> None:
        """Forget which run it was."""
        self._file.unlink(missing_ok=True)
