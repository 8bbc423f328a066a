"""The source of the modules that torch lacks, so that printed code stands by itself."""

from __future__ import annotations

import ast
import inspect
import pkgutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

from netstudio.engine.network import modules
from netstudio.engine.network.masking import plain_target
from netstudio.engine.network.modules import masked
from netstudio.engine.resolve import resolve

_MODULES = "modules."


@dataclass(frozen=True)
class Import:
    """One imported name.

    Attributes:
        module: Where it comes from; empty for ``import name``.
        name: What is imported.
        alias: The name it gets, where that is another.
    """

    module: str
    name: str
    alias: str | None = None


@dataclass(frozen=True)
class Definitions:
    """Python code and the imports that it needs.

    Attributes:
        texts: The definitions in an order in which each finds what it needs.
        imports: What they need from outside.
    """

    texts: tuple[str, ...] = ()
    imports: frozenset[Import] = frozenset()


@dataclass(frozen=True)
class _File:
    """One file of modules: what it defines and what it imports, by name."""

    texts: Mapping[str, str]
    uses: Mapping[str, frozenset[str]]
    imports: Mapping[str, Import]


def definitions_of(targets: Iterable[str]) -> Definitions:
    """The classes that ``targets`` name, with all they need.

    Args:
        targets: Dotted names; those that torch has itself are passed over.
    """
    texts: dict[tuple[str, str], str] = {}
    imports: set[Import] = set()
    for target in sorted(set(targets)):
        if target.startswith(_MODULES):
            made = resolve(target)
            _collect(made.__module__, made.__name__, texts, imports)
    return Definitions(tuple(texts.values()), frozenset(imports))


def _collect(
    module: str, name: str, texts: dict[tuple[str, str], str], imports: set[Import]
) -> None:
    """Add a definition after those that it needs."""
    file = _read(module)
    if (module, name) in texts or name not in file.texts:
        return
    for used in sorted(file.uses[name]):
        needed = file.imports.get(used)
        if needed is None:
            _collect(module, used, texts, imports)
        elif needed.module.startswith(modules.__name__):
            _collect(needed.module, needed.name, texts, imports)
        else:
            imports.add(needed)
    texts[module, name] = file.texts[name]


@lru_cache(maxsize=256)
def _read(module: str) -> _File:
    source = inspect.getsource(import_module(module))
    lines = source.splitlines()
    texts: dict[str, str] = {}
    uses: dict[str, frozenset[str]] = {}
    imports: dict[str, Import] = {}
    for statement in ast.parse(source).body:
        if isinstance(statement, ast.Import | ast.ImportFrom):
            imports.update((each.alias or each.name, each) for each in _imported(statement))
            continue
        for name in _defined(statement):
            texts[name] = "\n".join(lines[_first_line(statement) - 1 : statement.end_lineno])
            uses[name] = frozenset(
                node.id for node in ast.walk(statement) if isinstance(node, ast.Name)
            ) - {name}
    return _File(texts, uses, imports)


def _imported(statement: ast.Import | ast.ImportFrom) -> Iterator[Import]:
    module = (statement.module or "") if isinstance(statement, ast.ImportFrom) else ""
    if module != "__future__":
        for alias in statement.names:
            yield Import(module, alias.name, alias.asname)


def _defined(statement: ast.stmt) -> tuple[str, ...]:
    match statement:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
            return (name,)
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return (name,)
    return ()


def _first_line(statement: ast.stmt) -> int:
    decorators: list[ast.expr] = []
    if isinstance(statement, ast.ClassDef | ast.FunctionDef):
        decorators = statement.decorator_list
    return min([statement.lineno, *(decorator.lineno for decorator in decorators)])


def import_lines(needed: Iterable[Import]) -> list[str]:
    """Import statements as ruff sorts them: the standard library, a blank line, the rest."""
    wanted = set(needed)
    groups = [
        [each for each in wanted if _is_outside(each) is outside] for outside in (False, True)
    ]
    blocks = [block for group in groups if (block := _statements(group))]
    return [line for block in blocks for line in ("", *block)][1:]


def _is_outside(needed: Import) -> bool:
    """Whether it comes from beyond the standard library."""
    return (needed.module or needed.name).partition(".")[0] not in sys.stdlib_module_names


def _statements(group: list[Import]) -> list[str]:
    plain = sorted(f"import {_as(each)}" for each in group if not each.module)
    found: dict[str, list[Import]] = {}
    for each in sorted(group, key=lambda each: _order(each.name)):
        if each.module:
            found.setdefault(each.module, []).append(each)
    return plain + [
        f"from {module} import {', '.join(_as(each) for each in found[module])}"
        for module in sorted(found)
    ]


def _order(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions."""
    return (0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2, name)


def _as(needed: Import) -> str:
    return f"{needed.name} as {needed.alias}" if needed.alias else needed.name


def module_target(name: str) -> str | None:
    """What declarations call the class of ours called ``name``, or None.

    Of a class for texts of different lengths it is the class whose work that does.
    """
    if inspect.isclass(getattr(modules, name, None)):
        return f"{_MODULES}{name}"
    if inspect.isclass(getattr(masked, name, None)):
        return plain_target(f"{_MODULES}masked.{name}")
    return None


def is_copied(code: ast.ClassDef | ast.FunctionDef) -> bool:
    """Whether ``code`` is a copy of a class or function of ours, whatever its docstrings."""
    return any(
        _without_docstrings(statement) == _without_docstrings(code)
        for text in _texts_called(code.name)
        for statement in ast.parse(text).body
    )


def _texts_called(name: str) -> Iterator[str]:
    """Our definitions of that name."""
    for module in _all_modules():
        if name in (texts := _read(module).texts):
            yield texts[name]


@lru_cache(maxsize=1)
def _all_modules() -> tuple[str, ...]:
    """Where modules of ours are written."""
    found = pkgutil.walk_packages(modules.__path__, f"{modules.__name__}.")
    return tuple(each.name for each in found if not each.ispkg)


def _without_docstrings(code: ast.stmt) -> str:
    copy = ast.parse(ast.unparse(code))
    for node in ast.walk(copy):
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            del node.body[0]
    return ast.dump(copy)
