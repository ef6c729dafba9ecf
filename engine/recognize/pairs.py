"""Delimiters of one row that belong together: what grew with its content has a partner as high as itself.

The parser says of each delimiter by itself whether ``\\left`` or ``\\right`` gave it its size. Where it says
so of one side only and a delimiter of the same height stands on the other, plain or thought to be sized by
hand, that one is the partner.
Without such a partner the side stays open: ``\\left. f \\right|``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scipix.engine.latex import symbols as S
from scipix.engine.latex.tree import Limits, Node, Script, Sym
from scipix.engine.recognize.geometry import FloatArray

_ALIKE = 0.82
"""Heights whose ratio is above this are equal: boxes are inexact, and a script may touch one of them."""
_OPENING = S.OPENING | S.TWO_SIDED
_CLOSING = S.CLOSING | S.TWO_SIDED


def paired(row: Sequence[Node], boxes: FloatArray) -> list[Node]:
    """The row with ``left`` and ``right`` given to delimiters whose partner has it.

    Args:
        row: nodes with their symbols' numbers.
        boxes: (N, 4) of the symbols.
    """
    nodes = list(row)
    waiting, lonely = _unpaired(nodes, boxes)
    for index in lonely:
        _give(nodes, boxes, index, range(index - 1, -1, -1), _OPENING, "left")
    for index in waiting:
        _give(nodes, boxes, index, range(index + 1, len(nodes)), _CLOSING, "right")
    return nodes


def _unpaired(nodes: Sequence[Node], boxes: FloatArray) -> tuple[list[int], list[int]]:
    """Places of ``left`` without a ``right`` as high as it, and the other way round."""
    waiting: list[int] = []
    lonely: list[int] = []
    for index, node in enumerate(nodes):
        delimiter = _delimiter(node)
        if delimiter is None or delimiter.mode not in ("left", "right"):
            continue
        if delimiter.mode == "left":
            waiting.append(index)
        elif waiting and _alike(nodes[waiting[-1]], node, boxes):
            waiting.pop()
        else:
            lonely.append(index)
    return waiting, lonely


def _give(
    nodes: list[Node], boxes: FloatArray, index: int, places: range, tokens: frozenset[str], mode: str
) -> None:
    """Give ``mode`` to the nearest delimiter that is as high as the one at ``index``, in place.

    The search ends at a delimiter that ``\\left`` or ``\\right`` sized: pairs do not cross.
    """
    for place in places:
        delimiter = _delimiter(nodes[place])
        if delimiter is None:
            continue
        if delimiter.mode in ("left", "right"):
            return
        alike = _alike(nodes[index], nodes[place], boxes)
        if alike and delimiter.mode != "middle" and delimiter.token in tokens:
            nodes[place] = _with_mode(nodes[place], mode)
            return


def _delimiter(node: Node) -> Sym | None:
    base = node.base if isinstance(node, Script | Limits) else node
    return base if isinstance(base, Sym) and base.token in S.DELIMITERS and base.symbol >= 0 else None


def _alike(one: Node, other: Node, boxes: FloatArray) -> bool:
    low, high = sorted((_height(one, boxes), _height(other, boxes)))
    return low > _ALIKE * high


def _height(node: Node, boxes: FloatArray) -> float:
    delimiter = _delimiter(node)
    assert delimiter is not None
    return float(boxes[delimiter.symbol, 3] - boxes[delimiter.symbol, 1])


def _with_mode(node: Node, mode: str) -> Node:
    if isinstance(node, Script | Limits):
        return replace(node, base=_with_mode(node.base, mode))
    assert isinstance(node, Sym)
    return replace(node, mode=mode)  # type: ignore[arg-type]
