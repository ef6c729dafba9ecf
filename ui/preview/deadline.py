"""A bound on Python code that knows of none: other people's renderers on a thread that cannot be killed."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


class OverdueError(BaseException):
    """The time is up. Not an ``Exception``: the code that is stopped shall not catch it."""


@contextmanager
def deadline(seconds: float, cancelled: Callable[[], bool]) -> Iterator[None]:
    """Raise ``OverdueError`` in this thread at the next call once the time is up or ``cancelled()``."""
    end = time.monotonic() + seconds

    def check(_frame: FrameType, _event: str, _argument: object) -> None:
        if time.monotonic() > end or cancelled():
            raise OverdueError

    before = sys.getprofile()
    sys.setprofile(check)
    try:
        yield
    finally:
        sys.setprofile(before)
