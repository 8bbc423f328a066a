"""Code in files and notebooks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from netstudio.core.translate import UserError
from netstudio.gui.code.files import read_code


def test_a_python_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "net.py"
    path.write_text("# Größe\nx = 1\n", encoding="utf-8-sig")
    assert read_code(path) == "# Größe\nx = 1\n"


def test_the_code_cells_of_a_notebook_are_read_one_after_the_other(tmp_path: Path) -> None:
    cells = [
        {"cell_type": "markdown", "source": ["# About"]},
        {"cell_type": "code", "source": ["import torch\n", "x = 1"]},
        {"cell_type": "code", "source": "y = 2\n"},
    ]
    path = tmp_path / "net.ipynb"
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    assert read_code(path) == "import torch\nx = 1\n\ny = 2"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("binary.py", b"\x00\x01"),
        ("latin.py", "# Größe".encode("latin-1")),
        ("torn.ipynb", b'{"cells": ['),
        ("list.ipynb", b"[]"),
        ("odd.ipynb", b'{"cells": [{"cell_type": "code", "source": 3}]}'),
        ("absent.py", None),
    ],
)
def test_anything_else_is_refused_with_its_path(
    tmp_path: Path, name: str, content: bytes | None
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError, match=name):
        read_code(path)
