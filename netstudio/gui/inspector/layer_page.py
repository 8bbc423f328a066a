"""The inspector's page for one layer, or for several of one type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial, reduce
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from netstudio.core import edits
from netstudio.core.document import Document
from netstudio.core.layer import LayerDef
from netstudio.core.problems import Fix, Problem
from netstudio.core.project import Project
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message, shorten
from netstudio.core.tree import Node, Stack, find
from netstudio.core.values import Fields
from netstudio.gui.forms.form import FieldsForm
from netstudio.gui.forms.problem_list import ProblemList
from netstudio.gui.inspector.layer_facts import LayerFacts, facts_of
from netstudio.gui.inspector.layer_parts import FactsTable, HelpCard, NameField, heading
from netstudio.gui.texts import translate, words
from netstudio.gui.theme import metrics

if TYPE_CHECKING:
    from netstudio.engine.network.analyse import Analysis


class LayerPage(QWidget):
    """Settings, figures, problems and help of layers of one type; edits go to all of them."""

    def __init__(
        self,
        document: Document,
        cls: type[LayerDef],
        uids: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._cls = cls
        self._uids = uids
        is_one = len(uids) == 1
        title = words(cls.label)
        if not is_one:
            title = translate("netstudio", "{count} × {layer}").format(
                count=len(uids), layer=words(cls.label)
            )
        self._problems = ProblemList(document, self)
        self._form = FieldsForm(cls, Fields(), self)
        self._facts = FactsTable(is_one, self)
        self._name = NameField(self._objection_to, self) if is_one else None
        column = QVBoxLayout(self)
        column.setContentsMargins(*4 * (metrics.PANEL_PADDING,))
        column.setSpacing(0)
        column.addWidget(heading(title, cls.family, self))
        column.addSpacing(4)
        column.addWidget(self._problems)
        if self._name is not None:
            column.addWidget(self._name)
            self._name.renamed.connect(self._rename)
        column.addWidget(self._form)
        column.addSpacing(10)
        column.addWidget(self._facts)
        column.addSpacing(14)
        column.addWidget(HelpCard(cls, self))
        column.addStretch(1)
        self._form.edited.connect(self._set_field)
        self._form.fix_chosen.connect(self._problems.apply)
        self.show_project(document.project)

    def show_project(self, project: Project) -> None:
        """Show the layers as they are in ``project``; the figures are being made anew."""
        nodes = self._nodes(project)
        self._form.show_values(nodes[0].fields, self._mixed(nodes))
        self._facts.show_pending()
        if self._name is not None:
            self._name.show_name(nodes[0].name)

    def show_analysis(self, analysis: Analysis | None) -> None:
        """Show what is known of the layers; None where the analysis itself failed."""
        project = self._document.project
        if analysis is None:
            self._facts.show_facts(LayerFacts())
            return
        self._facts.show_facts(facts_of(project, analysis, self._uids))
        found = [problem for problem in analysis.problems if problem.target in self._uids]
        at_fields = {
            name: problem
            for problem in reversed(found)
            if (name := problem.field) is not None and name in self._form.rows
        }
        at_name = next((problem for problem in found if problem.field == "name"), None)
        self._form.show_problems(at_fields)
        if self._name is not None:
            self._name.show_problem(at_name.text if at_name else None)
        elsewhere = [
            self._with_removal(problem)
            for problem in found
            if problem not in at_fields.values() and problem is not at_name
        ]
        self._problems.show_problems(elsewhere)

    def _nodes(self, project: Project) -> list[Node]:
        nodes = (find(project.network, uid) for uid in self._uids)
        return [node for node in nodes if node is not None]

    def _mixed(self, nodes: Sequence[Node]) -> list[str]:
        """The fields in which the layers differ."""
        defaults = self._cls.defaults()
        every = [Fields({**defaults, **node.fields}) for node in nodes]
        return [
            name for name in defaults if len({Fields(value=fields[name]) for fields in every}) > 1
        ]

    def _set_field(self, name: str, value: object) -> None:
        spec = next(spec for spec in self._cls.fields() if spec.name == name)
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
        uids = self._uids

        def change(project: Project) -> Project:
            def set_one(network: Stack, uid: str) -> Stack:
                return edits.set_fields(network, uid, **{name: value})

            return project.with_network(reduce(set_one, uids, project.network))

        self._document.edit(label, change, merge_key=f"{'+'.join(uids)}.{name}")

    def _objection_to(self, name: str) -> Message | None:
        try:
            edits.rename(self._document.project.network, self._uids[0], name)
        except edits.EditError as error:
            return error.message
        return None

    def _rename(self, name: str) -> None:
        (node,) = self._nodes(self._document.project)
        self._document.edit(
            translate("netstudio", "Rename {layer}").format(layer=node.name),
            lambda project: project.with_network(edits.rename(project.network, node.uid, name)),
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
