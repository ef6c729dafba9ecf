"""Neighbours that are one: digits of a number, letters of a word; scripts before their base."""

from __future__ import annotations

from dataclasses import replace

from scipix.engine.latex.presentation.fonts import WORD_FONTS
from scipix.engine.latex.presentation.nodes import (
    Gap,
    Ident,
    Inner,
    Limits,
    Named,
    Node,
    Number,
    Oper,
    Row,
    Script,
)


def merged(nodes: list[Node], *, words: bool) -> Row:
    """The row with numbers, and if asked words, joined, and floating scripts hung before what follows."""
    joined: list[Node] = []
    for node in nodes:
        whole = _joined(joined[-1], node, words) if joined else None
        if whole is not None:
            joined[-1] = whole
        elif joined and _decimal(joined, node):
            point, number = joined.pop(), joined.pop()
            joined.append(_number_with(number, point, node))
        else:
            joined.append(node)
    return _prescripted(joined)


def _joined(left: Node, right: Node, words: bool) -> Node | None:
    """Two neighbours as one; scripts of the second are then scripts of both."""
    if isinstance(right, Script) and len(right.base) == 1 and not _has_prescripts(right):
        base = _joined(left, right.base[0], words)
        return replace(right, base=(base,), start=left.start) if base else None
    if isinstance(left, Number) and isinstance(right, Number) and left.font == right.font:
        return replace(left, text=left.text + right.text, end=right.end)
    if words and isinstance(left, Ident) and isinstance(right, Ident) and left.font == right.font:
        word = left.font in WORD_FONTS and left.text.isascii() and right.text.isascii()
        if word and left.text.isalpha() and right.text.isalpha():
            return replace(left, text=left.text + right.text, end=right.end)
    return None


def _decimal(joined: list[Node], node: Node) -> bool:
    """Whether a point between two numbers is a decimal point."""
    if isinstance(node, Script) and len(node.base) == 1 and not _has_prescripts(node):
        node = node.base[0]
    if len(joined) < 2 or not isinstance(node, Number):
        return False
    number, point = joined[-2:]
    return (
        isinstance(number, Number)
        and isinstance(point, Oper)
        and point.text == "."
        and "." not in number.text
    )


def _number_with(number: Node, point: Node, node: Node) -> Node:
    assert isinstance(number, Number)
    left = replace(number, text=number.text + ".", end=point.end)
    whole = _joined(left, node, False)
    assert whole is not None
    return whole


def _has_prescripts(node: Script) -> bool:
    return node.presub is not None or node.presup is not None


def _prescripted(nodes: list[Node]) -> Row:
    """Scripts on nothing, at the beginning or behind a sign, belong before the letter that follows."""
    out: list[Node] = []
    for node in nodes:
        last = out[-1] if out else None
        floating = isinstance(last, Script) and not last.base and not _has_prescripts(last)
        before = out[-2] if len(out) > 1 else None
        free = before is None or isinstance(before, Oper | Gap | Named)
        if floating and free and isinstance(last, Script) and (hung := _hung(last, node)):
            out[-1] = hung
        else:
            out.append(node)
    return tuple(out)


def _hung(scripts: Script, node: Node) -> Node | None:
    start = scripts.start
    if isinstance(node, Script) and node.base and not _has_prescripts(node):
        return replace(node, presub=scripts.sub, presup=scripts.sup, start=start)
    if isinstance(node, Ident | Number | Inner) or (isinstance(node, Oper) and node.kind in ("op", "ord")):
        return Script((node,), None, None, scripts.sub, scripts.sup, start=start, end=node.end)
    if isinstance(node, Limits):
        return Script((node,), None, None, scripts.sub, scripts.sup, start=start, end=node.end)
    return None
