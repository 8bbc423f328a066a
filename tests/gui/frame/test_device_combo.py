from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from netstudio.core.translate import verbatim
from netstudio.engine.devices import DeviceReport
from netstudio.engine.training.distributed import launch
from netstudio.gui.background import Lane
from netstudio.gui.frame import device_combo
from netstudio.gui.frame.device_combo import DeviceCombo
from netstudio.gui.worker import ALL_GPUS

LONG = 60_000


def report(name: str, usable: bool = True) -> DeviceReport:
    return DeviceReport(name, verbatim(f"the {name}"), usable)


@pytest.mark.parametrize(
    ("gpus", "offered"),
    [
        ((), None),
        ((report("cuda:0"),), None),
        ((report("cuda:0"), report("cuda:1", usable=False)), None),
        ((report("cuda:0"), report("cuda:1")), "All GPUs (2)"),
    ],
)
def test_all_gpus_are_offered_where_there_are_several(
    gpus: tuple[DeviceReport, ...],
    offered: str | None,
    lane: Lane,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = ("cpu", (report("cpu"), *gpus))
    monkeypatch.setattr(device_combo, "_look", lambda: found)
    combo = DeviceCombo(lane, ALL_GPUS)
    qtbot.addWidget(combo)
    qtbot.waitUntil(lambda: combo.count() > 1, timeout=LONG)
    at = combo.findData(ALL_GPUS)
    assert (combo.itemText(at) if at >= 0 else None) == offered
    assert combo.device == (ALL_GPUS if offered else "auto")
    if offered:
        assert "not paused" in combo.itemData(at, Qt.ItemDataRole.ToolTipRole)


def test_the_engine_knows_all_gpus_by_the_same_name() -> None:
    assert ALL_GPUS == launch.ALL_GPUS
