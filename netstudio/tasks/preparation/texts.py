"""How texts become numbers."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import AUTO, Auto, Choice, Flag, Integer
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.preparation.preparation import PreparationDef

LARGEST_VOCABULARY = 200_000
LONGEST_TEXT = 10_000


class TextPreparation(PreparationDef):
    """Tokens of a vocabulary that the training part gives."""

    type = "text_preparation"
    label = QT_TRANSLATE_NOOP("netstudio", "Texts")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "How texts are cut into tokens, each of which is known by a number."
    )
    source = "Sub-words: Sennrich et al., Neural machine translation of rare words, 2015"
    search = ("tokenizer", "BPE", "sub-word")

    tokens: str = field(
        Choice(
            ("auto", "word", "character", "subword"),
            labels=(
                QT_TRANSLATE_NOOP("netstudio", "Automatic"),
                QT_TRANSLATE_NOOP("netstudio", "Words"),
                QT_TRANSLATE_NOOP("netstudio", "Characters"),
                QT_TRANSLATE_NOOP("netstudio", "Parts of words"),
            ),
        ),
        default="auto",
        label=QT_TRANSLATE_NOOP("netstudio", "Tokens"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "What a text is cut into. Parts of words (byte-pair encoding) also read words they "
            "have never seen. Automatic takes words, and characters where texts are mainly "
            "Chinese or Japanese.",
        ),
    )
    lower_case: bool = field(
        Flag(),
        default=True,
        label=QT_TRANSLATE_NOOP("netstudio", "Lower case"),
        help=QT_TRANSLATE_NOOP("netstudio", "Whether “Free” and “FREE” are the same as “free”."),
    )
    vocabulary_size: int = field(
        Integer(10, LARGEST_VOCABULARY),
        default=10_000,
        label=QT_TRANSLATE_NOOP("netstudio", "Vocabulary size"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "How many different tokens are known at most, the most frequent ones."
        ),
    )
    minimum_count: int = field(
        Integer(1, 1_000),
        default=2,
        label=QT_TRANSLATE_NOOP("netstudio", "Minimum count"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "Tokens that occur less often in the training part are unknown ones.",
        ),
    )
    length: int | Auto = field(
        Integer(1, LONGEST_TEXT, auto=True),
        default=AUTO,
        label=QT_TRANSLATE_NOOP("netstudio", "Length"),
        help=QT_TRANSLATE_NOOP(
            "netstudio",
            "How many tokens of a text are read; shorter ones are filled up, which changes no "
            "answer. Auto fits 95 % of the training texts, up to 512.",
        ),
    )
    keeps: str = field(
        Choice(
            ("start", "end"),
            labels=(
                QT_TRANSLATE_NOOP("netstudio", "Beginning"),
                QT_TRANSLATE_NOOP("netstudio", "End"),
            ),
        ),
        default="start",
        label=QT_TRANSLATE_NOOP("netstudio", "Kept of long texts"),
        help=QT_TRANSLATE_NOOP("netstudio", "Which part of a text is read that is too long."),
        advanced=True,
    )
    decode_entities: bool = field(
        Flag(),
        default=True,
        label=QT_TRANSLATE_NOOP("netstudio", "Decode HTML entities"),
        help=QT_TRANSLATE_NOOP(
            "netstudio", "Whether signs that web pages write as &amp; or &lt; are read as & and <."
        ),
        advanced=True,
    )
