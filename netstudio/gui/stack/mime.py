"""What is dragged or copied: a layer type out of the palette, or cards of the stack."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from netstudio.core.files import dumps, loads
from netstudio.core.project import Project
from netstudio.core.translate import UserError
from netstudio.core.tree import Node, Stack

LAYER_TYPE = "application/x-netstudio-layer"
LAYER_UIDS = "application/x-netstudio-uids"
# Copied layers travel as the text of a project that holds just them.
_LAYERS = "application/x-netstudio-layers"


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


def layers_mime(project: Project, nodes: Sequence[Node]) -> QMimeData:
    """These layers of ``project``, ready for the clipboard."""
    data = QMimeData()
    data.setData(_LAYERS, dumps(project.with_network(Stack(tuple(nodes)))).encode())
    return data


def read_layers(data: QMimeData) -> tuple[Node, ...]:
    """The layers in ``data``; none where it holds none, or nonsense."""
    if not data.hasFormat(_LAYERS):
        return ()
    try:
        return loads(_bytes(data, _LAYERS), _LAYERS).network.nodes
    except UserError:
        return ()


def _bytes(data: QMimeData, kind: str) -> bytes:
    return bytes(data.data(kind).data())
