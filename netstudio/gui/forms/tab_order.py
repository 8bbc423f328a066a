"""The order in which the Tab key goes through a panel whose parts come and go."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def tab_as_laid_out(start: QWidget, page: QWidget) -> None:
    """Let Tab go from ``start`` through everything on ``page`` as the eye does.

    Qt goes in the order in which widgets were made, so that one that is made later comes last.
    """
    for before, after in pairwise((start, *_stops(page))):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if (layout := widget.layout()) is not None:
        yield from _stops_in(layout, widget)


def _stops_in(layout: QLayout, owner: QWidget) -> Iterator[QWidget]:
    """What a layout, or one in it, holds of its owner's widgets, in order.

    Its items are never asked for: Qt deletes them without telling PySide, which then takes whatever
    comes to lie in the same place of the memory for the item.
    """
    parts: list[QWidget | QLayout] = [
        part for part in owner.children() if isinstance(part, QWidget) and not part.isWindow()
    ]
    parts += [part for part in layout.children() if isinstance(part, QLayout)]
    placed = [(layout.indexOf(part), part) for part in parts]
    for place, part in sorted(placed, key=lambda each: each[0]):
        if place < 0:
            continue
        if isinstance(part, QWidget):
            yield from _stops(part)
        else:
            yield from _stops_in(part, owner)
