"""What ``netstudio doctor`` says about a computer."""

from __future__ import annotations

import json
from collections import namedtuple
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from netstudio import paths
from netstudio.cli import doctor
from netstudio.cli.doctor import Finding
from netstudio.cli.qt_probe import QtFails, QtStarts, packages_of, probe_qt, read_probe
from netstudio.core.translate import verbatim
from netstudio.engine.devices import DeviceReport

STARTS = json.dumps({"version": "6.11.3", "platform": "offscreen", "chinese": ["Noto Sans CJK SC"]})
PLUGIN_FAILS = (
    "qt.core.library: /libqxcb.so cannot load: libxcb-icccm.so.4: cannot open shared object file: "
    "No such file or directory\n"
    'qt.qpa.plugin: Could not load the Qt platform plugin "xcb" in "" even though it was found.\n'
)


def test_a_probe_that_answers_says_that_qt_starts() -> None:
    assert read_probe(f'{{"missing": ["libGL.so.1"]}}\n{STARTS}\n', "") == QtStarts(
        "6.11.3", "offscreen", ("Noto Sans CJK SC",)
    )


def test_lines_of_others_between_the_answers_are_passed_over() -> None:
    assert isinstance(read_probe(f"libpng warning\n[1]\n\n{STARTS}\n", "noise"), QtStarts)


def test_all_missing_libraries_are_named_though_the_loader_names_one() -> None:
    error = "libEGL.so.1: cannot open shared object file: No such file or directory"
    output = "\n".join(
        [json.dumps({"missing": ["libEGL.so.1", "libdbus-1.so.3"]}), json.dumps({"error": error})]
    )
    state = read_probe(output, "")
    assert isinstance(state, QtFails)
    assert state.missing == ("libEGL.so.1", "libdbus-1.so.3")


def test_a_plugin_that_does_not_load_names_its_library() -> None:
    state = read_probe('{"missing": []}\n', PLUGIN_FAILS)
    assert state == QtFails(
        ("libxcb-icccm.so.4",),
        'Could not load the Qt platform plugin "xcb" in "" even though it was found',
    )


def test_a_display_that_does_not_answer_is_not_blamed_on_libraries() -> None:
    errors = "qt.qpa.xcb: could not connect to display :9\n"
    state = read_probe('{"missing": ["libwayland-client.so.0"]}\n', errors)
    assert state == QtFails((), "could not connect to display :9")


def test_a_process_that_dies_without_a_word_is_said_to() -> None:
    assert read_probe("", "") == QtFails((), "it ended without a word")


def test_packages_are_named_once_each() -> None:
    assert packages_of(["libglib-2.0.so.0", "libgthread-2.0.so.0", "libodd.so.1"]) == (
        "libglib2.0-0 libodd.so.1",
        "glib2 libodd.so.1",
    )


def test_a_missing_library_becomes_one_sentence_with_the_packages() -> None:
    (finding,) = doctor.qt_findings(QtFails(("libEGL.so.1",), "…"), has_display=True)
    assert not finding.ok
    assert finding.needed
    assert finding.sentence == (
        "Qt cannot start, because the system lacks libEGL.so.1; install the packages: sudo apt "
        "install libegl1 (Debian, Ubuntu) or sudo dnf install libglvnd-egl (Fedora)."
    )


def test_a_window_is_not_needed_without_a_display() -> None:
    (finding,) = doctor.qt_findings(QtFails(("libEGL.so.1",), "…"), has_display=False)
    assert not finding.needed
    assert doctor.display_finding(has_display=False).ok


@pytest.mark.parametrize(
    ("reason", "remedy"),
    [
        ("could not connect to display :9", "set DISPLAY"),
        ('Could not find the Qt platform plugin "x" in ""', "unset QT_QPA_PLATFORM"),
        ("No module named 'PySide6'", "uv sync"),
    ],
)
def test_each_reason_why_qt_fails_has_its_remedy(reason: str, remedy: str) -> None:
    (finding,) = doctor.qt_findings(QtFails((), reason), has_display=True)
    assert reason in finding.sentence
    assert remedy in finding.sentence


def test_a_font_for_chinese_is_named_or_its_package_is() -> None:
    _, found = doctor.qt_findings(QtStarts("6", "xcb", ("Source Han",)), has_display=True)
    _, lacking = doctor.qt_findings(QtStarts("6", "xcb", ()), has_display=True)
    assert found.ok
    assert "Source Han" in found.sentence
    assert not lacking.ok
    assert not lacking.needed
    assert "fonts-noto-cjk" in lacking.sentence


