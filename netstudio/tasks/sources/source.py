"""What a data source declares about itself."""

from __future__ import annotations

from typing import ClassVar

from netstudio.core.declare import Declared, Registry
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.content import Aim, Content


class SourceDef(Declared):
    """Base of every data source; ``target`` names the engine's function that reads it.

    Attributes:
        content: What its samples are.
        path_field: The field that names a file or folder of the user's; "" for built-in sets.
        is_folder: Whether that is a folder.
        in_data_folder: Whether the user has to put it into the data folder by hand.
        samples: How many samples it has, where that is known beforehand.
        download: How many bytes a person downloads once before it can be used; 0 for none.
        licence: Under which terms the data may be used, for built-in sets.
        aims: For which aims it has targets, besides the samples themselves; empty for any that its
            content allows.
    """

    content: ClassVar[Content]
    path_field: ClassVar[str] = ""
    is_folder: ClassVar[bool] = False
    in_data_folder: ClassVar[bool] = False
    samples: ClassVar[int | None] = None
    download: ClassVar[int] = 0
    licence: ClassVar[str] = ""
    aims: ClassVar[tuple[Aim, ...]] = ()

    @classmethod
    def serves(cls, content: Content, aim: Aim) -> bool:
        """Whether a task on this content with this aim can use it."""
        if cls.content is not content:
            return False
        return aim is Aim.ITSELF or not cls.aims or aim in cls.aims

    @property
    def path(self) -> str:
        """The user's file or folder; "" while none is chosen, and for built-in sets."""
        return str(getattr(self, self.path_field)) if self.path_field else ""


SOURCES: Registry[SourceDef] = Registry(QT_TRANSLATE_NOOP("netstudio", "data source"))
