"""Project files: whatever a person can build survives, whatever is broken is one clear line."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netstudio.core import edits, files
from netstudio.core.decoding import DEEPEST_VALUE
from netstudio.core.files import FORMAT, dumps, loads, read_project, write_project
from netstudio.core.project import Project
from netstudio.core.translate import UserError, fill
from netstudio.core.tree import DEEPEST_NESTING, is_identifier, walk
from netstudio.core.values import Fields
from tests.projects import node, project
from tests.strategies import json_values, projects

NAME = "my.netstudio"

EXAMPLE = project(
    node("Conv2d", out_channels=8, kernel_size=(3, 5), remark="größer 更大 🙂"),
    node("Residual", node("Group", node("ReLU"), node("Dropout", p=0.25))),
    node("Unheard", deep={"a": [1, {"b": None}], "c": []}, far=10**30),
    epochs=3,
)
TEXT = dumps(EXAMPLE)


def open_or_refuse(content: str | bytes) -> Project | None:
    """Open a file; all that may go wrong is one line that names it."""
    try:
        opened = loads(content, NAME)
    except UserError as error:
        words = str(error)
        assert words.startswith(NAME)
        assert len(words.splitlines()) == 1
        assert len(words) < 400
        words.encode()
        return None
    assert loads(dumps(opened), NAME) == opened
    return opened


def refused(content: str | bytes) -> str:
    with pytest.raises(UserError) as caught:
        loads(content, NAME)
    assert open_or_refuse(content) is None
    return str(caught.value)


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every entry of a JSON tree."""
    yield path
    if isinstance(value, dict | list):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from paths(item, (*path, key))


def with_entry(path: tuple[Any, ...], value: object) -> Any:
    """The example's JSON with another value at ``path``."""
    raw = json.loads(TEXT)
    if not path:
        return value
    holder = raw
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = value
    return raw


@given(projects())
@example(EXAMPLE)
def test_any_project_survives_its_file_byte_for_byte(first: Project) -> None:
    text = dumps(first)
    again = loads(text, NAME)
    assert again == first
    assert dumps(again) == text
    assert loads(text.encode(), NAME) == first


@given(projects())
def test_a_file_is_plain_json_that_ends_in_a_line_feed(first: Project) -> None:
    text = dumps(first)
    assert text.endswith("}\n")
    assert json.loads(text)["format"] == FORMAT


@given(st.integers(0, 3), st.sampled_from(["p", "out_channels", "new"]), json_values)
def test_one_changed_setting_is_one_changed_line(at: int, key: str, value: object) -> None:
    changed_node = [*walk(EXAMPLE.network)][at]
    if key not in changed_node.fields or isinstance(value, dict | list):
        return
    changed = EXAMPLE.with_network(
        edits.set_fields(EXAMPLE.network, changed_node.uid, **{key: value})
    )
    before, after = TEXT.split("\n"), dumps(changed).split("\n")
    assert len(before) == len(after)
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_a_size_of_two_numbers_stays_on_one_line() -> None:
    assert '"kernel_size": [3, 5],\n' in TEXT


def test_every_truncation_is_refused_in_one_line() -> None:
    content = TEXT.rstrip("\n").encode()
    for length in range(len(content)):
        assert open_or_refuse(content[:length]) is None, content[:length][-40:]
    assert "cut off" in refused(content[:-1])


@given(st.lists(st.tuples(st.integers(0, len(TEXT.encode()) - 1), st.integers(0, 255)), max_size=4))
def test_changed_bytes_open_or_are_refused_in_one_line(changes: list[tuple[int, int]]) -> None:
    content = bytearray(TEXT.encode())
    for at, byte in changes:
        content[at] = byte
    open_or_refuse(bytes(content))


@given(st.binary(max_size=60) | st.text(max_size=60))
def test_anything_at_all_is_refused_in_one_line(content: bytes | str) -> None:
    assert open_or_refuse(content) is None


WRONG: tuple[object, ...] = (
    None,
    True,
    0,
    -1,
    1.5,
    10**30,
    "",
    "x",
    "a\nb\u2028c",
    "x" * 5000,
    [],
    [[]],
    [None],
    [{}],
    {},
    {"a": 1},
    {"type": 3},
    {"a\nb" + "c" * 5000: {}},
)


@pytest.mark.parametrize("wrong", WRONG, ids=lambda value: repr(value)[:20])
def test_a_wrong_type_anywhere_opens_or_is_refused_in_one_line(wrong: object) -> None:
    for path in paths(json.loads(TEXT)):
        open_or_refuse(json.dumps(with_entry(path, wrong)))