def test_a_missing_gpu_is_said_in_one_sentence_and_is_no_fault() -> None:
    cpu = DeviceReport("cpu", verbatim("Intel, 4 threads"), usable=True)
    cuda = DeviceReport(
        "cuda", verbatim("no driver was found"), usable=False, remedy=verbatim("Install it.")
    )
    there, missing = doctor.device_findings([cpu, cuda])
    assert there.sentence == "Intel, 4 threads"
    assert missing.sentence == "no driver was found; install it."
    assert not missing.needed


def test_whether_training_uses_a_gpu_is_said() -> None:
    cpu = DeviceReport("cpu", verbatim("Intel"), usable=True)
    missing = DeviceReport("cuda", verbatim("no driver was found"), usable=False)
    gpu = DeviceReport("cuda:0", verbatim("RTX"), usable=True)
    assert doctor.training_finding([cpu, missing]).sentence.startswith("on the CPU")
    assert doctor.training_finding([cpu, gpu]).sentence == "on the GPU RTX"


def test_torch_and_torchvision_of_different_builds_are_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    versions = {"torch": "2.13.0+cpu", "torchvision": "0.28.0"}
    monkeypatch.setattr(doctor, "version", lambda name: versions.get(name, "1"))
    (finding,) = [one for one in doctor.version_findings() if not one.ok]
    assert "torch 2.13.0+cpu and torchvision 0.28.0" in finding.sentence


def test_a_library_that_is_not_installed_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        if name == "numpy":
            raise PackageNotFoundError
        return "1"

    monkeypatch.setattr(doctor, "version", version)
    (finding,) = [one for one in doctor.version_findings() if not one.ok]
    assert finding.subject == "numpy"
    assert finding.needed


def test_a_data_folder_that_is_not_there_yet_is_fine_and_is_not_made(tmp_path: Path) -> None:
    finding = doctor.folder_finding(tmp_path / "new" / "data")
    assert finding.ok
    assert "made when needed" in finding.sentence
    assert list(tmp_path.iterdir()) == []


def test_a_data_folder_that_is_a_file_is_found(tmp_path: Path) -> None:
    place = tmp_path / "data"
    place.write_text("")
    finding = doctor.folder_finding(place)
    assert not finding.ok
    assert str(place) in finding.sentence
    assert "--data-root" in finding.sentence


def test_a_full_disk_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage(2**40, 2**40, 2**29))
    assert "only 0.5 GiB are free" in doctor.folder_finding(tmp_path).sentence


def test_the_program_finds_its_own_files_and_says_which_are_absent(tmp_path: Path) -> None:
    assert doctor.resources_finding(paths.resources()).ok
    finding = doctor.resources_finding(tmp_path)
    assert not finding.ok
    assert "templates/*.netstudio, train-images-idx3-ubyte.gz" in finding.sentence


GOOD = Finding("torch", verbatim("2.15"))
HARMLESS = Finding("cuda", verbatim("no driver"), False, verbatim("install it"), needed=False)
BAD = Finding("Qt", verbatim("Qt × fails"), False, verbatim("mend it"))


@pytest.mark.parametrize(("last", "code"), [(HARMLESS, 0), (BAD, 1)])
def test_only_what_is_needed_decides_the_exit_code(
    last: Finding, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "examine", lambda: [GOOD, last])
    assert doctor.run(as_json=False) == code
    assert capsys.readouterr().out.splitlines() == [
        "✓ torch  2.15",
        f"{'✗' if code else '!'} {last.subject:<5}  {last.sentence}",
    ]


def test_json_names_every_finding(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "examine", lambda: [GOOD, BAD])
    assert doctor.run(as_json=True) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["ok"] is False
    assert said["findings"][1] == {
        "subject": "Qt",
        "text": "Qt × fails",
        "ok": False,
        "needed": True,
        "remedy": "mend it",
    }


def test_a_terminal_without_unicode_gets_plain_characters() -> None:
    lines = list(doctor._lines([GOOD, BAD, HARMLESS], "ascii"))
    assert [line[0] for line in lines] == ["+", "x", "!"]
    assert "Qt ? fails; mend it." in lines[1]


@pytest.mark.process
def test_qt_is_really_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    state = probe_qt(has_display=False)
    # Where the system lacks a library of Qt's, the doctor must have said which.
    assert isinstance(state, QtStarts) or state.missing
