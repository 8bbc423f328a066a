"""The user's own blocks: kept, read, renamed, deleted."""

from __future__ import annotations

from pathlib import Path

import pytest

from netstudio.core.blocks import blocks_in, delete_block, objection, rename_block, save_block
from netstudio.core.translate import UserError
from tests.projects import node

BODY = node("Residual", node("Conv2d", out_channels=48), node("ReLU"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "blocks"


def names(folder: Path) -> list[str]:
    return [block.name for block in blocks_in(folder)]


def test_a_block_is_read_as_it_was_saved(folder: Path) -> None:
    assert blocks_in(folder) == ()
    save_block(folder, "我的块 2", BODY)
    save_block(folder, "Edges", BODY)
    assert names(folder) == ["Edges", "我的块 2"]
    assert all(block.node() == BODY for block in blocks_in(folder))


def test_a_block_is_renamed_and_deleted(folder: Path) -> None:
    block = rename_block(save_block(folder, "Edges", BODY), "edges")
    assert names(folder) == ["edges"]
    assert block.node() == BODY
    delete_block(block)
    delete_block(block)
    assert names(folder) == []


@pytest.mark.parametrize("name", ["", "a/b", "..", ".hidden", "a\nb", "x" * 61, "end.", "edges"])
def test_a_name_that_cannot_be_is_refused_and_nothing_is_lost(folder: Path, name: str) -> None:
    save_block(folder, "Edges", BODY)
    other = save_block(folder, "Other", BODY)
    assert objection(folder, name) is not None
    with pytest.raises(UserError):
        save_block(folder, name, node("ReLU"))
    with pytest.raises(UserError):
        rename_block(other, name)
    assert names(folder) == ["Edges", "Other"]


def test_a_file_that_is_no_block_says_so(folder: Path) -> None:
    block = save_block(folder, "Edges", BODY)
    block.file.write_text("{}")
    with pytest.raises(UserError, match='no entry "format"'):
        block.node()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "blocks").write_text("in the way")
    with pytest.raises(UserError, match="cannot be changed"):
        save_block(tmp_path / "blocks", "Edges", BODY)
