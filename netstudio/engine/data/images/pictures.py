"""From a picture file to bytes of a fixed shape; training and prediction both read this way."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError
from torch import Tensor

from netstudio.core.spec import TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, message
from netstudio.engine.data.class_folders import UnreadableFile, system_reason
from netstudio.engine.data.images.shots import Thumbnails, is_photograph, thumbnail

# As torchvision's ImageFolder has them, and those of telephones.
PICTURE_SUFFIXES = frozenset(
    (".jpg", ".jpeg", ".png", ".ppm", ".bmp", ".pgm", ".tif", ".tiff", ".webp", ".heic", ".heif")
)
_GREY_MODES = frozenset(("1", "L", "LA", "La", "I", "F", "I;16", "I;16B", "I;16L", "I;16N"))
# The only ones that are decoded, whatever a file's name: PIL would run Ghostscript on others.
_FORMATS = ("BMP", "GIF", "JPEG", "PNG", "PPM", "TIFF", "WEBP")
_HEIF_SUFFIXES = frozenset((".heic", ".heif"))
# JPEGs are decoded at least this large, so that thumbnails tell them apart.
_LEAST_DETAIL = 64
_MOST_PIXELS = 89_478_485  # PIL's own limit, at which it only warns

_ORIENTATION = 0x0112
_SWAPS_SIDES = frozenset((5, 6, 7, 8))  # EXIF orientations that turn a picture by 90°
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

Pixels = NDArray[np.uint8]


class PictureError(UnreadableFile):
    """What cannot be read as a picture, and why."""


@dataclass(frozen=True)
class Seen:
    """A picture that was read from its file.

    Attributes:
        pixels: (channels, height, width).
        size: The width and the height that it has in its file, as shown.
        thumbnail: What its resemblance to other photographs is told from; None for small pictures.
    """

    pixels: Pixels
    size: tuple[int, int]
    thumbnail: Thumbnails | None


# PIL's remarks on odd files are not for users.
warnings.filterwarnings("ignore", module=r"PIL\.")
logging.getLogger("PIL").setLevel(logging.CRITICAL)


def inspect_picture(path: Path) -> tuple[int, int, bool]:
    """Height and width as shown, and whether it is grey, from as little of it as that takes.

    Raises:
        PictureError: It cannot be read.
    """
    try:
        with _open(path) as image:
            if image.format == "TIFF":
                image.load()  # PIL turns these itself, and when their size changes varies
            width, height = image.size
            if _orientation(image) in _SWAPS_SIDES:
                width, height = height, width
            return height, width, image.mode in _GREY_MODES
    except Exception as error:  # decoders raise whatever damaged files provoke
        raise _reason(error) from error


def read_picture(path: Path, sample: TensorSpec, fit: str = "crop") -> Pixels:
    """The pixels of a picture file; see ``see_picture``."""
    return see_picture(path, sample, fit).pixels


def see_picture(path: Path, sample: TensorSpec, fit: str = "crop") -> Seen:
    """Read a picture, turned as its EXIF says, brought to a shape.

    Args:
        path: The file.
        sample: The shape wanted; 1 channel for grey, 3 for colour.
        fit: How other proportions get there: ``crop`` to the middle, ``pad`` with black, or
            ``stretch``.

    Raises:
        PictureError: It cannot be read.
    """
    try:
        with _open(path) as image:
            size = image.size
            # Lets the JPEG decoder skip detail that scaling would throw away.
            longest = max(2 * max(sample.size("height"), sample.size("width")), _LEAST_DETAIL)
            image.draft(None, (longest, longest))
            upright = _upright(image)
            if _orientation(image) in _SWAPS_SIDES:
                size = size[::-1]
            small = thumbnail(upright) if is_photograph(*size) else None
            return Seen(_shaped(upright, sample, fit), size, small)
    except Exception as error:  # decoders raise whatever damaged files provoke
        raise _reason(error) from error


@contextmanager
def _open(path: Path) -> Iterator[Image.Image]:
    if not path.is_file():
        # A pipe would be waited for, and a folder is no picture.
        raise PictureError(message(_NOT_A_FILE if path.exists() else _NO_SUCH_FILE))
    if path.suffix.lower() in _HEIF_SUFFIXES and not _reads_heif():
        raise PictureError(message(_NEEDS_HEIF))
    # Opened here, because PIL does not always close what it cannot read.
    with path.open("rb") as file, Image.open(file, formats=_formats()) as image:
        _require_size(image)
        yield image


@cache
def _reads_heif() -> bool:
    """Whether the pictures of telephones can be read, which needs a library of its own."""
    if find_spec("pillow_heif") is None:
        return False
    import_module("pillow_heif").register_heif_opener()
    return True


def _formats() -> tuple[str, ...]:
    return (*_FORMATS, "HEIF") if _reads_heif() else _FORMATS


def open_picture(picture: object, sample: TensorSpec, fit: str = "crop") -> Pixels:
    """A picture in any of the forms that ``TrainedModel.predict`` takes; see ``see_picture``."""
    if isinstance(picture, str | Path):
        return read_picture(Path(picture), sample, fit)
    if isinstance(picture, Image.Image):
        try:
            return to_pixels(picture, sample, fit)
        except Exception as error:  # its file may only be decoded now
            raise _reason(error) from error
    if isinstance(picture, Tensor) and picture.dtype == torch.uint8:
        picture = (picture.movedim(0, -1) if picture.dim() == 3 else picture).cpu().numpy()
    if not isinstance(picture, np.ndarray) or picture.dtype != np.uint8:
        kind = getattr(picture, "dtype", type(picture).__name__)
        raise PictureError(message(_OF_ANOTHER_KIND, kind=kind))
    if picture.ndim not in (2, 3):
        raise PictureError(message(_OF_ANOTHER_SHAPE, shape=picture.shape))
    pixels = picture[..., 0] if picture.ndim == 3 and picture.shape[-1] == 1 else picture
    try:
        image = Image.fromarray(pixels)
    except (TypeError, ValueError) as error:
        raise PictureError(message(_OF_ANOTHER_SHAPE, shape=picture.shape)) from error
    return to_pixels(image, sample, fit)


def to_pixels(image: Image.Image, sample: TensorSpec, fit: str = "crop") -> Pixels:
    """Turn an open picture and bring it to the shape of ``sample``; see ``see_picture``."""
    _require_size(image)
    return _shaped(_upright(image), sample, fit)


def _upright(image: Image.Image) -> Image.Image:
    """Turned as its EXIF says, in eight bits, opaque."""
    return _on_white(_eight_bit(_turned(image)))


def _shaped(upright: Image.Image, sample: TensorSpec, fit: str) -> Pixels:
    mode = "L" if sample.size("channels") == 1 else "RGB"
    image = upright.convert(mode)
    size = (sample.size("width"), sample.size("height"))
    if image.size != size:
        match fit:
            case "pad":
                image = ImageOps.pad(image, size, Image.Resampling.BILINEAR)
            case "stretch":
                image = image.resize(size, Image.Resampling.BILINEAR)
            case _:
                image = ImageOps.fit(image, size, Image.Resampling.BILINEAR)
    pixels = np.asarray(image, dtype=np.uint8)
    return pixels[None] if mode == "L" else np.ascontiguousarray(pixels.transpose(2, 0, 1))


def _require_size(image: Image.Image) -> None:
    pixels = image.width * image.height
    if not 0 < pixels <= _MOST_PIXELS:
        raise PictureError(message(_TOO_LARGE if pixels else _EMPTY))


def _orientation(image: Image.Image) -> int | None:
    try:
        orientation: int | None = image.getexif().get(_ORIENTATION)
    except Exception:  # noqa: BLE001 (the picture may be fine where its remarks are damaged)
        return None
    return orientation


def _turned(image: Image.Image) -> Image.Image:
    """As its EXIF says; PIL's own function fails where the rest of the EXIF is damaged."""
    image.load()  # PNG has its EXIF behind the pixels
    turn = _TURNS.get(_orientation(image) or 1)
    return image if turn is None else image.transpose(turn)


