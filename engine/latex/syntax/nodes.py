"""Nodes of the syntax tree: what an author wrote, nothing dropped but blanks that mean nothing.

A row is a plain tuple of nodes. ``start`` and ``end`` are the node's place in the source, in characters; they
do not count in comparisons.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias, TypedDict


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A node's place in the source: characters ``start`` up to, not including, ``end``; -1 where unknown."""

    start: int = field(default=-1, compare=False)
    end: int = field(default=-1, compare=False)


class Place(TypedDict):
    """The place of one node, to be given to another."""

    start: int
    end: int


def place(node: Located) -> Place:
    """A node's place."""
    return {"start": node.start, "end": node.end}


@dataclass(frozen=True, slots=True)
class Symbol(Located):
    """A character or a command without arguments: ``x``, ``+``, ``\\alpha``, ``\\sum``, ``\\sin``."""

    name: str


@dataclass(frozen=True, slots=True)
class Space(Located):
    """A written space: ``~``, ``\\,``, ``\\quad``, or one with a length as in ``\\hspace{1em}``.

    A ``\\\\`` outside an environment is one too.
    """

    name: str
    length: str = ""


@dataclass(frozen=True, slots=True)
class Group(Located):
    """Braces that are not an argument."""

    body: Row


@dataclass(frozen=True, slots=True)
class Scripts(Located):
    """Scripts of a base. ``base`` is None where none precedes; None and () differ: ``x`` and ``x^{}``.

    ``limits`` is the command between base and scripts: ``\\limits``, ``\\nolimits``, ``\\displaylimits``.
    """

    base: Node | None
    sub: Row | None = None
    sup: Row | None = None
    primes: int = 0
    limits: str = ""


@dataclass(frozen=True, slots=True)
class Infix(Located):
    """``{a \\over b}``: always alone in its row. ``extra`` holds delimiters and length of the long forms."""

    name: str
    above: Row
    below: Row
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Command(Located):
    """A command with arguments: ``\\frac``, ``\\hat``, ``\\mathbf``, ``\\text``, ``\\hphantom``.

    ``options`` are the bracketed arguments in order, None where one is left out. An argument that is no
    formula, such as a length or a colour, is a string. ``star`` is ``*`` for the starred form.
    """

    name: str
    arguments: tuple[Argument, ...]
    options: tuple[Argument | None, ...] = ()
    star: str = ""


@dataclass(frozen=True, slots=True)
class Fenced(Located):
    """``\\left( ... \\right)``. Delimiters are as written, ``.`` for none."""

    left: str
    body: Row
    right: str


@dataclass(frozen=True, slots=True)
class Sized(Located):
    """``\\bigl(``, and ``\\middle|`` inside :class:`Fenced`."""

    name: str
    delimiter: str


@dataclass(frozen=True, slots=True)
class Switch(Located):
    """What holds for the rest of its row: ``\\displaystyle``, ``\\bf``, ``\\color[rgb]{1,0,0}``.

    ``model`` is the colour's model with its brackets.
    """

    name: str
    argument: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class Run(Located):
    """Characters of a text, blanks included. Only inside texts."""

    text: str


@dataclass(frozen=True, slots=True)
class Inline(Located):
    """A formula inside a text: ``$x$`` or ``\\(x\\)``."""

    body: Row


@dataclass(frozen=True, slots=True)
class Line(Located):
    """One row of an environment: its cells, the rules drawn above it, and how ``\\\\`` ended it.

    ``rules`` are as written: ``\\hline``, ``\\cline{1-2}``. ``ending`` is ``\\\\``, ``\\\\[2pt]``, ``\\cr``
    or, in the last row, empty.
    """

    cells: tuple[Row, ...]
    rules: tuple[str, ...] = ()
    ending: str = ""


@dataclass(frozen=True, slots=True)
class Environment(Located):
    """``\\begin{array}{cc}``...; also ``\\substack{}`` and plain TeX's ``\\matrix{}``, by their command.

    ``option`` is what stands in brackets, ``arguments`` what stands in braces, column letters for one.
    """

    name: str
    lines: tuple[Line, ...]
    arguments: tuple[str, ...] = ()
    option: str = ""


@dataclass(frozen=True, slots=True)
class Opaque(Located):
    """A language of its own, kept as it is: mhchem's ``\\ce{...}`` and ``\\pu{...}``."""

    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Unknown(Located):
    """A command that no table knows. Its arguments, if it has any, follow as groups."""

    name: str


Node: TypeAlias = (
    Symbol | Space | Group | Scripts | Infix | Command | Fenced | Sized | Switch | Run | Inline | Environment
    | Opaque | Unknown
)  # fmt: skip
Row: TypeAlias = tuple[Node, ...]
Argument: TypeAlias = Row | str
