"""Points in the plane: shapes, clicked points, and what the network receives."""

from __future__ import annotations

import json

import pytest
import torch
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier

from netstudio.core.translate import UserError
from netstudio.engine.data.job import finish
from netstudio.engine.data.points.inputs import Points
from netstudio.engine.data.points.preprocessing import PointPreprocessing
from netstudio.engine.data.points.shapes import draw
from netstudio.engine.data.points.sources import read_clicked_points
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import Records
from netstudio.tasks.points import PointClassification
from netstudio.tasks.preparation.points import PointPreparation
from netstudio.tasks.sources.points import (
    REACH,
    Blobs,
    Circles,
    ClickedPoints,
    DrawnPoints,
    Moons,
    Spirals,
    Xor,
)

SHAPES = (Moons(), Circles(), Spirals(), Spirals(arms=4), Xor(), Blobs(), Blobs(heaps=5))


@pytest.mark.parametrize("source", SHAPES, ids=repr)
def test_classes_are_as_frequent_and_near_neighbours_alike(source: DrawnPoints) -> None:
    places, labels = draw(source)
    assert places.shape == (400, 2)
    counts = torch.from_numpy(labels).bincount()
    assert counts.max() - counts.min() <= 1
    neighbours = KNeighborsClassifier(5).fit(places[:300], labels[:300])
    assert neighbours.score(places[300:], labels[300:]) >= 0.8


@pytest.mark.parametrize("source", SHAPES, ids=repr)
def test_without_noise_points_fill_the_reach_and_stay_within(source: DrawnPoints) -> None:
    places, _ = draw(type(source)(noise=0.0))
    assert 0.7 * REACH < abs(places).max() < 1.3 * REACH


def test_equal_seeds_give_equal_points_and_others_do_not() -> None:
    first, again, other = (draw(Moons(seed=seed))[0] for seed in (1, 1, 2))
    assert (first == again).all()
    assert not (first == other).any()


def test_more_noise_throws_points_further() -> None:
    spread = [draw(Blobs(noise=noise))[0].std() for noise in (0.0, 0.3, 1.0)]
    assert spread == sorted(spread)


def test_a_straight_line_parts_heaps_and_nothing_else() -> None:
    scores = {}
    for source in (Blobs(heaps=2, noise=0.0), Xor(noise=0.0), Circles(noise=0.0)):
        places, labels = draw(source)
        scores[source.type] = LogisticRegression().fit(places, labels).score(places, labels)
    assert scores["blobs"] == 1.0
    assert max(scores["xor"], scores["circles"]) < 0.7


def test_clicked_points_keep_their_letters() -> None:
    source = ClickedPoints(points=((1.0, 2.0, 0), (3.0, -4.0, 2), (0.0, 0.0, 2)))
    raw = finish(read_clicked_points(Reading(source, PointClassification())))
    assert raw.classes == ("A", "C")
    assert raw.train.targets is not None
    assert raw.train.targets.tolist() == [0, 1, 1]
    assert isinstance(raw.train.inputs, Points)
    assert raw.train.inputs.places.tolist() == [[1, 2], [3, -4], [0, 0]]


@pytest.mark.parametrize("points", [(), ((1.0, 2.0, 0), (3.0, 4.0, 0))])
def test_points_of_one_class_are_too_few(points: tuple[tuple[float, float, int], ...]) -> None:
    with pytest.raises(UserError, match="at least 2 are needed"):
        finish(read_clicked_points(Reading(ClickedPoints(points=points), PointClassification())))


def records() -> Records:
    return Records(Points(torch.tensor([[0.0, 2.0], [4.0, 2.0]])), None)


def test_points_are_brought_to_mean_0_and_deviation_1() -> None:
    preprocessing = finish(PointPreprocessing.fit(records(), PointPreparation()))
    stored = finish(preprocessing.encode(records().inputs))
    assert preprocessing.on(torch.device("cpu"))(stored).tolist() == [[-1, 0], [1, 0]]
    plain = finish(PointPreprocessing.fit(records(), PointPreparation(scaling="none")))
    assert plain.on(torch.device("cpu"))(stored).tolist() == [[0, 2], [4, 2]]


def test_a_point_is_read_as_a_pair_or_a_text() -> None:
    for given in ((1, -2.5), [1.0, -2.5], "1, -2.5", torch.tensor([1.0, -2.5])):
        assert PointPreprocessing().read(given).tolist() == [1.0, -2.5]


@pytest.mark.parametrize("given", ["1", "a, b", (1, 2, 3), (1, float("nan")), None, 5])
def test_what_is_no_point_is_refused_in_one_sentence(given: object) -> None:
    with pytest.raises(UserError, match="Input 2 cannot be read as a point"):
        PointPreprocessing().read(given, 2)


def test_a_model_file_gives_the_scale_back() -> None:
    preprocessing = PointPreprocessing((1.0, 2.0), (0.5, 3.0))
    raw = json.loads(json.dumps(preprocessing.as_json()))
    assert PointPreprocessing.from_json(raw) == preprocessing
    for damaged in ({}, {**raw, "std": [0, 1]}, {**raw, "mean": [1]}, {**raw, "mean": ["a", 1]}):
        with pytest.raises(ValueError, match=r"\w"):
            PointPreprocessing.from_json(damaged)
