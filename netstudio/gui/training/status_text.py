"""A text in the window's bottom line."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from netstudio.gui.theme.fonts import tabular
from netstudio.gui.theme.roles import restyle


class StatusText(QLabel):
    """A text in the line, which keeps the width that it once had while its figures change."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self.setFont(tabular(self.font()))
        self.set_role(role)

    def set_role(self, role: str) -> None:
        """Look so from now on."""
        restyle(self, "role", role)

    def tell(self, text: str) -> None:
        """Show ``text``."""
        self.setText(text)
        self.setMinimumWidth(max(self.minimumWidth(), self.sizeHint().width()))

    def clear(self) -> None:
        """Show nothing, and forget the width."""
        super().clear()
        self.setMinimumWidth(0)

    @property
    def is_wanted(self) -> bool:
        """Whether there is something to show."""
        return bool(self.text())

    @property
    def needed_width(self) -> int:
        """How wide it wants to be."""
        return max(self.minimumWidth(), self.sizeHint().width())
