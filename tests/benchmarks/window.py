"""How quick the window is, and what it costs.

    python -m tests.benchmarks.window [paint] [stall] [delay] [throughput] [million] [day]

- paint: from the process's start to the first paint, 20 starts.
- stall: the longest pause of the event loop while torch is loaded.
- delay: the event loop's delay while the MLP trains at full speed, the plots move and the stack
  scrolls, beside the same window idle.
- throughput: training with the window open against training without it, interleaved.
- million: a frame of a plot of 1,000,000 steps while it grows, is zoomed and is moved.
- day: the memory that the curves of a day's steps take.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable


def child(name: str, module: str = "window_child") -> dict[str, float]:
    """Run one measurement in a process of its own."""
    with tempfile.TemporaryDirectory() as home:
        folders = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR")
        environment = {**os.environ, **dict.fromkeys(folders, home)}
        # A user's Python keeps the compiled modules; without that, each start compiles them anew.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        done = subprocess.run(
            [sys.executable, "-m", f"tests.benchmarks.{module}", name],
            capture_output=True,
            text=True,
            check=False,
            env=environment,
        )
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if not lines:
        raise SystemExit(f"{name} failed:\n{done.stderr}")
    result: dict[str, float] = json.loads(lines[-1])
    return result


def paint(rounds: int = 20) -> None:
    """Print how long it takes until something is on the screen."""
    seconds = []
    for at in range(rounds + 1):
        began = time.monotonic()
        taken = child("paint")["painted"] - began
        if at:  # the first start warms up the disk's cache
            seconds.append(taken)
    low, high = min(seconds), max(seconds)
    print(f"first paint: {statistics.median(seconds):.3f} s  ({low:.3f} to {high:.3f})")


def stall(rounds: int = 5) -> None:
    """Print the longest pauses while torch is loaded."""
    longest = [child("stall")["longest"] for _ in range(rounds)]
    print(f"longest stall while loading: {statistics.median(longest):.3f} s", end="  ")
    print(f"({min(longest):.3f} to {max(longest):.3f})")


def delay(rounds: int = 3) -> None:
    """Print the event loop's delays."""
    for _ in range(rounds):
        found = child("delay")
        ratio = found["busy_p99"] / max(found["idle_p99"], 1e-4)
        print(
            f"event loop delay, p99: {1000 * found['busy_p99']:.1f} ms while training, "
            f"{1000 * found['idle_p99']:.1f} ms idle (ratio {ratio:.2f}), "
            f"at most {1000 * found['busy_max']:.0f} ms"
        )


def throughput(rounds: int = 9) -> None:
    """Print the share of the training speed that is left with the window open."""
    ratios = []
    for at in range(rounds):
        names = ["train-window", "train-headless"]
        found = {name: child(name)["rate"] for name in (names if at % 2 else names[::-1])}
        ratios.append(found["train-window"] / found["train-headless"])
        print(f"  {found['train-window']:,.0f} / {found['train-headless']:,.0f} = {ratios[-1]:.3f}")
    print(f"window / headless: {statistics.median(ratios):.3f}  ({min(ratios):.3f} to ", end="")
    print(f"{max(ratios):.3f}, {rounds} pairs)")


def million() -> None:
    """Print how long the frames of a plot of a million steps take."""
    found = child("million", "plots_child")
    for name in ("draw", "zoom", "pan"):
        median, worst = 1000 * found[name], 1000 * found[f"{name}_p99"]
        print(f"plot of 1,000,000 steps, {name}: {median:.1f} ms a frame, p99 {worst:.1f} ms")


def day() -> None:
    """Print the memory of a day's curves."""
    found = child("day", "plots_child")
    print(
        f"curves of a day: {found['whole_kept']:.0f} MB of {found['whole']:.0f} MB resident, after "
        f"a tenth of it {found['tenth_kept']:.0f} MB of {found['tenth']:.0f} MB"
    )


def main() -> None:
    """Measure what is named, or everything."""
    measurements: dict[str, Callable[[], None]] = {
        "paint": paint,
        "stall": stall,
        "delay": delay,
        "throughput": throughput,
        "million": million,
        "day": day,
    }
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=list(measurements))
    for name in parser.parse_args().names:
        measurements[name]()


if __name__ == "__main__":
    main()
