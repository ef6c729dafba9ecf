"""Cells that the parser ran together, parted where the other rows of their array part theirs.

The parser links every symbol by itself, so of equal rows it may see the cells of one and read another as a
plain line. The columns say what is right: a relation that stands exactly where the second cell of the other
rows begins, or a white gap as wide as between columns, begins a cell here, too. Lines whose signs do not
stand under one another are not aligned at them, nor are lines that stand centred: each is one cell.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scipix.engine.latex import symbols as S
from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.links import ARRAY_LINKS, Links
from scipix.engine.recognize.relations import Relation

CLOSE = 0.5
"""em: columns of lines aligned at a sign are closer than this, those of matrices twice as far apart."""
_SAME_PLACE = 0.2
"""em: cells that are aligned begin within this."""
_CENTRED, _UNLIKE = 0.12, 0.3
"""em: the middles of centred lines lie within the one, where their widths differ by the other or more. Lines
aligned at a sign have their middles together by chance only: 0.33 at the least in 60 of the grammar's."""
_SCATTERED, _FLUSH = 0.1, 0.5
"""em that aligned signs do not differ by; of what they differ by the share within which flush lines begin."""
_WHITE = 0.6
"""em of white before a symbol that begins a cell of a matrix."""

_ORDINARY = frozenset(
    r"\aleph \beth \gimel \daleth \hbar \ell \wp \Re \Im \partial \nabla \infty \emptyset \varnothing "
    r"\imath \jmath \forall \exists \neg \top \perp \angle \surd \square \eth \mho \complement "
    r"\prime \dagger \ddagger \S \P \$ \% \& \# \_ \checkmark \circ \bullet \star "
    r"\ldots \cdots \vdots \ddots".split()
)
_SIGNS = (S.PLAIN | {*"=<>+-:"}) - _ORDINARY - S.DELIMITERS


def parted(
    tokens: Sequence[str], parents: Sequence[int], relations: Sequence[int], boxes: FloatArray
) -> tuple[list[int], list[int]]:
    """Parents and relations with the cells of every array parted like those of its full rows.

    Args:
        tokens, parents, relations: of N symbols, as in :class:`assemble.Graph`.
        boxes: (N, 4) in em.
    """
    links = Links.of(tokens, parents, relations, boxes)
    if Relation.CELL in links.relations:
        _continue_rows(links)
        for start in [index for index in range(len(tokens)) if _begins_array(links, index)]:
            _part(links, start)
            _unalign(links, start)
    return links.parents, links.relations


def _begins_array(links: Links, index: int) -> bool:
    return links.relations[index] != Relation.ROW and links.child(index, Relation.ROW) is not None


def _continue_rows(links: Links) -> None:
    """A row that goes on from the middle of a cell: its cells hang on a symbol inside, not on the head."""
    for index in range(len(links.tokens)):
        if links.relations[index] != Relation.NEXT or links.child(index, Relation.CELL) is None:
            continue
        if any(links.child(index, link) is not None for link in ARRAY_LINKS[1:]):
            continue
        head = links.before(index)[0]
        after = links.child(head, Relation.CELL)
        in_row = links.relations[head] in (Relation.CELL, Relation.ROW) or after is not None
        if not in_row and links.child(head, Relation.ROW) is None:
            continue
        last = list(links.walk(index, Relation.CELL))[-1]
        if after is not None:
            if links.boxes[after, 0] < links.boxes[last, 0]:
                continue
            links.link(after, last, Relation.CELL)
        links.link(index, head, Relation.CELL)


def _part(links: Links, start: int) -> None:
    """Part the cells of one array."""
    rows = [list(links.walk(head, Relation.CELL)) for head in links.walk(start, Relation.ROW)]
    count = max(map(len, rows))
    full = [row for row in rows if len(row) == count]
    if count < 2 or len(full) == len(rows):
        return
    spans = [[links.extent(head, ARRAY_LINKS) for head in row] for row in full]
    left = [float(np.median([span[column][0] for span in spans])) for column in range(count)]
    right = [max(span[column][1] for span in spans) for column in range(count)]
    tight = left[1] - right[0] < CLOSE and any(is_sign(links.tokens[row[1]]) for row in full)
    for row in rows:
        if len(row) < count:
            _part_row(links, row, left, right, tight)


