"""Layout graph -> formula tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from scipix.engine.latex import symbols as S
from scipix.engine.latex.spans import split_style
from scipix.engine.latex.tree import (
    MODES,
    Accent,
    Array,
    Frac,
    Limits,
    Node,
    Prescript,
    Row,
    Script,
    Sqrt,
    Stack,
    Sym,
)
from scipix.engine.recognize.aligned import CLOSE, is_sign
from scipix.engine.recognize.cells import is_diagram, parted
from scipix.engine.recognize.columns import alignment, column_of, gaps
from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.line_spacing import Line, opened
from scipix.engine.recognize.links import ARRAY_LINKS
from scipix.engine.recognize.pairs import paired
from scipix.engine.recognize.plain import levels_of, plain_delimiters, type_of
from scipix.engine.recognize.relations import Relation
from scipix.engine.recognize.script_ends import ended
from scipix.engine.recognize.set_off import set_off
from scipix.engine.recognize.spanning import spanned
from scipix.engine.recognize.table_rules import NONE, Rules, between_columns, between_rows

RULE = "rule"
"""Class of fraction bars, overlines, underlines and the top of a root."""
ROOT_SIGN = r"\sqrt"
_WORD_GAP = 0.2
"""em of the letters' own size: more than this between two upright letters is a word space."""


class AssemblyError(ValueError):
    """The links do not describe a formula."""


@dataclass(frozen=True, slots=True)
class Graph:
    """A layout graph with one choice for everything.

    Attributes:
        tokens: class of each of N symbols.
        modes: index into MODES of each.
        parents: index of each symbol's parent, -1 for the root.
        relations: Relation of each to its parent.
        boxes: (N, 4) in em, y downwards.
        sizes: (N,) estimated size of the type that each symbol is set in, relative to the formula's em.
        rules: those between the cells of arrays, in em.
    """

    tokens: Sequence[str]
    modes: Sequence[int]
    parents: Sequence[int]
    relations: Sequence[int]
    boxes: FloatArray
    sizes: FloatArray
    rules: Rules = NONE


def assemble(graph: Graph, *, partial: bool = False) -> Row:
    """The formula tree of a graph; if ``partial``, symbols that hang where nothing can hang are left out.

    Raises:
        AssemblyError: no root, links that run in a circle or leave symbols out, or a rule that fits no array.
    """
    roots = sum(parent < 0 for parent in graph.parents)
    if roots != 1:
        raise AssemblyError(f"{roots} roots")
    parents, relations = spanned(graph.tokens, graph.parents, graph.relations, graph.boxes)
    parents, relations = ended(graph.tokens, parents, relations, graph.boxes)
    parents, relations = parted(graph.tokens, parents, relations, graph.boxes)
    parents, relations, behind = set_off(graph.tokens, parents, relations, graph.boxes)
    builder = _Builder(replace(graph, parents=parents, relations=relations), behind)
    row = builder.chain(parents.index(-1), Relation.ROOT)
    if len(builder.used) != len(graph.tokens) and not partial:
        raise AssemblyError("symbols are left over")
    if builder.rules_placed < len(graph.rules):
        raise AssemblyError("a rule is left over")
    return row


