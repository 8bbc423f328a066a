"""What fills up short texts changes no answer, whichever layers read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
import torch
from torch import Tensor, nn

from netstudio.core.layer import LayerContext, LayerDef
from netstudio.core.spec import SEQUENCE, TOKENS, TensorSpec
from netstudio.core.tree import Node, Stack, walk
from netstudio.core.values import Fields
from netstudio.engine.network.lowering import Lowering
from netstudio.engine.resolve import build
from netstudio.layers import LAYERS
from tests.layers.test_every_layer import other_fields
from tests.projects import network, node

VOCABULARY = 30
LONGEST = 256
TEXT = TensorSpec(TOKENS, (LONGEST,), "int64", VOCABULARY)
LENGTHS = (1, 2, 3, 7, 12, 25)
# Windows that reach over more than so many steps have nothing to say of shorter texts.
LONG_ENOUGH = 7
FEATURES = 12

# What they put out has a place for every step, so it tells how long the samples are.
OF_FIXED_LENGTH = {"Flatten", "Reshape", "Permute"}
OVER_TIME = [
    cls
    for cls in LAYERS
    if (not cls.accepts or SEQUENCE in cls.accepts) and cls.type not in OF_FIXED_LENGTH
]
over_time = pytest.mark.parametrize("cls", OVER_TIME, ids=lambda cls: cls.type)


def texts(*lengths: int) -> list[list[int]]:
    generator = torch.Generator().manual_seed(3)
    return [
        torch.randint(1, VOCABULARY, (length,), generator=generator).tolist() for length in lengths
    ]


def padded(found: Sequence[list[int]], length: int) -> Tensor:
    return torch.tensor([text + [0] * (length - len(text)) for text in found])


def built(stack: Stack, *, is_text: bool = True, sample: TensorSpec = TEXT) -> nn.Module | None:
    """The network in evaluation mode; None where a layer, as it is set, does not fit."""
    names = Counter(each.name for each in walk(stack))
    lowering = Lowering(LayerContext(outputs=2), names, is_text=is_text)
    lowered = lowering.network(stack, sample)
    if lowered is None:
        return None
    torch.manual_seed(0)
    return build(lowered.slot.call).eval()


def reading(made: Node, *, is_sequence: bool) -> Stack:
    """A network that reads texts with one layer; whatever steps it puts out matter in the end."""
    ends = [node("AttentionPooling"), node("Linear", out_features=3)]
    return network(
        node("Embedding", embedding_dim=FEATURES), made, *ends[0 if is_sequence else 1 :]
    )


def variants(cls: type[LayerDef]) -> Iterator[Node]:
    """The layer with its default settings, and with each of them otherwise."""
    for fields in (Fields(), *(Fields({name: value}) for name, value in other_fields(cls).items())):
        made = node(cls.type, **fields)
        if cls.slots:
            inner = node("Conv1d", out_channels=FEATURES, kernel_size=5, padding="same")
            made = replace(made, slots=tuple((slot, network(inner)) for slot in cls.slots))
        yield made


def networks(cls: type[LayerDef]) -> Iterator[tuple[str, Stack, nn.Module]]:
    for made in variants(cls):
        stacks = [reading(made, is_sequence=is_sequence) for is_sequence in (True, False)]
        found = next(((stack, module) for stack in stacks if (module := built(stack))), None)
        if found is not None:
            yield str(dict(made.fields)), *found


def plain(stack: Stack, masked: nn.Module) -> nn.Module:
    """The network that knows nothing of lengths, with the same weights under the same names."""
    found = built(stack, is_text=False)
    assert found is not None
    found.load_state_dict(masked.state_dict(), strict=True)
    return found


def assert_equal(found: Tensor, expected: Tensor, about: str) -> None:
    torch.testing.assert_close(found, expected, rtol=1e-5, atol=1e-5, msg=lambda text: about + text)


@over_time
@torch.no_grad()
def test_a_text_has_one_answer_however_far_it_is_filled_up(cls: type[LayerDef]) -> None:
    count = 0
    for about, _, module in networks(cls):
        count += 1
        for text in texts(*LENGTHS):
            own = module(padded([text], len(text)))
            assert torch.isfinite(own).all()
            for length in (32, LONGEST):
                assert_equal(module(padded([text], length)), own, f"{about} {len(text)}: ")
    assert count


@over_time
@torch.no_grad()
def test_texts_in_one_batch_have_the_answers_that_they_have_alone(cls: type[LayerDef]) -> None:
    found = texts(*LENGTHS)
    for about, _, module in networks(cls):
        alone = torch.cat([module(padded([text], len(text))) for text in found])
        assert_equal(module(padded(found, 40)), alone, about)


@over_time
@torch.no_grad()
def test_the_answer_is_that_of_torchs_own_layers_for_the_text_alone(cls: type[LayerDef]) -> None:
    for about, stack, module in networks(cls):
        reference = plain(stack, module)
        for text in texts(*LENGTHS):
            if len(text) >= LONG_ENOUGH:
                expected = reference(padded([text], len(text)))
                assert_equal(module(padded([text], 64)), expected, f"{about} {len(text)}: ")


@over_time
def test_training_on_texts_that_are_filled_up_gives_numbers(cls: type[LayerDef]) -> None:
    for about, _, module in networks(cls):
        module.train()(padded(texts(*LENGTHS), 64)).square().sum().backward()
        for name, parameter in module.named_parameters():
            if parameter.grad is not None:
                assert torch.isfinite(parameter.grad).all(), f"{about} {name}"


@pytest.mark.parametrize("type_name", sorted(OF_FIXED_LENGTH))
@torch.no_grad()
def test_layers_that_give_each_step_a_place_see_zeros_behind_the_text(type_name: str) -> None:
    fields = {"shape": (-1, FEATURES)} if type_name == "Reshape" else {}
    stack = network(node("Embedding", embedding_dim=FEATURES), node(type_name, **fields))
    module = built(stack, sample=replace(TEXT, sizes=(32,)))
    assert module is not None
    (text,) = texts(7)
    y = module(padded([text], 32)).reshape(-1)
    assert (y != 0).sum() == 7 * FEATURES


def test_batch_norm_learns_its_statistics_from_the_texts_alone() -> None:
    stack = network(node("Embedding", embedding_dim=FEATURES), node("BatchNorm1d"))
    found = texts(4, 9)
    short, long = built(stack), built(stack)
    assert short is not None
    assert long is not None
    short.train()(padded(found, 9))
    long.train()(padded(found, 200))
    for name, statistics in short.named_buffers():
        assert_equal(long.get_buffer(name), statistics, name)


@pytest.mark.parametrize("shortcut", ["projection", "padded"])
@torch.no_grad()
def test_a_shortcut_that_leaves_steps_out_gives_one_answer(shortcut: str) -> None:
    body = node("Conv1d", out_channels=16, kernel_size=3, stride=2, padding=1)
    residual = node("Residual", body, shortcut=shortcut)
    stack = reading(residual, is_sequence=True)
    module = built(stack)
    assert module is not None
    reference = plain(stack, module)
    for text in texts(*LENGTHS):
        own = reference(padded([text], len(text)))
        for length in (32, LONGEST):
            assert_equal(module(padded([text], length)), own, f"{len(text)}: ")


@torch.no_grad()
def test_a_deep_network_of_everything_gives_one_answer() -> None:
    convolution = node("Conv1d", out_channels=16, kernel_size=3, padding="same")
    stack = network(
        node("Embedding", embedding_dim=16),
        node("PositionalEncoding"),
        node("Residual", convolution, node("BatchNorm1d"), node("ReLU")),
        node("MaxPool1d", kernel_size=2),
        node(
            "Group",
            node("Repeat", node("GRU", hidden_size=8, output="sequence", bidirectional=True)),
        ),
        node("ClassToken"),
        node("TransformerEncoderLayer", nhead=2, dim_feedforward=16),
        node("SelectStep", step="first"),
        node("Linear", out_features=2),
    )
    module = built(stack)
    assert module is not None
    for text in texts(1, 5, 18):
        own = module(padded([text], len(text)))
        assert_equal(module(padded([text], 32)), own, "")
        assert_equal(module(padded([text], LONGEST)), own, "")
