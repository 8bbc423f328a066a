"""Which layers a search finds, the best first."""

from __future__ import annotations

from collections.abc import Iterable

from netstudio.core.layer import Family, LayerDef
from netstudio.core.spec import TensorSpec
from netstudio.gui.texts import known_as, listed, words

Layer = type[LayerDef]
Groups = tuple[tuple[Family, tuple[Layer, ...]], ...]

# How many letters two names must share at their beginning to say much the same.
_ALIKE = 4


def by_family(layers: Iterable[Layer]) -> Groups:
    """Layers in the palette's groups, each in the catalogue's order; no group is empty."""
    all_layers = tuple(layers)
    groups = (
        (family, tuple(cls for cls in all_layers if cls.family is family)) for family in Family
    )
    return tuple((family, members) for family, members in groups if members)


def fits(cls: Layer, x: TensorSpec | None) -> bool:
    """Whether a layer works on such an input, as far as its axes tell; yes where none is known."""
    if x is None or cls.slots:
        return True
    return cls.takes_ids == x.is_ids and (not cls.accepts or x.axes in cls.accepts)


def search(layers: Iterable[Layer], query: str) -> Groups:
    """What ``query`` finds: the best match first, with its family; the others of it follow."""
    wanted = _plain(query)
    found = [(rank, cls) for cls in layers if (rank := _rank(cls, wanted)) is not None]
    found.sort(key=lambda match: match[0])
    families = dict.fromkeys(cls.family for _, cls in found)
    return tuple(
        (family, tuple(cls for _, cls in found if cls.family is family)) for family in families
    )


def other_names(cls: Layer) -> str:
    """Names that a layer is known by and that its label does not give away."""
    own = _plain(words(cls.label))
    telling = [
        name
        for name in known_as(cls)
        if _plain(name)[:_ALIKE] != own[:_ALIKE] and not any(sign.isdigit() for sign in name)
    ]
    return listed(telling[:2])


def _rank(cls: Layer, wanted: str) -> int | None:
    """How well a layer matches, 0 best; None where it does not."""
    names = [_plain(name) for name in (words(cls.label), cls.type, cls.label)]
    others = [_plain(name) for name in (*cls.search, *known_as(cls))]
    about = [_plain(text) for text in (words(cls.family.label), cls.family, words(cls.help))]
    tests = (
        wanted in names,
        wanted in others,
        any(name.startswith(wanted) for name in names),
        any(name.startswith(wanted) for name in others),
        any(wanted in name for name in names + others),
        any(wanted in text for text in about),
    )
    return next((rank for rank, holds in enumerate(tests) if holds), None)


def _plain(text: str) -> str:
    """``text`` without case, spaces and signs, so that "max pool 2d" finds MaxPool2d."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())
