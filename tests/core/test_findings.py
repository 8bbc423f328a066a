"""What is found out about a document: heard by all, and no step of the history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netstudio.core.document import Change, Document, Origin
from netstudio.core.project import DataFacts, Project
from tests.core.documents import named, steps
from tests.projects import node, project
from tests.strategies import facts

FOUND = project(classes=3).data.facts


def knowing(found: DataFacts | None) -> Callable[[Project], Project]:
    return lambda current: replace(current, data=replace(current.data, facts=found))


@given(st.data())
def test_amended_values_stand_in_for_their_own_among_edits_undo_and_saving(
    data: st.DataObject,
) -> None:
    first = project(sample=None)
    document = Document(first)
    # What the document should be: the values between which undo and redo move, and the saved one.
    values, at, saved = [first], 0, first
    operations = st.sampled_from(["edit", "amend", "amend", "undo", "redo", "save"])
    for operation in data.draw(st.lists(operations, min_size=8, max_size=16)):
        match operation:
            case "edit":
                document.edit("name", named(data.draw(st.sampled_from("abc"))))
                if document.project != values[at]:
                    values = [*values[: at + 1], document.project]
                    at += 1
            case "amend":
                found = knowing(data.draw(st.sampled_from([None, FOUND]) | facts))
                was_saved = values[at] == saved
                values[at] = found(values[at])
                saved = values[at] if was_saved else saved
                document.amend(found)
            case "undo":
                assert document.undo() == (at > 0)
                at = max(at - 1, 0)
            case "redo":
                assert document.redo() == (at + 1 < len(values))
                at = min(at + 1, len(values) - 1)
            case "save":
                document.mark_saved()
                saved = values[at]
        assert document.project == values[at]
        assert document.is_modified == (values[at] != saved)
        assert len(document.history.past) == at
        assert len(document.history.future) == len(values) - at - 1


def test_a_finding_is_heard_and_is_no_step(document: Document, heard: list[Change]) -> None:
    before, revision = document.project, document.revision
    document.amend(knowing(FOUND))
    assert heard == [Change(before, document.project, Origin.AMEND, "")]
    assert document.project.data.facts == FOUND
    assert document.revision == revision + 1
    assert not document.is_modified
    assert not document.undo()


def test_a_finding_that_is_known_already_leaves_no_trace(
    document: Document, heard: list[Change]
) -> None:
    document.amend(knowing(document.project.data.facts))
    assert heard == []
    assert document.revision == 0


def test_a_modified_or_unsaved_document_stays_so_with_a_finding(document: Document) -> None:
    document.edit("one", named("one"))
    document.amend(knowing(FOUND))
    assert document.is_modified
    document.replace(project(node("ReLU")), saved=False)
    document.amend(knowing(FOUND))
    assert document.is_modified


def test_a_finding_between_two_edits_does_not_keep_them_from_merging(document: Document) -> None:
    document.edit("Probability", named("one"), merge_key="p")
    document.amend(knowing(FOUND))
    document.edit("Probability", named("two"), merge_key="p")
    assert steps(document) == 1
    assert document.project.data.facts == FOUND


def test_nothing_can_be_amended_while_a_transaction_is_open(document: Document) -> None:
    before = document.project
    with document.transaction("several"), pytest.raises(RuntimeError, match="transaction"):
        document.amend(knowing(FOUND))
    assert document.project is before


def test_an_observer_may_amend_what_it_hears_of(document: Document, heard: list[Change]) -> None:
    document.connect(lambda change: document.amend(knowing(FOUND)))
    document.edit("one", named("one"))
    assert [change.origin for change in heard] == [Origin.EDIT, Origin.AMEND]
    assert document.project.data.facts == FOUND
    document.undo()
    document.redo()
    assert document.project.data.facts == FOUND
