"""Tests leave the user's own memory and settings alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

_WINDOWS = Path(__file__).parent / "ui"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Windows take turns in one process, as their tests wait for one another's events; others run beside."""
    for item in items:
        if item.path.is_relative_to(_WINDOWS):
            item.add_marker(pytest.mark.xdist_group("ui"))



@pytest.fixture(autouse=True, scope="session")
def _folders_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Everything that the program writes goes to a temporary folder, in started processes too."""
    names = ("SCIPIX_DATA_DIR", "SCIPIX_CACHE_DIR", "SCIPIX_CONFIG_DIR")
    before = {name: os.environ.get(name) for name in names}
    for name in names:
        os.environ[name] = str(tmp_path_factory.mktemp(name.lower()))
    yield
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
