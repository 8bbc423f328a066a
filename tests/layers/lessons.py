"""Tiny things to learn, on which every layer of the catalogue is tried."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from netstudio.core.spec import FEATURES, IMAGE, SEQUENCE, VOLUME, Axes, TensorSpec
from netstudio.core.tree import Node
from netstudio.engine.network.analyse import analyse
from netstudio.engine.resolve import build
from tests.projects import node, project

SAMPLES = 128
STEPS = 60
RATE = 0.01

# Seeds of the samples that are learned from, and of others.
SEEN, UNSEEN = 1, 2

# What stands in each slot of a container, by the axes it works on.
BODIES: dict[Axes, Callable[[], tuple[Node, ...]]] = {
    FEATURES: lambda: (node("Linear", out_features=12), node("Tanh")),
    SEQUENCE: lambda: (node("Linear", out_features=6), node("Tanh")),
    IMAGE: lambda: (node("Conv2d", out_channels=3, padding=1), node("Tanh")),
    VOLUME: lambda: (node("Conv3d", out_channels=2, padding=1), node("Tanh")),
}


Draw = Callable[[TensorSpec, int, torch.Generator], tuple[Tensor, Tensor]]


@dataclass(frozen=True)
class Lesson:
    """A network and what it is to learn.

    Attributes:
        nodes: The network; it puts out two numbers, one for each class.
        sample: What it receives.
        draw: Makes so many samples and their classes.
        steps: How often its weights are changed.
    """

    nodes: tuple[Node, ...]
    sample: TensorSpec
    draw: Draw
    steps: int = STEPS

    def module(self) -> nn.Module:
        """The network with fresh weights."""
        analysis = analyse(project(*self.nodes, sample=self.sample, classes=2))
        assert analysis.call is not None, [str(found.text) for found in analysis.errors]
        torch.manual_seed(0)
        return build(analysis.call)

    def drawn(self, seed: int) -> tuple[Tensor, Tensor]:
        """Samples and classes; another seed gives others."""
        return self.draw(self.sample, SAMPLES, torch.Generator().manual_seed(seed))

    def loss(self, module: nn.Module, seed: int = UNSEEN) -> float:
        """The loss on some samples, which are new to the network unless said otherwise."""
        x, classes = self.drawn(seed)
        with torch.no_grad():
            return cross_entropy(module.eval()(x), classes).item()

    def teach(self, module: nn.Module, weights: Iterable[nn.Parameter]) -> None:
        """Let these weights learn for a few steps."""
        optimizer = torch.optim.Adam(weights, lr=RATE)
        x, classes = self.drawn(SEEN)
        torch.manual_seed(0)
        module.train()
        for _ in range(self.steps):
            optimizer.zero_grad()
            loss: Tensor = cross_entropy(module(x), classes)
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()


def two_patterns(x: TensorSpec, count: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Noise with two patterns in it; the class says whether they have the same sign.

    Neither pattern alone says anything of the class, so no sum of the inputs does: there must be a
    bend. One pattern is in every other channel (or feature), the other one between; both rise along
    the rows (or the time).
    """
    signs = torch.randint(0, 2, (count, 2), generator=generator) * 2 - 1
    noise = torch.randn(count, *x.sizes, generator=generator) / 5
    over_time = x.axes == SEQUENCE
    patterns = noise.transpose(1, 2) if over_time else noise
    channels, *rows = patterns.shape[1:]
    rising = torch.linspace(0, 2, rows[0]).reshape(-1, *[1] * (len(rows) - 1)) if rows else 1.0
    by_channel = signs[:, torch.arange(channels) % 2].reshape(count, channels, *[1] * len(rows))
    both = patterns + by_channel * rising
    return both.transpose(1, 2) if over_time else both, (signs.prod(1) > 0).long()


def loud_patterns(x: TensorSpec, count: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """The same, but large, for what bends only far from zero."""
    patterns, classes = two_patterns(x, count, generator)
    return patterns * 8, classes


def raised_patterns(x: TensorSpec, count: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """The same above zero, for what takes no notice of the sign."""
    patterns, classes = two_patterns(x, count, generator)
    return (patterns + 3) / 4, classes


def two_sorts_of_words(
    x: TensorSpec, count: int, generator: torch.Generator
) -> tuple[Tensor, Tensor]:
    """Token ids of a lower and an upper half; the class says whether neighbours are of one half."""
    assert x.vocabulary is not None
    half = (x.vocabulary - 1) // 2  # 0 is no word, but padding
    upper = torch.randint(0, 2, (count, 2), generator=generator)
    ids = torch.randint(1, half + 1, (count, *x.sizes), generator=generator)
    places = torch.arange(x.sizes[0]) % 2
    return ids + half * upper[:, places], (upper[:, 0] == upper[:, 1]).long()


def usual_lesson(made: Node, sample: TensorSpec, draw: Draw = two_patterns) -> Lesson:
    """The layer, and after it what can tell whether two patterns have the same sign."""
    rest = (node("Flatten"), node("Linear", out_features=32), node("ReLU"))
    return Lesson((made, *rest, node("Linear", out_features="auto")), sample, draw)


def bending_lesson(made: Node, sample: TensorSpec, draw: Draw = two_patterns) -> Lesson:
    """The layer as the only bend of the network."""
    nodes = (node("Linear", out_features=32), made, node("Linear", out_features="auto"))
    return Lesson(nodes, sample, draw)
