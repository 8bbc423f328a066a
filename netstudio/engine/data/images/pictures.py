"""From a picture file to bytes of a fixed shape; training and prediction both read this way."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError
from torch import Tensor

from netstudio.core.spec import TensorSpec

# As torchvision's ImageFolder has them.
PICTURE_SUFFIXES = frozenset(
    (".jpg", ".jpeg", ".png", ".ppm", ".bmp", ".pgm", ".tif", ".tiff", ".webp")
)
_GREY_MODES = frozenset(("1", "L", "LA", "La", "I", "F", "I;16", "I;16B", "I;16L", "I;16N"))
# The only ones that are decoded, whatever a file's name: PIL would run Ghostscript on others.
_FORMATS = ("BMP", "GIF", "JPEG", "PNG", "PPM", "TIFF", "WEBP")
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


class PictureError(Exception):
    """A file that cannot be read as a picture; the message says why."""


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
        raise PictureError(_reason(error)) from error


def read_picture(path: Path, sample: TensorSpec) -> Pixels:
    """Read a picture, turned as its EXIF says, scaled and cropped to the middle.

    Args:
        path: The file.
        sample: The shape wanted; 1 channel for grey, 3 for colour.

    Returns:
        Pixels (channels, height, width).

    Raises:
        PictureError: It cannot be read.
    """
    try:
        with _open(path) as image:
            # Lets the JPEG decoder skip detail that scaling would throw away.
            longest = 2 * max(sample.size("height"), sample.size("width"))
            image.draft(None, (longest, longest))
            return to_pixels(image, sample)
    except Exception as error:  # decoders raise whatever damaged files provoke
        raise PictureError(_reason(error)) from error


@contextmanager
def _open(path: Path) -> Iterator[Image.Image]:
    if not path.is_file():
        # A pipe would be waited for, and a folder is no picture.
        raise PictureError("there is no such file" if not path.exists() else "it is not a file")
    # Opened here, because PIL does not always close what it cannot read.
    with path.open("rb") as file, Image.open(file, formats=_FORMATS) as image:
        _require_size(image)
        yield image


def open_picture(picture: object, sample: TensorSpec) -> Pixels:
    """A picture in any of the forms that ``TrainedModel.predict`` takes; see ``read_picture``."""
    if isinstance(picture, str | Path):
        return read_picture(Path(picture), sample)
    if isinstance(picture, Image.Image):
        try:
            return to_pixels(picture, sample)
        except Exception as error:  # its file may only be decoded now
            raise PictureError(_reason(error)) from error
    if isinstance(picture, Tensor) and picture.dtype == torch.uint8:
        picture = (picture.movedim(0, -1) if picture.dim() == 3 else picture).cpu().numpy()
    if not isinstance(picture, np.ndarray) or picture.dtype != np.uint8:
        kind = getattr(picture, "dtype", type(picture).__name__)
        raise PictureError(f"it is {kind} instead of a path, an image or an array of uint8")
    if picture.ndim not in (2, 3):
        raise PictureError(f"an array of shape {picture.shape} is no picture")
    pixels = picture[..., 0] if picture.ndim == 3 and picture.shape[-1] == 1 else picture
    try:
        image = Image.fromarray(pixels)
    except (TypeError, ValueError) as error:
        raise PictureError(f"an array of shape {picture.shape} is no picture") from error
    return to_pixels(image, sample)


def to_pixels(image: Image.Image, sample: TensorSpec) -> Pixels:
    """Turn, scale and crop an open picture to the shape of ``sample``."""
    _require_size(image)
    mode = "L" if sample.size("channels") == 1 else "RGB"
    upright = _on_white(_eight_bit(_turned(image))).convert(mode)
    size = (sample.size("width"), sample.size("height"))
    if upright.size != size:
        upright = ImageOps.fit(upright, size, Image.Resampling.BILINEAR)
    pixels = np.asarray(upright, dtype=np.uint8)
    return pixels[None] if mode == "L" else np.ascontiguousarray(pixels.transpose(2, 0, 1))


def _require_size(image: Image.Image) -> None:
    pixels = image.width * image.height
    if not 0 < pixels <= _MOST_PIXELS:
        raise PictureError("it has too many pixels" if pixels else "it has no pixels")


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
    """Sixteen-bit grey as eight bits; PIL's own conversion would cut off instead of scale."""
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


def _reason(error: Exception) -> str:
    if isinstance(error, PictureError):
        return str(error)
    if isinstance(error, UnidentifiedImageError):
        return "it is no picture"
    if isinstance(error, Image.DecompressionBombError | Image.DecompressionBombWarning):
        return "it has too many pixels"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return "it is damaged"
