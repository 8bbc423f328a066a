"""scikit-learn's small digits."""

from __future__ import annotations

import torch

from netstudio.engine.data.images.inputs import Pictures
from netstudio.engine.data.job import Job
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import RawData, Records
from netstudio.engine.events import Preparing


def read_digits(reading: Reading) -> Job[RawData]:
    """1,797 digits of 8×8 pixels with 17 grey levels, stretched to 0…255."""
    # Imported here, so that other data need no scikit-learn.
    from sklearn.datasets import load_digits

    yield Preparing("read", 0, 1)
    bunch = load_digits()
    images = torch.from_numpy(bunch.images).mul(255 / 16).round().to(torch.uint8)
    targets = torch.from_numpy(bunch.target).long()
    yield Preparing("read", 1, 1)
    return RawData(
        train=Records(Pictures(images.unsqueeze(1)), targets),
        classes=tuple(str(name) for name in bunch.target_names),
    )
