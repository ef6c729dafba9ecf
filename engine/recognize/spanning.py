"""Bars, braces, arrows and roots over and under a group: they hold what they span.

The parser links every symbol by itself, so a brace may lose the ends of its group or take in what follows.
How far the mark reaches says better what belongs to it, and of hats, which stop growing, where their middle
is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.probability import log_softmax
from scipix.engine.recognize.relations import Relation

_MARKS = frozenset(r"\overbrace \underbrace \overleftarrow \overrightarrow \overleftrightarrow".split())
_HATS = frozenset((r"\widehat", r"\widetilde"))
_BARS = (Relation.UNDER_BAR_OF, Relation.OVER_BAR_OF)
_OTHER_SIDE = {
    int(Relation.NUMERATOR): Relation.DENOMINATOR, int(Relation.DENOMINATOR): Relation.NUMERATOR
}  # fmt: skip
_PLACES = {Relation.NUMERATOR: Relation.UNDER_BAR_OF, Relation.DENOMINATOR: Relation.OVER_BAR_OF}
"""A side of a fraction, and what is on the other one while this is empty."""
_LONGER = 0.15
"""em by which the bar of an outer fraction may be shorter than that of an inner one."""
_ARRAY_LINKS = (Relation.CELL, Relation.ROW, Relation.ATOP, Relation.AFTER)
_OVERHANG = 1.2
"""em by which a group may be wider than its hat."""
_LEAST_GAIN = 0.08
"""em: a hat's group is changed if another one's middle is nearer to the hat's by so much."""
_REACH = 0.05
"""em: a symbol whose middle is further outside of the mark does not belong to its group."""
_UNLIKELY = 30.0
"""Taken off the logarithm of a link that the places of the two symbols contradict."""


def within_reach(links: FloatArray, tokens: Sequence[str], boxes: FloatArray) -> FloatArray:
    """Links whose chances tell of every mark over a group that symbols beside it are not in the group.

    Args:
        links: (N, N * R) log probabilities. tokens: of N symbols. boxes: (N, 4) in em.

    Returns:
        Log probabilities of the same shape.
    """
    marks = np.flatnonzero([token in _MARKS for token in tokens])
    if not len(marks):
        return links
    middle = (boxes[:, 0] + boxes[:, 2]) / 2
    outside = (middle[:, None] < boxes[marks, 0] - _REACH) | (middle[:, None] > boxes[marks, 2] + _REACH)
    changed = links.copy()
    changed[:, marks * len(Relation) + int(Relation.BODY)] -= np.where(outside, np.float32(_UNLIKELY), 0)
    return log_softmax(changed)


def spanned(
    tokens: Sequence[str], parents: Sequence[int], relations: Sequence[int], boxes: FloatArray
) -> tuple[list[int], list[int]]:
    """Parents and relations with every mark over what it spans of its row.

    A bar with symbols on one side only is no fraction: it is taken for a line over or under them. A fraction
    within a fraction has the shorter bar. What goes on behind the end of a fraction's bar, over or under the
    next one, belongs to that.

    Args:
        tokens, parents, relations: of N symbols, as in :class:`assemble.Graph`.
        boxes: (N, 4) in em.
    """
    links = _Links(list(parents), list(relations))
    bars = [index for index, token in enumerate(tokens) if token == "rule"]
    for index, token in enumerate(tokens):
        if token == "rule":
            _nest(links, index, boxes)
            _hand_over(links, index, bars, boxes)
        elif token == r"\overbrace":
            _beside(links, index, boxes)
    for index, token in enumerate(tokens):
        if token == "rule":
            links.unfraction(index)
        held = (
            [Relation.BODY]
            if token in _MARKS
            else [one for one in _BARS if links.child(index, one) is not None]
        )
        if len(held) == 1:
            _hold(links, index, held[0], boxes, boxes[index])
        elif token == r"\sqrt" and (rule := links.child(index, Relation.PART)) is not None:
            _hold(links, index, Relation.INSIDE, boxes, boxes[rule])
        elif token in _HATS:
            _centre(links, index, boxes)
    return links.parents, links.relations


