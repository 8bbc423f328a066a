"""Augmentation of whole batches against torchvision's transforms, sample by sample.

    python -m tests.benchmarks.augmentation [--device cpu] [--seconds 0.5]

Prints pictures a second of one thread; on the CPU by its own time, so that other programs disturb
little. torchvision's are what a worker of a ``DataLoader`` would do.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence

import torch
from torch import Tensor
from torchvision.transforms import v2

from netstudio.core.spec import IMAGE, TensorSpec
from netstudio.engine.data.augmentation.pipeline import Pipeline
from netstudio.engine.data.images.preprocessing import ImagePreprocessing
from netstudio.tasks.augmentations import AUGMENTATIONS
from netstudio.tasks.content import Content

CHAINS = (
    (),
    ("flip", "crop"),
    ("flip", "rotate"),
    ("flip", "resized_crop", "colour_jitter", "erasing"),
    ("blur",),
    ("trivial_augment",),
    ("rand_augment",),
    ("auto_augment",),
    ("mix_up",),
    ("cut_mix",),
)
SIZES = ((32, 32), (32, 128), (224, 32), (224, 128))
MEAN, STD = (0.5,) * 3, (0.2,) * 3


def theirs(side: int) -> dict[str, Callable[[Tensor], Tensor]]:
    """torchvision's transforms, those on floats among them."""
    return {
        "flip": v2.RandomHorizontalFlip(),
        "crop": v2.RandomCrop(side, padding=4),
        "rotate": v2.RandomRotation(15, interpolation=v2.InterpolationMode.BILINEAR),
        "resized_crop": v2.RandomResizedCrop(side, (0.5, 1.0), antialias=False),
        "colour_jitter": v2.ColorJitter(0.2, 0.2, 0.2, 0.05),
        "erasing": v2.RandomErasing(),
        "blur": v2.GaussianBlur(9, (0.1, 1.5)),
        "trivial_augment": v2.TrivialAugmentWide(),
        "rand_augment": v2.RandAugment(),
        "auto_augment": v2.AutoAugment(),
    }


def rate(work: Callable[[], int], seconds: float, device: torch.device) -> float:
    """How many pictures a second ``work`` handles, which tells how many it has handled."""
    clock = time.process_time if device.type == "cpu" else time.perf_counter
    for _ in range(3):
        work()
    _wait(device)
    start, done = clock(), 0
    while clock() - start < seconds or not done:
        done += work()
    _wait(device)
    return done / (clock() - start)


def batch_by_batch(
    names: Sequence[str], side: int, batch_size: int, device: torch.device
) -> Callable[[], int]:
    """One batch through our pipeline."""
    spec = TensorSpec(IMAGE, (3, side, side))
    preprocess = ImagePreprocessing(spec, MEAN, STD).on(device, channels_last=True)
    steps = [AUGMENTATIONS[name]() for name in names]
    pipeline = Pipeline.build(steps, Content.IMAGES, preprocess, classes=10)
    shape = (batch_size, side, side, 3)
    stored = torch.randint(256, shape, dtype=torch.uint8, device=device).permute(0, 3, 1, 2)
    classes = torch.arange(batch_size, device=device) % 10
    draw = torch.Generator(device).manual_seed(0)

    def work() -> int:
        pipeline(stored, classes, draw)
        return batch_size

    return work


def one_by_one(names: Sequence[str], side: int, batch_size: int) -> Callable[[], int] | None:
    """One batch through torchvision's transforms; None where it has none for samples."""
    known = theirs(side)
    if not set(names) <= set(known):
        return None
    before = [known[name] for name in names if name != "erasing"]
    after = [known[name] for name in names if name == "erasing"]
    to_float = [v2.ToDtype(torch.float32, scale=True), v2.Normalize(MEAN, STD)]
    transform = v2.Compose([*before, *to_float, *after])
    stored = torch.randint(256, (batch_size, 3, side, side), dtype=torch.uint8)

    def work() -> int:
        torch.stack([transform(picture) for picture in stored])
        return batch_size

    return work


def _wait(device: torch.device) -> None:
    if device.type == "cuda":
        torch.cuda.synchronize(device)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--seconds", type=float, default=0.5)
    arguments = parser.parse_args()
    device = torch.device(arguments.device)
    torch.set_num_threads(1)
    for side, batch_size in SIZES:
        for names in CHAINS:
            ours = rate(batch_by_batch(names, side, batch_size, device), arguments.seconds, device)
            other = one_by_one(names, side, batch_size) if device.type == "cpu" else None
            line = (
                f"{side:3} px, batch {batch_size:3}, {' + '.join(names) or 'none':46} {ours:9,.0f}"
            )
            if other is not None:
                reference = rate(other, arguments.seconds, device)
                line += f"   torchvision {reference:8,.0f}   × {ours / reference:.1f}"
            print(line, flush=True)


if __name__ == "__main__":
    main()
