"""Words of Python code are told apart."""

from __future__ import annotations

import pytest

from netstudio.gui.code.highlighter import Token, pieces


def words_of(line: str, kind: Token) -> list[str]:
    found, _ = pieces(line)
    return [line[start : start + length] for start, length, sort in found if sort is kind]


@pytest.mark.parametrize(
    ("line", "kind", "words"),
    [
        ("class Net(nn.Module):", Token.KEYWORD, ["class"]),
        ("class Net(nn.Module):", Token.DEFINED, ["Net"]),
        ("    def forward(self, x):", Token.DEFINED, ["forward"]),
        ("x = nn.Conv2d(3, 1e-3)", Token.CLASS, ["Conv2d"]),
        ("x = nn.Conv2d(3, 1e-3)", Token.NUMBER, ["3", "1e", "3"]),
        ("x2 = 7  # the 3rd", Token.NUMBER, ["7"]),
        ("x2 = 7  # the 3rd", Token.COMMENT, ["# the 3rd"]),
        ('x = "a # b"  # c', Token.STRING, ['"a # b"']),
        ("x = 'it\\'s' + \"\"", Token.STRING, ["'it\\'s'", '""']),
    ],
)
def test_each_sort_of_word_is_found(line: str, kind: Token, words: list[str]) -> None:
    assert words_of(line, kind) == words


def test_a_string_goes_on_over_lines_until_its_quotes() -> None:
    found, within = pieces('x = """one')
    assert found == [(4, 6, Token.STRING)]
    found, within = pieces("class 2 '''", within)
    assert found == [(0, 11, Token.STRING)]
    found, within = pieces('two""" + 3', within)
    assert found == [(0, 6, Token.STRING), (9, 1, Token.NUMBER)]
    assert within == 0
