"""Cells that the parser ran together, parted where the other rows of their array part theirs.

The parser links every symbol by itself, so of equal rows it may see the cells of one and read another as a
plain line. The columns say what is right: a relation that stands exactly where the second cell of the other
rows begins, or a white gap as wide as between columns, begins a cell here, too. Lines whose signs do not
stand under one another are not aligned at them, nor are lines that stand centred: each is one cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from scipix.engine.latex import symbols as S
from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.relations import Relation

_ARRAY_LINKS = (Relation.CELL, Relation.ROW, Relation.ATOP, Relation.AFTER)
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
    links = _Links(tokens, list(parents), list(relations), boxes, [[] for _ in tokens])
    for child, parent in enumerate(parents):
        if parent >= 0:
            links.children[parent].append(child)
    if Relation.CELL in links.relations:
        _continue_rows(links)
        for start in [index for index in range(len(tokens)) if links.begins_array(index)]:
            _part(links, start)
            _unalign(links, start)
    return links.parents, links.relations


@dataclass(slots=True)
class _Links:
    """The links while they are changed. Walks end after N steps, whatever circles there are."""

    tokens: Sequence[str]
    parents: list[int]
    relations: list[int]
    boxes: FloatArray
    children: list[list[int]]

    def child(self, index: int, relation: Relation) -> int | None:
        return next((child for child in self.children[index] if self.relations[child] == relation), None)

    def hang(self, child: int, parent: int, relation: Relation) -> None:
        self.children[self.parents[child]].remove(child)
        self.children[parent].append(child)
        self.parents[child] = parent
        self.relations[child] = int(relation)

    def walk(self, start: int | None, relation: Relation) -> Iterator[int]:
        """A symbol, its child by the relation, that one's child ..."""
        for _ in range(len(self.tokens)):
            if start is None:
                return
            yield start
            start = self.child(start, relation)

    def begins_array(self, index: int) -> bool:
        if self.relations[index] == Relation.ROW:
            return False
        return self.child(index, Relation.ROW) is not None

    def extent(self, index: int, without: Sequence[Relation]) -> tuple[float, float]:
        """Left and right end of a symbol with what hangs on it, but for the relations named of its own."""
        box = self.boxes[self.below(index, without)]
        return float(np.min(box[:, 0])), float(np.max(box[:, 2]))

    def below(self, index: int, without: Sequence[Relation]) -> list[int]:
        """A symbol and all that hangs on it."""
        found, seen = [index], {index}
        for member in found:
            for child in self.children[member]:
                left_out = member == index and self.relations[child] in without
                if child not in seen and not left_out:
                    found.append(child)
                    seen.add(child)
        return found


def _continue_rows(links: _Links) -> None:
    """A row that goes on from the middle of a cell: its cells hang on a symbol inside, not on the head."""
    for index in range(len(links.tokens)):
        if links.relations[index] != Relation.NEXT or links.child(index, Relation.CELL) is None:
            continue
        if any(links.child(index, link) is not None for link in _ARRAY_LINKS[1:]):
            continue
        head = index
        for _ in links.tokens:
            if links.relations[head] != Relation.NEXT:
                break
            head = links.parents[head]
        after = links.child(head, Relation.CELL)
        in_row = links.relations[head] in (Relation.CELL, Relation.ROW) or after is not None
        if not in_row and links.child(head, Relation.ROW) is None:
            continue
        last = list(links.walk(index, Relation.CELL))[-1]
        if after is not None:
            if links.boxes[after, 0] < links.boxes[last, 0]:
                continue
            links.hang(after, last, Relation.CELL)
        links.hang(index, head, Relation.CELL)


def _part(links: _Links, start: int) -> None:
    """Part the cells of one array."""
    rows = [list(links.walk(head, Relation.CELL)) for head in links.walk(start, Relation.ROW)]
    count = max(map(len, rows))
    full = [row for row in rows if len(row) == count]
    if count < 2 or len(full) == len(rows):
        return
    spans = [[links.extent(head, _ARRAY_LINKS) for head in row] for row in full]
    left = [float(np.median([span[column][0] for span in spans])) for column in range(count)]
    right = [max(span[column][1] for span in spans) for column in range(count)]
    tight = left[1] - right[0] < CLOSE and any(is_sign(links.tokens[row[1]]) for row in full)
    for row in rows:
        if len(row) < count:
            _part_row(links, row, left, right, tight)


