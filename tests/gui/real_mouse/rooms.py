"""Where things are in the window that is on the screen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QWidget

from netstudio.core.tree import Location, walk
from netstudio.gui.main_window import MainWindow
from netstudio.gui.stack.view import StackView
from tests.gui.real_mouse.xdo import drag, point, settle, wait_until
from tests.gui.stack.hands import middle


def view_of(window: MainWindow) -> StackView:
    view = window.findChild(StackView, "stackView")
    assert view is not None
    return view


def in_view(view: StackView, at: QPoint) -> tuple[int, int]:
    return point(view.viewport(), at)


def row_of(palette: QAbstractItemView, label: str) -> QPoint:
    """The middle of a layer's row in the palette, scrolled to."""
    model = palette.model()
    flags = Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchExactly
    found = model.match(model.index(0, 0), Qt.ItemDataRole.DisplayRole, label, -1, flags)
    index: QModelIndex = next(one for one in found if one.parent().isValid())
    palette.scrollTo(index)
    settle(0.1)
    return palette.visualRect(index).center()


def types_in(window: MainWindow) -> list[str]:
    return [node.type for node in window.document.project.network]


def drag_layer(window: MainWindow, label: str, place: Location | None = None) -> None:
    """Drag a layer from the palette to a place, or to the end of the stack."""
    palette = window.findChild(QAbstractItemView, "paletteView")
    assert palette is not None
    view = view_of(window)
    start = point(palette.viewport(), row_of(palette, label))
    count = len(list(walk(window.document.project.network)))
    end = place or Location(None, "", len(window.document.project.network))
    drag(start, in_view(view, spot(view, end)))
    wait_until(lambda: len(list(walk(window.document.project.network))) == count + 1, 10)


def spot(view: StackView, place: Location) -> QPoint:
    """The middle of a place for layers."""
    return middle(view, view.stack_layout.gaps[place].rect)


def button(window: MainWindow, name: str) -> QWidget:
    found = window.findChild(QPushButton, name)
    assert found is not None
    return found
