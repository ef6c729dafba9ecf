"""Ranges of pages as people write them: ``2-5,8,-1``."""

from __future__ import annotations

import re

from scipix.engine.errors import EngineError

_PART = re.compile(r"^\s*(-?\d+)?\s*(?:(-|\.\.|:)\s*(-?\d+)?)?\s*$")


class PageRangeError(EngineError):
    """The range of pages cannot be understood, or names no page of the document."""


def parse_pages(text: str, count: int) -> tuple[int, ...]:
    """Page numbers from 0, in the order written, each once.

    Pages count from 1; ``-1`` is the last one; ``3-`` goes to the end; ``2--2`` to the last but one. An empty
    text means all pages. Pages beyond the end are left out; raises PageRangeError if none is left.
    """
    if not text.strip():
        return tuple(range(count))
    found: dict[int, None] = {}
    for part in text.split(","):
        found |= dict.fromkeys(number for number in _part(part, count) if 0 <= number < count)
    if not found:
        raise PageRangeError(
            "No such pages", f"The document has {count} pages, and {text!r} names none of them.", _HINT
        )
    return tuple(found)


_HINT = "Write for example 2-5,8,-1; pages count from 1, and -1 is the last."


def _part(part: str, count: int) -> range:
    match = _PART.match(part)
    if match is None or not part.strip() or (match.group(1) is None and match.group(2) is None):
        raise PageRangeError("Pages not understood", f"{part.strip()!r} is no page and no range.", _HINT)
    first, dash, last = match.groups()
    start = 0 if first is None else _index(int(first), count)
    if dash is None:
        return range(start, start + 1)
    end = count - 1 if last is None else _index(int(last), count)
    return range(start, end + 1)


def _index(number: int, count: int) -> int:
    if number == 0:
        raise PageRangeError("Pages not understood", "There is no page 0.", _HINT)
    return number - 1 if number > 0 else count + number
