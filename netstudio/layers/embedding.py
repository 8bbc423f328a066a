"""Layers that make vectors: of token ids, of places in a sequence, of patches of a picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netstudio.core.declare import field
from netstudio.core.kinds import Choice, Flag, Integer, Size2d
from netstudio.core.layer import (
    LAYERS,
    Family,
    LayerContext,
    LayerDef,
    LoweredSlot,
    Objection,
    Raised,
    Role,
    Window,
)
from netstudio.core.spec import IMAGE, SEQUENCE, TOKENS, Call, TensorSpec, call
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.layers.divisors import nearest_divisor
from netstudio.layers.windows import times

_DIMENSIONS = QT_TRANSLATE_NOOP("netstudio", "{count} dimensions")
_LARGEST_VECTOR = 65_536


@LAYERS.register
class Embedding(LayerDef):
    """A learned vector for each token."""

    label = QT_TRANSLATE_NOOP("netstudio", "Embedding")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Looks up a learned vector for every word or sign; similar ones come close."
    )
    formula = "y[t] = E[x[t]]"
    source = "Bengio et al., A neural probabilistic language model, 2003"
    search = ("word vectors", "lookup", "token", "text")
    family = Family.ATTENTION
    target = "nn.Embedding"
    accepts = (TOKENS,)
    gives = SEQUENCE
    takes_ids = True
    adapts = True
    is_pointwise = True
    example = TensorSpec(TOKENS, (10,), "int64", 20)

    embedding_dim: int = field(
        Integer(1, _LARGEST_VECTOR),
        default=64,
        label=QT_TRANSLATE_NOOP("netstudio", "Dimensions"),
        help=QT_TRANSLATE_NOOP("netstudio", "How many numbers stand for each word or sign."),
    )
    mask_zero: bool = field(
        Flag(),
        default=False,
        label=QT_TRANSLATE_NOOP("netstudio", "Id 0 is padding"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Whether id 0 only fills up short texts: its vector is zero and is never learned.",
        ),
        argument=None,
        advanced=True,
    )

    def lower(self, x: TensorSpec, context: LayerContext, slots: Mapping[str, LoweredSlot]) -> Call:
        return call(
            self.target,
            num_embeddings=x.vocabulary,
            embedding_dim=self.embedding_dim,
            padding_idx=0 if self.mask_zero else None,
        )

    @classmethod
    def raised(cls, call: Call) -> Raised | None:
        plain = super().raised(call)
        padding = dict(call.arguments).get("padding_idx")
        if plain is None or padding not in (None, 0):
            return None
        return Raised({**plain.fields, "mask_zero": padding == 0}, {})

    def summary(self) -> tuple[Message, ...]:
        return (message(_DIMENSIONS, count=self.embedding_dim),)


@LAYERS.register
class PositionalEncoding(LayerDef):
    """Tells steps apart by their place."""

    label = QT_TRANSLATE_NOOP("netstudio", "PositionalEncoding")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Adds to each step a vector for its place; without it, attention does not know the order.",
    )
    formula = "y[t] = x[t] + p[t];  sinusoidal: p[t, 2i] = sin(t / 10000^(2i/d)), p[t, 2i+1] = cos"
    source = "Vaswani et al., Attention is all you need, 2017; learned: Gehring et al., 2017"
    search = ("position embedding", "sinusoidal", "order", "Transformer")
    family = Family.ATTENTION
    role = Role.PASSING
    is_pointwise = True
    accepts = (SEQUENCE,)
    reads = {"length": "time", "features": "features"}
    example = TensorSpec(SEQUENCE, (10, 6))

    encoding: str = field(
        Choice(
            ("sinusoidal", "learned"),
            (
                QT_TRANSLATE_NOOP("netstudio", "Sines and cosines"),
                QT_TRANSLATE_NOOP("netstudio", "Learned"),
            ),
        ),
        default="sinusoidal",
        label=QT_TRANSLATE_NOOP("netstudio", "Encoding"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "Fixed waves, from fast to slow, or a vector learned for each place."
        ),
        argument=None,
    )

    def lower(self, x: TensorSpec, context: LayerContext, slots: Mapping[str, LoweredSlot]) -> Call:
        plain = super().lower(x, context, slots)
        return Call(_POSITIONS[self.encoding], plain.arguments)

    @classmethod
    def raised(cls, call: Call) -> Raised | None:
        encoding = next(word for word, target in _POSITIONS.items() if target == call.target)
        return Raised({"encoding": encoding}, {})

    def summary(self) -> tuple[Message, ...]:
        if self.encoding == "learned":
            return (message(QT_TRANSLATE_NOOP("netstudio", "learned")),)
        return (message(QT_TRANSLATE_NOOP("netstudio", "sinusoidal")),)


_POSITIONS = {
    "sinusoidal": "modules.SinusoidalPositions",
    "learned": "modules.LearnedPositions",
}


@LAYERS.register
class PatchEmbedding(LayerDef):
    """A vector for each patch of a picture."""

    label = QT_TRANSLATE_NOOP("netstudio", "PatchEmbedding")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Cuts the picture into patches, row by row, and maps each to a vector: a sequence.",
    )
    formula = "y[t] = W · patchₜ + b"
    source = "Dosovitskiy et al., An image is worth 16x16 words, 2020"
    search = ("ViT", "patches", "Vision Transformer", "tokens")
    family = Family.ATTENTION
    target = "modules.PatchEmbedding"
    role = Role.LINEAR
    accepts = (IMAGE,)
    gives = SEQUENCE
    reads = {"in_channels": "channels"}
    example = TensorSpec(IMAGE, (3, 8, 12))

    embed_dim: int = field(
        Integer(1, _LARGEST_VECTOR),
        default=64,
        label=QT_TRANSLATE_NOOP("netstudio", "Dimensions"),
        help=QT_TRANSLATE_NOOP("netstudio", "How many numbers stand for each patch."),
    )
    patch_size: tuple[int, int] = field(
        Size2d(1, 1_024),
        default=(4, 4),
        label=QT_TRANSLATE_NOOP("netstudio", "Patch size"),
        help=QT_TRANSLATE_NOOP("netstudio", "Height and width of a patch."),
    )
    bias: bool = field(
        Flag(),
        default=True,
        label=QT_TRANSLATE_NOOP("netstudio", "Bias"),
        help=QT_TRANSLATE_NOOP("netstudio", "Whether a learned vector is added to each patch."),
        advanced=True,
    )

    def objections(self, x: TensorSpec, slots: Mapping[str, LoweredSlot]) -> Iterator[Objection]:
        size = x.sizes[1:]
        if any(side % patch for side, patch in zip(size, self.patch_size, strict=True)):
            yield Objection(
                "patches-do-not-fit",
                message(
                    QT_TRANSLATE_NOOP(
                        "netstudio",
                        "{layer} cannot cut pictures of {size} into patches of {patch} without a "
                        "rest. Choose a patch size that divides both sides.",
                    ),
                    layer=Message(self.label),
                    size=times(size),
                    patch=times(self.patch_size),
                ),
                "patch_size",
                ("patch_size", _fitting_patches(self.patch_size, size)),
            )

    def window(self, x: TensorSpec) -> Window:
        return Window(self.patch_size, self.patch_size, (1, 1))

    def summary(self) -> tuple[Message, ...]:
        template = QT_TRANSLATE_NOOP("netstudio", "patches of {size}")
        size = message(template, size=times(self.patch_size))
        return (size, message(_DIMENSIONS, count=self.embed_dim))


def _fitting_patches(patch: tuple[int, ...], size: tuple[int, ...]) -> tuple[int, ...]:
    """For each side of the patch the nearest number that divides that side of the picture."""
    return tuple(nearest_divisor(*both) for both in zip(patch, size, strict=True))


@LAYERS.register
class ClassToken(LayerDef):
    """One more step, which is learned."""

    label = QT_TRANSLATE_NOOP("netstudio", "ClassToken")
    help = QT_TRANSLATE_NOOP(
        "netstudio",
        "Puts a learned vector before the first step, in which attention gathers what the whole "
        "sequence says; SelectStep takes it out at the end.",
    )
    formula = "y = (c, x₁, …, xₙ)"
    source = "Devlin et al., BERT, 2018; Dosovitskiy et al., 2020"
    search = ("CLS", "ViT", "BERT", "prepend")
    family = Family.ATTENTION
    target = "modules.ClassToken"
    role = Role.PASSING
    is_pointwise = True
    accepts = (SEQUENCE,)
    reads = {"features": "features"}
    example = TensorSpec(SEQUENCE, (10, 6))
