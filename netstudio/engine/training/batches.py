"""From a project's choices to the batches that its network receives."""

from __future__ import annotations

import torch

from netstudio.engine.data.dataset import Dataset
from netstudio.engine.data.storage.batches import (
    Finish,
    derived_seed,
)
from netstudio.engine.data.storage.finishing import Augmented, OfItself, Plain
from netstudio.engine.training.execution import Execution
from netstudio.tasks.content import Aim
from netstudio.tasks.settings import Settings


def finish_of(
    settings: Settings,
    dataset: Dataset,
    device: torch.device,
    execution: Execution,
    epoch: int | None = None,
    rank: int = 0,
) -> Finish:
    """Makes a rank's batches of an epoch; without one, those that are not learned from."""
    assert settings.training is not None
    assert settings.task is not None
    preprocessing, seed = dataset.preprocessing, settings.training.seed
    if rank:
        seed = derived_seed(seed, rank)
    preprocess = preprocessing.on(device, execution.channels_last)
    finish: Finish = Plain(preprocess)
    if epoch is not None and settings.augmentation:
        from netstudio.engine.data.augmentation.pipeline import Pipeline

        augment = Pipeline.build(
            settings.augmentation, settings.task.content, preprocess, len(dataset.classes)
        )
        finish = Augmented(augment, seed, epoch)
    if settings.task.aim is Aim.ITSELF:
        return OfItself(finish, preprocessing.noise, seed, epoch or 0)
    return finish


def makes_up_by(settings: Settings, means: str) -> bool:
    """Whether that is how training makes up for classes of unequal size."""
    assert settings.task is not None
    assert settings.data is not None
    return settings.task.aim is Aim.CLASS and settings.data.imbalance == means
