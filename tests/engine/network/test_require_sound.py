"""A project with errors is refused in one sentence that can be translated."""

from __future__ import annotations

import pytest

from netstudio.core.translate import UserError, fill
from netstudio.engine.network.analyse import analyse, require_sound
from tests.projects import VECTOR, node, project


def test_a_project_with_errors_is_refused_with_the_first_and_how_many_more() -> None:
    words = []
    for count in (1, 2, 3):
        first = project(*(node("Linear", out_features=0) for _ in range(count)))
        with pytest.raises(UserError) as caught:
            require_sound(first, analyse(first).problems)
        words.append(str(caught.value))
    assert words[0].startswith("linear_1: Linear: Outputs is 0, but it must be")
    assert words[1] == f"{words[0]} And one more: see the list of problems."
    assert words[2] == f"{words[0]} And 2 more: see the list of problems."


def test_a_refusal_is_translated_as_a_whole() -> None:
    first = project(node("Conv2d"), sample=VECTOR)
    with pytest.raises(UserError) as caught:
        require_sound(first, analyse(first).problems)
    seen: list[str] = []

    def translate(template: str) -> str:
        seen.append(template)
        return template

    assert fill(caught.value.message, translate) == str(caught.value)
    assert "pictures (channels×height×width)" in seen
    assert any(template.startswith("{layer} expects {expected}") for template in seen)
