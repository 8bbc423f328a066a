"""What is dragged or copied: a layer type out of the palette, or cards of the stack."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from netstudio.core.files import dumps, loads
from netstudio.core.project import Project
from netstudio.core.translate import UserError
from netstudio.core.tree import Node, Stack

LAYER_TYPE = "application/x-netstudio-layer"
# Before the name of a block, where the name of a type is expected.
BLOCK = "block:"
LAYER_UIDS = "application/x-netstudio-uids"
_SIGNS_OF_CODE = re.compile(
    r"\b(?:nn|layers|keras|torch|tf)\.\w|\bSequential\b|\.add\(|^class \w", re.M
)


def type_mime(type_name: str) -> QMimeData:
    """The layer type called ``type_name``, ready to be dragged."""
    data = QMimeData()
    data.setData(LAYER_TYPE, type_name.encode())
    return data


def uids_mime(uids: Sequence[str]) -> QMimeData:
    """The cards with these uids, ready to be dragged."""
    data = QMimeData()
    data.setData(LAYER_UIDS, json.dumps(list(uids)).encode())
    return data


def read_type(data: QMimeData) -> str | None:
    """The type name in ``data``; None where it holds none, or nonsense."""
    if not data.hasFormat(LAYER_TYPE):
        return None
    try:
        return _bytes(data, LAYER_TYPE).decode() or None
    except UnicodeDecodeError:
        return None


def read_uids(data: QMimeData) -> tuple[str, ...] | None:
    """The uids in ``data``; None where it holds none, or nonsense."""
    if not data.hasFormat(LAYER_UIDS):
        return None
    try:
        uids = json.loads(_bytes(data, LAYER_UIDS))
    except ValueError:
        return None
    if not isinstance(uids, list) or not uids or not all(isinstance(uid, str) for uid in uids):
        return None
    return tuple(uids)


def layers_as_text(project: Project, nodes: Sequence[Node]) -> str:
    """These layers of ``project``, as the text of a project file that holds just them.

    The clipboard gets text, not data of a format of our own: what Python has made would outlive the
    interpreter there, and crash the program's end.
    """
    return dumps(project.with_network(Stack(tuple(nodes))))


def layers_in_text(text: str) -> tuple[Node, ...]:
    """The layers of a project file with this text; none where it is something else."""
    if not text.lstrip().startswith("{"):
        return ()
    try:
        return loads(text, "clipboard").network.nodes
    except UserError:
        return ()


def _bytes(data: QMimeData, kind: str) -> bytes:
    return bytes(data.data(kind).data())


def looks_like_code(text: str) -> bool:
    """Whether a text that somebody has copied is likely the code of a network."""
    return _SIGNS_OF_CODE.search(text) is not None
