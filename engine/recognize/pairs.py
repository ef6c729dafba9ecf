"""Delimiters of one row that belong together, and what gave them their size.

The parser says of each delimiter by itself whether ``\\left`` or ``\\right`` gave it its size. Both of a pair
were sized alike, and pairs do not cross: a closing delimiter belongs to the last open one that is as high as
itself. Where a grown one is left over and a delimiter of the same height stands on its other side, that is
the partner; without one the side stays open: ``\\left. f \\right|``. What is far higher or lower than
``\\left`` would make it, for what it holds, was sized by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from scipix.engine.latex import symbols as S
from scipix.engine.latex.features import symbols_in_order
from scipix.engine.latex.tree import Array, Limits, Mode, Node, Script, Stack, Sym
from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.plain import TELLING, Plain

_ALIKE = 0.82
"""Heights whose ratio is above this are equal: boxes are inexact, and a script may touch one of them."""
_OPENING = S.OPENING | S.TWO_SIDED
_CLOSING = S.CLOSING | S.TWO_SIDED
_GROWN: tuple[Mode, ...] = ("left", "right")
_SIZES: dict[Mode, float] = {"": 1.0, "big": 1.2, "Big": 1.8, "bigg": 2.4, "Bigg": 3.0}
"""em: heights of delimiters in TeX's fonts (plain.tex: \\big and its kind)."""
_ALONE: tuple[Mode, ...] = ("", "Big")
"""Sizes of arrows that stand alone; others are rarer than errors of the height."""
_STEP = 0.6
"""em from one size to the next, for those higher than the last."""
_FACTOR, _SHORTFALL = 0.901, 0.5
"""TeX: how much of what they hold grown delimiters cover at least, and em by which they may be shorter."""
_TOO_LOW, _TOO_HIGH, _ERROR = 0.82, 1.3, 1.15
"""Ratios: of the height to what TeX asks for, and to the size that it would take if so much more were asked.
Chosen on 470 pairs, right and wrong, in eight fonts, whose delimiters differ by a tenth."""
_EXACT, _ALLOWED = 1.05, 1.06
"""Ratios: to a size of TeX's fonts where it is one, and of what is asked for by boxes that are inexact."""
_EQUAL = TELLING | {r"\{", r"\}"}
"""Those that may be found to be higher than plain ones."""
_SLOW = frozenset((r"\langle", r"\rangle"))
"""Fonts lack high ones, so that they may be lower than what TeX asks for."""


def paired(row: Sequence[Node], boxes: FloatArray, plain: Plain) -> list[Node]:
    """The row with both delimiters of a pair sized by the same: ``left`` and ``right``, or the same size.

    Args:
        row: nodes with their symbols' numbers.
        boxes: (N, 4) of the symbols, in em.
        plain: what delimiters are like that nothing sized, in the type of this row.
    """
    nodes = list(row)
    partners = _partners(nodes, boxes)
    _size_arrows(nodes, boxes, partners)
    for start, end in _spans(partners):
        _agree(nodes, boxes, start, end)
        if _is_grown(nodes, boxes, (start, end), plain.limit):
            nodes[start], nodes[end] = _with_mode(nodes[start], "left"), _with_mode(nodes[end], "right")
    alone = [place for place, node in enumerate(nodes) if place not in partners and _delimiter(node)]
    if len(alone) == 1 and _is_grown(nodes, boxes, alone, plain.limit):
        (place,) = alone
        nodes[place] = _with_mode(nodes[place], "left" if _token(nodes[place]) in S.OPENING else "right")
    for index, node in enumerate(nodes):
        if index not in partners and _mode(node) in _GROWN:
            _give(nodes, boxes, partners, index)
    _set_in_the_middle(nodes, boxes, partners)
    for start, end in _spans(partners):
        if _mode(nodes[start]) == "left":
            _check_size(nodes, boxes, (start, end), range(start + 1, end), plain.height)
    for index, node in enumerate(nodes):
        if index not in partners and _mode(node) in _GROWN:
            held = range(index) if _mode(node) == "right" else range(index + 1, len(nodes))
            _check_size(nodes, boxes, (index,), held, plain.height)
    return nodes


