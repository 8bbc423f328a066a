"""Every text that the user reads can be translated."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from netstudio import gui
from netstudio.gui.texts import CONTEXT

_FOLDER = Path(gui.__file__).parent

# What puts the text that it is given in front of the user.
_SHOWS = {
    *("setText", "setPlainText", "appendPlainText", "setToolTip", "setWindowTitle"),
    *("setTitle", "setPlaceholderText", "setInformativeText", "setDetailedText"),
    *("setLabelText", "setStatusTip", "setAccessibleName", "setAccessibleDescription"),
    *("setHeaderLabels", "setNameFilter", "setNameFilters", "showMessage", "showText"),
    *("drawText", "addItem", "addItems", "addMenu", "addAction", "addButton", "addTab"),
    *("QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox"),
    *("QAction", "QMenu", "QDockWidget", "QFileDialog", "QStandardItem"),
    *("QListWidgetItem", "QTreeWidgetItem", "say", "tell"),
}
# Names are the same in every language.
_SAME_EVERYWHERE = {"netstudio"}
_MARKUP = re.compile(r"<[^<>]*>|&\w+;")
_FILES = sorted(_FOLDER.rglob("*.py"))


@pytest.mark.parametrize("file", _FILES, ids=lambda file: str(file.relative_to(_FOLDER)))
def test_what_the_user_reads_is_translated(file: Path) -> None:
    bare = [
        f"line {call.lineno}: {name} shows {text!r}"
        for call, name in _calls(file)
        if name in _SHOWS
        for text in _bare_texts(call, name)
    ]
    assert not bare


@pytest.mark.parametrize("file", _FILES, ids=lambda file: str(file.relative_to(_FOLDER)))
def test_what_is_translated_is_a_literal_that_lupdate_finds(file: Path) -> None:
    wrong = [
        f"line {call.lineno}: {ast.unparse(call)}"
        for call, name in _calls(file)
        if isinstance(call.func, ast.Name)
        and name in ("translate", "QT_TRANSLATE_NOOP")
        and not (file.name == "texts.py" and isinstance(call.args[0], ast.Name))
        and not (
            [type(argument) for argument in call.args] == [ast.Constant, ast.Constant]
            and ast.literal_eval(call.args[0]) == CONTEXT
        )
    ]
    assert not wrong


def _calls(file: Path) -> Iterator[tuple[ast.Call, str]]:
    """Every call in a file, with the plain name of what is called."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(name) | ast.Attribute(attr=name):
                    yield node, name


def _bare_texts(call: ast.Call, name: str) -> list[str]:
    """The words among a call's arguments that no other call has seen to."""
    shown = call.args[:1] if name == "addItem" else call.args  # the rest of an item is its data
    waiting: list[ast.AST] = [*shown, *(word.value for word in call.keywords)]
    found = []
    while waiting:
        node = waiting.pop()
        match node:
            case ast.Constant(str(text)) if _is_word(text):
                found.append(text)
            case ast.Call() | ast.Compare() | ast.Subscript() | ast.Lambda():
                continue
            case ast.FormattedValue():
                continue  # a figure's format is no text
        waiting.extend(ast.iter_child_nodes(node))
    return found


def _is_word(text: str) -> bool:
    plain = _MARKUP.sub(" ", text)
    letters = "".join(sign if sign.isalpha() else " " for sign in plain).split()
    return any(len(word) > 1 and word not in _SAME_EVERYWHERE for word in letters)
