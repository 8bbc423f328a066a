"""The built files hold what they must, and an installed netstudio finds its own files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import hatchling.build
import pytest

ROOT = Path(__file__).resolve().parent.parent
MNIST = {
    "train-images-idx3-ubyte.gz",
    "train-labels-idx1-ubyte.gz",
    "t10k-images-idx3-ubyte.gz",
    "t10k-labels-idx1-ubyte.gz",
    "LICENSE.md",
}

# Says where an installed netstudio finds its resources; run without any site-packages.
_SCRIPT = """
import json, sys
sys.path.insert(0, sys.argv[1])
from importlib.metadata import distribution
import netstudio
from netstudio import paths
from netstudio.core.files import read_project
resources = paths.resources()
project = read_project(resources / "templates" / "mnist-mlp.netstudio")
mnist = resources / "datasets" / "mnist"
print(json.dumps({
    "package": netstudio.__file__,
    "version": netstudio.__version__,
    "resources": str(resources),
    "layers": len(project.network),
    "mnist": {path.name: path.stat().st_size for path in mnist.iterdir()},
    "commands": {point.name: point.group for point in distribution("netstudio").entry_points},
}))
"""


def _files_under(*folders: str) -> set[str]:
    """The files of the source tree, compiled ones left out."""
    return {
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with the sdist and, as an installer builds it, the wheel made from that sdist."""
    place = tmp_path_factory.mktemp("built")
    before = Path.cwd()
    try:
        os.chdir(ROOT)
        sdist = place / hatchling.build.build_sdist(str(place))
        with tarfile.open(sdist) as archive:
            archive.extractall(place, filter="data")
        os.chdir(place / sdist.name.removesuffix(".tar.gz"))
        hatchling.build.build_wheel(str(place))
    finally:
        os.chdir(before)
    yield place
    shutil.rmtree(place)


def test_the_sdist_holds_every_file_of_the_source_tree(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {member.name.partition("/")[2] for member in archive if member.isfile()}
    wanted = _files_under("netstudio", "resources", "packaging", "tests")
    assert wanted - names == set()
    assert {"pyproject.toml", "README.md", "LICENSE"} <= names
    assert {f"resources/datasets/mnist/{name}" for name in MNIST} <= names
    assert "uv.lock" not in names


def test_the_wheel_holds_the_package_and_its_resources(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    resources = {f"netstudio/{name}" for name in _files_under("resources")}
    assert (_files_under("netstudio") | resources) - names == set()
    assert not {name for name in names if name.startswith(("tests/", "resources/"))}


@pytest.mark.process
def test_an_installed_netstudio_finds_its_templates_and_mnist(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    site = tmp_path / "site"
    _install(wheel, site)
    # -I -S: only this installation is to be found, neither the source tree nor the environment.
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", _SCRIPT, str(site)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    inside = (site / "netstudio").resolve()
    assert Path(said["package"]).resolve().parent == inside
    assert Path(said["resources"]).resolve() == inside / "resources"
    assert said["version"] in wheel.name
    assert said["layers"] > 0
    assert set(said["mnist"]) == MNIST
    assert min(said["mnist"].values()) > 0
    assert said["commands"] == {"netstudio": "console_scripts", "netstudio-gui": "gui_scripts"}


def _install(wheel: Path, site: Path) -> None:
    """Install the wheel alone, with uv as the README does, offline."""
    uv = os.environ.get("UV") or shutil.which("uv")
    if uv is None:
        pytest.skip("uv is not on the path; run the tests with: uv run pytest")
    command = [uv, "pip", "install", "--offline", "--no-index", "--no-deps"]
    target = ["--python", sys.executable, "--target", str(site), str(wheel)]
    done = subprocess.run([*command, *target], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
