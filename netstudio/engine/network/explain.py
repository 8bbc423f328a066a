"""What a network does, in plain words made from the declarations.

``explain(project, analysis)`` gives an ``Explanation``: an opening paragraph about the whole and
one paragraph for each layer, in which those of a container are nested. Every sentence is a
``Message``, so a front end shows it in the user's language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from netstudio.core.project import Project
from netstudio.core.spec import TensorSpec
from netstudio.core.translate import (
    QT_TRANSLATE_NOOP,
    Message,
    counted,
    listing,
    message,
    shorten,
    verbatim,
)
from netstudio.core.tree import Node, Stack, walk
from netstudio.engine.network.analyse import Analysis
from netstudio.engine.network.receptive_field import ReceptiveField
from netstudio.engine.network.report import LayerReport
from netstudio.engine.network.rules.words import axes_in_words
from netstudio.layers import LAYERS
from netstudio.layers.windows import times


@dataclass(frozen=True)
class LayerExplanation:
    """One layer in words.

    Attributes:
        uid: The layer's node.
        name: Its name in the network.
        title: What people call its type.
        sentences: What it does here; each is a sentence of its own.
        enabled: Whether it takes part.
        note: What the user wrote beside it.
        branches: What it holds, one entry for each of its stacks.
    """

    uid: str
    name: str
    title: Message
    sentences: tuple[Message, ...]
    enabled: bool
    note: str
    branches: tuple[BranchExplanation, ...] = ()


@dataclass(frozen=True)
class BranchExplanation:
    """One stack of a container in words.

    Attributes:
        title: What it is called; None where the container has only one.
        layers: Its layers; none for a branch that passes its input on.
    """

    title: Message | None
    layers: tuple[LayerExplanation, ...]


@dataclass(frozen=True)
class Explanation:
    """A network in words.

    Attributes:
        title: The project's name.
        opening: Sentences about the whole.
        layers: The outermost layers from top to bottom.
    """

    title: str
    opening: tuple[Message, ...]
    layers: tuple[LayerExplanation, ...]


def explain(project: Project, analysis: Analysis) -> Explanation:
    """Say in plain words what a network does.

    Args:
        project: The project.
        analysis: What was found out about it.
    """
    often = _often(project.network, analysis)
    return Explanation(
        project.name,
        tuple(_opening(project.network, analysis, often)),
        tuple(_layer(node, analysis, often) for node in project.network),
    )


@dataclass(frozen=True)
class _Often:
    """How often a layer occurs in the network that is built.

    Attributes:
        copies: With weights of its own each time.
        passes: A sample passing through.
    """

    copies: int = 1
    passes: int = 1


_Occurrences = Mapping[str, _Often]
_ONCE = _Often()


def _often(stack: Stack, analysis: Analysis, outside: _Often = _ONCE) -> _Occurrences:
    """How often each layer occurs, by uid: those in a Repeat several times."""
    found: dict[str, _Often] = {}
    for node in stack:
        found[node.uid] = inside = outside
        layer = analysis.layers[node.uid].layer
        if layer is not None:
            copies = outside.copies * layer.copies()
            inside = _Often(copies, outside.passes * layer.copies() * layer.runs())
        for _, body in node.slots:
            found.update(_often(body, analysis, inside))
    return found


def _opening(network: Stack, analysis: Analysis, often: _Occurrences) -> Iterator[Message]:
    yield from _ends(analysis)
    leaves = [node for node in _taking_part(network) if not node.slots]
    yield _families(leaves)
    yield from _size(network, leaves, analysis, often)
    yield from _widest_view(leaves, analysis)
    if errors := len(analysis.errors):
        yield counted(
            errors,
            QT_TRANSLATE_NOOP("netstudio", "It cannot be trained yet: there is one problem."),
            QT_TRANSLATE_NOOP("netstudio", "It cannot be trained yet: there are {count} problems."),
        )


def _ends(analysis: Analysis) -> Iterator[Message]:
    """What goes in and what comes out."""
    if analysis.sample is None:
        yield message(
            QT_TRANSLATE_NOOP("netstudio", "What goes into the network is not known yet.")
        )
        return
    sample, output = analysis.sample, analysis.output
    yield message(
        QT_TRANSLATE_NOOP("netstudio", "One sample of {shape} goes into the network: {words}."),
        shape=sample.shape,
        words=axes_in_words(sample.axes),
    )
    if sample.is_ids:
        yield message(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "Shorter texts are filled up with zeros, which every layer passes over: they "
                "change no answer.",
            )
        )
    if output is not None and len(output.sizes) == 1:
        yield counted(
            output.sizes[0],
            QT_TRANSLATE_NOOP("netstudio", "One number comes out."),
            QT_TRANSLATE_NOOP("netstudio", "{count} numbers come out."),
        )
    elif output is not None:
        yield message(QT_TRANSLATE_NOOP("netstudio", "{shape} comes out."), shape=output.shape)


def _families(leaves: list[Node]) -> Message:
    """How many layers of which families."""
    families = Counter(cls.family for node in leaves if (cls := LAYERS.get(node.type)) is not None)
    kind = QT_TRANSLATE_NOOP("netstudio", "{family}: {count}")
    return counted(
        len(leaves),
        QT_TRANSLATE_NOOP("netstudio", "Between them lies one layer ({families})."),
        QT_TRANSLATE_NOOP("netstudio", "Between them lie {count} layers ({families})."),
        families=listing(
            message(kind, count=count, family=Message(family.label))
            for family, count in families.most_common()
        )
        if families
        else verbatim("–"),
    )


def _size(
    network: Stack, leaves: list[Node], analysis: Analysis, often: _Occurrences
) -> Iterator[Message]:
    """Parameters, operations, depth, and where most of them lie."""
    yield counted(
        analysis.parameters,
        QT_TRANSLATE_NOOP("netstudio", "It learns one number, its only parameter."),
        QT_TRANSLATE_NOOP("netstudio", "It learns {count} numbers, its parameters."),
    )
    depth = _depth(network, analysis)
    if depth:
        yield counted(
            depth,
            QT_TRANSLATE_NOOP("netstudio", "A sample passes one layer that learns."),
            QT_TRANSLATE_NOOP("netstudio", "A sample passes {count} layers that learn, in a row."),
        )
    costs = [
        (
            QT_TRANSLATE_NOOP("netstudio", "Most parameters are in {layer}: {share} % of all."),
            {
                node.name: analysis.layers[node.uid].parameters * often[node.uid].copies
                for node in leaves
            },
            analysis.parameters,
        ),
        (
            QT_TRANSLATE_NOOP("netstudio", "Most calculation is in {layer}: {share} % of all."),
            {
                node.name: analysis.layers[node.uid].flops * often[node.uid].passes
                for node in leaves
            },
            analysis.flops,
        ),
    ]
    for template, figures, total in costs:
        name = max(figures, key=lambda name: figures[name], default="")
        if len(figures) > 1 and figures[name]:
            yield message(template, layer=name, share=_percent(figures[name], total))


def _widest_view(leaves: list[Node], analysis: Analysis) -> Iterator[Message]:
    """The largest receptive field that is not the whole input."""
    fields = (analysis.layers[node.uid].receptive_field for node in leaves)
    sizes = [_seen(field, analysis) for field in fields if field is not None]
    widest = max(sizes, default=())
    if max(widest, default=1) > 1:
        yield message(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "Its windows see {shape} of the input at once at most (the receptive field).",
            ),
            shape=times(widest),
        )


def _seen(field: ReceptiveField, analysis: Analysis) -> tuple[int, ...]:
    """The extent of a field as far as the input reaches; empty for the whole input."""
    x = analysis.sample
    if field.sizes is None or x is None:
        return ()
    pairs = zip(x.axes, x.sizes, strict=True)
    places = [size for axis, size in pairs if axis not in ("channels", "features")]
    return tuple(map(min, field.sizes, places))


def _layer(node: Node, analysis: Analysis, often: _Occurrences) -> LayerExplanation:
    report = analysis.layers[node.uid]
    cls = LAYERS.get(node.type)
    return LayerExplanation(
        node.uid,
        node.name,
        Message(cls.label) if cls else verbatim(shorten(node.type)),
        tuple(_sentences(node, report, analysis, often[node.uid].copies)),
        node.enabled,
        node.note,
        tuple(_branches(node, analysis, often)),
    )


def _branches(node: Node, analysis: Analysis, often: _Occurrences) -> Iterator[BranchExplanation]:
    for number, (_, body) in enumerate(node.slots, 1):
        title = None
        if len(node.slots) > 1:
            title = message(QT_TRANSLATE_NOOP("netstudio", "Branch {number}"), number=number)
        yield BranchExplanation(title, tuple(_layer(inner, analysis, often) for inner in body))


def _sentences(
    node: Node, report: LayerReport, analysis: Analysis, copies: int
) -> Iterator[Message]:
    cls = LAYERS.get(node.type)
    if cls is None:
        yield message(QT_TRANSLATE_NOOP("netstudio", "This type of layer is unknown."))
        return
    if not node.enabled:
        yield message(
            QT_TRANSLATE_NOOP("netstudio", "Switched off: what comes in goes out unchanged.")
        )
        return
    yield Message(cls.help)
    if report.layer is not None and (settings := report.layer.summary()):
        yield message(
            QT_TRANSLATE_NOOP("netstudio", "Settings: {settings}."), settings=listing(settings)
        )
    yield _shapes(report.input, report.output)
    if report.cost.frozen and not report.trainable:
        yield message(
            QT_TRANSLATE_NOOP("netstudio", "It is frozen: training leaves its weights as they are.")
        )
    elif node.learning_rate_factor != 1:
        yield message(
            QT_TRANSLATE_NOOP("netstudio", "It learns with {factor} times the learning rate."),
            factor=f"{node.learning_rate_factor:g}",
        )
    if report.parameters and copies > 1:
        yield counted(
            report.parameters,
            QT_TRANSLATE_NOOP("netstudio", "It is built {copies} times, each with one parameter."),
            QT_TRANSLATE_NOOP(
                "netstudio", "It is built {copies} times; the first has {count} parameters."
            ),
            copies=copies,
        )
    elif report.parameters:
        yield counted(
            report.parameters,
            QT_TRANSLATE_NOOP("netstudio", "It has one parameter, {share} % of all."),
            QT_TRANSLATE_NOOP("netstudio", "It has {count} parameters, {share} % of all."),
            share=_percent(report.parameters, analysis.parameters),
        )
    field = report.receptive_field
    if field is not None and not field.is_whole and not cls.is_pointwise and not node.slots:
        yield message(
            QT_TRANSLATE_NOOP("netstudio", "Each of its numbers depends on {shape} of the input."),
            shape=times(_seen(field, analysis)),
        )


def _shapes(x: TensorSpec | None, y: TensorSpec | None) -> Message:
    if x is None or y is None:
        return message(
            QT_TRANSLATE_NOOP(
                "netstudio", "What comes out is not known before the problems are solved."
            )
        )
    if (x.axes, x.sizes) == (y.axes, y.sizes):
        return message(QT_TRANSLATE_NOOP("netstudio", "It keeps the shape {shape}."), shape=x.shape)
    return message(
        QT_TRANSLATE_NOOP("netstudio", "It makes {output} out of {input}."),
        input=x.shape,
        output=y.shape,
    )


def _depth(stack: Stack, analysis: Analysis) -> int:
    """How many layers with weights lie on the longest way from top to bottom."""
    return sum(_depth_of(node, analysis) for node in stack)


def _depth_of(node: Node, analysis: Analysis) -> int:
    report = analysis.layers[node.uid]
    if not node.slots:
        return 1 if report.parameters else 0
    copies = report.layer.copies() * report.layer.runs() if report.layer is not None else 1
    return copies * max(_depth(body, analysis) for _, body in node.slots)


def _taking_part(stack: Stack) -> Iterator[Node]:
    """The nodes that are built."""
    off = {inner.uid for node in walk(stack) if not node.enabled for inner in walk(Stack((node,)))}
    return (node for node in walk(stack) if node.uid not in off)


def _percent(part: int, whole: int) -> str:
    share = 100 * part / max(whole, 1)
    return f"{share:.0f}" if share >= 1 else "<1"
