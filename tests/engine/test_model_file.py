"""Trained models on disk: what is saved is loaded, and nothing else ever is."""

from __future__ import annotations

import errno
import os
import pickle
import stat
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors import safe_open
from safetensors.torch import save_file

import netstudio
from netstudio.core.translate import UserError
from netstudio.engine.model_file import load_model, load_weights, save_model
from tests.damage import peak_memory
from tests.engine.model_files import assert_works_or_is_refused, parts_of, refusal, rewrite
from tests.models import (
    CLASSES,
    FIGURES,
    HISTORY,
    PREPROCESSING,
    SAMPLE,
    module_of,
    tiny_project,
    write_model,
)
from tests.pictures import assert_one_sentence
from tests.projects import node, project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "best.safetensors"
    write_model(path)
    return path


class TestSaving:
    def test_a_loaded_model_computes_the_same_bit_for_bit(self, tmp_path: Path) -> None:
        path = tmp_path / "best.safetensors"
        module = write_model(path)
        inputs = torch.randn(5, *SAMPLE.sizes, generator=torch.Generator().manual_seed(2))
        loaded = load_model(path)
        with torch.no_grad():
            assert torch.equal(loaded.module(inputs), module(inputs))
        for name, tensor in module.state_dict().items():
            assert torch.equal(loaded.module.state_dict()[name], tensor)

    def test_everything_else_comes_back_too(self, path: Path) -> None:
        loaded = load_model(path)
        assert loaded.project == tiny_project_as_in(path)
        assert loaded.preprocessing == PREPROCESSING
        assert loaded.classes == CLASSES
        assert loaded.figures == FIGURES
        assert list(loaded.history) == HISTORY
        assert loaded.best_epoch == 1
        assert loaded.device == torch.device("cpu")
        assert loaded.batch_size == 512
        assert not loaded.module.training
        assert all(parameter.requires_grad for parameter in loaded.module.parameters())

    def test_the_package_offers_it_by_path_or_text(self, path: Path) -> None:
        for given in (path, str(path)):
            assert netstudio.load_model(given).classes == CLASSES

    def test_there_is_exactly_one_entry_of_metadata(self, path: Path) -> None:
        with safe_open(path, framework="pt") as file:
            assert list(file.metadata()) == ["netstudio"]

    def test_the_same_model_gives_the_same_file(self, tmp_path: Path) -> None:
        made = tiny_project()
        for name in ("a", "b"):
            write_model(tmp_path / name, made)
        assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()

    def test_tensors_carry_the_names_of_the_layers(self, path: Path) -> None:
        tensors, about = parts_of(path)
        names = {layer["name"] for layer in about["project"]["network"]}
        assert {name.partition(".")[0] for name in tensors} <= names
        assert any(".body." in name for name in tensors)

    def test_channels_last_weights_are_written_contiguous(self, tmp_path: Path) -> None:
        made = tiny_project()
        module = module_of(made).to(memory_format=torch.channels_last)
        save_model(tmp_path / "m", module, made, PREPROCESSING, None, {}, [], 1)
        module_again = module_of(made)
        load_weights(tmp_path / "m", module_again)
        for name, tensor in module.state_dict().items():
            assert torch.equal(module_again.state_dict()[name], tensor)

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
    @pytest.mark.parametrize("umask", [0o022, 0o077, 0o027])
    def test_it_has_the_rights_of_ordinary_new_files(self, tmp_path: Path, umask: int) -> None:
        before = os.umask(umask)
        try:
            write_model(tmp_path / "m")
        finally:
            os.umask(before)
        assert stat.S_IMODE((tmp_path / "m").stat().st_mode) == 0o666 & ~umask

    @pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.chmod"])
    def test_a_failed_write_leaves_the_old_file(
        self, path: Path, monkeypatch: pytest.MonkeyPatch, step: str
    ) -> None:
        def fail(*_: object) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        old = path.read_bytes()
        with monkeypatch.context() as patched:
            patched.setattr(step, fail)
            with pytest.raises(UserError, match="No space left") as caught:
                write_model(path, seed=1)
        assert_one_sentence(caught.value, str(path))
        assert path.read_bytes() == old
        assert [*path.parent.iterdir()] == [path]

    def test_a_missing_folder_is_an_error(self, tmp_path: Path) -> None:
        with pytest.raises(UserError, match="could not be written"):
            write_model(tmp_path / "nowhere" / "m")

    @pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
    def test_weights_that_are_not_finite_are_refused(self, tmp_path: Path, value: float) -> None:
        made = tiny_project()
        module = module_of(made)
        with torch.no_grad():
            next(module.parameters()).view(-1)[3] = value
        with pytest.raises(UserError, match=r"of the model .* are not finite") as caught:
            save_model(tmp_path / "m", module, made, PREPROCESSING, None, {}, [], 1)
        assert_one_sentence(caught.value)
        assert [*tmp_path.iterdir()] == []


