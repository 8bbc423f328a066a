"""Well-known sets of pictures that are downloaded on request."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import Choice
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.content import Aim
from netstudio.tasks.sources.images import ImageSource, PictureFiles
from netstudio.tasks.sources.source import SOURCES

_NOT_STATED = QT_TRANSLATE_NOOP("netstudio", "not stated")
_RESEARCH = QT_TRANSLATE_NOOP("netstudio", "research only")


class DownloadedPictures(ImageSource):
    """Base of the sets that a person downloads once, into the data folder."""


class DownloadedPhotographs(PictureFiles):
    """Base of the sets whose pictures have many sizes and stay files."""

    aims = (Aim.CLASS,)


@SOURCES.register
class FashionMNIST(DownloadedPictures):
    """Zalando's pieces of clothing."""

    type = "fashion_mnist"
    label = QT_TRANSLATE_NOOP("netstudio", "Fashion-MNIST")
    help = QT_TRANSLATE_NOOP("netstudio", "70,000 pieces of clothing, grey, 28×28, 10 classes.")
    source = "Xiao et al., Fashion-MNIST: a novel image dataset, 2017"
    target = "data.downloads.digits.read_fashion_mnist"
    samples = 70_000
    download = 30_878_645
    licence = "MIT"


@SOURCES.register
class KMNIST(DownloadedPictures):
    """Cursive Japanese characters."""

    type = "kmnist"
    label = QT_TRANSLATE_NOOP("netstudio", "KMNIST characters")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "70,000 handwritten Japanese characters, grey, 28×28, 10 classes."
    )
    source = "Clanuwat et al., Deep learning for classical Japanese literature, 2018"
    search = ("Kuzushiji", "hiragana")
    target = "data.downloads.digits.read_kmnist"
    samples = 70_000
    download = 21_240_888
    licence = "CC BY-SA 4.0"


@SOURCES.register
class EMNIST(DownloadedPictures):
    """Handwritten letters and digits."""

    type = "emnist"
    label = QT_TRANSLATE_NOOP("netstudio", "EMNIST letters")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Handwritten letters and digits, grey, 28×28; six selections of them."
    )
    source = "Cohen et al., EMNIST: an extension of MNIST to handwritten letters, 2017"
    target = "data.downloads.digits.read_emnist"
    download = 561_753_746
    licence = _NOT_STATED

    selection: str = field(
        Choice(
            ("letters", "balanced", "digits", "bymerge", "byclass", "mnist"),
            labels=(
                QT_TRANSLATE_NOOP("netstudio", "26 letters"),
                QT_TRANSLATE_NOOP("netstudio", "Letters and digits, balanced"),
                QT_TRANSLATE_NOOP("netstudio", "Digits"),
                QT_TRANSLATE_NOOP("netstudio", "All, alike letters merged"),
                QT_TRANSLATE_NOOP("netstudio", "All 62 classes"),
                QT_TRANSLATE_NOOP("netstudio", "As many digits as MNIST"),
            ),
        ),
        default="letters",
        label=QT_TRANSLATE_NOOP("netstudio", "Selection"),
        help=QT_TRANSLATE_NOOP("netstudio", "Which letters and digits belong to it."),
    )


@SOURCES.register
class QMNIST(DownloadedPictures):
    """MNIST with its 50,000 lost test digits."""

    type = "qmnist"
    label = QT_TRANSLATE_NOOP("netstudio", "QMNIST digits")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "120,000 handwritten digits: MNIST with a test part of 60,000, grey, 28×28."
    )
    source = "Yadav and Bottou, Cold case: the lost MNIST digits, 2019"
    target = "data.downloads.arrays.read_qmnist"
    samples = 120_000
    download = 20_436_162
    licence = "BSD 3-Clause"


@SOURCES.register
class CIFAR10(DownloadedPictures):
    """Small colour pictures of ten things."""

    type = "cifar10"
    label = QT_TRANSLATE_NOOP("netstudio", "CIFAR-10")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "60,000 small photographs of 10 animals and vehicles, colour, 32×32."
    )
    source = "Krizhevsky, Learning multiple layers of features from tiny images, 2009"
    target = "data.downloads.arrays.read_cifar10"
    samples = 60_000
    download = 170_498_071
    licence = _NOT_STATED