def _part_row(
    links: _Links, row: list[int], left: Sequence[float], right: Sequence[float], tight: bool
) -> None:
    for head in row:
        current, end = head, links.extent(head, (*_ARRAY_LINKS, Relation.NEXT))[1]
        for symbol in list(links.walk(links.child(head, Relation.NEXT), Relation.NEXT)):
            begin, finish = links.extent(symbol, (*_ARRAY_LINKS, Relation.NEXT))
            if tight:
                starts = abs(begin - left[1]) < _SAME_PLACE and is_sign(links.tokens[symbol])
            else:
                starts = begin - end > _WHITE and any(
                    right[column - 1] - _SAME_PLACE < begin < right[column] for column in range(1, len(left))
                )
            if starts:
                after = links.child(current, Relation.CELL)
                if after is not None:
                    links.hang(after, symbol, Relation.CELL)
                links.hang(symbol, current, Relation.CELL)
                current = symbol
            end = max(end, finish)


def _unalign(links: _Links, start: int) -> None:
    """Put the two cells of each line together where the lines are not aligned at the sign between them."""
    rows = [list(links.walk(head, Relation.CELL)) for head in links.walk(start, Relation.ROW)]
    parted_rows = [row for row in rows if len(row) > 1]
    if not parted_rows or max(map(len, rows)) > 2 or not all(_touches(links, *row) for row in parted_rows):
        return
    if not (_centred(links, rows) or _flush(links, rows)) and _mostly_aligned(links, rows):
        return
    for first, second in parted_rows:
        links.hang(second, list(links.walk(first, Relation.NEXT))[-1], Relation.NEXT)


def _centred(links: _Links, rows: Sequence[Sequence[int]]) -> bool:
    """Whether the lines, of different widths, have their middles under one another."""
    ends = [[links.extent(head, _ARRAY_LINKS) for head in row] for row in rows]
    begin = np.array([line[0][0] for line in ends])
    end = np.array([line[-1][1] for line in ends])
    return bool(np.ptp(begin + end) / 2 < _CENTRED and np.ptp(end - begin) > _UNLIKE)


def _flush(links: _Links, rows: Sequence[Sequence[int]]) -> bool:
    """Whether the lines begin under one another more exactly than their signs stand there."""
    begins = [links.extent(row[0], _ARRAY_LINKS)[0] for row in rows]
    signs = [float(links.boxes[row[1], 0]) for row in rows if len(row) > 1]
    apart = float(np.ptp(signs))
    return len(signs) == len(rows) and apart > _SCATTERED and float(np.ptp(begins)) < _FLUSH * apart


def _mostly_aligned(links: _Links, rows: Sequence[Sequence[int]]) -> bool:
    """Whether most lines have a sign where most of the parted ones have theirs."""
    begins = [float(links.boxes[row[1], 0]) for row in rows if len(row) > 1]
    place = max(begins, key=lambda x: sum(abs(x - other) < _SAME_PLACE for other in begins))
    aligned = sum(_fits(links, row, place) for row in rows)
    return len(rows) - aligned < aligned


def _touches(links: _Links, first: int, second: int) -> bool:
    """Whether the second cell begins with a sign, as close to the first as in a plain line."""
    end = links.extent(first, _ARRAY_LINKS)[1]
    return is_sign(links.tokens[second]) and float(links.boxes[second, 0]) - end < CLOSE


def _fits(links: _Links, row: Sequence[int], place: float) -> bool:
    """Whether a line has its sign at the place, ends before it, or goes on there with a sign."""
    if len(row) > 1:
        return abs(float(links.boxes[row[1], 0]) - place) < _SAME_PLACE
    begin, end = links.extent(row[0], _ARRAY_LINKS)
    return abs(end - place) < CLOSE or (begin > place - _SAME_PLACE and is_sign(links.tokens[row[0]]))


def is_sign(token: str) -> bool:
    """Whether lines may be aligned at it: a relation or an operator between two terms."""
    return token in _SIGNS
