"""The engine's statistics as charts; made in the background."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING

from netstudio.gui.kinds.charts import Bars, Chart, Facts, Histogram, value_text
from netstudio.gui.kinds.parts import Part, part_name
from netstudio.gui.texts import grouped, sentences, translate, words

if TYPE_CHECKING:
    from netstudio.engine.data import measures
    from netstudio.engine.events import Preparing
    from netstudio.gui.data.content import LoadedData

# A table of 10,000 columns is not painted whole.
_MOST_CHARTS = 60
_MOST_WORDS = 12


def charts_of(data: LoadedData) -> Generator[Preparing, None, tuple[Chart, ...]]:
    """What data are like: the balance of the classes, and all that is measured of samples."""
    from netstudio.engine.data.statistics import describe

    task, divided = data.wish.task, data.dataset.records
    found = yield from describe(divided, task.content, task.aim)
    own = yield from data.view.charts(data.dataset)
    measured = (*found.targets, *found.measures)
    charts = (
        *_balance(found.classes),
        *own,
        *(_chart(each) for each in measured if not _is_same(each)),
        *_same([each for each in measured if _is_same(each)]),
    )
    return charts[:_MOST_CHARTS]


def _is_same(measured: measures.Histogram | measures.Counted) -> bool:
    """Whether all samples have one number."""
    return len(measured.counts) == 1 and not isinstance(measured.counts, dict)


def _same(measured: Sequence[measures.Histogram | measures.Counted]) -> tuple[Facts, ...]:
    """The numbers that all samples share."""
    lines = tuple(
        (words(each.name), value_text(each.mean, each.unit))
        for each in measured
        if not isinstance(each.counts, dict) and each.mean is not None
    )
    return (Facts(translate("netstudio", "The same for all samples"), lines),) if lines else ()


def _balance(classes: dict[str, dict[str, int]]) -> tuple[Bars, ...]:
    """Samples of each class, by part."""
    if not classes:
        return ()
    names = tuple(next(iter(classes.values())))
    series = tuple(
        (part_name(part), tuple(float(count) for count in classes[part].values())) for part in Part
    )
    return (Bars(translate("netstudio", "Samples of each class"), names, series),)


def _chart(measured: measures.Histogram | measures.Counted) -> Chart:
    from netstudio.engine.data.measures import Counted

    if not isinstance(measured, Counted):
        mean = None
        if measured.mean is not None:
            template = translate("netstudio", "Mean {mean}.")
            mean = template.format(mean=f"{measured.mean:.4g}")
        note = sentences(part for part in (mean, _missing(measured.missing)) if part)
        return Histogram(words(measured.name), measured.edges, measured.counts, measured.unit, note)
    shown = tuple(measured.counts.items())[:_MOST_WORDS]
    more = len(measured.counts) - len(shown)
    rest = translate("netstudio", "{count} rarer ones are not shown.") if more else ""
    note = sentences(
        part for part in (rest.format(count=grouped(more)), _missing(measured.missing)) if part
    )
    counts = tuple(float(count) for _, count in shown)
    return Bars(words(measured.name), tuple(name for name, _ in shown), (("", counts),), note)


def _missing(count: int) -> str:
    return translate("netstudio", "{count} missing.").format(count=grouped(count)) if count else ""
