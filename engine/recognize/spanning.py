"""Bars, braces, arrows and roots over and under a group: they hold what they span.

The parser links every symbol by itself, so a brace may lose the ends of its group or take in what follows.
How far the mark reaches says better what belongs to it, and of hats, which stop growing, where their middle
is.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.links import ARRAY_LINKS, Links
from scipix.engine.recognize.probability import log_softmax
from scipix.engine.recognize.relations import Relation

_MARKS = frozenset(r"\overbrace \underbrace \overleftarrow \overrightarrow \overleftrightarrow".split())
_HATS = frozenset((r"\widehat", r"\widetilde"))
_ACCENTS = frozenset(
    r"\hat \bar \vec \dot \ddot \dddot \tilde \check \breve \acute \grave \mathring".split()
)
_BARS = (Relation.UNDER_BAR_OF, Relation.OVER_BAR_OF)
_OTHER_SIDE = {
    int(Relation.NUMERATOR): Relation.DENOMINATOR, int(Relation.DENOMINATOR): Relation.NUMERATOR
}  # fmt: skip
_PLACES = {Relation.NUMERATOR: Relation.UNDER_BAR_OF, Relation.DENOMINATOR: Relation.OVER_BAR_OF}
"""A side of a fraction, and what is on the other one while this is empty."""
_LONGER = 0.15
"""em by which the bar of an outer fraction may be shorter than that of an inner one."""
_OVERHANG = 1.2
"""em by which a group may be wider than its hat."""
_LEAST_GAIN = 0.08
"""em: a hat's group is changed if another one's middle is nearer to the hat's by so much."""
_OFF_CENTRE = 0.35
"""em: an accent whose group's middle is farther right is its first symbol's. Slant moves it by less."""
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
    next one, belongs to that. An accent that does not grow has of a group that lies right of it the first
    symbol.

    Args:
        tokens, parents, relations: of N symbols, as in :class:`assemble.Graph`.
        boxes: (N, 4) in em.
    """
    links = Links.of(tokens, parents, relations, boxes)
    bars = [index for index, token in enumerate(tokens) if token == "rule"]
    for index, token in enumerate(tokens):
        if token == "rule":
            _nest(links, index)
            _hand_over(links, index, bars)
        elif token == r"\overbrace":
            _beside(links, index)
    for index, token in enumerate(tokens):
        if token == "rule":
            _unfraction(links, index)
        held = (
            [Relation.BODY]
            if token in _MARKS
            else [one for one in _BARS if links.child(index, one) is not None]
        )
        if len(held) == 1:
            _hold(links, index, held[0], boxes[index])
        elif token == r"\sqrt" and (rule := links.child(index, Relation.PART)) is not None:
            _hold(links, index, Relation.INSIDE, boxes[rule])
        elif token in _HATS:
            _centre(links, index)
        elif token in _ACCENTS:
            _single_out(links, index)
    return links.parents, links.relations


def _nest(links: Links, inner: int) -> None:
    """Let a fraction whose bar is longer than that of the one it is alone in take its place, in place."""
    for _ in range(len(links.boxes)):
        outer, side = links.entry(inner)
        other = _OTHER_SIDE.get(side)
        if other is None or links.child(inner, Relation.NEXT) is not None:
            return
        between, beyond = links.child(inner, other), links.child(outer, other)
        wider = (
            links.boxes[inner, 2] - links.boxes[inner, 0]
            > links.boxes[outer, 2] - links.boxes[outer, 0] + _LONGER
        )
        if between is None or beyond is None or links.child(inner, Relation(side)) is None or not wider:
            return
        follower = links.child(outer, Relation.NEXT)
        links.link(inner, *links.entry(outer))
        links.link(outer, inner, other)
        links.link(between, outer, Relation(side))
        if follower is not None:
            links.link(follower, inner, Relation.NEXT)


def _hand_over(links: Links, bar: int, bars: Sequence[int]) -> None:
    """Give what stands behind the end of a fraction's bar, on one side, to the bar it is over or under."""
    for side, place in _PLACES.items():
        row = list(links.walk(links.child(bar, side)))
        middles = (links.boxes[row, :2] + links.boxes[row, 2:]) / 2
        behind = next(
            (at for at in range(1, len(row)) if middles[at, 0] > links.boxes[bar, 2] + _REACH), None
        )
        if behind is None:
            continue
        across, down = middles[behind:].T
        for other in bars:
            spans = (
                links.boxes[other, 0] - _REACH < across.min()
                and across.max() < links.boxes[other, 2] + _REACH
            )
            above = side == Relation.NUMERATOR
            faces = down.max() < links.boxes[other, 1] if above else down.min() > links.boxes[other, 3]
            if other not in (bar, *row) and spans and faces and links.child(other, side) is None:
                links.link(row[behind], other, side)
                lone = links.child(other, place)
                if lone is not None:
                    links.link(lone, other, _OTHER_SIDE[side])
                break


