"""Fitting the user's data to a project, and a project to the user's data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from netstudio.core.files import read_project
from netstudio.core.project import DataChoice, Project, Selected, TrainingChoice
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, UserError, shorten
from netstudio.core.values import Fields
from netstudio.engine.data.archives.members import is_archive
from netstudio.engine.data.archives.unpack import unpack
from netstudio.engine.data.guessing.guess import Guess, look_at
from netstudio.engine.data.job import Job
from netstudio.engine.data.waiting import in_thread
from netstudio.tasks.losses import LOSSES
from netstudio.tasks.optimizers import OPTIMIZERS
from netstudio.tasks.sources import SOURCES, SourceDef
from netstudio.tasks.switching import with_source
from netstudio.tasks.task import TASKS, TaskDef
from netstudio.tasks.templates import TEMPLATES, Template


def source_for(
    project: Project, path: Path, data_root: Path | None = None
) -> Job[tuple[Selected, Message | None]]:
    """How a project's task reads a file or folder, and why it is believed to be such data.

    What the project says of data of this kind already, such as the image size, stays.

    Args:
        project: What the data are for.
        path: A file or folder; an archive is unpacked.
        data_root: Where archives are unpacked to; the user's data folder when left out.

    Raises:
        UserError: They are for another task.
    """
    task = TASKS[project.task.type]
    place = path.absolute()
    if is_archive(place):
        place = yield from unpack(place, data_root)
    guesses: list[Guess] = []
    problem: UserError | None = None
    try:
        best = yield from in_thread("inspect", lambda: look_at(place))
        guesses = [best, *best.alternatives]
    except UserError as error:
        problem = error  # whoever reads it for this very task may know better
    for each in guesses:
        if SOURCES[each.source.type].serves(task.content, task.aim):
            return kept_settings(project.data.source, each.source), each.why
    if guesses and task.content not in (SOURCES[each.source.type].content for each in guesses):
        raise _other_task(path, guesses[0], task)
    source = next(_readers(task, place.is_dir()), None)
    if source is None or not place.exists():
        raise problem or _other_task(path, guesses[0], task)
    chosen = Selected(source.type, Fields({source.path_field: str(place)}))
    return kept_settings(project.data.source, chosen), None


@dataclass(frozen=True)
class Suggestion:
    """What can be begun with some data.

    Attributes:
        guess: What the data are.
        template: The shipped project whose network suits them; None where there is none yet.
        project: A new project with it, or without layers.
    """

    guess: Guess
    template: Template | None
    project: Project


def suggestions(found: Guess, name: str) -> tuple[Suggestion, ...]:
    """New projects for what some data seem to be, the likeliest first.

    Args:
        found: What they seem to be, with the alternatives.
        name: What the projects are called.
    """
    shipped = [(template, read_project(template.file)) for template in TEMPLATES]
    return tuple(_suggestion(each, name, shipped) for each in (found, *found.alternatives))


def _suggestion(guess: Guess, name: str, shipped: Sequence[tuple[Template, Project]]) -> Suggestion:
    suitable = [each for each in shipped if each[1].task.type == guess.task]
    task = TASKS[guess.task]
    if not suitable:
        return Suggestion(guess, None, replace(bare_project(guess.source, task), name=name))
    # First those that are made for a person's own files.
    suitable.sort(key=lambda each: each[1].data.source.type != guess.source.type)
    template, project = suitable[0]
    source = kept_settings(project.data.source, guess.source)
    return Suggestion(guess, template, replace(with_source(project, source, task), name=name))


def bare_project(source: Selected, task: type[TaskDef]) -> Project:
    """A project without a network, with nothing but defaults for some data."""
    loss, optimizer = LOSSES[task.losses[0]], next(iter(OPTIMIZERS))
    return Project(
        "",
        Selected(task.type, task.defaults()),
        DataChoice(source),
        TrainingChoice(
            Selected(loss.type, loss.defaults()), Selected(optimizer.type, optimizer.defaults())
        ),
    )


def _readers(task: type[TaskDef], is_folder: bool) -> Iterator[type[SourceDef]]:
    for source in SOURCES:
        suits = source.serves(task.content, task.aim)
        if suits and source.path_field and source.is_folder == is_folder:
            yield source


def kept_settings(before: Selected, chosen: Selected) -> Selected:
    """A chosen source with the settings that were made before for one of its kind.

    Args:
        before: The source as it is set.
        chosen: The new one, with nothing but defaults and what was guessed.
    """
    if before.type != chosen.type:
        return chosen
    defaults = SOURCES[chosen.type].defaults()
    changed = {name: value for name, value in chosen.fields.items() if value != defaults.get(name)}
    forgotten = {name: defaults[name] for name in _OF_THE_PATH if name in defaults}
    return Selected(chosen.type, before.fields.replace(**forgotten).replace(**changed))


# Settings that belong to one file or folder and mean nothing for another.
_OF_THE_PATH = ("test_folder", "test_file", "columns", "input_columns", "time_column", "sheet")


def _other_task(path: Path, guess: Guess, task: type[TaskDef]) -> UserError:
    name = next(
        (each.name for each in TEMPLATES if read_project(each.file).task.type == guess.task), ""
    )
    return UserError(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{path} looks like data for {other} ({why}), but the project is made for {task}. Make "
            "another project, for example with: netstudio new {name}.",
        ),
        path=shorten(str(path)),
        other=Message(TASKS[guess.task].label),
        why=guess.why,
        task=Message(task.label),
        name=name,
    )
