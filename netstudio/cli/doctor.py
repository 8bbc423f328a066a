"""``netstudio doctor``: what works here, what does not, and the remedy."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import netstudio
from netstudio import paths
from netstudio.cli.output import print_json
from netstudio.cli.qt_probe import QtFails, QtStarts, packages_of, probe_qt
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, message, verbatim

if TYPE_CHECKING:
    from netstudio.engine.devices import DeviceReport

_LEAST_FREE_GIB = 1.0
_MNIST_FILES = (
    "train-images-idx3-ubyte.gz",
    "train-labels-idx1-ubyte.gz",
    "t10k-images-idx3-ubyte.gz",
    "t10k-labels-idx1-ubyte.gz",
)


@dataclass(frozen=True)
class Finding:
    """One thing that was examined.

    Attributes:
        subject: What was examined (marked text).
        text: What was found; a clause without a full stop.
        ok: Whether it is as it should be.
        remedy: What to do where it is not; a clause that continues ``text``.
        needed: Whether the command line, or the window where there is a display, needs it.
    """

    subject: str
    text: Message
    ok: bool = True
    remedy: Message | None = None
    needed: bool = True

    @property
    def sentence(self) -> str:
        """The finding as it is shown: what is wrong is one sentence with its remedy."""
        if self.ok:
            return str(self.text)
        return f"{self.text}; {self.remedy}." if self.remedy else f"{self.text}."

    def as_json(self) -> dict[str, Any]:
        """The finding for scripts."""
        return {
            "subject": self.subject,
            "text": str(self.text),
            "ok": self.ok,
            "needed": self.needed,
            "remedy": str(self.remedy) if self.remedy else None,
        }


def run(as_json: bool) -> int:
    """Examine everything and print it; the exit code is 1 where something needed is wrong."""
    findings = examine()
    fails = any(not finding.ok and finding.needed for finding in findings)
    if as_json:
        found = [finding.as_json() for finding in findings]
        print_json({"ok": not fails, "findings": found})
    else:
        encoding = sys.stdout.encoding or "utf-8"
        print("\n".join(_lines(findings, encoding)))
    return 1 if fails else 0


def examine() -> list[Finding]:
    """Everything that netstudio needs, as it is here."""
    has_display = _has_display()
    qt = probe_qt(has_display)
    return [
        *version_findings(),
        *_devices(),
        *tuned_findings(),
        display_finding(has_display),
        *qt_findings(qt, has_display),
        folder_finding(paths.user_data()),
        resources_finding(paths.resources()),
    ]


def version_findings() -> list[Finding]:
    """Python and the libraries that decide most."""
    system = verbatim(f"{platform.python_version()}, {platform.system()} {platform.machine()}")
    return [
        Finding("netstudio", verbatim(netstudio.__version__)),
        Finding("Python", system),
        _version("torch"),
        _version("torchvision", needed=False),
        _version("numpy"),
        _version("PySide6-Essentials", needed=False),
        *_mixed_builds(),
    ]


def _version(name: str, needed: bool = True) -> Finding:
    try:
        return Finding(name, verbatim(version(name)))
    except PackageNotFoundError:
        text = message(QT_TRANSLATE_NOOP("netstudio", "it is not installed"))
        return Finding(name, text, ok=False, remedy=_INSTALL_AGAIN, needed=needed)


def _mixed_builds() -> list[Finding]:
    """torchvision's compiled operators load only beside the torch that they were built for."""
    try:
        torch, torchvision = version("torch"), version("torchvision")
    except PackageNotFoundError:
        return []
    if torch.partition("+")[2] == torchvision.partition("+")[2]:
        return []
    text = message(
        QT_TRANSLATE_NOOP(
            "netstudio", "torch {torch} and torchvision {torchvision} are of different builds"
        ),
        torch=torch,
        torchvision=torchvision,
    )
    remedy = message(
        QT_TRANSLATE_NOOP("netstudio", "install both from the same index, as the README shows")
    )
    return [Finding("torchvision", text, ok=False, remedy=remedy, needed=False)]


_INSTALL_AGAIN = message(
    QT_TRANSLATE_NOOP("netstudio", "install netstudio again with its dependencies (uv sync)")
)


