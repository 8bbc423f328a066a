"""The values of all curves at one moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from netstudio.gui.plots.canvas import DrawnRun
from netstudio.gui.plots.clock import Unit
from netstudio.gui.plots.compared import compared_colour
from netstudio.gui.plots.curves import RunCurves
from netstudio.gui.plots.figures import LEARNING_RATE, Figure, figure
from netstudio.gui.plots.lines import Look, Role
from netstudio.gui.plots.marks import Mark, MarkKind
from netstudio.gui.texts import clock, grouped, translate, words
from netstudio.gui.theme.colours import colours

# So many epochs in view are told one by one; fewer, at the very place.
_WHOLE_EPOCHS = 2.0
# A mark is told when the mouse is so near to it, as a share of what is in view.
_NEAR = 0.012


@dataclass(frozen=True)
class Reading:
    """What is told at a place.

    Attributes:
        place: Where, in the unit of the axis.
        when: That place in words.
        values: For each curve its colour, what it is called, and its value.
        remarks: What happened there.
    """

    place: float
    when: str
    values: tuple[tuple[str, str, str], ...]
    remarks: tuple[str, ...]


def read(
    runs: Sequence[DrawnRun], plotted: Figure, look: Look, place: float, width: float
) -> Reading:
    """Read all curves off at a place.

    Args:
        runs: The runs that are drawn, the one in view first.
        plotted: What is plotted.
        look: How.
        place: The place, in the unit of the axis.
        width: How much of the axis is in view.
    """
    leading = runs[0].curves
    place = _settled(leading, look.unit, place, width)
    values = [value for run in runs for value in _values(run, plotted, look, place)]
    remarks = [
        _remark(mark, leading)
        for mark in leading.marks
        if abs(leading.clock.place(mark.epoch, look.unit) - place) <= _NEAR * width
    ]
    return Reading(place, _when(look.unit, place), tuple(values), tuple(remarks))


def legend_of(runs: Sequence[DrawnRun], plotted: Figure, look: Look) -> list[tuple[str, str]]:
    """The colour of each curve, and what it is called, with its newest value."""
    newest = [
        value
        for run in runs
        for value in _values(run, plotted, look, run.curves.clock.place(run.curves.now, look.unit))
    ]
    labelled = translate("netstudio", "{curve} {value}")
    return [(hue, labelled.format(curve=name, value=text)) for hue, name, text in newest]


def _settled(run: RunCurves, unit: Unit, place: float, width: float) -> float:
    """The place itself, or the whole epoch next to it where many are in view."""
    last = run.now if run.now > 0 else 1.0
    if unit is not Unit.EPOCHS or last < 1 or width < _WHOLE_EPOCHS:
        return max(0.0, place)
    return float(min(max(round(place), 1), int(last)))


def _when(unit: Unit, place: float) -> str:
    match unit:
        case Unit.EPOCHS:
            return translate("netstudio", "Epoch {epoch}").format(epoch=f"{place:.4g}")
        case Unit.STEPS:
            return translate("netstudio", "Step {step}").format(step=grouped(round(place)))
        case Unit.SECONDS:
            return translate("netstudio", "After {time}").format(time=clock(place))


def _values(run: DrawnRun, plotted: Figure, look: Look, place: float) -> list[tuple[str, str, str]]:
    curves = run.curves.figures.get(plotted.name)
    if curves is None or not run.curves.clock.knows(look.unit):
        return []
    epoch = run.curves.clock.epoch(place, look.unit)
    if epoch > run.curves.now + 1e-9 and run.hue is not None:
        return []
    worn = colours()
    own = compared_colour(run.hue).name() if run.hue is not None else None
    told = []
    validation = curves.validation.value_at(epoch) if Role.VALIDATION in look.roles else None
    # Of a run that is only compared one value says enough.
    if Role.TRAIN in look.roles and (run.hue is None or validation is None):
        smoothing = look.smoothing if plotted.is_noisy else 0.0
        name = translate("netstudio", "train") if plotted.has_parts else plotted.title
        value = curves.training_at(epoch, smoothing)
        told.append((own or worn.curve_train, name, plotted.text(value)))
    if validation is not None:
        name = translate("netstudio", "validation")
        told.append((own or worn.curve_validation, name, plotted.text(validation)))
    if run.hue is not None:
        of_run = translate("netstudio", "{run}: {curve}")
        told = [(hue, of_run.format(run=run.name, curve=name), text) for hue, name, text in told]
    return [(hue, name, text) for hue, name, text in told if text]


def _remark(mark: Mark, run: RunCurves) -> str:
    match mark.kind:
        case MarkKind.BEST:
            return translate("netstudio", "Best epoch so far")
        case MarkKind.RATE:
            rate = run.figures[LEARNING_RATE].training_at(mark.epoch + 1e-6, 0.0)
            return translate("netstudio", "Learning rate changed to {rate}").format(
                rate=figure(LEARNING_RATE).text(rate)
            )
        case MarkKind.NOTICE:
            return words(mark.text)
