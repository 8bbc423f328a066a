"""Points in the plane: the first thing to play with."""

from __future__ import annotations

from netstudio.core.declare import field
from netstudio.core.kinds import Integer, PlacedPoints, Real
from netstudio.core.translate import QT_TRANSLATE_NOOP
from netstudio.tasks.content import Aim, Content
from netstudio.tasks.sources.source import SOURCES, SourceDef

# How far points lie from the middle, whatever their shape; more with noise.
REACH = 5.0
# Clicked points may lie this far out.
FIELD = 2 * REACH
# More kinds of points than these nobody tells apart.
MOST_CLASSES = 6

_NOISE = QT_TRANSLATE_NOOP("netstudio", "Noise")
_NOISE_HELP = QT_TRANSLATE_NOOP(
    "netstudio", "How far points stray from where they belong; from 0 to 1."
)
_LARGEST_SEED = 2**32 - 1


class PointSource(SourceDef):
    """Base of every source of points."""

    content = Content.POINTS
    aims = (Aim.CLASS,)
    licence = "CC0"


class DrawnPoints(PointSource):
    """Base of points that are drawn by chance around a shape."""

    target = "data.points.sources.read_drawn_points"

    count: int = field(
        Integer(10, 100_000),
        default=400,
        label=QT_TRANSLATE_NOOP("netstudio", "Points"),
        help=QT_TRANSLATE_NOOP("netstudio", "How many points there are in all."),
    )
    noise: float = field(Real(0.0, 1.0), default=0.1, label=_NOISE, help=_NOISE_HELP)
    seed: int = field(
        Integer(0, _LARGEST_SEED),
        default=0,
        label=QT_TRANSLATE_NOOP("netstudio", "Seed"),
        help=QT_TRANSLATE_NOOP("netstudio", "The same number always gives the same points."),
        advanced=True,
    )


@SOURCES.register
class Moons(DrawnPoints):
    """Two half moons that reach into each other."""

    type = "moons"
    label = QT_TRANSLATE_NOOP("netstudio", "Moons")
    help = QT_TRANSLATE_NOOP("netstudio", "Two half moons that reach into each other.")
    search = ("make_moons", "playground", "toy")


@SOURCES.register
class Circles(DrawnPoints):
    """A disc inside a ring."""

    type = "circles"
    label = QT_TRANSLATE_NOOP("netstudio", "Circles")
    help = QT_TRANSLATE_NOOP("netstudio", "A disc inside a ring.")
    search = ("make_circles", "playground", "toy", "ring")


@SOURCES.register
class Spirals(DrawnPoints):
    """Arms of a spiral: the hardest of these shapes."""

    type = "spirals"
    label = QT_TRANSLATE_NOOP("netstudio", "Spirals")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Arms that wind around each other: the hardest of these shapes."
    )
    search = ("playground", "toy")

    arms: int = field(
        Integer(2, MOST_CLASSES),
        default=2,
        label=QT_TRANSLATE_NOOP("netstudio", "Arms"),
        help=QT_TRANSLATE_NOOP("netstudio", "How many arms there are, each a class."),
    )


@SOURCES.register
class Xor(DrawnPoints):
    """Four quarters, opposite ones alike: what no straight line can tell apart."""

    type = "xor"
    label = QT_TRANSLATE_NOOP("netstudio", "XOR")
    help = QT_TRANSLATE_NOOP(
        "netstudio", "Four quarters, opposite ones alike: no straight line tells them apart."
    )
    source = "Minsky and Papert, Perceptrons, 1969"
    search = ("exclusive or", "playground", "toy")


@SOURCES.register
class Blobs(DrawnPoints):
    """Round heaps: what a straight line can tell apart."""

    type = "blobs"
    label = QT_TRANSLATE_NOOP("netstudio", "Blobs")
    help = QT_TRANSLATE_NOOP("netstudio", "Round heaps, which straight lines tell apart.")
    search = ("make_blobs", "gaussian", "playground", "toy")

    heaps: int = field(
        Integer(2, MOST_CLASSES),
        default=3,
        label=QT_TRANSLATE_NOOP("netstudio", "Heaps"),
        help=QT_TRANSLATE_NOOP("netstudio", "How many heaps there are, each a class."),
    )


@SOURCES.register
class ClickedPoints(PointSource):
    """Points that the user has put there."""

    type = "clicked_points"
    label = QT_TRANSLATE_NOOP("netstudio", "My own points")
    help = QT_TRANSLATE_NOOP("netstudio", "Points that you click into the plane.")
    search = ("draw", "playground", "toy")
    target = "data.points.sources.read_clicked_points"

    points: tuple[tuple[float, float, int], ...] = field(
        PlacedPoints(MOST_CLASSES, FIELD),
        default=(),
        label=QT_TRANSLATE_NOOP("netstudio", "Points"),
        help=QT_TRANSLATE_NOOP("netstudio", "Each as [x, y, class], with classes from 0."),
    )
