"""Memory that was freed goes back to the system, where the C library would keep it."""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Return what is free: glibc keeps it in pieces, and over a long document the pieces add up.

    Nothing happens with other C libraries.
    """
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
