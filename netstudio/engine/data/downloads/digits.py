"""MNIST's relatives: IDX files in torchvision's places."""

from __future__ import annotations

import string

from netstudio.engine.data.downloads.download import require_present
from netstudio.engine.data.images.idx import read_parts
from netstudio.engine.data.job import Job
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import RawData
from netstudio.tasks.sources.downloads import EMNIST

_CLOTHES = (
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot",
)
_KUZUSHIJI = ("o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo")

# Letters whose capital looks like the small one.
_ALIKE = frozenset("cijklmopsuvwxyz")
_ALL = tuple(sorted(string.digits + string.ascii_letters))
_UNLIKE = tuple(character for character in _ALL if character not in _ALIKE)
_EMNIST_CLASSES = {
    "letters": tuple(string.ascii_lowercase),
    "balanced": _UNLIKE,
    "digits": tuple(string.digits),
    "bymerge": _UNLIKE,
    "byclass": _ALL,
    "mnist": tuple(string.digits),
}


def read_fashion_mnist(reading: Reading) -> Job[RawData]:
    """The complete Fashion-MNIST."""
    folder = require_present(reading.source, reading.data_root) / "FashionMNIST" / "raw"
    return read_parts(folder / "train", folder / "t10k", _CLOTHES)


def read_kmnist(reading: Reading) -> Job[RawData]:
    """The complete KMNIST."""
    folder = require_present(reading.source, reading.data_root) / "KMNIST" / "raw"
    return read_parts(folder / "train", folder / "t10k", _KUZUSHIJI)


def read_emnist(reading: Reading) -> Job[RawData]:
    """One selection of EMNIST, turned upright."""
    source = reading.source
    assert isinstance(source, EMNIST)
    folder = require_present(source, reading.data_root) / "EMNIST" / "raw"
    return read_parts(
        folder / f"emnist-{source.selection}-train",
        folder / f"emnist-{source.selection}-test",
        _EMNIST_CLASSES[source.selection],
        first=1 if source.selection == "letters" else 0,
        is_turned=True,
    )
