"""How texts are cut into tokens, and which tokens there are.

All is done by the library ``tokenizers``; what it learned are plain values, which a trained model
keeps.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from netstudio.engine.data.job import Job
from netstudio.engine.data.texts.oddities import INVISIBLE
from netstudio.engine.data.waiting import in_thread
from netstudio.engine.events import Preparing

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WORD, CHARACTER, SUBWORD = "word", "character", "subword"
KINDS = (WORD, CHARACTER, SUBWORD)

PADDING, UNKNOWN = 0, 1
SPECIAL = ("[padding]", "[unknown]")

# What stands before a part with which a word begins.
BEGINS = "▁"
# Scripts without blanks between words: Chinese, Japanese, Thai.
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LOOKED_AT = 2_000
_AT_ONCE = 512


@dataclass(frozen=True)
class Piece:
    """One token where it stands in a text.

    Attributes:
        start: Of its first character.
        end: Behind its last.
        number: Its number in the vocabulary.
    """

    start: int
    end: int
    number: int


@dataclass(frozen=True)
class Cutting:
    """How a text becomes tokens.

    Attributes:
        kind: What tokens are: ``word``, ``character`` or ``subword``.
        lower_case: Whether capital letters are small ones.
        decode_entities: Whether signs that web pages write as ``&amp;`` are read as such.
        vocabulary: The tokens by their number, those of ``SPECIAL`` first.
        merges: For sub-words, which two parts become one, in the order in which that is done.
    """

    kind: str
    lower_case: bool
    decode_entities: bool
    vocabulary: tuple[str, ...] = SPECIAL
    merges: tuple[tuple[str, str], ...] = ()

    def readable(self, text: str) -> str:
        """The text as it is to be read."""
        decoded = html.unescape(text) if self.decode_entities else text
        # Half of a character, which no encoding has.
        return INVISIBLE.sub("", decoded).encode("utf-8", "replace").decode("utf-8")

    def ids(self, texts: Sequence[str]) -> list[list[int]]:
        """The numbers of each text's tokens."""
        encoded = self._tokenizer.encode_batch(
            [self.readable(text) for text in texts], add_special_tokens=False
        )
        return [each.ids for each in encoded]

    def pieces(self, readable: str) -> list[Piece]:
        """Where the tokens stand in a text that is readable already."""
        found = self._tokenizer.encode(readable, add_special_tokens=False)
        pieces = []
        for (start, end), number in zip(found.offsets, found.ids, strict=True):
            # A part with which a word begins reaches over the blank before it.
            blanks = len(readable[start:end]) - len(readable[start:end].lstrip())
            pieces.append(Piece(start + blanks, end, number))
        return pieces

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer, models

        numbers = {token: number for number, token in enumerate(self.vocabulary)}
        unknown = SPECIAL[UNKNOWN]
        model: Any
        if self.kind == SUBWORD:
            model = models.BPE(numbers, list(self.merges), unk_token=unknown)
        else:
            model = models.WordLevel(numbers, unk_token=unknown)
        return self._with_rules(Tokenizer(model))

    def _with_rules(self, tokenizer: Tokenizer) -> Tokenizer:
        """The tokenizer with the rules by which a text is cleaned and cut."""
        from tokenizers import Regex, normalizers, pre_tokenizers

        tokenizer.normalizer = normalizers.Sequence(
            [
                normalizers.NFKC(),
                normalizers.BertNormalizer(
                    clean_text=True,
                    handle_chinese_chars=self.kind == WORD,
                    strip_accents=False,
                    lowercase=self.lower_case,
                ),
                normalizers.Replace(Regex(r"\s+"), " "),
                normalizers.Strip(),
            ]
        )
        # A number has too many values to be a word; its digits are known.
        digits = pre_tokenizers.Digits(individual_digits=True)
        if self.kind == WORD:
            steps = [pre_tokenizers.Whitespace(), digits]
        elif self.kind == CHARACTER:
            steps = [pre_tokenizers.Split(Regex("."), "isolated")]
        else:
            # Parts with which a word begins carry a mark in place of the blank before it.
            begins = pre_tokenizers.Metaspace(BEGINS)
            signs = pre_tokenizers.Split(Regex(rf"[^\w{BEGINS}]+"), "isolated")
            steps = [begins, signs, digits]
        tokenizer.pre_tokenizer = pre_tokenizers.Sequence(steps)
        return tokenizer

    def words(self, text: str) -> list[str]:
        """The text as it is cut before the vocabulary is asked."""
        tokenizer = self._tokenizer
        normal = tokenizer.normalizer.normalize_str(self.readable(text))
        return [word for word, _ in tokenizer.pre_tokenizer.pre_tokenize_str(normal)]


