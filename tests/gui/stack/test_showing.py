from __future__ import annotations

import time
from dataclasses import replace

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from netstudio.core import edits
from netstudio.core.document import Document
from netstudio.core.tree import Location, Node
from netstudio.core.values import Fields
from netstudio.gui.analysis import Analyser
from netstudio.gui.stack.faces import EndFace, LayerFace
from netstudio.gui.stack.footer import StackFooter
from netstudio.gui.stack.gap_faces import GapFace, HollowFace
from netstudio.gui.stack.geometry import INPUT, OUTPUT
from netstudio.gui.stack.notes import NoteFace
from netstudio.gui.stack.painting import Mark
from netstudio.gui.stack.view import StackView
from netstudio.gui.theme.appearance import Appearance, ThemeChoice
from tests.gui.stack.conftest import Build
from tests.gui.stack.hands import card, click, layer


def _face(view: StackView, uid: str) -> LayerFace:
    face = view._scene.face(("card", uid))
    assert isinstance(face, LayerFace)
    return face


def _end(view: StackView, uid: str) -> EndFace:
    face = view._scene.face(("card", uid))
    assert isinstance(face, EndFace)
    return face


def _shapes(view: StackView) -> list[str]:
    faces = view._scene.faces().values()
    return [face.shape for face in faces if isinstance(face, GapFace)]


def test_cards_tell_settings_shapes_and_parameters(view: StackView, build: Build) -> None:
    build(layer("a", "Conv2d", padding="same"), layer("b", "Flatten"), layer("c", "Linear"))
    conv = _face(view, "a")
    assert (conv.label, conv.summary, conv.count) == (
        "Conv2d",
        "32 filters · 3×3 · same",
        "320 params",
    )
    assert 0 < conv.share < _face(view, "c").share < 1
    assert _face(view, "b").count == ""
    assert _shapes(view) == ["1 × 28 × 28", "32 × 28 × 28", "25088", "64"]


def test_both_ends_tell_what_comes_in_and_goes_out(view: StackView) -> None:
    assert _end(view, INPUT).text == (
        "MNIST digits · 54\u2009000 train · 6\u2009000 validation · 10\u2009000 test"
    )
    assert _end(view, OUTPUT).text == "10 classes"
    sample = QImage(28, 28, QImage.Format.Format_Grayscale8)
    sample.fill(255)
    view.set_sample(sample)
    assert _end(view, INPUT).picture is not None
    view.set_sample(None)
    assert _end(view, INPUT).picture is None


def test_data_that_were_not_read_are_missing_at_the_input(
    document: Document, analyser: Analyser, view: StackView, qtbot: QtBot
) -> None:
    data = replace(document.project.data, facts=None)
    with qtbot.waitSignal(analyser.analysed):
        document.replace(replace(document.project, data=data))
    assert "not read yet" in _end(view, INPUT).text
    assert _end(view, OUTPUT).text == "not known yet"
    assert [problem.code for problem in view.problems_of(INPUT)] == ["data-not-read"]
    assert not any(_face(view, uid).is_blocked for uid in view.order[:-1])


def test_a_name_is_shown_only_where_the_user_gave_it(view: StackView, build: Build) -> None:
    given = Node("a", "ReLU", "stem")
    automatic = Node("b", "ReLU", "relu_12")
    build(given, automatic)
    assert _face(view, "a").name == "stem"
    assert _face(view, "b").name == ""


def test_an_error_is_told_under_its_card_and_blocks_those_below(
    view: StackView, build: Build
) -> None:
    build(layer("a", "Conv2d"), layer("b", "Linear"), layer("c", "ReLU"))
    note = view._scene.face(("note", "b", 0))
    assert isinstance(note, NoteFace)
    assert (note.text, note.fix) == (
        "Linear expects a flat vector but receives 32×26×26. Add Flatten before it.",
        "Insert Flatten",
    )
    assert [_face(view, uid).is_wrong for uid in "abc"] == [False, True, False]
    assert [_face(view, uid).is_blocked for uid in "abc"] == [False, False, True]
    assert _shapes(view) == ["1 × 28 × 28", "32 × 26 × 26", "", ""]


