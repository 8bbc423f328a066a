"""How much an archive may become before it counts as a trap."""

from __future__ import annotations

from pathlib import Path

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError

# Pictures and sound hardly shrink and tables to a tenth; bombs grow a thousandfold.
_MOST_GROWTH = 200
_ALWAYS_ALLOWED = 200 * 2**20
_MOST_MEMBERS = 2_000_000
# What is left free on the disk.
_KEPT_FREE = 500 * 2**20


class Budget:
    """Counts what is unpacked, and refuses too much of it.

    Args:
        archive: What is unpacked, for the message.
        packed: Its size in bytes.
        free: How many bytes are free where it is unpacked.
    """

    def __init__(self, archive: Path, packed: int, free: int) -> None:
        self._archive = archive
        self._by_growth = max(_ALWAYS_ALLOWED, _MOST_GROWTH * packed)
        self._by_disk = max(0, free - _KEPT_FREE)
        self._taken = 0
        self._members = 0

    def require(self, size: int) -> None:
        """Make sure that so many bytes in all may be written.

        Raises:
            UserError: They may not.
        """
        if size > self._by_growth:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{archive} would become more than {times} times as large when unpacked, as "
                    "archives do that are made to fill a disk. If you trust it, unpack it yourself "
                    "and choose the folder.",
                ),
                archive=self._archive,
                times=_MOST_GROWTH,
            )
        if size > self._by_disk:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{archive} does not fit on the disk when it is unpacked. Free some space, or "
                    "keep the data in another folder.",
                ),
                archive=self._archive,
            )

    def take(self, size: int) -> None:
        """Count some bytes that are about to be written.

        Raises:
            UserError: They are too many.
        """
        self._taken += size
        self.require(self._taken)

    def count(self) -> None:
        """Count a file or folder.

        Raises:
            UserError: There are too many.
        """
        self._members += 1
        if self._members > _MOST_MEMBERS:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "netstudio",
                    "{archive} holds more than {count} files. Unpack it yourself and choose the "
                    "folder.",
                ),
                archive=self._archive,
                count=_MOST_MEMBERS,
            )
