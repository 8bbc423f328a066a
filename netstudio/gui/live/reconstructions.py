"""Pictures of the validation part and what comes back of them, while the network learns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from netstudio.gui.live.contract import LiveView
from netstudio.gui.picture_view import paint_crisp
from netstudio.gui.pictures import picture_of_bytes
from netstudio.gui.texts import translate
from netstudio.gui.theme.colours import colours
from netstudio.gui.theme.fonts import text_font
from netstudio.gui.theme.metrics import TEXT_SMALL

if TYPE_CHECKING:
    from netstudio.engine.watching import Watch

_NAME = "reconstructions"
_PICTURES = 6
_MARGIN, _GAP, _HEAD = 12, 4, 26
_WIDTH = 300


class ReconstructionsLive(LiveView):
    """Some pictures in the upper rows, what comes back of them below each."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("liveReconstructions")
        self.setAccessibleName(translate("netstudio", "Reconstructions while training"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._columns: list[tuple[QImage, ...]] = []

    @property
    def shown(self) -> int:
        """How many pictures are shown."""
        return len(self._columns)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 160)

    def watches(self) -> Mapping[str, Watch]:
        from netstudio.engine.evaluation.watched_reconstructions import ReconstructionWatch

        return {_NAME: ReconstructionWatch(_PICTURES)}

    def show_seen(self, name: str, seen: object) -> None:
        from netstudio.engine.evaluation.watched_reconstructions import SeenReconstructions

        assert isinstance(seen, SeenReconstructions)
        rows = [seen.originals, seen.returned]
        if seen.is_noisy:
            rows.insert(1, seen.given)
        columns = zip(*rows, strict=True)
        self._columns = [tuple(map(picture_of_bytes, column)) for column in columns]
        self.update()

    def clear(self) -> None:
        self._columns = []
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = colours()
        painter = QPainter(self)
        painter.setFont(text_font(TEXT_SMALL, strong=True))
        painter.setPen(QColor(worn.text_secondary))
        head = QRect(_MARGIN, 4, self.width() - 2 * _MARGIN, _HEAD - 4)
        title = translate("netstudio", "Reconstructions")
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        if not self._columns:
            painter.setPen(QColor(worn.text_faint))
            painter.setFont(text_font(TEXT_SMALL))
            room = self.rect().adjusted(_MARGIN, _HEAD, -_MARGIN, -_MARGIN)
            hint = translate("netstudio", "What comes back of some pictures appears here.")
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, hint)
            return
        rows, columns = len(self._columns[0]), len(self._columns)
        across = (self.width() - 2 * _MARGIN - (columns - 1) * _GAP) // columns
        down = (self.height() - _HEAD - _MARGIN - (rows - 1) * _GAP) // rows
        side = max(1, min(across, down))
        for at, column in enumerate(self._columns):
            for row, picture in enumerate(column):
                x, y = _MARGIN + at * (side + _GAP), _HEAD + row * (side + _GAP)
                paint_crisp(painter, QRect(x, y, side, side), picture)
