"""Weights that can never learn anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise

from netstudio.core import edits
from netstudio.core.declare import BadField
from netstudio.core.layer import Family, Role
from netstudio.core.learning import faults_of_learning, inherited
from netstudio.core.problems import DATA, NETWORK, TRAINING, Fix, Problem, Severity
from netstudio.core.project import Project
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.core.tree import Node, Stack, walk
from netstudio.engine.network.rules import mending
from netstudio.engine.network.rules.subject import Chain, Link, Subject
from netstudio.layers import LAYERS


def of_learning(subject: Subject) -> Iterator[Problem]:
    """What keeps a whole network from learning."""
    if subject.output is not None and not any(
        report.parameters for report in subject.reports.values()
    ):
        yield _nothing_to_learn(subject.project.network)
    elif subject.output is not None and not any(
        subject.reports[node.uid].trainable for node in subject.project.network
    ):
        yield _all_frozen()
    for node in walk(subject.project.network):
        yield from map(partial(_bad_learning, node), faults_of_learning(node))
    facts = subject.project.data.facts
    if facts is not None and len(facts.classes) == 1:
        yield _one_class(facts.classes[0])
    training = subject.settings.training
    if subject.output is not None and training is not None and training.batch_size == 1:
        yield from _batch_of_one(subject.project.network)


def of_weights(chain: Chain) -> Iterator[Problem]:
    """Weights of single layers whose gradients are always zero."""
    for link in chain:
        if link.layer.gives_probabilities and link is not chain[-1] and _shares(link) == 1:
            yield _share_of_one(link)
    for first, second in pairwise(chain):
        if first.layer.mixes_batch and second.layer.mixes_batch:
            yield _normalized_twice(first, second)
    yield from _nothing_below_zero(chain)


def _nothing_to_learn(network: Stack) -> Problem:
    if all(not node.enabled for node in network) and len(network):
        text = message(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "All layers are switched off, so nothing can be learned. Switch one on.",
            )
        )
        label = message(QT_TRANSLATE_NOOP("netstudio", "Switch all on"))
        return Problem("nothing-to-learn", Severity.ERROR, NETWORK, text, fix=Fix(label, _all_on))
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio", "No layer of the network has weights to learn. Add one, such as Linear."
        )
    )
    return Problem("nothing-to-learn", Severity.ERROR, NETWORK, text)


def _all_on(project: Project) -> Project:
    off = {node.uid for node in project.network if not node.enabled}
    if not off:
        return project
    return project.with_network(edits.set_enabled(project.network, off, True))


def _all_frozen() -> Problem:
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "All layers with weights are frozen, so nothing can be learned. Let one learn, such as "
            "the last.",
        )
    )
    label = message(QT_TRANSLATE_NOOP("netstudio", "Unfreeze all layers"))
    return Problem("all-frozen", Severity.ERROR, NETWORK, text, fix=Fix(label, _all_learning))


def _all_learning(project: Project) -> Project:
    frozen = {node.uid for node in walk(project.network) if node.frozen}
    if not frozen:
        return project
    return project.with_network(edits.set_frozen(project.network, frozen, False))


def _bad_learning(node: Node, fault: BadField) -> Problem:
    label = message(QT_TRANSLATE_NOOP("netstudio", "Set it to 1"))
    to_one = partial(edits.set_learning_rate_factor, uids=(node.uid,), factor=1.0)
    fix = Fix(label, mending.on_node(node.uid, to_one))
    return Problem("bad-setting", Severity.ERROR, node.uid, fault.text, fault.name, fix)


def _one_class(name: str) -> Problem:
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "All samples belong to one class, {name}, so there is nothing to tell apart. Choose "
            "data with two classes or more.",
        ),
        name=name,
    )
    return Problem("one-class", Severity.WARNING, DATA, text)


def _batch_of_one(network: Stack) -> Iterator[Problem]:
    mixing = next(
        (
            node
            for node in _switched_on(inherited(network))
            if not node.frozen and (cls := LAYERS.get(node.type)) and cls.mixes_batch
        ),
        None,
    )
    if mixing is None:
        return
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "The batch size is 1, but {layer} needs several samples in a batch to take their mean. "
            "Set the batch size to 2 or more.",
        ),
        layer=mixing.type,
    )
    label = message(QT_TRANSLATE_NOOP("netstudio", "Set the batch size to {size}"), size=32)

    def apply(project: Project) -> Project:
        options = project.training.options.replace(batch_size=32)
        return replace(project, training=replace(project.training, options=options))

    yield Problem(
        "batch-of-one", Severity.ERROR, TRAINING, text, "batch_size", fix=Fix(label, apply)
    )


def _switched_on(stack: Stack) -> Iterator[Node]:
    """The nodes that take part."""
    for node in stack:
        if node.enabled:
            yield node
            for _, body in node.slots:
                yield from _switched_on(body)


def _shares(link: Link) -> int | None:
    """Between how many numbers probabilities are shared out."""
    output = link.output
    if output is None:
        return None
    return output.size("features") if "features" in output.axes else output.sizes[0]


def _share_of_one(link: Link) -> Problem:
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{layer} shares out 1 among a single number, so it always puts out 1 and no layer "
            "before it can learn. Remove it.",
        ),
        layer=Message(link.layer.label),
    )
    fix = mending.removing(link.node, link.layer.label)
    return Problem("share-of-one", Severity.WARNING, link.node.uid, text, fix=fix)


def _normalized_twice(first: Link, second: Link) -> Problem:
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{second} follows {first} and takes its scale and shift away again, so these never "
            "learn. Remove one of the two.",
        ),
        first=Message(first.layer.label),
        second=Message(second.layer.label),
    )
    fix = mending.removing(first.node, first.layer.label)
    return Problem("normalized-twice", Severity.WARNING, first.node.uid, text, fix=fix)


def _nothing_below_zero(chain: Chain) -> Iterator[Problem]:
    """Weights for negative numbers where there are none."""
    source: Link | None = None
    for link in chain:
        if link.layer.learns_below_zero and source is not None:
            yield _never_negative(source, link)
        if link.layer.gives_range[0] >= 0:
            source = link
        elif link.layer.role is not Role.PASSING or link.layer.family is Family.NORMALIZATION:
            source = None


def _never_negative(source: Link, link: Link) -> Problem:
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{layer} learns what to do with negative numbers, but {source} before it puts out "
            "none, so it never learns. Remove {source}.",
        ),
        layer=Message(link.layer.label),
        source=Message(source.layer.label),
    )
    fix = mending.removing(source.node, source.layer.label)
    return Problem("never-negative", Severity.WARNING, link.node.uid, text, fix=fix)
