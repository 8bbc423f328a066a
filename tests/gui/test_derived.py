"""What follows from a project is made only when wanted, and never told when it is stale."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from netstudio.core.document import Document
from netstudio.core.project import Project
from netstudio.gui.analysis import Analyser
from netstudio.gui.background import Lane
from netstudio.gui.derived import Derived


@pytest.fixture
def second_lane(qtbot: QtBot) -> Iterator[Lane]:
    owner = QObject()
    lane = Lane("derived", owner)
    yield lane
    lane.close()


class Making:
    """Makes a project's name, when it is let."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.may_go_on = threading.Event()
        self.may_go_on.set()
        self.fails = False

    def __call__(self, project: Project, analysis: object) -> str:
        self.may_go_on.wait(10)
        self.made.append(project.name)
        if self.fails:
            raise RuntimeError("planted")
        return project.name


@pytest.fixture
def making() -> Making:
    return Making()


@pytest.fixture
def owner() -> QObject:
    return QObject()


@pytest.fixture
def derived(
    document: Document, analyser: Analyser, second_lane: Lane, making: Making, owner: QObject
) -> Derived[str]:
    return Derived(document, analyser, second_lane, making, owner)


def known(derived: Derived[str]) -> str | None:
    """What is known now: to the type checker, a property is the same as before."""
    return derived.current


def rename(document: Document, name: str) -> None:
    document.edit("Rename", lambda project: replace(project, name=name))


def test_nothing_is_made_before_it_is_wanted(
    derived: Derived[str], making: Making, qtbot: QtBot
) -> None:
    assert known(derived) is None
    with qtbot.waitSignal(derived.signals.made) as told:
        derived.set_wanted(True)
    assert told.args == ["digits"]
    assert known(derived) == "digits"
    derived.set_wanted(True)
    qtbot.wait(20)
    assert making.made == ["digits"]


def test_what_was_overtaken_while_it_was_made_is_not_told(
    derived: Derived[str], document: Document, analyser: Analyser, making: Making, qtbot: QtBot
) -> None:
    told: list[str] = []
    derived.signals.made.connect(told.append)
    making.may_go_on.clear()
    derived.set_wanted(True)
    with qtbot.waitSignal(analyser.analysed):
        rename(document, "newer")
    assert known(derived) is None
    making.may_go_on.set()
    qtbot.waitUntil(lambda: told != [])
    assert (making.made, told, known(derived)) == (["digits", "newer"], ["newer"], "newer")


@pytest.mark.may_log
def test_what_cannot_be_made_leaves_nothing_older_in_its_place(
    derived: Derived[str], document: Document, making: Making, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(derived.signals.made):
        derived.set_wanted(True)
    making.fails = True
    with qtbot.waitSignal(derived.signals.failed):
        rename(document, "newer")
    assert known(derived) is None
    qtbot.wait(20)
    assert making.made == ["digits", "newer"], "asking again would only fail again"


def test_what_arrives_when_the_view_is_gone_is_dropped(
    derived: Derived[str], analyser: Analyser, making: Making, owner: QObject, qtbot: QtBot
) -> None:
    making.may_go_on.clear()
    derived.set_wanted(True)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    making.may_go_on.set()
    qtbot.waitUntil(lambda: making.made == ["digits"])
    qtbot.wait(50)
