"""Starting from other weights: what is taken over, what is not, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import save_file
from torch import Tensor, nn

from netstudio.core import edits
from netstudio.core.kinds import AUTO
from netstudio.core.project import Project
from netstudio.core.translate import UserError
from netstudio.core.tree import walk
from netstudio.engine.events import Failed, Finished
from netstudio.engine.network.analyse import analyse
from netstudio.engine.resolve import build
from netstudio.engine.training.beginning.transfer import Mismatch, Transferred, preview, transfer
from netstudio.engine.training.keeping.run_folder import RunFolder
from netstudio.tasks.templates import project_from_template
from tests.engine.training.runs import best_weights, digits_project, only_run, run
from tests.models import module_of, tiny_project, write_model
from tests.projects import node, project

HIDDEN = project(
    node("Linear", out_features=8),
    node("BatchNorm1d"),
    node("ReLU"),
    node("Linear", out_features=6),
    node("ReLU"),
    node("Linear", out_features=AUTO),
)


def elsewhere(classes: int = 10) -> nn.Module:
    """The network of ``HIDDEN`` as somebody else may have written it."""

    class Classifier(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.backbone = nn.Sequential(
                nn.Linear(12, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Linear(8, 6)
            )
            self.head = nn.Linear(6, classes)

    torch.manual_seed(7)
    return Classifier()


def saved(path: Path, content: object) -> Path:
    torch.save(content, path)
    return path


def renamed(made: Project) -> Project:
    """The same network with other names."""
    stack = made.network
    for found in walk(stack):
        stack = edits.rename(stack, found.uid, f"my_{found.name}")
    return made.with_network(stack)


def assert_equal(state: dict[str, Tensor], other: dict[str, Tensor], found: Transferred) -> None:
    for name, there in found.matched.items():
        assert torch.equal(state[name], other[there]), name


def test_a_trained_model_of_the_same_network_gives_every_weight(tmp_path: Path) -> None:
    trained = write_model(tmp_path / "m.safetensors", seed=1)
    module = module_of(tiny_project(), seed=2)
    found = transfer(module, tmp_path / "m.safetensors")
    assert (found.taken, found.in_order) == (found.total, False)
    assert (found.missing, found.mismatched, found.unused) == ((), (), ())
    assert all(
        torch.equal(value, trained.state_dict()[name])
        for name, value in module.state_dict().items()
    )


def test_a_trained_model_whose_layers_are_named_otherwise_is_matched_in_order(
    tmp_path: Path,
) -> None:
    trained = write_model(tmp_path / "m.safetensors", renamed(tiny_project()), seed=1)
    module = module_of(tiny_project(), seed=2)
    found = transfer(module, tmp_path / "m.safetensors")
    assert (found.taken, found.in_order) == (found.total, True)
    assert_equal(module.state_dict(), trained.state_dict(), found)
    assert found.matched["conv2d_1.weight"] == "my_conv2d_1.weight"


@pytest.mark.parametrize("holder", [None, "state_dict", "model_state_dict", "model"])
@pytest.mark.parametrize("prefix", ["", "module.", "model.", "_orig_mod.module."])
def test_state_dicts_from_elsewhere_are_unwrapped_and_matched_in_order(
    tmp_path: Path, holder: str | None, prefix: str
) -> None:
    other = elsewhere().state_dict()
    named = {prefix + name: value for name, value in other.items()}
    content = named if holder is None else {"epoch": 3, holder: named, "best": 0.9}
    module = module_of(HIDDEN)
    found = transfer(module, saved(tmp_path / "w.pt", content))
    assert (found.taken, found.total, found.in_order) == (10, 10, True)
    assert_equal(module.state_dict(), other, found)


def test_a_head_of_another_size_starts_anew_and_is_named(tmp_path: Path) -> None:
    path = saved(tmp_path / "w.pt", elsewhere(classes=100).state_dict())
    module = module_of(HIDDEN)
    head = module.get_parameter("linear_3.weight").clone()
    found = transfer(module, path)
    assert found.mismatched == (
        Mismatch("linear_3.bias", (10,), (100,)),
        Mismatch("linear_3.weight", (10, 6), (100, 6)),
    )
    assert (found.taken, found.total, found.missing, found.unused) == (8, 10, (), ())
    assert torch.equal(module.get_parameter("linear_3.weight"), head)
    assert [str(text) for text in found.in_words()] == [
        "8 of the network's 10 weight tensors start from w.pt, matched by order and shape, as "
        "their names differ.",
        "Of another shape, so they start anew: linear_3.bias (10 here, 100 there), "
        "linear_3.weight (10×6 here, 100×6 there).",
    ]


def test_what_is_missing_and_what_is_not_needed_is_named_and_long_lists_are_counted(
    tmp_path: Path,
) -> None:
    state = module_of(HIDDEN, seed=3).state_dict()
    del state["linear_2.bias"]
    state |= {f"extra.{number}": torch.zeros(1) for number in range(9)}
    found = transfer(module_of(HIDDEN), saved(tmp_path / "w.pt", state))
    assert not found.in_order
    assert found.missing == ("linear_2.bias",)
    assert [str(text) for text in found.in_words()][1:] == [
        "Not in the file, so they start anew: linear_2.bias.",
        "In the file, but not needed: extra.0, extra.1, extra.2, extra.3, extra.4, 4 more.",
    ]


def test_names_go_before_order(tmp_path: Path) -> None:
    made = project(
        *(node("Linear", out_features=12) for _ in range(3)), node("Linear", out_features=AUTO)
    )
    state = module_of(made, seed=4).state_dict()
    path = saved(tmp_path / "w.pt", dict(reversed([*state.items()])))
    module = module_of(made)
    assert not transfer(module, path).in_order
    assert all(torch.equal(value, state[name]) for name, value in module.state_dict().items())


def test_weights_of_half_precision_are_taken_as_they_are(tmp_path: Path) -> None:
    other = elsewhere().half().state_dict()
    module = module_of(HIDDEN)
    transfer(module, saved(tmp_path / "w.pth", other))
    taken = module.get_parameter("linear_1.weight")
    assert taken.dtype == torch.float32
    assert torch.equal(taken, other["backbone.0.weight"].float())


def test_safetensors_from_elsewhere_are_matched_by_name_alone(tmp_path: Path) -> None:
    state = module_of(HIDDEN, seed=3).state_dict()
    save_file({f"model.{name}": value for name, value in state.items()}, tmp_path / "a.safetensors")
    assert transfer(module_of(HIDDEN), tmp_path / "a.safetensors").taken == 10
    save_file(elsewhere().state_dict(), tmp_path / "b.safetensors")
    assert "Nothing in" in refused(tmp_path / "b.safetensors")


def refused(path: Path) -> str:
    """Why a file cannot be used; the network stays as it was."""
    module = module_of(HIDDEN)
    before = {name: value.clone() for name, value in module.state_dict().items()}
    with pytest.raises(UserError) as caught:
        transfer(module, path)
    assert all(torch.equal(value, before[name]) for name, value in module.state_dict().items())
    with pytest.raises(UserError):
        preview(HIDDEN, path)
    assert len(str(caught.value).splitlines()) == 1
    return str(caught.value)


def test_files_that_cannot_be_used_are_refused_with_the_reason(tmp_path: Path) -> None:
    whole = tmp_path / "whole.pt"
    torch.save(nn.Linear(12, 10), whole)
    assert "could run code" in refused(whole)
    legacy = tmp_path / "legacy.pt"
    torch.save(nn.Linear(12, 10), legacy, _use_new_zipfile_serialization=False)
    assert "could run code" in refused(legacy)
    cut = tmp_path / "cut.pt"
    cut.write_bytes(saved(tmp_path / "w.pt", elsewhere().state_dict()).read_bytes()[:-500])
    assert "damaged" in refused(cut)
    (tmp_path / "text.pt").write_text("weights")
    assert "damaged" in refused(tmp_path / "text.pt")
    (tmp_path / "empty.safetensors").write_bytes(b"")
    assert "damaged" in refused(tmp_path / "empty.safetensors")
    (tmp_path / "cut.safetensors").write_bytes(b"\x09\0\0\0\0\0\0\0{")
    assert "damaged" in refused(tmp_path / "cut.safetensors")
    assert "holds no weights" in refused(saved(tmp_path / "none.pt", {"epoch": 3}))
    assert "There is no file" in refused(tmp_path / "nowhere.pt")
    assert "There is no file" in refused(tmp_path)
    nan = elsewhere().state_dict()
    nan["head.bias"][0] = torch.nan
    assert "not finite" in refused(saved(tmp_path / "nan.pt", nan))
    other = {"a.weight": torch.zeros(3, 3), "b": torch.zeros(2)}
    assert "Nothing in" in refused(saved(tmp_path / "other.pt", other))


def test_a_few_shapes_that_happen_to_agree_are_no_match(tmp_path: Path) -> None:
    other = nn.Sequential(nn.Linear(12, 8), nn.Linear(8, 30), nn.Linear(30, 30)).state_dict()
    assert "Nothing in" in refused(saved(tmp_path / "w.pt", other))


def test_a_network_with_errors_is_told_before_it_is_matched(tmp_path: Path) -> None:
    path = saved(tmp_path / "w.pt", elsewhere().state_dict())
    with pytest.raises(UserError, match="must be"):
        preview(project(node("Linear", out_features=-1)), path)


def with_start(made: Project, path: Path, **options: object) -> Project:
    chosen = made.training.options.replace(start_from=str(path), **options)
    return replace(made, training=replace(made.training, options=chosen))


def trained(made: Project, out: Path) -> RunFolder:
    """The folder of a run that came to its end."""
    (*_, last) = run(made, out)
    assert isinstance(last, Finished), last
    return only_run(out)


def test_a_run_starts_from_the_file_and_its_history_says_so(tmp_path: Path) -> None:
    first = trained(digits_project(2), tmp_path / "first")
    made = with_start(digits_project(1), first.model_file)
    frozen = [found.uid for found in made.network][:-1]
    second = trained(
        made.with_network(edits.set_frozen(made.network, frozen, True)), tmp_path / "second"
    )
    words = "8 of the network's 8 weight tensors start from best.safetensors."
    assert words in next(second.history())["notes"]
    before, after = best_weights(first), best_weights(second)
    for name in before:
        is_kept = torch.equal(before[name], after[name])
        assert is_kept == (not name.startswith("linear_1")), name


def test_a_run_that_cannot_start_from_its_file_fails_before_it_makes_a_folder(
    tmp_path: Path,
) -> None:
    (*_, last) = run(with_start(digits_project(1), tmp_path / "nowhere.pt"), tmp_path / "runs")
    assert isinstance(last, Failed)
    assert "There is no file" in str(last.message)
    assert not (tmp_path / "runs").exists()


def test_the_checkpoint_of_a_run_can_be_started_from(tmp_path: Path) -> None:
    first = trained(digits_project(1), tmp_path / "first")
    seen = preview(first.project(), first.checkpoint_file)
    assert (seen.found.taken, seen.found.total, seen.found.unused) == (8, 8, ())


def test_a_resumed_run_needs_the_file_no_more(tmp_path: Path) -> None:
    first = trained(digits_project(1), tmp_path / "first")
    second = trained(with_start(digits_project(1), first.model_file), tmp_path / "second")
    first.model_file.unlink()
    longer = with_start(digits_project(2), first.model_file)
    (*_, last) = run(longer, tmp_path / "second", resume=second)
    assert isinstance(last, Finished), last


def test_a_published_residual_network_is_as_good_here_without_training(test_data: Path) -> None:
    module, published = resnet20(), test_data / "weights" / "resnet20-12fca82f.th"
    found = transfer(module, published)
    assert (found.taken, found.total, found.unused) == (97, 97, ())
    assert right_of_1000(module, test_data) == 915


def resnet20() -> nn.Module:
    """The shipped template's network."""
    made = project_from_template("resnet-20", "resnet")
    call = analyse(made).call
    assert call is not None
    return build(call)


