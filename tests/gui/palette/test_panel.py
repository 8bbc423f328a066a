"""The palette: families, search, keyboard, drags."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTreeView
from pytestqt.qtbot import QtBot

from netstudio.core.layer import Family
from netstudio.gui.layer_search import by_family, other_names, search
from netstudio.gui.palette.panel import PalettePanel
from netstudio.gui.theme.appearance import Appearance
from netstudio.gui.theme.families import FAMILY_ICONS
from netstudio.gui.theme.fonts import glyph
from netstudio.layers import LAYERS
from tests.gui.forms import enter, press, show, texts

MIME = "application/x-netstudio-layer"


class Palette:
    """A palette on the screen and what a person does with it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.panel = PalettePanel()
        self.panel.resize(264, 320)
        show(qtbot, self.panel)
        self.chosen: list[str] = []
        self.panel.chosen.connect(self.chosen.append)

    @property
    def view(self) -> QTreeView:
        view = self.panel.findChild(QTreeView, "paletteView")
        assert view is not None
        return view

    @property
    def line(self) -> QLineEdit:
        line = self.panel.findChild(QLineEdit, "paletteSearch")
        assert line is not None
        return line

    def families(self) -> list[str]:
        model = self.view.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def layers(self) -> list[str]:
        model = self.view.model()
        groups = [model.index(row, 0) for row in range(model.rowCount())]
        return [
            model.index(row, 0, group).data()
            for group in groups
            for row in range(model.rowCount(group))
        ]

    def index(self, name: str) -> QModelIndex:
        """The row called ``name``; a layer rather than the family that is called the same."""
        flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        model = self.view.model()
        found = model.match(model.index(0, 0), Qt.ItemDataRole.DisplayRole, name, -1, flags)
        return found[-1]

    def click(self, name: str, twice: bool = False) -> None:
        index = self.index(name)
        self.view.scrollTo(index)
        place = self.view.visualRect(index).center()
        act = QTest.mouseDClick if twice else QTest.mouseClick
        act(
            self.view.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            place,
        )


@pytest.fixture
def palette(qtbot: QtBot, dressed: Appearance) -> Palette:
    return Palette(qtbot)


def found(query: str) -> list[str]:
    return [cls.type for _, layers in search(LAYERS, query) for cls in layers]


def test_every_layer_stands_once_in_its_family_in_the_order_of_the_families(
    palette: Palette,
) -> None:
    assert sorted(palette.layers()) == sorted(cls.label for cls in LAYERS)
    used = {cls.family for cls in LAYERS}
    assert palette.families() == [family.label for family in Family if family in used]
    for family, layers in by_family(LAYERS):
        assert {cls.family for cls in layers} == {family}


def test_every_family_has_an_icon_that_the_font_has() -> None:
    assert all(glyph(FAMILY_ICONS[family]) for family in Family)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("dense", "Linear"),
        ("DENSE", "Linear"),
        ("linear", "Linear"),
        ("conv2d", "Conv2d"),
        ("Convolution1D", "Conv1d"),
        ("relu", "ReLU"),
        ("max pool 2d", "MaxPool2d"),
        ("skip connection", "Residual"),
        ("normalization", "BatchNorm2d"),
        ("relied on", "Dropout"),
    ],
)
def test_a_search_by_any_name_finds_the_best_match_first(query: str, first: str) -> None:
    assert found(query)[0] == first


def test_a_name_that_begins_like_the_query_goes_before_one_that_holds_it() -> None:
    order = found("relu")
    assert order[0] == "ReLU"
    assert order.index("ReLU6") < order.index("LeakyReLU")


def test_faint_names_say_what_the_label_does_not() -> None:
    assert other_names(LAYERS["Linear"]) == "Dense, fully connected"
    assert other_names(LAYERS["BatchNorm2d"]) == ""


def test_enter_in_the_search_takes_the_first_match(palette: Palette) -> None:
    press(palette.line, Qt.Key.Key_Return)
    assert palette.chosen == [], "nothing was looked for"
    enter(palette.line, "dense")
    assert palette.layers()[0] == "Linear"
    press(palette.line, Qt.Key.Key_Return)
    assert palette.chosen == ["Linear"]


