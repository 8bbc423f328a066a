"""Archives become folders, whoever packed them; those that would do harm do none."""

from __future__ import annotations

import io
import os
import stat
import tarfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from netstudio.core.translate import UserError
from netstudio.engine.data.archives import budget
from netstudio.engine.data.archives.unpack import extract, unpack
from netstudio.engine.data.job import finish
from netstudio.engine.events import Preparing

FILES = {
    "photos/cats/1.txt": b"a cat",
    "photos/dogs/1.txt": b"a dog",
    "photos/dogs/deep/2.txt": b"another dog" * 100_000,
}


def make_zip(path: Path, files: dict[str, bytes], **options: int) -> Path:
    with zipfile.ZipFile(path, "w", options.get("method", zipfile.ZIP_DEFLATED)) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def make_tar(path: Path, files: dict[str, bytes]) -> Path:
    mode = {".gz": "w:gz", ".bz2": "w:bz2", ".xz": "w:xz", ".tgz": "w:gz"}.get(path.suffix, "w")
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, content in files.items():
            add(archive, name, content)
    return path


def add(archive: tarfile.TarFile, name: str, content: bytes = b"", **values: object) -> None:
    info = tarfile.TarInfo(name)
    info.size = len(content)
    for attribute, value in values.items():
        setattr(info, attribute, value)
    archive.addfile(info, io.BytesIO(content))


def files_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def complaint(archive: Path, root: Path) -> str:
    """The sentence of an archive that is refused, and which leaves nothing behind."""
    before = files_below(root.parent)
    with pytest.raises(UserError) as caught:
        finish(unpack(archive, root))
    assert files_below(root.parent) == before
    assert not [*root.rglob(".partial*")]
    line = str(caught.value)
    assert "\n" not in line
    assert str(archive) in line
    return line


MAKERS: dict[str, Callable[[Path, dict[str, bytes]], Path]] = {
    "p.zip": make_zip,
    "p.tar": make_tar,
    "p.tar.gz": make_tar,
    "p.tgz": make_tar,
    "p.tar.bz2": make_tar,
    "p.tar.xz": make_tar,
}


@pytest.mark.parametrize("name", MAKERS)
def test_every_form_becomes_a_folder_below_its_only_folder(name: str, tmp_path: Path) -> None:
    archive = MAKERS[name](tmp_path / name, FILES)
    root = tmp_path / "root"
    seen: list[Preparing] = []
    folder = finish(unpack(archive, root), seen.append)
    assert folder.name == "photos"
    assert folder.is_relative_to(root / "unpacked")
    assert files_below(folder.parent) == FILES
    assert [event for event in seen if event.stage == "unpack"][-1].done == os.path.getsize(archive)
    assert all(0 <= event.done <= event.total for event in seen)


def test_equal_content_is_unpacked_once_whatever_its_name(tmp_path: Path) -> None:
    archive = make_zip(tmp_path / "a.zip", FILES)
    first = finish(unpack(archive, tmp_path / "root"))
    (first / "cats" / "1.txt").write_text("still here")
    again = finish(unpack(archive, tmp_path / "root"))
    assert again == first
    assert (again / "cats" / "1.txt").read_text() == "still here"
    archive.unlink()
    other = finish(unpack(make_zip(archive, {"x/y.txt": b"", "z/y.txt": b""}), tmp_path / "root"))
    assert sorted(os.listdir(other)) == ["x", "z"]


def test_a_single_file_is_found_itself(tmp_path: Path) -> None:
    files = {"table.csv": b"a,b\n1,2\n", "__MACOSX/._table.csv": b"?", ".DS_Store": b"?"}
    found = finish(unpack(make_zip(tmp_path / "t.zip", files), tmp_path / "root"))
    assert found.name == "table.csv"
    assert found.read_bytes() == b"a,b\n1,2\n"


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "a/../../evil.txt",
        "/evil.txt",
        "\\evil.txt",
        "..\\evil.txt",
        "C:\\evil.txt",
        "c:evil.txt",
        "a/..",
    ],
)
@pytest.mark.parametrize("form", ["p.zip", "p.tar.gz"])
def test_no_name_leads_out_of_the_folder(name: str, form: str, tmp_path: Path) -> None:
    files = {"good.txt": b"good", name: b"evil"}
    archive = MAKERS[form](tmp_path / form, files)
    assert "outside its folder" in complaint(archive, tmp_path / "root")


