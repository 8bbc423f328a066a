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
from tests.data import ranked
from tests.pictures import assert_one_sentence, noise

PICTURE = noise(8, 8, 3)


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


def assert_works_or_is_refused(path: Path) -> bool:
    """Loading and predicting give predictions or one sentence; returns whether it worked."""
    try:
        prediction = ranked(load_model(path).predict(PICTURE)[0])
    except UserError as error:
        # Printed to a terminal it must be one line.
        text = str(error)
        assert text.isprintable(), text
        assert len(text) < 1_000
        return False
    assert [item.label.encode() for item in prediction.ranked]
    assert 0 <= prediction.probability <= 1
    return True
