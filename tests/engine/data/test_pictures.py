"""Every usual kind of picture file becomes the pixels that a person sees."""

from __future__ import annotations

import io
import random
import struct
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image

from netstudio.core.spec import IMAGE, TensorSpec
from netstudio.engine.data.images.pictures import (
    PictureError,
    inspect_picture,
    open_picture,
    read_picture,
)
from tests.damage import damaged, peak_memory
from tests.pictures import colour, encoded, noise

GREY = TensorSpec(IMAGE, (1, 6, 12))
COLOUR = colour(6, 12)
ORIENTATION = 0x0112

# What a picture stored with each EXIF orientation looks like, in numpy's words.
TURNS: dict[int, Callable[[NDArray[np.uint8]], NDArray[np.uint8]]] = {
    1: lambda stored: stored,
    2: lambda stored: stored[:, ::-1],
    3: lambda stored: stored[::-1, ::-1],
    4: lambda stored: stored[::-1],
    5: lambda stored: stored.swapaxes(0, 1),
    6: lambda stored: np.rot90(stored, -1),
    7: lambda stored: np.rot90(stored, 2).swapaxes(0, 1),
    8: lambda stored: np.rot90(stored),
}


def four_colours() -> NDArray[np.uint8]:
    """A picture that looks different however it is turned; smooth enough for JPEG."""
    stored = np.zeros((16, 32, 3), np.uint8)
    stored[:8, :16] = (250, 250, 250)
    stored[:8, 16:] = (250, 10, 10)
    stored[8:, :16] = (10, 250, 10)
    return stored


def assert_close(found: NDArray[np.uint8], expected: NDArray[np.uint8], within: int = 6) -> None:
    assert found.shape == expected.shape
    assert np.abs(found.astype(int) - expected).max() <= within


@pytest.mark.parametrize("orientation", TURNS)
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tiff", ".webp"])
def test_a_picture_is_turned_as_its_exif_says(
    tmp_path: Path, suffix: str, orientation: int
) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    options: dict[str, object] = {"exif": exif}
    if suffix in (".jpg", ".webp"):
        options["quality"] = 100
    if suffix == ".jpg":
        options["subsampling"] = 0
    stored = four_colours()
    path = encoded(Image.fromarray(stored), tmp_path / f"a{suffix}", **options)
    shown = TURNS[orientation](stored)
    height, width = shown.shape[:2]
    assert inspect_picture(path) == (height, width, False)
    found = read_picture(path, colour(height, width))
    # Lossy WebP halves the colour's resolution.
    edge = 2 if suffix == ".webp" else 0
    middle = slice(edge, 8 - edge)
    assert_close(found[:, middle, middle], shown.transpose(2, 0, 1)[:, middle, middle])


def test_a_turned_picture_with_damaged_remarks_is_still_turned(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[0x010F] = "Maker"
    whole = exif.tobytes()
    # The maker's name, a text, pretends to be a rational number.
    text, rational = (bytes((0x01, 0x0F, 0, kind)) for kind in (2, 5))
    assert text in whole
    stored = four_colours()
    path = encoded(
        Image.fromarray(stored), tmp_path / "a.jpg", exif=whole.replace(text, rational), quality=100
    )
    found = read_picture(path, colour(32, 16))
    assert_close(found[:, :6, :6], TURNS[6](stored).transpose(2, 0, 1)[:, :6, :6])


@pytest.mark.parametrize("suffix", [".png", ".bmp", ".webp", ".tif", ".tiff", ".ppm"])
def test_lossless_files_keep_every_pixel(tmp_path: Path, suffix: str) -> None:
    pixels = noise(6, 12, 3)
    options = {"lossless": True} if suffix == ".webp" else {}
    path = encoded(Image.fromarray(pixels), tmp_path / f"a{suffix}", **options)
    assert inspect_picture(path) == (6, 12, False)
    assert np.array_equal(read_picture(path, COLOUR), pixels.transpose(2, 0, 1))


@pytest.mark.parametrize("suffix", [".png", ".bmp", ".tif", ".pgm"])
def test_grey_files_keep_every_pixel(tmp_path: Path, suffix: str) -> None:
    pixels = noise(6, 12)
    path = encoded(Image.fromarray(pixels), tmp_path / f"a{suffix}")
    assert inspect_picture(path) == (6, 12, True)
    assert np.array_equal(read_picture(path, GREY), pixels[None])
    assert np.array_equal(read_picture(path, COLOUR), np.stack([pixels] * 3))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "YCbCr", "HSV"])