class _Builder:
    """Follows the links down from the root; ``used`` guards against circles, ``rules_placed`` counts.

    ``behind`` are the first symbols of scripts that are set off from their base.
    """

    def __init__(self, graph: Graph, behind: frozenset[int]) -> None:
        self.graph = graph
        self.behind = behind
        self.used: set[int] = set()
        self.rules_placed = 0
        self.children: list[dict[Relation, int]] = [{} for _ in graph.tokens]
        for child, parent in enumerate(graph.parents):
            if parent >= 0:
                relation = Relation(graph.relations[child])
                if relation in self.children[parent]:
                    raise AssemblyError("two symbols in one place")
                self.children[parent][relation] = child
        self.levels = levels_of(graph.parents, graph.relations)
        self.plain = plain_delimiters(graph.tokens, graph.modes, self.levels, graph.boxes)

    def chain(self, start: int, entered_by: Relation, in_cell: bool = False) -> Row:
        """A row: a symbol and what follows it. ``in_cell`` says that the start's array links are not ours."""
        nodes: list[Node] = []
        current: int | None = start
        while current is not None:
            links = self.children[current]
            own = in_cell and current == start
            if not own and any(link in links for link in ARRAY_LINKS):
                nodes.append(self._array(current, nodes, entered_by))
                current = links.get(Relation.AFTER)
                continue
            nodes.extend(self._item(current))
            current = links.get(Relation.NEXT)
        return tuple(paired(nodes, self.graph.boxes, self.plain[type_of(self.levels[start])]))

    def _item(self, index: int) -> list[Node]:
        """The node at a symbol with its scripts, those before it and those set off behind it."""
        if index in self.used:
            raise AssemblyError("links run in a circle")
        self.used.add(index)
        links = self.children[index]
        before, presup = _prescripts(self._row(links, Relation.PRESUB), self._row(links, Relation.PRESUP))
        near = {relation: child for relation, child in links.items() if child not in self.behind}
        nodes = [self._scripted(index, self._core(index, links), near)]
        if before or presup:
            nodes.insert(0, Prescript(before, presup))
        if len(near) < len(links):
            far = {relation: child for relation, child in links.items() if child in self.behind}
            nodes.append(Prescript(self._row(far, Relation.SUB), self._row(far, Relation.SUP)))
        return nodes

    def _row(self, links: Mapping[Relation, int], relation: Relation) -> Row:
        return self.chain(links[relation], relation) if relation in links else ()

    def _core(self, index: int, links: Mapping[Relation, int]) -> Node:
        token = self.graph.tokens[index]
        if token == RULE:
            return self._rule(index, links)
        if token == ROOT_SIGN:
            if not links.keys() & {Relation.PART, Relation.INSIDE, Relation.INDEX}:
                return Sym(r"\surd", symbol=index)
            if Relation.PART in links:
                self.used.add(links[Relation.PART])
            return Sqrt(self._row(links, Relation.INSIDE), self._row(links, Relation.INDEX), index)
        if token in S.ACCENTS:
            return Accent(token, self._row(links, Relation.BODY), index)
        return Sym(token, MODES[self.graph.modes[index]], self._gap_before(index), index)

    def _rule(self, index: int, links: Mapping[Relation, int]) -> Node:
        """A bar is what its neighbours make it; alone it is a minus."""
        if Relation.UNDER_BAR_OF in links:
            return Accent(r"\overline", self._row(links, Relation.UNDER_BAR_OF), index)
        if Relation.OVER_BAR_OF in links:
            return Accent(r"\underline", self._row(links, Relation.OVER_BAR_OF), index)
        if Relation.NUMERATOR in links or Relation.DENOMINATOR in links:
            num, den = self._row(links, Relation.NUMERATOR), self._row(links, Relation.DENOMINATOR)
            return Frac(num, den, index)
        return Sym("-", symbol=index)

    def _scripted(self, index: int, node: Node, links: Mapping[Relation, int]) -> Node:
        under, over = self._row(links, Relation.BELOW), self._row(links, Relation.ABOVE)
        sub, sup = self._row(links, Relation.SUB), self._row(links, Relation.SUP)
        takes_limits = isinstance(node, Sym) and node.token in S.LIMIT_OPERATORS
        if isinstance(node, Accent) or takes_limits or self._ends_limit_name(index):
            sub, sup, under, over = sub or under, sup or over, (), ()
        if under or over:
            node = Limits(node, under, over)
        return Script(node, sub, sup) if sub or sup else node

    def _ends_limit_name(self, index: int) -> bool:
        """Whether the symbol ends a word such as ``lim``, whose limits are ordinary scripts."""
        letters: list[str] = []
        current = index
        while True:
            style, letter = split_style(self.graph.tokens[current])
            if style != r"\mathrm":
                break
            letters.insert(0, letter)
            if self.graph.relations[current] != Relation.NEXT or self._gap_before(current):
                break
            current = self.graph.parents[current]
        return "".join(letters) in S.LIMIT_NAMES

    def _gap_before(self, index: int) -> bool:
        """Whether a word space lies between a letter and the letter of the same font before it."""
        parent = self.graph.parents[index]
        if parent < 0 or self.graph.relations[index] != Relation.NEXT:
            return False
        style = split_style(self.graph.tokens[index])[0]
        if not style or split_style(self.graph.tokens[parent])[0] != style:
            return False
        distance = float(self.graph.boxes[index, 0] - self.graph.boxes[parent, 2])
        return distance > _WORD_GAP * float(self.graph.sizes[index])

    # -- arrays ----------------------------------------------------------------------------------
    def _array(self, start: int, before: Sequence[Node], entered_by: Relation) -> Node:
        links = self.children[start]
        if Relation.ATOP in links:
            top = self.chain(start, entered_by, in_cell=True)
            return Stack(top, self.chain(links[Relation.ATOP], Relation.ATOP))
        heads = self._heads(start)
        cells = [[self.chain(head, Relation.CELL, in_cell=True) for head in row] for row in heads]
        extents = [[self._extent(head) for head in row] for row in heads]
        columns = column_of(extents)
        count = 1 + max(column for row in columns for column in row)
        rows: list[tuple[Row, ...]] = []
        for row_cells, row_columns in zip(cells, columns, strict=True):
            full: list[Row] = [()] * count
            for cell, column in zip(row_cells, row_columns, strict=True):
                full[column] = (*full[column], *cell)
            rows.append(tuple(full))
        diagram = self._is_diagram(heads)  # its arrows are centred
        signs = [False] * count if diagram else self._signs(heads, columns, count)
        align = alignment(extents, columns, count, signs)
        followed = Relation.AFTER in links
        second = [self.graph.tokens[row[1]] for row in heads if len(row) > 1]
        tight = any(map(is_sign, second)) and gaps(extents, columns)[0] < CLOSE and not diagram
        if len(self.graph.rules) and (ruled := self._ruled(heads, extents, columns, count)):
            self.rules_placed += sum(map(len, ruled))
            return Array("matrix", tuple(rows), align, *ruled)
        kind = _kind(before, entered_by, count, followed, tight)
        if kind == "lines":
            return _lines(tuple(rows), align, opened([self._line(row[0]) for row in heads]))
        return Array(kind, tuple(rows), align)

    def _ruled(
        self,
        heads: Sequence[Sequence[int]],
        extents: Sequence[Sequence[tuple[float, float]]],
        columns: Sequence[Sequence[int]],
        count: int,
    ) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
        """How many columns are left of each vertical rule of an array, and rows above each horizontal one.

        One column with a line between its rows is rather a fraction, and bars at the sides are delimiters
        where no lines lead from one to the other.
        """
        boxes = [np.concatenate([self._boxes(head) for head in row]) for row in heads]
        rows = [(float(row[:, 1].min()), float(row[:, 3].max())) for row in boxes]
        cells = list(zip(chain(*columns), chain(*extents), strict=True))
        spans = [[span for column, span in cells if column == number] for number in range(count)]
        if not all(spans):
            return None
        sides = [(min(left for left, _ in span), max(right for _, right in span)) for span in spans]
        first, last = sum(rows[0]) / 2, sum(rows[-1]) / 2
        ends = min(left for left, _ in sides), max(right for _, right in sides)
        rules = self.graph.rules
        vertical = [between_columns(rule, sides, (first, last)) for rule in rules.vertical]
        horizontal = [between_rows(rule, rows, ends) for rule in rules.horizontal]
        across, down = _placed(vertical), _placed(horizontal)
        fraction = count == 1 and not across
        delimiters = not down and not set(across) <= set(range(1, count))
        return None if fraction or delimiters or not (across or down) else (across, down)

    def _signs(
        self, heads: Sequence[Sequence[int]], columns: Sequence[Sequence[int]], count: int
    ) -> list[bool]:
        """Which columns hold a sign alone in each cell."""
        alone = [True] * count
        for row, numbers in zip(heads, columns, strict=True):
            for head, column in zip(row, numbers, strict=True):
                followed = Relation.NEXT in self.children[head]
                alone[column] &= is_sign(self.graph.tokens[head]) and not followed
        return alone

    def _is_diagram(self, heads: Sequence[Sequence[int]]) -> bool:
        """Whether arrows stand between the rows of an array."""
        tokens = self.graph.tokens
        return is_diagram([[tokens[one] for head in row for one in self._members(head)] for row in heads])

    def _heads(self, start: int) -> list[list[int]]:
        """First symbols of the cells, row by row."""
        rows: list[list[int]] = []
        seen: set[int] = set()
        head: int | None = start
        while head is not None:
            row = [head]
            while Relation.CELL in self.children[row[-1]]:
                row.append(self.children[row[-1]][Relation.CELL])
                if len(row) > len(self.graph.tokens):
                    raise AssemblyError("cells run in a circle")
            rows.append(row)
            if seen & set(row):
                raise AssemblyError("rows run in a circle")
            seen |= set(row)
            head = self.children[head].get(Relation.ROW)
        return rows

    def _extent(self, head: int) -> tuple[float, float]:
        """Left and right end of a cell."""
        box = self._boxes(head)
        return float(np.min(box[:, 0])), float(np.max(box[:, 2]))

    def _line(self, head: int) -> Line:
        """The ink of a cell, and its axis as the signs on it tell, or else the other symbols."""
        box = self._boxes(head)
        chain = [head]
        while Relation.NEXT in self.children[chain[-1]]:
            chain.append(self.children[chain[-1]][Relation.NEXT])
        signs = [index for index in chain if is_sign(self.graph.tokens[index])] or chain
        middles = self.graph.boxes[signs][:, (1, 3)].mean(1)
        return Line(float(np.min(box[:, 1])), float(np.median(middles)), float(np.max(box[:, 3])))

    def _boxes(self, head: int) -> FloatArray:
        """Boxes of all symbols of a cell, (N, 4)."""
        boxes: FloatArray = self.graph.boxes[self._members(head)]
        return boxes

    def _members(self, head: int) -> list[int]:
        """All symbols of a cell."""
        members = [head]
        for member in members:
            skip = ARRAY_LINKS if member == head else ()
            members += [child for link, child in self.children[member].items() if link not in skip]
        return members


