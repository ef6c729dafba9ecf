"""Syntax tree -> LaTeX, so that reading it again gives the same tree."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import assert_never

from scipix.engine.latex.syntax import signatures as S
from scipix.engine.latex.syntax.glyphs import glyph
from scipix.engine.latex.syntax.nodes import (
    Argument,
    Command,
    Environment,
    Fenced,
    Group,
    Infix,
    Inline,
    Line,
    Node,
    Opaque,
    Row,
    Run,
    Scripts,
    Sized,
    Space,
    Switch,
    Symbol,
    Unknown,
)

_WORD = re.compile(r"\\[a-zA-Z]+$")
_AIRY = frozenset({"bin", "rel"})
_NO_OPERAND = frozenset({"bin", "rel", "open", "punct", "op", "int"})


def print_latex(row: Row, *, airy: bool = False) -> str:
    """LaTeX of a row. ``airy`` puts blanks around relations and binary operators, which draw nothing."""
    return _Printer(airy).row(row)


def join(parts: Iterable[str]) -> str:
    """Parts one behind the other, with a blank where a command's name would swallow the next letter."""
    out: list[str] = []
    last = ""
    for part in parts:
        if not part:
            continue
        if last and part[0].isascii() and part[0].isalpha() and _WORD.search(last):
            out.append(" ")
        out.append(part)
        last = part
    return "".join(out)


class _Printer:
    def __init__(self, airy: bool) -> None:
        self._airy = airy

    def row(self, row: Row) -> str:
        return join(self._spaced(index, node, row) for index, node in enumerate(row))

    def _spaced(self, index: int, node: Node, row: Row) -> str:
        text = self.node(node)
        kind = _kind(node) if self._airy else ""
        if kind not in _AIRY:
            return text
        before = _kind(row[index - 1]) if index else "open"
        if kind == "bin" and before in _NO_OPERAND:
            return text
        return (" " if index else "") + text + (" " if index < len(row) - 1 else "")

    def node(self, node: Node) -> str:  # noqa: C901 - one case a node type
        match node:
            case Symbol() | Unknown():
                return node.name
            case Run():
                return node.text
            case Space():
                return _space(node)
            case Group():
                return self.braces(node.body)
            case Inline():
                return f"${self.row(node.body)}$"
            case Scripts():
                return self._scripts(node)
            case Infix():
                return join((self.row(node.above), node.name, *node.extra, " ", self.row(node.below)))
            case Command():
                return self._command(node)
            case Fenced():
                return join((r"\left", node.left, self.row(node.body), r"\right", node.right))
            case Sized():
                return join((node.name, node.delimiter))
            case Switch():
                return node.name + (f"{node.model}{{{node.argument}}}" if node.name == r"\color" else "")
            case Environment():
                return self._environment(node)
            case Opaque():
                return f"{node.name}{{{node.source}}}"
            case _:
                assert_never(node)

    def braces(self, row: Row) -> str:
        return f"{{{self.row(row)}}}"

    # -- scripts and arguments --------------------------------------------------------------------
    def _scripts(self, node: Scripts) -> str:
        base = self.node(node.base) if node.base else ""
        sub = f"_{self._script(node.sub)}" if node.sub is not None else ""
        sup = f"^{self._script(node.sup)}" if node.sup is not None else ""
        return join((base, node.limits, "'" * node.primes, sub, sup))

    def _script(self, row: Row) -> str:
        """A script's content: bare where one character suffices."""
        text = self.row(row)
        alone = len(text) == 1 and isinstance(row[0], Symbol | Run)
        return text if alone else f"{{{text}}}"

    def _command(self, node: Command) -> str:
        if node.name == r"\not" and len(node.arguments[0]) == 1 and isinstance(node.arguments[0][0], Symbol):
            return join((node.name, node.arguments[0][0].name))
        options = "".join(f"[{self._argument(option)}]" for option in node.options if option is not None)
        arguments = "".join(f"{{{self._argument(argument)}}}" for argument in node.arguments)
        return node.name + node.star + options + arguments

    def _argument(self, argument: Argument) -> str:
        return argument if isinstance(argument, str) else self.row(argument)

    # -- environments -----------------------------------------------------------------------------
    def _environment(self, node: Environment) -> str:
        lines = " ".join(filter(None, (self._line(line) for line in node.lines)))
        if node.name in S.BRACED:
            return f"{node.name}{{{lines}}}"
        option = f"[{node.option}]" if node.option else ""
        arguments = "".join(f"{{{argument}}}" for argument in node.arguments)
        return f"\\begin{{{node.name}}}{option}{arguments} {lines} \\end{{{node.name}}}"

    def _line(self, line: Line) -> str:
        cells = " & ".join(self.row(cell) for cell in line.cells)
        return " ".join(part for part in (*line.rules, cells, line.ending) if part)


def _kind(node: Node) -> str:
    """The class of a sign, scripts aside; '' for what is no sign."""
    base = node.base if isinstance(node, Scripts) else node
    sign = glyph(base.name) if isinstance(base, Symbol) else None
    return sign.kind if sign else ""


def _space(node: Space) -> str:
    if not node.length:
        return node.name
    if node.name in S.PLAIN_LENGTH:
        return f"{node.name}{node.length} " if node.length[0] != "\\" else f"{node.name}{node.length}"
    return f"{node.name}{{{node.length}}}"
