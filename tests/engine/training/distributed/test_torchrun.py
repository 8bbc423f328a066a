"""A training that ``torchrun`` has started goes on when one of its processes is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import torch

from netstudio.core.files import write_project
from tests.engine.training.distributed.test_together import epochs_of
from tests.engine.training.distributed.together import plain_project
from tests.engine.training.runs import last_weights, only_run, run

EPOCHS = 200
# Starting three Pythons with torch twice takes its time on two slow cores.
PATIENCE = 300


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the processes with ps")
def test_a_killed_process_does_not_end_a_training_that_may_restart(tmp_path: Path) -> None:
    out, file = tmp_path / "runs", tmp_path / "p.netstudio"
    write_project(plain_project(EPOCHS), file)
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--max-restarts=2"]
    command += ["--nproc-per-node=2", "-m", "netstudio", "train", str(file), "--device", "cpu"]
    job = subprocess.Popen(
        [*command, "--out", str(out)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    os.kill(last_process(out, job), signal.SIGKILL)
    said, _ = job.communicate(timeout=PATIENCE)
    assert job.returncode == 0, said
    folder = only_run(out)
    assert said.splitlines()[-1] == str(folder.model_file)
    assert said.count(f"epoch {EPOCHS}/{EPOCHS}") == 1
    assert [event["epoch"] for event in epochs_of(folder)] == list(range(1, EPOCHS + 1))
    run(plain_project(EPOCHS), tmp_path / "whole")
    for name, weights in last_weights(only_run(tmp_path / "whole")).items():
        torch.testing.assert_close(last_weights(folder)[name], weights, rtol=1e-2, atol=1e-3)


def last_process(out: Path, job: subprocess.Popen[str]) -> int:
    """Wait until the run can go on after a crash; returns the number of its last process."""
    deadline = time.monotonic() + PATIENCE
    while not list(out.glob("*/last.ckpt")):
        assert job.poll() is None, job.communicate()[0]
        assert time.monotonic() < deadline
        time.sleep(0.05)
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(job.pid)], capture_output=True, text=True, check=True
    )
    return max(map(int, listed.stdout.split()))
