from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from scipix.ui.preview.deadline import OverdueError, deadline


def _waiting() -> Iterator[None]:
    try:
        yield
    finally:
        pass


class _Thing:
    def __del__(self) -> None:
        self.gone = True


def _called() -> None:
    pass


def test_the_next_call_is_the_last() -> None:
    with pytest.raises(OverdueError), deadline(0, lambda: False):
        _called()


def test_code_in_time_is_left_alone() -> None:
    with deadline(60, lambda: False):
        _called()


@pytest.mark.parametrize("kind", [_waiting, _Thing])
def test_what_is_thrown_away_on_the_way_does_not_swallow_the_end(kind: Callable[[], Any]) -> None:
    cancelled = False

    def work() -> None:
        nonlocal cancelled
        thing = kind()
        if kind is _waiting:
            next(thing)
        cancelled = True
        del thing
        _called()

    with pytest.raises(OverdueError), deadline(60, lambda: cancelled):
        work()


def test_what_comes_after_is_left_alone() -> None:
    with pytest.raises(OverdueError), deadline(0, lambda: False):
        _called()
    _called()