def test_a_closed_container_shows_that_something_in_it_is_wrong(
    view: StackView, build: Build
) -> None:
    build(layer("box", "Group", layer("in", "Linear")))
    assert not _face(view, "box").is_wrong
    view.toggle_collapsed("box")
    assert _face(view, "box").is_wrong
    assert "in" not in view.stack_layout.cards


def test_unreadable_layers_still_have_a_card(view: StackView, build: Build) -> None:
    build(
        Node("x", "Mystery", "mystery_1"),
        Node("y", "Conv2d", "conv2d_1", Fields(out_channels=-1)),
    )
    assert (_face(view, "x").label, _face(view, "x").is_wrong) == ("Mystery", True)
    assert (_face(view, "y").label, _face(view, "y").is_wrong) == ("Conv2d", True)


def test_an_empty_network_invites_and_does_not_reproach(view: StackView, build: Build) -> None:
    build()
    faces = view._scene.faces().values()
    assert [face.text for face in faces if isinstance(face, HollowFace)] == [
        "Drag layers here, or press +"
    ]
    assert view.problems_of(OUTPUT) == ()


def test_shapes_stay_while_new_ones_are_made_and_fade_when_that_takes_long(
    document: Document, analyser: Analyser, view: StackView, build: Build, qtbot: QtBot
) -> None:
    build(layer("a", "Conv2d"), layer("b", "ReLU"))

    def gap(uid: str) -> GapFace:
        face = view._scene.face(("gap", uid))
        assert isinstance(face, GapFace)
        return face

    view._take_analysis(analyser.current)  # type: ignore[arg-type]
    analyser.analysed.disconnect(view._take_analysis)
    document.edit(
        "x",
        lambda project: project.with_network(
            edits.set_fields(project.network, "a", out_channels=8)
        ),
    )
    view.insert_type("ReLU")
    assert (gap("a").shape, gap("a").is_old) == ("32 × 26 × 26", False)
    assert gap(view.selected[0]).shape == "…"
    qtbot.waitUntil(lambda: gap("a").is_old)
    qtbot.waitUntil(lambda: analyser.current is not None)
    view._take_analysis(analyser.current)  # type: ignore[arg-type]
    assert (gap("a").shape, gap("a").is_old) == ("8 × 26 × 26", False)


def test_the_ring_is_stronger_where_keys_act(view: StackView, build: Build) -> None:
    build(layer("a", "ReLU"), layer("b", "ReLU"))
    view.select(("a", "b"))
    assert [_face(view, uid).mark for uid in "ab"] == [Mark.SELECTED, Mark.CURRENT]


def test_screen_readers_hear_what_is_selected(view: StackView, build: Build) -> None:
    build(layer("a", "Conv2d"), layer("b", "Linear"))
    click(view, card(view, "a"))
    assert view.accessibleDescription() == (
        "Conv2d, conv2d_a, 32 filters, 3×3, valid, output 32×26×26, 320 parameters"
    )
    click(view, card(view, "b"))
    assert "64 outputs, 1 error" in view.accessibleDescription()
    view.select_all()
    assert view.accessibleDescription() == "2 layers selected"
    click(view, card(view, INPUT))
    assert view.accessibleDescription().startswith("Input: MNIST")


def test_500_cards_are_brought_up_to_date_at_once(
    document: Document, view: StackView, build: Build
) -> None:
    usual = ("Linear", "ReLU", "Dropout")
    build(layer("f", "Flatten"), *(layer(f"n{at}", usual[at % 3]) for at in range(500)))
    view.select(("f",))
    items = dict(view._scene._pixmaps)
    took = []
    for _ in range(3):
        start = time.perf_counter()
        view.insert_type("Dropout")
        took.append(time.perf_counter() - start)
    assert min(took) < 0.1
    kept = {key for key, item in items.items() if view._scene._pixmaps.get(key) is item}
    assert {("card", "n0"), ("card", "n5"), ("gap", "n5")} <= kept


