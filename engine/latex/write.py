"""Formula tree -> LaTeX: the inverse of :mod:`scipix.engine.latex.parse` up to what the normal form drops."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import assert_never

from scipix.engine.latex import symbols as S
from scipix.engine.latex.spans import Fenced, Word, fenced_at, split_style, word_at
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


def write(row: Row) -> str:
    """LaTeX of a row, with as few braces and blanks as a careful author would use."""
    return _join(_row(balanced(row)))


def balanced(row: Row) -> Row:
    """Put invisible delimiters where a stretched one has no partner in its row.

    The invisible delimiter is the symbol ``.`` with mode left or right. Its place is the row's end, but right
    behind the array in ``cases``.
    """
    nodes: list[Node] = []
    open_now = missing = 0
    for index, node in enumerate(row):
        nodes.append(node)
        if _mode(node) == "left":
            open_now += 1
        elif _mode(node) == "right":
            missing += open_now == 0
            open_now = max(0, open_now - 1)
        elif _ends_cases(row, index):
            nodes.append(Sym(".", "right"))
            open_now -= 1
    return (*([Sym(".", "left")] * missing), *nodes, *([Sym(".", "right")] * open_now))


def _ends_cases(row: Row, index: int) -> bool:
    """Whether the node is the array of ``cases``, whose brace closes with it invisibly."""
    node, brace = row[index], row[index - 1] if index else None
    if not isinstance(node, Array) or node.kind != "cases" or not isinstance(brace, Sym):
        return False
    closed = row[index + 1 : index + 2] == (Sym(".", "right"),)
    return (brace.token, brace.mode) == (r"\{", "left") and not closed


def _mode(node: Node) -> str:
    while isinstance(node, Script | Limits):
        node = node.base
    return node.mode if isinstance(node, Sym) else ""


def _join(parts: list[str]) -> str:
    out = ""
    for part in parts:
        if out and part and part[0].isalpha() and re.search(r"\\[a-zA-Z]+$", out):
            out += " "
        out += part
    return out


def _row(row: Row) -> list[str]:
    parts: list[str] = []
    index = 0
    while index < len(row):
        if fenced := fenced_at(row, index):
            parts.append(_fenced(fenced))
            index += fenced.length
        elif word := word_at(row, index):
            parts.append(_word(word))
            index += word.length
        else:
            parts.append(_node(row[index]))
            index += 1
    return parts


def _fenced(fenced: Fenced) -> str:
    body, tail = fenced.body, fenced.tail
    if isinstance(body, Stack):
        text = f"\\binom{{{write(body.top)}}}{{{write(body.bottom)}}}"
    else:
        text = _array(fenced.name, body)
    return text + (_scripts(tail.sub, tail.sup) if tail else "")


def _word(word: Word) -> str:
    before, last = word.words[:-1], word.words[-1]
    if limits := word.limits_on_letter:
        letter = Limits(last[-1], limits.under, limits.over)
        return _plain_words(word.style, (*before, last[:-1])) + _limits(letter)
    scripts = _scripts(*word.scripts)
    if word.is_operator:
        return _plain_words(word.style, before) + f"\\{word.name}" + scripts
    is_limit = isinstance(word.tail, Limits) or word.name in S.LIMIT_NAMES
    if word.style == r"\mathrm" and scripts and is_limit:
        return _plain_words(word.style, before) + f"\\operatorname*{{{word.name}}}" + scripts
    return _plain_words(word.style, word.words) + scripts


def _plain_words(style: str, words: Sequence[tuple[Sym, ...]]) -> str:
    joined = [_join([split_style(symbol.token)[1] for symbol in word]) for word in words if word]
    if not joined:
        return ""
    if style == r"\mathrm" and all(word in S.OPERATOR_NAMES for word in joined):
        return "".join(f"\\{word} " for word in joined)
    if style == r"\mathrm" and len(joined) > 1:
        return f"\\text{{{' '.join(joined)}}}"
    return f"{style}{{{_join(joined)}}}"


def _node(node: Node) -> str:
    match node:
        case Sym():
            return symbol_text(node)
        case Frac():
            return f"\\frac{{{write(node.num)}}}{{{write(node.den)}}}"
        case Stack():
            return f"{{{write(node.top)} \\atop {write(node.bottom)}}}"
        case Sqrt():
            return f"\\sqrt{_optional(node.index)}{{{write(node.body)}}}"
        case Script():
            return _script_base(node.base) + _scripts(node.sub, node.sup)
        case Limits():
            return _limits(node)
        case Prescript():
            return "{}" + _scripts(node.sub, node.sup)
        case Accent():
            return f"{node.command}{{{write(node.body)}}}"
        case Array():
            return _bare_array(node)
        case _:
            assert_never(node)


def delimiter_name(node: Sym) -> str:
    """The symbol's command; a sized backslash has a name of its own."""
    return r"\backslash" if node.mode and node.token == r"\setminus" else node.token


