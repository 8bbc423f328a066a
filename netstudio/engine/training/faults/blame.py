"""Which layer was the first whose numbers were not finite, found by living through it again."""

from __future__ import annotations

import time

import torch
from torch import Tensor

from netstudio.core.translate import QT_TRANSLATE_NOOP, message, verbatim
from netstudio.core.tree import Node
from netstudio.engine.events import Noticed
from netstudio.engine.insight.owners import Owners
from netstudio.engine.training.keeping.checkpoints import Checkpoint, Position
from netstudio.engine.training.learner import Learner
from netstudio.engine.training.notices.remedies import clip_gradients, lower_rate
from netstudio.engine.training.notices.setting import setting_of
from netstudio.engine.training.opening import learner_at
from netstudio.engine.training.session import Session

# How long somebody whose run has failed may be kept waiting for the reason, in seconds.
_PATIENCE = 10.0


def blame(session: Session, checkpoint: Checkpoint | None) -> Noticed | None:
    """Tell in which layer the numbers of a run's last epoch ceased to be finite.

    When the loss is read, an update has long since brought NaN into all weights. So the epoch is
    trained again, from where it can be, with a look at every loss. It takes as many random numbers
    as before and comes to the same point, unless the learning rate was changed by hand.

    Args:
        session: The run whose loss is no longer finite.
        checkpoint: Its newest state; None before the first.

    Returns:
        What was found; None where that took too long, or the same did not happen again.
    """
    position = checkpoint.position if checkpoint is not None else Position()
    if position.epoch != session.position.epoch or session.ranks.size > 1:
        return None
    learner = learner_at(session, checkpoint)
    found = _first_layer(session, learner, position)
    if found is None:
        return None
    layer, batch = found
    setting = setting_of(session)
    return Noticed(
        "not-finite",
        message(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "The numbers became too large for the computer in batch {batch} of epoch {epoch}, "
                "first in the layer {layer}. Lower the learning rate, clip the gradients, or put "
                "normalization before this layer.",
            ),
            batch=batch,
            epoch=position.epoch + 1,
            layer=verbatim(layer.name),
        ),
        position.epoch + 1,
        layer.uid,
        (*lower_rate(setting), *clip_gradients(setting)),
    )


def _first_layer(session: Session, learner: Learner, position: Position) -> tuple[Node, int] | None:
    """The layer, and the number of the batch in its epoch, from 1."""
    number, sizes = position.epoch + 1, session.batch_sizes()
    order = session.order(number).to(learner.device)
    finish = session.finish_for(number)
    batch, until = position.batch, time.perf_counter() + _PATIENCE
    for chunk in session.train.shuffled(finish, order, sizes, batch):
        for inputs, targets in chunk:
            learner.set_epoch(position.epoch + batch / len(sizes))
            before, random = _copies(learner), torch.get_rng_state()
            loss = learner.learn(inputs, targets).loss
            batch += 1
            if not bool(loss.isfinite()):
                _put_back(learner, before)
                torch.set_rng_state(random)
                name = learner.first_not_finite(inputs)
                layer = Owners(session.project.network).of(name) if name is not None else None
                return None if layer is None else (layer, batch)
            if time.perf_counter() > until:
                return None
    return None


def _tensors(learner: Learner) -> list[Tensor]:
    return [*learner.module.parameters(), *learner.module.buffers()]


def _copies(learner: Learner) -> list[Tensor]:
    return [each.detach().clone() for each in _tensors(learner)]


@torch.no_grad()
def _put_back(learner: Learner, before: list[Tensor]) -> None:
    for each, value in zip(_tensors(learner), before, strict=True):
        each.copy_(value)
