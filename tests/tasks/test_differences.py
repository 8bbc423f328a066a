"""What differs between two projects beside their networks."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from netstudio.core.differences import Difference, Section
from netstudio.core.project import DataChoice, PartSizes, Project, Selected, TrainingChoice
from netstudio.core.values import Fields
from netstudio.tasks.differences import differences
from tests.projects import node, project
from tests.strategies import projects

FIRST = project(node("Linear"), epochs=3)


def told(before: Project, after: Project) -> list[str]:
    return [str(found.sentence) for found in differences(before, after)]


def with_training(**changes: object) -> Project:
    return replace(FIRST, training=replace(FIRST.training, **changes))  # type: ignore[arg-type]


def with_data(**changes: object) -> Project:
    return replace(FIRST, data=replace(FIRST.data, **changes))  # type: ignore[arg-type]


def sections(found: tuple[Difference, ...]) -> list[Section]:
    return [each.section for each in found]


@given(projects())
def test_no_project_differs_from_itself_whatever_it_is_called(first: Project) -> None:
    assert differences(first, replace(first, name="another name")) == ()


@given(projects(), projects())
def test_any_two_projects_can_be_compared_and_told_on_one_line_each(
    first: Project, second: Project
) -> None:
    found = differences(first, second)
    order = list(Section)
    assert sorted(sections(found), key=order.index) == sections(found)
    for each in found:
        assert len(str(each.sentence).splitlines()) == 1


def test_options_are_told_by_their_labels_and_defaults_are_no_difference() -> None:
    assert told(FIRST, with_training(options=Fields(epochs=20))) == ["Epochs 3 → 20"]
    assert told(with_training(options=Fields()), with_training(options=Fields(epochs=10))) == []


def test_optimizer_and_its_settings() -> None:
    assert told(FIRST, with_training(optimizer=Selected("adamw", Fields(weight_decay=0.0)))) == [
        "Optimizer Adam → AdamW"
    ]
    faster = with_training(optimizer=Selected("adam", Fields(lr=0.01)))
    (found,) = differences(FIRST, faster)
    assert found.section is Section.OPTIMIZER
    assert str(found.sentence) == "Learning rate 0.001 → 0.01"


def test_settings_that_two_optimizers_share_are_told() -> None:
    other = with_training(optimizer=Selected("sgd", Fields(lr=0.5, weight_decay=0.0)))
    assert told(FIRST, other) == ["Optimizer Adam → SGD", "Learning rate 0.001 → 0.5"]


def test_the_schedule_is_told() -> None:
    found = differences(FIRST, with_training(schedule=Selected("cosine")))
    assert sections(found) == [Section.SCHEDULE]
    assert str(found[0].before) == "Constant"


def test_the_loss_is_told() -> None:
    other = with_training(loss=Selected("mean_squared_error"))
    assert told(FIRST, other) == ["Loss Cross-entropy → Mean squared error"]


def test_data_set_and_how_it_is_divided() -> None:
    mnist = with_data(source=Selected("mnist"))
    assert told(FIRST, mnist) == ["Data set Small digits → MNIST digits"]
    share = with_data(options=Fields(validation_share=0.2))
    assert told(FIRST, share) == ["Validation share 0.1 → 0.2"]
    random = with_data(options=Fields(split_by="random"))
    assert told(FIRST, random) == ["Divided Stratified → Random"]


def test_data_that_have_grown_are_told() -> None:
    assert FIRST.data.facts is not None
    more = replace(FIRST.data.facts, counts=PartSizes(1_080, 10, 10))
    assert told(FIRST, with_data(facts=more)) == ["Training samples 80 → 1\u2009080"]


def test_data_that_were_never_read_say_nothing() -> None:
    assert told(FIRST, with_data(facts=None)) == []


def test_steps_of_augmentation_are_compared_one_by_one() -> None:
    flip, turn = Selected("flip"), Selected("rotate")
    one, both = with_data(augmentation=(flip,)), with_data(augmentation=(flip, turn))
    assert told(one, both) == ["Rotate added"]
    assert told(both, one) == ["Rotate removed"]
    assert told(both, with_data(augmentation=(turn, flip))) == [
        "Order of the augmentation Flip, Rotate → Rotate, Flip"
    ]
    off = with_data(augmentation=(replace(flip, enabled=False),))
    assert told(one, off) == ["Flip: Switched on yes → no"]


def test_everything_is_told_section_by_section() -> None:
    other = Project(
        "other",
        Selected("image_labels"),
        DataChoice(Selected("mnist")),
        TrainingChoice(Selected("binary_cross_entropy"), Selected("sgd"), Fields(epochs=1)),
    )
    assert list(dict.fromkeys(sections(differences(FIRST, other)))) == [
        Section.NETWORK,
        Section.TASK,
        Section.DATA,
        Section.LOSS,
        Section.OPTIMIZER,
        Section.TRAINING,
    ]
