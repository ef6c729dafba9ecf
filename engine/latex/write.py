"""Formula tree -> LaTeX: the inverse of :mod:`scipix.engine.latex.parse` up to what the normal form drops."""

from __future__ import annotations

import re
from typing import assert_never

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

_STYLED = re.compile(r"^(\\[a-z]+)\{(.+)\}$")
_ENVIRONMENT_OF_FENCES = {
    ("(", ")"): "pmatrix", ("[", "]"): "bmatrix", (r"\{", r"\}"): "Bmatrix", ("|", "|"): "vmatrix",
    (r"\|", r"\|"): "Vmatrix",
}  # fmt: skip


def write(row: Row) -> str:
    """LaTeX of a row, with as few braces and blanks as a careful author would use."""
    return _join(_row(balanced(row)))


def split_style(token: str) -> tuple[str, str]:
    """``\\mathbf{x}`` -> (``\\mathbf``, ``x``); a token without a font command has style ''."""
    match = _STYLED.match(token)
    return (match.group(1), match.group(2)) if match else ("", token)


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
        if (taken := _fenced_array(row, index)) or (taken := _word(row, index)):
            parts.append(taken[0])
            index += taken[1]
        else:
            parts.append(_node(row[index]))
            index += 1
    return parts


def _fenced_array(row: Row, index: int) -> tuple[str, int] | None:
    """``pmatrix`` and its kin, ``cases`` and ``\\binom`` where an array stands between its delimiters."""
    opening = row[index]
    if not isinstance(opening, Sym) or opening.mode != "left" or index + 2 >= len(row):
        return None
    body, closing = row[index + 1], row[index + 2]
    base = closing.base if isinstance(closing, Script) else closing
    if not isinstance(base, Sym) or base.mode != "right":
        return None
    text = _environment(opening.token, body, base.token)
    if text is None:
        return None
    return text + (_scripts(closing.sub, closing.sup) if isinstance(closing, Script) else ""), 3


def _environment(left: str, body: Node, right: str) -> str | None:
    if isinstance(body, Stack) and (left, right) == ("(", ")"):
        return f"\\binom{{{write(body.top)}}}{{{write(body.bottom)}}}"
    if isinstance(body, Array) and body.kind == "cases" and (left, right) == (r"\{", "."):
        return _array("cases", body)
    name = _ENVIRONMENT_OF_FENCES.get((left, right))
    if isinstance(body, Array) and body.kind == "matrix" and name and set(body.align) <= {"c"}:
        return _array(name, body)
    return None


def _letter(node: Node) -> tuple[str, str, bool] | None:
    """Style, letter and gap of a styled symbol in natural size."""
    if isinstance(node, Sym) and not node.mode:
        style, letter = split_style(node.token)
        if style:
            return style, letter, node.gap
    return None


def _word(row: Row, index: int) -> tuple[str, int] | None:
    """A run of letters in one font, the last of which may carry scripts: ``\\lim_{x}``, ``\\mathrm{eff}``."""
    first = _letter(_base(row[index]))
    if first is None:
        return None
    words: list[list[str]] = [[]]
    position = index
    tail: Node | None = None
    while position < len(row) and tail is None:
        found = _letter(_base(row[position]))
        if found is None or found[0] != first[0] or isinstance(row[position], Prescript):
            break
        if found[2] and words[-1]:
            words.append([])
        words[-1].append(found[1])
        tail = row[position] if isinstance(row[position], Script | Limits) else None
        position += 1
    return _write_words(first[0], words, tail), position - index


def _base(node: Node) -> Node:
    return node.base if isinstance(node, Script | Limits) else node


def _write_words(style: str, words: list[list[str]], tail: Node | None) -> str:
    """Words, each a list of letters in one style, and the scripts on the last letter."""
    before, last = words[:-1], words[-1]
    name = "".join(last)
    if isinstance(tail, Limits) and name not in S.LIMIT_NAMES and (style != r"\mathrm" or len(last) == 1):
        under_and_over = _node(Limits(Sym(f"{style}{{{last[-1]}}}"), tail.under, tail.over))
        return _plain_words(style, [*before, last[:-1]]) + under_and_over
    scripts = ""
    if isinstance(tail, Limits):
        scripts = _scripts(tail.under, tail.over)
    elif isinstance(tail, Script):
        scripts = _scripts(tail.sub, tail.sup)
    if style == r"\mathrm" and name in S.OPERATOR_NAMES:
        return _plain_words(style, before) + f"\\{name}" + scripts
    if style == r"\mathrm" and scripts and (isinstance(tail, Limits) or name in S.LIMIT_NAMES):
        return _plain_words(style, before) + f"\\operatorname*{{{name}}}" + scripts
    return _plain_words(style, words) + scripts


def _plain_words(style: str, words: list[list[str]]) -> str:
    joined = [_join(word) for word in words if word]
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
            return _sym(node)
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


def _sym(node: Sym) -> str:
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
    if node.kind == "aligned":
        return _array("aligned", node)
    if node.kind == "matrix" and set(node.align) <= {"c"}:
        return _array("matrix", node)
    columns = max(len(row) for row in node.rows)
    return _array("array", node, "{" + (node.align or "l" * columns).ljust(columns, "l") + "}")


def _shielded(row: str) -> str:
    """A row that begins with a bracket or star would be read as the argument of what stands before it."""
    return "{}" + row if row.lstrip().startswith(("[", "*")) else row


def _array(name: str, node: Array, columns: str = "") -> str:
    rows = r" \\ ".join(_shielded(" & ".join(write(cell) for cell in row)) for row in node.rows)
    return f"\\begin{{{name}}}{columns} {rows} \\end{{{name}}}"
