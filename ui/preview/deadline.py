"""A bound on Python code that knows of none: other people's renderers on a thread that cannot be killed."""

from __future__ import annotations

import inspect
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

    def check(frame: FrameType, event: str, _argument: object) -> None:
        if (time.monotonic() > end or cancelled()) and not _may_be_a_finalizer(frame, event):
            raise OverdueError

    before = sys.getprofile()
    sys.setprofile(check)
    try:
        yield
    finally:
        sys.setprofile(before)


def _may_be_a_finalizer(frame: FrameType | None, event: str) -> bool:
    """Whether the interpreter may have come here to throw something away. It would swallow an error, and
    every later one, as it takes off a profiler that raises. To close a generator is a call of its frame, too.
    """
    if frame is not None and event in ("call", "return") and frame.f_code.co_flags & inspect.CO_GENERATOR:
        return True
    while frame is not None:
        if frame.f_code.co_name == "__del__":
            return True
        frame = frame.f_back
    return False
