"""A project's choices beside its network: what does not hold is a problem, never an exception."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from netstudio.core.problems import DATA, NETWORK, TRAINING, Severity
from netstudio.core.project import Project, Selected
from netstudio.core.values import Fields
from netstudio.tasks.content import Content
from netstudio.tasks.images import ImageClassification
from netstudio.tasks.settings import read_settings
from netstudio.tasks.task import TASKS
from tests.projects import project
from tests.strategies import projects


def codes(changed: Project) -> list[tuple[str, str, str | None]]:
    return [(found.code, found.target, found.field) for found in read_settings(changed)[1]]


def with_source(type_name: str, **fields: object) -> Project:
    first = project()
    return replace(first, data=replace(first.data, source=Selected(type_name, Fields(fields))))


def test_sensible_choices_have_no_problems() -> None:
    settings, problems = read_settings(project(epochs=3))
    assert not problems
    assert settings.training is not None
    assert settings.training.epochs == 3
    assert [metric.type for metric in settings.metrics] == ["accuracy"]


@given(projects())
def test_any_choices_are_read_and_what_does_not_hold_is_a_problem(first: Project) -> None:
    settings, problems = read_settings(first)
    for name, target in (
        ("task", NETWORK),
        ("source", DATA),
        ("data", DATA),
        ("loss", TRAINING),
        ("optimizer", TRAINING),
        ("training", TRAINING),
    ):
        missing = getattr(settings, name) is None
        assert not missing or any(found.target == target for found in problems)
    for found in problems:
        assert len(str(found.text).splitlines()) == 1
        assert len(str(found.text)) < 400


def test_unknown_choices_are_problems_of_what_they_belong_to() -> None:
    first = project(loss="unheard")
    first = replace(first, task=Selected("unheard"))
    first = replace(first, training=replace(first.training, optimizer=Selected("unheard")))
    first = replace(first, data=replace(first.data, source=Selected("unheard")))
    assert codes(first) == [
        ("bad-setting", NETWORK, "type"),
        ("bad-setting", DATA, "type"),
        ("bad-setting", TRAINING, "type"),
        ("bad-setting", TRAINING, "type"),
    ]
    assert read_settings(first)[0].metrics == ()


def test_options_out_of_range_are_named() -> None:
    assert codes(project(epochs=0, batch_size=2.5, unheard=1)) == [
        ("bad-setting", TRAINING, "epochs"),
        ("bad-setting", TRAINING, "batch_size"),
        ("bad-setting", TRAINING, "unheard"),
    ]


def test_a_folder_must_be_chosen() -> None:
    (found,) = read_settings(with_source("image_folder"))[1]
    assert (found.code, found.target, found.field) == ("no-folder", DATA, "folder")
    assert found.severity is Severity.ERROR
    assert codes(with_source("image_folder", folder="/pictures")) == []


@pytest.fixture
def other_task(monkeypatch: pytest.MonkeyPatch) -> str:
    """The type of a task that no data and only one loss suit."""

    class Guessing(ImageClassification):
        type = "guessing"
        label = "Guessing"
        content = Content.TEXTS
        losses = ("mean_squared_error",)  # type: ignore[assignment]

    monkeypatch.setitem(TASKS._types, Guessing.type, Guessing)
    return Guessing.type


def test_choices_that_do_not_go_together_are_named_as_people_call_them(other_task: str) -> None:
    first = replace(with_source("mnist"), task=Selected(other_task))
    loss, data = read_settings(first)[1]
    assert (loss.code, loss.target, loss.field) == ("loss-does-not-suit", TRAINING, "loss")
    assert str(loss.text) == (
        "The loss Cross-entropy does not suit Guessing. Use one of: Mean squared error."
    )
    assert (data.code, data.target, data.field) == ("data-do-not-suit", DATA, "source")
    assert str(data.text) == (
        "The data of MNIST digits do not suit Guessing. Choose other data or another task."
    )


def test_steps_that_are_switched_off_take_no_part_and_may_be_wrong() -> None:
    plain = project()
    steps = (
        Selected("flip"),
        Selected("blur", Fields(strongest=-1), enabled=False),
        Selected("token_swap", enabled=False),
    )
    settings, problems = read_settings(replace(plain, data=replace(plain.data, augmentation=steps)))

    assert [step.type for step in settings.augmentation] == ["flip"]
    assert not problems
