"""Class weights and oversampling change what is learned from, and no figure on other samples."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from netstudio.core.project import Project
from netstudio.core.values import Fields
from netstudio.engine import events
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import load_dataset
from netstudio.engine.training.learner import Learner
from netstudio.engine.training.losses import BinaryCrossEntropy, ClassWeighted, MeanSquaredError
from netstudio.engine.training.opening import open_session, with_facts
from netstudio.engine.training.steps.step import Learned
from netstudio.tasks.settings import read_settings
from tests.engine.training.runs import digits_project, of_type, run


def with_options(project: Project, **options: object) -> Project:
    return replace(project, data=replace(project.data, options=Fields(options)))


@pytest.mark.parametrize("loss", [nn.CrossEntropyLoss, BinaryCrossEntropy, MeanSquaredError])
@pytest.mark.parametrize("as_shares", [False, True])
def test_each_sample_counts_as_its_class_does(loss: type[nn.Module], as_shares: bool) -> None:
    outputs = torch.randn(6, 3, generator=torch.Generator().manual_seed(0))
    classes = torch.tensor([0, 1, 2, 2, 1, 0])
    targets = nn.functional.one_hot(classes, 3).float() if as_shares else classes
    weights = torch.tensor([0.5, 1.0, 3.0])
    one_by_one = [loss()(outputs[at : at + 1], targets[at : at + 1]) for at in range(6)]
    expected = (torch.stack(one_by_one) * weights[classes]).mean()
    assert torch.allclose(ClassWeighted(loss(), weights)(outputs, targets), expected)


def test_one_output_for_two_classes_is_weighted_by_the_true_class() -> None:
    outputs, targets = torch.tensor([[2.0], [-1.0]]), torch.tensor([1, 0])
    weighted = ClassWeighted(BinaryCrossEntropy(), torch.tensor([0.0, 2.0]))
    assert torch.allclose(
        weighted(outputs, targets), BinaryCrossEntropy()(outputs[:1], targets[:1])
    )


def test_weights_are_those_of_the_training_part_and_only_training_has_them() -> None:
    project = with_options(digits_project(), imbalance="class_weights")
    dataset = finish(load_dataset(read_settings(project)[0]))
    session = open_session(with_facts(project, dataset), dataset, torch.device("cpu"), None)
    outputs = torch.zeros(2, 10)
    outputs[:, 0] = 3.0
    targets = torch.tensor([0, 1])
    counts = torch.bincount(dataset.train.targets, minlength=10)
    weights = len(dataset.train) / (10 * counts)
    learner = session.learner
    plain = nn.functional.cross_entropy(outputs, targets, reduction="none")
    assert torch.allclose(learner.loss(outputs, targets), plain.mean())
    weighted = (plain * weights[targets]).mean()
    assert torch.allclose(learner.training_loss(outputs, targets), weighted)


def test_an_oversampled_epoch_is_longer_and_reported_as_such(tmp_path: Path) -> None:
    project = with_options(digits_project(epochs=1), imbalance="oversampling")
    dataset = finish(load_dataset(read_settings(project)[0]))
    counts = torch.bincount(dataset.train.targets)
    wanted = 10 * int(counts.max())
    assert wanted > len(dataset.train)

    stream = run(project, tmp_path)

    (epoch,) = of_type(stream, events.EpochEnded)
    assert epoch.train.samples == wanted
    assert of_type(stream, events.Progress)[-1].batches == -(-wanted // 64)
    assert of_type(stream, events.Started)[0].train_samples == len(dataset.train)


def hashes(samples: Tensor) -> set[bytes]:
    """What each sample is, as the network receives it."""
    return {sample.numpy().tobytes() for sample in samples}


@pytest.mark.parametrize("fold", [0, 2])
@pytest.mark.parametrize("imbalance", ["none", "oversampling"])
def test_no_test_sample_and_no_validation_sample_is_ever_learned_from(
    fold: int, imbalance: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learned: set[bytes] = set()
    learn = Learner.learn

    def remember(self: Learner, inputs: Tensor, *others: Any) -> Learned:
        learned.update(hashes(inputs))
        return learn(self, inputs, *others)

    monkeypatch.setattr(Learner, "learn", remember)
    options: dict[str, object] = {"imbalance": imbalance, "spoiled_labels": 0.2}
    if fold:
        options |= {"fold": (fold, 3)}
    project = with_options(digits_project(epochs=1), **options)
    run(project, tmp_path)

    dataset = finish(load_dataset(read_settings(project)[0]))
    ready = dataset.preprocessing.on(torch.device("cpu"))
    parts = (dataset.train, dataset.validation, dataset.test)
    train, validation, test = (hashes(ready(part.inputs[:])) for part in parts)
    assert learned == train
    assert not learned & validation
    assert not learned & test
    assert len(dataset.test) > 100
