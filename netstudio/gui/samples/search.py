"""Finding samples by words, class and part; in the background."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netstudio.gui.kinds.contract import Place
from netstudio.gui.kinds.parts import Part
from netstudio.gui.samples.collection import Collection

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from netstudio.engine.data.records import Records
    from netstudio.engine.events import Preparing

_TOGETHER = 200


@dataclass(frozen=True)
class Query:
    """Which samples are wanted.

    Attributes:
        words: What their texts, classes and origins contain, in any order; "" for anything.
        class_number: Their class, or one of their labels; None for any.
        part: The part they belong to; None for any.
    """

    words: str = ""
    class_number: int | None = None
    part: Part | None = None


class Finder:
    """Finds samples of a collection; what it has read once it remembers."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._texts: list[str] = []

    def find(self, query: Query) -> Generator[Preparing, None, NDArray[np.int64]]:
        """The numbers of the samples that are wanted, in ascending order; a job."""
        import numpy as np

        found = np.flatnonzero(self._suits(query)).astype(np.int64)
        wanted = query.words.casefold().split()
        if not wanted:
            return found
        yield from self._read_all()
        kept = [at for at in found.tolist() if all(word in self._texts[at] for word in wanted)]
        return np.array(kept, dtype=np.int64)

    def _suits(self, query: Query) -> NDArray[np.bool_]:
        """Whether each sample has the class and the part that are wanted."""
        import numpy as np

        masks = []
        for part, records in zip(Part, self._collection.dataset.records.parts, strict=True):
            if query.part not in (None, part):
                masks.append(np.zeros(len(records), dtype=np.bool_))
            else:
                masks.append(_of_class(records, query.class_number))
        return np.concatenate(masks)

    def _read_all(self) -> Generator[Preparing, None, None]:
        """Read the texts in which words are looked for, going on where it was left off."""
        from netstudio.engine.events import Preparing

        collection = self._collection
        while len(self._texts) < len(collection):
            if len(self._texts) % _TOGETHER == 0:
                yield Preparing("search", len(self._texts), len(collection))
            self._texts.append(self._text(collection.place(len(self._texts))))

    def _text(self, place: Place) -> str:
        collection = self._collection
        records = place.records(collection.dataset)
        own = collection.view.words(records, place.number)
        told = (collection.answer(place), collection.origin(place), own)
        return "\n".join(text for text in told if text).casefold()


def _of_class(records: Records, number: int | None) -> NDArray[np.bool_]:
    import numpy as np

    if number is None or records.targets is None:
        return np.ones(len(records), dtype=np.bool_)
    targets = records.targets
    mask = targets == number if targets.dim() == 1 else targets[:, number] > 0.5
    return np.asarray(mask, dtype=np.bool_)
