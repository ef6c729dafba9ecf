"""Render-exact match: do prediction and truth, typeset, put the same glyphs in the same places?

Both sides are typeset from their *normal forms* in display style. Normal forms have no spaces (``\\,``,
``\\quad``, blanks between words), so spaces are not judged, on either side. What a picture cannot show is
levelled before typesetting (see :func:`as_drawn`). Sizes of delimiters and the alignment of columns do count.

Glyph numbers depend on the subset of a font that a PDF holds, therefore drawings are comparable within one
PDF only; :func:`same_renderings` sees to that.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import pymupdf

from scipix.engine.latex import symbols as S
from scipix.engine.latex.parse import ParseError, parse
from scipix.engine.latex.tokens import tokenize
from scipix.engine.latex.write import write
from scipix.models.training.compare import settled
from scipix.models.training.typeset import typeset

TOLERANCE = 1.2
"""Points, horizontally and vertically: 0.12 em of 10 pt type. Less than a thin space (0.167 em) and much less
than the step from a letter to its script (0.2 em and more); more than kerns and italic corrections."""
_PAIRS_A_BATCH = 400
_ARRAY = re.compile(r"\\begin\{array\}\{([lcr|]+)\}")
_numbers = itertools.count()

Glyph = tuple[str, int, float]
"""Font, glyph number in the PDF, size in points."""
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Glyphs with their origins, and rules, in points; the leftmost is at x = 0, the topmost at y = 0.

    ``pdf`` numbers the PDF that it was read from.
    """

    pdf: int
    glyphs: tuple[tuple[Glyph, float, float], ...]
    rules: tuple[Box, ...]


def drawings(latexes: Sequence[str], font: str = "cm") -> list[Drawing | None]:
    """Typeset and read back; None for what does not parse or what TeX does not accept."""
    sources: dict[int, str] = {}
    for number, latex in enumerate(latexes):
        try:
            sources[number] = r"\displaystyle " + as_drawn(latex)
        except ParseError:
            continue
    numbers = list(sources)
    found: list[Drawing | None] = [None] * len(latexes)
    for batch in typeset(list(sources.values()), font) if sources else []:
        pdf = next(_numbers)
        with pymupdf.open(stream=batch.pdf, filetype="pdf") as document:
            for position, page in batch.pages.items():
                found[numbers[position]] = _read(pdf, document[page])
    return found


def _read(pdf: int, page: pymupdf.Page) -> Drawing:
    glyphs = [
        ((span["font"], char[1], round(span["size"], 1)), *char[2])
        for span in page.get_texttrace()
        for char in span["chars"]
    ]
    drawn = any(kind.endswith("path") for kind, _ in page.get_bboxlog())
    rules = [tuple(drawing["rect"]) for drawing in page.get_drawings()] if drawn else []
    left = min([x for _, x, _ in glyphs] + [rule[0] for rule in rules], default=0.0)
    top = min([y for _, _, y in glyphs] + [rule[1] for rule in rules], default=0.0)
    return Drawing(
        pdf,
        tuple((glyph, x - left, y - top) for glyph, x, y in glyphs),
        tuple((x0 - left, y0 - top, x1 - left, y1 - top) for x0, y0, x1, y1 in rules),
    )


def same_drawing(a: Drawing, b: Drawing) -> bool:
    """Whether the same glyphs and rules are in the same places, within :data:`TOLERANCE`.

    Raises:
        ValueError: the drawings come from different PDFs, where the same number may be another glyph.
    """
    if a.pdf != b.pdf:
        raise ValueError("drawings of different PDFs cannot be compared")
    if len(a.glyphs) != len(b.glyphs):
        return False
    left: dict[Glyph, list[tuple[float, ...]]] = defaultdict(list)
    right: dict[Glyph, list[tuple[float, ...]]] = defaultdict(list)
    for side, drawing in ((left, a), (right, b)):
        for glyph, x, y in drawing.glyphs:
            side[glyph].append((x, y))
    if not all(_matched(places, right[glyph]) for glyph, places in left.items()):
        return False
    return _matched(a.rules, b.rules)


def _matched(a: Sequence[tuple[float, ...]], b: Sequence[tuple[float, ...]]) -> bool:
    """Whether the places can be paired so that no number differs by more than the tolerance."""
    free = list(b)
    for place in a:
        near = [one for one in free if all(abs(p - q) <= TOLERANCE for p, q in zip(place, one, strict=True))]
        if not near:
            return False
        free.remove(min(near, key=lambda one: sum(abs(p - q) for p, q in zip(place, one, strict=True))))
    return not free


def same_renderings(pairs: Sequence[tuple[str, str]], font: str = "cm") -> list[bool]:
    """For each pair of prediction and truth whether they draw the same.

    Equal forms draw the same and are not typeset. A prediction that does not parse or stops TeX is wrong.
    """
    forms = [tuple(_form(latex) for latex in pair) for pair in pairs]
    same = [left is not None and left == right for left, right in forms]
    open_pairs = [number for number, equal in enumerate(same) if not equal and None not in forms[number]]
    for start in range(0, len(open_pairs), _PAIRS_A_BATCH):
        numbers = open_pairs[start : start + _PAIRS_A_BATCH]
        found = drawings([latex for number in numbers for latex in pairs[number]], font)
        for place, number in enumerate(numbers):
            same[number] = _same(found[2 * place], found[2 * place + 1], pairs[number], font)
    return same


def _form(latex: str) -> str | None:
    try:
        return as_drawn(latex)
    except ParseError:
        return None


def _same(a: Drawing | None, b: Drawing | None, pair: tuple[str, str], font: str) -> bool:
    """Pairs that a failed batch has torn apart are typeset once more by themselves."""
    if a is not None and b is not None and a.pdf != b.pdf:
        a, b = drawings(pair, font)
    return a is not None and b is not None and a.pdf == b.pdf and same_drawing(a, b)


# ---- what a picture cannot show --------------------------------------------------------------------------


def as_drawn(latex: str) -> str:
    """The normal form to typeset, without differences that are spaces and nothing else.

    TeX sets thin spaces around ``\\left( ... \\right)``, none around ``( ... )``; half the distance of two
    columns on either side of an ``array``, none beside a ``matrix``, the normal form of one whose columns are
    centred. Both are spaced like the latter.

    Raises:
        ParseError: it is not a formula of the supported language.
    """
    form = _respaced(tokenize(write(settled(parse(latex), sizes=True))))
    return _ARRAY.sub(r"\\begin{array}{@{}\1@{}}", form)


def _respaced(tokens: Sequence[str]) -> str:
    """Brace what stands between ``\\left`` and ``\\right``: an ordinary atom, opened like its delimiter.

    ``|`` in natural size is an ordinary symbol, so its inside gets empty ordinary atoms at both ends.
    """
    parts: list[str] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        position += 1
        if token not in (r"\left", r"\right"):
            parts.append(token)
            continue
        delimiter = tokens[position]
        position += 1
        inside, outside = ("", r"\mathopen{}") if delimiter in S.OPENING | S.CLOSING else ("{}", "")
        if token == r"\left":
            parts.append(f"{outside}{{{token}{delimiter} {inside}")
        else:
            parts.append(f"{inside}{token}{delimiter} }}")
    return "".join(parts)
