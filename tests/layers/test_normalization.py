"""Over what the normalisations take mean and variance; their shapes alone do not tell."""

from __future__ import annotations

import pytest
import torch

from netstudio.core.spec import TensorSpec
from netstudio.engine.network.analyse import analyse
from netstudio.engine.resolve import build
from tests.projects import PICTURE, SERIES, VECTOR, node, project


@pytest.mark.parametrize(
    ("type_name", "sample", "over"),
    [
        ("LayerNorm", VECTOR, (1,)),
        ("LayerNorm", SERIES, (2,)),
        ("LayerNorm", PICTURE, (1, 2, 3)),
        ("BatchNorm1d", VECTOR, (0,)),
        ("BatchNorm1d", SERIES, (0, 1)),
        ("BatchNorm2d", PICTURE, (0, 2, 3)),
    ],
)
def test_mean_and_variance_are_taken_over_what_it_says(
    type_name: str, sample: TensorSpec, over: tuple[int, ...]
) -> None:
    call = analyse(project(node(type_name), sample=sample)).call
    assert call is not None
    x = torch.randn(8, *sample.sizes, generator=torch.Generator().manual_seed(0))
    y = build(call).train()(x * 3 + x.mean(1, keepdim=True) + 5)
    mean, deviation = y.mean(over), y.std(over, correction=0)
    assert torch.allclose(mean, torch.zeros_like(mean), atol=1e-4)
    assert torch.allclose(deviation, torch.ones_like(deviation), atol=1e-3)
