"""The classes that printed code carries along."""

from __future__ import annotations

import ast
from collections import Counter

import pytest

from netstudio.engine.network import modules
from netstudio.engine.network.modules import masked
from netstudio.engine.network.source.modules_text import (
    Import,
    definitions_of,
    import_lines,
    is_copied,
)

EVERY = [f"modules.{name}" for name in modules.__all__]
EVERY += [f"modules.masked.{name}" for name in masked.__all__]


def names_in(texts: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for text in texts:
        match ast.parse(text).body[0]:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                found.append(name)
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                found.append(name)
    return found


def test_no_two_modules_need_different_things_of_one_name() -> None:
    needed = definitions_of(EVERY)
    names = names_in(needed.texts)
    assert len(names) == len(needed.texts)
    assert [name for name, count in Counter(names).items() if count > 1] == []
    imported = [each.alias or each.name for each in needed.imports]
    assert [name for name, count in Counter(imported).items() if count > 1] == []
    assert not set(imported) & set(names)


@pytest.mark.parametrize("target", EVERY)
def test_each_module_stands_by_itself(target: str) -> None:
    needed = definitions_of([target])
    code = "\n".join([*import_lines(needed.imports), *needed.texts])
    assert "netstudio" not in code
    names: dict[str, object] = {"__name__": "alone"}
    exec(compile(code, "alone.py", "exec"), names)
    name = target.rpartition(".")[2]
    assert name in names
    (copy,) = (
        statement
        for statement in ast.parse(code).body
        if isinstance(statement, ast.ClassDef | ast.FunctionDef) and statement.name == name
    )
    assert is_copied(copy)
    copy.body.append(ast.Pass(lineno=1, col_offset=0))
    assert not is_copied(copy)


def test_imports_are_sorted_as_ruff_does() -> None:
    needed = {
        Import("torch", "nn"),
        Import("torch", "Tensor"),
        Import("", "torch"),
        Import("", "math"),
        Import("collections", "OrderedDict"),
        Import("torch.nn", "functional", "F"),
        Import("safetensors.torch", "load_file"),
        Import("pathlib", "Path"),
    }
    assert import_lines(needed) == [
        "import math",
        "from collections import OrderedDict",
        "from pathlib import Path",
        "",
        "import torch",
        "from safetensors.torch import load_file",
        "from torch import Tensor, nn",
        "from torch.nn import functional as F",
    ]