def test_only_what_is_in_sight_has_an_item(view: StackView, build: Build) -> None:
    build(*(layer(f"n{number}", "ReLU") for number in range(300)))
    assert 0 < len(view._scene.shown) < 120
    assert ("card", "n299") not in view._scene.shown
    view.reveal("n299")
    assert ("card", "n299") in view._scene.shown
    assert ("card", "n0") not in view._scene.shown
    assert len(view._scene.items()) < 130


def test_cards_follow_the_theme(view: StackView, dressed: Appearance) -> None:
    def colour() -> int:
        image = view.grab().toImage()
        return image.pixelColor(card(view, INPUT) + QPoint(180, 15)).lightness()

    bright = colour()
    dressed.choose(ThemeChoice.DARK)
    assert colour() < bright - 100


def test_cards_shrink_in_a_narrow_view_and_never_scroll_sideways(view: StackView) -> None:
    assert view.stack_layout.width == 440
    view.resize(400, 500)
    assert view.stack_layout.width < 380
    assert view.horizontalScrollBar().maximum() == 0


def test_the_wheel_zooms_with_ctrl(view: StackView, qtbot: QtBot) -> None:
    def turn(delta: int) -> None:
        event = QWheelEvent(
            QPointF(100, 100),
            view.mapToGlobal(QPointF(100, 100)),
            QPoint(),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), event)

    with qtbot.waitSignal(view.zoom_changed) as zoomed:
        turn(120)
    assert zoomed.args == [1.1]
    assert view._scene._pixmaps["card", INPUT].pixmap().devicePixelRatio() == 1.1
    turn(-120)
    for _ in range(20):
        turn(-120)
    assert view.zoom == 0.25


def test_the_footer_tells_totals_and_zooms(
    document: Document, analyser: Analyser, view: StackView, build: Build, qtbot: QtBot
) -> None:
    footer = StackFooter(document, analyser, view)
    qtbot.addWidget(footer)
    parameters = footer.findChild(QLabel, "parametersTotal")
    work = footer.findChild(QLabel, "flopsTotal")
    reset = footer.findChild(QToolButton, "zoomReset")
    larger = footer.findChild(QToolButton, "zoomIn")
    assert parameters is not None
    assert work is not None
    assert reset is not None
    assert larger is not None
    assert parameters.text() == "Parameters <b>25.4\u2009k</b>"
    # twice 784 · 32 + 32 · 10
    assert work.toolTip() == "50\u2009816 floating-point operations for one sample"
    build(layer("a", "Conv2d"), layer("b", "Linear"))
    assert parameters.text() == "Parameters <b>320</b> so far"
    document.replace(document.project)
    assert parameters.text() == "Parameters …"
    larger.click()
    assert reset.text() == "110\u2009%"
    reset.click()
    assert view.zoom == 1.0


def test_a_view_that_is_gone_hears_of_no_changes(
    document: Document, analyser: Analyser, dressed: Appearance, qtbot: QtBot
) -> None:
    view = StackView(document, analyser)
    footer = StackFooter(document, analyser, view)
    for widget in (footer, view):
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(view)
    with qtbot.waitSignal(analyser.analysed):
        document.replace(document.project)


def test_a_gap_keeps_its_line_when_its_card_moves(
    document: Document, view: StackView, build: Build
) -> None:
    build(layer("a", "ReLU"), layer("b", "Flatten"))
    item = view._scene._pixmaps["gap", "a"]
    document.edit(
        "x",
        lambda project: project.with_network(
            edits.move(project.network, ["a"], Location(None, "", 2))
        ),
    )
    assert view._scene._pixmaps["gap", "a"] is item
