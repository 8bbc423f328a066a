from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.engine.training.runs import WAYS

REPOSITORY = Path(__file__).parents[3]


@pytest.mark.process
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the script forks, which this system cannot")
@pytest.mark.parametrize("way", WAYS)
def test_training_killed_at_random_moments_leaves_readable_folders_and_resumes_bit_for_bit(
    way: str, tmp_path: Path
) -> None:
    script = Path(__file__).with_name("kill_at_random.py")
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path), "3", "0", way],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "kills in" in done.stdout
