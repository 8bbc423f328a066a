"""Choosing which samples go into which part; only numbers of samples are moved here."""

from __future__ import annotations

import heapq
from dataclasses import dataclass

import numpy as np
import torch

from netstudio.engine.data.records import Indices, Records


@dataclass(frozen=True)
class Pool:
    """The samples of which parts are made.

    Attributes:
        units: Samples with the same number stay together, (N,).
        strata: Of samples with the same number, every part gets the same share, (N,).
        among: Which of them are still to be divided, in ascending order.
    """

    units: Indices
    strata: Indices
    among: Indices

    def without(self, cut: Indices) -> Pool:
        """What is left when these samples are taken out."""
        return Pool(self.units, self.strata, np.setdiff1d(self.among, cut))


def strata(records: Records) -> Indices:
    """What stratified parts keep in balance, (N,): the class, or the rarest label of a sample.

    Values and samples that are their own targets are all of one stratum.
    """
    targets = records.targets
    if targets is None:
        return np.zeros(len(records), dtype=np.int64)
    if not targets.is_floating_point():
        return targets.numpy()
    if not bool(((targets == 0) | (targets == 1)).all()):
        return np.zeros(len(records), dtype=np.int64)
    frequencies = targets.sum(0)
    none = torch.full((len(targets), 1), float(len(targets)))
    rarity = torch.where(targets > 0, frequencies, torch.inf)
    return torch.cat((rarity, none), 1).argmin(1).numpy()


def cut(pool: Pool, share: float, generator: np.random.Generator) -> Indices:
    """Choose a share of the samples, the same share of each stratum, units whole.

    Args:
        pool: The samples to choose from.
        share: Which part of them is wanted.
        generator: Where chance comes from.

    Returns:
        The chosen samples' numbers, in ascending order. Something of each stratum stays behind.
    """
    units = _Units.of(pool)
    is_chosen = np.zeros(len(units.lengths), dtype=np.bool_)
    strata = units.by_stratum()
    counts = np.array([units.lengths[numbers].sum() for numbers in strata], dtype=np.int64)
    for numbers, quota in zip(strata, quotas(counts, share), strict=True):
        offered = generator.permutation(numbers)
        is_chosen[offered[filling(units.lengths[offered], int(quota))]] = True
    return _giving_back(pool, pool.among[is_chosen[units.of_sample]])


def folds(pool: Pool, count: int, generator: np.random.Generator) -> Indices:
    """Deal all samples out into folds of about the same size, units whole, strata in balance.

    Returns:
        For each sample that is ``among`` the pool's, the number of its fold from 0.
    """
    units = _Units.of(pool)
    fold_of = np.zeros(len(units.lengths), dtype=np.int64)
    totals = [0] * count
    for numbers in units.by_stratum():
        offered = generator.permutation(numbers)
        # The largest first: the small ones level out what these leave uneven.
        offered = offered[np.argsort(-units.lengths[offered], kind="stable")]
        hands = [(0, total, fold) for fold, total in enumerate(totals)]
        heapq.heapify(hands)
        for number, length in zip(offered.tolist(), units.lengths[offered].tolist(), strict=True):
            dealt, total, fold = hands[0]
            fold_of[number] = fold
            heapq.heapreplace(hands, (dealt + length, total + length, fold))
        for _, total, fold in hands:
            totals[fold] = total
    return fold_of[units.of_sample]


def latest(order: Indices, share: float, overlap: int = 0) -> tuple[Indices, Indices]:
    """Divide samples that are in order of time into the earlier ones and the last share.

    Args:
        order: The samples, the earliest first.
        share: Which part of them is wanted.
        overlap: How many samples are left out between both.
    """
    count = min(round(len(order) * share), len(order) - 1)
    at = len(order) - count
    return before(order[:at], overlap if count else 0), order[at:]


def before(earlier: Indices, overlap: int) -> Indices:
    """All but the last samples, of which at least one stays."""
    return earlier[: max(1, len(earlier) - overlap)]


def time_folds(
    order: Indices, count: int, number: int, overlap: int = 0
) -> tuple[Indices, Indices]:
    """What is learned from and what is tested on in one fold of samples in order of time.

    The samples are cut into one block more than there are folds; each fold is tested on a block
    and learns from all before it.

    Args:
        order: The samples, the earliest first.
        count: How many folds there are.
        number: Which fold, from 0.
        overlap: How many samples are left out between both.
    """
    blocks = np.array_split(order, count + 1)
    return before(np.concatenate(blocks[: number + 1]), overlap), blocks[number + 1]


def quotas(counts: Indices, share: float) -> Indices:
    """How many samples of each stratum make up ``share`` of all, by largest remainder."""
    exact = counts * share
    wanted = np.floor(exact).astype(np.int64)
    missing = round(float(exact.sum())) - int(wanted.sum())
    wanted[np.argsort(wanted - exact, kind="stable")[:missing]] += 1
    return np.asarray(np.minimum(wanted, counts - 1))


def filling(lengths: Indices, quota: int) -> Indices:
    """Which units to take, one after the other, so that their samples come nearest to a quota.

    Args:
        lengths: How many samples each unit has, in the order in which they are offered.
        quota: How many samples are wanted.

    Returns:
        The places of those that are taken.
    """
    if (lengths == 1).all():
        return np.arange(min(quota, len(lengths)))
    taken, total = [], 0
    for at, length in enumerate(lengths.tolist()):
        # Taken where that brings the sum nearer to the quota than it is.
        if length < 2 * (quota - total):
            taken.append(at)
            total += length
    return np.array(taken, dtype=np.int64)


@dataclass(frozen=True)
class _Units:
    """The units among the samples of a pool, numbered as they are first met.

    Attributes:
        of_sample: The unit of each sample that is ``among`` the pool's.
        lengths: How many samples each unit has.
        stratum: The stratum that most of its samples have.
    """

    of_sample: Indices
    lengths: Indices
    stratum: Indices

    @classmethod
    def of(cls, pool: Pool) -> _Units:
        _, first, inverse, lengths = np.unique(
            pool.units[pool.among], return_index=True, return_inverse=True, return_counts=True
        )
        order = np.argsort(first)
        places = np.empty_like(order)
        places[order] = np.arange(len(order))
        of_sample, strata = places[inverse.ravel()], pool.strata[pool.among]
        stratum = strata[first[order]]
        if len(order) < len(strata):
            stratum = _most_frequent(of_sample, strata)
        return cls(of_sample, lengths[order], stratum)

    def by_stratum(self) -> list[Indices]:
        """The numbers of the units of each stratum."""
        return [np.flatnonzero(self.stratum == number) for number in np.unique(self.stratum)]


def _most_frequent(of_sample: Indices, strata: Indices) -> Indices:
    """The stratum that most samples of each unit have; the smallest where several are."""
    base = int(strata.max()) + 1
    pairs, counts = np.unique(of_sample * base + strata, return_counts=True)
    units, numbers = np.divmod(pairs, base)
    order = np.lexsort((numbers, -counts, units))
    _, first = np.unique(units[order], return_index=True)
    return np.asarray(numbers[order][first])


def _giving_back(pool: Pool, chosen: Indices) -> Indices:
    """The cut, less one unit of each stratum that would be gone: units may hold several strata."""
    of_rest = pool.strata[np.setdiff1d(pool.among, chosen)]
    for number in np.setdiff1d(pool.strata[pool.among], of_rest).tolist():
        # None where a unit that was given back for another stratum held this one, too.
        for returned in pool.units[chosen[pool.strata[chosen] == number][:1]].tolist():
            chosen = chosen[pool.units[chosen] != returned]
    return chosen
