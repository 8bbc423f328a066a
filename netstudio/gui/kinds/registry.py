"""Which view shows which kind of content; a new kind adds a line."""

from __future__ import annotations

from collections.abc import Mapping

from netstudio.gui.kinds.contract import SampleView
from netstudio.gui.kinds.images import ImageView
from netstudio.gui.kinds.plain import PlainView
from netstudio.gui.kinds.points import PointView
from netstudio.gui.kinds.sequences import SequenceView
from netstudio.gui.kinds.series import SeriesView
from netstudio.gui.kinds.sounds import SoundSamples
from netstudio.gui.kinds.tables import TableView
from netstudio.gui.kinds.texts import TextSamples
from netstudio.tasks.content import Content

VIEWS: Mapping[Content, SampleView] = {
    Content.IMAGES: ImageView(),
    Content.TEXTS: TextSamples(),
    Content.SOUNDS: SoundSamples(),
    Content.SEQUENCES: SequenceView(),
    Content.SERIES: SeriesView(),
    Content.POINTS: PointView(),
    Content.TABLE: TableView(),
}

_PLAIN = PlainView()


def view_of(content: Content) -> SampleView:
    """How samples of this kind are shown."""
    return VIEWS.get(content, _PLAIN)