def _size_arrows(nodes: list[Node], boxes: FloatArray, partners: Mapping[int, int]) -> None:
    """Give upright arrows that stand alone, as in diagrams, the size that is nearest, in place."""
    for place, node in enumerate(nodes):
        if place not in partners and _token(node) in S.UPRIGHT_ARROWS:
            height = _height(node, boxes)
            nodes[place] = _with_mode(node, _nearest(height, _ALONE))


def _partners(nodes: Sequence[Node], boxes: FloatArray) -> dict[int, int]:
    """Places of delimiters that belong together, both ways; what can open and close only if it grew."""
    partners: dict[int, int] = {}
    waiting: list[int] = []
    for index, node in enumerate(nodes):
        delimiter = _delimiter(node)
        if delimiter is None or delimiter.mode == "middle":
            continue
        if delimiter.mode == "left" or (delimiter.mode != "right" and delimiter.token in S.OPENING):
            waiting.append(index)
        elif delimiter.mode == "right" or delimiter.token in S.CLOSING:
            depth = _opener(nodes, boxes, waiting, index)
            if depth is not None:
                partners[waiting[depth]], partners[index] = index, waiting[depth]
                del waiting[depth:]
    return partners


def _opener(nodes: Sequence[Node], boxes: FloatArray, waiting: Sequence[int], index: int) -> int | None:
    """Which of the places that wait for a partner a delimiter closes: the last one as high as itself, or
    else, if it grew, the last one that grew. What can open and close waits for one that grew; where something
    that only opens waits as well, a bracket closes that, and the bar stands between them."""
    closing, grown = nodes[index], _mode(nodes[index]) == "right"
    fitting = [
        depth
        for depth, place in enumerate(waiting)
        if _alike(nodes[place], closing, boxes) and (grown or _token(nodes[place]) in S.OPENING)
    ]
    if _token(closing) in S.CLOSING:
        fitting = [depth for depth in fitting if _token(nodes[waiting[depth]]) in S.OPENING] or fitting
    if not fitting and grown:
        fitting = [depth for depth, place in enumerate(waiting) if _mode(nodes[place]) == "left"]
    return fitting[-1] if fitting else None


def _spans(partners: Mapping[int, int]) -> list[tuple[int, int]]:
    return [(start, end) for start, end in partners.items() if start < end]


def _agree(nodes: list[Node], boxes: FloatArray, start: int, end: int) -> None:
    """Let the delimiters of a pair be sized by the same, in place."""
    one, other = _mode(nodes[start]), _mode(nodes[end])
    if one in _GROWN or other in _GROWN:
        nodes[start], nodes[end] = _with_mode(nodes[start], "left"), _with_mode(nodes[end], "right")
    elif one != other:
        mode = _nearest((_height(nodes[start], boxes) + _height(nodes[end], boxes)) / 2)
        nodes[start], nodes[end] = _with_mode(nodes[start], mode), _with_mode(nodes[end], mode)


def _is_grown(nodes: Sequence[Node], boxes: FloatArray, places: Sequence[int], limit: float) -> bool:
    """Whether parentheses that the parser takes for plain ones are higher than those."""
    if any(_mode(nodes[place]) or _token(nodes[place]) not in _EQUAL for place in places):
        return False
    return sum(_height(nodes[place], boxes) for place in places) / len(places) > limit


def _give(nodes: list[Node], boxes: FloatArray, partners: dict[int, int], index: int) -> None:
    """Find the partner of a grown delimiter that is left over: the nearest one as high, in place.

    Pairs on the way are passed over; the search ends where one begins or ends that holds both.
    """
    closes = _mode(nodes[index]) == "right"
    step, tokens, mode = (-1, _OPENING, _GROWN[0]) if closes else (1, _CLOSING, _GROWN[1])
    place = index + step
    while 0 <= place < len(nodes):
        if place in partners:
            if (partners[place] - place) * step < 0:
                return
            place = partners[place] + step
            continue
        delimiter = _delimiter(nodes[place])
        if delimiter is not None:
            if delimiter.mode in _GROWN:
                return
            alike = _alike(nodes[index], nodes[place], boxes)
            if alike and delimiter.mode != "middle" and delimiter.token in tokens:
                nodes[place] = _with_mode(nodes[place], mode)
                partners[place], partners[index] = index, place
                return
        place += step


