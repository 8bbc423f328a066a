"""Which view lets the user give which kind of content; a new kind adds a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from netstudio.gui.results.contract import InputView
from netstudio.gui.results.plain import FileInput
from netstudio.gui.results.points import PointInput
from netstudio.gui.results.series import SequenceInput, SeriesInput
from netstudio.gui.results.sounds import SoundInput
from netstudio.gui.results.tables import RowInput
from netstudio.gui.results.texts import TextInput
from netstudio.tasks.content import Content

# Pictures have a card of their own, on which one can draw.
INPUTS: Mapping[Content, Callable[[], InputView]] = {
    Content.TABLE: RowInput,
    Content.POINTS: PointInput,
    Content.TEXTS: TextInput,
    Content.SOUNDS: SoundInput,
    Content.SEQUENCES: SequenceInput,
    Content.SERIES: SeriesInput,
}


def input_for(content: Content) -> InputView:
    """A view in which samples of this kind are given."""
    return INPUTS.get(content, FileInput)()