def _devices() -> list[Finding]:
    try:
        from netstudio.engine.devices import describe_devices

        reports = describe_devices()
    except (ImportError, OSError, RuntimeError) as error:
        text = message(
            QT_TRANSLATE_NOOP("netstudio", "PyTorch cannot be loaded ({reason})"),
            reason=_first_line(error),
        )
        return [Finding("torch", text, ok=False, remedy=_INSTALL_AGAIN)]
    return [*device_findings(reports), training_finding(reports)]


def training_finding(reports: Iterable[DeviceReport]) -> Finding:
    """Whether training uses a GPU unless another device is chosen."""
    subject = QT_TRANSLATE_NOOP("netstudio", "training")
    gpu = next((one for one in reports if one.usable and one.name != "cpu"), None)
    if gpu is None:
        text = QT_TRANSLATE_NOOP("netstudio", "on the CPU, since no GPU can be used")
        return Finding(subject, message(text))
    text = QT_TRANSLATE_NOOP("netstudio", "on the GPU {gpu}")
    return Finding(subject, message(text, gpu=gpu.description))


def device_findings(reports: Iterable[DeviceReport]) -> list[Finding]:
    """Each device; a missing GPU is no fault of the installation."""
    return [
        Finding(
            report.name,
            report.description,
            ok=report.usable,
            remedy=None if report.remedy is None else verbatim(_clause(report.remedy)),
            needed=report.name == "cpu",
        )
        for report in reports
    ]


def tuned_findings() -> list[Finding]:
    """What ``netstudio tune`` has measured here."""
    try:
        from netstudio.engine.training.execution import in_words
        from netstudio.engine.training.tuning.memory import all_remembered
    except (ImportError, OSError, RuntimeError):
        return []  # that PyTorch cannot be loaded is said already
    return [
        Finding(
            QT_TRANSLATE_NOOP("netstudio", "tuned"),
            message(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{name}, batch size {size}, on {device}: {execution} ({speed} samples/s, "
                    "measured on {day})",
                ),
                name=each.name,
                size=each.batch_size,
                device=each.device,
                execution=in_words(each.execution),
                speed=f"{each.samples_per_second:,.0f}",
                day=each.execution.measured,
            ),
        )
        for each in all_remembered()
    ]


def _clause(sentence: Message) -> str:
    """A sentence as the end of a longer one; an acronym keeps its capitals."""
    said = str(sentence).rstrip(".")
    return said[:1].lower() + said[1:] if said[1:2].islower() else said


def _has_display() -> bool:
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def display_finding(has_display: bool) -> Finding:
    """Whether there is a screen to show the window on."""
    subject = QT_TRANSLATE_NOOP("netstudio", "display")
    if not has_display:
        text = message(
            QT_TRANSLATE_NOOP("netstudio", "there is none, and the command line needs none")
        )
        return Finding(subject, text)
    named = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")
    return Finding(subject, verbatim(named if named else platform.system()))


def qt_findings(qt: QtStarts | QtFails, has_display: bool) -> list[Finding]:
    """Whether the window can open, and whether it can show Chinese."""
    if isinstance(qt, QtFails):
        return [_why_qt_fails(qt, has_display)]
    starts = message(
        QT_TRANSLATE_NOOP("netstudio", "{version} starts ({platform})"),
        version=qt.version,
        platform=qt.platform,
    )
    return [Finding("Qt", starts), _fonts(qt)]


def _why_qt_fails(qt: QtFails, has_display: bool) -> Finding:
    if qt.missing:
        debian, fedora = packages_of(qt.missing)
        text = message(
            QT_TRANSLATE_NOOP("netstudio", "Qt cannot start, because the system lacks {libraries}"),
            libraries=", ".join(qt.missing),
        )
        remedy = _install(debian, fedora)
    else:
        text = message(
            QT_TRANSLATE_NOOP("netstudio", "Qt cannot start ({reason})"), reason=qt.reason
        )
        remedy = _remedy_for(qt.reason)
    return Finding("Qt", text, ok=False, remedy=remedy, needed=has_display)


def _remedy_for(reason: str) -> Message:
    if "connect to display" in reason:
        return message(
            QT_TRANSLATE_NOOP(
                "netstudio", "set DISPLAY to a running display, or unset it where there is none"
            )
        )
    if "Could not find the Qt platform plugin" in reason:
        return message(
            QT_TRANSLATE_NOOP("netstudio", "unset QT_QPA_PLATFORM, which names no platform of Qt")
        )
    return _INSTALL_AGAIN


