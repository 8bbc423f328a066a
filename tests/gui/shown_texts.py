"""All texts that a window shows or tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QTabBar,
    QTableView,
    QTreeView,
    QWidget,
)

_TELLS = (
    *("text", "toolTip", "accessibleName", "accessibleDescription", "placeholderText"),
    *("windowTitle", "title", "statusTip", "plainText"),
)
# Citations, and what is written in code.
_LITERAL = ("source", "formula", "mono", "code")
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
_DEEPEST = 4
_MARKUP = re.compile(r"<(pre|code)\b.*?</\1>|<[^<>]*>|&\w+;", re.DOTALL)
# A word that an ellipsis has cut is not looked at.
_WORD = re.compile(r"[A-Za-z]{2,}(?![A-Za-z…])")
_HAN = re.compile(r"[\u4e00-\u9fff]")
# What no Chinese sentence holds, whatever names stand in it.
_ENGLISH = {
    *("the", "of", "and", "is", "to", "in", "an", "are", "for", "with", "that", "it", "its", "on"),
    *("by", "be", "as", "not", "from", "which", "what", "how", "has", "at", "this", "you", "can"),
}


def english_texts(window: QWidget, names: Iterable[str]) -> dict[str, str]:
    """The texts of a Chinese window that are English, and where they stand.

    Args:
        window: The window.
        names: Names that are the same in both languages, and citations.
    """
    told = tuple(sorted(names, key=len, reverse=True))
    return {text: place for place, text in shown_texts(window) if _is_english(text, told)}


def shown_texts(window: QWidget) -> Iterator[tuple[str, str]]:
    """Where each text stands, and the text."""
    for widget in (window, *window.findChildren(QWidget)):
        if widget.property("role") not in _LITERAL:
            place = f"{type(widget).__name__} {widget.objectName()}"
            yield from ((place, text) for text in _texts_of(widget) if text)
    for action in window.findChildren(QAction):
        yield from (
            (f"action {action.objectName()}", text) for text in (action.text(), action.toolTip())
        )


def _texts_of(widget: QWidget) -> Iterator[str]:
    for name in _TELLS:
        text = widget.property(name)
        is_typed = isinstance(widget, QLineEdit) and name == "text"
        if isinstance(text, str) and not is_typed:
            yield text
    if isinstance(widget, QComboBox):
        for number in range(widget.count()):
            yield widget.itemText(number)
            yield str(widget.itemData(number, Qt.ItemDataRole.ToolTipRole) or "")
    elif isinstance(widget, QTabBar):
        yield from map(widget.tabText, range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        is_table = isinstance(widget, QTreeView | QTableView)
        yield from _texts_in(widget.model(), QModelIndex(), is_table)


def _texts_in(
    model: QAbstractItemModel, parent: QModelIndex, is_table: bool, depth: int = 0
) -> Iterator[str]:
    columns = model.columnCount(parent) if is_table else 1
    if depth == 0:
        headers = (model.headerData(one, Qt.Orientation.Horizontal) for one in range(columns))
        yield from (header for header in headers if isinstance(header, str))
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            index = model.index(row, column, parent)
            texts = (model.data(index, role) for role in _ROLES)
            yield from (text for text in texts if isinstance(text, str))
        if depth < _DEEPEST:
            yield from _texts_in(model, model.index(row, 0, parent), is_table, depth + 1)


def is_chinese(text: str) -> bool:
    """Whether there is a Chinese character in it."""
    return _HAN.search(text) is not None


def _is_english(text: str, names: tuple[str, ...]) -> bool:
    text = _MARKUP.sub(" ", text)
    for phrase in (name for name in names if not name.isalnum()):
        text = text.replace(phrase, " ")
    known = {word.casefold() for name in names for word in _WORD.findall(name)}
    words = _WORD.findall(text)
    if any(word in _ENGLISH for word in words):
        return True
    return not is_chinese(text) and any(word.casefold() not in known for word in words)
