"""The ready-made projects that are shipped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from netstudio import paths
from netstudio.core.files import SUFFIX, read_project
from netstudio.core.project import Project
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError


@dataclass(frozen=True)
class Template:
    """A shipped project.

    Attributes:
        name: Its file's name without the suffix.
        label: What people call it (marked text).
        help: What it is in one plain sentence (marked text).
        parameters: How many its network learns.
        seconds: How long its training took when it was measured, on two CPU cores; None where that
            depends on the user's data.
    """

    name: str
    label: str
    help: str
    parameters: int
    seconds: int | None = None

    @property
    def file(self) -> Path:
        """Where its project is."""
        return paths.resources() / "templates" / f"{self.name}{SUFFIX}"


TEMPLATES = (
    Template(
        "playground",
        QT_TRANSLATE_NOOP("netstudio", "Playground"),
        QT_TRANSLATE_NOOP(
            "netstudio", "Points in the plane: watch the boundary bend as the network learns."
        ),
        parameters=114,
        seconds=5,
    ),
    Template(
        "mnist-mlp",
        QT_TRANSLATE_NOOP("netstudio", "Classic MLP"),
        QT_TRANSLATE_NOOP(
            "netstudio",
            "Flatten, Linear, ReLU, Dropout, Linear: the first network of most courses.",
        ),
        parameters=25_450,
        seconds=10,
    ),
    Template(
        "lenet-5",
        QT_TRANSLATE_NOOP("netstudio", "LeNet-5"),
        QT_TRANSLATE_NOOP(
            "netstudio", "The digit reader of 1998: convolutions, tanh and mean pooling."
        ),
        parameters=61_706,
        seconds=40,
    ),
    Template(
        "mnist-cnn",
        QT_TRANSLATE_NOOP("netstudio", "Digits CNN"),
        QT_TRANSLATE_NOOP("netstudio", "Two convolutions that read digits at 99 %."),
        parameters=34_826,
        seconds=50,
    ),
    Template(
        "digits-mlp",
        QT_TRANSLATE_NOOP("netstudio", "Small digits"),
        QT_TRANSLATE_NOOP("netstudio", "A tiny network on tiny digits; done in seconds."),
        parameters=4_810,
        seconds=5,
    ),
    Template(
        "cifar-cnn",
        QT_TRANSLATE_NOOP("netstudio", "Small CNN"),
        QT_TRANSLATE_NOOP(
            "netstudio", "Two convolutions; a good start for a folder of small colour pictures."
        ),
        parameters=60_362,
    ),
    Template(
        "vgg",
        QT_TRANSLATE_NOOP("netstudio", "VGG style"),
        QT_TRANSLATE_NOOP("netstudio", "Blocks of two 3×3 convolutions, deeper and deeper."),
        parameters=551_466,
    ),
    Template(
        "resnet-20",
        QT_TRANSLATE_NOOP("netstudio", "ResNet-20"),
        QT_TRANSLATE_NOOP("netstudio", "Twenty layers deep, with shortcuts that cost no weights."),
        parameters=269_722,
    ),
    Template(
        "mobilenet",
        QT_TRANSLATE_NOOP("netstudio", "MobileNet style"),
        QT_TRANSLATE_NOOP(
            "netstudio", "Separable convolutions: nearly as good with a fraction of the work."
        ),
        parameters=136_394,
    ),
    Template(
        "inception",
        QT_TRANSLATE_NOOP("netstudio", "Inception blocks"),
        QT_TRANSLATE_NOOP(
            "netstudio", "Windows of several sizes look at the same picture side by side."
        ),
        parameters=13_574,
        seconds=30,
    ),
    Template(
        "densenet",
        QT_TRANSLATE_NOOP("netstudio", "DenseNet style"),
        QT_TRANSLATE_NOOP("netstudio", "Every layer sees what all layers before it have found."),
        parameters=40_250,
        seconds=270,
    ),
    Template(
        "se-net",
        QT_TRANSLATE_NOOP("netstudio", "Squeeze and excitation"),
        QT_TRANSLATE_NOOP("netstudio", "Learns which channels matter for the picture at hand."),
        parameters=20_342,
        seconds=65,
    ),
    Template(
        "tiny-vit",
        QT_TRANSLATE_NOOP("netstudio", "Tiny ViT"),
        QT_TRANSLATE_NOOP(
            "netstudio", "Cuts the picture into patches and lets them attend to each other."
        ),
        parameters=105_546,
        seconds=95,
    ),
    Template(
        "lstm-rows",
        QT_TRANSLATE_NOOP("netstudio", "LSTM by rows"),
        QT_TRANSLATE_NOOP(
            "netstudio", "Reads a picture row by row, as a text is read word by word."
        ),
        parameters=24_714,
        seconds=10,
    ),
    Template(
        "fashion-cnn",
        QT_TRANSLATE_NOOP("netstudio", "Clothes CNN"),
        QT_TRANSLATE_NOOP(
            "netstudio", "Three convolutions with batch normalisation, for small grey pictures."
        ),
        parameters=155_626,
        seconds=270,
    ),
    Template(
        "photo-cnn",
        QT_TRANSLATE_NOOP("netstudio", "Photographs of two kinds"),
        QT_TRANSLATE_NOOP(
            "netstudio",
            "Your own photographs, large and varied anew in each epoch; one output says which of "
            "two.",
        ),
        parameters=98_577,
    ),
    Template(
        "autoencoder-mlp",
        QT_TRANSLATE_NOOP("netstudio", "Dense autoencoder"),
        QT_TRANSLATE_NOOP(
            "netstudio", "Squeezes a digit into 32 numbers and draws it again from them."
        ),
        parameters=837_424,
        seconds=120,
    ),
    Template(
        "autoencoder-cnn",
        QT_TRANSLATE_NOOP("netstudio", "Convolutional autoencoder"),
        QT_TRANSLATE_NOOP(
            "netstudio", "The same with an eighth of the weights: convolutions down and up again."
        ),
        parameters=109_409,
        seconds=150,
    ),
    Template(
        "denoiser",
        QT_TRANSLATE_NOOP("netstudio", "U-Net denoiser"),
        QT_TRANSLATE_NOOP(
            "netstudio", "Takes noise off digits; skips carry what is fine past the narrow middle."
        ),
        parameters=56_849,
        seconds=200,
    ),
    Template(
        "tabular-mlp",
        QT_TRANSLATE_NOOP("netstudio", "Tabular MLP"),
        QT_TRANSLATE_NOOP(
            "netstudio", "Tells penguins apart by a table; takes your own tables as they are."
        ),
        parameters=1_059,
        seconds=5,
    ),
    Template(
        "table-regression",
        QT_TRANSLATE_NOOP("netstudio", "Table regression"),
        QT_TRANSLATE_NOOP(
            "netstudio", "Predicts a number from the columns of a table, such as a price."
        ),
        parameters=2_817,
        seconds=5,
    ),
    Template(
        "spoken-digits-cnn",
        QT_TRANSLATE_NOOP("netstudio", "Spoken digits CNN"),
        QT_TRANSLATE_NOOP(
            "netstudio", "Hears which digit is said, by looking at the sound's spectrogram."
        ),
        parameters=61_050,
        seconds=25,
    ),
    Template(
        "forecast-gru",
        QT_TRANSLATE_NOOP("netstudio", "Forecast GRU"),
        QT_TRANSLATE_NOOP(
            "netstudio", "Reads the last 24 hours and says how much fine dust the next one brings."
        ),
        parameters=4_929,
        seconds=10,
    ),
    Template(
        "sequence-cnn",
        QT_TRANSLATE_NOOP("netstudio", "Sequence CNN"),
        QT_TRANSLATE_NOOP(
            "netstudio", "Convolutions over time tell nine speakers apart by two vowels."
        ),
        parameters=12_841,
        seconds=5,
    ),
    Template(
        "text-lstm",
        QT_TRANSLATE_NOOP("netstudio", "Text LSTM"),
        QT_TRANSLATE_NOOP(
            "netstudio", "Reads messages word by word, in both directions, and finds the spam."
        ),
        parameters=281_602,
        seconds=100,
    ),
    Template(
        "text-cnn",
        QT_TRANSLATE_NOOP("netstudio", "Text CNN"),
        QT_TRANSLATE_NOOP(
            "netstudio", "Looks for telling groups of three words; fast, and good on any text."
        ),
        parameters=239_746,
        seconds=30,
    ),
    Template(
        "text-transformer",
        QT_TRANSLATE_NOOP("netstudio", "Text Transformer"),
        QT_TRANSLATE_NOOP(
            "netstudio", "Lets every word of a message attend to every other: an encoder block."
        ),
        parameters=248_386,
        seconds=90,
    ),
)


def project_from_template(name: str, project_name: str) -> Project:
    """A new project made from the template called ``name``.

    Raises:
        UserError: There is no such template.
    """
    template = next((template for template in TEMPLATES if template.name == name), None)
    if template is None:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio", "There is no template called {name}. Use one of: {known}."
            ),
            name=name,
            known=", ".join(template.name for template in TEMPLATES),
        )
    return replace(read_project(template.file), name=project_name)
