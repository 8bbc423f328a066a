"""How sounds are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout

from netstudio.gui.kinds.charts import Chart, Facts
from netstudio.gui.kinds.contract import Detail, Place, SampleView, Shape
from netstudio.gui.sound.look import Envelope, SoundLook, envelope_of, look_at
from netstudio.gui.sound.sound_view import SoundView, paint_envelope
from netstudio.gui.texts import grouped, translate

if TYPE_CHECKING:
    from collections.abc import Generator

    from netstudio.engine.data.dataset import Dataset
    from netstudio.engine.data.records import Records
    from netstudio.engine.data.sounds.files import Wave
    from netstudio.engine.events import Preparing

# A tile has so many pixels for the wave; every other one is enough.
_COLUMNS = Shape.WIDE.value[0] // 2


class SoundSamples(SampleView):
    """Sounds as waves."""

    shape = Shape.WIDE

    def glance(self, records: Records, number: int) -> Envelope:
        return envelope_of(_wave(records, number).samples, _COLUMNS)

    def paint(self, painter: QPainter, room: QRect, glance: object) -> None:
        assert isinstance(glance, Envelope)
        paint_envelope(painter, room, glance)

    def look(self, dataset: Dataset, place: Place) -> SoundLook:
        wave = _wave(place.records(dataset), place.number)
        return look_at(wave, dataset.preprocessing)

    def detail(self) -> Detail:
        return SoundDetail()

    def charts(self, dataset: Dataset) -> Generator[Preparing, None, tuple[Chart, ...]]:
        from netstudio.engine.data.sounds.inputs import Sounds
        from netstudio.engine.events import Preparing

        yield Preparing("measure", 0, 1)
        parts = [part.inputs for part in dataset.records.parts if isinstance(part.inputs, Sounds)]
        samples = sum(len(wave) for sounds in parts for wave in sounds.waves)
        rate = parts[0].rate
        in_hertz = translate("netstudio", "{rate} Hz").format(rate=grouped(rate))
        minutes = translate("netstudio", "{minutes:.1f} minutes").format(
            minutes=samples / rate / 60
        )
        return (
            Facts(
                translate("netstudio", "Sounds"),
                (
                    (translate("netstudio", "Sample rate"), in_hertz),
                    (translate("netstudio", "All together"), minutes),
                ),
            ),
        )


class SoundDetail(Detail):
    """A sound with its spectrogram, to be heard."""

    def __init__(self) -> None:
        super().__init__()
        self.view = SoundView()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def show_sample(self, look: object) -> None:
        assert isinstance(look, SoundLook)
        self.view.show_sound(look)


def _wave(records: Records, number: int) -> Wave:
    from netstudio.engine.data.sounds.files import Wave
    from netstudio.engine.data.sounds.inputs import Sounds

    assert isinstance(records.inputs, Sounds)
    return Wave(records.inputs.waves[number], records.inputs.rate)
