"""Folders of the user's own pictures: what is read, and what is refused."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from netstudio.core.translate import UserError
from netstudio.tasks.options import DataOptions
from tests.data import classes, divided, pixels
from tests.pictures import (
    assert_one_sentence,
    colour,
    encoded,
    left_out_note,
    noise,
    read,
    sizes,
    two_classes,
    write_class,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return two_classes(tmp_path / "pictures")


def test_classes_are_the_folders_in_alphabetical_order(folder: Path) -> None:
    write_class(folder / "Wasps", 1, seed=9)
    raw = read(folder)
    assert raw.classes == ("Wasps", "ants", "bees")
    assert classes(raw.train).tolist() == [0, 1, 1, 1, 2, 2, 2]
    assert raw.notes == ()


def test_pixels_are_those_of_the_files(folder: Path) -> None:
    raw = read(folder)
    with Image.open(folder / "bees" / "001.png") as image:
        expected = np.asarray(image).transpose(2, 0, 1)
    assert np.array_equal(pixels(raw.train)[4].numpy(), expected)


def test_pictures_in_folders_within_a_class_folder_belong_to_the_class(folder: Path) -> None:
    write_class(folder / "ants" / "more" / "and more", 2, seed=5)
    assert classes(read(folder).train).tolist() == [0] * 5 + [1] * 3


class TestShape:
    def test_a_size_that_all_share_is_kept(self, folder: Path) -> None:
        assert sizes(read(folder)) == (3, 8, 6)

    def test_a_shared_size_beyond_256_is_brought_to_64(self, tmp_path: Path) -> None:
        write_class(tmp_path / "a", 1, size=(257, 10))
        write_class(tmp_path / "b", 1, size=(257, 10), seed=1)
        assert sizes(read(tmp_path)) == (3, 64, 64)

    def test_mixed_sizes_are_brought_to_64(self, folder: Path) -> None:
        write_class(folder / "wasps", 1, size=(9, 6))
        assert sizes(read(folder)) == (3, 64, 64)

    def test_a_size_that_is_set_is_taken(self, folder: Path) -> None:
        assert sizes(read(folder, image_size=20)) == (3, 20, 20)

    def test_grey_pictures_stay_grey(self, tmp_path: Path) -> None:
        assert sizes(read(two_classes(tmp_path, mode="L"))) == (1, 8, 6)

    def test_one_colour_picture_makes_all_of_them_colour(self, tmp_path: Path) -> None:
        two_classes(tmp_path, mode="L")
        write_class(tmp_path / "wasps", 1)
        assert sizes(read(tmp_path)) == (3, 8, 6)

    @pytest.mark.parametrize(("color", "channels"), [("grey", 1), ("rgb", 3)])
    def test_a_colour_that_is_set_is_taken(self, folder: Path, color: str, channels: int) -> None:
        assert sizes(read(folder, color=color)) == (channels, 8, 6)
        assert sizes(read(folder, color=color, image_size=16)) == (channels, 16, 16)

    def test_the_shape_of_a_model_goes_before_all_settings(self, folder: Path) -> None:
        assert sizes(read(folder, sample=colour(5, 7), color="grey", image_size=9)) == (3, 5, 7)

    def test_turned_pictures_share_the_size_that_they_have_when_upright(
        self, tmp_path: Path
    ) -> None:
        exif = Image.Exif()
        exif[0x0112] = 6
        for suffix in ("jpg", "png", "tif", "webp"):
            turned, upright = noise(8, 6, 3), noise(6, 8, 3)
            encoded(Image.fromarray(turned), tmp_path / "a" / f"1.{suffix}", exif=exif)
            encoded(Image.fromarray(upright), tmp_path / "b" / f"2.{suffix}")
        assert sizes(read(tmp_path)) == (3, 6, 8)

    def test_unreadable_pictures_have_no_say(self, folder: Path) -> None:
        (folder / "ants" / "broken.png").write_bytes(b"")
        assert sizes(read(folder)) == (3, 8, 6)


class TestNames:
    def test_chinese_names_are_kept(self, tmp_path: Path) -> None:
        write_class(tmp_path / "我的图片" / "猫", 2)
        write_class(tmp_path / "我的图片" / "狗", 2, seed=1)
        assert read(tmp_path / "我的图片").classes == ("狗", "猫")

    def test_names_of_the_longest_length_are_read(self, tmp_path: Path) -> None:
        write_class(tmp_path / ("a" * 255), 1, suffix=".png")
        long_name = tmp_path / "b" / ("n" * 251 + ".png")
        encoded(Image.fromarray(noise(8, 6, 3)), long_name)
        raw = read(tmp_path)
        assert raw.classes == ("a" * 255, "b")
        assert len(raw.train) == 2

    def test_suffixes_are_read_in_either_case(self, tmp_path: Path) -> None:
        write_class(tmp_path / "a", 1, suffix=".JPG")
        write_class(tmp_path / "b", 1, suffix=".Png", seed=1)
        assert len(read(tmp_path).train) == 2

    def test_a_home_folder_may_be_written_short(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HOME", str(folder.parent))
        monkeypatch.setenv("USERPROFILE", str(folder.parent))
        assert len(read(Path("~") / folder.name).train) == 6


class TestParts:
    @pytest.mark.parametrize(
        ("train", "validation", "test"),
        [("train", "val", "test"), ("Training", "valid", "testing"), ("TRAIN", "dev", "Test")],
    )
    def test_folders_called_so_are_the_parts(
        self, tmp_path: Path, train: str, validation: str, test: str
    ) -> None:
        for seed, (name, count) in enumerate([(train, 4), (validation, 3), (test, 2)]):
            two_classes(tmp_path / name, count, seed=10 * seed)
        raw = read(tmp_path)
        assert raw.validation is not None
        assert raw.test is not None
        assert (len(raw.train), len(raw.validation), len(raw.test)) == (8, 6, 4)
        dataset = divided(raw, DataOptions(validation_share=0.5, test_share=0.5))
        assert torch.equal(pixels(dataset.train), pixels(raw.train))
        assert torch.equal(pixels(dataset.validation), pixels(raw.validation))
        assert torch.equal(pixels(dataset.test), pixels(raw.test))

    def test_missing_parts_are_cut_from_the_training_part(self, tmp_path: Path) -> None:
        two_classes(tmp_path / "train", 10)
        two_classes(tmp_path / "test", 2, seed=5)
        dataset = divided(read(tmp_path), DataOptions(validation_share=0.2))
        assert (len(dataset.train), len(dataset.validation), len(dataset.test)) == (16, 4, 4)

    def test_a_class_may_be_called_train(self, tmp_path: Path) -> None:
        write_class(tmp_path / "train", 2)
        write_class(tmp_path / "plane", 2, seed=1)
        assert read(tmp_path).classes == ("plane", "train")

    def test_a_test_folder_of_its_own_is_the_test_part(self, folder: Path, tmp_path: Path) -> None:
        other = two_classes(tmp_path / "other", 2, seed=30)
        raw = read(folder, test_folder=str(other))
        assert raw.test is not None
        assert (len(raw.train), len(raw.test)) == (6, 4)

    def test_of_a_divided_test_folder_the_test_part_is_taken(
        self, folder: Path, tmp_path: Path
    ) -> None:
        two_classes(tmp_path / "other" / "train", 5, seed=20)
        two_classes(tmp_path / "other" / "test", 2, seed=30)
        raw = read(folder, test_folder=str(tmp_path / "other"))
        assert raw.test is not None
        assert len(raw.test) == 4

    def test_test_pictures_are_brought_to_the_shape_of_the_training_pictures(
        self, folder: Path, tmp_path: Path
    ) -> None:
        write_class(tmp_path / "other" / "ants", 2, size=(40, 30), mode="L")
        raw = read(folder, test_folder=str(tmp_path / "other"))
        assert raw.test is not None
        assert pixels(raw.test).shape[1:] == pixels(raw.train).shape[1:]

    def test_a_test_part_may_lack_a_class(self, folder: Path, tmp_path: Path) -> None:
        write_class(tmp_path / "other" / "bees", 2, seed=40)
        raw = read(folder, test_folder=str(tmp_path / "other"))
        assert raw.test is not None
        assert classes(raw.test).tolist() == [1, 1]

    def test_a_class_that_training_lacks_is_an_error(self, folder: Path, tmp_path: Path) -> None:
        other = two_classes(tmp_path / "other", 2, seed=30)
        write_class(other / "wasps", 1)
        with pytest.raises(UserError) as caught:
            read(folder, test_folder=str(other))
        assert_one_sentence(caught.value, "wasps", "ants, bees", str(other))

    @pytest.mark.parametrize("broken", [True, False])
    def test_a_part_without_a_readable_picture_is_an_error(
        self, tmp_path: Path, broken: bool
    ) -> None:
        two_classes(tmp_path / "train")
        (tmp_path / "test" / "ants").mkdir(parents=True)
        if broken:
            (tmp_path / "test" / "ants" / "broken.png").write_bytes(b"")
        with pytest.raises(UserError) as caught:
            read(tmp_path)
        assert_one_sentence(caught.value, str(tmp_path / "test"))
        assert ("broken.png" in str(caught.value)) == broken


class TestRefused:
    def refusal(self, folder: Path, **settings: Any) -> UserError:
        with pytest.raises(UserError) as caught:
            divided(read(folder, **settings), DataOptions())
        return caught.value

    def test_a_missing_folder(self, tmp_path: Path) -> None:
        error = self.refusal(tmp_path / "nowhere")
        assert_one_sentence(error, str(tmp_path / "nowhere"), "No such file", "Choose a folder")

    def test_a_missing_test_folder(self, folder: Path) -> None:
        error = self.refusal(folder, test_folder=str(folder / "nowhere"))
        assert_one_sentence(error, str(folder / "nowhere"), "No such file")

    def test_a_file_in_the_place_of_the_folder(self, folder: Path) -> None:
        file = folder / "ants" / "000.png"
        assert_one_sentence(self.refusal(file), str(file), "Choose a folder")

    def test_an_empty_folder(self, tmp_path: Path) -> None:
        assert_one_sentence(self.refusal(tmp_path), str(tmp_path), "no class folders")

    def test_pictures_without_class_folders(self, folder: Path) -> None:
        assert_one_sentence(self.refusal(folder / "ants"), "no class folders")

    def test_empty_class_folders(self, tmp_path: Path) -> None:
        for name in ("ants", "bees"):
            (tmp_path / name).mkdir()
        assert_one_sentence(self.refusal(tmp_path), str(tmp_path), "empty")

    def test_only_broken_pictures(self, tmp_path: Path) -> None:
        for name in ("ants", "bees"):
            (tmp_path / name).mkdir()
            (tmp_path / name / "broken.png").write_text("broken")
        error = self.refusal(tmp_path)
        assert_one_sentence(error, "None of the 2 files", "broken.png: it is no picture")

    def test_a_single_class(self, tmp_path: Path) -> None:
        write_class(tmp_path / "ants", 3)
        assert_one_sentence(self.refusal(tmp_path), "1 class", "ants", "at least 2")

    def test_a_second_class_of_broken_pictures_only(self, tmp_path: Path) -> None:
        write_class(tmp_path / "ants", 3)
        (tmp_path / "bees").mkdir()
        (tmp_path / "bees" / "broken.png").write_text("broken")
        assert_one_sentence(self.refusal(tmp_path), "1 class", "ants")

    def test_a_test_folder_that_equals_the_training_folder(self, folder: Path) -> None:
        error = self.refusal(folder, test_folder=str(folder))
        assert_one_sentence(error, "No training samples are left of 6")


class TestRealData:
    def test_ants_and_bees_are_read_and_the_placeholder_is_left_out(self, test_data: Path) -> None:
        raw = read(test_data / "hymenoptera_data", image_size=32)
        assert raw.classes == ("ants", "bees")
        assert Counter(classes(raw.train).tolist()) == {0: 89, 1: 81}
        assert raw.validation is not None
        assert Counter(classes(raw.validation).tolist()) == {0: 48, 1: 52}
        assert raw.test is None
        note = left_out_note(raw)
        assert "left out" in note
        assert "(1): " in note
        assert "imageNotFound.gif" in note

    def test_mixed_photographs_are_brought_to_64(self, test_data: Path) -> None:
        assert sizes(read(test_data / "hymenoptera_data" / "val")) == (3, 64, 64)

    def test_cifar_is_read_pixel_by_pixel(self, test_data: Path) -> None:
        raw = read(test_data / "cifar10-png-5k")
        assert raw.test is not None
        assert (len(raw.train), len(raw.test), len(raw.classes)) == (4_000, 1_000, 10)
        assert sizes(raw) == (3, 32, 32)
        assert raw.notes == ()
        # The first picture of CIFAR-10 is a frog, with this first pixel.
        frogs = pixels(raw.train)[classes(raw.train) == raw.classes.index("frog")]
        assert frogs[0, :, 0, 0].tolist() == [59, 62, 63]
