"""How well typed letters fit a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netstudio.gui.command_palette.fuzzy import score


@pytest.mark.parametrize(
    ("query", "text"),
    [
        *(("add conv", "Add Conv2d"), ("conv add", "Add Conv2d"), ("ac2", "Add Conv2d")),
        *(("mp", "Add MaxPool2d"), ("2d", "MaxPool2d"), ("UNDO", "Undo: move Conv2d")),
        *(("撤销", "撤销：移动 Conv2d"), ("", "anything")),
    ],
)
def test_what_is_meant_is_found(query: str, text: str) -> None:
    assert score(query, (text,)) is not None


@pytest.mark.parametrize(
    ("query", "text"),
    [("gpg", "Global pooling"), ("cx", "Conv2d"), ("undo conv", "Undo"), ("dc", "Conv2d")],
)
def test_letters_that_lie_about_are_not_found(query: str, text: str) -> None:
    assert score(query, (text,)) is None


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("save", "Save", "Save as"),
        ("save", "Save as", "Unsaved changes"),
        ("conv", "Conv2d", "Depthwise Conv2d"),
        ("conv", "Depthwise Conv2d", "Deconvolution"),
        ("co", "Copy", "Change output"),
    ],
)
def test_the_better_fit_scores_higher(query: str, better: str, worse: str) -> None:
    high, low = score(query, (better,)), score(query, (worse,))
    assert high is not None
    assert low is not None
    assert high > low


def test_the_label_counts_more_than_another_name() -> None:
    label, alias = score("dense", ("Dense", "x")), score("dense", ("x", "Dense"))
    assert label is not None
    assert alias is not None
    assert label > alias


@given(st.text(max_size=12), st.text(max_size=30))
def test_whatever_is_typed_gets_an_answer(query: str, text: str) -> None:
    assert (score(query, (text,)) is None) or score(text, (text,)) is not None
