"""From texts to token ids: learned from the training part, kept in the model, undone by nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from netstudio.core.translate import UserError
from netstudio.engine.data.job import finish
from netstudio.engine.data.records import Records
from netstudio.engine.data.texts.inputs import Texts
from netstudio.engine.data.texts.preprocessing import TextPreprocessing
from netstudio.engine.data.texts.tokens import CHARACTER, SPECIAL, WORD, usual_kind
from netstudio.tasks.preparation.texts import TextPreparation

ENGLISH = [
    "Free entry! Call 08452 now to WIN a prize.",
    "call me now, I am free",
    "free free entry to win",
    "Don't call now; I won't be free",
]
CHINESE = ["味道很好，送得很快", "很难吃，送得很慢", "味道很好 good", "不好吃，很慢"]
KINDS = ("word", "character", "subword")


def fitted(texts: Sequence[str], **options: Any) -> TextPreprocessing:
    records = Records(Texts(texts), torch.zeros(len(texts), dtype=torch.int64))
    return finish(TextPreprocessing.fit(records, TextPreparation(**options)))


def tokens(preprocessing: TextPreprocessing, text: str) -> list[str]:
    ids = preprocessing.read(text).tolist()
    return [preprocessing.cutting.vocabulary[number] for number in ids if number]


@pytest.mark.parametrize("kind", KINDS)
def test_zero_is_padding_and_one_is_what_the_training_part_does_not_know(kind: str) -> None:
    made = fitted(ENGLISH, tokens=kind, length=12)
    assert made.cutting.vocabulary[:2] == SPECIAL
    ids = made.read("free 鱼").tolist()
    assert 1 in ids
    end = ids.index(0)
    assert not any(ids[end:])
    assert all(ids[:end])


def test_words_are_cut_at_blanks_and_signs() -> None:
    made = fitted(ENGLISH, minimum_count=1)
    assert tokens(made, "FREE entry! now") == ["free", "entry", "!", "now"]


@pytest.mark.parametrize("kind", ["word", "subword"])
def test_digits_are_tokens_of_their_own(kind: str) -> None:
    made = fitted([*ENGLISH, "0123456789"], minimum_count=1, tokens=kind)
    found = "".join(tokens(made, "call 0900"))
    assert found.replace("▁", "") == "call0900"
    assert [token for token in tokens(made, "call 0900") if token.isdigit()] == list("0900")


def test_capital_letters_may_count() -> None:
    made = fitted(ENGLISH, minimum_count=1, lower_case=False)
    assert tokens(made, "FREE Free free") == ["[unknown]", "Free", "free"]


def test_parts_of_words_make_unknown_words() -> None:
    made = fitted(["lower lower low", "newer newer new new", "wide widest"] * 5, tokens="subword")
    assert "[unknown]" not in tokens(made, "lowest")
    assert "".join(tokens(made, "lowest")) == "▁lowest"


def test_chinese_is_cut_into_characters() -> None:
    made = fitted(CHINESE, minimum_count=1)
    assert made.cutting.kind == CHARACTER
    assert tokens(made, "很好吃") == ["很", "好", "吃"]
    # Chinese characters are words of their own among words, too.
    words = fitted(CHINESE, minimum_count=1, tokens="word")
    assert tokens(words, "味道good") == ["味", "道", "good"]


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (ENGLISH, WORD),
        (CHINESE, CHARACTER),
        (["とても良い", "まずい"], CHARACTER),
        (["12 !"], WORD),
    ],
)
def test_the_usual_tokens_go_by_the_script(texts: list[str], kind: str) -> None:
    assert usual_kind(texts) == kind


def test_rare_tokens_are_unknown_and_the_vocabulary_has_a_limit() -> None:
    assert "prize" not in fitted(ENGLISH, minimum_count=2).cutting.vocabulary
    small = fitted(ENGLISH, vocabulary_size=10)
    assert len(small.cutting.vocabulary) == 10
    assert "free" in small.cutting.vocabulary


def test_entities_and_invisible_characters_are_read_as_people_see_them() -> None:
    made = fitted(["tea & rain"] * 3)
    assert tokens(made, "tea &amp; ra\ufeffin\u200b") == ["tea", "&", "rain"]
    kept = fitted(["tea &amp; rain"] * 3, decode_entities=False)
    assert tokens(kept, "&amp;") == ["&", "amp", ";"]


def test_the_usual_length_fits_nearly_all_texts() -> None:
    texts = ["word " * length for length in range(1, 101)]
    assert fitted(texts).length in (95, 96)
    assert fitted(["one two"] * 9).length == 8
    assert fitted(["word " * 3_000] * 9).length == 512


def test_of_long_texts_the_chosen_part_is_kept() -> None:
    text = "one two three four five"
    start = fitted([text] * 3, length=2)
    end = fitted([text] * 3, length=2, keeps="end")
    assert tokens(start, text) == ["one", "two"]
    assert tokens(end, text) == ["four", "five"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_is_encoded_alike_alone_and_among_others(kind: str) -> None:
    made = fitted(ENGLISH, tokens=kind)
    together = finish(made.encode(Texts(ENGLISH)))
    assert torch.equal(together, torch.stack([made.read(text) for text in ENGLISH]))
    assert made.on(torch.device("cpu"))(together).dtype == torch.int64


def test_ids_are_kept_in_the_smallest_type() -> None:
    assert fitted(ENGLISH).read("free").dtype == torch.uint8
    many = ["".join(map(chr, range(0x4E00, 0x4E00 + 500)))] * 2
    assert fitted(many).read("一").dtype == torch.int16


@pytest.mark.parametrize("kind", KINDS)
def test_learning_twice_gives_the_same(kind: str) -> None:
    assert fitted(ENGLISH, tokens=kind) == fitted(ENGLISH, tokens=kind)


@pytest.mark.parametrize("kind", KINDS)
def test_the_order_of_the_texts_decides_nothing(kind: str) -> None:
    assert fitted(ENGLISH, tokens=kind) == fitted(ENGLISH[::-1], tokens=kind)


def test_texts_without_a_frequent_token_are_refused() -> None:
    with pytest.raises(UserError, match="No token occurs 5 times in the 2 training texts"):
        fitted(["one", "two"], minimum_count=5)


@given(st.text(max_size=80))
def test_any_text_at_all_is_read(text: str) -> None:
    for made in FITTED:
        try:
            ids = made.read(text)
        except UserError:
            assert not text.strip() or not text.isprintable()
            continue
        assert tuple(ids.shape) == made.sample.sizes
        assert int(ids.max()) < len(made.cutting.vocabulary)


FITTED = [fitted([*ENGLISH, *CHINESE], tokens=kind) for kind in KINDS]


def test_half_a_character_is_an_unknown_one() -> None:
    assert tokens(fitted(ENGLISH), "free \ud800") == ["free", "[unknown]"]


def test_text_files_are_read_by_their_path(tmp_path: Path) -> None:
    made = fitted(ENGLISH)
    file = tmp_path / "message.txt"
    file.write_text("call now", encoding="utf-16")
    assert torch.equal(made.read(file), made.read("call now"))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("  ", "The input is empty"),
        (17, "The input is int, not a text"),
        (Path("absent.txt"), "absent.txt cannot be read"),
    ],
)
def test_what_is_no_text_is_refused(given: object, said: str) -> None:
    with pytest.raises(UserError, match=said):
        fitted(ENGLISH).read(given)


@pytest.mark.parametrize("kind", KINDS)
def test_a_model_keeps_all_of_it(kind: str) -> None:
    made = fitted(ENGLISH, tokens=kind)
    again = TextPreprocessing.from_json(json.loads(json.dumps(made.as_json())))
    assert again == made
    assert torch.equal(again.read("free to win entry"), made.read("free to win entry"))


@pytest.mark.parametrize(
    "damage",
    [
        {"tokens": "syllable"},
        {"keeps": "middle"},
        {"length": 0},
        {"length": 10**9},
        {"length": True},
        {"vocabulary": ["free"]},
        {"vocabulary": [*SPECIAL, "free", "free"]},
        {"vocabulary": [*SPECIAL, 3]},
        {"vocabulary": None},
        {"merges": [["a"]]},
        {"merges": [["no", "where"]]},
    ],
)
def test_a_damaged_file_is_refused(damage: dict[str, object]) -> None:
    raw = {**fitted(ENGLISH, tokens="subword").as_json(), **damage}
    with pytest.raises(ValueError, match=r"."):
        TextPreprocessing.from_json(raw)
