"""Lines below one another: whether they are aligned at a sign, and at which.

The parser links every symbol by itself, so it may align lines whose signs do not stand under one another, or
leave lines apart whose signs do. Lines that stand centred, or begin under one another, are not aligned at a
sign. Others are where their first relations stand under one another, and where a line goes on to the right
of the first one's relation with a sign.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scipix.engine.latex import symbols as S
from scipix.engine.latex.syntax.glyphs import glyph
from scipix.engine.recognize.links import ARRAY_LINKS, Links
from scipix.engine.recognize.relations import Relation

CLOSE = 0.5
"""em: columns of lines aligned at a sign are closer than this, those of matrices twice as far apart."""
SAME_PLACE = 0.2
"""em: cells that are aligned begin within this."""
_EXACTLY = 0.1
"""em: signs of lines that the parser did not align, but that are, begin within this."""
_FURTHER = 2.3
"""em: how far right of the sign a line may go on: \\qquad and a little."""
_CENTRED, _UNLIKE = 0.12, 0.3
"""em: the middles of centred lines lie within the one, where their widths differ by the other or more. Lines
aligned at a sign have their middles together by chance only: 0.33 at the least in 60 of the grammar's."""
_SCATTERED, _FLUSH = 0.1, 0.5
"""em that aligned signs do not differ by; of what they differ by the share within which flush lines begin."""
_NO_LINES = (Relation.SUB, Relation.SUP, Relation.BELOW, Relation.ABOVE)

_ORDINARY = frozenset(
    r"\aleph \beth \gimel \daleth \hbar \ell \wp \Re \Im \partial \nabla \infty \emptyset \varnothing "
    r"\imath \jmath \forall \exists \neg \top \perp \angle \surd \square \eth \mho \complement "
    r"\prime \dagger \ddagger \S \P \$ \% \& \# \_ \checkmark \circ \bullet \star "
    r"\ldots \cdots \vdots \ddots".split()
)
_SIGNS = (S.PLAIN | {*"=<>+-:"}) - _ORDINARY - S.DELIMITERS


def is_sign(token: str) -> bool:
    """Whether lines may be aligned at it: a relation or an operator between two terms."""
    return token in _SIGNS


def settle(links: Links, start: int) -> None:
    """Align the lines that begin with the symbol ``start`` at a sign, or part them no more, in place."""
    rows = [list(links.walk(head, Relation.CELL)) for head in links.walk(start, Relation.ROW)]
    if any(len(row) > 1 for row in rows):
        _unalign(links, rows)
    elif links.relations[start] not in _NO_LINES:
        _align(links, [list(links.walk(head)) for head, in rows])


def _align(links: Links, lines: Sequence[Sequence[int]]) -> None:
    """Part each line at the sign that it is aligned at with all others, if they are, in place."""
    begins, ends = np.array([links.extent(line[0], ARRAY_LINKS) for line in lines]).T
    if np.ptp(begins + ends) / 2 < _CENTRED or np.ptp(begins) < _EXACTLY:
        return
    signs = [_first_relation(links, line) for line in lines]
    if signs[0] is None:
        return
    place = float(links.boxes[signs[0], 0])
    for line, sign in zip(lines, signs, strict=True):
        there = sign is not None and abs(links.boxes[sign, 0] - place) < _EXACTLY
        further = place - SAME_PLACE < links.boxes[line[0], 0] < place + _FURTHER
        if not there and not (further and is_sign(links.tokens[line[0]])):
            return
    for line, sign in zip(lines, signs, strict=True):
        if sign is not None and abs(links.boxes[sign, 0] - place) < _EXACTLY:
            links.link(sign, line[0], Relation.CELL)


def _first_relation(links: Links, line: Sequence[int]) -> int | None:
    return next((one for one in line[1:] if _is_relation(links.tokens[one])), None)


def _is_relation(token: str) -> bool:
    sign = glyph(token)
    return sign is not None and sign.kind == "rel" and is_sign(token)


def _unalign(links: Links, rows: Sequence[Sequence[int]]) -> None:
    """Put both cells of each line together, in place, where the lines are not aligned at the sign between."""
    parted_rows = [row for row in rows if len(row) > 1]
    if max(map(len, rows)) > 2 or not all(_touches(links, *row) for row in parted_rows):
        return
    if not (_centred(links, rows) or _flush(links, rows)) and _mostly_aligned(links, rows):
        return
    for first, second in parted_rows:
        links.link(second, links.last(first), Relation.NEXT)


def _centred(links: Links, rows: Sequence[Sequence[int]]) -> bool:
    """Whether the lines, of different widths, have their middles under one another."""
    ends = [[links.extent(head, ARRAY_LINKS) for head in row] for row in rows]
    begin = np.array([line[0][0] for line in ends])
    end = np.array([line[-1][1] for line in ends])
    return bool(np.ptp(begin + end) / 2 < _CENTRED and np.ptp(end - begin) > _UNLIKE)


def _flush(links: Links, rows: Sequence[Sequence[int]]) -> bool:
    """Whether the lines begin under one another more exactly than their signs stand there."""
    begins = [links.extent(row[0], ARRAY_LINKS)[0] for row in rows]
    signs = [_first_sign(links, row) for row in rows]
    if None in signs:
        return False
    apart = float(np.ptp([links.boxes[sign, 0] for sign in signs]))
    return apart > _SCATTERED and float(np.ptp(begins)) < _FLUSH * apart


def _first_sign(links: Links, row: Sequence[int]) -> int | None:
    """The sign that a line is parted at, or its first relation if it is not."""
    return row[1] if len(row) > 1 else _first_relation(links, list(links.walk(row[0])))


def _mostly_aligned(links: Links, rows: Sequence[Sequence[int]]) -> bool:
    """Whether most lines have a sign where most of the parted ones have theirs."""
    begins = [float(links.boxes[row[1], 0]) for row in rows if len(row) > 1]
    place = max(begins, key=lambda x: sum(abs(x - other) < SAME_PLACE for other in begins))
    aligned = sum(_fits(links, row, place) for row in rows)
    return len(rows) - aligned < aligned


def _touches(links: Links, first: int, second: int) -> bool:
    """Whether the second cell begins with a sign, as close to the first as in a plain line."""
    end = links.extent(first, ARRAY_LINKS)[1]
    return is_sign(links.tokens[second]) and float(links.boxes[second, 0]) - end < CLOSE


def _fits(links: Links, row: Sequence[int], place: float) -> bool:
    """Whether a line has its sign at the place, ends before it, or goes on there with a sign."""
    if len(row) > 1:
        return abs(float(links.boxes[row[1], 0]) - place) < SAME_PLACE
    begin, end = links.extent(row[0], ARRAY_LINKS)
    return abs(end - place) < CLOSE or (begin > place - SAME_PLACE and is_sign(links.tokens[row[0]]))
