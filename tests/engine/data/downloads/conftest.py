"""What tests of downloads share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.engine.data.downloads.server import Server, serving


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server of files on this machine, which no proxy stands before."""
    monkeypatch.setenv("no_proxy", "*")
    with serving() as state:
        yield state
