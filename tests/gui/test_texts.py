from __future__ import annotations

import pytest

from netstudio.gui.texts import duration, layers_text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.04, "0.0\u2009s"),
        (0.38, "0.4\u2009s"),
        (9.94, "9.9\u2009s"),
        (9.96, "0:10"),
        (62, "1:02"),
    ],
)
def test_short_times_are_told_in_seconds(seconds: float, text: str) -> None:
    assert duration(seconds) == text


def test_one_layer_is_one_layer() -> None:
    assert layers_text(1) == "1 layer"
    assert layers_text(4) == "4 layers"
