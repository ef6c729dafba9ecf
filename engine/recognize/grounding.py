"""Which symbols of the picture each LaTeX token of the answer stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scipix.engine.latex import symbols as S
from scipix.engine.latex.tree import (
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
from scipix.engine.latex.write import split_style

_TOKEN = re.compile(
    r"\\(?:begin|end)\{[^{}]*\}(?:\{[lcr]+\})?"
    r"|\\(?:left|right|middle|[bB]igg?[lr]?)\s*(?:\\[a-zA-Z]+|\\.|[^\s])"
    r"|\\not\\[a-zA-Z]+|\\[a-zA-Z]+\*?|\\.|[^\s\\]"
)
_SIZED = re.compile(r"^\\(?:left|right|middle|[bB]igg?[lr]?)\s*(\\[a-zA-Z]+|\\.|\S)$")


def latex_tokens(latex: str) -> list[str]:
    """Tokens as a reader sees them: a sized delimiter or an environment's head is one."""
    return _TOKEN.findall(latex)


def ground(latex: str, tree: Row) -> list[tuple[str, tuple[int, ...]]]:
    """Each token of ``latex`` (written from ``tree``) with the numbers of the symbols it stands for.

    The symbols come in the order in which they are written, so one pass over both suffices; braces, scripts
    and what else leaves no ink get no symbol.
    """
    waiting = list(written(tree))
    position = 0
    grounded: list[tuple[str, tuple[int, ...]]] = []
    for token in latex_tokens(latex):
        taken = _taken(token, waiting, position)
        symbols = tuple(number for _, number in waiting[position : position + taken] if number >= 0)
        grounded.append((token, symbols))
        position += taken
    return grounded


def _taken(token: str, waiting: list[tuple[str, int]], position: int) -> int:
    """How many of the waiting symbols a token stands for."""
    if position >= len(waiting):
        return 0
    expected = waiting[position][0]
    if token == expected or (token == "'" and expected == r"\prime"):
        return 1
    if token.startswith((r"\begin{", r"\end{")):
        name = token[token.index("{") + 1 : token.index("}")]
        fence = S.MATRICES.get(name, ("", ""))[token.startswith(r"\end{")]
        return int(fence != "" and fence == expected)
    if sized := _SIZED.match(token):
        name = r"\setminus" if sized.group(1) == r"\backslash" else sized.group(1)
        return int(name == expected)
    if token == r"\binom":
        return int(expected == "(")
    if token in S.WRITABLE_STRETCHED.values():
        return int(S.WRITABLE_STRETCHED.get(expected) == token)
    return _word(token, waiting, position)


def _word(token: str, waiting: list[tuple[str, int]], position: int) -> int:
    """A named operator stands for all its letters, a ligature's second letter for nothing more."""
    if token[1:] not in S.OPERATOR_NAMES:
        return int(
            len(token) == 1 and waiting[position][0].startswith(token) and waiting[position][0][0] != "\\"
        )
    letters, count = "", 0
    while letters != token[1:] and position + count < len(waiting) and token[1:].startswith(letters):
        letters += waiting[position + count][0]
        count += 1
    return count if letters == token[1:] else 0


def written(row: Row) -> Iterator[tuple[str, int]]:
    """Text and number of each symbol in the order in which :mod:`scipix.engine.latex.write` writes them."""
    for node in row:
        yield from _written(node)


def _written(node: Node) -> Iterator[tuple[str, int]]:  # noqa: C901  # one case a kind of node
    match node:
        case Sym():
            yield split_style(node.token)[1], node.symbol
        case Frac():
            yield r"\frac", node.symbol
            yield from written(node.num + node.den)
        case Sqrt():
            yield r"\sqrt", node.symbol
            yield from written(node.index + node.body)
        case Accent():
            yield node.command, node.symbol
            yield from written(node.body)
        case Script() | Limits():
            yield from _written_scripts(node)
        case Prescript():
            yield from written(node.sub + node.sup)
        case Stack():
            yield from written(node.top + node.bottom)
        case Array():
            for line in node.rows:
                for cell in line:
                    yield from written(cell)


def _written_scripts(node: Script | Limits) -> Iterator[tuple[str, int]]:
    if isinstance(node, Limits):
        yield from _written_limits(node)
        return
    yield from _written(node.base)
    primed = all(isinstance(item, Sym) and item.token == r"\prime" for item in node.sup)
    yield from written(node.sup + node.sub if primed else node.sub + node.sup)


def _written_limits(node: Limits) -> Iterator[tuple[str, int]]:
    base = node.base
    leads = isinstance(base, Sym) and (
        base.token in S.INTEGRALS or "{" in base.token or (base.token in S.WRITABLE_STRETCHED and node.over)
    )
    if leads:
        yield from _written(base)
        yield from written(node.under + node.over)
    else:
        yield from written(node.over + node.under)
        yield from _written(base)
