"""What is downloaded lies where torchvision puts it; nothing that is there is asked for again."""

from __future__ import annotations

import gzip
import io
import os
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from netstudio.core.translate import UserError
from netstudio.engine.data.downloads.catalogue import FILES, Form, RemoteFile, is_present
from netstudio.engine.data.downloads.download import download
from netstudio.engine.data.job import finish
from tests.engine.data.downloads.server import Server


def zipped(files: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, inside in files.items():
            archive.writestr(name, inside)
    return content.getvalue()


def serve(
    server: Server, monkeypatch: pytest.MonkeyPatch, name: str, contents: list[bytes]
) -> None:
    """Serve the files of a set from here instead of from where they are."""
    files: list[RemoteFile] = []
    for file, content in zip(FILES[name], contents, strict=True):
        md5 = server.add(f"/{file.name}", content)
        files.append(replace(file, url=f"{server.url}/{file.name}", md5=md5))
    monkeypatch.setitem(FILES, name, tuple(files))


def files_below(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


GTSRB = [
    zipped({"GTSRB/Training/00000/1.ppm": b"1", "GTSRB/Readme.txt": b"old"}),
    zipped({"GTSRB/Final_Test/Images/2.ppm": b"2", "GTSRB/Readme.txt": b"new"}),
    zipped({"GT-final_test.csv": b"Filename;ClassId"}),
]


def test_archives_come_into_one_folder(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve(server, monkeypatch, "gtsrb", GTSRB)
    assert not is_present("gtsrb", tmp_path)
    finish(download("gtsrb", tmp_path))
    assert is_present("gtsrb", tmp_path)
    assert files_below(tmp_path) == [
        "gtsrb/GT-final_test.csv",
        "gtsrb/GTSRB/Final_Test/Images/2.ppm",
        "gtsrb/GTSRB/Readme.txt",
        "gtsrb/GTSRB/Training/00000/1.ppm",
    ]
    finish(download("gtsrb", tmp_path))
    assert len(server.asked) == 3


def test_only_what_is_missing_is_downloaded(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve(server, monkeypatch, "gtsrb", GTSRB)
    (tmp_path / "gtsrb" / "GTSRB" / "Training").mkdir(parents=True)
    finish(download("gtsrb", tmp_path))
    assert [path for path, _ in server.asked] == [
        "/GTSRB_Final_Test_Images.zip",
        "/GTSRB_Final_Test_GT.zip",
    ]


def test_gzipped_files_are_unpacked_beside_themselves(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve(server, monkeypatch, "qmnist", [gzip.compress(b"%d" % at) for at in range(4)])
    finish(download("qmnist", tmp_path))
    raw = tmp_path / "QMNIST" / "raw"
    assert (raw / "qmnist-train-labels-idx2-int").read_bytes() == b"1"
    assert len(os.listdir(raw)) == 4
    assert is_present("qmnist", tmp_path)


def test_an_archive_of_gzipped_files_is_unpacked_twice(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaves = [Path(leaf).name for leaf in FILES["emnist"][0].leaves]
    packed = {f"gzip/{name}.gz": gzip.compress(name.encode()) for name in leaves}
    serve(server, monkeypatch, "emnist", [zipped(packed)])
    finish(download("emnist", tmp_path))
    assert is_present("emnist", tmp_path)
    assert sorted(os.listdir(tmp_path / "EMNIST" / "raw")) == sorted(leaves)


def test_plain_files_stay_as_they_are(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve(server, monkeypatch, "kmnist", [b"a", b"b", b"c", b"d"])
    finish(download("kmnist", tmp_path))
    assert files_below(tmp_path) == sorted(f"KMNIST/raw/{f.name}" for f in FILES["kmnist"])


def test_an_archive_that_cannot_be_unpacked_leaves_nothing_half_done(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve(server, monkeypatch, "gtsrb", [GTSRB[0][:-30], *GTSRB[1:]])
    with pytest.raises(UserError, match="damaged"):
        finish(download("gtsrb", tmp_path))
    assert files_below(tmp_path) == ["gtsrb/GTSRB-Training_fixed.zip"]
    assert not is_present("gtsrb", tmp_path)


def test_leaving_off_while_unpacking_leaves_nothing_half_done(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve(server, monkeypatch, "gtsrb", GTSRB)
    job = download("gtsrb", tmp_path)
    for event in job:
        if event.stage == "unpack":
            break
    job.close()
    assert files_below(tmp_path) == ["gtsrb/GTSRB-Training_fixed.zip"]
    finish(download("gtsrb", tmp_path))
    assert is_present("gtsrb", tmp_path)


def test_every_file_says_what_it_leaves() -> None:
    for name, files in FILES.items():
        for file in files:
            assert file.leaves, name
            assert all(leaf.startswith(file.folder) for leaf in file.leaves)
            assert (file.form is Form.PLAIN) == (file.leaves[0].endswith(file.name))
