"""Only the lines of a text that differ are replaced."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from netstudio.gui.code.changes import changed_lines

TEXTS = st.lists(st.sampled_from(["a\n", "b\n", "\n", "c"])).map("".join)


@given(before=TEXTS, after=TEXTS)
def test_a_change_makes_one_text_of_the_other(before: str, after: str) -> None:
    change = changed_lines(before, after)
    if change is None:
        assert before == after
    else:
        assert before[: change.start] + change.text + before[change.end :] == after


def test_lines_around_a_change_stay() -> None:
    change = changed_lines("a\nb\nc\nd\n", "a\nx\ny\nc\nd\n")
    assert change is not None
    assert (change.start, change.end, change.text) == (2, 4, "x\ny\n")
