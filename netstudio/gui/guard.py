"""No fault goes unseen: exceptions and Qt's complaints reach the log and the user."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from netstudio import paths
from netstudio.core.translate import Message, UserError
from netstudio.gui.background import unexpected

_log = logging.getLogger("netstudio.gui")

_LOG_BYTES = 1_000_000
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Guard(QObject):
    """Catches what nobody caught, in slots and in threads, so that the app goes on and says so.

    Signals:
        caught: The sentence for the user (``Message``), and the traceback.
    """

    caught = Signal(object, str)

    def install(self) -> Callable[[], None]:
        """Take over Python's and Qt's last resorts; returns a function that gives them back."""
        hooks = sys.excepthook, threading.excepthook
        sys.excepthook = self._handle
        threading.excepthook = lambda args: self._handle(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )
        qt_handler = qInstallMessageHandler(_hear_qt)

        def uninstall() -> None:
            sys.excepthook, threading.excepthook = hooks
            qInstallMessageHandler(qt_handler)

        return uninstall

    def _handle(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        # Before the window is there, the terminal is all there is to tell it.
        sys.__excepthook__(kind, error, trace)
        if not isinstance(error, Exception):
            return
        _log.error("nobody caught this", exc_info=(kind, error, trace))
        detail = "".join(traceback.format_exception(kind, error, trace))
        text: Message = error.message if isinstance(error, UserError) else unexpected(error)
        self.caught.emit(text, detail)


def log_to_file() -> None:
    """Keep a log among the program's own files, so that a crash leaves a trace."""
    folder = paths.user_state()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "netstudio.log", maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8"
        )
    except OSError:
        return  # a log that cannot be written must not keep the window from opening
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("netstudio")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)


def _hear_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    _log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", text)
