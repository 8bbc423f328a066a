"""Messages: templates that are translated first and filled in after, however deep they nest."""

from __future__ import annotations

import json

import pytest

from netstudio.core.translate import (
    Message,
    UserError,
    fill,
    listing,
    message,
    message_as_json,
    message_from_json,
    one_line,
    shorten,
    verbatim,
)

GERMAN = {
    "{what} is missing.": "{what} fehlt.",
    "the {adjective} file": "die {adjective} Datei",
    "old": "alte",
}


def in_german(template: str) -> str:
    return GERMAN.get(template, template)


NESTED = message(
    "{what} is missing.", what=message("the {adjective} file", adjective=Message("old"))
)


def test_messages_nest_and_read_as_one_sentence() -> None:
    assert str(NESTED) == "the old file is missing."


def test_what_nests_is_translated_too() -> None:
    assert fill(NESTED, in_german) == "die alte Datei fehlt."


def test_an_error_keeps_the_message_it_is_given() -> None:
    error = UserError("{text}", text=NESTED)
    assert str(error) == "the old file is missing."
    assert fill(error.message, in_german) == "die alte Datei fehlt."


def test_values_are_not_taken_for_templates() -> None:
    assert str(message("{name}", name="{odd}")) == "{odd}"
    assert fill(verbatim("old {odd}"), in_german) == "old {odd}"


def test_numbers_stay_numbers_and_text_stays_on_one_line() -> None:
    assert str(message("{share:.1f} of {name}", share=0.25, name="a\nb")) == "0.2 of a\\nb"


def test_a_listing_translates_each_of_its_items() -> None:
    items = listing(["old", verbatim("old"), message("the {adjective} file", adjective="x")])
    assert str(items) == "old, old, the x file"
    assert fill(items, in_german) == "alte, old, die x Datei"
    assert str(listing([])) == ""


@pytest.mark.parametrize("text", ["a\nb", "a\u2028b", "\x1b[31m", "\ud800"])
def test_what_would_tear_a_line_is_escaped(text: str) -> None:
    assert one_line(text).isprintable()
    assert shorten(text) == one_line(text)


def test_a_long_text_is_cut_with_an_ellipsis() -> None:
    assert shorten("x" * 80) == "x" * 80
    assert shorten("x" * 81) == "x" * 79 + "…"


def test_a_message_comes_back_from_json_in_any_language() -> None:
    read = message_from_json(json.loads(json.dumps(message_as_json(NESTED))), "")
    assert str(read) == str(NESTED)
    assert fill(read, in_german) == "die alte Datei fehlt."


def test_numbers_of_a_message_come_back_as_numbers() -> None:
    read = message_from_json(message_as_json(message("{share:.0%}", share=0.5)), "")
    assert str(read) == "50%"


@pytest.mark.parametrize(
    "written",
    [None, [], "x", {}, {"template": 1, "values": {}}, {"template": "{lost}", "values": {}}],
)
def test_what_is_no_message_is_replaced_by_its_words(written: object) -> None:
    assert str(message_from_json(written, "{words}")) == "{words}"
