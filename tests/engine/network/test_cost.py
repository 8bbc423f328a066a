"""What a network costs: memory against a real step, model size against a real file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.autograd.graph import saved_tensors_hooks
from torch.utils.flop_counter import FlopCounterMode

from netstudio.core.kinds import AUTO
from netstudio.core.layer import LayerContext, LayerDef, LoweredSlot
from netstudio.core.project import Project
from netstudio.core.spec import FEATURES, IMAGE, Call, TensorSpec, call
from netstudio.engine.network import operations
from netstudio.engine.network.analyse import Analysis, Cost, analyse
from netstudio.engine.network.measure import measure
from netstudio.engine.resolve import build, resolve
from netstudio.layers import LAYERS
from netstudio.tasks.optimizers import OPTIMIZERS, SGD, Adam, OptimizerDef, RMSprop
from tests.projects import PICTURE, SERIES, node, project

CNN = project(
    node("Conv2d", out_channels=16, padding="same"),
    node("BatchNorm2d"),
    node("ReLU"),
    node("MaxPool2d"),
    node(
        "Residual",
        node("Conv2d", out_channels=24, padding="same", bias=False),
        node("BatchNorm2d"),
        node("ReLU"),
    ),
    node("Flatten"),
    node("Dropout"),
    node("Linear", out_features=AUTO),
    sample=PICTURE,
)
MLP = project(
    node("Linear", out_features=200),
    node("Tanh"),
    node("Linear", out_features=100),
    node("Tanh"),
    node("Linear", out_features=AUTO),
)
TRANSFORMER = project(
    node("Linear", out_features=16),
    node("TransformerEncoderLayer", nhead=4, dim_feedforward=32),
    node("GlobalAvgPool"),
    node("Linear", out_features=AUTO),
    sample=SERIES,
)
SHARED = project(
    node("Repeat", node("Linear", out_features=12), node("Tanh"), times=5, shared=True),
    node("Linear", out_features=AUTO),
)
NETWORKS = [CNN, MLP, TRANSFORMER, SHARED]


def network_of(first: Project) -> tuple[nn.Module, TensorSpec, Analysis]:
    analysis = analyse(first)
    assert analysis.call is not None
    assert analysis.sample is not None
    return build(analysis.call).train(), analysis.sample, analysis


def kept_of(module: nn.Module, batch: Tensor) -> tuple[int, int]:
    """Bytes that a real step keeps for its gradients, and the same with all outputs of layers."""
    kept: dict[int, Tensor] = {}
    alive: list[Tensor] = []

    def keep(tensor: Tensor) -> Tensor:
        kept[tensor.untyped_storage().data_ptr()] = tensor
        return tensor

    for inner in module.modules():
        if not [*inner.children()]:
            inner.register_forward_hook(lambda _, __, output: alive.append(output))
    with saved_tensors_hooks(keep, lambda tensor: tensor):
        module(batch)
    weights = [*module.parameters(), *module.buffers(), batch]
    apart = {tensor.untyped_storage().data_ptr() for tensor in weights}
    saved = {at: kept[at].untyped_storage().nbytes() for at in kept.keys() - apart}
    outputs = {at.untyped_storage().data_ptr(): at.untyped_storage().nbytes() for at in alive}
    return sum(saved.values()), sum((saved | outputs).values())


@pytest.mark.parametrize("first", NETWORKS, ids=["cnn", "mlp", "transformer", "shared"])
def test_the_memory_for_activations_is_that_of_a_real_step(first: Project) -> None:
    module, sample, analysis = network_of(first)
    batch = torch.randn(64, *sample.sizes)
    saved, with_outputs = kept_of(module, batch)
    estimate = analysis.training_memory(64, Adam()).activations
    assert 0.9 * saved <= estimate <= 1.25 * with_outputs


def test_the_parts_of_the_memory_add_up() -> None:
    _, _, analysis = network_of(CNN)
    memory = analysis.training_memory(32, Adam())
    assert memory.gradients == 4 * analysis.parameters
    assert memory.optimizer == 2 * memory.gradients
    assert memory.batch == 32 * 4 * 3 * 10 * 12
    assert memory.activations == 32 * analysis.cost.activations
    assert memory.weights == analysis.model_size
    parts = (memory.weights, memory.gradients, memory.optimizer, memory.activations, memory.batch)
    assert memory.total == sum(parts)


@pytest.mark.parametrize(
    "definition",
    [
        *(cls() for cls in OPTIMIZERS if not cls.matrices_only),
        *(SGD(momentum=0.0), Adam(amsgrad=True), RMSprop(momentum=0.5, centered=True)),
    ],
    ids=lambda definition: repr(definition)[:40],
)
def test_an_optimizer_keeps_as_many_numbers_as_it_declares(definition: OptimizerDef) -> None:
    layer = nn.Linear(30, 20, bias=False)
    optimizer = resolve(definition.target)(layer.parameters(), **definition.arguments())
    layer(torch.ones(2, 30)).sum().backward()
    optimizer.step()
    state = optimizer.state[layer.weight].values()
    numbers = sum(item.numel() for item in state if isinstance(item, Tensor) and item.dim() > 0)
    # Adafactor keeps some for each row and column, which is next to nothing.
    assert numbers // 600 == definition.kept_numbers()


@pytest.mark.parametrize("first", NETWORKS, ids=["cnn", "mlp", "transformer", "shared"])
def test_the_model_size_is_that_of_a_file(first: Project, tmp_path: Path) -> None:
    module, _, analysis = network_of(first)
    file = tmp_path / "weights.safetensors"
    save_file(module.state_dict(), file)
    names = sum(len(name) + 90 for name in module.state_dict())
    assert 0 <= file.stat().st_size - analysis.model_size <= names + 16
    assert analysis.parameters == sum(weights.numel() for weights in module.parameters())
    state = sum(tensor.numel() for tensor in module.state_dict().values())
    assert analysis.cost.buffers == state - analysis.parameters


@pytest.mark.parametrize("layer", [*LAYERS], ids=lambda layer: layer.type)
def test_operations_are_counted_as_torch_counts_them(layer: type[LayerDef]) -> None:
    x = layer.example
    slots = {name: LoweredSlot(Call("nn.Sequential"), x) for name in layer.slots}
    call = layer().lower(x, LayerContext(outputs=3), slots)
    torch.manual_seed(0)
    batch = torch.zeros(2, *x.sizes, dtype=getattr(torch, x.dtype))
    with FlopCounterMode(display=False) as counter:
        build(call).train()(batch)
    counted = measure(call, x).cost.flops
    if layer.family == "recurrent":  # on the CPU torch has one operator for it, without a formula
        assert counted > 0
    else:
        assert counted == counter.get_total_flops() // 2


def test_a_repeated_body_costs_as_often_as_it_is_there() -> None:
    body = (node("Linear", out_features=12), node("Tanh"))
    once = analyse(project(node("Repeat", *body, times=1), classes=12)).cost
    apart = analyse(project(node("Repeat", *body, times=5), classes=12)).cost
    shared = analyse(project(node("Repeat", *body, times=5, shared=True), classes=12)).cost
    assert apart == once.copies(5)
    assert shared == once.runs(5)
    assert (shared.parameters, shared.flops) == (once.parameters, 5 * once.flops)


def test_copies_that_differ_are_each_counted() -> None:
    first = project(node("Repeat", node("Linear", out_features=20), times=3), classes=20)
    analysis = analyse(first)
    assert analysis.parameters == (12 + 1) * 20 + 2 * (20 + 1) * 20
    inner = first.network.nodes[0].slot("body").nodes[0]
    assert analysis.layers[inner.uid].parameters == (12 + 1) * 20
    assert analysis.call is not None
    built = sum(weights.numel() for weights in build(analysis.call).parameters())
    assert built == analysis.parameters


def test_what_only_looks_at_its_input_differently_costs_no_memory() -> None:
    first = project(node("Flatten"), node("Linear", out_features=AUTO), sample=PICTURE)
    analysis = analyse(first)
    flatten = first.network.nodes[0]
    assert analysis.layers[flatten.uid].cost == Cost()
    assert analysis.cost.activations == 4 * 10


def test_a_network_without_known_data_costs_nothing_that_depends_on_them() -> None:
    analysis = analyse(project(node("Linear"), sample=None))
    assert analysis.cost == Cost()
    assert analysis.training_memory(32, Adam()).total == 0
    assert TensorSpec(FEATURES, (12,)) != analysis.sample


def test_what_is_worked_out_without_torch_is_what_layers_use(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    used = set()

    def noting(operator: Any, quick: Callable[..., Any]) -> Callable[..., Any]:
        def note(*args: Any) -> Any:
            used.add(operator)
            return quick(*args)

        return note

    table = {operator: noting(operator, quick) for operator, quick in operations._QUICK.items()}
    monkeypatch.setattr(operations, "_QUICK", table)
    odd = TensorSpec(IMAGE, (3, 23, 29))
    measure(call("nn.ReLU"), odd)
    measure(call("nn.BatchNorm2d", num_features=3), odd)
    assert used == {*table}


def test_batch_normalisation_keeps_its_output_and_what_it_found_of_the_batch() -> None:
    cost = measure(call("nn.BatchNorm2d", num_features=3), TensorSpec(IMAGE, (3, 9, 9))).cost
    numbers, counter = 4, 8  # bytes: the count of batches is a long integer
    for_both_samples = 2 * 3 * numbers // 2
    assert cost == Cost(
        parameters=6,
        buffers=7,
        activations=3 * 9 * 9 * numbers + for_both_samples,
        stored=12 * numbers + counter,
    )
