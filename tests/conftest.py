"""What all tests share."""

from __future__ import annotations

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
    """Ignore the one warning that the program ignores too; pytest sets its own filters."""
    config.addinivalue_line("filterwarnings", "ignore:Using padding='same' with even kernel")
