"""Spans of a row that are written as one: letters in one font, arrays between their fences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scipix.engine.latex import symbols as S
from scipix.engine.latex.tree import Array, Limits, Node, Prescript, Row, Script, Stack, Sym

_STYLED = re.compile(r"^(\\[a-z]+)\{(.+)\}$")
_ENVIRONMENT_OF_FENCES = {
    ("(", ")"): "pmatrix", ("[", "]"): "bmatrix", (r"\{", r"\}"): "Bmatrix", ("|", "|"): "vmatrix",
    (r"\|", r"\|"): "Vmatrix",
}  # fmt: skip


def split_style(token: str) -> tuple[str, str]:
    """``\\mathbf{x}`` -> (``\\mathbf``, ``x``); a token without a font command has style ''."""
    match = _STYLED.match(token)
    return (match.group(1), match.group(2)) if match else ("", token)


def letters(symbols: tuple[Sym, ...]) -> str:
    """What a word says: its letters without their font."""
    return "".join(split_style(symbol.token)[1] for symbol in symbols)


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters in one font, the last of which may carry scripts: ``\\lim_{x}``, ``\\mathrm{eff}``.

    ``words`` are parted by gaps, ``tail`` is the last letter's node if it has scripts or limits, ``length``
    counts the nodes of the row.
    """

    style: str
    words: tuple[tuple[Sym, ...], ...]
    tail: Script | Limits | None
    length: int

    @property
    def name(self) -> str:
        """The last word."""
        return letters(self.words[-1])

    @property
    def is_operator(self) -> bool:
        """Whether the last word has a command of its own, such as ``\\lim``."""
        return self.style == r"\mathrm" and self.name in S.OPERATOR_NAMES

    @property
    def limits_on_letter(self) -> Limits | None:
        """The limits, where they belong to the last letter alone and not to the word that it ends."""
        alone = self.style != r"\mathrm" or len(self.words[-1]) == 1
        if isinstance(self.tail, Limits) and self.name not in S.LIMIT_NAMES and alone:
            return self.tail
        return None

    @property
    def scripts(self) -> tuple[Row, Row]:
        """Sub- and superscript of the last word."""
        if isinstance(self.tail, Limits):
            return self.tail.under, self.tail.over
        return (self.tail.sub, self.tail.sup) if self.tail else ((), ())


def word_at(row: Row, index: int) -> Word | None:
    """The word that begins at a place of the row."""
    first = _letter(_base(row[index]))
    if first is None:
        return None
    style = split_style(first.token)[0]
    words: list[list[Sym]] = [[]]
    position = index
    tail: Script | Limits | None = None
    while position < len(row) and tail is None:
        node = row[position]
        symbol = _letter(_base(node))
        if symbol is None or split_style(symbol.token)[0] != style or isinstance(node, Prescript):
            break
        if symbol.gap and words[-1]:
            words.append([])
        words[-1].append(symbol)
        tail = node if isinstance(node, Script | Limits) else None
        position += 1
    return Word(style, tuple(map(tuple, words)), tail, position - index)


def _letter(node: Node) -> Sym | None:
    """The node, if it is a symbol with a font command and in natural size."""
    return node if isinstance(node, Sym) and not node.mode and split_style(node.token)[0] else None


def _base(node: Node) -> Node:
    return node.base if isinstance(node, Script | Limits) else node


@dataclass(frozen=True, slots=True)
class Fenced:
    """Three nodes of a row that are one environment or ``\\binom``; ``tail`` is the closing one's scripts."""

    name: str
    left: Sym
    body: Array | Stack
    right: Sym
    tail: Script | None

    length = 3


def fenced_at(row: Row, index: int) -> Fenced | None:
    """``pmatrix`` and its kin, ``cases`` and ``binom`` where an array stands between its delimiters."""
    opening = row[index]
    if not isinstance(opening, Sym) or opening.mode != "left" or index + 2 >= len(row):
        return None
    body, closing = row[index + 1], row[index + 2]
    base = closing.base if isinstance(closing, Script) else closing
    if not isinstance(base, Sym) or base.mode != "right" or not isinstance(body, Array | Stack):
        return None
    tail = closing if isinstance(closing, Script) else None
    name = _environment(opening.token, body, base.token)
    return Fenced(name, opening, body, base, tail) if name else None


def _environment(left: str, body: Array | Stack, right: str) -> str | None:
    if isinstance(body, Stack):
        return "binom" if (left, right) == ("(", ")") else None
    if body.kind == "cases" and (left, right) == (r"\{", "."):
        return "cases"
    if body.kind == "matrix" and set(body.align) <= {"c"} and not body.ruled:
        return _ENVIRONMENT_OF_FENCES.get((left, right))
    return None
