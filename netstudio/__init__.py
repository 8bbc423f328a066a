"""netstudio: build, train and use neural networks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netstudio.engine.trained_model import TrainedModel

__all__ = ["__version__", "load_model"]

__version__: str


def load_model(path: str | Path, device: str = "cpu") -> TrainedModel:
    """Load a trained model.

    Args:
        path: A ``.safetensors`` file that netstudio wrote.
        device: Where it computes: ``cpu``, ``cuda``, ``cuda:1``, ``mps`` or ``auto``.

    Returns:
        The model: ``.module`` (an ``nn.Module`` in eval mode), ``.classes``, ``.predict(inputs)``.

    Raises:
        UserError: The file cannot be read or is not a trained model of netstudio.
    """
    from netstudio.engine.model_file import load_model

    return load_model(Path(path), device)


def __getattr__(name: str) -> str:
    """``__version__``, looked up when it is asked for: that takes a while at the start."""
    if name != "__version__":
        raise AttributeError(f"module {__name__} has no attribute {name}")
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("netstudio")
    except PackageNotFoundError:  # run from a source tree that is not installed
        return "unknown"
