"""The tab in which the columns of a table get their roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout

from netstudio.core.document import Document
from netstudio.core.project import Selected
from netstudio.core.values import Fields
from netstudio.gui.background import Task
from netstudio.gui.samples.columns_table import PREDICTED, ColumnsTable
from netstudio.gui.samples.section import Bench, Section
from netstudio.gui.texts import translate
from netstudio.tasks.content import Content
from netstudio.tasks.sources import SOURCES

if TYPE_CHECKING:
    from collections.abc import Generator

    from netstudio.engine.data.records import RawData
    from netstudio.engine.data.tables.overview import ColumnLook
    from netstudio.engine.events import Preparing
    from netstudio.gui.data.content import LoadedData

# Where the source keeps what the user has said of the columns.
_ROLES, _TARGETS = "columns", "target_columns"


class ColumnsSection(Section):
    """Lists the columns with their roles, which can be changed."""

    name = "columns"
    contents = (Content.TABLE,)

    @staticmethod
    def title() -> str:
        return translate("netstudio", "Columns")

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._data: LoadedData | None = None
        self._task: Task | None = None
        hint = QLabel(
            translate(
                "netstudio",
                "What each column is was guessed by its values. Double-click a role to change it; "
                "text and ignored columns are not learned from.",
            )
        )
        hint.setProperty("role", "secondary")
        hint.setWordWrap(True)
        self.table = ColumnsTable()
        self.table.chosen.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(hint)
        column.addWidget(self.table, 1)

    def show_data(self, data: LoadedData | None) -> None:
        if data is self._data:
            return
        self._data = data
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if data is not None:
            raw = data.raw
            self._task = self.bench.lane.start(lambda: _look(raw))
            self._task.succeeded.connect(self._show)

    def _show(self, looks: tuple[ColumnLook, ...]) -> None:
        if self.sender() is not self._task:
            return
        source = SOURCES.get(self.bench.document.project.data.source.type)
        names = {spec.name for spec in source.fields()} if source else set()
        self.table.show_columns(looks, can_predict=_TARGETS in names)

    def _choose(self, name: str, role: str) -> None:
        """Read the table anew with this role; what cannot be learned so is refused."""
        self.bench.loader.choose(with_role(self.bench.document, name, role))


def with_role(document: Document, name: str, role: str) -> Selected:
    """The document's source with another role of a column.

    Args:
        document: The project.
        name: The column.
        role: Its role, or ``PREDICTED``.
    """
    selected = document.project.data.source
    roles = selected.fields.get(_ROLES, Fields())
    targets = selected.fields.get(_TARGETS, ())
    assert isinstance(roles, Fields)
    assert isinstance(targets, tuple)
    if role == PREDICTED:
        changed = selected.fields.replace(**{_ROLES: roles.without(name), _TARGETS: (name,)})
        return Selected(selected.type, changed)
    changed = selected.fields.replace(**{_ROLES: roles.replace(**{name: role})})
    kept = tuple(target for target in targets if target != name)
    if kept != targets:
        changed = changed.replace(**{_TARGETS: kept})
    return Selected(selected.type, changed)


def _look(raw: RawData) -> Generator[Preparing, None, tuple[ColumnLook, ...]]:
    from netstudio.engine.data.tables.overview import look_at_columns

    looks = yield from look_at_columns(raw)
    return looks
