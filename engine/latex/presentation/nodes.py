"""Nodes of the presentation tree. A row is a plain tuple of nodes, which know their places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from scipix.engine.latex.syntax.nodes import Located

Font: TypeAlias = Literal[
    "normal", "italic", "bold", "bold-italic", "double-struck", "script", "bold-script", "fraktur",
    "bold-fraktur", "sans-serif", "sans-serif-bold", "sans-serif-italic", "monospace",
]  # fmt: skip
Kind: TypeAlias = Literal["ord", "op", "int", "bin", "rel", "open", "close", "fence", "punct", "inner"]
Notation: TypeAlias = Literal["box", "up", "down", "cross", "strike"]
Alignment: TypeAlias = Literal["left", "center", "right"]
TableKind: TypeAlias = Literal["matrix", "small", "array", "aligned", "gathered", "cases", "substack"]


@dataclass(frozen=True, slots=True)
class Ident(Located):
    """A letter, or an upright or bold word such as ``eff``; ``text`` is without its font."""

    text: str
    font: Font = "italic"


@dataclass(frozen=True, slots=True)
class Number(Located):
    """Digits, with a decimal point between them."""

    text: str
    font: Font = "normal"


@dataclass(frozen=True, slots=True)
class Oper(Located):
    """A sign. ``size`` is 0, or 1 to 4 for ``\\big`` to ``\\Bigg``; ``stretchy`` grows with what it holds."""

    text: str
    kind: Kind = "ord"
    size: int = 0
    stretchy: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Named(Located):
    """An operator's name: ``sin``. ``limits`` says whether scripts go under and over it in a display."""

    text: str
    limits: bool = False


@dataclass(frozen=True, slots=True)
class Words(Located):
    """Text, blanks and all."""

    text: str
    font: Font = "normal"


@dataclass(frozen=True, slots=True)
class Gap(Located):
    """A horizontal space in em, possibly negative."""

    width: float


@dataclass(frozen=True, slots=True)
class Inner(Located):
    """A group: what stands in it is one thing to what stands around it."""

    body: Row


@dataclass(frozen=True, slots=True)
class Fraction(Located):
    """One over the other. ``thickness`` is the rule's as written, '' for the normal one, '0' for none.

    ``display`` forces the size of a displayed (True) or inline (False) fraction.
    """

    above: Row
    below: Row
    thickness: str = ""
    display: bool | None = None


@dataclass(frozen=True, slots=True)
class Radical(Located):
    """A root, with its degree where one is written."""

    body: Row
    degree: Row = ()


@dataclass(frozen=True, slots=True)
class Script(Located):
    """Scripts beside a base, behind it or, ``presub`` and ``presup``, before it. None where there is none."""

    base: Row
    sub: Row | None = None
    sup: Row | None = None
    presub: Row | None = None
    presup: Row | None = None


@dataclass(frozen=True, slots=True)
class Limits(Located):
    """Rows under and over a base; ``movable``: beside it in running text."""

    base: Row
    under: Row | None = None
    over: Row | None = None
    movable: bool = False


@dataclass(frozen=True, slots=True)
class Accent(Located):
    """A mark over, or under, a body. ``name`` is LaTeX's, without its backslash."""

    name: str
    mark: str
    body: Row
    under: bool = False
    stretchy: bool = False


@dataclass(frozen=True, slots=True)
class Fence(Located):
    """Delimiters that grow with what they hold; '' where there is none."""

    opening: str
    body: Row
    closing: str


@dataclass(frozen=True, slots=True)
class Table(Located):
    """Rows of cells. ``columns`` has an alignment for each column.

    ``vertical`` and ``horizontal`` are the places of rules: 0 is before the first column or row.
    """

    kind: TableKind
    lines: tuple[tuple[Row, ...], ...]
    columns: tuple[Alignment, ...]
    vertical: tuple[int, ...] = ()
    horizontal: tuple[int, ...] = ()
    display: bool = False


@dataclass(frozen=True, slots=True)
class Styled(Located):
    """A body in another size or colour. ``level`` is 0, 1, 2 for text, script and scriptscript size."""

    body: Row
    display: bool | None = None
    level: int | None = None
    colour: str = ""
    background: str = ""


@dataclass(frozen=True, slots=True)
class Enclosed(Located):
    """A body in a box or struck out."""

    body: Row
    notation: Notation


@dataclass(frozen=True, slots=True)
class Phantom(Located):
    """A body that takes its room and is not drawn; ``horizontal`` and ``vertical`` say which room."""

    body: Row
    horizontal: bool = True
    vertical: bool = True


@dataclass(frozen=True, slots=True)
class Lap(Located):
    """A body that takes no room sideways; it hangs out to the left, to the right or to both sides."""

    body: Row
    side: Alignment


Node: TypeAlias = (
    Ident | Number | Oper | Named | Words | Gap | Inner | Fraction | Radical | Script | Limits | Accent
    | Fence | Table | Styled | Enclosed | Phantom | Lap
)  # fmt: skip
Row: TypeAlias = tuple[Node, ...]


def sign_of(node: Node) -> Oper | None:
    """The sign that a node is, scripts behind it aside."""
    if isinstance(node, Script) and len(node.base) == 1 and node.presub is None and node.presup is None:
        node = node.base[0]
    return node if isinstance(node, Oper) else None
