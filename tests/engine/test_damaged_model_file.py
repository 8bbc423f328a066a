"""Damaged model files: refused in one sentence, or harmless."""

from __future__ import annotations

import copy
import random
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.damage import damaged, peak_memory
from tests.engine.model_files import assert_works_or_is_refused, parts_of, refusal, rewrite
from tests.models import (
    write_model,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "best.safetensors"
    write_model(path)
    return path


class TestDamaged:
    def test_a_file_cut_off_anywhere_is_refused(self, path: Path) -> None:
        whole = path.read_bytes()
        for length in sorted({*range(0, 200, 7), *range(0, len(whole), 41), len(whole) - 1}):
            path.write_bytes(whole[:length])
            refusal(path)

    def test_random_bytes_do_no_harm(self, path: Path) -> None:
        whole, rng = path.read_bytes(), random.Random(0)
        before, worked = peak_memory(), 0
        for _ in range(2_500):
            path.write_bytes(damaged(whole, rng))
            worked += assert_works_or_is_refused(path)
        assert 0 < worked < 2_500
        assert peak_memory() - before < 2**29

    def test_a_header_that_lies_about_its_length_does_no_harm(self, path: Path) -> None:
        whole = path.read_bytes()
        for length in (0, 1, 7, 100, len(whole), 2**31, 2**40, 2**63, 2**64 - 1):
            path.write_bytes(struct.pack("<Q", length) + whole[8:])
            refusal(path)

    @pytest.mark.parametrize("seed", range(5))
    def test_random_changes_of_the_description_do_no_harm(self, path: Path, seed: int) -> None:
        tensors, about = parts_of(path)
        rng = random.Random(seed)
        before, worked = peak_memory(), 0
        for _ in range(500):
            changed = copy.deepcopy(about)
            for _ in range(rng.choice((1, 1, 1, 2, 5))):
                change_somewhere(changed, rng)
            rewrite(path, tensors, changed)
            worked += assert_works_or_is_refused(path)
        assert 0 < worked < 500
        assert peak_memory() - before < 2**29


ODD: list[Any] = [
    None, True, False, 0, 1, -1, 2, 3, 8, 4_096, 10**6, 2**31, 2**63, 10**30, 0.5, -0.5, 1e308,
    1e-320, float("nan"), float("inf"), "", "auto", "same", "a", "\n", "\0", "\ud800", "{x}",
    "training", "forward", "class", "0", [], [[]], {}, {"a": 1}, [0], [1, 1], [4_096, 4_096],
    "x" * 300, "Linear", "Softmax", "GlobalAvgPool", "sgd", "image_folder", "mean_squared_error",
]  # fmt: skip


def places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every container with each of its keys."""
    items: list[tuple[Any, Any]] = []
    if isinstance(tree, dict):
        items = [*tree.items()]
    elif isinstance(tree, list):
        items = [*enumerate(tree)]
    for key, value in items:
        yield tree, key
        yield from places(value)


def change_somewhere(tree: Any, rng: random.Random) -> None:
    """Replace, remove, add, double or move something anywhere in the JSON tree."""
    everywhere = list(places(tree))
    if not everywhere:
        return
    container, key = rng.choice(everywhere)
    other_container, other_key = rng.choice(everywhere)
    elsewhere = copy.deepcopy(other_container[other_key])
    match rng.randrange(6):
        case 0 | 1 | 2:
            container[key] = copy.deepcopy(rng.choice(ODD))
        case 3:
            del container[key]
        case 4:
            container[key] = elsewhere
        case 5:
            if isinstance(container, list):
                container.insert(key, rng.choice([elsewhere, *copy.deepcopy(ODD)]))
            else:
                container[rng.choice(["unheard", "type", "name", "slots", "uid"])] = elsewhere
