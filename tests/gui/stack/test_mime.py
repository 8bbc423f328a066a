from __future__ import annotations

from PySide6.QtCore import QMimeData

from netstudio.core.document import Document
from netstudio.gui.stack.mime import (
    LAYER_TYPE,
    LAYER_UIDS,
    layers_as_text,
    layers_in_text,
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
    assert layers_in_text(layers_as_text(document.project, nodes)) == nodes


def test_a_text_that_is_no_project_holds_no_layers() -> None:
    for text in ("", "Conv2d", "{", "{}", '{"format": 99}'):
        assert layers_in_text(text) == ()


def test_foreign_and_broken_data_are_nothing() -> None:
    assert read_type(_data("text/plain", b"Conv2d")) is None
    assert read_type(_data(LAYER_TYPE, b"\xff\xfe")) is None
    assert read_type(_data(LAYER_TYPE, b"")) is None
    for broken in (b"", b"{", b"[]", b'{"a": 1}', b"[1]", b'"abc"', b"\xff"):
        assert read_uids(_data(LAYER_UIDS, broken)) is None
