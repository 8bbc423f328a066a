"""A document, and what is heard of it."""

from __future__ import annotations

import pytest

from netstudio.core.document import Change, Document
from tests.projects import node, project


@pytest.fixture
def document() -> Document:
    return Document(project(node("Dropout", p=0.5)))


@pytest.fixture
def heard(document: Document) -> list[Change]:
    changes: list[Change] = []
    document.connect(changes.append)
    return changes
