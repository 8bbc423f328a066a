"""Loss and metrics over a part are means over its samples, whatever the batches."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from netstudio.engine.data.dataset import Samples
from netstudio.engine.data.storage.batches import ResidentSamples, evaluation_batch
from netstudio.engine.data.storage.finishing import Plain
from netstudio.engine.evaluation.evaluate import evaluate
from netstudio.engine.evaluation.meter import NotFinite
from netstudio.engine.evaluation.metrics import Measuring, open_metrics
from netstudio.engine.events import Figures
from netstudio.tasks.metrics import METRICS
from tests.data import in_memory
from tests.models import CLASSES, PREPROCESSING, module_of, tiny_project
from tests.pictures import noise

CPU = torch.device("cpu")
COUNT = 23


@pytest.fixture
def samples() -> Samples:
    inputs = torch.from_numpy(noise(COUNT, *PREPROCESSING.sample.sizes))
    return Samples(inputs, torch.arange(COUNT) % len(CLASSES))


@pytest.fixture
def module() -> nn.Module:
    return module_of(tiny_project())


def measured(
    module: nn.Module, samples: Samples, batch_size: int = 512
) -> tuple[list[int], Figures]:
    """How far it was after each batch, and what came out."""
    steps = evaluate(
        module,
        nn.CrossEntropyLoss(),
        open_metrics((METRICS["accuracy"](),), Measuring(len(CLASSES))),
        Plain(PREPROCESSING.on(CPU)),
        ResidentSamples(samples, CPU, channels_last=False),
        batch_size,
    )
    done = []
    while True:
        try:
            done.append(next(steps).done)
        except StopIteration as end:
            return done, end.value


@pytest.mark.parametrize("batch", [1, 4, 23, 512])
def test_figures_do_not_depend_on_the_batches(
    module: nn.Module, samples: Samples, batch: int
) -> None:
    done, figures = measured(module, samples, batch)
    with torch.no_grad():
        outputs = module(PREPROCESSING.on(CPU)(in_memory(samples.inputs)))
        loss = nn.functional.cross_entropy(outputs, samples.targets)
    assert figures.loss == pytest.approx(float(loss), rel=1e-5)
    right = int((outputs.argmax(1) == samples.targets).sum())
    assert figures.metrics == {"accuracy": right / COUNT}
    assert figures.samples == done[-1] == COUNT
    assert done == sorted(done)


@pytest.mark.parametrize(
    ("widest", "batch"),
    [(0, 512), (784, 512), (32_768, 512), (32_769, 511), (32 * 320 * 320, 5), (2**28, 1)],
)
def test_the_widest_layer_of_a_batch_stays_within_64_megabytes(widest: int, batch: int) -> None:
    assert evaluation_batch(widest) == batch


@pytest.mark.parametrize("training", [True, False])
def test_the_module_computes_as_after_training_and_is_left_as_it_was(
    module: nn.Module, samples: Samples, training: bool
) -> None:
    before = {name: tensor.clone() for name, tensor in module.state_dict().items()}
    module.train(training)
    first = measured(module, samples)
    assert module.training is training
    assert first == measured(module.eval(), samples)
    assert all(torch.equal(before[name], t) for name, t in module.state_dict().items())


def test_leaving_off_in_the_middle_restores_the_module(module: nn.Module, samples: Samples) -> None:
    module.train()
    steps = evaluate(
        module,
        nn.CrossEntropyLoss(),
        {},
        Plain(PREPROCESSING.on(CPU)),
        ResidentSamples(samples, CPU, channels_last=False),
        512,
    )
    next(steps)
    assert torch.is_grad_enabled()
    steps.close()
    assert module.training


def test_a_loss_that_is_not_finite_is_an_error(module: nn.Module, samples: Samples) -> None:
    with torch.no_grad():
        next(module.parameters()).fill_(float("inf"))
    with pytest.raises(NotFinite):
        measured(module, samples)


def test_no_samples_give_no_figures(module: nn.Module, samples: Samples) -> None:
    done, figures = measured(module, samples.select(torch.arange(0)))
    assert done == []
    assert figures.samples == 0
