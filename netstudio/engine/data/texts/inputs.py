"""Texts as records hold them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from netstudio.engine.data.job import Job
from netstudio.engine.data.records import Indices
from netstudio.engine.events import Preparing

_HASHED_AT_ONCE = 2_048


@dataclass(frozen=True)
class Texts:
    """Texts as people wrote them."""

    texts: Sequence[str]

    def __len__(self) -> int:
        return len(self.texts)

    def select(self, index: Indices) -> Texts:
        return Texts([self.texts[at] for at in index.tolist()])

    def keys(self) -> Job[list[bytes]]:
        """A hash of each text, whatever blanks stand in and around it."""
        found: list[bytes] = []
        for text in self.texts:
            if len(found) % _HASHED_AT_ONCE == 0:
                yield Preparing("compare", len(found), len(self))
            content = " ".join(text.split()).encode("utf-8", "surrogatepass")
            found.append(blake2b(content, digest_size=16).digest())
        yield Preparing("compare", len(self), len(self))
        return found