def _nest(links: _Links, inner: int, boxes: FloatArray) -> None:
    """Let a fraction whose bar is longer than that of the one it is alone in take its place, in place."""
    for _ in range(len(boxes)):
        outer, side = links.entry(inner)
        other = _OTHER_SIDE.get(side)
        if other is None or links.child(inner, Relation.NEXT) is not None:
            return
        between, beyond = links.child(inner, other), links.child(outer, other)
        wider = boxes[inner, 2] - boxes[inner, 0] > boxes[outer, 2] - boxes[outer, 0] + _LONGER
        if between is None or beyond is None or links.child(inner, Relation(side)) is None or not wider:
            return
        follower = links.child(outer, Relation.NEXT)
        links.link(inner, *links.entry(outer))
        links.link(outer, inner, other)
        links.link(between, outer, Relation(side))
        if follower is not None:
            links.link(follower, inner, Relation.NEXT)


def _hand_over(links: _Links, bar: int, bars: Sequence[int], boxes: FloatArray) -> None:
    """Give what stands behind the end of a fraction's bar, on one side, to the bar it is over or under."""
    for side, place in _PLACES.items():
        row = links.chain(links.child(bar, side))
        middles = (boxes[row, :2] + boxes[row, 2:]) / 2
        behind = next((at for at in range(1, len(row)) if middles[at, 0] > boxes[bar, 2] + _REACH), None)
        if behind is None:
            continue
        across, down = middles[behind:].T
        for other in bars:
            spans = boxes[other, 0] - _REACH < across.min() and across.max() < boxes[other, 2] + _REACH
            above = side == Relation.NUMERATOR
            faces = down.max() < boxes[other, 1] if above else down.min() > boxes[other, 3]
            if other not in (bar, *row) and spans and faces and links.child(other, side) is None:
                links.link(row[behind], other, side)
                lone = links.child(other, place)
                if lone is not None:
                    links.link(lone, other, _OTHER_SIDE[side])
                break


def _beside(links: _Links, mark: int, boxes: FloatArray) -> None:
    """Put what hangs below an overbrace, but stands left or right of it, into its row, in place."""
    below = links.chain(links.child(mark, Relation.BELOW))
    if not below or links.begins_array(mark) or any(links.begins_array(index) for index in below):
        return
    before, after = links.before(mark), links.after(mark)
    entry = links.entry(before[0] if before else mark)
    if boxes[below, 2].max() < boxes[mark, 0] + _REACH and not before:
        links.join([*below, mark, *after], entry)
    elif boxes[below, 0].min() > boxes[mark, 2] - _REACH and not after:
        links.join([*before, mark, *below], entry)


def _row(links: _Links, mark: int, by: Relation) -> tuple[list[int], tuple[int, int]]:
    """The row around a mark with its group, without the mark, and the part that is the group.

    Nothing where that is a part of an array, or where the links go in a circle.
    """
    before, body, after = links.before(mark), links.chain(links.child(mark, by)), links.after(mark)
    row = [*before, *body, *after]
    if any(links.begins_array(index) for index in (mark, *row)) or len({mark, *row}) <= len(row):
        return [], (0, 0)
    return row, (len(before), len(before) + len(body))


def _hold(links: _Links, mark: int, by: Relation, boxes: FloatArray, span: FloatArray) -> None:
    """Take into the group what the box ``span`` spans of its row, and leave out the rest, in place."""
    row, now = _row(links, mark, by)
    if not row:
        return
    middles = (boxes[row, 0] + boxes[row, 2]) / 2
    left, right = span[0] - _REACH, span[2] + _REACH
    inside = [bool(left < middle < right) for middle in middles]
    if True not in inside:
        return
    start, end = inside.index(True), len(inside) - inside[::-1].index(True)
    if (start, end) != now and all(inside[start:end]):
        _regroup(links, mark, by, row, now, (start, end))


