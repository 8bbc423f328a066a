"""The declared settings of a document's data, wherever they are edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from netstudio.core.declare import Declared, FieldSpec
from netstudio.core.document import Document
from netstudio.core.project import DataChoice, Project
from netstudio.core.values import Fields
from netstudio.gui.forms.editors import EDITORS
from netstudio.gui.texts import translate, words
from netstudio.tasks.options import DataOptions
from netstudio.tasks.sources import SOURCES
from netstudio.tasks.task import TASKS


class Group(StrEnum):
    """A group of settings; findings name a setting as ``options.duplicates``."""

    SOURCE = "source"
    OPTIONS = "options"
    PREPARATION = "preparation"


def declared(project: Project, group: Group) -> type[Declared] | None:
    """What declares the settings of a group; None where the project names nothing known."""
    match group:
        case Group.SOURCE:
            return SOURCES.get(project.data.source.type)
        case Group.OPTIONS:
            return DataOptions
        case Group.PREPARATION:
            task = TASKS.get(project.task.type)
            return task.preparation if task else None


def specs(project: Project, group: Group) -> tuple[FieldSpec, ...]:
    """The settings of a group for which there are editors."""
    cls = declared(project, group)
    fields = cls.fields() if cls else ()
    return tuple(spec for spec in fields if type(spec.kind) in EDITORS)


def values(project: Project, group: Group) -> Fields:
    """The settings of a group as they are written."""
    data = project.data
    match group:
        case Group.SOURCE:
            return data.source.fields
        case Group.OPTIONS:
            return data.options
        case Group.PREPARATION:
            return data.preparation


def find(project: Project, setting: str) -> tuple[Group, FieldSpec] | None:
    """The setting that a finding names, such as ``options.duplicates``."""
    group, _, name = setting.partition(".")
    if group not in tuple(Group):
        return None
    fields = specs(project, Group(group))
    return next(((Group(group), spec) for spec in fields if spec.name == name), None)


def change(document: Document, group: Group, name: str, value: object) -> None:
    """Give a setting of the document another value, as a step that can be undone."""
    spec = next(spec for spec in specs(document.project, group) if spec.name == name)
    label = translate("netstudio", "Change {setting}").format(setting=words(spec.label))
    changed = _CHANGES[group]
    document.edit(
        label,
        lambda project: replace(project, data=changed(project.data, name, value)),
        merge_key=f"data.{group}.{name}",
    )


def _change_source(data: DataChoice, name: str, value: object) -> DataChoice:
    fields = data.source.fields.replace(**{name: value})
    return replace(data, source=replace(data.source, fields=fields))


def _change_option(data: DataChoice, name: str, value: object) -> DataChoice:
    return replace(data, options=data.options.replace(**{name: value}))


def _change_preparation(data: DataChoice, name: str, value: object) -> DataChoice:
    return replace(data, preparation=data.preparation.replace(**{name: value}))


_CHANGES: dict[Group, Callable[[DataChoice, str, object], DataChoice]] = {
    Group.SOURCE: _change_source,
    Group.OPTIONS: _change_option,
    Group.PREPARATION: _change_preparation,
}
