"""The user's own blocks: layers that are kept under a name, one file each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from netstudio.core.files import dumps, read_project
from netstudio.core.project import DataChoice, Project, Selected, TrainingChoice
from netstudio.core.safe_write import write_text
from netstudio.core.translate import QT_TRANSLATE_NOOP, Message, UserError, message, shorten
from netstudio.core.tree import Node, Stack

SUFFIX = ".netstudio-block"

_LONGEST_NAME = 60
_NO_FILE_NAME = re.compile(r'[\x00-\x1f<>:"/\\|?*]')

# A block's file is a project's file that holds nothing but a network.
_NOTHING = Selected("block")


@dataclass(frozen=True)
class Block:
    """A layer, mostly a container, that is kept for other networks.

    Attributes:
        name: What the user calls it.
        file: Where it is kept.
    """

    name: str
    file: Path

    def node(self) -> Node:
        """The layer, as it was saved.

        Raises:
            UserError: The file cannot be read or holds no layer.
        """
        nodes = read_project(self.file).network.nodes
        if not nodes:
            raise UserError(
                QT_TRANSLATE_NOOP("netstudio", "{path} holds no layer. Save the block again."),
                path=self.file,
            )
        return nodes[0]


def blocks_in(folder: Path) -> tuple[Block, ...]:
    """The blocks that are kept in a folder, by name; none where there is no such folder."""
    try:
        files = [file for file in folder.iterdir() if file.suffix == SUFFIX]
    except OSError:
        return ()
    blocks = (Block(file.stem, file) for file in files)
    return tuple(sorted(blocks, key=lambda block: block.name.casefold()))


def objection(folder: Path, name: str) -> Message | None:
    """Why a new block cannot be called so; None where it can."""
    if not name or _NO_FILE_NAME.search(name) or name.startswith(".") or name.endswith((".", " ")):
        return message(
            QT_TRANSLATE_NOOP(
                "netstudio",
                "{name} cannot name a block. Use letters, digits, spaces and hyphens.",
            ),
            name=shorten(repr(name)),
        )
    if len(name) > _LONGEST_NAME:
        return message(
            QT_TRANSLATE_NOOP("netstudio", "A block's name has {count} characters at most."),
            count=_LONGEST_NAME,
        )
    if any(block.name.casefold() == name.casefold() for block in blocks_in(folder)):
        return message(
            QT_TRANSLATE_NOOP(
                "netstudio", "Another block is called {name}. Choose a name that none has."
            ),
            name=shorten(name),
        )
    return None


def save_block(folder: Path, name: str, node: Node) -> Block:
    """Keep a layer, with all it holds, under a name.

    Raises:
        UserError: The name cannot be, or the file cannot be written.
    """
    _require_name(folder, name)
    block = Block(name, folder / f"{name}{SUFFIX}")
    project = Project(
        name=name,
        task=_NOTHING,
        data=DataChoice(_NOTHING),
        training=TrainingChoice(_NOTHING, _NOTHING),
        network=Stack((node,)),
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from error
    write_text(block.file, dumps(project))
    return block


def rename_block(block: Block, name: str) -> Block:
    """Give a block another name.

    Raises:
        UserError: The name cannot be, or the file cannot be renamed.
    """
    folder = block.file.parent
    if name.casefold() != block.name.casefold():
        _require_name(folder, name)
    file = folder / f"{name}{SUFFIX}"
    try:
        block.file.rename(file)
    except OSError as error:
        raise _unwritable(block.file, error) from error
    return replace(block, name=name, file=file)


def delete_block(block: Block) -> None:
    """Forget a block; networks that have it already keep their layers.

    Raises:
        UserError: The file cannot be deleted.
    """
    try:
        block.file.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(block.file, error) from error


def _require_name(folder: Path, name: str) -> None:
    if (wrong := objection(folder, name)) is not None:
        raise UserError(wrong.template, **wrong.values)


def _unwritable(path: Path, error: OSError) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP("netstudio", "{path} cannot be changed ({reason}). Check its rights."),
        path=path,
        reason=error.strerror or error,
    )
