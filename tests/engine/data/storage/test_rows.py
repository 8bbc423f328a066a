"""Rows that stay in their file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from netstudio.engine.data.storage import rows as rows_module
from netstudio.engine.data.storage.rows import RowFile, StoredRows
from tests.engine.data.stored import keep, numbered, only_file

COUNT = 40
EXPECTED = numbered(COUNT, 3, 2)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> RowFile:
    path = tmp_path_factory.mktemp("rows") / "rows.bin"
    path.write_bytes(EXPECTED.numpy().tobytes())
    return RowFile(path, 6)


def everything(file: RowFile) -> StoredRows:
    return StoredRows(file, (3, 2), np.arange(COUNT))


@given(index=st.lists(st.integers(0, COUNT - 1), max_size=60))
def test_any_rows_in_any_order_are_those_of_the_file(file: RowFile, index: list[int]) -> None:
    found = everything(file).read(np.array(index, dtype=np.int64))
    assert torch.equal(found, EXPECTED[torch.tensor(index, dtype=torch.int64)])


@given(
    chosen=st.lists(st.integers(0, COUNT - 1), min_size=1, max_size=30),
    data=st.data(),
)
def test_a_selection_of_rows_numbers_its_own(
    file: RowFile, chosen: list[int], data: st.DataObject
) -> None:
    index = data.draw(st.lists(st.integers(0, len(chosen) - 1), max_size=20))
    found = everything(file).select(np.array(chosen)).read(np.array(index, dtype=np.int64))
    assert torch.equal(found, EXPECTED[torch.tensor(chosen)][torch.tensor(index).long()])


def test_it_is_indexed_like_a_tensor(file: RowFile) -> None:
    stored = everything(file)
    assert torch.equal(stored[7], EXPECTED[7])
    assert torch.equal(stored[-1], EXPECTED[-1])
    assert torch.equal(stored[3:9:2], EXPECTED[3:9:2])
    assert torch.equal(stored[torch.tensor([5, 1, 5])], EXPECTED[[5, 1, 5]])
    with pytest.raises(IndexError):
        stored[COUNT]


def test_its_axes_are_shown_in_the_order_that_is_asked_for() -> None:
    pixels = numbered(5, 4, 6, 3)
    stored = keep(pixels, axes=(2, 0, 1))
    assert stored.shape == (5, 3, 4, 6)
    assert torch.equal(stored[:], pixels.permute(0, 3, 1, 2))
    assert torch.equal(stored[2], pixels[2].permute(2, 0, 1))


def test_it_is_read_the_same_where_files_have_one_position(
    file: RowFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows_module, "_READS_AT", False)
    assert torch.equal(everything(file)[torch.tensor([9, 2, 30])], EXPECTED[[9, 2, 30]])


def test_a_file_that_was_cut_is_an_error_and_no_garbage(cache_folder: Path) -> None:
    stored = keep(numbered(10, 8))
    with only_file(cache_folder).open("rb+") as cut:
        cut.truncate(42)
    assert torch.equal(stored[:5], numbered(10, 8)[:5])
    with pytest.raises(OSError, match="shorter"):
        stored[5]
