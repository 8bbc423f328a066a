"""The bottom line says how busy the machine is, and opens into the last minute."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netstudio.engine.usage import GpuUsage, Usage
from netstudio.gui.background import Lane
from netstudio.gui.frame.device_combo import DeviceCombo
from netstudio.gui.theme.appearance import Appearance
from netstudio.gui.usage.button import UsageButton
from netstudio.gui.usage.popup import UsagePopup
from netstudio.gui.usage.sampler import LENGTH
from tests.gui.conftest import grab
from tests.gui.windows import LONG, Open, digits

GPU = GpuUsage("Some GPU", 0.64, 2_000_000_000, 8_000_000_000)


def usage(*gpus: GpuUsage, cpu: float = 0.5) -> Usage:
    return Usage(cpu, 1.62, 4, 1_200_000_000, 6_000_000_000, 16_000_000_000, gpus)


@pytest.fixture
def button(lane: Lane, qtbot: QtBot, dressed: Appearance) -> UsageButton:
    button = UsageButton(lane, lambda: "No GPU is used: there is none.")
    qtbot.addWidget(button)
    button.show()
    return button


def opened(button: UsageButton) -> UsagePopup:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return button.findChildren(UsagePopup)[-1]


def test_the_line_tells_processors_and_memory_and_a_gpu_where_there_is_one(
    button: UsageButton,
) -> None:
    button.sampler._take(usage())
    assert button.text() == "CPU 50\u2009% · 1.20\u2009GB"
    button.sampler._take(usage(GPU))
    assert button.text() == "GPU 64\u2009% · CPU 50\u2009% · 1.20\u2009GB"


def test_a_click_shows_more_and_whether_the_gpu_is_used(
    button: UsageButton, quiet: list[str]
) -> None:
    button.sampler._take(usage(GPU))
    popup = opened(button)
    grab(popup, "usage-popup")
    assert popup.isVisible()
    assert popup.answer.text() == "No GPU is used: there is none."
    assert popup.texts()[0] == "Processors: 50\u2009% busy, netstudio takes 1.6 of 4"
    assert popup.texts()[2] == "Some GPU: 64\u2009% busy, memory 2.00\u2009GB of 8.00\u2009GB"
    button.sampler._take(usage(GPU, cpu=0.25))
    assert popup.texts()[0].startswith("Processors: 25")
    popup.close()


def test_a_gpu_that_does_not_tell_how_busy_it_is_still_tells_its_memory(
    button: UsageButton,
) -> None:
    button.sampler._take(usage(GpuUsage("Slice", None, 1_000_000_000, 4_000_000_000)))
    assert button.text().startswith("CPU")
    popup = opened(button)
    assert popup.texts()[2] == "Slice: memory 1.00\u2009GB of 4.00\u2009GB"
    popup.close()


def test_only_the_last_minute_is_kept(button: UsageButton) -> None:
    for _ in range(2 * LENGTH):
        button.sampler._take(usage())
    assert len(button.sampler.looks) == LENGTH


def test_the_machine_is_looked_at_beside_the_window_and_only_while_it_is_seen(
    button: UsageButton, qtbot: QtBot
) -> None:
    assert not button.sampler._timer.isActive()
    button.begin()
    qtbot.waitUntil(lambda: len(button.sampler.looks) > 0, timeout=LONG)
    button.hide()
    assert not button.sampler._timer.isActive()
    button.show()
    assert button.sampler._timer.isActive()


def test_nothing_is_shown_where_nothing_can_be_told(button: UsageButton) -> None:
    button.sampler._take(None)
    assert button.text() == "CPU –"


def test_the_device_says_whether_the_gpu_is_used(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(digits())
    combo = window.findChild(DeviceCombo, "deviceCombo")
    assert combo is not None
    qtbot.waitUntil(lambda: combo.gpu_answer != "", timeout=LONG)
    assert "GPU is used" in combo.toolTip()
    qtbot.waitUntil(lambda: "%" in window.parts.usage.text(), timeout=LONG)
    grab(window, "usage-window")
