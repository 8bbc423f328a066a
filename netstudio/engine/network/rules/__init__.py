"""What commonly goes wrong in a network, each with its words and, where there is one, its fix.

``shapes`` is asked while layers are lowered, one by one; ``of_network`` looks at the whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from netstudio.core.problems import Problem
from netstudio.engine.network.rules.learning import of_learning, of_weights
from netstudio.engine.network.rules.order import of_order, softmax_inside
from netstudio.engine.network.rules.output import of_output
from netstudio.engine.network.rules.subject import Subject, chains, main_chain

__all__ = ["Subject", "of_network"]


def of_network(subject: Subject) -> Iterator[Problem]:
    """Everything that can be said only of layers together."""
    yield from of_output(subject)
    yield from of_learning(subject)
    if subject.output is None:
        # First it must run; advice on how it runs better would only drown what stops it.
        return
    last = main_chain(subject)[-1:]
    for chain in chains(subject):
        yield from of_order(chain)
        yield from of_weights(chain)
        yield from softmax_inside(chain, reaches_output=bool(last) and chain[-1:] == last)
