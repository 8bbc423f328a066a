"""Which files each downloaded data set consists of, as torchvision's classes name them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from netstudio import paths


class Form(Enum):
    """What is done with a file that has arrived."""

    PLAIN = auto()  # it stays as it is
    GZIP = auto()  # it is unpacked beside itself, less its suffix
    ARCHIVE = auto()  # its content comes into its folder
    GZIPS = auto()  # an archive of gzip files, each unpacked into its folder


@dataclass(frozen=True)
class RemoteFile:
    """A file on a server and what becomes of it in the data folder.

    Attributes:
        url: Where it is.
        md5: Its checksum.
        size: Its size in bytes.
        folder: Where it belongs, relative to the data folder.
        form: What is done with it.
        leaves: What is there when all is done, relative to the data folder.
    """

    url: str
    md5: str
    size: int
    folder: str
    form: Form
    leaves: tuple[str, ...]

    @property
    def name(self) -> str:
        """Its file name."""
        return self.url.rpartition("/")[2]

    def is_present(self, root: Path) -> bool:
        """Whether what it leaves is in the data folder."""
        return all(paths.exists(root / each) for each in self.leaves)


def _plain(base: str, name: str, md5: str, size: int, folder: str) -> RemoteFile:
    return RemoteFile(base + name, md5, size, folder, Form.PLAIN, (_in(folder, name),))


def _gzip(base: str, name: str, md5: str, size: int, folder: str) -> RemoteFile:
    return RemoteFile(
        base + name, md5, size, folder, Form.GZIP, (_in(folder, name.removesuffix(".gz")),)
    )


def _archive(base: str, name: str, md5: str, size: int, folder: str, *leaves: str) -> RemoteFile:
    inside = tuple(_in(folder, each) for each in leaves)
    return RemoteFile(base + name, md5, size, folder, Form.ARCHIVE, inside)


def _in(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


_FASHION = "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"
_KMNIST = "http://codh.rois.ac.jp/kmnist/dataset/kmnist/"
_EMNIST = "https://biometrics.nist.gov/cs_links/EMNIST/"
_QMNIST = "https://raw.githubusercontent.com/facebookresearch/qmnist/master/"
_CIFAR = "https://www.cs.toronto.edu/~kriz/"
_SVHN = "http://ufldl.stanford.edu/housenumbers/"
_STL10 = "http://ai.stanford.edu/~acoates/stl10/"
_GTSRB = "https://sid.erda.dk/public/archives/daaeac0d7ce1152aea9b61d9f1e19370/"
_PETS = "https://www.robots.ox.ac.uk/~vgg/data/pets/data/"
_FOOD = "http://data.vision.ee.ethz.ch/cvl/"
_FLOWERS = "https://www.robots.ox.ac.uk/~vgg/data/flowers/102/"
_EUROSAT = (
    "https://huggingface.co/datasets/torchgeo/eurosat/resolve/"
    "c877bcd43f099cd0196738f714544e355477f3fd/"
)

EMNIST_SPLITS = ("letters", "balanced", "digits", "bymerge", "byclass", "mnist")

_IDX_NAMES = (
    "train-images-idx3-ubyte.gz",
    "train-labels-idx1-ubyte.gz",
    "t10k-images-idx3-ubyte.gz",
    "t10k-labels-idx1-ubyte.gz",
)

# By the type of the data source.
FILES: dict[str, tuple[RemoteFile, ...]] = {
    "fashion_mnist": tuple(
        _plain(_FASHION, name, md5, size, "FashionMNIST/raw")
        for name, md5, size in zip(
            _IDX_NAMES,
            (
                "8d4fb7e6c68d591d4c3dfef9ec88bf0d",
                "25c81989df183df01b3e8a0aad5dffbe",
                "bef4ecab320f06d8554ea6380940ec79",
                "bb300cfdad3c16e7a12a480ee83cd310",
            ),
            (26_421_880, 29_515, 4_422_102, 5_148),
            strict=True,
        )
    ),
    "kmnist": tuple(
        _plain(_KMNIST, name, md5, size, "KMNIST/raw")
        for name, md5, size in zip(
            _IDX_NAMES,
            (
                "bdb82020997e1d708af4cf47b453dcf7",
                "e144d726b3acfaa3e44228e80efcd344",
                "5c965bf0a639b31b8f53240b1b52f4d7",
                "7320c461ea6c1c855c0b718fb2a4b134",
            ),
            (18_165_135, 29_497, 3_041_136, 5_120),
            strict=True,
        )
    ),
    "emnist": (
        RemoteFile(
            f"{_EMNIST}gzip.zip",
            "58c8d27c78d21e728a6bc7b3cc06412e",
            561_753_746,
            "EMNIST/raw",
            Form.GZIPS,
            tuple(
                f"EMNIST/raw/emnist-{split}-{part}-{kind}-ubyte"
                for split in EMNIST_SPLITS
                for part in ("train", "test")
                for kind in ("images-idx3", "labels-idx1")
            ),
        ),
    ),
    "qmnist": tuple(
        _gzip(_QMNIST, f"qmnist-{name}.gz", md5, size, "QMNIST/raw")
        for name, md5, size in (
            ("train-images-idx3-ubyte", "ed72d4157d28c017586c42bc6afe6370", 9_704_059),
            ("train-labels-idx2-int", "0058f8dd561b90ffdd0f734c6a30e5e4", 463_024),
            ("test-images-idx3-ubyte", "1394631089c404de565df7b7aeaf9412", 9_742_279),
            ("test-labels-idx2-int", "5b5b05890a5e13444e108efe57b788aa", 526_800),
        )
    ),
    "cifar10": (
        _archive(
            _CIFAR,
            "cifar-10-python.tar.gz",
            "c58f30108f718f92721af3b95e74349a",
            170_498_071,
            "",
            "cifar-10-batches-py",
        ),
    ),
    "cifar100": (
        _archive(
            _CIFAR,
            "cifar-100-python.tar.gz",
            "eb9058c3a382ffc7106e4002c42a8d85",
            169_001_437,
            "",
            "cifar-100-python",
        ),
    ),
    "svhn": (
        _plain(_SVHN, "train_32x32.mat", "e26dedcc434d2e4c54c9b2d4a06d8373", 182_040_794, ""),
        _plain(_SVHN, "test_32x32.mat", "eb5a983be6a315427106f1b164d9cef3", 64_275_384, ""),
    ),
    "stl10": (
        _archive(
            _STL10,
            "stl10_binary.tar.gz",
            "91f7769df0f17e558f3565bffb0c7dfb",
            2_640_397_119,
            "",
            "stl10_binary",
        ),
    ),
    "gtsrb": (
        _archive(
            _GTSRB,
            "GTSRB-Training_fixed.zip",
            "513f3c79a4c5141765e10e952eaa2478",
            187_490_228,
            "gtsrb",
            "GTSRB/Training",
        ),
        _archive(
            _GTSRB,
            "GTSRB_Final_Test_Images.zip",
            "c7e4e6327067d32654124b0fe9e82185",
            88_978_620,
            "gtsrb",
            "GTSRB/Final_Test/Images",
        ),
        _archive(
            _GTSRB,
            "GTSRB_Final_Test_GT.zip",
            "fe31e9c9270bbcd7b84b7f21a9d9d9e5",
            99_620,
            "gtsrb",
            "GT-final_test.csv",
        ),
    ),
    "oxford_pets": (
        _archive(
            _PETS,
            "images.tar.gz",
            "5c4f3ee8e5d25df40f4fd59a7f44e54c",
            791_918_971,
            "oxford-iiit-pet",
            "images",
        ),
        _archive(
            _PETS,
            "annotations.tar.gz",
            "95a8c909bbe2e81eed6a22bccdf3f68f",
            19_173_078,
            "oxford-iiit-pet",
            "annotations",
        ),
    ),
    "food101": (
        _archive(
            _FOOD,
            "food-101.tar.gz",
            "85eeb15f3717b99a5da872d97d918f87",
            4_996_278_331,
            "",
            "food-101",
        ),
    ),
    "flowers102": (
        _archive(
            _FLOWERS,
            "102flowers.tgz",
            "52808999861908f626f3c1f4e79d11fa",
            344_862_509,
            "flowers-102",
            "jpg",
        ),
        _plain(_FLOWERS, "imagelabels.mat", "e0620be6f572b9609742df49c70aed4d", 502, "flowers-102"),
        _plain(_FLOWERS, "setid.mat", "a5357ecc9cb78c4bef273ce3793fc85c", 14_989, "flowers-102"),
    ),
    "eurosat": (
        _archive(
            _EUROSAT,
            "EuroSAT.zip",
            "c8fa014336c82ac7804f0398fcb19387",
            94_658_721,
            "eurosat",
            "2750",
        ),
    ),
}


def is_present(name: str, data_root: Path | None = None) -> bool:
    """Whether all of a data set is in the data folder.

    Args:
        name: The type of its data source.
        data_root: The data folder; the user's own when left out.
    """
    root = data_folder(data_root)
    return all(file.is_present(root) for file in FILES[name])


def data_folder(data_root: Path | None) -> Path:
    """The data folder: the user's own where none is given."""
    return paths.user_data() if data_root is None else data_root
