"""Which view shows which kind of content, and which tabs the Data page has.

A new kind adds a line to ``VIEWS``, a new tab one to ``SECTIONS``; nothing else changes.
"""

from __future__ import annotations

from collections.abc import Mapping

from netstudio.gui.augmentation.section import AugmentationSection
from netstudio.gui.samples.columns_section import ColumnsSection
from netstudio.gui.samples.contract import SampleView
from netstudio.gui.samples.course_section import CourseSection
from netstudio.gui.samples.images import ImageView
from netstudio.gui.samples.plain import PlainView
from netstudio.gui.samples.playground_section import PlaygroundSection
from netstudio.gui.samples.points import PointView
from netstudio.gui.samples.report_section import ReportSection
from netstudio.gui.samples.samples_section import SamplesSection
from netstudio.gui.samples.section import Section
from netstudio.gui.samples.sequences import SequenceView
from netstudio.gui.samples.series import SeriesView
from netstudio.gui.samples.sounds import SoundSamples
from netstudio.gui.samples.split_section import SplitSection
from netstudio.gui.samples.statistics_section import StatisticsSection
from netstudio.gui.samples.storage_section import StorageSection
from netstudio.gui.samples.tables import TableView
from netstudio.gui.samples.texts import TextSamples
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

# In the order of the tabs.
SECTIONS: tuple[type[Section], ...] = (
    PlaygroundSection,
    SamplesSection,
    ColumnsSection,
    CourseSection,
    StatisticsSection,
    ReportSection,
    SplitSection,
    AugmentationSection,
    StorageSection,
)

_PLAIN = PlainView()


def sections_for(content: Content) -> tuple[type[Section], ...]:
    """The tabs that data of this kind have."""
    return tuple(one for one in SECTIONS if not one.contents or content in one.contents)


def view_of(content: Content) -> SampleView:
    """How samples of this kind are shown."""
    return VIEWS.get(content, _PLAIN)