def symbol_text(node: Sym) -> str:
    """The symbol alone, with the command that gives it its size."""
    name = delimiter_name(node)
    if not node.mode:
        return name
    if node.mode in ("left", "right", "middle"):
        return f"\\{node.mode}{name}"
    side = "l" if node.token in S.OPENING else "r" if node.token in S.CLOSING else ""
    return f"\\{node.mode}{side}{name}"


def _script_base(base: Node) -> str:
    text = _node(base)
    if isinstance(base, Sym | Accent):
        return text
    return f"{{{text}}}"


def _scripts(sub: Row, sup: Row) -> str:
    out = f"_{argument(sub)}" if sub else ""
    primes = 0
    while primes < len(sup) and isinstance(head := sup[primes], Sym) and head.token == r"\prime":
        primes += 1
    if primes == len(sup):
        return "'" * primes + out
    return out + f"^{argument(sup)}"


def argument(row: Row) -> str:
    """A script's content: bare where one character suffices."""
    text = write(row)
    return text if len(text) == 1 else f"{{{text}}}"


def _optional(row: Row) -> str:
    """An optional argument; braces keep a bracket in it from closing it."""
    text = write(row)
    if "]" in text:
        text = f"{{{text}}}"
    return f"[{text}]" if row else ""


def _limits(node: Limits) -> str:
    base = node.base
    if isinstance(base, Sym) and base.token in S.INTEGRALS:
        return f"{base.token}\\limits{_scripts(node.under, node.over)}"
    if isinstance(base, Sym) and base.token in S.WRITABLE_STRETCHED and node.over:
        return f"{S.WRITABLE_STRETCHED[base.token]}{_optional(node.under)}{{{write(node.over)}}}"
    text = _node(base)
    if node.under:
        text = f"\\underset{{{write(node.under)}}}{{{text}}}"
    return f"\\overset{{{write(node.over)}}}{{{text}}}" if node.over else text


def _bare_array(node: Array) -> str:
    if node.kind == "substack":
        return "\\substack{" + r" \\ ".join(_shielded(write(row[0])) for row in node.rows) + "}"
    if node.kind in ("aligned", "gathered"):
        return _array(node.kind, node)
    if node.kind == "matrix" and set(node.align) <= {"c"} and not node.ruled:
        return _array("matrix", node)
    columns = max(len(row) for row in node.rows)
    align = node.align or ("c" if node.kind == "matrix" else "l") * columns
    return _array("array", node, "{" + _with_rules(align.ljust(columns, "l"), node.vertical) + "}")


def _with_rules(align: str, vertical: Sequence[int]) -> str:
    """The letters of columns with the rules between them."""
    parts = ["|" * vertical.count(place) + letter for place, letter in enumerate(align)]
    return "".join(parts) + "|" * vertical.count(len(align))


def _shielded(row: str) -> str:
    """A row that begins with a bracket or star would be read as the argument of what stands before it."""
    return "{}" + row if row.lstrip().startswith(("[", "*")) else row


def _array(name: str, node: Array, columns: str = "") -> str:
    rows = [_shielded(" & ".join(write(cell) for cell in row)) for row in node.rows]
    rows = [r"\hline " * node.horizontal.count(above) + row for above, row in enumerate(rows)]
    if last := node.horizontal.count(len(rows)):
        rows.append((r"\hline " * last).rstrip())
    body = r" \\ ".join(rows)
    return f"\\begin{{{name}}}{columns} {body} \\end{{{name}}}"
