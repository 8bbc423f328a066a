from __future__ import annotations

from dataclasses import replace

from netstudio.core.layer import Family
from netstudio.core.tree import Stack
from netstudio.gui.frame.stack_drawing import Drawing, drawing_of
from netstudio.tasks.templates import TEMPLATES, project_from_template
from tests.projects import network, node


def rows_of(drawing: Drawing) -> list[tuple[int, Family]]:
    return [(bar.row, bar.family) for bar in drawing.bars]


def test_every_layer_has_a_bar_in_its_familys_colour_and_lower_ones_are_shorter() -> None:
    drawing = drawing_of(network(node("Conv2d"), node("ReLU"), node("Linear")))
    assert rows_of(drawing) == [
        (0, Family.CONVOLUTION),
        (1, Family.ACTIVATION),
        (2, Family.LINEAR),
    ]
    widths = [bar.width for bar in drawing.bars]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] == 1.0 > widths[2]


def test_branches_stand_side_by_side_beside_a_bracket() -> None:
    parallel = node("Parallel")
    parallel = parallel.with_slot("branch_1", Stack((node("Conv2d"), node("ReLU"))))
    parallel = parallel.with_slot("branch_2", Stack((node("MaxPool2d"),)))
    drawing = drawing_of(network(parallel, node("Flatten")))
    assert rows_of(drawing) == [
        (0, Family.CONVOLUTION),
        (1, Family.ACTIVATION),
        (0, Family.POOLING),
        (2, Family.RESHAPING),
    ]
    left, _, right, _ = drawing.bars
    assert left.x + left.width < right.x
    assert right.x + right.width <= 1.0
    (bracket,) = drawing.brackets
    assert (bracket.first, bracket.last) == (0, 1)


def test_empty_containers_are_bars_and_layers_that_are_off_or_unknown_are_nothing() -> None:
    off = replace(node("Linear"), enabled=False)
    drawing = drawing_of(network(node("Residual"), node("Group", node("ReLU")), off, node("Nope")))
    assert rows_of(drawing) == [(0, Family.CONTAINER), (1, Family.ACTIVATION)]
    assert not drawing.brackets


def test_every_template_can_be_drawn_within_its_frame() -> None:
    for template in TEMPLATES:
        drawing = drawing_of(project_from_template(template.name, "x").network)
        assert drawing.bars
        for bar in drawing.bars:
            assert 0 <= bar.x < bar.x + bar.width <= 1.0 + 1e-9
            assert bar.width > 0.05, template.name
            assert 0 <= bar.row < drawing.rows


def test_of_a_deep_network_only_the_layers_that_matter_are_drawn() -> None:
    block = (node("Conv2d"), node("BatchNorm2d"), node("ReLU"))
    assert drawing_of(network(*block)).rows == 3
    inside = node("Residual").with_slot("body", Stack(block))
    drawing = drawing_of(network(*5 * block, inside))
    assert rows_of(drawing) == [(row, Family.CONVOLUTION) for row in range(6)]
    assert len(drawing.brackets) == 1
