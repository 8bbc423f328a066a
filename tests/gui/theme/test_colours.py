"""Every text can be read on whatever it lies, and families of layers can be told apart."""

from __future__ import annotations

from itertools import combinations

import pytest

from netstudio.core.layer import Family
from netstudio.gui.theme.colours import Colours, blend, shades, theme
from tests.gui.theme.vision import EYES, ciede2000, contrast, difference

_THEMES = ("dark", "light")
# WCAG 2.2, 1.4.3 and 1.4.11.
_TEXT, _MARK = 4.5, 3.0
# CIEDE2000: how far two families are apart at least. Each has an icon of its own, too; further
# apart, ten hues would have to be as dark or as pale as mud.
_APART = {"all cones": 14.0, "protanopia": 6.5, "deuteranopia": 6.5, "tritanopia": 6.5}

_PLAIN = ("background", "canvas", "panel", "raised", "control")
_TOUCHED = ("hover", "selected_back", "lit_back", "error_back", "warning_back")
# Which surfaces each colour of texts lies on.
_LIES_ON = {
    "text": (*_PLAIN, *_TOUCHED, "pressed"),
    "text_secondary": (*_PLAIN, *_TOUCHED),
    "text_faint": (*_PLAIN, *_TOUCHED),
    "accent": (*_PLAIN, "selected_back", "lit_back"),
    "error": (*_PLAIN, *_TOUCHED),
    "warning": (*_PLAIN, *_TOUCHED),
    "ok": (*_PLAIN, *_TOUCHED),
    "curve_train": ("canvas", "lit_back"),  # the names in code that are defined
}
_WHITE_LIES_ON = ("accent_fill", "accent_hover", "error_fill", "error_hover")
_MARKS_LIE_ON = ("background", "canvas", "panel", "raised", "control", "selected_back")


@pytest.mark.parametrize("name", _THEMES)
@pytest.mark.parametrize(
    ("role", "surface"), [(role, one) for role, several in _LIES_ON.items() for one in several]
)
def test_a_text_can_be_read_on_whatever_it_lies(name: str, role: str, surface: str) -> None:
    colours = _named(theme(name))
    assert contrast(colours[role], colours[surface]) >= _TEXT


@pytest.mark.parametrize("name", _THEMES)
@pytest.mark.parametrize("surface", _WHITE_LIES_ON)
def test_white_can_be_read_on_what_is_filled(name: str, surface: str) -> None:
    assert contrast("#FFFFFF", _named(theme(name))[surface]) >= _TEXT


@pytest.mark.parametrize("name", _THEMES)
@pytest.mark.parametrize("role", ["error", "warning"])
def test_a_note_under_a_card_can_be_read(name: str, role: str) -> None:
    worn = theme(name)
    hue = _named(worn)[role]
    text, ground = blend(hue, worn.text, 0.7), blend(hue, worn.canvas, 0.12)
    assert contrast(text.name(), ground.name()) >= _TEXT


@pytest.mark.parametrize("name", _THEMES)
@pytest.mark.parametrize("surface", _MARKS_LIE_ON)
def test_curves_and_the_marks_of_families_stand_out(name: str, surface: str) -> None:
    worn = theme(name)
    ground = _named(worn)[surface]
    curves = {"training": worn.curve_train, "validation": worn.curve_validation}
    marks = {**{family.value: hue for family, hue in worn.families.items()}, **curves}
    faint = {mark: contrast(hue, ground) for mark, hue in marks.items()}
    assert {mark: ratio for mark, ratio in faint.items() if ratio < _MARK} == {}


@pytest.mark.parametrize("name", _THEMES)
@pytest.mark.parametrize("eyes", EYES)
def test_families_and_curves_can_be_told_apart_by_all_eyes(name: str, eyes: str) -> None:
    worn = theme(name)
    assert set(worn.families) == set(Family)
    pairs = [*combinations(worn.families.items(), 2)]
    alike = {
        (one, other): difference(hue, other_hue, eyes) for (one, hue), (other, other_hue) in pairs
    }
    assert {pair: apart for pair, apart in alike.items() if apart < _APART[eyes]} == {}
    assert difference(worn.curve_train, worn.curve_validation, eyes) >= _APART[eyes]


def test_differences_are_those_that_are_published() -> None:
    # Pairs 1, 7 and 25 of Sharma, Wu and Dalal, 2005.
    assert ciede2000((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert ciede2000((50, 0, 0), (50, -1, 2)) == pytest.approx(2.3669, abs=1e-4)
    assert ciede2000((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387)) == pytest.approx(
        1.2644, abs=1e-4
    )


def _named(worn: Colours) -> dict[str, str]:
    return {**worn.named(), **shades(worn)}