def test_down_leads_into_the_list_where_enter_takes_a_layer(palette: Palette) -> None:
    enter(palette.line, "pool2d")
    press(palette.line, Qt.Key.Key_Down)
    assert palette.view.hasFocus()
    press(palette.view, Qt.Key.Key_Down)
    press(palette.view, Qt.Key.Key_Return)
    assert palette.chosen == ["AvgPool2d"]


def test_escape_ends_the_search(palette: Palette) -> None:
    enter(palette.line, "dense")
    press(palette.line, Qt.Key.Key_Escape)
    assert palette.line.text() == ""
    assert len(palette.layers()) == len(LAYERS)


def test_a_search_that_finds_nothing_says_so(palette: Palette) -> None:
    assert texts(palette.panel) == []
    enter(palette.line, "qqq")
    assert texts(palette.panel) == ["No layer is called or does “qqq”."]
    palette.line.clear()
    assert texts(palette.panel) == []


def test_a_double_click_takes_a_layer_and_a_click_does_not(palette: Palette) -> None:
    palette.click("Conv2d")
    assert palette.chosen == []
    palette.click("Conv2d", twice=True)
    assert palette.chosen == ["Conv2d"]


def test_a_layer_is_dragged_as_its_type_and_a_family_is_not_dragged(palette: Palette) -> None:
    model = palette.view.model()
    index = palette.index("MaxPool2d")
    data = model.mimeData([index])
    assert data.formats() == [MIME] == model.mimeTypes()
    assert bytes(data.data(MIME).data()) == b"MaxPool2d"
    assert model.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.supportedDragActions() == Qt.DropAction.CopyAction
    assert not model.flags(palette.index("Pooling")) & Qt.ItemFlag.ItemIsDragEnabled


def test_families_that_a_click_has_closed_stay_closed(palette: Palette, qtbot: QtBot) -> None:
    assert palette.panel.state() == []
    palette.click("Pooling")
    assert not palette.view.isExpanded(palette.index("Pooling"))
    assert palette.panel.state() == ["pooling"]
    again = Palette(qtbot)
    again.panel.restore([*palette.panel.state(), "unheard of"])
    assert not again.view.isExpanded(again.index("Pooling"))
    assert again.view.isExpanded(again.index("Convolution"))
    again.click("Pooling")
    assert again.panel.state() == []


def test_a_search_looks_into_closed_families_and_leaves_them_closed(palette: Palette) -> None:
    palette.panel.restore(["pooling"])
    enter(palette.line, "pool")
    assert palette.view.isExpanded(palette.index("Pooling"))
    assert palette.panel.state() == ["pooling"]
    palette.line.clear()
    assert not palette.view.isExpanded(palette.index("Pooling"))


def test_typing_in_the_list_goes_to_the_layer_of_that_name(palette: Palette) -> None:
    palette.view.setFocus()
    QTest.keyClicks(palette.view, "drop")
    assert palette.view.currentIndex().data() == "Dropout"


def test_eight_rows_are_in_view_at_the_least(palette: Palette) -> None:
    palette.panel.resize(264, palette.panel.minimumSizeHint().height())
    row = palette.view.visualRect(palette.index("Conv2d")).height()
    assert palette.view.viewport().height() >= 8 * row


def test_a_layer_explains_itself_where_the_mouse_rests(palette: Palette) -> None:
    tip = palette.index("Conv2d").data(Qt.ItemDataRole.ToolTipRole)
    assert LAYERS["Conv2d"].help in tip
    assert "Σ" in tip


def test_a_dragged_layer_hangs_beside_the_pointer_and_no_line_stays_lit_afterwards(
    palette: Palette, monkeypatch: pytest.MonkeyPatch
) -> None:
    hung: list[QPoint] = []

    def be_over_at_once(drag: QDrag, _: Qt.DropAction) -> Qt.DropAction:
        hung.append(drag.hotSpot())
        return Qt.DropAction.IgnoreAction

    heard: list[QEvent.Type] = []

    class Ear(QObject):
        def eventFilter(self, _: QObject, event: QEvent) -> bool:
            heard.append(event.type())
            return False

    ear = Ear()
    palette.view.viewport().installEventFilter(ear)
    monkeypatch.setattr(QDrag, "exec", be_over_at_once)
    palette.click("Conv2d")
    heard.clear()
    palette.view.startDrag(Qt.DropAction.CopyAction)
    assert [(spot.x() < 0, spot.y() < 0) for spot in hung] == [(True, True)]
    assert QEvent.Type.HoverLeave in heard
