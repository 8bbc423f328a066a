"""The form of declared fields."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netstudio.core.declare import FieldSpec
from netstudio.core.problems import Problem
from netstudio.core.values import Fields
from netstudio.gui.forms.disclosure import Disclosure
from netstudio.gui.forms.rows import FieldRow, FieldRows
from netstudio.gui.forms.tab_order import tab_as_laid_out
from netstudio.gui.texts import translate


class FieldsForm(QWidget):
    """Declared fields, the advanced ones of them behind "More".

    Args:
        fields: The fields.
        values: Their written values; absent ones take their default.

    Signals:
        edited: A field's name and its new value, which fits.
        fix_chosen: A ``Fix`` whose button was pressed.
    """

    edited = Signal(str, object)
    fix_chosen = Signal(object)

    def __init__(
        self, fields: Sequence[FieldSpec], values: Fields, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._common = FieldRows((spec for spec in fields if not spec.advanced), values, self)
        advanced = (spec for spec in fields if spec.advanced)
        self._advanced = FieldRows(advanced, values, self, is_late=True)
        self._more = Disclosure(translate("netstudio", "More"), self._advanced, self)
        # Made late, its rows come last for the Tab key.
        self._more.toggled.connect(lambda: tab_as_laid_out(self._more.button, self._advanced))
        self._more.setVisible(bool(self._advanced.names))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._common)
        column.addWidget(self._more)
        for part in (self._common, self._advanced):
            part.edited.connect(self.edited)
            part.fix_chosen.connect(self.fix_chosen)
        self._reveal_problems()

    @property
    def rows(self) -> Mapping[str, FieldRow]:
        """The row of each field."""
        return {**self._common.rows, **self._advanced.rows}

    def show_values(self, values: Fields, mixed: Collection[str] = ()) -> None:
        """Show written values without disturbing an edit; see ``FieldRows.show_values``."""
        self._common.show_values(values, mixed)
        self._advanced.show_values(values, mixed)
        self._reveal_problems()

    def show_problems(self, problems: Mapping[str, Problem]) -> None:
        """Explain under each field what an analysis found, by the field's name."""
        self._common.show_problems(problems)
        self._advanced.show_problems(problems)
        self._reveal_problems()

    def _reveal_problems(self) -> None:
        if self._advanced.is_wrong:
            self._more.open()
