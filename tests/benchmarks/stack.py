"""How quickly a stack of 500 layers can be edited, in the whole window.

    python -m tests.benchmarks.stack [--edits N]

- document: from the command to the new value of the document, without anybody who looks on.
- picture: from the command to the finished picture of the window.
- its work: the processor time of the window's thread for that, without waiting for others.
- shapes: from the command to the shapes on the cards, which come from the background.
- opening: from the file to the finished picture.
- scrolling: one step of the wheel, to the finished picture.
- input: other pictures come in: until all shapes are known again.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from netstudio.core.document import Document
from netstudio.core.edits import new_node
from netstudio.core.files import write_project
from netstudio.core.project import Project
from netstudio.core.spec import IMAGE, TensorSpec
from netstudio.core.tree import Location, Node, Stack, walk

if TYPE_CHECKING:
    from netstudio.gui.main_window import MainWindow
    from netstudio.gui.stack.commands import Command

LAYERS_WANTED = 500


def network(layers: int = LAYERS_WANTED) -> Stack:
    """A network of so many layers: convolutions, and every kind of container."""
    from netstudio.layers import LAYERS

    count = itertools.count()

    def layer(type_name: str, *bodies: Sequence[Node], **fields: object) -> Node:
        definition = LAYERS[type_name]
        node = new_node(type_name, definition.defaults().replace(**fields))
        names = definition.slots if len(bodies) <= len(definition.slots) else ()
        slots = tuple((name, Stack(tuple(body))) for name, body in zip(names, bodies, strict=True))
        return replace(node, name=f"{type_name.lower()}_{next(count)}", slots=slots)

    def conv(filters: int) -> Node:
        size = (3, 3)
        return layer("Conv2d", out_channels=filters, kernel_size=size, padding="same")

    def block(filters: int) -> Iterator[Node]:
        yield from (conv(filters), layer("BatchNorm2d"), layer("ReLU"))
        yield layer("Residual", [conv(filters), layer("BatchNorm2d"), layer("ReLU"), conv(filters)])
        yield layer("Parallel", [conv(8)], [conv(8), layer("ReLU")])
        yield layer("Group", [conv(filters), layer("Dropout")])

    nodes: list[Node] = []
    for at in itertools.count():
        room = layers - 2 - sum(1 for _ in walk(Stack(tuple(nodes))))
        if room < 15:
            nodes.extend(layer("ReLU" if one % 2 else "Dropout") for one in range(room))
            break
        nodes.extend(block(8 + at % 8))
    return Stack((*nodes, layer("Flatten"), layer("Linear", out_features="auto")))


def project() -> Project:
    """The digits with that network."""
    from netstudio.tasks.templates import project_from_template

    return project_from_template("mnist-mlp", "long").with_network(network())


class Bench:
    """The window with the long stack, and a watch."""

    def __init__(self, window: MainWindow) -> None:
        from PySide6.QtCore import QCoreApplication, QEvent, QObject

        bench = self

        class Watch(QObject):
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if event.type() == QEvent.Type.Paint:
                    # It arrives when all that is to be painted now has been painted.
                    QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))
                return False

            def customEvent(self, event: QEvent) -> None:
                bench.painted = bench.painted or (time.perf_counter(), time.thread_time())

        self.window = window
        self.stack = window.parts.design.stack
        self.painted: tuple[float, float] | None = None
        self._watch = Watch(window)
        self.stack.viewport().installEventFilter(self._watch)

    def time(self, act: Callable[[], object]) -> tuple[float, float]:
        """Milliseconds until what was done can be seen; and those of them that were worked."""
        self.painted = None
        start, worked = time.perf_counter(), time.thread_time()
        act()
        self.wait(lambda: self.painted is not None)
        seen, done = self.painted or (start, worked)
        return 1000 * (seen - start), 1000 * (done - worked)

    def wait(self, is_so: Callable[[], bool], seconds: float = 120) -> None:
        """Let the window go on until something is so."""
        from PySide6.QtWidgets import QApplication

        end = time.monotonic() + seconds
        while not is_so():
            QApplication.processEvents()
            if time.monotonic() > end:
                raise SystemExit("it did not come to that")

    def settle(self) -> None:
        """Wait for all shapes."""
        self.wait(lambda: self.window._backstage.analyser.current is not None)
        end = time.monotonic() + 0.05
        self.wait(lambda: time.monotonic() > end)


def edit(bench: Bench, rounds: int) -> dict[str, dict[str, list[float]]]:
    """Insert, move and undo at the top, again and again."""
    from netstudio.gui.stack import commands

    document = bench.window.document
    found: dict[str, dict[str, list[float]]] = {}

    def note(name: str, what: str, value: float) -> None:
        found.setdefault(name, {}).setdefault(what, []).append(value)

    def measure(name: str, command: Command | None) -> None:
        bare = Document(document.project)
        bare._history = document.history
        start = time.perf_counter()
        bare.edit(command.label, command.apply) if command else bare.undo()
        note(name, "document", 1000 * (time.perf_counter() - start))
        begin = time.perf_counter()
        act = (lambda: bench.stack.perform(command)) if command else document.undo
        seconds, worked = bench.time(act)
        note(name, "picture", seconds)
        note(name, "its work", worked)
        bench.wait(lambda: bench.window._backstage.analyser.current is not None)
        note(name, "shapes", 1000 * (time.perf_counter() - begin))
        bench.settle()

    top = Location(None, "", 1)
    for at in range(rounds):
        node = commands.new_layer(("Dropout", "ReLU", "BatchNorm2d")[at % 3])
        assert node is not None
        measure("insert", commands.add(node, top))
        stack = document.project.network
        measure("move", commands.move(stack, [stack.nodes[1].uid], Location(None, "", 4)))
        measure("undo", None)
        document.undo()
        bench.settle()
    return found


def scroll(bench: Bench) -> list[tuple[float, float]]:
    """From the top to the end, a step of the wheel at a time."""
    bar = bench.stack.verticalScrollBar()
    bar.setValue(0)
    bench.settle()
    return [
        bench.time(lambda value=value: bar.setValue(value))  # type: ignore[misc]
        for value in range(60, min(bar.maximum(), 60 * 400), 60)
    ]


def reopen(bench: Bench, path: Path) -> tuple[float, float]:
    """Milliseconds from the file to the picture."""
    document = bench.window.document
    document.replace(project().with_network(Stack()))
    bench.settle()

    def open_file() -> None:
        bench.window.open(path)
        bench.wait(lambda: len(document.project.network) > 0)
        bench.painted = None

    return bench.time(open_file)


def change_input(bench: Bench, side: int) -> float:
    """Milliseconds until the shapes for other pictures are there."""
    document = bench.window.document
    facts = document.project.data.facts
    assert facts is not None
    other = replace(facts, sample=TensorSpec(IMAGE, (1, side, side)))
    start = time.perf_counter()
    document.edit("x", lambda old: replace(old, data=replace(old.data, facts=other)))
    bench.wait(lambda: bench.window._backstage.analyser.current is not None)
    return 1000 * (time.perf_counter() - start)


def told(values: Sequence[float]) -> str:
    """Median, 99th percentile and maximum."""
    ordered = sorted(values)
    p99 = ordered[min(len(ordered) - 1, round(0.99 * len(ordered)))]
    return f"p50 {statistics.median(ordered):6.1f}  p99 {p99:6.1f}  max {ordered[-1]:6.1f} ms"


def main() -> None:
    """Measure everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=210, help="how many, in all")
    rounds = -(-parser.parse_args().edits // 3)
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
            os.environ[name] = home
        run(Path(home), rounds)


def run(folder: Path, rounds: int) -> None:
    """Measure with files in a folder."""
    from PySide6.QtWidgets import QApplication

    from netstudio.gui.main_window import MainWindow

    application = QApplication([])
    window = MainWindow(project())
    window.resize(1440, 900)
    window.show()
    bench = Bench(window)
    bench.wait(lambda: window._backstage.engine.is_ready)
    bench.settle()
    gc.collect()
    gc.freeze()  # as the application does
    print(f"{sum(1 for _ in walk(window.document.project.network))} layers, {3 * rounds} edits")
    for name, measured in edit(bench, rounds).items():
        for what, values in measured.items():
            print(f"{name:8} {what:9} {told(values)}")
    seconds, worked = zip(*scroll(bench), strict=True)
    print(f"scroll   picture   {told(seconds)}")
    print(f"scroll   its work  {told(worked)}")
    print(f"input              {told([change_input(bench, side) for side in range(29, 36)])}")
    path = folder / "long.netstudio"
    write_project(project(), path)
    print(f"opening            {told([reopen(bench, path)[0] for _ in range(5)])}")
    window._shut_down()
    window.close()
    application.processEvents()


if __name__ == "__main__":
    main()
