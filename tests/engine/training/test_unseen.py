"""No sample of the validation or the test part is ever learned from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

import pytest
import torch
from torch import Tensor

from netstudio.core.project import DataChoice, Project, Selected, TrainingChoice
from netstudio.core.spec import TensorSpec
from netstudio.core.tree import Stack
from netstudio.core.values import Fields
from netstudio.engine.data.dataset import Dataset
from netstudio.engine.data.job import finish
from netstudio.engine.data.load import load_dataset
from netstudio.engine.data.storage.batches import BatchedSamples
from netstudio.engine.training.control import RunControl
from netstudio.engine.training.epoch import Epoch
from netstudio.engine.training.opening import open_session, with_facts
from netstudio.engine.training.session import Session
from netstudio.engine.training.steps.step import BatchShare, Learned
from netstudio.tasks.content import Aim, Content
from netstudio.tasks.settings import read_settings
from netstudio.tasks.sources import FashionMNIST, SourceDef
from netstudio.tasks.sources.sounds import FreeSpokenDigits
from netstudio.tasks.task import TaskDef
from tests.engine.data.examples import MAKERS, uses
from tests.projects import network, node

# Enough of a large source; every sample of the other parts is looked at.
FEW = 1_000
# One source for each kind of sample.
WITH_OPTIONS = ("digits", "moons", "penguins", "sms_spam", "spoken_digits", "japanese_vowels")


@pytest.mark.parametrize("options", [{}, {"imbalance": "oversampling"}, {"fold": (2, 3)}], ids=str)
@pytest.mark.parametrize("use", [*uses()], ids=lambda use: f"{use[0].type} for {use[1].type}")
def test_no_batch_holds_a_sample_of_the_other_parts(
    use: tuple[type[SourceDef], type[TaskDef]],
    options: dict[str, object],
    tmp_path: Path,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cls, task = use
    if options and (cls.type not in WITH_OPTIONS or task.aim is not Aim.CLASS):
        pytest.skip("once for each kind of sample is enough")
    root = tmp_path
    if cls in (FashionMNIST, FreeSpokenDigits):
        root = request.getfixturevalue("test_data")
    maker = MAKERS.get(cls.type)
    source = maker(tmp_path) if maker else cls()
    session = opened(source, task, {"use_samples": FEW, **options}, root)

    learned = list(seen_while_learning(session, task.aim, monkeypatch))

    others = {*hashes(session, session.validation), *hashes(session, session.test)}
    assert len(others) > 1
    assert len(learned) >= len(session.train) > 1
    assert set(learned) <= set(hashes(session, session.train))
    train, *other_records = session.dataset.records.parts
    for records in other_records:
        assert not set(finish(train.inputs.keys())) & set(finish(records.inputs.keys()))
    if task.content is not Content.TEXTS:  # two texts may differ in rare words alone
        assert not set(learned) & others


def opened(
    source: SourceDef, task: type[TaskDef], options: dict[str, object], root: Path
) -> Session:
    """A session with a network of one layer."""
    project = Project(
        name="unseen",
        task=Selected(task.type),
        data=DataChoice(Selected(source.type, source.written()), Fields(options)),
        training=TrainingChoice(Selected(task.losses[0]), Selected("sgd"), Fields(epochs=1)),
        network=Stack(),
    )
    dataset: Dataset = finish(load_dataset(read_settings(project)[0], root))
    project = with_facts(project, dataset)
    project = replace(project, network=one_layer(dataset.facts.sample, task.aim))
    return open_session(project, dataset, torch.device("cpu"), None)


def one_layer(sample: TensorSpec, aim: Aim) -> Stack:
    nodes = [node("Embedding", embedding_dim=2)] if sample.dtype == "int64" else []
    if nodes or len(sample.sizes) > 1:
        nodes.append(node("Flatten"))
    if aim is not Aim.ITSELF:
        return network(*nodes, node("Linear", out_features="auto"))
    numbers = torch.Size(sample.sizes).numel()
    back = node("Unflatten", unflattened_size=sample.sizes)
    return network(*nodes, node("Linear", out_features=numbers), back)


def seen_while_learning(
    session: Session, aim: Aim, monkeypatch: pytest.MonkeyPatch
) -> Iterator[bytes]:
    """Hashes of all that the learner receives in an epoch; of what it aims at, where that is it."""
    seen: list[bytes] = []
    original = session.learner.learn

    def spy(
        inputs: Tensor, targets: Tensor, measure: bool = False, share: BatchShare | None = None
    ) -> Learned:
        seen.extend(map(hashed, targets if aim is Aim.ITSELF else inputs))
        return original(inputs, targets, measure, share)

    monkeypatch.setattr(session.learner, "learn", spy)
    for _ in Epoch(session).run(RunControl()):
        pass
    return iter(seen)


def hashes(session: Session, samples: BatchedSamples) -> Iterator[bytes]:
    """Hashes of what the network receives of a part."""
    for chunk in samples.in_order(session.finish, 64):
        for inputs, _ in chunk:
            yield from map(hashed, inputs)


def hashed(sample: Tensor) -> bytes:
    return blake2b(sample.contiguous().numpy().data, digest_size=16).digest()
