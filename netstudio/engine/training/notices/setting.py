"""What the rules know of a run before it begins."""

from __future__ import annotations

from netstudio.core.tree import walk
from netstudio.engine.training.notices.course import Setting
from netstudio.engine.training.session import Session
from netstudio.tasks.content import Aim
from netstudio.tasks.initializations import Zeros
from netstudio.tasks.metrics import METRICS

# Layers that make training harder than validation.
_NOISY = frozenset(("Dropout", "Dropout1d", "Dropout2d", "AlphaDropout", "GaussianNoise"))


def setting_of(session: Session) -> Setting:
    """The facts of an open session."""
    settings, dataset = session.analysis.settings, session.dataset
    assert settings.task is not None
    assert settings.data is not None
    options, optimizer = session.options, settings.optimizer
    is_class = settings.task.aim is Aim.CLASS
    telling = next((METRICS[name] for name in settings.task.metrics), None)
    is_share = telling is not None and telling.is_share and telling.higher_is_better
    layers = {node.type for node in walk(session.project.network) if node.enabled}
    return Setting(
        epochs=options.epochs,
        metric=telling.type if telling is not None and is_share else "",
        chance=_chance(session) if is_class else None,
        classes=dataset.classes if is_class else (),
        validation_samples=len(dataset.validation),
        optimizer=optimizer.type if optimizer is not None else "",
        learning_rate=getattr(optimizer, "lr", None),
        warmup=getattr(settings.schedule, "warmup_epochs", 0.0),
        patience=options.patience,
        weight_decay=getattr(optimizer, "weight_decay", None),
        clips=options.clip_norm > 0 or options.clip_value > 0,
        balances=settings.data.imbalance != "none",
        has_noise=bool(settings.augmentation) or bool(layers & _NOISY),
        begins_at_zero=options.initialization == Zeros.type,
    )


def _chance(session: Session) -> float:
    """The share of the most frequent class."""
    targets = session.dataset.train.targets
    return float(targets.bincount().max()) / max(1, len(targets))
