"""The computer's own facts, as far as its system tells them."""

from __future__ import annotations

import ctypes
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

_CPUINFO = Path("/proc/cpuinfo")
# macOS answers at once; a system in trouble must not hold up whoever asks.
_PATIENCE = 5.0


def processor_name() -> str:
    """The processor's name as its maker writes it; its architecture where that is unknown."""
    # platform.processor() is no name: i386, arm, or a line of family and model numbers.
    if sys.platform == "darwin":
        name = _sysctl("machdep.cpu.brand_string")
    elif sys.platform == "win32":
        name = _windows_processor()
    else:
        name = _linux_processor()
    return " ".join(name.split()) or platform.machine() or "CPU"


def memory_bytes() -> int:
    """How much memory there is; 0 where the system does not tell."""
    if sys.platform == "darwin":
        size = _sysctl("hw.memsize")
        return int(size) if size.isdecimal() else 0
    if sys.platform == "win32":
        return _windows_memory()
    try:
        return max(0, os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))
    except (ValueError, OSError):
        return 0


def _linux_processor() -> str:
    try:
        text = _CPUINFO.read_text(errors="replace")
    except OSError:
        return ""
    found = re.search(r"^model name\s*:\s*(.+)$", text, re.MULTILINE)
    return found.group(1) if found else ""


def _sysctl(name: str) -> str:
    try:
        answer = subprocess.run(  # noqa: S603 (a fixed program and a name of ours)
            ["/usr/sbin/sysctl", "-n", name],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return answer.stdout.strip()


def _windows_processor() -> str:
    if sys.platform == "win32":  # for the type checker, to which winreg is empty elsewhere
        import winreg

        place = r"HARDWARE\DESCRIPTION\System\CentralProcessor\0"
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
                return str(winreg.QueryValueEx(key, "ProcessorNameString")[0])
        except OSError:
            pass
    return ""


class _MemoryStatus(ctypes.Structure):
    """MEMORYSTATUSEX of the Windows interface."""

    _fields_ = (
        ("dwLength", ctypes.c_uint32),
        ("dwMemoryLoad", ctypes.c_uint32),
        ("ullTotalPhys", ctypes.c_uint64),
        ("ullAvailPhys", ctypes.c_uint64),
        ("ullTotalPageFile", ctypes.c_uint64),
        ("ullAvailPageFile", ctypes.c_uint64),
        ("ullTotalVirtual", ctypes.c_uint64),
        ("ullAvailVirtual", ctypes.c_uint64),
        ("ullAvailExtendedVirtual", ctypes.c_uint64),
    )


def _windows_memory() -> int:
    if sys.platform == "win32":  # for the type checker, which knows no windll elsewhere
        status = _MemoryStatus(dwLength=ctypes.sizeof(_MemoryStatus))
        if ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
            return int(status.ullTotalPhys)
    return 0
