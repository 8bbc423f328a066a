"""The inspector's page for one layer, or for several."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netstudio.core import edits
from netstudio.core.document import Document
from netstudio.core.learning import LayerLearning, learning_of
from netstudio.core.problems import Fix, Problem
from netstudio.core.project import Project
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message, shorten
from netstudio.core.tree import Node, Stack, find
from netstudio.core.values import Fields
from netstudio.gui.forms.form import FieldsForm
from netstudio.gui.forms.problem_list import ProblemList
from netstudio.gui.forms.rows import FieldRow
from netstudio.gui.inspector.head import Head
from netstudio.gui.inspector.layer_facts import LayerFacts, facts_of
from netstudio.gui.inspector.layer_parts import FactsTable, HelpCard, NameField
from netstudio.gui.inspector.learning_section import LearningSection
from netstudio.gui.inspector.note_field import NoteField
from netstudio.gui.inspector.shared_fields import differing, shared_fields, values_of
from netstudio.gui.labels import text_label
from netstudio.gui.texts import layers_text, translate, words
from netstudio.gui.theme import metrics
from netstudio.layers import LAYERS

if TYPE_CHECKING:
    from netstudio.engine.network.analyse import Analysis


class LayerPage(QWidget):
    """Settings, figures, problems and help of layers; edits go to all of them.

    Signals:
        type_change_asked: The user wants the layer to be of another type.
    """

    type_change_asked = Signal()

    def __init__(
        self, document: Document, nodes: Sequence[Node], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._uids = tuple(node.uid for node in nodes)
        self._shared = shared_fields(nodes)
        self._problems = ProblemList(document, self)
        self._form = FieldsForm(self._shared, Fields(), self)
        self._name: NameField | None = None
        self._note: NoteField | None = None
        self._facts = FactsTable(len(nodes) == 1, self)
        types = {node.type for node in nodes}
        cls = LAYERS.get(nodes[0].type) if len(types) == 1 else None
        self._head = Head(_title(nodes), cls.family if cls else None, len(nodes) == 1, self)
        self._head.switched.connect(self._switch)
        self._head.type_change_asked.connect(self.type_change_asked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*4 * (metrics.PANEL_PADDING,))
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._column.addSpacing(4)
        self._column.addWidget(self._problems)
        if len(nodes) == 1:
            self._name = NameField(self._objection_to, self)
            self._name.renamed.connect(self._rename)
            self._column.addWidget(self._name)
        self._column.addWidget(self._form)
        if len(nodes) > 1 and not self._shared:
            hint = translate("netstudio", "These layers have no setting in common.")
            self._column.addWidget(text_label(hint, "secondary", self))
        self._learning = LearningSection(self)
        self._learning.frozen_chosen.connect(self._freeze)
        self._learning.factor_chosen.connect(self._set_factor)
        self._learning.fix_chosen.connect(self._problems.apply)
        self._learning.hide()  # until it is known whether there is anything to learn
        self._column.addWidget(self._learning)
        if len(nodes) == 1:
            self._note = NoteField(self)
            self._note.edited.connect(self._annotate)
            self._column.addSpacing(4)
            self._column.addWidget(self._note)
        self._column.addSpacing(10)
        self._column.addWidget(self._facts)
        if cls is not None:
            self._column.addSpacing(14)
            self._column.addWidget(HelpCard(cls, self))
        self._column.addStretch(1)
        self._form.edited.connect(self._set_field)
        self._form.fix_chosen.connect(self._problems.apply)
        self.show_project(document.project)

    def show_project(self, project: Project) -> None:
        """Show the layers as they are in ``project``; the figures are being made anew."""
        nodes = self._nodes(project)
        values = values_of(nodes, self._shared)
        self._form.show_values(values[0], differing(values))
        self._head.show_enabled([node.enabled for node in nodes])
        self._learning.show_layers(project, nodes)
        self._facts.show_pending()
        if self._name is not None:
            self._name.show_name(nodes[0].name)
        if self._note is not None:
            self._note.show_note(nodes[0].note)

    def show_analysis(self, analysis: Analysis | None) -> None:
        """Show what is known of the layers; None where the analysis itself failed."""
        project = self._document.project
        if analysis is None:
            self._facts.show_facts(LayerFacts())
            return
        facts = facts_of(project, analysis, self._uids)
        self._facts.show_facts(facts)
        self._learning.setVisible(facts.parameters != 0 or self._says_how_it_learns())
        found = [problem for problem in analysis.problems if problem.target in self._uids]
        at_fields = {
            name: problem
            for problem in reversed(found)
            if (name := problem.field) is not None and name in self._rows
        }
        at_name = next((problem for problem in found if problem.field == "name"), None)
        self._form.show_problems(at_fields)
        self._learning.show_problems(at_fields)
        if self._name is not None:
            self._name.show_problem(at_name.text if at_name else None)
        elsewhere = [
            self._with_removal(problem)
            for problem in found
            if problem not in at_fields.values() and problem is not at_name
        ]
        self._problems.show_problems(elsewhere)

    @property
    def _rows(self) -> Mapping[str, FieldRow]:
        return {**self._form.rows, **self._learning.rows.rows}

    def _says_how_it_learns(self) -> bool:
        nodes = self._nodes(self._document.project)
        return any(learning_of(node) != LayerLearning.defaults() for node in nodes)

    def _nodes(self, project: Project) -> list[Node]:
        nodes = (find(project.network, uid) for uid in self._uids)
        return [node for node in nodes if node is not None]

    def _set_field(self, name: str, value: object) -> None:
        spec = next(spec for spec in self._shared if spec.name == name)
        setting = words(spec.label)
        setting = setting[:1].lower() + setting[1:]
        nodes = self._nodes(self._document.project)
        label = translate("netstudio", "Change {setting} of {layer}").format(
            setting=setting, layer=nodes[0].name
        )
        if len(nodes) > 1:
            label = translate("netstudio", "Change {setting} of {count} layers").format(
                setting=setting, count=len(nodes)
            )
        values = {name: value}
        self._edit(
            label,
            lambda network: edits.set_fields_of_all(network, self._uids, **values),
            merge_key=f"{'+'.join(self._uids)}.{name}",
        )

    def _freeze(self, frozen: bool) -> None:
        template = translate("netstudio", "Unfreeze {layers}")
        if frozen:
            template = translate("netstudio", "Freeze {layers}")
        label = template.format(layers=_spoken(self._nodes(self._document.project)))
        self._edit(label, lambda network: edits.set_frozen(network, self._uids, frozen))

    def _set_factor(self, factor: float) -> None:
        label = translate("netstudio", "Change learning rate of {layers}").format(
            layers=_spoken(self._nodes(self._document.project))
        )
        self._edit(
            label,
            lambda network: edits.set_learning_rate_factor(network, self._uids, factor),
            merge_key=f"{'+'.join(self._uids)}/learning",
        )

    def _switch(self, on: bool) -> None:
        template = translate("netstudio", "Switch off {layers}")
        if on:
            template = translate("netstudio", "Switch on {layers}")
        label = template.format(layers=_spoken(self._nodes(self._document.project)))
        self._edit(label, lambda network: edits.set_enabled(network, self._uids, on))

    def _annotate(self, note: str) -> None:
        (node,) = self._nodes(self._document.project)
        label = translate("netstudio", "Write a note on {layers}").format(layers=_spoken((node,)))
        self._edit(
            label,
            lambda network: edits.annotate(network, node.uid, note),
            merge_key=f"{node.uid}/note",
        )

    def _edit(
        self, label: str, change: Callable[[Stack], Stack], merge_key: str | None = None
    ) -> None:
        self._document.edit(
            label, lambda project: project.with_network(change(project.network)), merge_key
        )

    def _objection_to(self, name: str) -> Message | None:
        try:
            edits.rename(self._document.project.network, self._uids[0], name)
        except edits.EditError as error:
            return error.message
        return None

    def _rename(self, name: str) -> None:
        (node,) = self._nodes(self._document.project)
        self._edit(
            translate("netstudio", "Rename {layer}").format(layer=node.name),
            lambda network: edits.rename(network, node.uid, name),
        )

    def _with_removal(self, problem: Problem) -> Problem:
        """A setting that the layer does not have can be removed with one click."""
        node = find(self._document.project.network, problem.target)
        name = problem.field
        if node is None or name is None or name not in node.fields or problem.fix is not None:
            return problem
        label = message(QT_TRANSLATE_NOOP("netstudio", "Remove {setting}"), setting=shorten(name))
        return replace(problem, fix=Fix(label, partial(_without_field, node.uid, name)))


def _without_field(uid: str, name: str, project: Project) -> Project:
    def change(node: Node) -> Node:
        return replace(node, fields=node.fields.without(name))

    return project.with_network(edits.update(project.network, uid, change))


def _title(nodes: Sequence[Node]) -> str:
    if len({node.type for node in nodes}) > 1:
        return layers_text(len(nodes))
    cls = LAYERS.get(nodes[0].type)
    label = words(cls.label) if cls else shorten(nodes[0].type)
    if len(nodes) == 1:
        return label
    return translate("netstudio", "{count} × {layer}").format(count=len(nodes), layer=label)


def _spoken(nodes: Sequence[Node]) -> str:
    """What an edit of these layers is about: ``Conv2d``, or ``3 layers``."""
    return _title(nodes) if len(nodes) == 1 else layers_text(len(nodes))
