"""Buttons that several parts of the window have."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton


def small_button(text: str, name: str = "") -> QPushButton:
    """A button beside a headline or below a list, with its object name."""
    button = QPushButton(text)
    button.setObjectName(name)
    button.setProperty("role", "small")
    return button
