"""Model files taken apart and put together again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from safetensors import safe_open
from safetensors.torch import save_file
from torch import Tensor

from netstudio.core.translate import UserError
from netstudio.engine.model_file import load_model
from tests.pictures import assert_one_sentence


def parts_of(path: Path) -> tuple[dict[str, Tensor], dict[str, Any]]:
    """The tensors and the description in a model file."""
    with safe_open(path, framework="pt") as file:
        tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
        return tensors, json.loads(file.metadata()["netstudio"])


def rewrite(path: Path, tensors: dict[str, Tensor], about: object) -> None:
    """Put these into the file, whatever they are."""
    save_file(tensors, path, {"netstudio": json.dumps(about)})


def refusal(path: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        load_model(path)
    assert_one_sentence(caught.value)
    return caught.value
