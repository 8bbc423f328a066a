"""Which tabs the Data page has; a new one adds a line."""

from __future__ import annotations

from netstudio.gui.samples.augmentation.section import AugmentationSection
from netstudio.gui.samples.columns_section import ColumnsSection
from netstudio.gui.samples.course_section import CourseSection
from netstudio.gui.samples.playground_section import PlaygroundSection
from netstudio.gui.samples.report_section import ReportSection
from netstudio.gui.samples.samples_section import SamplesSection
from netstudio.gui.samples.section import Section
from netstudio.gui.samples.split_section import SplitSection
from netstudio.gui.samples.statistics_section import StatisticsSection
from netstudio.gui.samples.storage_section import StorageSection
from netstudio.tasks.content import Content

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


def sections_for(content: Content) -> tuple[type[Section], ...]:
    """The tabs that data of this kind have."""
    return tuple(one for one in SECTIONS if not one.contents or content in one.contents)
