"""Photographs that show the same thing from nearly the same place, such as a series of shots.

Two photographs are such shots where the signs of the lowest 64 cosine frequencies of their
thumbnails nearly agree (a perceptual hash, as Zauner, Implementation and benchmarking of perceptual
image hash functions, 2010), and where the thumbnails themselves agree once one of them is shifted
a little.

Small pictures (digits, icons) are never taken for shots of one thing, because a thumbnail is
nearly all of them: two sevens would be one thing. The same holds for pictures with hardly any
contrast, and where a great part of all pictures looks alike, as scans do.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Indices
from netstudio.engine.events import Preparing

Thumbnails = NDArray[np.uint8]

SIDE = 16
# Both sides of a photograph have at least so many pixels.
SMALLEST_PHOTOGRAPH = 96
# In grey levels, as a standard deviation.
_LEAST_CONTRAST = 6.0
# More shots of one thing than this, and than this share of all, are pictures that look alike.
_LONGEST_SERIES = 50
_LARGEST_SHARE = 0.02

_FREQUENCIES = 9  # 9 × 9, without the mean: the first 64 of the 80 that are left
_BITS = 64
# Measured on photographs: a camera moved by 5 % changes 9 bits (half of them) to 13 (9 of 10), and
# other pictures differ in 13 or more, usually in 32.
_MOST_DIFFERENT = 11
# Of 11 bits that differ, one of the four quarters of the hash has no more than two.
_BANDS = 4
_FLIPS = 2
_SHIFT = 2
_LEAST_AGREEMENT = 0.8
# How many pairs are compared at a time, and altogether: what looks alike everywhere ends early.
_AT_ONCE = 2**20
_MOST_COMPARED = 2**27
_MOST_CANDIDATES = 2**18


def is_photograph(width: int, height: int) -> bool:
    """Whether a picture is large enough to be told from all others by its thumbnail."""
    return min(width, height) >= SMALLEST_PHOTOGRAPH


def thumbnail(image: Image.Image) -> Thumbnails:
    """The picture in 16×16 grey levels."""
    # First to a size at which the conversion costs nothing.
    factor = max(1, min(image.size) // (4 * SIDE))
    reduced = image.reduce(factor) if image.mode in ("L", "RGB") else image
    return np.asarray(reduced.convert("L").resize((SIDE, SIDE), Image.Resampling.BOX))


def find_shots(thumbnails: Thumbnails) -> Job[Indices]:
    """Which photographs are shots of one thing.

    Args:
        thumbnails: Of all photographs, (N, 16, 16).

    Returns:
        A number for each: that of the first shot of the same thing.
    """
    levels = thumbnails.astype(np.float32)
    clear = np.flatnonzero(levels.reshape(len(levels), -1).std(axis=1) >= _LEAST_CONTRAST)
    levels = levels[clear]
    links: list[Indices] = []
    for done, pairs in _candidates(hashes(levels)):
        yield Preparing("compare pictures", done, 100)
        if len(pairs):
            links.append(pairs[_agree(levels, pairs)])
    groups = np.arange(len(thumbnails))
    if links:
        groups[clear] = clear[_joined(len(clear), np.concatenate(links))]
    return _without_crowds(groups)


def hashes(thumbnails: NDArray[np.float32]) -> NDArray[np.uint64]:
    """The signs of the lowest frequencies but the mean, 64 bits a thumbnail."""
    numbers = np.arange(SIDE)
    waves = np.cos(np.pi * numbers[:_FREQUENCIES, None] * (2 * numbers + 1) / (2 * SIDE))
    spectra = (waves @ thumbnails @ waves.T).reshape(len(thumbnails), _FREQUENCIES**2)
    bits = np.packbits(spectra[:, 1 : _BITS + 1] > 0, axis=1)
    return bits.view(np.uint64).ravel()


def _candidates(codes: NDArray[np.uint64]) -> Iterator[tuple[int, Indices]]:
    """Pairs with nearly equal hashes, and how much of the work is done in percent.

    Equal hashes are linked in a chain. Of others, two that differ in 11 bits at most differ in no
    more than two bits of some quarter, so that only those are looked at.
    """
    order = np.argsort(codes, kind="stable")
    equal = np.flatnonzero(codes[order][1:] == codes[order][:-1])
    yield 0, np.stack((order[equal], order[equal + 1]), axis=1)
    unique, first = np.unique(codes, return_index=True)
    flips = [
        sum(1 << bit for bit in bits)
        for count in range(_FLIPS + 1)
        for bits in combinations(range(_BITS // _BANDS), count)
    ]
    compared = found = 0
    # The likeliest first, in case it has to end early.
    for done, flip in enumerate(flips):
        for band in range(_BANDS):
            for left, right in _with_equal_band(unique, band, flip):
                compared += len(left)
                if compared > _MOST_COMPARED or found > _MOST_CANDIDATES:
                    return
                near = np.bitwise_count(unique[left] ^ unique[right]) <= _MOST_DIFFERENT
                found += int(near.sum())
                yield 100 * done // len(flips), first[np.stack((left[near], right[near]), axis=1)]


def _with_equal_band(
    codes: NDArray[np.uint64], band: int, flip: int
) -> Iterator[tuple[Indices, Indices]]:
    """Pairs of which a quarter of the hash is equal, once these of its bits are turned over."""
    values = ((codes >> np.uint64(16 * band)) & np.uint64(0xFFFF)).astype(np.int64)
    order = np.argsort(values, kind="stable")
    begins = np.searchsorted(values[order], np.arange(0x10001))
    wanted = values ^ flip
    starts, counts = begins[wanted], begins[wanted + 1] - begins[wanted]
    totals = np.cumsum(counts)
    at = 0
    while at < len(codes):
        before = totals[at - 1] if at else 0
        stop = max(at + 1, int(np.searchsorted(totals, before + _AT_ONCE, side="right")))
        left = np.repeat(np.arange(at, stop), counts[at:stop])
        within = np.arange(len(left)) - np.repeat(
            totals[at:stop] - counts[at:stop] - before, counts[at:stop]
        )
        right = order[np.repeat(starts[at:stop], counts[at:stop]) + within]
        once = left < right
        yield left[once], right[once]
        at = stop


def _agree(thumbs: NDArray[np.float32], pairs: Indices) -> NDArray[np.bool_]:
    """Of each pair, whether the thumbnails are alike where one is shifted by up to two pixels."""
    best = np.zeros(len(pairs), np.float32)
    inner = slice(_SHIFT, SIDE - _SHIFT)
    left = _standardised(thumbs[pairs[:, 0], inner, inner])
    for down in range(2 * _SHIFT + 1):
        for across in range(2 * _SHIFT + 1):
            window = thumbs[
                pairs[:, 1], down : down + SIDE - 2 * _SHIFT, across : across + SIDE - 2 * _SHIFT
            ]
            np.maximum(best, (left * _standardised(window)).sum(axis=1), out=best)
    return best >= _LEAST_AGREEMENT


def _standardised(windows: NDArray[np.float32]) -> NDArray[np.float32]:
    flat = windows.reshape(len(windows), -1)
    flat = flat - flat.mean(axis=1, keepdims=True)
    lengths = np.sqrt((flat**2).sum(axis=1, keepdims=True))
    standardised: NDArray[np.float32] = flat / np.maximum(lengths, 1e-6)
    return standardised


def _joined(count: int, links: Indices) -> Indices:
    """The smallest number that can be reached from each over links."""
    parents = list(range(count))

    def root(number: int) -> int:
        while parents[number] != number:
            parents[number] = number = parents[parents[number]]
        return number

    for left, right in links.tolist():
        low, high = sorted((root(left), root(right)))
        parents[high] = low
    return np.array([root(number) for number in range(count)], dtype=np.int64)


def _without_crowds(groups: Indices) -> Indices:
    """The groups, less those that are too large to be a series of shots."""
    most = max(_LONGEST_SERIES, int(_LARGEST_SHARE * len(groups)))
    crowded = np.bincount(groups, minlength=len(groups))[groups] > most
    return np.where(crowded, np.arange(len(groups)), groups)