def _part_row(
    links: Links, row: list[int], left: Sequence[float], right: Sequence[float], tight: bool
) -> None:
    for head in row:
        current, end = head, links.extent(head, (*ARRAY_LINKS, Relation.NEXT))[1]
        for symbol in links.after(head):
            begin, finish = links.extent(symbol, (*ARRAY_LINKS, Relation.NEXT))
            if tight:
                starts = abs(begin - left[1]) < _SAME_PLACE and is_sign(links.tokens[symbol])
            else:
                starts = begin - end > _WHITE and any(
                    right[column - 1] - _SAME_PLACE < begin < right[column] for column in range(1, len(left))
                )
            if starts:
                after = links.child(current, Relation.CELL)
                if after is not None:
                    links.link(after, symbol, Relation.CELL)
                links.link(symbol, current, Relation.CELL)
                current = symbol
            end = max(end, finish)


def _unalign(links: Links, start: int) -> None:
    """Put the two cells of each line together where the lines are not aligned at the sign between them."""
    rows = [list(links.walk(head, Relation.CELL)) for head in links.walk(start, Relation.ROW)]
    parted_rows = [row for row in rows if len(row) > 1]
    if not parted_rows or max(map(len, rows)) > 2 or not all(_touches(links, *row) for row in parted_rows):
        return
    if not (_centred(links, rows) or _flush(links, rows)) and _mostly_aligned(links, rows):
        return
    for first, second in parted_rows:
        links.link(second, list(links.walk(first, Relation.NEXT))[-1], Relation.NEXT)


def _centred(links: Links, rows: Sequence[Sequence[int]]) -> bool:
    """Whether the lines, of different widths, have their middles under one another."""
    ends = [[links.extent(head, ARRAY_LINKS) for head in row] for row in rows]
    begin = np.array([line[0][0] for line in ends])
    end = np.array([line[-1][1] for line in ends])
    return bool(np.ptp(begin + end) / 2 < _CENTRED and np.ptp(end - begin) > _UNLIKE)


def _flush(links: Links, rows: Sequence[Sequence[int]]) -> bool:
    """Whether the lines begin under one another more exactly than their signs stand there."""
    begins = [links.extent(row[0], ARRAY_LINKS)[0] for row in rows]
    signs = [float(links.boxes[row[1], 0]) for row in rows if len(row) > 1]
    apart = float(np.ptp(signs))
    return len(signs) == len(rows) and apart > _SCATTERED and float(np.ptp(begins)) < _FLUSH * apart


def _mostly_aligned(links: Links, rows: Sequence[Sequence[int]]) -> bool:
    """Whether most lines have a sign where most of the parted ones have theirs."""
    begins = [float(links.boxes[row[1], 0]) for row in rows if len(row) > 1]
    place = max(begins, key=lambda x: sum(abs(x - other) < _SAME_PLACE for other in begins))
    aligned = sum(_fits(links, row, place) for row in rows)
    return len(rows) - aligned < aligned


def _touches(links: Links, first: int, second: int) -> bool:
    """Whether the second cell begins with a sign, as close to the first as in a plain line."""
    end = links.extent(first, ARRAY_LINKS)[1]
    return is_sign(links.tokens[second]) and float(links.boxes[second, 0]) - end < CLOSE


def _fits(links: Links, row: Sequence[int], place: float) -> bool:
    """Whether a line has its sign at the place, ends before it, or goes on there with a sign."""
    if len(row) > 1:
        return abs(float(links.boxes[row[1], 0]) - place) < _SAME_PLACE
    begin, end = links.extent(row[0], ARRAY_LINKS)
    return abs(end - place) < CLOSE or (begin > place - _SAME_PLACE and is_sign(links.tokens[row[0]]))


def is_sign(token: str) -> bool:
    """Whether lines may be aligned at it: a relation or an operator between two terms."""
    return token in _SIGNS