def test_links_and_devices_are_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    kinds: dict[str, dict[str, object]] = {
        "symlink": {"type": tarfile.SYMTYPE, "linkname": str(tmp_path)},
        "hardlink": {"type": tarfile.LNKTYPE, "linkname": str(secret)},
        "pipe": {"type": tarfile.FIFOTYPE},
        "device": {"type": tarfile.CHRTYPE, "devmajor": 1, "devminor": 5},
    }
    for name, values in kinds.items():
        archive = tmp_path / f"{name}.tar"
        with tarfile.open(archive, "w") as tar:
            add(tar, name, b"", **values)
            add(tar, f"{name}/inside.txt", b"evil")
        assert f"({name})" in complaint(archive, tmp_path / "root")


def test_a_link_in_a_zip_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "l.zip", "w") as archive:
        archive.writestr(link, "/etc")
        archive.writestr("link/passwd", "evil")
    assert "a link or a device (link)" in complaint(tmp_path / "l.zip", tmp_path / "root")


@pytest.mark.parametrize("form", ["p.zip", "p.tar.gz", "p.tar.bz2", "p.tar.xz"])
def test_a_bomb_is_refused_before_it_fills_the_disk(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "_ALWAYS_ALLOWED", 2**20)
    archive = MAKERS[form](tmp_path / form, {"zeros": bytes(30 * 2**20)})
    assert "times as large" in complaint(archive, tmp_path / "root")


def test_a_bomb_that_hides_its_size_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "_ALWAYS_ALLOWED", 2**20)
    archive = make_zip(tmp_path / "b.zip", {"zeros": bytes(30 * 2**20)})
    content = archive.read_bytes()
    size = (30 * 2**20).to_bytes(4, "little")
    assert content.count(size) == 2
    archive.write_bytes(content.replace(size, (1000).to_bytes(4, "little")))
    assert complaint(archive, tmp_path / "root")


def test_what_does_not_fit_on_the_disk_is_said_beforehand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "netstudio.engine.data.archives.unpack.shutil.disk_usage",
        lambda _: SimpleNamespace(free=501 * 2**20),
    )
    archive = make_zip(tmp_path / "b.zip", {"large": os.urandom(2**21)})
    assert "does not fit on the disk" in complaint(archive, tmp_path / "root")


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "_MOST_MEMBERS", 3)
    archive = make_zip(tmp_path / "m.zip", {f"{n}.txt": b"" for n in range(4)})
    assert "more than 3 files" in complaint(archive, tmp_path / "root")


def test_an_endless_header_is_not_kept_in_memory(tmp_path: Path) -> None:
    for size, name in ((2**20, "long"), (2**25, "endless")):
        remark = {"comment": "x" * size}
        with tarfile.open(tmp_path / f"{name}.tar.gz", "w:gz", format=tarfile.PAX_FORMAT) as tar:
            add(tar, "file.txt", b"text", pax_headers=remark)
    finish(unpack(tmp_path / "long.tar.gz", tmp_path / "root"))
    assert "damaged" in complaint(tmp_path / "endless.tar.gz", tmp_path / "root")


def test_an_encrypted_zip_says_so(tmp_path: Path) -> None:
    archive = make_zip(tmp_path / "e.zip", {"a.txt": b"text"})
    content = bytearray(archive.read_bytes())
    for magic, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(magic) + at] |= 1
    archive.write_bytes(content)
    assert "password" in complaint(archive, tmp_path / "root")


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "text"])
def test_damaged_archives_are_named(name: str, damage: str, tmp_path: Path) -> None:
    archive = MAKERS[name](tmp_path / name, {**FILES, "noise": os.urandom(200_000)})
    content = bytearray(archive.read_bytes())
    if damage == "changed" and name == "p.tar":
        content[:512] = bytes(reversed(content[:512]))  # its files have no checksum
    middle = len(content) // 2
    damaged: dict[str, bytes | bytearray] = {
        "cut": content[:middle],
        "changed": content[:middle] + bytes(64) + content[middle + 64 :],
        "empty": b"",
        "text": b"this is no archive" * 100,
    }
    archive.write_bytes(damaged[damage])
    assert "damaged" in complaint(archive, tmp_path / "root")


