"""From texts to the numbers of their tokens; part of the trained model."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
import torch
from torch import Tensor

from netstudio.core.kinds import AUTO
from netstudio.core.spec import TOKENS, TensorSpec
from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError
from netstudio.engine.data.class_folders import UnreadableFile
from netstudio.engine.data.input_names import input_name
from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Inputs, Records
from netstudio.engine.data.texts.folder import read_text
from netstudio.engine.data.texts.inputs import Texts
from netstudio.engine.data.texts.oddities import LONGEST, is_blank
from netstudio.engine.data.texts.tokens import (
    KINDS,
    PADDING,
    SPECIAL,
    Cutting,
    usual_kind,
    with_vocabulary,
)
from netstudio.engine.events import Preparing
from netstudio.tasks.preparation import PreparationDef
from netstudio.tasks.preparation.texts import LARGEST_VOCABULARY, LONGEST_TEXT, TextPreparation

START, END = "start", "end"
# Auto takes the length that this share of the training texts does not exceed, within bounds.
_COVERED = 0.95
_SHORTEST_AUTO, _LONGEST_AUTO = 8, 512
_AT_ONCE = 512


@dataclass(frozen=True)
class TextPreprocessing:
    """Texts to token ids, filled up with zeros at their end.

    Attributes:
        cutting: How a text becomes tokens, and which there are.
        length: How many tokens of a text are read.
        keeps: Which part of longer texts: their ``start`` or their ``end``.
    """

    cutting: Cutting
    length: int
    keeps: str = START

    @property
    def sample(self) -> TensorSpec:
        return TensorSpec(TOKENS, (self.length,), "int64", len(self.cutting.vocabulary))

    @property
    def noise(self) -> float:
        return 0.0

    @classmethod
    def fit(cls, train: Records, options: PreparationDef) -> Job[Self]:
        """Learn the vocabulary and the usual length.

        Raises:
            UserError: There is no token in the texts that is frequent enough.
        """
        assert isinstance(train.inputs, Texts)
        assert isinstance(options, TextPreparation)
        texts = train.inputs.texts
        kind = usual_kind(texts) if options.tokens == AUTO else options.tokens
        bare = Cutting(kind, options.lower_case, options.decode_entities)
        cutting = yield from with_vocabulary(
            bare, texts, options.vocabulary_size, options.minimum_count
        )
        if len(cutting.vocabulary) == len(SPECIAL):
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "No token occurs {count} times in the {texts} training texts, so there is "
                    "nothing to learn from. Lower the minimum count, or add texts.",
                ),
                count=options.minimum_count,
                texts=len(texts),
            )
        if options.length != AUTO:
            return cls(cutting, options.length, options.keeps)
        length = yield from _usual_length(cutting, texts)
        return cls(cutting, length, options.keeps)

    def encode(self, inputs: Inputs) -> Job[Tensor]:
        """The token ids of every text: (N, length) of the smallest type that holds them."""
        assert isinstance(inputs, Texts)
        stored = np.full((len(inputs), self.length), PADDING, self._type)
        for start in range(0, len(inputs), _AT_ONCE):
            yield Preparing("encode texts", start, len(inputs))
            block = self.cutting.ids(inputs.texts[start : start + _AT_ONCE])
            for at, ids in enumerate(block, start):
                kept = self._kept(ids)
                stored[at, : len(kept)] = kept
        yield Preparing("encode texts", len(inputs), len(inputs))
        return torch.from_numpy(stored)

    def on(self, device: torch.device, channels_last: bool = False) -> Callable[[Tensor], Tensor]:
        """The function that makes the network's input of stored ids: int64 (N, length)."""
        return lambda ids: ids.to(torch.int64)

    def read(self, given: object, number: int | None = None) -> Tensor:
        """A text as it would be stored: its token ids (length,).

        Args:
            given: The text, or the path of a text file.
            number: Which of several inputs it is, counted from 1.

        Raises:
            UserError: It is neither, cannot be read, or is empty.
        """
        name = input_name(given, number)
        try:
            text = read_text(given) if isinstance(given, Path) else given
        except UnreadableFile as error:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio", "{text} cannot be read: {reason}. Choose a text file."
                ),
                text=name,
                reason=error.reason,
            ) from error
        if not isinstance(text, str):
            raise UserError(
                QT_TRANSLATE_NOOP("netstudio", "{text} is {kind}, not a text. Give a text."),
                text=name,
                kind=type(given).__name__,
            )
        if is_blank(text):
            raise UserError(
                QT_TRANSLATE_NOOP("netstudio", "{text} is empty. Give a text with words in it."),
                text=name,
            )
        stored = np.full(self.length, PADDING, self._type)
        kept = self._kept(self.cutting.ids([text[:LONGEST]])[0])
        stored[: len(kept)] = kept
        return torch.from_numpy(stored)

    def first_read(self, tokens: int) -> int:
        """The number of the first token that is read, of a text that has so many."""
        return max(tokens - self.length, 0) if self.keeps == END else 0

    @property
    def _type(self) -> type[np.integer[Any]]:
        size = len(self.cutting.vocabulary)
        fitting = (kind for kind in (np.uint8, np.int16) if size <= np.iinfo(kind).max + 1)
        return next(fitting, np.int32)

    def _kept(self, ids: Sequence[int]) -> Sequence[int]:
        first = self.first_read(len(ids))
        return ids[first : first + self.length]

    def as_json(self) -> dict[str, Any]:
        cutting = self.cutting
        return {
            "tokens": cutting.kind,
            "lower_case": cutting.lower_case,
            "decode_entities": cutting.decode_entities,
            "length": self.length,
            "keeps": self.keeps,
            "vocabulary": list(cutting.vocabulary),
            "merges": [list(merge) for merge in cutting.merges],
        }

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        try:
            kind, keeps, length = raw["tokens"], raw["keeps"], raw["length"]
            vocabulary = tuple(raw["vocabulary"])
            merges = tuple((left, right) for left, right in raw["merges"])
            cutting = Cutting(
                kind, bool(raw["lower_case"]), bool(raw["decode_entities"]), vocabulary, merges
            )
        except (KeyError, TypeError) as error:
            raise ValueError(f"incomplete preprocessing: {error}") from error
        if kind not in KINDS or keeps not in (START, END):
            raise ValueError(f"tokens {kind!r} of which the {keeps!r} is kept")
        if isinstance(length, bool) or not isinstance(length, int):
            raise ValueError("a length that is no whole number")
        if not 1 <= length <= LONGEST_TEXT:
            raise ValueError(f"texts of {length} tokens")
        _check_vocabulary(cutting)
        return cls(cutting, length, keeps)


