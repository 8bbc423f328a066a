"""What a card leaves out where it is narrow."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QFont, QImage, QPainter

from netstudio.core.layer import Family
from netstudio.gui.stack.faces import LayerFace, whole_parts
from netstudio.gui.stack.painting import Mark
from netstudio.gui.theme import metrics
from netstudio.gui.theme.appearance import Appearance
from netstudio.gui.theme.fonts import text_font

CONV = LayerFace(
    label="Conv2d",
    summary="8 filters · 1×1 · same",
    name="",
    icon="dots-nine",
    family=Family.CONVOLUTION,
    count="136 params",
    share=0.0,
    is_wrong=False,
    is_blocked=False,
    mark=Mark.NONE,
    figure="136",
)


@pytest.fixture
def font(dressed: Appearance) -> QFont:
    return text_font(metrics.TEXT_TINY)


def painted(face: LayerFace, width: int) -> QImage:
    image = QImage(width, metrics.CARD_HEIGHT, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    face.paint(painter, width, metrics.CARD_HEIGHT)
    painter.end()
    return image


def test_settings_are_left_out_whole(font: QFont) -> None:
    assert whole_parts(CONV.summary, font, 200) == "8 filters · 1×1 · same"
    assert whole_parts(CONV.summary, font, 90) == "8 filters · 1×1"
    assert whole_parts(CONV.summary, font, 5) == "8 filters"


def test_a_narrow_card_has_its_settings_below_the_figure(font: QFont) -> None:
    without = painted(replace(CONV, figure=""), 180)
    with_figure = painted(CONV, 180)
    half = metrics.CARD_HEIGHT // 2
    size = (0, half, 180, half)
    assert with_figure.copy(*size) == without.copy(*size)
    assert with_figure.copy(0, 0, 180, half) != without.copy(0, 0, 180, half)


def test_a_long_name_keeps_its_line_for_itself(font: QFont) -> None:
    long = replace(CONV, label="DepthwiseConv2d")
    upper = (0, 0, 160, metrics.CARD_HEIGHT // 2)
    assert painted(long, 160).copy(*upper) == painted(replace(long, figure=""), 160).copy(*upper)


def test_of_a_given_name_no_two_letters_are_left(font: QFont) -> None:
    group = replace(CONV, label="Group", summary="14 layers", count="2 452 params")
    named = replace(group, name="inception_1")
    assert painted(named, 285) == painted(group, 285)
    assert painted(named, 440) != painted(group, 440)


def test_a_frozen_card_wears_a_snowflake_behind_its_name_however_narrow(font: QFont) -> None:
    for width in (440, 200, 150):
        plain, frozen = (painted(replace(CONV, is_frozen=on), width) for on in (False, True))
        assert plain != frozen, width
        name = (0, 0, 88, metrics.CARD_HEIGHT // 2)
        assert plain.copy(*name) == frozen.copy(*name)
    plain, frozen = (painted(replace(CONV, label="", is_frozen=on), 60) for on in (False, True))
    assert plain == frozen


def test_a_rate_of_its_own_is_told_where_there_is_room(font: QFont) -> None:
    for width, is_told in ((440, True), (120, False)):
        told = painted(replace(CONV, rate="rate ×0.1"), width) != painted(CONV, width)
        assert told is is_told