def _beside(links: Links, mark: int) -> None:
    """Put what hangs below an overbrace, but stands left or right of it, into its row, in place."""
    below = list(links.walk(links.child(mark, Relation.BELOW)))
    if not below or _is_in_array(links, mark) or any(_is_in_array(links, index) for index in below):
        return
    before, after = links.before(mark), links.after(mark)
    entry = links.entry(before[0] if before else mark)
    if links.boxes[below, 2].max() < links.boxes[mark, 0] + _REACH and not before:
        links.join([*below, mark, *after], entry)
    elif links.boxes[below, 0].min() > links.boxes[mark, 2] - _REACH and not after:
        links.join([*before, mark, *below], entry)


def _row(links: Links, mark: int, by: Relation) -> tuple[list[int], tuple[int, int]]:
    """The row around a mark with its group, without the mark, and the part that is the group.

    Nothing where that is a part of an array, or where the links go in a circle.
    """
    before, body, after = links.before(mark), list(links.walk(links.child(mark, by))), links.after(mark)
    row = [*before, *body, *after]
    if any(_is_in_array(links, index) for index in (mark, *row)) or len({mark, *row}) <= len(row):
        return [], (0, 0)
    return row, (len(before), len(before) + len(body))


def _hold(links: Links, mark: int, by: Relation, span: FloatArray) -> None:
    """Take into the group what the box ``span`` spans of its row, and leave out the rest, in place."""
    row, now = _row(links, mark, by)
    if not row:
        return
    middles = (links.boxes[row, 0] + links.boxes[row, 2]) / 2
    left, right = span[0] - _REACH, span[2] + _REACH
    inside = [bool(left < middle < right) for middle in middles]
    if True not in inside:
        return
    start, end = inside.index(True), len(inside) - inside[::-1].index(True)
    if (start, end) != now and all(inside[start:end]):
        _regroup(links, mark, by, row, now, (start, end))


def _centre(links: Links, hat: int) -> None:
    """Let a hat stand over the middle of its group, in place: TeX centres it, scripts counted in."""
    row, now = _row(links, hat, Relation.BODY)
    if now[0] == now[1]:
        return
    lefts, rights = np.array([links.extent(index, (Relation.NEXT,)) for index in row]).T
    middle = (links.boxes[hat, 0] + links.boxes[hat, 2]) / 2
    own = (links.boxes[row, 0] + links.boxes[row, 2]) / 2
    under = np.flatnonzero((own > links.boxes[hat, 0]) & (own < links.boxes[hat, 2]))
    if not len(under):
        return
    first, last = min(under[0], now[1] - 1), max(under[-1], now[0])
    off = {
        (start, end): abs((lefts[start] + rights[end - 1]) / 2 - middle)
        for start in range(first + 1)
        for end in range(last + 1, len(row) + 1)
        if (start, end) == now
        or rights[end - 1] - lefts[start] < links.boxes[hat, 2] - links.boxes[hat, 0] + _OVERHANG
    }
    best = min(off, key=lambda span: off[span], default=now)
    if best != now and off[best] < off.get(now, np.inf) - _LEAST_GAIN:
        _regroup(links, hat, Relation.BODY, row, now, best)


def _single_out(links: Links, accent: int) -> None:
    """Leave an accent that does not grow the symbol it stands over, and its row what follows, in place."""
    body = list(links.walk(links.child(accent, Relation.BODY)))
    if len(body) < 2 or accent in body:
        return
    middles = (links.boxes[body, 0] + links.boxes[body, 2]) / 2
    own = (links.boxes[accent, 0] + links.boxes[accent, 2]) / 2
    group = (links.boxes[body, 0].min() + links.boxes[body, 2].max()) / 2
    if group - own > _OFF_CENTRE and np.abs(middles - own).argmin() == 0:
        links.join([*body[1:], *links.after(accent)], (accent, int(Relation.NEXT)))


def _regroup(
    links: Links, mark: int, by: Relation, row: list[int], now: tuple[int, int], then: tuple[int, int]
) -> None:
    """Let a mark hold the part ``then`` of its row instead of the part ``now``, in place."""
    start, end = then
    entry = links.entry(row[0] if now[0] else mark)
    links.join([*row[:start], mark, *row[end:]], entry)
    links.join(row[start:end], (mark, int(by)))


def _is_in_array(links: Links, index: int) -> bool:
    """Whether a symbol begins a cell or an array, or is entered by a link of one."""
    entered = links.relations[index] in ARRAY_LINKS
    return entered or any(links.child(index, link) is not None for link in ARRAY_LINKS)


def _unfraction(links: Links, bar: int) -> None:
    """Make a line over or under of a bar with symbols on one side only, in place."""
    over, under = links.child(bar, Relation.NUMERATOR), links.child(bar, Relation.DENOMINATOR)
    if over is not None and under is None:
        links.link(over, bar, Relation.OVER_BAR_OF)
    elif under is not None and over is None:
        links.link(under, bar, Relation.UNDER_BAR_OF)
