"""Which view shows which kind of content, and which tabs the Data page has.

A new kind adds a line to ``VIEWS``, a new tab one to ``SECTIONS``; nothing else changes.
"""

from __future__ import annotations

from collections.abc import Mapping

from netstudio.gui.samples.contract import SampleView
from netstudio.gui.samples.images import ImageView
from netstudio.gui.samples.plain import PlainView
from netstudio.gui.samples.samples_section import SamplesSection
from netstudio.gui.samples.section import Section
from netstudio.tasks.content import Content

VIEWS: Mapping[Content, SampleView] = {
    Content.IMAGES: ImageView(),
}

# In the order of the tabs.
SECTIONS: tuple[type[Section], ...] = (SamplesSection,)

_PLAIN = PlainView()


def sections_for(content: Content) -> tuple[type[Section], ...]:
    """The tabs that data of this kind have."""
    return tuple(one for one in SECTIONS if not one.contents or content in one.contents)


def view_of(content: Content) -> SampleView:
    """How samples of this kind are shown."""
    return VIEWS.get(content, _PLAIN)
