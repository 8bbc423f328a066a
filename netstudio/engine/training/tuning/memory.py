"""What was measured on this machine, remembered in the user's cache."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from hashlib import blake2b
from pathlib import Path
from typing import Any, Self

import torch

from netstudio import paths
from netstudio.core.project import Project
from netstudio.core.safe_write import write_text
from netstudio.core.translate import UserError
from netstudio.engine.devices import describe
from netstudio.engine.network.analyse import Analysis
from netstudio.engine.training.execution import Execution

# The oldest are forgotten beyond this many.
_MOST_KEPT = 200


@dataclass(frozen=True)
class Remembered:
    """One measurement.

    Attributes:
        name: The project's name at that time.
        device: Where it was measured, in words.
        batch_size: Samples in a batch.
        execution: What was fastest.
        samples_per_second: How fast that was.
        usual: How fast the fixed rule's choice was.
    """

    name: str
    device: str
    batch_size: int
    execution: Execution
    samples_per_second: float
    usual: float

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> Self:
        values = {field.name: raw[field.name] for field in fields(cls)}
        return cls(**{**values, "execution": Execution.from_json(raw["execution"])})


def memory_file() -> Path:
    """Where measurements are kept."""
    return paths.user_cache() / "tuned.json"


def tuning_key(project: Project, analysis: Analysis, device: torch.device) -> str:
    """Tells measurements apart: by network, batch size and device, and by what else matters."""
    options = analysis.settings.training
    assert options is not None
    assert project.data.facts is not None
    facts = (
        analysis.call,
        project.data.facts.sample,
        options.batch_size,
        (options.precision, options.accumulate, options.checkpoint_activations, options.compile),
        project.training.optimizer,
        str(describe(device)),
        torch.__version__,
    )
    return blake2b(repr(facts).encode(), digest_size=16).hexdigest()


def recall(key: str) -> Remembered | None:
    """What was measured under ``key``; None where nothing was, or it cannot be read any more."""
    return dict(_kept()).get(key)


def remember(key: str, found: Remembered) -> None:
    """Keep a measurement; a cache that cannot be written keeps nothing."""
    kept = {**dict(_kept()), key: found}
    kept[key] = kept.pop(key)  # the newest is the last
    newest = list(kept.items())[-_MOST_KEPT:]
    text = json.dumps({key: each.as_json() for key, each in newest}, indent=1)
    with suppress(OSError, UserError):
        memory_file().parent.mkdir(parents=True, exist_ok=True)
        write_text(memory_file(), text)


def all_remembered() -> tuple[Remembered, ...]:
    """Everything that was measured here, the newest last."""
    return tuple(each for _, each in _kept())


def _kept() -> Iterator[tuple[str, Remembered]]:
    try:
        raw = json.loads(memory_file().read_text("utf-8"))
        for key, each in raw.items():
            yield key, Remembered.from_json(each)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return  # what can be measured again is no loss
