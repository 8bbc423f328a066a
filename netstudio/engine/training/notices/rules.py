"""What the figures of a run tell; every rule stays silent on runs that go well.

A rule looks at the course so far and gives a notice, or None. It needs a few epochs and a clear
difference, since a single epoch may be better or worse by chance.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message, shorten, verbatim
from netstudio.core.translate import listing as listed
from netstudio.engine.events import Remedy
from netstudio.engine.training.notices import remedies
from netstudio.engine.training.notices.course import LATEST, Course, Point, Setting


@dataclass(frozen=True)
class Notice:
    """What a rule has found: its words, and what one click can change."""

    text: Message
    remedies: tuple[Remedy, ...] = ()


Rule = Callable[[Course], Notice | None]

_MOST_NAMED = 5
# From this share of the way between chance and perfection on, something is learned.
_SOMETHING = 0.5
# In a cross-entropy near zero, a large share is next to nothing.
_LEAST_RISE = 0.02
# What two or three samples add up to that are confidently taken for something else.
_FEW_SAMPLES = 9.0


def over_fitting(course: Course) -> Notice | None:
    """The loss on the validation part rises while it falls in training."""
    window, points = 3, course.points
    losses = [point.validation for point in points if point.validation is not None]
    if len(losses) < len(points) or len(points) < 2 * window:
        return None
    means = [_mean(losses[at : at + window]) for at in range(len(losses) - window + 1)]
    lowest = min(range(len(means)), key=means.__getitem__)
    low, now = means[lowest], means[-1]
    before, after = points[lowest + window // 2], points[-1]
    if min(now, losses[-1]) < _clearly_above(low, course.setting):
        return None
    if after.loss > 0.85 * before.loss or now < 1.3 * after.loss:
        return None
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "Over-fitting: since epoch {epoch} the validation loss rises ({low:.3g} to {now:.3g}) "
            "while the training loss falls. The network learns the training samples by heart. "
            "More data, augmentation, dropout, weight decay or fewer epochs help.",
        ),
        epoch=before.epoch,
        low=low,
        now=now,
    )
    setting = course.setting
    return Notice(text, (*remedies.stop_early(setting), *remedies.decay_weights(setting)))


def _clearly_above(loss: float, setting: Setting) -> float:
    """From where on a validation loss is higher, and not by chance."""
    samples = max(1, setting.validation_samples)
    least = max(loss * (1.15 + 1.5 / sqrt(samples)), loss + _FEW_SAMPLES / samples)
    return max(least, loss + _LEAST_RISE) if setting.classes else least


def rate_too_high(course: Course) -> Notice | None:
    """The loss grows beyond where it began, or jumps up again after it had fallen."""
    grows = _grows_from_the_start(course) or _jumps(course.points)
    if not grows:
        return None
    before, now = grows
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "The training loss rises ({before:.3g} to {now:.3g}). The learning rate is probably "
            "too high: lower it, warm it up, or clip the gradients.",
        ),
        before=before,
        now=now,
    )
    setting = course.setting
    return Notice(text, (*remedies.lower_rate(setting), *remedies.clip_gradients(setting)))


def _grows_from_the_start(course: Course) -> tuple[float, float] | None:
    first, latest, points = course.first_loss, course.latest_losses, course.points
    if first is None or len(points) > 1:
        return None
    if points:
        return (first, points[0].loss) if points[0].loss > 3 * abs(first) else None
    if len(latest) < LATEST:
        return None
    # Even the best of the latest batches: a few wild ones are no trend.
    return (first, _mean(latest)) if min(latest) > 2 * abs(first) else None


def _jumps(points: Sequence[Point]) -> tuple[float, float] | None:
    if len(points) < 2:
        return None
    now = points[-1]
    best = min(points[:-1], key=lambda point: point.loss)
    # A schedule that starts again from a high rate lets the loss jump on purpose.
    if now.learning_rate > 1.001 * best.learning_rate or best.loss <= 0:
        return None
    is_high = now.loss > 1.5 * best.loss and now.loss > 0.5 * points[0].loss
    return (best.loss, now.loss) if is_high else None


def rate_too_low(course: Course) -> Notice | None:
    """The loss falls at every epoch, and hardly."""
    least, points = 4, course.points
    if len(points) < least + course.setting.warmup:
        return None
    losses = [point.loss for point in points]
    falls = all(later < earlier for earlier, later in pairwise(losses))
    if not falls or losses[0] <= 0:
        return None
    a_lap, all_laps = losses[-2] - losses[-1], losses[0] - losses[-1]
    hardly = all_laps < 0.03 * (len(losses) - 1) * losses[0] and all_laps < 0.15 * losses[0]
    slows_down = a_lap < 0.4 * all_laps / (len(losses) - 1)
    if not hardly or slows_down:
        return None
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "The training loss falls steadily, but hardly: {before:.4g} to {now:.4g} in {epochs} "
            "epochs. The learning rate is probably too low: raise it, or look for a better one "
            "with the finder.",
        ),
        before=losses[0],
        now=losses[-1],
        epochs=len(losses),
    )
    return Notice(text, remedies.raise_rate(course.setting))


def not_learning(course: Course) -> Notice | None:
    """After some epochs the network is no better than one that has learned nothing."""
    points, setting = course.points, course.setting
    if len(points) < 3 + setting.warmup:
        return None
    if setting.chance is not None:
        return _at_chance(course, setting.chance)
    first, latest = points[0].loss, [point.loss for point in points[-3:]]
    if setting.classes or first <= 0 or min(latest) < 0.98 * first or max(latest) > 1.1 * first:
        return None
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "The training loss does not fall: it was {before:.3g} in the first epoch and is "
            "{now:.3g} in epoch {epoch}. Try another learning rate, look whether the inputs are "
            "normalized, and whether the targets can be told from the inputs at all.",
        ),
        before=first,
        now=latest[-1],
        epoch=course.epoch,
    )
    return Notice(text, (*remedies.lower_rate(setting), *remedies.raise_rate(setting)))


def _at_chance(course: Course, chance: float) -> Notice | None:
    shares = [point.share for point in course.points[-2:] if point.share is not None]
    measured = [
        point.validation_share for point in course.points[-2:] if point.validation_share is not None
    ]
    margin = max(0.01, 0.05 * (1 - chance))
    if not shares or max((*shares, *measured)) > chance + margin:
        return None
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "After {epoch} epochs the network is right for {share:.1%} of the training samples; "
            "always naming the most frequent class would give {chance:.1%}. It has learned "
            "nothing yet. Try another learning rate, and look whether the labels are right.",
        ),
        epoch=course.epoch,
        share=shares[-1],
        chance=chance,
    )
    setting = course.setting
    return Notice(text, (*remedies.lower_rate(setting), *remedies.raise_rate(setting)))


def never_predicted(course: Course) -> Notice | None:
    """No sample is ever taken for some of the classes."""
    missed, setting = course.missed, course.setting
    if not missed or setting.chance is None or len(course.points) < 3 + setting.warmup:
        return None
    learned = course.points[-1].validation_share
    if learned is None or learned < setting.chance + _SOMETHING * (1 - setting.chance):
        return None  # as long as little is learned, that is no wonder
    names: list[Message | str] = [verbatim(shorten(name, 30)) for name in missed[:_MOST_NAMED]]
    if len(missed) > _MOST_NAMED:
        more = QT_TRANSLATE_NOOP("netstudio", "{count} more")
        names.append(message(more, count=len(missed) - _MOST_NAMED))
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "Never predicted: {classes}. The network gives no validation sample this class. Rare "
            "classes need more samples, or class weights.",
        ),
        classes=listed(names),
    )
    return Notice(text, remedies.weigh_classes(setting))


def better_on_validation(course: Course) -> Notice | None:
    """The validation part is recognised much better than the training samples."""
    setting, latest = course.setting, course.points[-2:]
    if len(course.points) < 4:
        return None
    gaps = [_gap(point, setting.validation_samples) for point in latest]
    least = 0.3 if setting.has_noise else 0.15
    if min(gaps) < least:
        return None
    now = latest[-1]
    assert now.share is not None
    assert now.validation_share is not None
    template = (
        QT_TRANSLATE_NOOP(
            "netstudio",
            "Validation ({validation:.1%}) is much better than training ({training:.1%}): dropout "
            "or augmentation may be too strong.",
        )
        if setting.has_noise
        else QT_TRANSLATE_NOOP(
            "netstudio",
            "Validation ({validation:.1%}) is much better than training ({training:.1%}): the "
            "validation samples may be easier, or labels of training samples may be wrong.",
        )
    )
    return Notice(message(template, validation=now.validation_share, training=now.share))


def _gap(point: Point, samples: int) -> float:
    """By how much validation is surely better than training."""
    if point.share is None or point.validation_share is None or not samples:
        return 0.0
    chance = 2 * sqrt(point.validation_share * (1 - point.validation_share) / samples + 1 / 4e4)
    return point.validation_share - point.share - chance


def not_finite(setting: Setting) -> Notice:
    """The loss has become NaN or infinite."""
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "The weights have become NaN (not a number), so that nothing can be learned any more. "
            "The last updates were too large: lower the learning rate, or clip the gradients.",
        )
    )
    return Notice(text, (*remedies.lower_rate(setting), *remedies.clip_gradients(setting)))


def worse_on_test(course: Course, test: float, samples: int) -> Notice | None:
    """The test part is recognised much worse than the validation part.

    Args:
        course: The whole run.
        test: The share of the test samples that are right.
        samples: How many there are.
    """
    best = max(
        (point.validation_share for point in course.points if point.validation_share is not None),
        default=None,
    )
    if best is None or not samples or not course.setting.validation_samples:
        return None
    chance = 3 * sqrt(best * (1 - best) / course.setting.validation_samples + 0.25 / samples)
    if best - test < 0.1 + chance:
        return None
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "The test samples ({test:.1%}) are recognised much worse than the validation samples "
            "({validation:.1%}). They may be of another kind, or the validation samples may be "
            "too much like the training samples. Look at how the data are divided.",
        ),
        test=test,
        validation=best,
    )
    return Notice(text)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


# What can be over again; what has risen or jumped stays true of the run.
CAN_HEAL = frozenset(("rate-too-low", "not-learning", "never-predicted"))

# By code; each is asked after every epoch.
RULES: Mapping[str, Rule] = {
    "over-fitting": over_fitting,
    "rate-too-high": rate_too_high,
    "rate-too-low": rate_too_low,
    "not-learning": not_learning,
    "never-predicted": never_predicted,
    "better-on-validation": better_on_validation,
}
