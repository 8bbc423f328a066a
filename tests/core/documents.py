"""Edits of documents, for tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from netstudio.core import edits
from netstudio.core.document import Document
from netstudio.core.project import Project
from tests.projects import on_network


def named(name: str) -> Callable[[Project], Project]:
    return lambda current: replace(current, name=name)


def setting(uid: str, value: object) -> Callable[[Project], Project]:
    return on_network(lambda stack: edits.set_fields(stack, uid, p=value))


def steps(document: Document) -> int:
    """How many steps can be undone."""
    return len(document.history.past)
