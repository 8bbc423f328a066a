"""A file arrives whole and checked or not at all, and what has arrived is not asked for again."""

from __future__ import annotations

import os
import socket
import threading
import time
from pathlib import Path

import pytest

from netstudio.core.translate import UserError
from netstudio.engine.data.downloads import fetch as module
from netstudio.engine.data.downloads.fetch import fetch
from netstudio.engine.data.job import finish
from netstudio.engine.events import Preparing
from tests.engine.data.downloads.server import Server

CONTENT = os.urandom(3_000_000)


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PAUSE", 0.01)


def complaint(url: str, target: Path, md5: str) -> str:
    with pytest.raises(UserError) as caught:
        finish(fetch(url, target, md5, len(CONTENT)))
    assert not target.exists()
    return str(caught.value)


def cancel_midway(server: Server, target: Path, md5: str) -> None:
    """Begin a download and leave off when 1,000,000 bytes have arrived."""
    server.holds_after = 1_000_000
    job = fetch(f"{server.url}/f.bin", target, md5, len(CONTENT))
    for event in job:
        if event.done >= 1_000_000:
            break
    job.close()
    server.release.set()
    server.holds_after = None


def test_a_file_arrives_with_its_progress(server: Server, tmp_path: Path) -> None:
    md5 = server.add("/f.bin", CONTENT)
    target = tmp_path / "new" / "folder" / "f.bin"
    seen: list[Preparing] = []
    server.holds_after = 1_000_000
    threading.Timer(0.3, server.release.set).start()
    finish(fetch(f"{server.url}/f.bin", target, md5, 17), seen.append)
    assert target.read_bytes() == CONTENT
    assert os.listdir(target.parent) == ["f.bin"]
    assert ("download", 1_000_000, 3_000_000) in [(e.stage, e.done, e.total) for e in seen]


def test_leaving_off_is_at_once_and_keeps_what_has_arrived(server: Server, tmp_path: Path) -> None:
    md5 = server.add("/f.bin", CONTENT)
    before = time.monotonic()
    cancel_midway(server, tmp_path / "f.bin", md5)
    assert time.monotonic() - before < 5
    assert os.listdir(tmp_path) == ["f.bin.part"]
    assert (tmp_path / "f.bin.part").read_bytes() == CONTENT[:1_000_000]


def test_a_download_goes_on_where_it_was_left(server: Server, tmp_path: Path) -> None:
    md5 = server.add("/f.bin", CONTENT)
    cancel_midway(server, tmp_path / "f.bin", md5)
    finish(fetch(f"{server.url}/f.bin", tmp_path / "f.bin", md5, len(CONTENT)))
    assert (tmp_path / "f.bin").read_bytes() == CONTENT
    assert [asked for _, asked in server.asked] == [None, "bytes=1000000-"]


def test_a_server_that_cannot_go_on_begins_again(server: Server, tmp_path: Path) -> None:
    md5 = server.add("/f.bin", CONTENT)
    cancel_midway(server, tmp_path / "f.bin", md5)
    server.knows_ranges = False
    finish(fetch(f"{server.url}/f.bin", tmp_path / "f.bin", md5, len(CONTENT)))
    assert (tmp_path / "f.bin").read_bytes() == CONTENT


def test_a_download_of_which_all_was_there_is_only_checked(server: Server, tmp_path: Path) -> None:
    md5 = server.add("/f.bin", CONTENT)
    (tmp_path / "f.bin.part").write_bytes(CONTENT)
    finish(fetch(f"{server.url}/f.bin", tmp_path / "f.bin", md5, len(CONTENT)))
    assert (tmp_path / "f.bin").read_bytes() == CONTENT


def test_a_connection_that_is_lost_is_taken_up_again(server: Server, tmp_path: Path) -> None:
    md5 = server.add("/f.bin", CONTENT)
    server.breaks_off_after = 1_000_000
    finish(fetch(f"{server.url}/f.bin", tmp_path / "f.bin", md5, len(CONTENT)))
    assert (tmp_path / "f.bin").read_bytes() == CONTENT
    ranges = [asked for _, asked in server.asked]
    assert ranges == [None, "bytes=1000000-", "bytes=2000000-"]


def test_a_connection_that_is_lost_again_and_again_is_said(server: Server, tmp_path: Path) -> None:
    md5 = server.add("/f.bin", CONTENT)
    server.breaks_off_after = 1_000
    line = complaint(f"{server.url}/f.bin", tmp_path / "f.bin", md5)
    assert "127.0.0.1 cannot be reached" in line
    assert "kept" in line
    assert (tmp_path / "f.bin.part").read_bytes() == CONTENT[:4_000]


def test_a_file_with_another_checksum_is_removed(server: Server, tmp_path: Path) -> None:
    md5 = server.add("/f.bin", CONTENT)
    server.files["/f.bin"] = CONTENT[:-1] + b"!"
    assert "damaged" in complaint(f"{server.url}/f.bin", tmp_path / "f.bin", md5)
    assert not os.listdir(tmp_path)


def test_a_file_that_has_gone_is_said(server: Server, tmp_path: Path) -> None:
    line = complaint(f"{server.url}/f.bin", tmp_path / "f.bin", "")
    assert "answer 404" in line
    assert str(tmp_path / "f.bin") in line


def test_without_a_connection_the_sentence_is_plain(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/f.bin"
        line = complaint(url, tmp_path / "f.bin", "")
    assert "cannot be reached (Connection refused)" in line
    assert "internet" in line


def test_a_name_that_no_server_has_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def offline(*arguments: object) -> None:
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", offline)
    line = complaint("http://data.example/f.bin", tmp_path / "f.bin", "")
    assert line.startswith("data.example cannot be reached (Temporary failure in name resolution)")


def test_a_place_that_cannot_be_written_is_said(server: Server, tmp_path: Path) -> None:
    md5 = server.add("/f.bin", CONTENT)
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(UserError) as caught:
        finish(fetch(f"{server.url}/f.bin", tmp_path / "file" / "f.bin", md5, 1))
    assert "could not be written" in str(caught.value)
