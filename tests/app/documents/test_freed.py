"""Memory goes back to the system."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from scipix.app.documents.freed import give_back


def resident() -> int:
    """Pages of memory in use."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1])


@pytest.mark.skipif(sys.platform != "linux", reason="other C libraries give back by themselves")
def test_freed_pieces_are_given_back() -> None:
    pieces = [bytearray(60_000) for _ in range(2_000)]
    kept = pieces[::50]
    del pieces
    before = resident()
    give_back()
    assert resident() < before - 10_000
    assert len(kept) == 40