def test_an_archive_that_is_no_file_is_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.zip")
    (tmp_path / "folder.zip").mkdir()
    for name in ("pipe.zip", "folder.zip", "absent.zip"):
        assert "could not be read" in complaint(tmp_path / name, tmp_path / "root")


def test_a_file_where_a_folder_should_be_is_refused(tmp_path: Path) -> None:
    archive = make_tar(tmp_path / "c.tar", {"a": b"file", "a/b": b"inside"})
    assert "could not be unpacked" in complaint(archive, tmp_path / "root")


def as_gbk(archive: Path, name: str) -> None:
    """Write the name as programs on Chinese systems do: in GBK, with no mark."""
    content = archive.read_bytes()
    archive.write_bytes(content.replace(b"x" * len(name.encode("gbk")), name.encode("gbk")))


@pytest.mark.parametrize("form", ["p.zip", "p.tar"])
def test_chinese_names_in_gbk_come_out_as_chinese(form: str, tmp_path: Path) -> None:
    name = "猫咪照片"
    placeholder = "x" * len(name.encode("gbk"))
    archive = MAKERS[form](tmp_path / form, {f"{placeholder}/1.txt": b"", "b/2.txt": b""})
    if form == "p.tar":
        fix = io.BytesIO()
        with tarfile.open(fileobj=fix, mode="w", encoding="gbk") as tar:
            add(tar, f"{name}/1.txt")
            add(tar, "b/2.txt")
        archive.write_bytes(fix.getvalue())
    else:
        as_gbk(archive, name)
    folder = finish(unpack(archive, tmp_path / "root"))
    assert sorted(os.listdir(folder)) == ["b", name]


def test_western_names_stay_what_they_are(tmp_path: Path) -> None:
    archive = make_zip(tmp_path / "w.zip", {"Mxller/1.txt": b"", "Gr\xfc\xdfe/1.txt": b""})
    archive.write_bytes(archive.read_bytes().replace(b"Mxller", "Müller".encode("cp437")))
    folder = finish(unpack(archive, tmp_path / "root"))
    assert sorted(os.listdir(folder)) == ["Grüße", "Müller"]


def test_cancelling_leaves_nothing(tmp_path: Path) -> None:
    archive = make_tar(tmp_path / "c.tar", {f"{n}.bin": os.urandom(2**20) for n in range(4)})
    job = unpack(archive, tmp_path / "root")
    for event in job:
        if event.stage == "unpack":
            break
    assert [*(tmp_path / "root" / "unpacked").iterdir()]
    job.close()
    assert not [*(tmp_path / "root" / "unpacked").iterdir()]


def test_an_unfinished_folder_of_a_killed_program_goes_some_day(tmp_path: Path) -> None:
    home = tmp_path / "root" / "unpacked"
    for name, age in ((".partial-old", 2 * 86_400), (".partial-new", 60)):
        (home / name).mkdir(parents=True)
        os.utime(home / name, (time.time() - age,) * 2)
    finish(unpack(make_zip(tmp_path / "a.zip", FILES), tmp_path / "root"))
    names = os.listdir(home)
    assert ".partial-old" not in names
    assert ".partial-new" in names


def test_very_long_chinese_archive_names_are_no_trouble(tmp_path: Path) -> None:
    archive = make_zip(tmp_path / ("数据" * 40 + ".zip"), FILES)
    folder = finish(unpack(archive, tmp_path / "root"))
    assert files_below(folder.parent) == FILES
    assert folder.parent.name.startswith("数据")


def test_a_tar_with_a_zip_in_it_is_a_tar(tmp_path: Path) -> None:
    inner = make_zip(tmp_path / "inner.zip", {"a.txt": b"a"})
    archive = make_tar(tmp_path / "o.tar", {"one.txt": b"1", "inner.zip": inner.read_bytes()})
    finish(extract(archive, tmp_path / "there"))
    assert sorted(os.listdir(tmp_path / "there")) == ["inner.zip", "one.txt"]