def _check_vocabulary(cutting: Cutting) -> None:
    """Make sure that a tokenizer can be made of what a file says.

    Raises:
        ValueError: It cannot.
    """
    tokens, merges = cutting.vocabulary, cutting.merges
    parts = [part for merge in merges for part in merge]
    if not all(isinstance(token, str) for token in (*tokens, *parts)):
        raise ValueError("a token that is no text")
    if tokens[: len(SPECIAL)] != SPECIAL or len(set(tokens)) != len(tokens):
        raise ValueError("a vocabulary without padding, or with a token that occurs twice")
    if len(tokens) > LARGEST_VOCABULARY:
        raise ValueError(f"a vocabulary of {len(tokens)} tokens")
    known = set(tokens)
    if any(left + right not in known for left, right in merges) or not known.issuperset(parts):
        raise ValueError("a merge of tokens that the vocabulary lacks")


def _usual_length(cutting: Cutting, texts: Sequence[str]) -> Job[int]:
    lengths: list[int] = []
    for start in range(0, len(texts), _AT_ONCE):
        yield Preparing("measure texts", start, len(texts))
        lengths += map(len, cutting.ids(texts[start : start + _AT_ONCE]))
    yield Preparing("measure texts", len(texts), len(texts))
    covered = int(np.quantile(lengths, _COVERED, method="higher"))
    return min(max(covered, _SHORTEST_AUTO), _LONGEST_AUTO)
