"""The background threads of one window."""

from __future__ import annotations

from PySide6.QtCore import QObject

from netstudio.gui.background import Lane
from netstudio.gui.engine_loader import EngineLoader


class Lanes:
    """One thread for each sort of work, so that none waits for another's.

    Attributes:
        files: Reading and writing projects; the only one that does not wait for the engine.
        analysis: Shapes and problems.
        data: Reading and dividing data sets.
        samples: What is shown of single samples, and statistics of all.
        model: Reading, measuring and using trained models.
        lookup: What is here: devices and runs.
        text: The network as code and in words, and code that is read.
        usage: How busy the machine is.
    """

    def __init__(self, engine: EngineLoader, parent: QObject) -> None:
        self.files = Lane("files", parent)
        self.analysis = Lane("analysis", parent, after=engine.ended)
        self.data = Lane("data", parent, after=engine.ended)
        self.samples = Lane("samples", parent, after=engine.ended)
        self.model = Lane("model", parent, after=engine.ended)
        self.lookup = Lane("lookup", parent, after=engine.ended)
        self.text = Lane("text", parent, after=engine.ended)
        self.usage = Lane("usage", parent, after=engine.ended)
        self._all = (
            self.files,
            self.analysis,
            self.data,
            self.samples,
            self.model,
            self.lookup,
            self.text,
            self.usage,
        )

    def cancel(self) -> None:
        """Stop everything soon, so that nothing begins that only waits for the engine."""
        for lane in self._all:
            lane.cancel()

    def close(self) -> None:
        """Cancel everything and wait until the threads have ended."""
        for lane in self._all:
            lane.close()