def right_of_1000(module: nn.Module, test_data: Path) -> int:
    """How many of CIFAR-10's first 1,000 test pictures a network tells right."""
    folder = test_data / "cifar10-png-5k" / "test"
    files = sorted(folder.glob("*/*.png"))
    classes = sorted(path.name for path in folder.iterdir())
    pictures = np.stack([np.asarray(Image.open(file)) for file in files])
    pixels = torch.from_numpy(pictures).movedim(3, 1) / 255
    mean, std = torch.tensor([0.485, 0.456, 0.406]), torch.tensor([0.229, 0.224, 0.225])
    inputs = (pixels - mean.view(3, 1, 1)) / std.view(3, 1, 1)
    with torch.no_grad():
        predicted = torch.cat([module.eval()(part).argmax(1) for part in inputs.chunk(4)])
    names = [classes[number] for number in predicted.tolist()]
    return sum(name == file.parent.name for name, file in zip(names, files, strict=True))


def test_a_preview_names_the_layers_that_are_taken_over_as_a_whole(tmp_path: Path) -> None:
    path = saved(tmp_path / "w.pt", elsewhere(classes=100).state_dict())
    seen = preview(HIDDEN, path)
    names = {found.uid: found.name for found in walk(HIDDEN.network)}
    assert {names[uid] for uid in seen.layers} == {"linear_1", "batchnorm1d_1", "linear_2"}
    assert seen.found == transfer(module_of(HIDDEN), path)


def test_a_layer_of_which_one_copy_starts_anew_is_not_taken_over_as_a_whole(
    tmp_path: Path,
) -> None:
    made = project(node("Repeat", node("Linear", out_features=12), node("ReLU"), times=2))
    state = module_of(made).state_dict()
    del state["repeat_1.1.linear_1.bias"]
    assert preview(made, saved(tmp_path / "w.pt", state)).layers == frozenset()


def test_a_head_is_told_to_differ_though_the_file_goes_on_behind_it(tmp_path: Path) -> None:
    state = elsewhere(classes=100).state_dict() | {"aux.weight": torch.zeros(3)}
    found = preview(HIDDEN, saved(tmp_path / "w.pt", state)).found
    assert [one.name for one in found.mismatched] == ["linear_3.bias", "linear_3.weight"]
    assert (found.missing, found.unused) == ((), ("aux.weight",))
