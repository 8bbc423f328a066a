"""Other data or another task: what depends on them follows, the rest stays."""

from __future__ import annotations

from dataclasses import replace

from netstudio.core.project import Project, Selected
from netstudio.core.values import Fields
from netstudio.tasks.images import ImageAutoencoding, ImageClassification
from netstudio.tasks.settings import read_settings
from netstudio.tasks.sources import SOURCES
from netstudio.tasks.switching import tasks_of, with_source, with_task
from netstudio.tasks.tables import TableClassification, TableRegression
from netstudio.tasks.templates import project_from_template


def project() -> Project:
    return project_from_template("digits-mlp", "digits")


def with_data(changed: Project, **parts: object) -> Project:
    return replace(changed, data=replace(changed.data, **parts))  # type: ignore[arg-type]


def test_every_source_serves_a_task() -> None:
    for source in SOURCES:
        assert tasks_of(source), source.type


def test_any_data_can_follow_any_other_without_a_problem() -> None:
    for source in SOURCES:
        path = {source.path_field: "/somewhere"} if source.path_field else {}
        chosen = Selected(source.type, source.defaults().replace(**path))
        _, problems = read_settings(with_source(project(), chosen))
        assert problems == (), source.type


def test_a_task_brings_its_own_loss_only_where_the_other_does_not_suit() -> None:
    crossed = with_task(project(), ImageAutoencoding)
    assert crossed.training.loss.type == "mean_squared_error"
    assert crossed.training.optimizer == project().training.optimizer
    again = with_task(crossed, ImageClassification)
    assert again.training.loss.type == "mean_squared_error"


def test_preparation_and_augmentation_that_do_not_suit_are_left_out() -> None:
    steps = (Selected("flip"),)
    begin = with_data(project(), preparation=Fields(normalisation="zero_one"), augmentation=steps)
    encoder = with_task(begin, ImageAutoencoding)
    assert encoder.data.preparation == Fields()
    assert [step.type for step in encoder.data.augmentation] == ["flip"]
    table = with_source(begin, Selected("penguins"))
    assert table.task.type == TableClassification.type
    assert table.data.augmentation == ()


def test_the_task_stays_where_the_data_serve_it_and_may_be_given() -> None:
    encoder = with_task(project(), ImageAutoencoding)
    assert with_source(encoder, Selected("mnist")).task.type == ImageAutoencoding.type
    file = Selected("table_file", Fields(file="/a.csv"))
    assert with_source(project(), file).task.type == TableClassification.type
    assert with_source(project(), file, TableRegression).task.type == TableRegression.type


def test_columns_of_one_table_are_not_looked_for_in_another() -> None:
    first = Selected("table_file", Fields(file="/a.csv"))
    begin = with_source(project(), first)
    options = Fields(group_column="patient", validation_share=0.25)
    begin = with_data(begin, options=options)
    other = with_source(begin, Selected("table_file", Fields(file="/b.csv")))
    assert not other.data.options["group_column"]
    assert other.data.options["validation_share"] == 0.25
    same = with_source(begin, Selected("table_file", Fields(file="/a.csv", header="yes")))
    assert same.data.options["group_column"] == "patient"


def test_the_same_choice_changes_nothing() -> None:
    begin = project()
    assert with_source(begin, begin.data.source) is begin