def _eight_bit(image: Image.Image) -> Image.Image:
    """Deeper grey as eight bits; PIL's own conversion would cut off instead of scale."""
    if image.mode == "F":
        # Either shares from 0 to 1, or the numbers of bytes.
        values = np.nan_to_num(np.asarray(image))
        scale = 255 if float(values.max(initial=0)) <= 1 else 1
        return Image.fromarray((values * scale).clip(0, 255).astype(np.uint8))
    if not image.mode.startswith("I"):
        return image
    values = np.asarray(image)
    deep = image.mode != "I" or int(values.max(initial=0)) > 255
    return Image.fromarray((values // 256 if deep else values).clip(0, 255).astype(np.uint8))


def _on_white(image: Image.Image) -> Image.Image:
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image
    opaque = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", opaque.size, "white"), opaque)


def _reason(error: Exception) -> PictureError:
    if isinstance(error, PictureError):
        return error
    if isinstance(error, UnidentifiedImageError):
        return PictureError(message(_NO_PICTURE))
    if isinstance(error, Image.DecompressionBombError | Image.DecompressionBombWarning):
        return PictureError(message(_TOO_LARGE))
    if isinstance(error, OSError) and error.strerror:
        return PictureError(system_reason(error))
    return PictureError(message(_DAMAGED))


# Each ends a sentence or stands in brackets.
_NO_PICTURE = QT_TRANSLATE_NOOP("netstudio", "it is no picture")
_DAMAGED = QT_TRANSLATE_NOOP("netstudio", "it is damaged")
_TOO_LARGE = QT_TRANSLATE_NOOP("netstudio", "it has too many pixels")
_EMPTY = QT_TRANSLATE_NOOP("netstudio", "it has no pixels")
_NO_SUCH_FILE = QT_TRANSLATE_NOOP("netstudio", "there is no such file")
_NOT_A_FILE = QT_TRANSLATE_NOOP("netstudio", "it is not a file")
_NEEDS_HEIF = QT_TRANSLATE_NOOP("netstudio", "reading it needs the Python package pillow-heif")
_OF_ANOTHER_KIND = QT_TRANSLATE_NOOP(
    "netstudio", "it is {kind} instead of a path, an image or an array of uint8"
)
_OF_ANOTHER_SHAPE = QT_TRANSLATE_NOOP("netstudio", "an array of shape {shape} is no picture")
