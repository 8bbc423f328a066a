"""Where to compute: the devices of this computer, with the truth about those that are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QWidget

from netstudio.core.translate import Message, message
from netstudio.gui.background import Lane
from netstudio.gui.texts import translate, words
from netstudio.gui.worker import ALL_GPUS

if TYPE_CHECKING:
    from netstudio.engine.devices import DeviceReport

_LETTERS = 8


class DeviceCombo(QComboBox):
    """Chooses the device; each entry's data is the name that the engine knows it by.

    Signals:
        chosen: The name of the device that the user has chosen.
    """

    chosen = Signal(str)

    def __init__(self, lane: Lane, device: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = device
        self._reports: tuple[DeviceReport, ...] = ()
        self.setObjectName("deviceCombo")
        self.setAccessibleName(translate("netstudio", "Device"))
        # As wide before the devices are known as after.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self.addItem(translate("netstudio", "Auto"), "auto")
        self.setToolTip(translate("netstudio", "What computes: the devices are being looked for."))
        self.activated.connect(self._choose)
        task = lane.start(_look)
        task.succeeded.connect(self._show)

    @property
    def device(self) -> str:
        """The name of the chosen device, ``auto`` for the fastest."""
        return str(self.currentData())

    @property
    def gpu_answer(self) -> str:
        """Whether the GPU is used, and if not, why; empty until that is known."""
        if not self._reports:
            return ""
        from netstudio.engine.devices import is_gpu_used

        return words(is_gpu_used(self.device, self._reports))

    def _choose(self, index: int) -> None:
        self._wanted = self.device
        self._explain()
        self.chosen.emit(self._wanted)

    def _show(self, found: tuple[str, tuple[DeviceReport, ...]]) -> None:
        fastest, reports = found
        self._reports = reports
        self.setItemText(0, translate("netstudio", "Auto: {device}").format(device=_short(fastest)))
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        descriptions = {report.name: words(report.description) for report in reports}
        self.setItemData(0, descriptions.get(fastest, ""), Qt.ItemDataRole.ToolTipRole)
        for report in reports:
            self.addItem(_label(report), report.name)
            item = model.item(self.count() - 1)
            item.setEnabled(report.usable)
            item.setToolTip(words(_explanation(report)))
        gpus = [report for report in reports if report.usable and report.name.startswith("cuda")]
        if len(gpus) > 1:
            self._offer_all(len(gpus))
        self.setCurrentIndex(max(0, self.findData(self._wanted)))
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 24)
        self._explain()

    def _offer_all(self, count: int) -> None:
        self.addItem(translate("netstudio", "All GPUs ({count})").format(count=count), ALL_GPUS)
        tip = translate(
            "netstudio",
            "Every GPU learns its share of each batch. Such a run can be stopped, but not paused.",
        )
        self.setItemData(self.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)

    def _explain(self) -> None:
        description = self.itemData(self.currentIndex(), Qt.ItemDataRole.ToolTipRole)
        tip = "\n".join(part for part in (str(description or ""), self.gpu_answer) if part)
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)


def _look() -> tuple[str, tuple[DeviceReport, ...]]:
    from netstudio.engine.devices import choose_device, describe_devices

    return str(choose_device("auto")), describe_devices()


def _short(device: str) -> str:
    """What people call a device: CPU, GPU 0."""
    kind, _, number = device.partition(":")
    return f"GPU {number}" if kind == "cuda" else {"cpu": "CPU", "mps": "GPU"}.get(kind, device)


def _label(report: DeviceReport) -> str:
    if report.usable:
        return _short(report.name)
    return translate("netstudio", "{device} · not available").format(device=report.name.upper())


def _explanation(report: DeviceReport) -> Message:
    if report.remedy is None:
        return report.description
    return message("{reason}. {remedy}", reason=report.description, remedy=report.remedy)
