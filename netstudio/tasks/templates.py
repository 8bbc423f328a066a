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
    """

    name: str
    label: str
    help: str

    @property
    def file(self) -> Path:
        """Where its project is."""
        return paths.resources() / "templates" / f"{self.name}{SUFFIX}"


TEMPLATES = (
    Template(
        "mnist-mlp",
        QT_TRANSLATE_NOOP("netstudio", "Classic MLP"),
        QT_TRANSLATE_NOOP(
            "netstudio",
            "Flatten, Linear, ReLU, Dropout, Linear: the first network of most courses.",
        ),
    ),
    Template(
        "mnist-cnn",
        QT_TRANSLATE_NOOP("netstudio", "Digits CNN"),
        QT_TRANSLATE_NOOP("netstudio", "Two convolutions that read digits at 99 %."),
    ),
    Template(
        "digits-mlp",
        QT_TRANSLATE_NOOP("netstudio", "Small digits"),
        QT_TRANSLATE_NOOP("netstudio", "A tiny network on tiny digits; done in seconds."),
    ),
    Template(
        "cifar-cnn",
        QT_TRANSLATE_NOOP("netstudio", "Small CNN"),
        QT_TRANSLATE_NOOP(
            "netstudio", "Two convolutions; a good start for a folder of small colour pictures."
        ),
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
