"""What all layer types share."""

from __future__ import annotations

from netstudio.core.layer import Family


def test_each_family_has_a_name_of_its_own_for_people() -> None:
    labels = [family.label for family in Family]
    assert all(label.strip() for label in labels)
    assert len(set(labels)) == len(Family)
