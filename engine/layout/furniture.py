"""Running heads and page numbers: lines at the edge of a page that its neighbours have too."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from scipix.engine.layout.segments import body_size
from scipix.engine.types import Glyph, PageInk

_EDGE = 0.2
"""Share of the page's height that may be a head or foot."""
_SAME_HEIGHT = 4.0
_LEVEL = 1.0
"""Points between the baselines of one line: those of a scan are not exact."""
_ALONE, _ALONE_DIGITS = 1.5, 0.8
"""em between a page's number and the next line: in letters, in digits."""
_WIDE = 3.0
"""em between a page's number and its running head; less where the head is in capitals."""
_WIDE_CAPITALS, _CAPITALS = 0.8, 0.8
"""A scan shows letters of one shape in the wrong case: such a share is enough."""
_PAGE_NUMBER = re.compile(
    r"^[-–—\s]*(?:page\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s]*$", re.I
)


@dataclass(frozen=True, slots=True)
class EdgeLine:
    """A line near the top or bottom: what it says with its digits left out, its baseline, its glyphs."""

    text: str
    baseline: float
    glyphs: tuple[int, ...]
    numbered: bool = False
    """The page's number stands at an end of it, far from the rest."""
    apart: float = math.inf
    """em to the nearest other line: a limit ``x`` over an integral is no page ten, a power no page two."""


def edge_lines(ink: PageInk) -> tuple[EdgeLine, ...]:
    """The outermost lines of a page: the first two and the last two within its edges."""
    outer = [
        number
        for number, glyph in enumerate(ink.glyphs)
        if glyph.y < _EDGE * ink.height or glyph.y > (1 - _EDGE) * ink.height
    ]
    levels: dict[float, list[int]] = {}
    level = -math.inf
    for number in sorted(outer, key=lambda number: ink.glyphs[number].y):
        if ink.glyphs[number].y > level + _LEVEL:
            level = ink.glyphs[number].y
        levels.setdefault(level, []).append(number)
    size = body_size(ink.glyphs)
    top = [y for y in sorted(levels) if y < ink.height / 2][:2]
    bottom = [y for y in sorted(levels) if y > ink.height / 2][-2:]
    return tuple(
        replace(_line(ink.glyphs, levels[y], y), apart=_apart(y, levels) / size)
        for y in (*top, *bottom)
        if levels[y] and size
    )


def _apart(level: float, levels: Iterable[float]) -> float:
    return min((abs(other - level) for other in levels if other != level), default=math.inf)


def _line(glyphs: Sequence[Glyph], numbers: Sequence[int], baseline: float) -> EdgeLine:
    order = sorted(numbers, key=lambda number: glyphs[number].x)
    text = "".join(glyphs[number].text for number in order)
    return EdgeLine(text, baseline, tuple(order), _numbered([glyphs[number] for number in order]))


def _numbered(line: Sequence[Glyph]) -> bool:
    """Whether a line begins or ends with a number and a wide gap."""
    letters = [glyph.text for glyph in line if glyph.text.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    wide = _WIDE_CAPITALS if len(letters) > 4 and capitals >= _CAPITALS * len(letters) else _WIDE
    for ordered, sign in ((line, 1), (line[::-1], -1)):
        digits = next((i for i, glyph in enumerate(ordered) if not glyph.text.isdigit()), len(ordered))
        if 0 < digits < len(ordered):
            last, following = ordered[digits - 1], ordered[digits]
            gap = following.x - last.end if sign > 0 else last.x - following.end
            if gap > wide * last.size:
                return True
    return False


def furniture(own: Sequence[EdgeLine], neighbours: Sequence[Sequence[EdgeLine]]) -> frozenset[int]:
    """Numbers of the glyphs of a page that are no part of its text."""
    found: set[int] = set()
    for line in own:
        repeated = any(_same(line, other) for page in neighbours for other in page)
        if repeated or line.numbered or _is_page_number(line):
            found.update(line.glyphs)
    return frozenset(found)


def _is_page_number(line: EdgeLine) -> bool:
    """Whether a line says nothing but a number, and stands alone."""
    digits = any(char.isdigit() for char in line.text)
    alone = line.apart > (_ALONE_DIGITS if digits else _ALONE)
    return alone and _PAGE_NUMBER.match(line.text) is not None


def _same(a: EdgeLine, b: EdgeLine) -> bool:
    return abs(a.baseline - b.baseline) < _SAME_HEIGHT and _plain(a.text) == _plain(b.text) != ""


def _plain(text: str) -> str:
    return re.sub(r"\d+", "#", text).strip()
