"""What tests of trainings share."""

from __future__ import annotations

from itertools import count
from types import SimpleNamespace

import pytest

_LOOK = 0.02
"""Seconds that go by from one look at the clock to the next; a step looks twice."""


@pytest.fixture
def own_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A schedule whose clock goes on when it is looked at: a busy machine trains as long as an idle one."""
    from scipix.models.training import budget

    monkeypatch.setattr(budget, "time", SimpleNamespace(monotonic=count(0, _LOOK).__next__))
