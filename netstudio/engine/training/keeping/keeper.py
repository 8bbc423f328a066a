"""Writing what a run has learned; where that fails, asking where else it shall go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from netstudio.core.safe_write import NotWritten
from netstudio.core.translate import UserError
from netstudio.engine.events import (
    CheckpointSaved,
    Event,
    Figures,
    Moved,
    PlaceWanted,
    Preparing,
    Watched,
)
from netstudio.engine.model_file import load_weights
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.keeping.checkpoints import Checkpoint, save_checkpoint
from netstudio.engine.training.keeping.moving import moved
from netstudio.engine.training.keeping.run_folder import RunFolder, save_best
from netstudio.engine.training.session import Session

# What the history does without.
_PASSING = Preparing | CheckpointSaved | Watched | PlaceWanted | Moved

# A folder that does not exist.
_NOWHERE = Path("/dev/null/run")


class Keeper:
    """Keeps a run in its folder.

    Its generators yield what the user has to know while it writes: where somebody can choose
    another place for a run that cannot be written any more, they wait for that, and nothing of
    what was learned is lost.

    Args:
        folder: Where the run is kept.
        session: What is kept.
        data_root: Where downloaded data sets are.
        control: Through which another place is chosen; None where the folder has to stay.

    Attributes:
        folder: Where the run is kept now.
    """

    def __init__(
        self,
        folder: RunFolder,
        session: Session,
        data_root: Path | None,
        control: RunControl | None,
    ) -> None:
        self.folder = folder
        self._session = session
        self._data_root = data_root
        self._control = control
        # The epoch and the batch of the newest checkpoint.
        self._saved: tuple[int, int] | None = None

    def record(self, event: Event) -> Iterator[Event]:
        """Write an event into the history, so that it survives a crash.

        Raises:
            NotWritten: The folder cannot be written, and nobody chooses another one.
        """
        if not isinstance(event, _PASSING):
            yield from self._write(lambda folder: folder.append(event))

    def record_end(self, event: Event) -> None:
        """Write how the run has ended, if that can be written."""
        with suppress(UserError):  # the reason may be that nothing can be written
            self.folder.append(event)

    def restore_best(self) -> Iterator[Event]:
        """Give the network the weights of the trained model.

        Raises:
            NotWritten: There was none any more, and it cannot be written again.
        """
        session = self._session
        if not self.folder.model_file.exists():  # it was lost with a folder that vanished
            session.position.best_epoch = session.position.epoch
            yield from self.save_model()
        load_weights(self.folder.model_file, session.learner.evaluated)
        session.ranks.spread(session.learner.evaluated)

    def save_model(self, test: Figures | None = None) -> Iterator[Event]:
        """Write the present weights as the run's trained model.

        Args:
            test: Their figures on the test part, where they are measured already.

        Raises:
            NotWritten: The folder cannot be written, and nobody chooses another one.
            UserError: The weights are not finite.
        """
        yield from self._write(lambda folder: save_best(self._session, folder, test))

    def save_checkpoint(self) -> Iterator[Event]:
        """Write the state from which the run goes on, unless it is written already.

        Raises:
            NotWritten: The folder cannot be written, and nobody chooses another one.
        """
        position = self._session.position
        if self._saved == (position.epoch, position.batch):
            return
        yield from self._write(self._save_checkpoint)
        self._saved = (position.epoch, position.batch)
        yield CheckpointSaved(str(self.folder.checkpoint_file), position.epoch)

    def _save_checkpoint(self, folder: RunFolder) -> None:
        session = self._session
        checkpoint = Checkpoint(
            position=session.position,
            history_length=folder.save_history(),
            data_digest=session.data_digest,
            data_root=str(self._data_root) if self._data_root else None,
            device=str(session.learner.device),
            execution=session.execution.as_json(),
            learner=session.learner.state(),
        )
        save_checkpoint(checkpoint, folder.checkpoint_file)

    def _write(self, write: Callable[[RunFolder], None]) -> Iterator[Event]:
        while True:
            try:
                write(self.folder)
            except NotWritten as error:
                yield from self._find_place(error)
            else:
                return

    def _find_place(self, error: NotWritten) -> Iterator[Event]:
        """Wait until there is a place to write to."""
        control = self._control
        if control is None or not control.answers:
            raise error
        yield PlaceWanted(error.message, str(self.folder.path.parent))
        place = control.wait_for_place()
        if place is None:
            raise error
        if self.folder.path.is_dir() and place == self.folder.path.parent:
            return  # it is tried once more
        try:
            self.folder = moved(self.folder, place, self._session.project)
        except NotWritten as another:
            yield from self._find_place(another)
            return
        self._saved = None
        yield Moved(str(self.folder.path))


class Onlooker(Keeper):
    """Stands where a keeper does in processes whose run another one keeps.

    Args:
        session: What is trained together.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(RunFolder(_NOWHERE), session, None, None)

    def record(self, event: Event) -> Iterator[Event]:
        yield from ()

    def record_end(self, event: Event) -> None:
        pass

    def restore_best(self) -> Iterator[Event]:
        self._session.ranks.spread(self._session.learner.evaluated)
        yield from ()

    def save_model(self, test: Figures | None = None) -> Iterator[Event]:
        yield from ()

    def save_checkpoint(self) -> Iterator[Event]:
        yield from ()
