"""What has changed since a run was started, in the words of a tool tip."""

from __future__ import annotations

from netstudio.core.project import Project
from netstudio.gui.texts import translate, words
from netstudio.tasks.differences import differences

_LINES = 8


def changes_text(before: Project, after: Project) -> str:
    """One change a line, the first few of them; "" where nothing changed."""
    found = [words(one.sentence) for one in differences(before, after)]
    if not found:
        return ""
    lines = [translate("netstudio", "Changed since the last run:"), *found[:_LINES]]
    if (more := len(found) - _LINES) > 0:
        lines.append(translate("netstudio", "… and {count} more").format(count=more))
    return "\n".join(lines)
