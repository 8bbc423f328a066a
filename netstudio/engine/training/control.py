"""How a run is steered from outside while it goes on."""

from __future__ import annotations

import math
from pathlib import Path
from threading import Condition
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netstudio.engine.watching import Watches


class RunControl:
    """Wishes of the user, read by the trainer between batches; safe to set from any thread.

    Args:
        answers: Whether somebody chooses another place when a run cannot be written any more
            (see ``wait_for_place``).
    """

    def __init__(self, *, answers: bool = False) -> None:
        self.answers = answers
        self._changed = Condition()
        self._place: Path | None = None
        self._stop_now = False
        self._stop_after_epoch = False
        self._paused = False
        self._learning_rate: float | None = None
        self._watches: Watches = {}

    @property
    def stop_now(self) -> bool:
        """Whether to stop before the next batch."""
        return self._stop_now

    def stop_before(self, batch: int) -> bool:
        """Whether to stop before the batch with this number; asked before every batch."""
        return self.stop_now

    @property
    def stop_after_epoch(self) -> bool:
        """Whether to stop when the current epoch has ended."""
        return self._stop_after_epoch or self._stop_now

    @property
    def paused(self) -> bool:
        """Whether to wait before the next batch."""
        return self._paused

    def stop(self) -> None:
        """Stop before the next batch."""
        with self._changed:
            self._stop_now = True
            self._changed.notify_all()

    def stop_when_epoch_ends(self) -> None:
        """Stop when the current epoch has ended."""
        self._stop_after_epoch = True

    def pause(self) -> None:
        """Wait before the next batch until ``resume`` or ``stop``."""
        self._paused = True

    def resume(self) -> None:
        """Go on after ``pause``."""
        with self._changed:
            self._paused = False
            self._changed.notify_all()

    def set_learning_rate(self, learning_rate: float) -> None:
        """Use another learning rate from the next batch on.

        Raises:
            ValueError: It is not a positive number.
        """
        if not 0 < learning_rate < math.inf:
            raise ValueError(f"a learning rate of {learning_rate} is not a positive number")
        with self._changed:
            self._learning_rate = learning_rate

    def take_learning_rate(self) -> float | None:
        """The learning rate that was set since the last call, or None."""
        if self._learning_rate is None:
            return None
        with self._changed:
            learning_rate, self._learning_rate = self._learning_rate, None
        return learning_rate

    @property
    def watches(self) -> Watches:
        """Who looks at the network while it learns, by name."""
        return self._watches

    def watch(self, watches: Watches) -> None:
        """Let these, and nobody else, look at the network from now on.

        What they see comes back in ``Watched`` events.
        """
        self._watches = watches

    def wait_while_paused(self) -> None:
        """Return at once, or when the pause ends or the run is to stop."""
        if self._paused:
            with self._changed:
                self._changed.wait_for(lambda: not self._paused or self._stop_now)

    def go_on_in(self, place: Path) -> None:
        """Keep a run that could not be written in a new folder in ``place`` from now on.

        Where ``place`` is the one that it was in, writing is tried once more.
        """
        with self._changed:
            self._place = place
            self._changed.notify_all()

    def wait_for_place(self) -> Path | None:
        """Where a run goes on that could not be written; None where it is to stop."""
        with self._changed:
            self._changed.wait_for(lambda: self._place is not None or self._stop_now)
            place, self._place = self._place, None
            return None if self._stop_now else place