def usual_kind(texts: Sequence[str]) -> str:
    """What tokens suit texts: characters where there are hardly blanks between words."""
    step = max(1, len(texts) // _LOOKED_AT)
    letters = unspaced = 0
    for text in texts[::step]:
        letters += sum(map(str.isalpha, text[:_LOOKED_AT]))
        unspaced += len(_UNSPACED.findall(text[:_LOOKED_AT]))
    return CHARACTER if 2 * unspaced > letters else WORD


def with_vocabulary(
    cutting: Cutting, texts: Sequence[str], size: int, minimum_count: int
) -> Job[Cutting]:
    """The same way of cutting with the tokens that these texts have.

    Args:
        cutting: How texts are cut; its own vocabulary does not count.
        texts: The training texts.
        size: How many tokens there are at most.
        minimum_count: How often a token must occur.
    """
    words: Counter[str] = Counter()
    for at, text in enumerate(texts):
        if at % _AT_ONCE == 0:
            yield Preparing("count words", at, len(texts))
        words.update(cutting.words(text))
    yield Preparing("count words", len(texts), len(texts))
    if cutting.kind == SUBWORD:
        vocabulary, merges = yield from _parts_of_words(words, size, minimum_count)
        return replace(cutting, vocabulary=vocabulary, merges=merges)
    frequent = [word for word, count in words.items() if count >= minimum_count]
    # Of those that are as frequent, the order of the texts decides nothing.
    frequent.sort(key=lambda word: (-words[word], word))
    kept = [word for word in frequent if word not in SPECIAL]
    return replace(cutting, vocabulary=(*SPECIAL, *kept[: size - len(SPECIAL)]))


def _parts_of_words(
    words: Counter[str], size: int, minimum_count: int
) -> Job[tuple[tuple[str, ...], tuple[tuple[str, str], ...]]]:
    """Byte-pair encoding: the parts that occur most, and how they are put together."""
    from tokenizers import Tokenizer, models, pre_tokenizers, trainers

    trainer = trainers.BpeTrainer(
        vocab_size=size,
        min_frequency=minimum_count,
        show_progress=False,
        special_tokens=list(SPECIAL),
    )
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    rare = _rare_signs(words, size // 2)

    def repeated() -> Iterator[str]:
        for word, count in words.items():
            yield " ".join([word.translate(rare)] * count)

    yield from in_thread("learn parts", lambda: tokenizer.train_from_iterator(repeated(), trainer))
    model = json.loads(tokenizer.to_str())["model"]
    vocabulary = sorted(model["vocab"], key=lambda token: int(model["vocab"][token]))
    return tuple(vocabulary), tuple((left, right) for left, right in model["merges"])


def _rare_signs(words: Counter[str], most: int) -> dict[int, str]:
    """A blank for every sign but the most frequent ones: the others will be unknown."""
    counts: Counter[str] = Counter()
    for word, count in words.items():
        for sign in word:
            counts[sign] += count
    ranked = sorted(counts, key=lambda sign: (-counts[sign], sign))
    return dict.fromkeys(map(ord, ranked[most:]), " ")
