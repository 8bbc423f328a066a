"""Forms of the settings of the data: those of the source, the division and the preparation."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from netstudio.core.declare import FieldSpec
from netstudio.core.document import Document
from netstudio.gui.data.settings import Group, change, specs, values
from netstudio.gui.forms.form import FieldsForm
from netstudio.gui.texts import translate


class DataSettingsForm(QWidget):
    """Edits some groups of the document's settings; follows the document.

    Args:
        document: The project.
        groups: Which settings.
        is_titled: Whether each group has a title.
    """

    def __init__(
        self,
        document: Document,
        groups: Iterable[Group] = tuple(Group),
        *,
        is_titled: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._forms = [_GroupForm(document, group, is_titled) for group in groups]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8 if is_titled else 0)
        for form in self._forms:
            column.addWidget(form)
        self.follow()

    def follow(self) -> None:
        """Show what the document says now."""
        for form in self._forms:
            form.follow()


class _GroupForm(QWidget):
    """The settings of one group, if it has any; made anew when others are declared."""

    def __init__(self, document: Document, group: Group, is_titled: bool) -> None:
        super().__init__()
        self._document = document
        self._group = group
        self._specs: tuple[FieldSpec, ...] = ()
        self._form: FieldsForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        if is_titled:
            title = QLabel(_title(group))
            title.setProperty("role", "section")
            self._column.addWidget(title)

    def follow(self) -> None:
        project = self._document.project
        wanted, written = specs(project, self._group), values(project, self._group)
        if wanted != self._specs:
            self._specs = wanted
            self._make()
        if self._form is not None:
            self._form.show_values(written)
        self.setVisible(bool(wanted))

    def _make(self) -> None:
        if self._form is not None:
            self._column.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = None
        if self._specs:
            written = values(self._document.project, self._group)
            self._form = FieldsForm(self._specs, written, self)
            self._form.edited.connect(self._edit)
            self._column.addWidget(self._form)

    def _edit(self, name: str, value: object) -> None:
        change(self._document, self._group, name, value)


def _title(group: Group) -> str:
    match group:
        case Group.SOURCE:
            return translate("netstudio", "READING")
        case Group.OPTIONS:
            return translate("netstudio", "CLEANING AND SPLIT")
        case Group.PREPARATION:
            return translate("netstudio", "PREPARATION")