def tiny_project_as_in(path: Path) -> object:
    from netstudio.core.files import decode

    return decode(parts_of(path)[1]["project"], str(path))


class TestRefused:
    def test_a_missing_file(self, tmp_path: Path) -> None:
        assert "There is no file" in str(refusal(tmp_path / "nowhere.safetensors"))

    def test_a_folder(self, tmp_path: Path) -> None:
        refusal(tmp_path)

    @pytest.mark.parametrize("name", ["a" * 500, "two\nlines", "\ud800", ""])
    def test_a_path_that_can_be_none(self, name: str) -> None:
        refusal(Path(name))

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
    def test_a_pipe(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "m.safetensors")
        refusal(tmp_path / "m.safetensors")

    @pytest.mark.parametrize("content", [b"", b"\0", b"text", b"\xff" * 100, b"{}" * 50])
    def test_anything_that_is_not_safetensors(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "m.safetensors"
        path.write_bytes(content)
        assert "not a safetensors file" in str(refusal(path))

    @pytest.mark.parametrize("name", ["m.safetensors", "m.pt", "m.pth"])
    @pytest.mark.parametrize("kind", ["torch", "old torch", "pickle", "zip"])
    def test_a_pickle_under_any_name_is_never_run(
        self, tmp_path: Path, name: str, kind: str
    ) -> None:
        path, trace = tmp_path / name, tmp_path / "it was run"
        match kind:
            case "torch":
                torch.save(Bomb(trace), path)
            case "old torch":
                torch.save(Bomb(trace), path, _use_new_zipfile_serialization=False)
            case "pickle":
                path.write_bytes(pickle.dumps(Bomb(trace)))
            case "zip":
                with zipfile.ZipFile(path, "w") as file:
                    file.writestr("archive/data.pkl", pickle.dumps(Bomb(trace)))
        assert "pickle" in str(refusal(path))
        assert not trace.exists()

    def test_weights_without_a_description(self, path: Path) -> None:
        tensors, _ = parts_of(path)
        save_file(tensors, path, {"format": "pt"})
        assert "no network of netstudio" in str(refusal(path))
        save_file(tensors, path)
        assert "no network of netstudio" in str(refusal(path))

    @pytest.mark.parametrize(
        "text",
        ["", "{", "null", "[]", '"text"', "3", "[" * 100_000, '{"format": ' + "9" * 5_000 + "}"],
        ids=lambda text: text[:20],
    )
    def test_a_description_that_is_none(self, path: Path, text: str) -> None:
        save_file(parts_of(path)[0], path, {"netstudio": text})
        assert_works_or_is_refused(path)
        refusal(path)

    @pytest.mark.parametrize("version", [2, 0, "two\nlines", None, [1], "x" * 5_000])
    def test_another_format(self, path: Path, version: object) -> None:
        tensors, about = parts_of(path)
        rewrite(path, tensors, {**about, "format": version})
        text = str(refusal(path))
        assert "format" in text
        assert ("Update netstudio" in text) == (version == 2)
        assert ("not a usable trained model" in text) == (version != 2)

    @pytest.mark.parametrize("key", ["project", "preprocessing", "figures", "history"])
    @pytest.mark.parametrize("value", [None, 3, "text", [3]])
    def test_a_part_of_the_description_of_another_sort(
        self, path: Path, key: str, value: object
    ) -> None:
        tensors, about = parts_of(path)
        rewrite(path, tensors, {**about, key: value})
        refusal(path)
        del about[key]
        rewrite(path, tensors, about)
        refusal(path)

    def test_a_missing_tensor_or_one_too_many_is_named(self, path: Path) -> None:
        tensors, about = parts_of(path)
        name = next(iter(tensors))
        rewrite(path, {**tensors, "extra\n.weight": torch.zeros(2)}, about)
        assert "extra" in str(refusal(path))
        rewrite(path, {key: tensor for key, tensor in tensors.items() if key != name}, about)
        assert name in str(refusal(path))

    @pytest.mark.parametrize(
        "change",
        [
            lambda tensor: tensor[:-1] if tensor.dim() else tensor.reshape(1),
            lambda tensor: tensor.unsqueeze(0),
            lambda tensor: tensor.flatten() if tensor.dim() != 1 else tensor[:, None],
            lambda tensor: tensor.double(),
            lambda tensor: tensor.half(),
            lambda tensor: tensor.to(torch.int32),
            lambda tensor: tensor.to(torch.float8_e4m3fn),
            lambda tensor: torch.zeros(0),
        ],
        ids=["shorter", "batched", "flat", "double", "half", "int", "float8", "empty"],
    )
    def test_a_tensor_of_another_shape_or_type(self, path: Path, change: Any) -> None:
        tensors, about = parts_of(path)
        for name, tensor in tensors.items():
            rewrite(path, {**tensors, name: change(tensor).contiguous()}, about)
            assert name in str(refusal(path))

    def test_weights_that_are_not_finite(self, path: Path) -> None:
        tensors, about = parts_of(path)
        next(iter(tensors.values())).view(-1)[0] = float("nan")
        rewrite(path, tensors, about)
        assert "finite" in str(refusal(path))

    def test_preprocessing_of_another_shape_than_the_network(self, path: Path) -> None:
        tensors, about = parts_of(path)
        about["preprocessing"]["sizes"] = [3, 9, 8]
        rewrite(path, tensors, about)
        assert "do not fit together" in str(refusal(path))

    def test_a_model_for_no_classes(self, tmp_path: Path) -> None:
        path = tmp_path / "m.safetensors"
        made = project(node("Flatten"), node("Linear", out_features="auto"), sample=SAMPLE)
        write_model(path, made)
        tensors, about = parts_of(path)
        about["project"]["data"]["facts"]["classes"] = []
        rewrite(path, {name: tensor[:0] for name, tensor in tensors.items()}, about)
        refusal(path)

    @pytest.mark.parametrize("name", ["\ud800", "two\nlines"])
    def test_class_names_that_cannot_be_shown_do_no_harm(self, path: Path, name: str) -> None:
        tensors, about = parts_of(path)
        about["project"]["data"]["facts"]["classes"][0] = name
        rewrite(path, tensors, about)
        assert_works_or_is_refused(path)

    def test_a_network_that_would_need_absurd_memory(self, tmp_path: Path) -> None:
        path, before, began = tmp_path / "m.safetensors", peak_memory(), time.monotonic()
        made = project(
            node("Conv2d", out_channels=20, kernel_size=1),
            node("AdaptiveAvgPool2d", output_size=[1, 1]),
            node("Flatten"),
            node("Linear", out_features="auto"),
            sample=SAMPLE,
            classes=3,
        )
        write_model(path, made)
        tensors, about = parts_of(path)
        network = about["project"]["network"]
        greedy = {"type": "AdaptiveAvgPool2d", "output_size": [4_096, 4_096], "name": "greedy"}
        about["project"]["network"] = [network[0], greedy, *network[1:]]
        rewrite(path, tensors, about)
        assert "memory" in str(refusal(path))
        about["project"]["network"] = network
        network[-1]["out_features"] = 10**9
        rewrite(path, tensors, about)
        refusal(path)
        assert time.monotonic() - began < 20
        assert peak_memory() - before < 2**30

    def test_a_device_that_does_not_exist(self, path: Path) -> None:
        with pytest.raises(UserError, match="abacus"):
            load_model(path, "abacus")


class Bomb:
    """Leaves a trace when it is unpickled."""

    def __init__(self, trace: Path) -> None:
        self._trace = trace

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self._trace,)


class TestWeightsAlone:
    def test_they_fill_a_module_of_the_same_network(self, tmp_path: Path) -> None:
        made = tiny_project()
        written = write_model(tmp_path / "m", made, seed=1)
        module = module_of(made, seed=2)
        load_weights(tmp_path / "m", module)
        for name, tensor in written.state_dict().items():
            assert torch.equal(module.state_dict()[name], tensor)

    def test_they_are_refused_by_another_network(self, path: Path) -> None:
        other = project(node("Flatten"), node("Linear", out_features="auto"), sample=SAMPLE)
        with pytest.raises(UserError, match="do not fit") as caught:
            load_weights(path, module_of(other))
        assert_one_sentence(caught.value)
