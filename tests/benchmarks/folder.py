"""A large folder of small JPEGs: how long it takes to read, and what training on it costs.

Run ``python -m tests.benchmarks.folder FOLDER`` with the folder to make (100,000 pictures in ten
classes unless it is there). Prints the seconds for listing, decoding and loading again, the images
a second of training epochs from the disk and from memory, and the largest memory of the process.
"""

from __future__ import annotations

import argparse
import os
import resource
import time
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from netstudio.engine.data.dataset import Samples
from netstudio.engine.data.images.folder import read_image_folder
from netstudio.engine.data.images.inputs import Pictures
from netstudio.engine.data.images.preprocessing import ImagePreprocessing
from netstudio.engine.data.job import finish
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import Records
from netstudio.engine.data.storage.batches import BatchedSamples, batch_sizes
from netstudio.engine.data.storage.finishing import Plain
from netstudio.engine.data.storage.memory import batched
from netstudio.tasks.images import ImageClassification
from netstudio.tasks.preparation.images import ImagePreparation
from netstudio.tasks.sources import ImageFolder

CLASSES = 10
BATCH = 32


def make(folder: Path, count: int) -> None:
    """Soft blots of 64×64 pixels, a little darker in one channel for each class."""
    chance = np.random.default_rng(0)
    for number in range(CLASSES):
        (folder / f"class{number}").mkdir(parents=True)
    for number in range(count):
        blots = chance.integers(0, 256, (5, 5, 3), np.uint8)
        blots[..., number % 3] //= 2
        image = Image.fromarray(blots).resize((64, 64), Image.Resampling.BICUBIC)
        image.save(folder / f"class{number % CLASSES}" / f"{number:06}.jpg", quality=85)


def small_cnn() -> torch.nn.Module:
    nn = torch.nn
    return nn.Sequential(
        nn.Conv2d(3, 16, 3, stride=2),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(16, 32, 3),
        nn.ReLU(),
        nn.AdaptiveAvgPool2d(1),
        nn.Flatten(),
        nn.Linear(32, CLASSES),
    ).to(memory_format=torch.channels_last)


def read(folder: Path, keep: str) -> tuple[Records, float]:
    begun, worked = time.perf_counter(), time.process_time()
    source = ImageFolder(folder=str(folder), image_size=64, color="rgb", keep=keep)
    raw = finish(read_image_folder(Reading(source, ImageClassification())))
    print(f"{time.process_time() - worked:.1f} s of work, ", end="")
    return raw.train, time.perf_counter() - begun


def epoch(
    samples: BatchedSamples, finished: Plain, number: int, is_learning: bool
) -> tuple[float, float]:
    """Images a second, and a second of work of all cores, of an epoch.

    A small network learns, or the pictures are only read.
    """
    module = small_cnn()
    optimizer = torch.optim.Adam(module.parameters(), fused=True)
    loss = torch.nn.CrossEntropyLoss()
    sizes = batch_sizes(len(samples), BATCH, join_single=False)
    begun, worked = time.perf_counter(), time.process_time()
    for chunk in samples.shuffled(finished, samples.order(0, number), sizes):
        for inputs, targets in chunk:
            if is_learning:
                optimizer.zero_grad()
                loss(module(inputs), targets).backward()
                optimizer.step()
    count = len(samples)
    return count / (time.perf_counter() - begun), count / (time.process_time() - worked)


def peak() -> float:
    """The largest memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--keep", default="auto")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--only-read", action="store_true", help="leave out the learning")
    chosen = parser.parse_args()
    if not chosen.folder.is_dir():
        make(chosen.folder, chosen.count)
    print(f"start: {peak():.0f} MB")
    for attempt in ("first", "second"):
        records, seconds = read(chosen.folder, chosen.keep)
        print(f"{attempt} reading of {len(records):,} pictures: {seconds:.1f} s, {peak():.0f} MB")
    assert isinstance(records.inputs, Pictures)
    assert records.targets is not None
    preprocessing = finish(ImagePreprocessing.fit(records, ImagePreparation()))
    print(f"mean and standard deviation: {peak():.0f} MB")
    samples = Samples(records.inputs.pixels, records.targets)
    finished = Plain(preprocessing.on(torch.device("cpu"), channels_last=True))
    on_device = batched(samples, torch.device("cpu"), channels_last=True)
    print(type(on_device).__name__, f"{os.cpu_count()} cores, {torch.get_num_threads()} threads")
    for number in range(1, chosen.epochs + 1):
        rate, by_work = epoch(on_device, finished, number, not chosen.only_read)
        print(f"epoch {number}: {rate:,.0f} images/s ({by_work:,.0f} by work), {peak():.0f} MB")


if __name__ == "__main__":
    main()