def _set_in_the_middle(nodes: list[Node], boxes: FloatArray, partners: Mapping[int, int]) -> None:
    """Make grown bars without a partner, between two delimiters as high as they, parts of that pair."""
    for index, node in enumerate(nodes):
        if index in partners or _mode(node) not in _GROWN or _token(node) not in S.TWO_SIDED:
            continue
        around = [span for span in _spans(partners) if span[0] < index < span[1]]
        start, end = max(around, default=(index, index))
        if start < end and _mode(nodes[start]) == "left" and _alike(nodes[start], node, boxes):
            nodes[index] = _with_mode(node, "middle")


def _check_size(
    nodes: list[Node], boxes: FloatArray, places: Sequence[int], held: Iterable[int], plain: float | None
) -> None:
    """Give grown delimiters the nearest size by hand where ``\\left`` would give another, in place.

    ``plain`` is the height in em of delimiters that nothing sized, where it is known.
    """
    content = tuple(nodes[index] for index in held)
    numbers = [number for number in symbols_in_order(content) if number >= 0]
    # Struts make rows of arrays higher than their ink.
    if not numbers or any(isinstance(node, Array | Stack) or _mode(node) == "middle" for node in content):
        return
    delimiters = [one for place in places if (one := _delimiter(nodes[place])) is not None]
    own = boxes[[one.symbol for one in delimiters]]
    height, axis = float(np.mean(own[:, 3] - own[:, 1])), float(np.mean(own[:, 1::2]))
    reach = max(axis - float(boxes[numbers, 1].min()), float(boxes[numbers, 3].max()) - axis)
    asked = max(2 * _FACTOR * reach, 2 * reach - _SHORTFALL)
    grown = next((size for size in _SIZES.values() if size >= _ERROR * asked), _ERROR * asked + _STEP)
    slow = any(one.token in _SLOW for one in delimiters)
    other = plain is not None and not slow and _is_another_size(height / plain, asked / plain)
    if height > _TOO_HIGH * grown or (height < _TOO_LOW * asked and not slow) or other:
        for place in places:
            nodes[place] = _with_mode(nodes[place], _nearest(height / (plain or 1.0)))


def _is_another_size(height: float, asked: float) -> bool:
    """Whether a delimiter has one of TeX's sizes, and not the one next above what is asked for.

    Both are told in heights of plain delimiters.
    """
    mode = _nearest(height)
    size = _SIZES[mode]
    if not mode or not 1 / _EXACT < height / size < _EXACT:
        return False
    least, most = (
        next((one for one in _SIZES.values() if one >= error * asked), None)
        for error in (1 / _ALLOWED, _ALLOWED)
    )
    return least is not None and most is not None and not least <= size <= most


def _nearest(height: float, modes: Iterable[Mode] = tuple(_SIZES)) -> Mode:
    return min(modes, key=lambda mode: abs(np.log(height / _SIZES[mode])))


def _delimiter(node: Node) -> Sym | None:
    base = node.base if isinstance(node, Script | Limits) else node
    return base if isinstance(base, Sym) and base.token in S.DELIMITERS and base.symbol >= 0 else None


def _mode(node: Node) -> Mode:
    delimiter = _delimiter(node)
    return delimiter.mode if delimiter is not None else ""


def _token(node: Node) -> str:
    delimiter = _delimiter(node)
    return delimiter.token if delimiter is not None else ""


def _alike(one: Node, other: Node, boxes: FloatArray) -> bool:
    low, high = sorted((_height(one, boxes), _height(other, boxes)))
    return low > _ALIKE * high


def _height(node: Node, boxes: FloatArray) -> float:
    delimiter = _delimiter(node)
    assert delimiter is not None
    return float(boxes[delimiter.symbol, 3] - boxes[delimiter.symbol, 1])


def _with_mode(node: Node, mode: Mode) -> Node:
    if isinstance(node, Script | Limits):
        return replace(node, base=_with_mode(node.base, mode))
    assert isinstance(node, Sym)
    return replace(node, mode=mode)
