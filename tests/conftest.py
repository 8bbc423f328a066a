"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Slow shared machines make timing meaningless; a failure found once is found again.
settings.register_profile(
    "netstudio",
    deadline=None,
    max_examples=60,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("netstudio")


def pytest_configure(config: pytest.Config) -> None:
    """Ignore the warnings that the program ignores too; pytest sets its own filters."""
    config.addinivalue_line("filterwarnings", "ignore:Using padding='same' with even kernel")
    config.addinivalue_line("filterwarnings", r"ignore:::PIL\.")


@pytest.fixture(scope="session")
def test_data() -> Path:
    """The folder of real data sets that tests may read."""
    default = Path(__file__).parents[2] / "shared" / "data"
    folder = Path(os.environ.get("NETSTUDIO_TEST_DATA", default))
    if not folder.is_dir():
        pytest.skip(f"there are no data sets in {folder} (NETSTUDIO_TEST_DATA names their folder)")
    return folder


@pytest.fixture(autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for what is kept decoded, instead of the user's."""
    folder = tmp_path_factory.mktemp("cache", numbered=True)
    monkeypatch.setenv("NETSTUDIO_CACHE", str(folder))
    return folder
