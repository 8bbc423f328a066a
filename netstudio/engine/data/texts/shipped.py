"""The texts that come with the product."""

from __future__ import annotations

from netstudio import paths
from netstudio.engine.data.job import Job
from netstudio.engine.data.reading import Reading
from netstudio.engine.data.records import RawData
from netstudio.engine.data.tables.sheet import read_sheet
from netstudio.engine.data.texts.tables import read_texts


def read_sms_spam(reading: Reading) -> Job[RawData]:
    """Short messages, wanted or not."""
    sheet = yield from read_sheet(paths.resources() / "datasets/sms_spam/sms_spam.csv", "yes")
    raw = yield from read_texts(sheet, ("text",), "label")
    return raw
