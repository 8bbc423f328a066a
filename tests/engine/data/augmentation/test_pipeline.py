"""Augmentation around preprocessing, and through the real trainer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import Tensor

from netstudio.core.project import Project, Selected
from netstudio.core.spec import IMAGE, TensorSpec
from netstudio.core.values import Fields
from netstudio.engine import events
from netstudio.engine.data.augmentation import pipeline
from netstudio.engine.data.augmentation.pipeline import Pipeline
from netstudio.engine.data.images.preprocessing import ImagePreprocessing
from netstudio.tasks.augmentations import AUGMENTATIONS, augmentations_for
from netstudio.tasks.content import Content
from netstudio.tasks.task import TASKS
from netstudio.tasks.templates import project_from_template
from tests.engine.data.augmentation.batches import chance
from tests.engine.training.runs import (
    StopAtBatch,
    digits_project,
    identical,
    last_weights,
    only_run,
    run,
)

DEVICE = torch.device("cpu")
PREPROCESSING = ImagePreprocessing(TensorSpec(IMAGE, (3, 8, 8)), (0.2, 0.4, 0.6), (0.1, 0.3, 0.5))


def _pipeline(*steps: Selected, classes: int = 4, content: Content = Content.IMAGES) -> Pipeline:
    preprocess = PREPROCESSING.on(DEVICE)
    if content is not Content.IMAGES:
        preprocess = torch.clone
    made = [AUGMENTATIONS.make(each.type, each.fields) for each in steps]
    return Pipeline.build(made, content, preprocess, classes)


def _pictures(count: int = 32) -> Tensor:
    return torch.randint(256, (count, 3, 8, 8), generator=chance(), dtype=torch.uint8)


def _classes(count: int = 32) -> Tensor:
    return torch.arange(count) % 4


@pytest.mark.parametrize("layout", [torch.contiguous_format, torch.channels_last])
def test_flipped_pictures_are_standardised_and_keep_their_memory_format(
    layout: torch.memory_format,
) -> None:
    flips = Selected("flip", Fields(share=1.0))
    pictures = _pictures().contiguous(memory_format=layout)
    inputs, targets = _pipeline(flips)(pictures, _classes(), chance())
    expected = PREPROCESSING.on(DEVICE)(_pictures().flip(-1))

    assert torch.allclose(inputs, expected, atol=1e-5)
    assert inputs.is_contiguous(memory_format=layout)
    assert torch.equal(targets, _classes())


def test_without_a_step_before_it_bytes_go_straight_to_the_preprocessing() -> None:
    erasing = Selected("erasing", Fields(share=1.0))
    inputs, _ = _pipeline(erasing)(_pictures(), _classes(), chance())
    plain = PREPROCESSING.on(DEVICE)(_pictures())
    covered = (inputs == 0).all(1, keepdim=True).expand_as(inputs)

    assert covered.any()
    assert torch.equal(inputs[~covered], plain[~covered])


def test_large_batches_are_varied_in_blocks_each_sample_by_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pipeline, "_BLOCK_NUMBERS", 5 * 3 * 8 * 8)
    same = _pictures(1).expand(32, 3, 8, 8).contiguous(memory_format=torch.channels_last)
    inputs, _ = _pipeline(Selected("rotate"))(same, _classes(), chance())

    assert inputs.shape == (32, 3, 8, 8)
    assert inputs.is_contiguous(memory_format=torch.channels_last)
    assert len({tuple(each.flatten().tolist()) for each in inputs}) == 32


def test_steps_that_only_move_pixels_do_so_on_bytes_and_others_in_their_order() -> None:
    steps = [Selected("flip"), Selected("crop"), Selected("blur"), Selected("flip")]
    made = _pipeline(*steps)

    assert [type(step).__name__ for step in made.moving] == ["Flip", "Crop"]
    assert [type(step).__name__ for step in made.before] == ["Blur", "Flip"]


def test_where_samples_are_mixed_class_numbers_become_shares_of_all_classes() -> None:
    mix = _pipeline(Selected("mix_up", Fields(alpha=1.0)))
    _, shares = mix(_pictures(), _classes(), chance())
    labels = torch.zeros(32, 6)
    _, mixed = mix(_pictures(), labels, chance())

    assert shares.shape == (32, 4)
    assert torch.allclose(shares.sum(1), torch.ones(32))
    assert torch.equal(mixed, labels)


def test_waveforms_are_on_their_natural_scale_and_ids_stay_whole_numbers() -> None:
    waves = torch.full((4, 100), 16_384, dtype=torch.int16)
    gain = Selected("gain", Fields(decibels=0.0))
    louder, _ = _pipeline(gain, content=Content.SOUNDS)(waves, _classes(4), chance())
    dropout = Selected("token_dropout")
    ids, _ = _pipeline(dropout, content=Content.TEXTS)(waves, _classes(4), chance())

    assert torch.equal(louder, torch.full((4, 100), 0.5))
    assert ids.dtype == torch.int16


def _augmented(project: Project) -> Project:
    steps = (
        Selected("crop", Fields(padding=1)),
        Selected("rotate"),
        Selected("trivial_augment"),
        Selected("erasing"),
        Selected("mix_up"),
    )
    return replace(project, data=replace(project.data, augmentation=steps))


@pytest.mark.parametrize("checks", [13, 20, 40])
def test_an_augmented_run_that_is_resumed_ends_with_the_same_weights(
    checks: int, tmp_path: Path
) -> None:
    project = _augmented(digits_project(epochs=2, batch_size=100))
    run(project, tmp_path / "whole")
    run(project, tmp_path / "stopped", StopAtBatch(checks))
    folder = only_run(tmp_path / "stopped")
    resumed = run(folder.project(), tmp_path, resume=folder)

    assert isinstance(resumed[-1], events.Finished)
    assert identical(last_weights(folder), last_weights(only_run(tmp_path / "whole")))


def test_only_the_training_part_is_augmented(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = []
    varied = Pipeline.__call__

    def counted(
        self: Pipeline, stored: Tensor, targets: Tensor, draw: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        sizes.append(len(stored))
        return varied(self, stored, targets, draw)

    monkeypatch.setattr(pipeline.Pipeline, "__call__", counted)
    stream = run(_augmented(digits_project(epochs=2)), tmp_path)
    (started,) = (event for event in stream if isinstance(event, events.Started))

    assert isinstance(stream[-1], events.Finished)
    assert sum(sizes) == 2 * started.train_samples
    assert started.validation_samples > 0


def test_evaluation_of_an_augmented_run_is_that_of_plain_samples(tmp_path: Path) -> None:
    plain = digits_project(epochs=1)
    noisy = replace(
        plain,
        data=replace(plain.data, augmentation=(Selected("erasing", Fields(share=0.0)),)),
    )
    first, second = run(plain, tmp_path / "plain")[-1], run(noisy, tmp_path / "noisy")[-1]

    assert isinstance(first, events.Finished)
    assert isinstance(second, events.Finished)
    assert first.test == second.test


@pytest.mark.parametrize("loss", ["cross_entropy", "binary_cross_entropy", "mean_squared_error"])
def test_every_loss_of_classes_takes_mixed_targets(loss: str, tmp_path: Path) -> None:
    project = _augmented(digits_project(epochs=1))
    project = replace(project, training=replace(project.training, loss=Selected(loss)))
    stream = run(project, tmp_path)

    assert isinstance(stream[-1], events.Finished)
    assert stream[-1].test is not None
    assert stream[-1].test.metrics["accuracy"] > 0.15


@pytest.mark.parametrize(
    "template",
    [
        "digits-mlp",
        "autoencoder-mlp",
        "text-cnn",
        "spoken-digits-cnn",
        "sequence-cnn",
        "forecast-gru",
        "tabular-mlp",
        "playground",
    ],
)
def test_all_steps_together_train_on_samples_of_every_kind(template: str, tmp_path: Path) -> None:
    project = project_from_template(template, "test")
    task = TASKS[project.task.type]
    steps = tuple(Selected(step.type) for step in augmentations_for(task.content, task.aim))
    data = replace(
        project.data,
        augmentation=steps,
        options=project.data.options.replace(use_samples=100),
    )
    options = project.training.options.replace(epochs=1)
    training = replace(project.training, options=options)
    last = run(replace(project, data=data, training=training), tmp_path)[-1]

    assert steps
    assert isinstance(last, events.Finished), last
