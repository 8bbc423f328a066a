"""Writing files so that a crash or a full disk leaves the old file whole."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from netstudio.core.translate import QT_TRANSLATE_NOOP, UserError


class NotWritten(UserError):
    """A file or a folder could not be written; another place may do."""


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary path beside ``path`` to write to; it becomes ``path`` when all went well.

    Where ``path`` is a link, the file that it leads to is replaced and the link stays.

    Raises:
        NotWritten: The file could not be written; ``path`` is as it was.
    """
    # Unlike Path.resolve, this does not fail on a circle of links, which is replaced itself.
    target = Path(os.path.realpath(path))
    # Short, so that it fits wherever the final name fits.
    temporary = target.with_name(f".{os.urandom(8).hex()}.tmp")
    try:
        # Whoever writes it, it keeps the old file's rights, or has those of the user's new files.
        temporary.touch()
        rights = (target if target.exists() else temporary).stat().st_mode
        yield temporary
        _flush_to_disk(temporary)
        temporary.chmod(stat.S_IMODE(rights))
        temporary.replace(target)
    except OSError as error:
        raise NotWritten(_remedy(error), path=path, reason=error.strerror or error) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Replace ``path`` by a UTF-8 file holding ``text``, in one step.

    Raises:
        UserError: The file could not be written; ``path`` is as it was.
    """
    try:
        encoded = text.encode()
    except UnicodeEncodeError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{path} could not be written: a name or a path in it holds {character}, which is "
                "no text. Rename it.",
            ),
            path=path,
            character=ascii(error.object[error.start]),
        ) from None
    with replacing(path) as temporary:
        temporary.write_bytes(encoded)


def _remedy(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return QT_TRANSLATE_NOOP(
            "netstudio",
            "{path} could not be written ({reason}). Free some space or choose another folder.",
        )
    return QT_TRANSLATE_NOOP(
        "netstudio", "{path} could not be written ({reason}). Choose another place for it."
    )


def _flush_to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