def _centre(links: _Links, hat: int, boxes: FloatArray) -> None:
    """Let a hat stand over the middle of its group, in place: TeX centres it, scripts counted in."""
    row, now = _row(links, hat, Relation.BODY)
    if now[0] == now[1]:
        return
    lefts, rights = np.array([links.extent(index, boxes) for index in row]).T
    middle = (boxes[hat, 0] + boxes[hat, 2]) / 2
    own = (boxes[row, 0] + boxes[row, 2]) / 2
    under = np.flatnonzero((own > boxes[hat, 0]) & (own < boxes[hat, 2]))
    if not len(under):
        return
    first, last = min(under[0], now[1] - 1), max(under[-1], now[0])
    off = {
        (start, end): abs((lefts[start] + rights[end - 1]) / 2 - middle)
        for start in range(first + 1)
        for end in range(last + 1, len(row) + 1)
        if (start, end) == now or rights[end - 1] - lefts[start] < boxes[hat, 2] - boxes[hat, 0] + _OVERHANG
    }
    best = min(off, key=lambda span: off[span], default=now)
    if best != now and off[best] < off.get(now, np.inf) - _LEAST_GAIN:
        _regroup(links, hat, Relation.BODY, row, now, best)


def _regroup(
    links: _Links, mark: int, by: Relation, row: list[int], now: tuple[int, int], then: tuple[int, int]
) -> None:
    """Let a mark hold the part ``then`` of its row instead of the part ``now``, in place."""
    start, end = then
    entry = links.entry(row[0] if now[0] else mark)
    links.join([*row[:start], mark, *row[end:]], entry)
    links.join(row[start:end], (mark, int(by)))


@dataclass(frozen=True, slots=True)
class _Links:
    """The links while they are changed. Walks end after N steps, whatever circles there are."""

    parents: list[int]
    relations: list[int]

    def child(self, index: int, relation: Relation) -> int | None:
        pairs = zip(self.parents, self.relations, strict=True)
        return next((child for child, pair in enumerate(pairs) if pair == (index, relation)), None)

    def entry(self, index: int) -> tuple[int, int]:
        return self.parents[index], self.relations[index]

    def link(self, index: int, parent: int, relation: int) -> None:
        self.parents[index], self.relations[index] = parent, int(relation)

    def chain(self, start: int | None) -> list[int]:
        """A symbol, what follows it, what follows that ..."""
        found: list[int] = []
        while start is not None and len(found) < len(self.parents):
            found.append(start)
            start = self.child(start, Relation.NEXT)
        return found

    def after(self, index: int) -> list[int]:
        return self.chain(self.child(index, Relation.NEXT))

    def before(self, index: int) -> list[int]:
        """What stands before a symbol in its row, from the first on."""
        found: list[int] = []
        while self.relations[index] == Relation.NEXT and len(found) < len(self.parents):
            index = self.parents[index]
            found.insert(0, index)
        return found

    def extent(self, index: int, boxes: FloatArray) -> tuple[float, float]:
        """Left and right end of a symbol with all that hangs on it, but not what follows."""
        own, found = [index], {index}
        for parent in own:
            for child, (link, relation) in enumerate(zip(self.parents, self.relations, strict=True)):
                follows = parent == index and relation == Relation.NEXT
                if link == parent and child not in found and not follows:
                    own.append(child)
                    found.add(child)
        return float(boxes[own, 0].min()), float(boxes[own, 2].max())

    def begins_array(self, index: int) -> bool:
        entered = self.relations[index] in _ARRAY_LINKS
        return entered or any(self.child(index, link) is not None for link in _ARRAY_LINKS)

    def join(self, row: Sequence[int], entry: tuple[int, int]) -> None:
        """Make a row of symbols whose first one is entered by a link."""
        for index in row:
            self.parents[index], self.relations[index] = entry
            entry = (index, int(Relation.NEXT))

    def unfraction(self, index: int) -> None:
        over, under = self.child(index, Relation.NUMERATOR), self.child(index, Relation.DENOMINATOR)
        if over is not None and under is None:
            self.relations[over] = int(Relation.OVER_BAR_OF)
        elif under is not None and over is None:
            self.relations[under] = int(Relation.UNDER_BAR_OF)
