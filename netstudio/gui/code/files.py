"""Files that hold code."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError

NOTEBOOK = ".ipynb"
CODE_SUFFIXES = (".py", NOTEBOOK)
_LARGEST = 20_000_000


def read_code(path: Path) -> str:
    """The code in a Python file, or in the cells of a notebook.

    Raises:
        UserError: The file cannot be read, or is something else.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise UserError(_TOO_LARGE, path=path)
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UserError(_UNREADABLE, path=path, reason=error.strerror or error) from error
    except UnicodeDecodeError:
        raise UserError(_NO_TEXT, path=path) from None
    if "\0" in text:
        raise UserError(_NO_TEXT, path=path)
    return _cells(text, path) if path.suffix.lower() == NOTEBOOK else text


def _cells(text: str, path: Path) -> str:
    try:
        return "\n\n".join(_code_cells(json.loads(text)))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise UserError(_NO_NOTEBOOK, path=path) from None


def _code_cells(notebook: dict[str, list[dict[str, str | list[str]]]]) -> Iterator[str]:
    for cell in notebook["cells"]:
        if cell.get("cell_type") == "code":
            source = cell["source"]
            yield (source if isinstance(source, str) else "".join(source)).rstrip()


_TOO_LARGE = QT_TRANSLATE_NOOP(
    "netstudio", "{path} is too large for a file of code. Choose the file with the network."
)
_UNREADABLE = QT_TRANSLATE_NOOP(
    "netstudio", "{path} could not be read ({reason}). Check the path and its rights."
)
_NO_TEXT = QT_TRANSLATE_NOOP(
    "netstudio", "{path} holds no text that could be code. Choose a Python file or a notebook."
)
_NO_NOTEBOOK = QT_TRANSLATE_NOOP(
    "netstudio", "{path} is no notebook that can be read. Save it again, or choose a Python file."
)
