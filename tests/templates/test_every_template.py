"""The contract of every shipped project."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from netstudio import paths
from netstudio.core.files import SUFFIX, dumps, read_project
from netstudio.core.project import Project, Selected
from netstudio.core.values import Fields
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import load_dataset
from netstudio.engine.events import EpochEnded, Finished
from netstudio.engine.network.analyse import analyse
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.trainer import Trainer
from netstudio.tasks.settings import read_settings
from netstudio.tasks.templates import TEMPLATES, Template, project_from_template

every_template = pytest.mark.parametrize(
    "template", TEMPLATES, ids=[template.name for template in TEMPLATES]
)


def with_data(project: Project, test_data: Path) -> Project:
    """The project with test pictures, where it needs a folder of the user's or a large download."""
    source = project.data.source
    if source.type == "image_folder":
        facts = project.data.facts
        is_tiny = facts is not None and facts.sample.size("height") == 32
        folder = str(test_data / ("cifar10-png-5k" if is_tiny else "hymenoptera_data"))
        source = replace(source, fields=source.fields.replace(folder=folder))
    elif source.type == "cifar10":
        folder = str(test_data / "cifar10-png-5k")
        source = Selected("image_folder", Fields(folder=folder, image_size=32, color="rgb"))
    return replace(project, data=replace(project.data, source=source))


def test_every_shipped_project_is_declared_and_every_declared_one_is_shipped() -> None:
    shipped = {file.stem for file in (paths.resources() / "templates").glob(f"*{SUFFIX}")}
    assert shipped == {template.name for template in TEMPLATES}


@every_template
def test_its_file_is_as_the_program_writes_it(template: Template) -> None:
    project = read_project(template.file)
    assert dumps(project) == template.file.read_text(encoding="utf-8")
    assert project.name == template.name
    assert template.label
    assert template.help


@every_template
def test_it_has_no_problem_but_a_folder_to_choose(template: Template) -> None:
    analysis = analyse(read_project(template.file))
    assert {problem.code for problem in analysis.problems} <= {"no-folder"}
    assert analysis.call is not None
    assert analysis.parameters == template.parameters


@every_template
def test_its_facts_are_those_of_its_data(template: Template, test_data: Path) -> None:
    project = with_data(read_project(template.file), test_data)
    settings, _ = read_settings(project)
    assert settings.source is not None
    facts = finish(load_dataset(settings, test_data)).facts
    assert project.data.facts is not None
    assert project.data.facts.sample == facts.sample
    assert project.data.facts.classes == facts.classes
    if not settings.source.path_field:
        assert project.data.facts.counts == facts.counts


@every_template
def test_it_trains(template: Template, test_data: Path, tmp_path: Path) -> None:
    project = with_data(project_from_template(template.name, "trial"), test_data)
    control = RunControl()
    events = []
    for event in Trainer(project, "cpu", out=tmp_path, data_root=test_data).run(control):
        events.append(event)
        if event.event == "progress":
            control.stop()
    losses = [loss for event in events for loss in getattr(event, "losses", ())]
    assert losses
    assert events[-1].event in ("stopped", "finished")


def accuracy(name: str, tmp_path: Path, test_data: Path, seed: int = 0, epochs: int = 0) -> float:
    project = with_data(project_from_template(name, name), test_data)
    options = project.training.options.replace(seed=seed)
    if epochs:
        options = options.replace(epochs=epochs)
    project = replace(project, training=replace(project.training, options=options))
    *events, last = Trainer(project, "cpu", out=tmp_path, data_root=test_data).run(RunControl())
    assert isinstance(last, Finished)
    assert last.test is not None
    assert any(isinstance(event, EpochEnded) for event in events)
    return last.test.metrics["accuracy"]


def test_the_classic_mlp_reads_mnist(tmp_path: Path, test_data: Path) -> None:
    assert accuracy("mnist-mlp", tmp_path, test_data) >= 0.954


def test_the_small_digits_are_read(tmp_path: Path, test_data: Path) -> None:
    assert accuracy("digits-mlp", tmp_path, test_data) >= 0.95


def test_the_small_cnn_learns_colour_pictures(tmp_path: Path, test_data: Path) -> None:
    assert accuracy("cifar-cnn", tmp_path, test_data) >= 0.5


def test_the_text_cnn_finds_spam(tmp_path: Path, test_data: Path) -> None:
    assert accuracy("text-cnn", tmp_path, test_data, epochs=3) >= 0.96
