from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from netstudio.__main__ import main
from netstudio.engine.training.keeping.run_folder import RunFolder
from tests.engine.training.runs import identical, last_weights


@pytest.mark.process
@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C differently")
def test_ctrl_c_saves_a_checkpoint_exits_130_and_the_run_can_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    main(["new", "digits-mlp", "-o", "d.netstudio"])
    command = [sys.executable, "-m", "netstudio", "train", "d.netstudio", "--json"]
    process = subprocess.Popen(
        [*command, "--epochs", "40", "--out", "interrupted"],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    for line in process.stdout:
        if json.loads(line)["event"] == "epoch":
            process.send_signal(signal.SIGINT)
            break
    rest, complaints = process.communicate(timeout=120)

    assert process.returncode == 130, complaints
    assert json.loads(rest.splitlines()[-1])["event"] == "stopped"
    assert "Traceback" not in complaints
    (stopped,) = Path("interrupted").iterdir()
    assert (stopped / "last.ckpt").exists()
    assert main(["train", "--resume", str(stopped)]) == 0
    assert main(["train", "d.netstudio", "--epochs", "40", "--out", "whole"]) == 0
    (whole,) = Path("whole").iterdir()
    assert identical(last_weights(RunFolder(stopped)), last_weights(RunFolder(whole)))
