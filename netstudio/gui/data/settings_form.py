"""The settings of the data: those of the source, and how the samples are divided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from netstudio.core.declare import Declared
from netstudio.core.document import Document
from netstudio.core.project import DataChoice, Project
from netstudio.gui.forms.form import FieldsForm
from netstudio.gui.texts import translate, words
from netstudio.tasks.options import DataOptions
from netstudio.tasks.sources import SOURCES, SourceDef


class DataSettingsForm(QWidget):
    """Edits the fields of the document's source and of its division; follows the document."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._source: type[SourceDef] | None = None
        self._source_form: FieldsForm | None = None
        self._options_form: FieldsForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.follow()

    def follow(self) -> None:
        """Show what the document says now."""
        data = self._document.project.data
        source = SOURCES.get(data.source.type)
        if self._options_form is None or source is not self._source:
            self._source = source
            self._rebuild(data)
        else:
            self._options_form.show_values(data.options)
            if self._source_form is not None:
                self._source_form.show_values(data.source.fields)

    def _rebuild(self, data: DataChoice) -> None:
        """Make both forms, in the order in which the Tab key shall go through them."""
        for form in (self._source_form, self._options_form):
            if form is not None:
                self._column.removeWidget(form)
                form.hide()
                form.deleteLater()
        self._source_form = None
        if self._source is not None and self._source.fields():
            self._source_form = FieldsForm(self._source.fields(), data.source.fields, self)
            self._source_form.edited.connect(self._edit_source)
            self._column.addWidget(self._source_form)
        self._options_form = FieldsForm(DataOptions.fields(), data.options, self)
        self._options_form.edited.connect(self._edit_option)
        self._column.addWidget(self._options_form)

    def _edit_source(self, name: str, value: object) -> None:
        assert self._source is not None
        self._edit(
            self._source,
            name,
            lambda data: replace(
                data,
                source=replace(data.source, fields=data.source.fields.replace(**{name: value})),
            ),
        )

    def _edit_option(self, name: str, value: object) -> None:
        self._edit(
            DataOptions,
            name,
            lambda data: replace(data, options=data.options.replace(**{name: value})),
        )

    def _edit(
        self, cls: type[Declared], name: str, change: Callable[[DataChoice], DataChoice]
    ) -> None:
        def edited(project: Project) -> Project:
            return replace(project, data=change(project.data))

        setting = next(spec.label for spec in cls.fields() if spec.name == name)
        label = translate("netstudio", "Change {setting}").format(setting=words(setting))
        self._document.edit(label, edited, merge_key=f"data.{name}")
