"""One file from the internet: with progress, cancelled at once, resumed, checked."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import BinaryIO, cast
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.data.job import Job
from netstudio.engine.events import Preparing

_CHUNK = 2**18
# How long, in seconds, a silent server is waited for.
_PATIENCE = 20
# How often a lost connection is taken up again, and after how many seconds.
_ATTEMPTS = 4
_PAUSE = 1.0
# How long, in seconds, a wish to stop may wait.
_PULSE = 0.1
_PARTIAL_CONTENT = 206
_RANGE_NOT_SATISFIABLE = 416


def fetch(url: str, target: Path, md5: str, size: int) -> Job[None]:
    """Download a file; what has arrived is kept beside it when it ends early, and not asked again.

    Args:
        url: Where it is.
        target: Where it belongs; only a complete file with the right checksum gets there.
        md5: Its checksum.
        size: How many bytes it has, as far as known, for the progress.

    Raises:
        UserError: It cannot be had, or is not what it should be.
    """
    part = target.with_name(f"{target.name}.part")
    with _writing(target):
        target.parent.mkdir(parents=True, exist_ok=True)
    transfer = _Transfer(url, part, size)
    transfer.start()
    try:
        while transfer.is_alive():
            yield Preparing("download", transfer.done, transfer.total)
            transfer.join(_PULSE)
    finally:
        transfer.stop()
    if transfer.error is not None:
        raise _failure(transfer.error, url, target) from transfer.error
    found = yield from _md5(part)
    if found != md5:
        part.unlink(missing_ok=True)
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{url} has arrived damaged and was removed. Try again; if that does not help, the "
                "file has changed at its source.",
            ),
            url=url,
        )
    with _writing(target):
        part.replace(target)


class _Transfer(threading.Thread):
    """Writes what arrives behind what is there already.

    A thread, because whoever waits for a server cannot be told to stop. After ``stop`` it writes
    no more, however long the server keeps it.
    """

    def __init__(self, url: str, part: Path, size: int) -> None:
        super().__init__(name="download", daemon=True)
        self._url = url
        self._part = part
        self._stopping = threading.Event()
        self.done = 0
        self.total = size
        self.error: Exception | None = None

    def stop(self) -> None:
        self._stopping.set()
        self.join(2 * _PULSE)

    def run(self) -> None:
        try:
            for attempt in range(_ATTEMPTS):
                reached = self.done
                try:
                    self._go_on()
                    return
                except HTTPError:
                    raise
                except (URLError, HTTPException, ConnectionError, TimeoutError, EOFError):
                    is_lost = self.done > reached  # otherwise there is no connection at all
                    if not is_lost or attempt == _ATTEMPTS - 1:
                        raise
                    if self._stopping.wait(_PAUSE):
                        return
        except Exception as error:  # noqa: BLE001 (whoever waits for the thread raises it)
            self.error = error

    def _go_on(self) -> None:
        """Ask for what is missing and write it as it comes."""
        there = self._part.stat().st_size if self._part.exists() else 0
        headers = {"User-Agent": "netstudio"}
        if there:
            headers["Range"] = f"bytes={there}-"
        try:
            response = self._ask(headers)
        except HTTPError as error:
            error.close()
            if error.code != _RANGE_NOT_SATISFIABLE:
                raise
            # All of it is there, or it has changed: the checksum will tell.
            self.done = self.total = there
            return
        with response, self._part.open("r+b" if there else "wb", buffering=0) as file:
            is_rest = response.status == _PARTIAL_CONTENT
            self.done = there if is_rest else 0
            length = response.headers.get("Content-Length", "")
            if length.isdecimal():
                self.total = self.done + int(length)
            file.truncate(self.done)
            file.seek(self.done)
            self._receive(response, file)
        if length and self.done < self.total and not self._stopping.is_set():
            raise EOFError("the connection was lost")

    def _ask(self, headers: dict[str, str]) -> HTTPResponse:
        request = Request(self._url, headers=headers)  # noqa: S310 (our own list of addresses)
        return cast("HTTPResponse", urlopen(request, timeout=_PATIENCE))  # noqa: S310

    def _receive(self, response: HTTPResponse, file: BinaryIO) -> None:
        while not self._stopping.is_set() and (chunk := response.read1(_CHUNK)):
            if self._stopping.is_set():
                return
            file.write(chunk)
            self.done += len(chunk)


def _md5(path: Path) -> Job[str]:
    digest = hashlib.md5(usedforsecurity=False)
    size, done, told = path.stat().st_size, 0, time.monotonic()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            done += len(chunk)
            if time.monotonic() - told > _PULSE:
                told = time.monotonic()
                yield Preparing("check", done, size)
    return digest.hexdigest()


def _failure(error: Exception, url: str, target: Path) -> UserError:
    """What to tell about a download that did not come to its end."""
    values = {"url": url, "host": urlsplit(url).hostname or url, "target": target}
    if isinstance(error, HTTPError):
        return UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{host} does not give out {url} (answer {status}). Try again later, or get the "
                "file elsewhere and put it there: {target}.",
            ),
            status=error.code,
            **values,
        )
    if isinstance(error, URLError | HTTPException | ConnectionError | TimeoutError | EOFError):
        reason = getattr(error, "reason", None) or error
        return UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{host} cannot be reached ({reason}). Check the connection to the internet and try "
                "again; what has arrived is kept.",
            ),
            reason=getattr(reason, "strerror", None) or reason,
            **values,
        )
    return UserError(_NOT_WRITTEN, path=target, reason=getattr(error, "strerror", None) or error)


_NOT_WRITTEN = QT_TRANSLATE_NOOP(
    "netstudio",
    "{path} could not be written ({reason}). Free some space or choose another data folder.",
)


@contextmanager
def _writing(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UserError(_NOT_WRITTEN, path=target, reason=error.strerror or error) from error
