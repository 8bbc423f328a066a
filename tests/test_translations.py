"""Every text of the program has a translation, and each translation fits its text."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from netstudio import paths
from netstudio.layers import LAYERS
from netstudio.tasks.losses import LOSSES
from netstudio.tasks.optimizers import OPTIMIZERS


def _script() -> ModuleType:
    file = Path(__file__).parent.parent / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations_script", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


_translations = _script()
_CATALOGUES = sorted((paths.resources() / "translations").glob("*.ts"))
_PLACE = re.compile(r"\{[^{}]*\}|</?[a-z]+>")
_HAN = re.compile(r"[\u4e00-\u9fff]")
# A half-width sign between or after Chinese; those in formulas, names and lists stand beside Latin.
_HALF_WIDTH = re.compile(
    r"[\u4e00-\u9fff}”][,;:!?](?![a-z0-9])|[\u4e00-\u9fff][.(]|[,;:!?(][\u4e00-\u9fff]"
)
_TOUCHING = re.compile(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]")
_DATE = "d MMM"  # letters of a pattern
_WORD = re.compile(r"[A-Za-z]{2,}")
# What is the same in Chinese, besides the names of what can be chosen.
_SAME = {
    "ResNet-20",
    "Adam",
    "AdamW",
    "SGD",
    "F1",
    "FLOPs",
    "Epsilon",
    "Alpha",
    "Beta",
    "Nesterov",
    "Fashion-MNIST",
    "LeNet-5",
    *("CIFAR-10", "CIFAR-100", "STL-10", "EuroSAT", "Food-101"),
    *("AutoAugment", "RandAugment", "TrivialAugment", "SpecAugment", "MixUp", "CutMix"),
    *("Delta", "Huber", "MAE", "RMSE", "SSIM", "Hz"),
    *("AMSGrad", "Adadelta", "Adafactor", "Adagrad", "Adamax", "Muon", "NAdam", "RAdam"),
    *("RMSprop", "Gamma", "Rho", "float32", "CPU"),
}


def _entries() -> list[tuple[str, str]]:
    """The texts of our own with their translations; others are Qt's."""
    return [
        (source, translation)
        for catalogue in _CATALOGUES
        for context, source, translation in _translations.messages(catalogue)
        if context == "netstudio"
    ]


def test_there_is_a_catalogue() -> None:
    assert [catalogue.stem for catalogue in _CATALOGUES] == ["netstudio_zh_CN"]
    assert len(_entries()) > 1000


def test_every_text_of_the_program_has_a_translation() -> None:
    texts = _translations.marked_texts() | _translations.declared_texts()
    translated = {source for source, translation in _entries() if translation}
    assert texts - translated == set()
    assert translated - texts == set(), "what is not said any more goes: run translations.py update"


@pytest.mark.parametrize("catalogue", _CATALOGUES, ids=lambda catalogue: catalogue.stem)
def test_what_the_window_reads_is_made_of_the_catalogue(catalogue: Path, tmp_path: Path) -> None:
    compiled = tmp_path / "compiled.qm"
    _translations.compile_into(catalogue, compiled)
    assert catalogue.with_suffix(".qm").read_bytes() == compiled.read_bytes(), (
        "run packaging/translations.py compile"
    )


def test_the_catalogue_is_sorted_and_names_no_lines_so_that_differences_are_small() -> None:
    sources = [source for source, _ in _entries()]
    assert sources == sorted(sources)
    assert not [one for one in _CATALOGUES if "<location" in one.read_text(encoding="utf-8")]


def test_a_translation_has_the_same_places_and_markup_as_its_text() -> None:
    wrong = [
        (source, translation)
        for source, translation in _entries()
        if set(_PLACE.findall(source)) != set(_PLACE.findall(translation))
    ]
    assert wrong == []


def test_only_names_are_the_same_in_both_languages() -> None:
    names = {*_SAME, *LAYERS.names(), *LOSSES.names(), *OPTIMIZERS.names()}
    english = [
        source
        for source, translation in _entries()
        if not _HAN.search(translation)
        and source not in names
        and any(word not in names for word in _WORD.findall(_PLACE.sub("", translation)))
    ]
    assert english == []


def test_punctuation_is_full_width() -> None:
    wrong = [
        translation
        for source, translation in _entries()
        if source not in _translations.declared_texts()
        and _HALF_WIDTH.search(_PLACE.sub(lambda place: place[0], translation))
    ]
    assert wrong == []


def test_chinese_and_latin_letters_are_apart() -> None:
    wrong = [
        translation
        for source, translation in _entries()
        if source != _DATE and _TOUCHING.search(translation)
    ]
    assert wrong == []