@pytest.mark.parametrize("sample", [GREY, COLOUR], ids=["grey", "colour"])
def test_a_picture_of_any_mode_becomes_the_shape_that_is_wanted(
    mode: str, sample: TensorSpec
) -> None:
    pixels = open_picture(Image.fromarray(noise(9, 9, 3)).convert("RGB").convert(mode), sample)
    assert pixels.dtype == np.uint8
    assert pixels.shape == sample.sizes


def test_a_palette_shows_its_colours(tmp_path: Path) -> None:
    image = Image.new("P", (12, 6), 3)
    image.putpalette([0, 0, 0] * 3 + [200, 100, 50] + [0, 0, 0] * 252)
    path = encoded(image, tmp_path / "a.png")
    assert inspect_picture(path) == (6, 12, False)
    assert read_picture(path, COLOUR)[:, 3, 3].tolist() == [200, 100, 50]


def test_the_transparent_colour_of_a_palette_is_white(tmp_path: Path) -> None:
    image = Image.new("P", (12, 6), 3)
    image.putpalette([0, 0, 0] * 256)
    path = encoded(image, tmp_path / "a.png", transparency=3)
    assert read_picture(path, COLOUR).min() == 255


@pytest.mark.parametrize(("alpha", "expected"), [(0, 255), (255, 0), (128, 127)])
def test_what_is_transparent_shows_white_behind_it(
    tmp_path: Path, alpha: int, expected: int
) -> None:
    for mode, black in (("RGBA", (0, 0, 0, alpha)), ("LA", (0, alpha))):
        path = encoded(Image.new(mode, (12, 6), black), tmp_path / f"{mode}.png")
        for sample in (GREY, COLOUR):
            assert set(read_picture(path, sample).flat) == {expected}


def test_a_jpeg_made_for_printing_shows_its_colours(tmp_path: Path) -> None:
    path = encoded(Image.new("CMYK", (12, 6), (0, 255, 255, 0)), tmp_path / "a.jpg", quality=100)
    red = read_picture(path, COLOUR)[:, 3, 3]
    assert_close(red, np.array([255, 0, 0], np.uint8))


