"""Files that no data set should contain, written small."""

from __future__ import annotations

import struct
import wave
import zipfile
import zlib
from pathlib import Path

from PIL import Image


def write_good_pictures(folder: Path) -> None:
    """Two classes of six little pictures each, all different."""
    for name, red in (("ants", 200), ("bees", 40)):
        (folder / name).mkdir(parents=True)
        for number in range(6):
            picture = Image.new("RGB", (8, 8), (red, 10 * number, 0))
            picture.save(folder / name / f"{number}.png")


def write_endless_png(path: Path, side: int = 50_000) -> None:
    """A PNG file of a few bytes whose header promises a picture of many gigabytes."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + checksum

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1_000))
    content = chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + content)


def write_escaping_zip(path: Path) -> None:
    """An archive one of whose files would come to lie beside its folder."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a/1.png", b"")
        archive.writestr("../../escaped.txt", b"got out")


def write_bomb(path: Path, size: int) -> None:
    """An archive of a single file of zeros."""
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("a/zeros.png", "w") as file,
    ):
        for _ in range(size // 2**20):
            file.write(bytes(2**20))


def write_sound(path: Path, samples: int) -> None:
    """A tone, or nothing at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as sound:
        sound.setparams((1, 2, 8_000, 0, "NONE", ""))
        wave_form = (b"\x00\x10" * 4 + b"\x00\xf0" * 4) * (samples // 8 + 1)
        sound.writeframes(wave_form[: 2 * samples])
