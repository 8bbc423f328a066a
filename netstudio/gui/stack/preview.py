"""Finds out, while something is dragged, whether it would fit where it would land."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from netstudio.core.project import Project
from netstudio.core.tree import find, walk
from netstudio.gui.analysis import Analyser, input_of
from netstudio.gui.background import Task
from netstudio.gui.layer_words import describe
from netstudio.gui.texts import shape_text, translate, words

if TYPE_CHECKING:
    from netstudio.engine.network.analyse import Analysis

# A place that is only passed on the way is not asked about.
_DELAY_MS = 60


@dataclass(frozen=True)
class Trial:
    """A project as it would be after a drop.

    Attributes:
        project: That project.
        uids: The layers that would land, from top to bottom; none where nothing would change.
        what: What people call them.
        is_copy: Whether they are copies of layers that stay where they are.
    """

    project: Project
    uids: tuple[str, ...]
    what: str
    is_copy: bool = False


@dataclass(frozen=True)
class Verdict:
    """What would come of a drop, in words.

    Attributes:
        fits: Whether nothing would be wrong; None while that is unknown.
    """

    text: str
    fits: bool | None = None


class Preview(QObject):
    """Tries a drop out in the background; only the answer for the last place is told.

    Signals:
        judged: The ``Verdict`` on the trial that was asked about last.
    """

    judged = Signal(object)

    def __init__(self, analyser: Analyser, parent: QObject) -> None:
        super().__init__(parent)
        self._analyser = analyser
        self._trial: Trial | None = None
        self._task: Task | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self._try)

    def ask(self, trial: Trial) -> Verdict:
        """Find out about ``trial``; says what is known of it so far."""
        self.forget()
        self._trial = trial
        self._timer.start()
        return Verdict(_drop_here(trial))

    def forget(self) -> None:
        """Nothing is dragged any more, or elsewhere."""
        self._timer.stop()
        self._trial = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _try(self) -> None:
        if self._trial is not None:
            self._task = self._analyser.try_out(self._trial.project)
            self._task.succeeded.connect(self._answer)
            self._task.ended.connect(self._let_go)

    def _answer(self, analysis: Analysis) -> None:
        if self.sender() is self._task and self._trial is not None:
            self.judged.emit(judge(self._trial, analysis, self._analyser.current))

    def _let_go(self) -> None:
        if self.sender() is self._task:
            self._task = None


def judge(trial: Trial, after: Analysis, before: Analysis | None) -> Verdict:
    """Whether a drop would do, from the analyses with it and without it."""
    known = {(one.code, one.target) for one in before.errors} if before else set()
    fresh = [one for one in after.errors if (one.code, one.target) not in known]
    for problem in after.errors:
        if problem.target in trial.uids:
            return Verdict(words(problem.text), fits=False)
    received = input_of(trial.project, after, trial.uids[0])
    if received is None:
        return Verdict(_drop_here(trial))
    shape = shape_text(received)
    for problem in fresh:
        if (node := find(trial.project.network, problem.target)) is not None:
            text = translate("netstudio", "{drop_here} · {shape} fits, but {layer} below does not")
            if trial.uids[0] in {inner.uid for _, body in node.slots for inner in walk(body)}:
                text = translate(
                    "netstudio", "{drop_here} · {shape} fits, but {layer} around it does not"
                )
            label = describe(node.type, node.fields).label
            values = {"drop_here": _drop_here(trial), "shape": shape, "layer": label}
            return Verdict(text.format(**values), fits=False)
    report = after.layers.get(trial.uids[-1])
    given = shape_text(report.output) if report and report.output else shape
    if given != shape:
        text = translate("netstudio", "{drop_here} · {shape} becomes {output}")
        values = {"drop_here": _drop_here(trial), "shape": shape, "output": given}
        return Verdict(text.format(**values), fits=True)
    text = translate("netstudio", "{drop_here} · {shape} fits")
    return Verdict(text.format(drop_here=_drop_here(trial), shape=shape), fits=True)


def _drop_here(trial: Trial) -> str:
    text = translate("netstudio", "Drop {layers} here")
    if trial.is_copy:
        text = translate("netstudio", "Copy {layers} here")
    return text.format(layers=trial.what)