def _install(debian: str, fedora: str) -> Message:
    return message(
        QT_TRANSLATE_NOOP(
            "netstudio",
            "install the packages: sudo apt install {debian} (Debian, Ubuntu) or "
            "sudo dnf install {fedora} (Fedora)",
        ),
        debian=debian,
        fedora=fedora,
    )


def _fonts(qt: QtStarts) -> Finding:
    subject = QT_TRANSLATE_NOOP("netstudio", "fonts")
    if qt.chinese:
        text = message(
            QT_TRANSLATE_NOOP("netstudio", "Chinese can be shown ({family})"),
            family=qt.chinese[0],
        )
        return Finding(subject, text)
    text = message(
        QT_TRANSLATE_NOOP("netstudio", "no font for Simplified Chinese was found, only Latin text")
    )
    remedy = _install("fonts-noto-cjk", "google-noto-sans-cjk-fonts")
    return Finding(subject, text, ok=False, remedy=remedy, needed=False)


def folder_finding(folder: Path) -> Finding:
    """Whether downloaded data can be kept."""
    subject = QT_TRANSLATE_NOOP("netstudio", "data folder")
    nearest = next((place for place in (folder, *folder.parents) if place.exists()), folder)
    try:
        # Tried rather than asked: permissions alone do not tell of read-only disks or of Windows.
        with tempfile.TemporaryFile(dir=nearest):
            free = shutil.disk_usage(nearest).free / 2**30
    except OSError as error:
        text = message(
            QT_TRANSLATE_NOOP("netstudio", "nothing can be written to {folder} ({reason})"),
            folder=folder,
            reason=error.strerror or _first_line(error),
        )
        remedy = message(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "give yourself the right to write there, or name another with --data-root",
            )
        )
        return Finding(subject, text, ok=False, remedy=remedy, needed=False)
    return _space(subject, folder, free)


def _space(subject: str, folder: Path, free_gib: float) -> Finding:
    if free_gib < _LEAST_FREE_GIB:
        text = message(
            QT_TRANSLATE_NOOP("netstudio", "only {free:.1f} GiB are free for {folder}"),
            folder=folder,
            free=free_gib,
        )
        remedy = message(
            QT_TRANSLATE_NOOP("netstudio", "free some space, or name another with --data-root")
        )
        return Finding(subject, text, ok=False, remedy=remedy, needed=False)
    template = (
        QT_TRANSLATE_NOOP("netstudio", "{folder}, {free:.0f} GiB free")
        if folder.exists()
        else QT_TRANSLATE_NOOP("netstudio", "{folder}, made when needed, {free:.0f} GiB free")
    )
    return Finding(subject, message(template, folder=folder, free=free_gib))


def resources_finding(folder: Path) -> Finding:
    """Whether the program's own files came along."""
    subject = QT_TRANSLATE_NOOP("netstudio", "resources")
    templates = list((folder / "templates").glob("*.netstudio"))
    absent = [name for name in _MNIST_FILES if not (folder / "datasets" / "mnist" / name).is_file()]
    if not templates or absent:
        text = message(
            QT_TRANSLATE_NOOP("netstudio", "{folder} lacks {absent}"),
            folder=folder,
            absent=", ".join(absent if templates else ["templates/*.netstudio", *absent]),
        )
        return Finding(subject, text, ok=False, remedy=_INSTALL_AGAIN)
    found = message(
        QT_TRANSLATE_NOOP("netstudio", "{folder}, {count} templates and MNIST"),
        folder=folder,
        count=len(templates),
    )
    return Finding(subject, found)


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__


def _lines(findings: Iterable[Finding], encoding: str) -> Iterable[str]:
    """One line for each finding, in characters that the terminal can show."""
    findings = list(findings)
    width = max(len(finding.subject) for finding in findings)
    for finding in findings:
        line = f"{_mark(finding, encoding)} {finding.subject:<{width}}  {finding.sentence}"
        yield line.encode(encoding, "replace").decode(encoding)


def _mark(finding: Finding, encoding: str) -> str:
    try:
        "✓✗".encode(encoding)
    except UnicodeEncodeError:
        works, fails = "+", "x"
    else:
        works, fails = "✓", "✗"
    if finding.ok:
        return works
    return fails if finding.needed else "!"