@SOURCES.register
class CIFAR100(DownloadedPictures):
    """Small colour pictures of a hundred things."""

    type = "cifar100"
    label = QT_TRANSLATE_NOOP("netstudio", "CIFAR-100")
    help = QT_TRANSLATE_NOOP("netstudio", "60,000 small photographs of 100 things, colour, 32×32.")
    source = "Krizhevsky, Learning multiple layers of features from tiny images, 2009"
    target = "data.downloads.arrays.read_cifar100"
    samples = 60_000
    download = 169_001_437
    licence = _NOT_STATED


@SOURCES.register
class SVHN(DownloadedPictures):
    """House numbers from Street View."""

    type = "svhn"
    label = QT_TRANSLATE_NOOP("netstudio", "SVHN house numbers")
    help = QT_TRANSLATE_NOOP("netstudio", "99,289 digits of house numbers, colour, 32×32.")
    source = "Netzer et al., Reading digits in natural images, 2011"
    search = ("Street View",)
    target = "data.downloads.arrays.read_svhn"
    samples = 99_289
    download = 246_316_178
    licence = _RESEARCH


@SOURCES.register
class STL10(DownloadedPictures):
    """Photographs of ten things, of which few are labelled."""

    type = "stl10"
    label = QT_TRANSLATE_NOOP("netstudio", "STL-10")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "13,000 photographs of 10 animals and vehicles, colour, 96×96."
    )
    source = "Coates et al., An analysis of single-layer networks, 2011"
    target = "data.downloads.arrays.read_stl10"
    samples = 13_000
    download = 2_640_397_119
    licence = _NOT_STATED


@SOURCES.register
class GTSRB(DownloadedPhotographs):
    """German traffic signs."""

    type = "gtsrb"
    label = QT_TRANSLATE_NOOP("netstudio", "GTSRB traffic signs")
    help = QT_TRANSLATE_NOOP("netstudio", "German traffic signs in 43 classes, colour.")
    source = "Stallkamp et al., Man vs. computer: traffic sign recognition, 2012"
    target = "data.downloads.photographs.read_gtsrb"
    samples = 39_270
    download = 276_568_468
    licence = _NOT_STATED


@SOURCES.register
class OxfordPets(DownloadedPhotographs):
    """Breeds of cats and dogs."""

    type = "oxford_pets"
    label = QT_TRANSLATE_NOOP("netstudio", "Oxford-IIIT pets")
    help = QT_TRANSLATE_NOOP("netstudio", "7,349 photographs of 37 breeds of cats and dogs.")
    source = "Parkhi et al., Cats and dogs, 2012"
    target = "data.downloads.photographs.read_oxford_pets"
    samples = 7_349
    download = 811_092_049
    licence = "CC BY-SA 4.0"


@SOURCES.register
class Food101(DownloadedPhotographs):
    """Dishes on plates."""

    type = "food101"
    label = QT_TRANSLATE_NOOP("netstudio", "Food-101")
    help = QT_TRANSLATE_NOOP("netstudio", "101,000 photographs of 101 dishes.")
    source = "Bossard et al., Food-101: mining discriminative components, 2014"
    target = "data.downloads.photographs.read_food101"
    samples = 101_000
    download = 4_996_278_331
    licence = _RESEARCH


@SOURCES.register
class Flowers102(DownloadedPhotographs):
    """Flowers of the British Isles."""

    type = "flowers102"
    label = QT_TRANSLATE_NOOP("netstudio", "Oxford flowers")
    help = QT_TRANSLATE_NOOP("netstudio", "8,189 photographs of 102 kinds of flowers.")
    source = "Nilsback and Zisserman, Automated flower classification, 2008"
    target = "data.downloads.photographs.read_flowers102"
    samples = 8_189
    download = 344_878_000
    licence = _NOT_STATED


@SOURCES.register
class EuroSAT(DownloadedPhotographs):
    """Land use seen from a satellite."""

    type = "eurosat"
    label = QT_TRANSLATE_NOOP("netstudio", "EuroSAT")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "27,000 satellite pictures of 10 kinds of land use, colour, 64×64."
    )
    source = "Helber et al., EuroSAT: a novel dataset for land use classification, 2019"
    search = ("satellite", "Sentinel-2")
    target = "data.downloads.photographs.read_eurosat"
    samples = 27_000
    download = 94_658_721
    licence = "MIT"
