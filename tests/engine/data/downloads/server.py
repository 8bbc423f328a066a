"""A server of files on this machine, as helpful or as nasty as a test wants it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import md5
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Server:
    """What is served and how.

    Attributes:
        files: Content by path, such as ``/a/b.zip``.
        knows_ranges: Whether it can go on in the middle of a file.
        breaks_off_after: After so many bytes each connection is lost.
        holds_after: After so many bytes it says no more until ``release`` is set.
        asked: Path and range of every request.
    """

    url: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    knows_ranges: bool = True
    breaks_off_after: int | None = None
    holds_after: int | None = None
    release: threading.Event = field(default_factory=threading.Event)
    asked: list[tuple[str, str | None]] = field(default_factory=list)

    def add(self, path: str, content: bytes) -> str:
        """Serve a file.

        Returns:
            Its checksum.
        """
        self.files[path] = content
        return md5(content).hexdigest()


@contextmanager
def serving() -> Iterator[Server]:
    """A server that runs until the block ends."""
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = self.headers.get("Range")
            state.asked.append((self.path, asked))
            content = state.files.get(self.path)
            if content is None:
                self.send_error(404)
                return
            start = 0
            if asked and state.knows_ranges:
                start = int(asked.removeprefix("bytes=").removesuffix("-"))
                if start >= len(content):
                    self.send_error(416)
                    return
                self.send_response(206)
                self.send_header(
                    "Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}"
                )
            else:
                self.send_response(200)
            rest = content[start:]
            self.send_header("Content-Length", str(len(rest)))
            self.end_headers()
            for cut in (state.breaks_off_after, state.holds_after):
                if cut is not None:
                    self.wfile.write(rest[:cut])
                    rest = rest[cut:] if cut is state.holds_after else b""
            if state.holds_after is not None:
                state.release.wait(20)
            if state.breaks_off_after is None:
                self.wfile.write(rest)

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """Clients that hang up are part of the tests."""

    server = Quiet(("127.0.0.1", 0), Handler)
    state.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        state.release.set()
        server.shutdown()
        server.server_close()
        thread.join()
