"""The document: one door for changes, undo, transactions, observers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netstudio.core import edits
from netstudio.core.document import Change, Document, Origin
from netstudio.core.history import MOST_STEPS
from netstudio.core.project import Project
from tests.core.documents import named, setting, steps
from tests.projects import node, on_network, project
from tests.strategies import edited, projects


class Slip(Exception):
    """Something that goes wrong within a transaction."""


def slip_after(document: Document, change: Callable[[], None]) -> None:
    """A transaction in which something goes wrong after ``change``."""

    def transaction() -> None:
        with document.transaction("several"):
            change()
            raise Slip

    with pytest.raises(Slip):
        transaction()


def edit_somehow(document: Document, data: st.DataObject) -> None:
    """One edit, a merged one, or a transaction that may fail."""

    def once(merge_key: str | None = None) -> None:
        document.edit(
            "edit", on_network(lambda stack: data.draw(edited(stack))), merge_key=merge_key
        )

    match data.draw(st.sampled_from(["edit", "merged", "rename", "transaction", "slip", "undo"])):
        case "edit":
            once()
        case "merged":
            once(data.draw(st.sampled_from(["spin", "drag"])))
        case "rename":
            document.edit("name", named(data.draw(st.text(max_size=3))), merge_key="name")
        case "transaction":
            with document.transaction("several"):
                once()
                once("spin")
        case "slip":
            before = document.project
            slip_after(document, once)
            assert document.project is before
        case "undo":
            document.undo()


@given(projects(), st.data())
def test_undo_after_any_edits_gives_the_first_project_back_and_redo_the_last(
    first: Project, data: st.DataObject
) -> None:
    document = Document(first)
    values = [first]
    document.connect(lambda change: values.append(change.after))
    for _ in range(data.draw(st.integers(1, 8))):
        edit_somehow(document, data)
    while document.redo():
        pass
    last = document.project
    assert last is values[-1]
    undone = 0
    while document.undo():
        undone += 1
    assert document.project is first
    assert not document.is_modified
    for _ in range(undone):
        assert document.redo()
    assert not document.redo()
    assert document.project is last


@given(projects(), st.data())
def test_a_jump_leads_where_as_many_undos_or_redos_lead(
    first: Project, data: st.DataObject
) -> None:
    document, stepwise = Document(first), Document(first)
    for number in range(5):
        for one in (document, stepwise):
            one.edit(f"edit {number}", named(f"name {number}"))
    for _ in range(3):
        target = data.draw(st.integers(0, 5))
        heard: list[Change] = []
        disconnect = document.connect(heard.append)
        has_moved = document.jump(target)
        disconnect()
        while steps(stepwise) > target:
            stepwise.undo()
        while steps(stepwise) < target:
            stepwise.redo()
        assert document.project == stepwise.project
        assert document.history == stepwise.history
        assert len(heard) == has_moved
        assert all(change.after is document.project for change in heard)


def test_a_jump_is_called_like_its_last_undo_or_redo(
    document: Document, heard: list[Change]
) -> None:
    for name in ("one", "two", "three"):
        document.edit(name, named(name))
    heard.clear()
    assert document.jump(1)
    assert document.jump(3)
    assert not document.jump(3)
    with pytest.raises(IndexError):
        document.jump(4)
    assert [(change.origin, change.label) for change in heard] == [
        (Origin.UNDO, "two"),
        (Origin.REDO, "three"),
    ]


def test_observers_hear_of_every_change_with_both_values(
    document: Document, heard: list[Change]
) -> None:
    first = document.project
    document.edit("Rename", named("two"))
    second = document.project
    document.undo()
    document.redo()
    third = project()
    document.replace(third)
    assert heard == [
        Change(first, second, Origin.EDIT, "Rename"),
        Change(second, first, Origin.UNDO, "Rename"),
        Change(first, second, Origin.REDO, "Rename"),
        Change(second, third, Origin.REPLACE, ""),
    ]


def test_observers_are_called_in_the_order_in_which_they_connected(document: Document) -> None:
    calls: list[str] = []
    document.connect(lambda change: calls.append("first"))
    disconnect = document.connect(lambda change: calls.append("second"))
    document.edit("one", named("one"))
    disconnect()
    document.edit("two", named("two"))
    assert calls == ["first", "second", "first"]


def test_an_observer_sees_the_document_as_it_is_after_the_change(document: Document) -> None:
    seen: list[bool] = []
    document.connect(lambda change: seen.append(document.project is change.after))
    document.edit("one", named("one"))
    document.undo()
    document.redo()
    assert seen == [True, True, True]


def test_the_revision_grows_with_every_change(document: Document) -> None:
    revisions = [document.revision]
    for change in (
        lambda: document.edit("one", named("one")),
        document.undo,
        document.redo,
        lambda: document.replace(project()),
    ):
        change()
        revisions.append(document.revision)
    assert revisions == sorted(set(revisions))


def test_an_edit_that_changes_nothing_leaves_no_trace(
    document: Document, heard: list[Change]
) -> None:
    uid = document.project.network.nodes[0].uid
    revision = document.revision
    document.edit("nothing", lambda current: current)
    document.edit("the same value", setting(uid, 0.5))
    assert heard == []
    assert document.revision == revision
    assert not document.undo()


def test_one_is_another_value_than_true(document: Document) -> None:
    uid = document.project.network.nodes[0].uid
    document.edit("one", setting(uid, 1))
    document.edit("true", setting(uid, True))
    document.edit("float", setting(uid, 1.0))
    assert len(document.history.past) == 3


def test_edits_with_the_same_merge_key_become_one_step(document: Document) -> None:
    first = document.project
    uid = first.network.nodes[0].uid
    for value in (0.1, 0.2, 0.3):
        document.edit("Probability", setting(uid, value), merge_key="p")
    document.undo()
    assert document.project is first
    document.redo()
    assert document.project.network.nodes[0].fields["p"] == 0.3


def test_other_keys_undo_and_saving_end_a_merge(document: Document) -> None:
    uid = document.project.network.nodes[0].uid
    document.edit("p", setting(uid, 0.1), merge_key="p")
    document.edit("p", setting(uid, 0.2), merge_key="q")
    assert steps(document) == 2
    document.mark_saved()
    document.edit("p", setting(uid, 0.3), merge_key="q")
    assert steps(document) == 3
    document.undo()
    document.edit("p", setting(uid, 0.4), merge_key="q")
    assert steps(document) == 3
    assert not document.redo()
    document.undo()
    document.undo()
    document.edit("p", setting(uid, 0.5), merge_key="p")
    assert steps(document) == 2


def test_a_transaction_is_one_step_and_one_change(document: Document, heard: list[Change]) -> None:
    first = document.project
    revision = document.revision
    with document.transaction("Paste"):
        document.edit("one", named("one"))
        with document.transaction("inner"):
            document.edit("two", named("two"))
        assert document.project.name == "two"
        assert not heard
    assert heard == [Change(first, document.project, Origin.EDIT, "Paste")]
    assert document.revision == revision + 1
    assert [step.label for step in document.history.past] == ["Paste"]
    document.undo()
    assert document.project is first


def test_a_failed_transaction_takes_everything_back(
    document: Document, heard: list[Change]
) -> None:
    first = document.project
    slip_after(document, lambda: document.edit("one", named("one")))
    assert document.project is first
    assert not heard
    assert not document.undo()


def test_a_failed_inner_transaction_leaves_the_outer_one_whole(document: Document) -> None:
    with document.transaction("outer"):
        document.edit("one", named("one"))
        slip_after(document, lambda: document.edit("two", named("two")))
    assert document.project.name == "one"
    document.undo()
    assert document.project.name == "test"


def test_a_transaction_that_changes_nothing_is_no_step(
    document: Document, heard: list[Change]
) -> None:
    with document.transaction("nothing"):
        pass
    with document.transaction("there and back"):
        document.edit("one", named("one"))
        document.edit("back", named("test"))
    assert not heard
    assert not document.undo()


def test_observers_find_the_history_up_to_date(document: Document) -> None:
    found: list[tuple[int, int]] = []
    document.connect(
        lambda change: found.append((len(document.history.past), len(document.history.future)))
    )
    document.edit("one", named("one"))
    with document.transaction("several"):
        document.edit("two", named("two"))
        document.edit("three", named("three"))
    document.undo()
    document.redo()
    assert found == [(1, 0), (2, 0), (1, 1), (2, 0)]


def test_a_project_that_no_file_holds_is_modified_until_it_is_saved(document: Document) -> None:
    document.replace(project(node("ReLU")), saved=False)
    assert document.is_modified
    document.edit("one", named("one"))
    document.undo()
    assert document.is_modified
    document.mark_saved()
    assert not document.is_modified


def test_an_observer_that_raises_keeps_no_other_from_hearing(document: Document) -> None:
    heard: list[str] = []

    def stumble(change: Change) -> None:
        raise Slip(change.label)

    disconnect = document.connect(stumble)
    document.connect(stumble)
    document.connect(lambda change: heard.append(change.label))
    with pytest.raises(Slip, match="one"):
        document.edit("one", named("one"))
    with pytest.raises(Slip, match="two"), document.transaction("two"):
        document.edit("inner", named("two"))
    disconnect()
    with pytest.raises(Slip, match="two"):
        document.undo()
    assert heard == ["one", "two", "two"]
    assert document.project.name == "one"
    assert steps(document) == 1


def test_an_interrupted_observer_leaves_later_changes_heard(document: Document) -> None:
    def interrupt(change: Change) -> None:
        raise KeyboardInterrupt

    disconnect = document.connect(interrupt)
    with pytest.raises(KeyboardInterrupt):
        document.edit("one", named("one"))
    disconnect()
    heard: list[str] = []
    document.connect(lambda change: heard.append(change.label))
    document.edit("two", named("two"))
    assert heard == ["two"]


def test_a_failed_edit_leaves_the_document_as_it_was(document: Document) -> None:
    first = document.project
    with pytest.raises(edits.EditError):
        document.edit("bad", on_network(lambda stack: edits.remove(stack, {"nobody"})))
    assert document.project is first
    assert not document.undo()


def test_a_document_is_modified_until_it_is_saved_or_back_where_it_was(document: Document) -> None:
    modified = [document.is_modified]
    for step in (
        lambda: document.edit("one", named("one")),
        lambda: document.edit("back", named("test")),
        lambda: document.edit("two", named("two")),
        document.mark_saved,
        document.undo,
        document.redo,
    ):
        step()
        modified.append(document.is_modified)
    assert modified == [False, True, False, True, False, True, False]


def test_another_project_in_its_place_starts_undo_afresh(document: Document) -> None:
    document.edit("one", named("one"))
    document.replace(project(node("ReLU")))
    assert not document.is_modified
    assert not document.undo()
    assert not document.redo()


def test_a_new_edit_after_undo_drops_what_could_be_redone(document: Document) -> None:
    document.edit("one", named("one"))
    document.undo()
    document.edit("two", named("two"))
    assert not document.redo()
    assert document.project.name == "two"


def test_the_oldest_steps_are_forgotten(document: Document) -> None:
    for number in range(MOST_STEPS + 5):
        document.edit("name", named(str(number)))
    while document.undo():
        pass
    assert document.project.name == "4"


def test_the_history_cannot_move_while_a_transaction_is_open() -> None:
    document = Document(project(node("Linear")))
    with document.transaction("several"), pytest.raises(RuntimeError):
        document.undo()


def test_an_observer_that_edits_is_heard_by_the_others_after_the_change_it_answers() -> None:
    document = Document(project(node("Linear")))
    heard: list[str] = []

    def answer(change: Change) -> None:
        if change.label == "first":
            document.edit("second", lambda value: replace(value, name="second"))

    document.connect(answer)
    document.connect(lambda change: heard.append(change.label))
    document.edit("first", lambda value: replace(value, name="first"))
    assert heard == ["first", "second"]


def test_edits_that_cancel_each_other_leave_the_very_value_there_was(
    document: Document, heard: list[Change]
) -> None:
    before = document.project
    with document.transaction("there and back"):
        document.edit("there", named("elsewhere"))
        document.edit("back", lambda value: replace(value, name=before.name))
    assert document.project is before
    assert heard == []
    assert not document.undo()
