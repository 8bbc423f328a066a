"""Brings torch into memory while the window is already there."""

from __future__ import annotations

import logging
import threading
import traceback
from concurrent.futures import Future
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from netstudio.core.translate import Message
from netstudio.gui.background import unexpected

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class EngineFault:
    """Why torch could not be loaded."""

    sentence: Message
    detail: str


class EngineLoader(QObject):
    """Loads what draws the curves, then the engine, most of it in a thread of its own.

    pyqtgraph makes classes of Qt's as it is imported, which PySide does not bear while the window
    is at work in another thread: so it is imported on the window's, in one short stretch.

    With torch come one meta operation and one optimizer: the first of each loads many more modules,
    so that done here, the first shapes and the first training run come at once.

    Signals:
        plotting_loaded: The curves can be drawn.
        loaded: The engine is ready; emitted once, on the window's thread.
        failed: It cannot be loaded (an ``EngineFault``).
    """

    plotting_loaded = Signal()
    loaded = Signal()
    failed = Signal(object)
    _plotting_wanted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # For lanes: done when loading has ended, well or not.
        self.ended: Future[None] = Future()
        self._thread: threading.Thread | None = None
        self._plotting_ended = threading.Event()
        self._can_plot = self._is_ready = False
        self._fault: EngineFault | None = None
        self.failed.connect(self._remember_fault)
        self._plotting_wanted.connect(self._load_plotting)
        self.loaded.connect(self._remember)

    @property
    def can_plot(self) -> bool:
        """Whether the curves can be drawn."""
        return self._can_plot

    @property
    def is_ready(self) -> bool:
        """Whether the engine can be used without a delay."""
        return self._is_ready

    @property
    def fault(self) -> EngineFault | None:
        """Why it cannot be loaded, once that is known."""
        return self._fault

    def start(self) -> None:
        """Begin to load; asking again changes nothing."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._load, name="load engine")
            self._thread.start()

    def close(self) -> None:
        """Wait until loading has ended: an import cannot be cancelled."""
        if self._thread is None:
            self.ended.set_result(None)
        else:
            self._plotting_ended.set()  # the window will not come to it any more
            self._thread.join()

    def _load(self) -> None:
        try:
            import numpy as np  # noqa: F401 (most of what pyqtgraph waits for)

            self._plotting_wanted.emit()
            # One after the other: both at once would hold up the window for longer.
            self._plotting_ended.wait()
            _load_engine()
        except Exception as error:  # noqa: BLE001 (whatever happens, the window tells it)
            _log.exception("the engine could not be loaded")
            self.failed.emit(EngineFault(unexpected(error), traceback.format_exc()))
        else:
            self.loaded.emit()
        finally:
            self.ended.set_result(None)

    def _load_plotting(self) -> None:
        if self._plotting_ended.is_set():
            return
        try:
            import pyqtgraph  # noqa: F401
        except Exception as error:  # noqa: BLE001 (whatever happens, the window tells it)
            _log.exception("the curves cannot be drawn")
            self.failed.emit(EngineFault(unexpected(error), traceback.format_exc()))
        else:
            self._can_plot = True
            self.plotting_loaded.emit()
        finally:
            self._plotting_ended.set()

    def _remember(self) -> None:
        self._is_ready = True

    def _remember_fault(self, fault: EngineFault) -> None:
        self._fault = fault


def _load_engine() -> None:
    import torch

    import netstudio.engine.data.load
    import netstudio.engine.evaluation.measure
    import netstudio.engine.network.analyse
    import netstudio.engine.training.trainer  # noqa: F401

    with torch.device("meta"):
        layer = torch.nn.Linear(1, 1)
        layer(torch.empty(1, 1))
    weight = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.AdamW([weight], fused=True)
    weight.grad = torch.ones(1)
    optimizer.step()
