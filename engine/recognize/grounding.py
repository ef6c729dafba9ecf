"""Which symbols of the picture each LaTeX token of the answer stands for."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import TypeAlias, assert_never

from scipix.engine.latex import symbols as S
from scipix.engine.latex.spans import Fenced, Word, fenced_at, letters, split_style, word_at
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
from scipix.engine.latex.write import balanced, symbol_text

_TOKEN = re.compile(
    r"\\(?:begin|end)\{[^{}]*\}(?:\{[lcr|]+\})?"
    r"|\\(?:left|right|middle|[bB]igg?[lr]?)(?![a-zA-Z])\s*(?:\\[a-zA-Z]+|\\.|[^\s])"
    r"|\\not\\[a-zA-Z]+|\\operatorname\*|\\[a-zA-Z]+|\\.|[^\s\\]"
)
Inked: TypeAlias = tuple[str, tuple[int, ...]]
"""A LaTeX token and the numbers of the symbols that it stands for."""


def latex_tokens(latex: str) -> list[str]:
    """Tokens as a reader sees them: a sized delimiter or an environment's head is one."""
    return _TOKEN.findall(latex)


def ground(latex: str, tree: Row) -> list[Inked]:
    """Each token of ``latex`` (written from ``tree``) with the numbers of the symbols it stands for.

    The symbols come in the order in which they are written, so one pass over both suffices; braces, scripts
    and what else leaves no ink get no symbol. Letters that are drawn as one glyph all get that glyph.
    """
    waiting = deque(written(tree))
    grounded: list[Inked] = []
    for token in latex_tokens(latex):
        stands_for = waiting.popleft()[1] if waiting and waiting[0][0] == token else ()
        grounded.append((token, stands_for))
    return grounded


def written(row: Row) -> Iterator[Inked]:
    """The tokens that leave ink, in the order in which :mod:`scipix.engine.latex.write` writes them.

    Invisible delimiters and the brackets of optional arguments are among them, without a number, for they
    look like tokens that do leave ink.
    """
    row = balanced(row)
    index = 0
    while index < len(row):
        if fenced := fenced_at(row, index):
            yield from _fenced(fenced)
            index += fenced.length
        elif word := word_at(row, index):
            yield from _word(word)
            index += word.length
        else:
            yield from _node(row[index])
            index += 1


def _numbers(*symbols: int) -> tuple[int, ...]:
    return tuple(symbol for symbol in symbols if symbol >= 0)


def _fenced(fenced: Fenced) -> Iterator[Inked]:
    left, body, right = fenced.left.symbol, fenced.body, fenced.right.symbol
    if isinstance(body, Stack):
        yield r"\binom", _numbers(left, right)
        yield from written(body.top)
        yield from written(body.bottom)
    else:
        yield f"\\begin{{{fenced.name}}}", _numbers(left)
        yield from _cells(body)
        yield f"\\end{{{fenced.name}}}", _numbers(right)
    if fenced.tail:
        yield from _scripts(fenced.tail.sub, fenced.tail.sup)


def _cells(array: Array) -> Iterator[Inked]:
    for line in array.rows:
        for cell in line[:1] if array.kind == "substack" else line:
            yield from written(cell)


def _word(word: Word) -> Iterator[Inked]:
    before, last = word.words[:-1], word.words[-1]
    if limits := word.limits_on_letter:
        yield from _plain_words(word.style, (*before, last[:-1]))
        yield from _limits(Limits(last[-1], limits.under, limits.over))
        return
    if word.is_operator:
        yield from _plain_words(word.style, before)
        yield from _plain_words(word.style, (last,))
    else:
        starred = isinstance(word.tail, Limits) or word.name in S.LIMIT_NAMES
        apart = word.style == r"\mathrm" and any(word.scripts) and starred
        yield from _plain_words(word.style, before if apart else word.words)
        yield from _letters(last) if apart else ()
    yield from _scripts(*word.scripts)


def _plain_words(style: str, words: Sequence[tuple[Sym, ...]]) -> Iterator[Inked]:
    """Words that all have a command of their own are written by it; otherwise they are spelled out."""
    words = [word for word in words if word]
    named = style == r"\mathrm" and all(letters(word) in S.OPERATOR_NAMES for word in words)
    for word in words:
        if named:
            yield f"\\{letters(word)}", _numbers(*(symbol.symbol for symbol in word))
        else:
            yield from _letters(word)


def _letters(word: Sequence[Sym]) -> Iterator[Inked]:
    """The letters of a word; those of a ligature share its symbol."""
    for symbol in word:
        letter = split_style(symbol.token)[1]
        for part in (letter,) if letter.startswith("\\") else letter:
            yield part, _numbers(symbol.symbol)


def _node(node: Node) -> Iterator[Inked]:  # one case a kind of node
    match node:
        case Sym():
            yield from _symbol(node)
        case Frac():
            yield r"\frac", _numbers(node.symbol)
            yield from written(node.num)
            yield from written(node.den)
        case Sqrt():
            yield r"\sqrt", _numbers(node.symbol)
            yield from _optional(node.index)
            yield from written(node.body)
        case Accent():
            yield node.command, _numbers(node.symbol)
            yield from written(node.body)
        case Script():
            yield from _node(node.base)
            yield from _scripts(node.sub, node.sup)
        case Limits():
            yield from _limits(node)
        case Prescript():
            yield from _scripts(node.sub, node.sup)
        case Stack():
            yield from written(node.top)
            yield from written(node.bottom)
        case Array():
            yield from _cells(node)
        case _:
            assert_never(node)


def _symbol(node: Sym) -> Iterator[Inked]:
    """A symbol with its size; a styled one without: its font command is a token of its own."""
    if split_style(node.token)[0]:
        yield from _letters((node,))
    else:
        yield symbol_text(node), _numbers(node.symbol)


def _optional(row: Row) -> Iterator[Inked]:
    if row:
        yield "[", ()
        yield from written(row)
        yield "]", ()


def _scripts(sub: Row, sup: Row) -> Iterator[Inked]:
    if all(isinstance(item, Sym) and item.token == r"\prime" for item in sup):
        yield from (("'", _numbers(item.symbol)) for item in sup if isinstance(item, Sym))
        sup = ()
    yield from written(sub)
    yield from written(sup)


def _limits(node: Limits) -> Iterator[Inked]:
    base = node.base
    if isinstance(base, Sym) and base.token in S.INTEGRALS:
        yield from _symbol(base)
        yield from _scripts(node.under, node.over)
    elif isinstance(base, Sym) and base.token in S.WRITABLE_STRETCHED and node.over:
        yield S.WRITABLE_STRETCHED[base.token], _numbers(base.symbol)
        yield from _optional(node.under)
        yield from written(node.over)
    else:
        yield from written(node.over)
        yield from written(node.under)
        yield from _node(base)
