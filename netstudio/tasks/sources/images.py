"""Sources of pictures."""

from __future__ import annotations

from typing import ClassVar

from netstudio.core.declare import field
from netstudio.core.kinds import AUTO, Auto, Choice, File, Folder, Integer, Text
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.content import Aim, Content
from netstudio.tasks.sources.source import SOURCES, SourceDef


class ImageSource(SourceDef):
    """Base of every source of pictures."""

    content = Content.IMAGES
    aims: ClassVar[tuple[Aim, ...]] = (Aim.CLASS,)


@SOURCES.register
class MNIST(ImageSource):
    """The handwritten digits of MNIST."""

    type = "mnist"
    label = QT_TRANSLATE_NOOP("netstudio", "MNIST digits")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "70,000 handwritten digits, grey, 28×28; shipped with netstudio."
    )
    source = "LeCun, Cortes and Burges, The MNIST database of handwritten digits"
    target = "data.images.idx.read_mnist"
    samples = 70_000
    licence = "CC BY-SA 3.0"


@SOURCES.register
class Digits(ImageSource):
    """The small digits of scikit-learn."""

    type = "digits"
    label = QT_TRANSLATE_NOOP("netstudio", "Small digits")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "1,797 handwritten digits, grey, 8×8, from scikit-learn; trains in seconds."
    )
    source = "Alpaydin and Kaynak, Optical recognition of handwritten digits, UCI, 1998"
    target = "data.images.digits.read_digits"
    samples = 1_797
    licence = "CC BY 4.0"


class PictureFiles(ImageSource):
    """Base of the sources whose pictures are files of the user's, of any size."""

    image_size: int | Auto = field(
        Integer(4, 1024, auto=True),
        default=AUTO,
        label=QT_TRANSLATE_NOOP("netstudio", "Image size"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Every picture is brought to a square of this many pixels; auto keeps a size that all "
            "share up to 256, and takes 64 otherwise.",
        ),
    )
    color: str = field(
        Choice(("auto", "grey", "rgb")),
        default="auto",
        label=QT_TRANSLATE_NOOP("netstudio", "Colour"),
        help=QT_TRANSLATE_NOOP("netstudio", "Grey or colour; auto is grey where all pictures are."),
    )
    fit: str = field(
        Choice(
            ("crop", "pad", "stretch"),
            (
                QT_TRANSLATE_NOOP("netstudio", "Crop to the middle"),
                QT_TRANSLATE_NOOP("netstudio", "Pad with black"),
                QT_TRANSLATE_NOOP("netstudio", "Stretch"),
            ),
        ),
        default="crop",
        label=QT_TRANSLATE_NOOP("netstudio", "Fit"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How pictures that are not square are brought to a square."
        ),
        advanced=True,
    )
    keep: str = field(
        Choice(
            ("auto", "memory", "disk"),
            (
                QT_TRANSLATE_NOOP("netstudio", "By their size"),
                QT_TRANSLATE_NOOP("netstudio", "In memory"),
                QT_TRANSLATE_NOOP("netstudio", "On the disk"),
            ),
        ),
        default="auto",
        label=QT_TRANSLATE_NOOP("netstudio", "Keep pixels"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Where decoded pictures are while training; more than 256 MB are read from the disk "
            "unless you say otherwise.",
        ),
        advanced=True,
    )


# What is chosen first stands in a base of its own, behind the other, because fields come in the
# order of the last base first.
class _ClassFolders(ImageSource):
    """Where pictures are that are sorted by class."""

    folder: str = field(
        Folder(),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "Folder"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "A folder that holds one folder for each class, or train, val and test of that kind.",
        ),
    )
    test_folder: str = field(
        Folder(),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "Test folder"),
        help=QT_TRANSLATE_NOOP("netstudio", "A folder of the same kind with the test pictures."),
    )


@SOURCES.register
class ImageFolder(PictureFiles, _ClassFolders):
    """Pictures sorted into one folder for each class."""

    type = "image_folder"
    label = QT_TRANSLATE_NOOP("netstudio", "Image folder")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Your own pictures, one folder for each class, named after the class."
    )
    search = ("ImageFolder", "flow_from_directory", "photos", "pictures")
    target = "data.images.folder.read_image_folder"
    path_field = "folder"
    is_folder = True


class _FolderWithTable(ImageSource):
    """Where pictures and their labels are."""

    folder: str = field(
        Folder(),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "Folder"),
        help=QT_TRANSLATE_NOOP("netstudio", "A folder with all the pictures."),
    )
    table: str = field(
        File((".csv", ".tsv", ".txt", ".xlsx", ".parquet")),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "Table of labels"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "A row for each picture: its file name and its label, or several labels with ; , or | "
            "between them. Empty for the only table in the folder.",
        ),
    )
    file_column: str = field(
        Text(),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "Column of file names"),
        help=QT_TRANSLATE_NOOP("netstudio", "Empty for the one that names the pictures."),
        advanced=True,
    )
    label_column: str = field(
        Text(),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "Column of labels"),
        help=QT_TRANSLATE_NOOP("netstudio", "Empty for the one that is called like labels."),
        advanced=True,
    )


@SOURCES.register
class LabelledImages(PictureFiles, _FolderWithTable):
    """Pictures in one folder, with a table of labels."""

    type = "labelled_images"
    label = QT_TRANSLATE_NOOP("netstudio", "Images with a table of labels")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Your own pictures in one folder, and a CSV file that says what each shows."
    )
    search = ("CSV", "annotations", "multi-label", "flow_from_dataframe")
    target = "data.images.labelled.read_labelled_images"
    path_field = "folder"
    is_folder = True
    aims = (Aim.CLASS, Aim.LABELS)


@SOURCES.register
class ImageArrays(ImageSource):
    """Pictures in a file of NumPy's."""

    type = "image_arrays"
    label = QT_TRANSLATE_NOOP("netstudio", "Image arrays")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Your own pictures as numbers, in a .npz or .npy file of NumPy's."
    )
    search = ("numpy", "npz", "npy", "x_train")
    target = "data.images.arrays.read_image_arrays"
    path_field = "file"
    aims = (Aim.CLASS, Aim.LABELS)

    file: str = field(
        File((".npz", ".npy")),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "File"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Pictures (N, H, W), (N, H, W, C) or (N, C, H, W); a .npz holds their labels, too, and "
            "may hold x_train, y_train, x_test and y_test.",
        ),
    )
    labels_file: str = field(
        File((".npy", ".npz")),
        default="",
        label=QT_TRANSLATE_NOOP("netstudio", "File of labels"),
        help=QT_TRANSLATE_NOOP("netstudio", "The labels of the pictures in a .npy file."),
    )
