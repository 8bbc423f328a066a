"""Starting from the weights of another network: which of them fit, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice
from pathlib import Path

import torch
from torch import Size, Tensor, nn

from netstudio.core.project import Project
from netstudio.core.translate import (
    QT_TRANSLATE_NOOP,
    Message,
    UserError,
    counted,
    listing,
    message,
    shorten,
)
from netstudio.engine.network.analyse import Analysis, analyse, require_sound
from netstudio.engine.resolve import build
from netstudio.engine.training.beginning.layer_learning import module_paths
from netstudio.engine.training.beginning.weights_file import Weights, read_weights

# Batch normalisation's count of batches, which older files lack and which changes nothing here.
_COUNTER = "num_batches_tracked"
# Of more names than these, the rest are counted.
_MOST_NAMED = 6


@dataclass(frozen=True)
class Mismatch:
    """A weight that has another shape in the file.

    Attributes:
        name: What it is called in the network.
        here: Its shape in the network.
        there: Its shape in the file.
    """

    name: str
    here: tuple[int, ...]
    there: tuple[int, ...]


@dataclass(frozen=True)
class Transferred:
    """What a network takes over from a file.

    Attributes:
        file: The file's name.
        matched: For each weight that is taken over, its name in the file.
        missing: The network's weights that the file lacks.
        mismatched: Those that have another shape there.
        unused: What the file has besides, by its names there.
        in_order: Whether names differ, so that weights were matched by order and shape.
    """

    file: str
    matched: Mapping[str, str]
    missing: tuple[str, ...] = ()
    mismatched: tuple[Mismatch, ...] = ()
    unused: tuple[str, ...] = ()
    in_order: bool = False

    @property
    def total(self) -> int:
        """How many weights the network has; counters do not count."""
        return len(_counting(self.matched)) + len(self.missing) + len(self.mismatched)

    @property
    def taken(self) -> int:
        """How many of them are taken over."""
        return len(_counting(self.matched))

    def in_words(self) -> tuple[Message, ...]:
        """What is taken over and what is not, in a few sentences."""
        return tuple(_in_words(self))


def transfer(module: nn.Module, path: Path) -> Transferred:
    """Take over from a file what fits into a network.

    Raises:
        UserError: The file cannot be used, or nothing in it fits.
    """
    weights = read_weights(path)
    found = _required(match(module.state_dict(), weights, path.name), path)
    state = module.state_dict()
    with torch.no_grad():
        for name, name_there in found.matched.items():
            state[name].copy_(weights.tensors[name_there])
    return found


@dataclass(frozen=True)
class Preview:
    """What a network would take over from a file.

    Attributes:
        found: Weight by weight.
        layers: The uids of the layers of which every weight is taken over.
    """

    found: Transferred
    layers: frozenset[str]


def preview(project: Project, path: Path) -> Preview:
    """What a project's network would take over from a file.

    Raises:
        UserError: The project has errors, the file cannot be used, or nothing in it fits.
    """
    analysis = analyse(project)
    if analysis.call is None:
        require_sound(project, analysis.problems)
        raise UserError(QT_TRANSLATE_NOOP("netstudio", "The network has no layers yet. Add one."))
    with torch.device("meta"):
        state = build(analysis.call).state_dict()
    found = _required(match(state, read_weights(path), path.name), path)
    return Preview(found, frozenset(_taken_whole(project, analysis, found)))


def _taken_whole(project: Project, analysis: Analysis, found: Transferred) -> set[str]:
    anew = [*found.missing, *(one.name for one in found.mismatched)]
    taken: set[str] = set()
    for path, node in module_paths(project.network, analysis):
        if not node.slots and any(name.startswith(f"{path}.") for name in found.matched):
            taken.add(node.uid)
    for path, node in module_paths(project.network, analysis):
        if any(name.startswith(f"{path}.") for name in anew):
            taken.discard(node.uid)
    return taken


def match(state: Mapping[str, Tensor], weights: Weights, file: str) -> Transferred:
    """Which weights of a network are which of a file: by name, or by order where that gives more.

    By order, more than half of the network's weights must find a place: a few that happen to have
    one shape say nothing.
    """
    by_name = _by_name(state, weights.tensors, file)
    if not weights.has_order or by_name.taken == by_name.total:
        return by_name
    in_order = _in_order(state, weights.tensors, file)
    enough = max(by_name.taken, in_order.total // 2)
    return in_order if in_order.taken > enough else by_name


def _required(found: Transferred, path: Path) -> Transferred:
    if found.taken:
        return found
    raise UserError(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "Nothing in {path} fits the network: no name and shape agree, nor do their order and "
            "shapes. Choose the weights of a network like this one, or none.",
        ),
        path=path,
    )


def _by_name(here: Mapping[str, Tensor], there: Mapping[str, Tensor], file: str) -> Transferred:
    known = [name for name in here if name in there]
    matched = {name: name for name in known if here[name].shape == there[name].shape}
    return Transferred(
        file,
        matched,
        tuple(_counting(name for name in here if name not in there)),
        tuple(
            Mismatch(name, tuple(here[name].shape), tuple(there[name].shape))
            for name in known
            if name not in matched
        ),
        tuple(_counting(name for name in there if name not in here)),
    )


# The weights of one layer: what they are called there, and their names and shapes.
_Layer = tuple[str, tuple[tuple[str, Size], ...]]


def _in_order(here: Mapping[str, Tensor], there: Mapping[str, Tensor], file: str) -> Transferred:
    """Layers that follow each other in both, matched by the names and shapes of their weights."""
    ours, theirs = _layers(here), _layers(there)
    blocks = SequenceMatcher(
        None, [kind for _, kind in ours], [kind for _, kind in theirs], autojunk=False
    ).get_opcodes()
    matched: dict[str, str] = {}
    mismatched: list[Mismatch] = []
    used: set[str] = set()
    for tag, start, end, start_there, end_there in blocks:
        if tag == "equal":
            for layer, other in zip(ours[start:end], theirs[start_there:end_there], strict=True):
                matched.update(zip(_names(layer), _names(other), strict=True))
        elif tag == "replace":
            for layer, other in zip(ours[start:end], theirs[start_there:end_there], strict=False):
                if differing := [*_mismatches(layer, other)]:
                    mismatched.extend(differing)
                    used.update(_names(other))
    found = {*matched, *(one.name for one in mismatched)}
    used.update(matched.values())
    return Transferred(
        file,
        matched,
        tuple(_counting(name for name in here if name not in found)),
        tuple(mismatched),
        tuple(_counting(name for name in there if name not in used)),
        in_order=True,
    )


def _layers(tensors: Mapping[str, Tensor]) -> list[_Layer]:
    grouped: dict[str, list[tuple[str, Size]]] = {}
    for name in _counting(tensors):
        layer, _, own = name.rpartition(".")
        grouped.setdefault(layer, []).append((own, tensors[name].shape))
    return [(layer, tuple(sorted(weights))) for layer, weights in grouped.items()]


def _names(layer: _Layer) -> list[str]:
    name, weights = layer
    return [f"{name}.{own}" if name else own for own, _ in weights]


def _mismatches(layer: _Layer, other: _Layer) -> Iterator[Mismatch]:
    (_, here), (_, there) = layer, other
    if [own for own, _ in here] == [own for own, _ in there]:
        for name, (_, shape), (_, shape_there) in zip(_names(layer), here, there, strict=True):
            if shape != shape_there:
                yield Mismatch(name, tuple(shape), tuple(shape_there))


def _counting(names: Mapping[str, object] | Iterator[str]) -> list[str]:
    """The names without those of counters."""
    return [name for name in names if name.rpartition(".")[2] != _COUNTER]


def _in_words(found: Transferred) -> Iterator[Message]:
    template = QT_TRANSLATE_NOOP(
        "netstudio", "{taken} of the network's {total} weight tensors start from {file}."
    )
    if found.in_order:
        template = QT_TRANSLATE_NOOP(
            "netstudio",
            "{taken} of the network's {total} weight tensors start from {file}, matched by order "
            "and shape, as their names differ.",
        )
    yield message(template, taken=found.taken, total=found.total, file=shorten(found.file))
    shape = QT_TRANSLATE_NOOP("netstudio", "{name} ({here} here, {there} there)")
    mismatched = [
        message(shape, name=one.name, here=_sizes(one.here), there=_sizes(one.there))
        for one in found.mismatched
    ]
    if mismatched:
        yield message(
            QT_TRANSLATE_NOOP("netstudio", "Of another shape, so they start anew: {names}."),
            names=_some(mismatched),
        )
    if found.missing:
        yield message(
            QT_TRANSLATE_NOOP("netstudio", "Not in the file, so they start anew: {names}."),
            names=_some(found.missing),
        )
    if found.unused:
        yield message(
            QT_TRANSLATE_NOOP("netstudio", "In the file, but not needed: {names}."),
            names=_some(found.unused),
        )


def _some(names: tuple[str, ...] | list[Message]) -> Message:
    """The first names, and how many there are besides."""
    shown = [name if isinstance(name, Message) else shorten(name) for name in names]
    rest = len(shown) - _MOST_NAMED
    if rest < 2:
        return listing(shown)
    more = counted(
        rest + 1,
        QT_TRANSLATE_NOOP("netstudio", "one more"),
        QT_TRANSLATE_NOOP("netstudio", "{count} more"),
    )
    return listing([*islice(shown, _MOST_NAMED - 1), more])


def _sizes(shape: tuple[int, ...]) -> str:
    return "×".join(map(str, shape)) or "1"
