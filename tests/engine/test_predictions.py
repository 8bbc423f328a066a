"""Classes ranked by their probability, and how many samples are right."""

from __future__ import annotations

import json

import torch
from hypothesis import given
from hypothesis import strategies as st

from netstudio.engine.evaluation.metrics import Accuracy, Measuring
from netstudio.engine.predictions import Meaning, ranked_classes

rows = st.lists(st.lists(st.integers(0, 5), min_size=4, max_size=4), min_size=1, max_size=9).map(
    lambda values: torch.tensor(values, dtype=torch.float32) / 5
)


@given(rows)
def test_every_class_comes_once_with_its_own_probability(probabilities: torch.Tensor) -> None:
    classes = ("a", "b", "c", "d")
    for row, found in zip(
        probabilities, ranked_classes(probabilities, Meaning(classes)), strict=True
    ):
        assert {item.label: item.probability for item in found.ranked} == dict(
            zip(classes, row.tolist(), strict=True)
        )
        falling = [item.probability for item in found.ranked]
        assert falling == sorted(falling, reverse=True)


def test_of_equal_classes_the_first_one_leads() -> None:
    (found,) = ranked_classes(torch.tensor([[0.2, 0.4, 0.4]]), Meaning(("a", "b", "c")))
    assert [item.label for item in found.ranked] == ["b", "c", "a"]
    assert found.label == "b"


def test_its_json_lists_all_classes() -> None:
    (found,) = ranked_classes(torch.tensor([[0.25, 0.75]]), Meaning(("猫", "狗")))
    assert json.loads(json.dumps(found.as_json())) == [
        {"label": "狗", "probability": 0.75},
        {"label": "猫", "probability": 0.25},
    ]


def test_a_sample_is_correct_when_its_largest_output_is_at_its_class() -> None:
    outputs = torch.tensor([[3.0, 1.0], [-2.0, -1.0], [0.0, 9.0]])
    assert Accuracy(Measuring(3)).sums(outputs, torch.tensor([0, 1, 0])).tolist() == [2]
