"""Folders of the user's own pictures: what is left out, and how the reading is left off."""

from __future__ import annotations

import errno
import os
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image

from netstudio.core.spec import TensorSpec
from netstudio.core.translate import UserError
from netstudio.engine.data import class_folders
from netstudio.engine.data.images import decoding
from netstudio.engine.data.images.pictures import Seen, see_picture
from netstudio.engine.events import Preparing
from tests.pictures import (
    assert_one_sentence,
    encoded,
    left_out_note,
    read,
    reading,
    two_classes,
    write_class,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return two_classes(tmp_path / "pictures")


class TestLeftOut:
    def test_unreadable_files_are_counted_named_and_left_out(self, folder: Path) -> None:
        ants = folder / "ants"
        whole = (ants / "000.png").read_bytes()
        (ants / "cut off.png").write_bytes(whole[: len(whole) // 2])
        (ants / "text.jpg").write_text("no picture")
        (ants / "empty.png").write_bytes(b"")
        encoded(Image.new("P", (8, 6)), folder / "bees" / "imageNotFound.gif")
        (folder / "bees" / "notes.txt").write_text("bees sting")
        raw = read(folder)
        assert len(raw.train) == 6
        note = left_out_note(raw)
        assert "left out" in note
        assert "(5): " in note
        for named in (
            "cut off.png (it is damaged)",
            "text.jpg (it is no picture)",
            "empty.png (it is no picture)",
            "imageNotFound.gif (it is no picture)",
            "notes.txt (it is no picture)",
        ):
            assert named in note

    def test_only_the_first_ten_are_named(self, folder: Path) -> None:
        for number in range(30):
            (folder / "ants" / f"broken {number:02}.png").write_bytes(b"")
        note = left_out_note(read(folder))
        assert "left out" in note
        assert "(30): " in note
        assert note.count("broken") == 10
        assert note.endswith("…).") or "…" in note

    def test_a_folder_with_the_name_of_a_picture_is_looked_into(self, folder: Path) -> None:
        write_class(folder / "ants" / "x.png", 1, seed=7)
        raw = read(folder)
        assert len(raw.train) == 7
        assert raw.notes == ()

    def test_a_link_to_nowhere_is_left_out(self, folder: Path) -> None:
        try:
            (folder / "ants" / "gone.png").symlink_to(folder / "nowhere.png")
        except OSError:
            pytest.skip("links cannot be made here")
        assert "gone.png (there is no such file)" in left_out_note(read(folder))

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
    def test_a_pipe_is_left_out_and_never_waited_for(self, folder: Path) -> None:
        pipe = folder / "ants" / "pipe.png"
        os.mkfifo(pipe)
        writer = os.fdopen(os.open(pipe, os.O_RDWR | os.O_NONBLOCK), "wb", buffering=0)

        def rescue() -> None:
            pipe.unlink()
            writer.close()  # who reads the pipe comes to its end

        timer = threading.Timer(10, rescue)
        timer.start()
        try:
            assert "pipe.png (it is not a file)" in left_out_note(read(folder))
        finally:
            timer.cancel()
            timer.join()
            writer.close()

    def test_hidden_files_and_folders_do_not_count(self, folder: Path) -> None:
        (folder / "ants" / ".DS_Store").write_bytes(b"\0")
        (folder / "ants" / "._000.png").write_bytes(b"\0")
        write_class(folder / "ants" / ".thumbnails", 2, seed=8)
        write_class(folder / ".git", 2, seed=9)
        raw = read(folder)
        assert raw.classes == ("ants", "bees")
        assert len(raw.train) == 6
        assert raw.notes == ()

    def test_files_beside_the_class_folders_do_not_count(self, folder: Path) -> None:
        (folder / "labels.csv").write_text("a,b")
        assert read(folder).notes == ()

    def test_names_that_would_tear_a_line_apart_are_shown_escaped(self, folder: Path) -> None:
        names = ["two\nlines.png", os.fsdecode(b"\xff.png"), "\x1b[31mred.png"]
        made = 0
        for name in names:
            with suppress(OSError, UnicodeError):
                (folder / "ants" / name).write_bytes(b"")
                made += 1
        note = left_out_note(read(folder)) if made else ""
        assert note.isprintable()
        note.encode()

    def test_folders_that_cannot_be_read_are_named(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write_class(folder / "ants" / "locked", 1, seed=6)
        write_class(folder / "wasps", 1, seed=7)
        locked(monkeypatch, folder / "ants" / "locked", folder / "wasps")
        raw = read(folder)
        assert raw.classes == ("ants", "bees")
        files, lost = map(str, raw.notes)
        assert "locked (Permission denied)" in files
        assert "wasps (Permission denied)" in files
        assert lost == "The class wasps has no readable pictures and is left out."

    def test_a_main_folder_that_cannot_be_read_is_an_error(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        locked(monkeypatch, folder)
        with pytest.raises(UserError) as caught:
            read(folder)
        assert_one_sentence(caught.value, str(folder), "Permission denied")

    def test_a_link_that_leads_to_itself_does_not_stop_the_reading(self, folder: Path) -> None:
        try:
            (folder / "circle").symlink_to(folder / "circle")
        except OSError:
            pytest.skip("links cannot be made here")
        assert read(folder).classes == ("ants", "bees")

    @pytest.mark.parametrize("content", [None, b"broken"])
    def test_a_class_without_readable_pictures_is_named(
        self, folder: Path, content: bytes | None
    ) -> None:
        (folder / "wasps").mkdir()
        if content is not None:
            (folder / "wasps" / "a.png").write_bytes(content)
        raw = read(folder)
        assert raw.classes == ("ants", "bees")
        assert str(raw.notes[-1]) == "The class wasps has no readable pictures and is left out."
        assert len(raw.notes) == (1 if content is None else 2)


def locked(monkeypatch: pytest.MonkeyPatch, *folders: Path) -> None:
    """Make these folders unreadable, for the owner of the computer too."""
    scandir = os.scandir

    def refusing(path: str | Path) -> object:
        if Path(path) in folders:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)


class TestStopping:
    def test_slow_pictures_are_reported_in_between(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def slow(path: Path, sample: TensorSpec, fit: str) -> Seen:
            time.sleep(0.02)
            return see_picture(path, sample, fit)

        write_class(folder / "wasps", 20, seed=4)
        monkeypatch.setattr(class_folders, "_PULSE", 0.005)
        monkeypatch.setattr(decoding, "see_picture", slow)
        events: list[Preparing] = []
        raw = read(folder, report=events.append)
        assert len(raw.train) == 26
        done = [event.done for event in events if event.stage == "read pictures"]
        assert done == sorted(done)
        assert done.count(0) > 1
        assert len(set(done)) > 3
        assert done[-1] == 26

    def test_work_that_has_not_begun_is_never_done(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write_class(folder / "wasps", 60, seed=4)
        begun: list[Path] = []

        def slow(path: Path, sample: TensorSpec, fit: str) -> Seen:
            begun.append(path)
            time.sleep(0.05)
            return see_picture(path, sample, fit)

        monkeypatch.setattr(decoding, "see_picture", slow)
        monkeypatch.setattr(os, "cpu_count", lambda: 2)
        job = reading(folder)
        while next(job).stage != "read pictures" or not begun:
            pass
        job.close()
        after = len(begun)
        time.sleep(0.2)
        assert len(begun) == after < 20

    def test_listing_files_can_be_stopped(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(class_folders, "_PULSE", 0.0)
        events: list[Preparing] = []
        read(folder, report=events.append)
        listed = [event.done for event in events if event.stage == "list"]
        assert listed == [1, 2, 3, 4, 5, 6]