def test_a_missing_or_unknown_entry_anywhere_opens_or_is_refused_in_one_line() -> None:
    for path in paths(json.loads(TEXT)):
        raw = json.loads(TEXT)
        holder = raw
        for key in path[:-1]:
            holder = holder[key]
        if path and isinstance(holder, dict):
            without = {key: item for key, item in holder.items() if key != path[-1]}
            kept = copy.copy(holder)
            holder.clear()
            holder.update(without)
            open_or_refuse(json.dumps(raw))
            holder.update(kept)
            holder["strange\nentry"] = 1
            open_or_refuse(json.dumps(raw))


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "9" * 5000])
def test_numbers_that_are_none_are_refused_wherever_they_stand(number: str) -> None:
    for path in paths(json.loads(TEXT)):
        marked = json.dumps(with_entry(path, "PUT IT HERE"))
        refused(marked.replace('"PUT IT HERE"', number))


def test_the_largest_whole_numbers_survive() -> None:
    number = 10**4200
    opened = loads(dumps(project(node("Linear", out_features=number))), NAME)
    assert opened.network.nodes[0].fields["out_features"] == number


@pytest.mark.parametrize("escape", ["\\ud800", "\\udfff", "\\udc00\\ud800"])
def test_a_lone_surrogate_is_refused_wherever_it_stands(escape: str) -> None:
    for path in paths(json.loads(TEXT)):
        marked = json.dumps(with_entry(path, "PUT IT HERE"))
        refused(marked.replace("PUT IT HERE", escape))
    refused(TEXT.replace('"epochs"', f'"{escape}"'))


@pytest.mark.parametrize("opening", ["[", '{"a": ', '[{"a": '])
@pytest.mark.parametrize("depth", [30, 100, 200, 300, 400, 499, 990, 5_000, 100_000])
def test_deep_nesting_opens_or_is_refused_in_one_line(opening: str, depth: int) -> None:
    closing = "".join({"[": "]", "{": "}"}[mark] for mark in reversed(opening) if mark in "[{")
    value = opening * depth + "1" + closing * depth
    open_or_refuse(value)
    opened = open_or_refuse(TEXT.replace("0.25", value))
    if opened is not None:
        assert opened == copy.deepcopy(opened)
        assert hash(opened.network) == hash(loads(dumps(opened), NAME).network)
    assert (opened is not None) == (depth * len(closing) <= DEEPEST_VALUE)


def test_layers_nested_deeply_are_refused_in_one_line() -> None:
    raw = json.loads(TEXT)
    layer: dict[str, Any] = {"type": "ReLU"}
    for _ in range(DEEPEST_NESTING):
        layer = {"type": "Group", "slots": {"body": [layer]}}
    raw["network"] = [layer]
    assert open_or_refuse(json.dumps(raw)) is not None
    raw["network"] = [{"type": "Group", "slots": {"body": [layer]}}]
    assert "deep" in refused(json.dumps(raw))


def test_a_newer_format_says_that_netstudio_must_be_updated() -> None:
    assert "Update netstudio" in refused(json.dumps(with_entry(("format",), FORMAT + 1)))
    assert "Update netstudio" in refused(json.dumps(with_entry(("format",), 10**4000)))


@pytest.mark.parametrize("version", [0, -1, 1.0, True, None, "1", [], "1\n"])
def test_a_format_that_never_was_is_refused(version: object) -> None:
    assert "format" in refused(json.dumps(with_entry(("format",), version)))


def test_the_reason_is_translated_with_the_sentence() -> None:
    seen: list[str] = []

    def translate(template: str) -> str:
        seen.append(template)
        return template

    with pytest.raises(UserError) as caught:
        loads(json.dumps({**json.loads(TEXT), "strange": 1}), NAME)
    fill(caught.value.message, translate)
    assert "{where} has an unknown entry {entry}" in seen
    assert "the file" in seen


def test_older_formats_are_migrated_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    def rename_title(raw: dict[str, Any]) -> dict[str, Any]:
        raw["name"] = raw.pop("title")
        return raw

    monkeypatch.setattr(files, "FORMAT", 3)
    monkeypatch.setattr(files, "MIGRATIONS", {1: rename_title, 2: lambda raw: raw})
    raw = json.loads(TEXT)
    raw["title"] = raw.pop("name")
    assert loads(json.dumps(raw), NAME) == EXAMPLE


def test_a_byte_order_mark_does_no_harm() -> None:
    assert loads(b"\xef\xbb\xbf" + TEXT.encode(), NAME) == EXAMPLE


def test_windows_line_ends_do_no_harm() -> None:
    assert loads(TEXT.replace("\n", "\r\n").encode(), NAME) == EXAMPLE


