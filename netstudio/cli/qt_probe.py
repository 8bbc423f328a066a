"""Whether Qt starts here, tried in a process of its own.

The command line imports no Qt; and where Qt cannot open the display it aborts the process.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_LONGEST_START = 60.0

# Shared libraries that Qt takes from the system, with the packages of Debian and Fedora that hold
# them. These lists are what Qt's own libraries and plugins name as needed (``readelf -d``).
_Packages = Mapping[str, tuple[str, str]]
_ALWAYS: _Packages = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libX11.so.6": ("libx11-6", "libX11"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
}
_X11: _Packages = {
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
}
_WAYLAND: _Packages = {
    "libwayland-client.so.0": ("libwayland-client0", "libwayland-client"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "libwayland-cursor"),
}
_PACKAGES: _Packages = {**_ALWAYS, **_X11, **_WAYLAND}

# Prints one JSON object a line: first what is missing, for Qt may abort the process after that.
_SCRIPT = """
import ctypes, json, sys

try:
    import resource
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
except ImportError:
    pass

missing = []
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        missing.append(name)
print(json.dumps({"missing": missing}), flush=True)

try:
    from PySide6 import QtWidgets
    from PySide6.QtCore import qVersion
    from PySide6.QtGui import QFontDatabase, QGuiApplication
except ImportError as error:
    print(json.dumps({"error": str(error)}), flush=True)
    sys.exit(1)

application = QGuiApplication([])
chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
answer = {"version": qVersion(), "platform": application.platformName(), "chinese": chinese}
print(json.dumps(answer), flush=True)
"""


@dataclass(frozen=True)
class QtStarts:
    """Qt starts.

    Attributes:
        version: Qt's version.
        platform: How it shows windows, such as ``xcb``, ``wayland`` or ``offscreen``.
        chinese: Font families that cover Simplified Chinese.
    """

    version: str
    platform: str
    chinese: tuple[str, ...]


@dataclass(frozen=True)
class QtFails:
    """Qt does not start.

    Attributes:
        missing: Shared libraries that the system lacks.
        reason: What Qt or Python said, in one line.
    """

    missing: tuple[str, ...]
    reason: str


def probe_qt(has_display: bool) -> QtStarts | QtFails:
    """Start Qt in another process, off screen where there is no display."""
    environment = dict(os.environ, QT_DEBUG_PLUGINS="1")
    if not has_display:
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        # -P: a json.py in the user's folder must not stand in for Python's own.
        done = subprocess.run(  # noqa: S603 (our own interpreter and text)
            [sys.executable, "-P", "-c", _SCRIPT, *_wanted(environment)],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_LONGEST_START,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return QtFails((), f"no answer within {_LONGEST_START:.0f} seconds")
    except OSError as error:
        return QtFails((), str(error))
    output, errors = (text.decode("utf-8", "replace") for text in (done.stdout, done.stderr))
    return read_probe(output, errors)


def _wanted(environment: Mapping[str, str]) -> Iterator[str]:
    """The libraries that Qt needs with such a display."""
    if sys.platform != "linux":
        return
    yield from _ALWAYS
    if environment.get("DISPLAY"):
        yield from _X11
    if environment.get("WAYLAND_DISPLAY"):
        yield from _WAYLAND


def read_probe(output: str, errors: str) -> QtStarts | QtFails:
    """What the process found, from what it wrote to its two outputs."""
    answer = _answer(output)
    if "platform" in answer:
        return QtStarts(answer["version"], answer["platform"], tuple(answer["chinese"]))
    said = answer.get("error") or errors
    named = re.findall(r"([\w.+-]+\.so[.\d]*): cannot open shared object file", said)
    # A loader names only the first library that it does not find; the process has tried them all.
    # Unless it names one, Qt fails for another reason, and what is missing was not needed.
    missing = dict.fromkeys((*named, *answer.get("missing", ()))) if named else ()
    return QtFails(tuple(missing), _reason(said))


def packages_of(libraries: Iterable[str]) -> tuple[str, str]:
    """The packages that hold these libraries, by Debian's names and by Fedora's.

    A library that is not known here stands for itself.
    """
    pairs = [_PACKAGES.get(library, (library, library)) for library in libraries]
    debian = dict.fromkeys(debian for debian, _ in pairs)
    fedora = dict.fromkeys(fedora for _, fedora in pairs)
    return " ".join(debian), " ".join(fedora)


def _answer(output: str) -> dict[str, Any]:
    """The objects that the process printed, as one; other lines may stand between them."""
    answer: dict[str, Any] = {}
    for line in output.splitlines():
        try:
            value = json.loads(line)
        except ValueError:
            continue
        if isinstance(value, dict):
            answer.update(value)
    return answer


def _reason(said: str) -> str:
    """The one line that tells most of what Qt or Python said."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    for telling in ("could not connect to display", "the Qt platform plugin"):
        for line in lines:
            if telling in line:
                return re.sub(r"^qt\.[\w.]+: ", "", line).rstrip(".")
    return lines[0].rstrip(".") if lines else "it ended without a word"