def _prescripts(sub: Row, sup: Row) -> tuple[Row, Row]:
    """Scripts before a symbol, where both were read as rows of one, as the numbers of a nucleus may be."""
    both = sub or sup
    if (sub and sup) or len(both) != 1 or not isinstance(both[0], Array):
        return sub, sup
    rows = both[0].rows
    stacked = len(rows) == 2 and all(len(row) == 1 for row in rows)
    return (rows[1][0], rows[0][0]) if stacked else (sub, sup)


def _placed(places: Sequence[int | None]) -> tuple[int, ...]:
    return tuple(sorted(place for place in places if place is not None))


def _lines(rows: tuple[tuple[Row, ...], ...], align: str, display: bool) -> Array:
    """Lines that nothing stands beside: of a display, or of an array of one column."""
    if not display:
        return Array("matrix", rows, align)
    if align == "l":
        return Array("aligned", tuple(((), *row) for row in rows))
    return Array("gathered" if align == "c" else "aligned", rows)


def _kind(before: Sequence[Node], entered_by: Relation, columns: int, followed: bool, tight: bool) -> str:
    """What sort of array it is, from what stands around it and whether its first two columns touch.

    ``lines`` is a single column beside nothing else.
    """
    if entered_by in (Relation.SUB, Relation.SUP, Relation.BELOW, Relation.ABOVE) and columns == 1:
        return "substack"
    if tight:
        return "aligned"
    opening = before[-1] if before else None
    if isinstance(opening, Sym) and opening.mode == "left":
        return "cases" if opening.token == r"\{" and not followed and columns <= 2 else "matrix"
    return "lines" if columns == 1 and not before and not followed else "matrix"
