from __future__ import annotations

from PySide6.QtCore import QMimeData

from netstudio.core.document import Document
from netstudio.gui.stack.mime import (
    LAYER_TYPE,
    LAYER_UIDS,
    layers_mime,
    read_layers,
    read_type,
    read_uids,
    type_mime,
    uids_mime,
)


def _data(kind: str, content: bytes) -> QMimeData:
    data = QMimeData()
    data.setData(kind, content)
    return data


def test_a_layer_type_survives_being_dragged() -> None:
    assert read_type(type_mime("Größe2d")) == "Größe2d"
    assert read_uids(type_mime("Conv2d")) is None


def test_cards_survive_being_dragged_in_their_order() -> None:
    assert read_uids(uids_mime(["b", "a"])) == ("b", "a")
    assert read_type(uids_mime(["b"])) is None


def test_copied_layers_come_back_as_they_were(document: Document) -> None:
    nodes = document.project.network.nodes[1:3]
    assert read_layers(layers_mime(document.project, nodes)) == nodes
    assert read_layers(_data("text/plain", b"{}")) == ()
    assert read_layers(_data("application/x-netstudio-layers", b"{")) == ()


def test_foreign_and_broken_data_are_nothing() -> None:
    assert read_type(_data("text/plain", b"Conv2d")) is None
    assert read_type(_data(LAYER_TYPE, b"\xff\xfe")) is None
    assert read_type(_data(LAYER_TYPE, b"")) is None
    for broken in (b"", b"{", b"[]", b'{"a": 1}', b"[1]", b'"abc"', b"\xff"):
        assert read_uids(_data(LAYER_UIDS, broken)) is None
