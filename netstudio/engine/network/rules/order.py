"""Layers that work, in an order that does not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import prod

from netstudio.core.layer import Family, Role
from netstudio.core.problems import Problem, Severity
from netstudio.core.spec import FEATURES, Call
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message
from netstudio.engine.network.rules import mending
from netstudio.engine.network.rules.mending import USUAL_ACTIVATION
from netstudio.engine.network.rules.subject import Chain, Link


def of_order(chain: Chain) -> Iterator[Problem]:
    """What is wrong with the order of layers that follow each other."""
    for first, second in pairwise(chain):
        twice = first.layer.role is second.layer.role is Role.ACTIVATION
        if twice and not _worse_to_say(first, second):
            yield _activation_doubled(first, second)
    yield from _dropout_before_batch_norm(chain)
    yield from _nothing_between_linear_layers(chain)


def softmax_inside(chain: Chain, *, reaches_output: bool) -> Iterator[Problem]:
    """Probabilities that are calculated with, where an activation was meant.

    Args:
        chain: Layers that follow each other.
        reaches_output: Whether its last layer is the network's, where Softmax has its place.
    """
    for link in chain[:-1] if reaches_output else chain:
        if link.layer.gives_probabilities:
            text = message(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{layer} stands in the middle of the network, where it makes all numbers small "
                    "and their gradients smaller. Use {activation} there.",
                ),
                layer=Message(link.layer.label),
                activation=Message(USUAL_ACTIVATION.label),
            )
            fix = mending.becoming(link.node.uid, USUAL_ACTIVATION)
            uid = link.node.uid
            yield Problem("softmax-inside", Severity.WARNING, uid, text, fix=fix)


def _worse_to_say(first: Link, second: Link) -> bool:
    """Whether another rule says more of the two than that they are two."""
    if first.layer.gives_probabilities or second.layer.gives_probabilities:
        return True
    return second.layer.learns_below_zero and first.layer.gives_range[0] >= 0


def _activation_doubled(first: Link, second: Link) -> Problem:
    if first.layer.type == second.layer.type:
        template = QT_TRANSLATE_NOOP(
            "netstudio", "{second} follows {first}: one is enough. Remove the second."
        )
    else:
        template = QT_TRANSLATE_NOOP(
            "netstudio",
            "{second} follows {first} with nothing to learn between them. Remove one of the two.",
        )
    text = message(template, first=Message(first.layer.label), second=Message(second.layer.label))
    fix = mending.removing(second.node, second.layer.label)
    return Problem("activation-doubled", Severity.WARNING, second.node.uid, text, fix=fix)


def _dropout_before_batch_norm(chain: Chain) -> Iterator[Problem]:
    """Li et al., Understanding the disharmony between dropout and batch normalization, 2018."""
    dropping: Link | None = None
    for link in chain:
        if link.layer.family is Family.REGULARIZATION:
            dropping = link
        elif link.layer.mixes_batch and dropping is not None:
            yield _before_batch_norm(dropping, link)
            dropping = None
        elif link.layer.role not in (Role.ACTIVATION, Role.PASSING):
            dropping = None


def _before_batch_norm(dropping: Link, norm: Link) -> Problem:
    values = {"dropout": Message(dropping.layer.label), "norm": Message(norm.layer.label)}
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "{dropout} works in training only, so {norm} behind it learns a spread of the numbers "
            "that is wrong in use. Move {dropout} behind {norm}.",
        ),
        **values,
    )
    label = message(QT_TRANSLATE_NOOP("netstudio", "Move {dropout} behind {norm}"), **values)
    fix = mending.moving_behind(dropping.node.uid, norm.node.uid, label)
    uid = dropping.node.uid
    return Problem("dropout-before-batch-norm", Severity.WARNING, uid, text, fix=fix)


def _nothing_between_linear_layers(chain: Chain) -> Iterator[Problem]:
    """Two linear maps in a row are one; those that narrow, or work by channel, are made so."""
    previous: Link | None = None
    place: Link | None = None
    for link in chain:
        if link.layer.role is Role.LINEAR:
            if previous is not None and place is not None and not _by_design(previous, link):
                yield _activation_missing(previous, link, place)
            previous = place = link
        elif link.layer.role is not Role.PASSING or _deals_out_anew(link):
            previous = None
        elif link.layer.family is Family.NORMALIZATION:
            place = link


def _deals_out_anew(link: Link) -> bool:
    """Whether channels become places, as in sub-pixel convolution: what follows sees others."""
    x, y = link.input, link.output
    if x is None or y is None or x.axes != y.axes:
        return False
    return x.sizes != y.sizes and prod(x.sizes) == prod(y.sizes)


def _by_design(first: Link, second: Link) -> bool:
    """Whether usual designs leave out the activation between the two.

    Depthwise convolutions go with a pointwise one; a layer that narrows the channels before one
    that widens them is a linear bottleneck (Sandler et al., MobileNetV2, 2018); so is the code of
    an autoencoder, from which a layer goes back to as many numbers as there were.
    """
    if any(_is_grouped(link) for link in (first, second)):
        return True
    narrow, wide = first.output, second.output
    if first.input is None or narrow is None or wide is None or narrow.axes != wide.axes:
        return False
    axis = "features" if "features" in narrow.axes else narrow.axes[0]
    window = first.layer.window(first.input)
    by_channel = window is not None and len(window.kernel) > 0 and max(window.kernel) == 1
    goes_back = first.input.axes == FEATURES == wide.axes and wide.sizes >= first.input.sizes
    return (by_channel or goes_back) and narrow.size(axis) < wide.size(axis)


def _is_grouped(link: Link) -> bool:
    """Whether some channels do not see each other."""
    return link.layer.keeps_channels_apart or (link.call is not None and _has_groups(link.call))


def _has_groups(call: Call) -> bool:
    """Whether a module, or one that it is made of, lets groups of channels not see each other."""
    return any(
        _has_groups(value) if isinstance(value, Call) else name == "groups" and value != 1
        for name, value in call.arguments
    )


def _activation_missing(first: Link, second: Link, place: Link) -> Problem:
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "Between {first} and {second} there is no activation, so the two can do no more than "
            "one of them. Add one, such as {activation}, after {first}.",
        ),
        first=Message(first.layer.label),
        second=Message(second.layer.label),
        activation=Message(USUAL_ACTIVATION.label),
    )
    fix = mending.inserting(USUAL_ACTIVATION, after=place.node.uid)
    return Problem("activation-missing", Severity.WARNING, second.node.uid, text, fix=fix)