def test_other_encodings_are_refused_in_one_line() -> None:
    for encoding in ("utf-16", "utf-32", "utf-16-le"):
        refused(TEXT.encode(encoding))


def test_missing_uids_and_names_are_made_and_doubled_uids_are_made_anew() -> None:
    raw = json.loads(TEXT)
    raw["network"] = [
        {"type": "ReLU"},
        {"type": "ReLU", "name": "relu_1", "uid": "same"},
        {"type": "²", "uid": "same"},
        {"type": "Group", "slots": {"body": [{"type": "ReLU", "uid": "same"}]}},
    ]
    nodes = [*walk(loads(json.dumps(raw), NAME).network)]
    assert len({found.uid for found in nodes}) == 5
    assert len({found.name for found in nodes}) == 5
    assert nodes[1].name == "relu_1"
    assert all(is_identifier(found.name) for found in nodes)


def test_doubled_names_are_kept_as_they_are_written() -> None:
    raw = json.loads(TEXT)
    raw["network"] = [{"type": "ReLU", "name": "twin"}, {"type": "ReLU", "name": "twin"}]
    assert [found.name for found in loads(json.dumps(raw), NAME).network] == ["twin", "twin"]


def test_a_project_is_written_and_read(tmp_path: Path) -> None:
    path = tmp_path / "größer.netstudio"
    write_project(EXAMPLE, path)
    assert path.read_bytes() == TEXT.encode()
    assert read_project(path) == EXAMPLE


def test_a_project_that_cannot_be_written_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / NAME
    write_project(EXAMPLE, path)
    with pytest.raises(UserError, match=NAME):
        write_project(replace(EXAMPLE, name="\ud800"), path)
    assert read_project(path) == EXAMPLE
    assert [*tmp_path.iterdir()] == [path]


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="No such file"):
        read_project(tmp_path / "nowhere.netstudio")
    with pytest.raises(UserError, match="could not be read"):
        read_project(tmp_path)


def test_facts_of_the_data_are_kept() -> None:
    assert loads(TEXT, NAME).data.facts == EXAMPLE.data.facts
    raw = json.loads(TEXT)
    raw["data"]["facts"] = None
    assert loads(json.dumps(raw), NAME).data.facts is None


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("counts", "train"), -1),
        (("counts", "test"), True),
        (("counts", "validation"), 1.5),
        (("sample", "sizes"), [0]),
        (("sample", "sizes"), [True]),
        (("sample", "sizes"), [1, 2]),
        (("sample", "vocabulary"), 0),
        (("classes",), ["a", 1]),
    ],
)
def test_facts_that_no_data_can_have_are_refused(path: tuple[str, ...], value: object) -> None:
    refused(json.dumps(with_entry(("data", "facts", *path), value)))


def test_unknown_settings_are_kept_as_they_are_written() -> None:
    raw = json.loads(TEXT)
    raw["training"]["unheard"] = {"of": [1, 2.5, None]}
    opened = loads(json.dumps(raw), NAME)
    assert opened.training.options["unheard"] == Fields(of=[1, 2.5, None])


def test_a_layer_cannot_be_called_like_the_other_targets_of_problems() -> None:
    raw = json.loads(dumps(project(node("Linear"))))
    raw["network"][0]["uid"] = "training"
    (layer,) = loads(json.dumps(raw), "p").network
    assert layer.uid != "training"


def test_how_layers_learn_is_written_only_where_it_is_said() -> None:
    assert "frozen" not in TEXT
    assert "learning_rate_factor" not in TEXT
    first = EXAMPLE.network.nodes[0]
    said = replace(first, frozen=True, learning_rate_factor=0.1)
    text = dumps(EXAMPLE.with_network(edits.update(EXAMPLE.network, first.uid, lambda _: said)))
    added = set(text.splitlines()) - set(TEXT.splitlines())
    assert added == {'      "frozen": true,', '      "learning_rate_factor": 0.1,'}


@pytest.mark.parametrize("wrong", [None, True, "fast", [1], 10**400])
def test_a_learning_rate_factor_that_is_no_number_is_refused(wrong: object) -> None:
    text = TEXT.replace('"remark"', f'"learning_rate_factor": {json.dumps(wrong)}, "remark"')
    assert "number" in refused(text)


def test_a_learning_rate_factor_that_is_out_of_range_opens_as_it_is_written() -> None:
    text = TEXT.replace('"remark"', '"learning_rate_factor": -3, "remark"')
    assert loads(text, NAME).network.nodes[0].learning_rate_factor == -3
