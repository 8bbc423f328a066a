"""A row of the start page's list of files that were used last."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from netstudio.gui.elided import ElidedLabel
from netstudio.gui.frame.start_cards import see_through
from netstudio.gui.memory import RecentFile
from netstudio.gui.texts import day_text, translate
from netstudio.gui.theme.icons import icon


class RecentRow(QPushButton):
    """A project or model that a press opens."""

    def __init__(self, file: RecentFile) -> None:
        super().__init__()
        self.setObjectName("recentFile")
        self.setProperty("role", "row")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        path = Path(file.path)
        self.setAccessibleName(path.name)
        self.setToolTip(file.path)
        is_model = path.suffix == ".safetensors"
        mark = QLabel()
        mark.setPixmap(icon("brain" if is_model else "stack", "text_faint").pixmap(16, 16))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(see_through(mark))
        row.setSpacing(14)
        row.addWidget(see_through(_cell(path.stem, "strong")), 3)
        row.addWidget(see_through(_cell(file.about)), 4)
        row.addWidget(see_through(_cell(file.result)), 1)
        when = _cell(_when(file.when))
        when.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(see_through(when), 2)
        self.setMinimumHeight(32)


def _when(written: str) -> str:
    """A moment as people say it: today 14:02, yesterday, a date."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return ""
    days = (date.today() - moment.date()).days
    if days == 0:
        return translate("netstudio", "today {time}").format(time=f"{moment:%H:%M}")
    if days == 1:
        return translate("netstudio", "yesterday")
    return day_text(moment.date())


def _cell(text: str, role: str = "secondary") -> ElidedLabel:
    """A text that keeps to its column."""
    label = ElidedLabel()
    label.setProperty("role", role)
    label.show_text(text)
    return label