@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_sixteen_bits_are_scaled_and_not_cut_off(tmp_path: Path, suffix: str) -> None:
    values = np.linspace(0, 65_535, 72).astype(np.uint16).reshape(6, 12)
    path = encoded(Image.fromarray(values), tmp_path / f"a{suffix}")
    assert inspect_picture(path) == (6, 12, True)
    assert np.array_equal(read_picture(path, GREY)[0], values // 256)


def test_a_photograph_is_cropped_to_its_middle_and_not_squeezed() -> None:
    wide = np.zeros((10, 30, 3), np.uint8)
    wide[:, 10:20] = 255
    assert open_picture(wide, colour(10, 10)).min() == 255
    assert open_picture(wide.swapaxes(0, 1), colour(10, 10)).min() == 255


def test_a_large_jpeg_that_is_made_small_keeps_its_look(tmp_path: Path) -> None:
    stored = np.kron(four_colours(), np.ones((64, 64, 1), np.uint8))
    path = encoded(Image.fromarray(stored), tmp_path / "a.jpg", quality=95)
    found = read_picture(path, colour(16, 32))
    assert_close(found[:, 2:6, 2:14], four_colours().transpose(2, 0, 1)[:, 2:6, 2:14])


@pytest.mark.parametrize(
    "picture",
    [
        noise(6, 12),
        noise(6, 12, 1),
        noise(6, 12, 3),
        noise(6, 12, 3)[::-1],
        torch.from_numpy(noise(6, 12)),
        torch.from_numpy(noise(1, 6, 12)),
        torch.from_numpy(noise(3, 6, 12)),
    ],
    ids=lambda picture: f"{type(picture).__name__}{tuple(picture.shape)}",
)
def test_arrays_and_tensors_are_pictures_too(
    picture: NDArray[np.uint8] | torch.Tensor,
) -> None:
    values = np.asarray(picture)
    if isinstance(picture, torch.Tensor) and picture.dim() == 3:
        values = values.transpose(1, 2, 0)
    expected = np.broadcast_to(values.reshape(6, 12, -1).transpose(2, 0, 1), (3, 6, 12))
    assert np.array_equal(open_picture(picture, COLOUR), expected)


@pytest.mark.parametrize(
    "picture",
    [
        None,
        3,
        b"bytes",
        object(),
        noise(6, 12, 3).astype(np.float32),
        noise(6),
        noise(2, 6, 12, 3),
        noise(6, 12, 5),
        noise(0, 12),
        noise(6, 0, 3),
        np.array(3, np.uint8),
        np.array(["a"]),
        torch.rand(3, 6, 12),
        torch.rand(3, 6, 12).bfloat16(),
        torch.tensor(3, dtype=torch.uint8),
        torch.zeros(2, 3, 6, 12, dtype=torch.uint8),
        Image.new("RGB", (0, 6)),
        "a" * 5_000,
        "a\0b",
        "\ud800",
        "",
        Path(),
    ],
    ids=lambda picture: f"{type(picture).__name__}-{getattr(picture, 'shape', '')}",
)
def test_anything_else_is_refused_with_a_reason(picture: object) -> None:
    with pytest.raises(PictureError, match=r"\w"):
        open_picture(picture, COLOUR)


def test_an_open_image_whose_file_is_cut_off_is_refused(tmp_path: Path) -> None:
    path = encoded(Image.fromarray(noise(60, 60, 3)), tmp_path / "a.png")
    path.write_bytes(path.read_bytes()[:5_000])
    with Image.open(path) as image, pytest.raises(PictureError, match="damaged"):
        open_picture(image, COLOUR)


def test_a_file_that_would_start_another_program_is_no_picture(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n")
    with pytest.raises(PictureError, match="no picture"):
        read_picture(path, COLOUR)


def png_that_claims(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose header promises many pixels."""

    def chunk(name: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + check

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    content = zlib.compress(bytes(100_000))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", content)
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("side", [9_500, 12_000, 50_000, 2**31 - 1])
def test_a_small_file_that_promises_too_many_pixels_is_refused_at_once(
    tmp_path: Path, side: int
) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(png_that_claims(side, side))
    began, before = time.monotonic(), peak_memory()
    for look in (lambda: read_picture(path, COLOUR), lambda: inspect_picture(path)):
        with pytest.raises(PictureError, match="too many pixels"):
            look()
    assert time.monotonic() - began < 5
    assert peak_memory() - before < 100 * 2**20


SUFFIXES = ("PNG", "JPEG", "BMP", "WEBP", "TIFF", "PPM", "GIF")


@pytest.mark.parametrize("format_name", SUFFIXES)
def test_damaged_bytes_give_a_picture_or_a_reason(tmp_path: Path, format_name: str) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    written = io.BytesIO()
    Image.fromarray(noise(20, 30, 3)).save(written, format_name, exif=exif)
    whole, path = written.getvalue(), tmp_path / "damaged"
    rng = random.Random(0)
    for _ in range(500):
        path.write_bytes(damaged(whole, rng))
        for look in (inspect_picture, lambda path: read_picture(path, COLOUR)):
            with suppress(PictureError):
                look(path)
