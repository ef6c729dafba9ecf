"""A memory in a folder of its own, and answers to keep in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scipix.app.memory.cache import Cache, CacheOptions
from scipix.app.memory.database import FILE, Database
from scipix.app.memory.memory import Memory, MemoryOptions


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / FILE)
    yield opened
    opened.close()


@pytest.fixture
def cache(database: Database, tmp_path: Path) -> Iterator[Cache]:
    opened = Cache(database, tmp_path / "pictures", CacheOptions())
    yield opened
    opened.close()


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    opened = Memory(tmp_path / "memory", MemoryOptions(), tmp_path)
    yield opened
    opened.close()
