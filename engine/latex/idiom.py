"""Idiomatic LaTeX: the same formula in the words that a careful author would choose today."""

from __future__ import annotations

from dataclasses import dataclass, replace

from scipix.engine.latex.syntax import signatures as S
from scipix.engine.latex.syntax.glyphs import glyph
from scipix.engine.latex.syntax.nodes import (
    Command,
    Environment,
    Fenced,
    Group,
    Infix,
    Inline,
    Line,
    Node,
    Row,
    Run,
    Scripts,
    Sized,
    Space,
    Switch,
    Symbol,
)
from scipix.engine.latex.syntax.walk import rebuilt

_FONTS = {
    r"\rm": r"\mathrm", r"\bf": r"\mathbf", r"\cal": r"\mathcal", r"\it": r"\mathit", r"\sf": r"\mathsf",
    r"\tt": r"\mathtt", r"\frak": r"\mathfrak", r"\scr": r"\mathscr", r"\mit": r"\mathnormal",
}  # fmt: skip
_SYNONYMS = {
    r"\le": r"\leq", r"\ge": r"\geq", r"\ne": r"\neq", r"\rightarrow": r"\to", r"\gets": r"\leftarrow",
    r"\land": r"\wedge", r"\lor": r"\vee", r"\lnot": r"\neg", r"\owns": r"\ni", r"\lbrace": r"\{",
    r"\rbrace": r"\}", r"\lbrack": "[", r"\rbrack": "]", r"\dag": r"\dagger", r"\ddag": r"\ddagger",
}  # fmt: skip
_INFIXES = {r"\over": r"\frac", r"\choose": r"\binom"}
_MATRICES = {
    ("(", ")"): "pmatrix", ("[", "]"): "bmatrix", (r"\{", r"\}"): "Bmatrix", ("|", "|"): "vmatrix",
    (r"\|", r"\|"): "Vmatrix",
}  # fmt: skip
_SMALL_SPACES = frozenset(
    {"~", r"\ ", r"\,", r"\:", r"\;", r"\!", r"\>", r"\/", r"\thinspace", r"\negthinspace"}
)
_TALL = (Environment, Infix, Fenced)
_TALL_COMMANDS = (
    S.FRACTIONS
    | S.BINOMIALS
    | {r"\genfrac", r"\underset", r"\overset", r"\stackrel", r"\underbrace", r"\overbrace"}
)
_ACCENTLESS = {"op", "int"}


@dataclass(frozen=True, slots=True)
class Style:
    """What may be changed. None of it changes what is read; some of it, how large things are drawn.

    ``commands``: today's commands for old and odd ones (``\\over``, ``{\\bf x}``, ``\\operatorname{s i n}``).
    ``groups``: no braces that do nothing. ``arrays``: aligned, cases and pmatrix for arrays that are those.
    ``delimiters``: ``\\left`` and ``\\right`` only around what is tall. ``fractions``: no sizes by hand.
    ``spaces``: no small spaces by hand.
    """

    commands: bool = True
    groups: bool = True
    arrays: bool = True
    delimiters: bool = True
    fractions: bool = False
    spaces: bool = False


def idiomatic(row: Row, style: Style | None = None) -> Row:
    """The formula in a style."""
    return _Restyler(style or Style()).row(row)


class _Restyler:
    def __init__(self, style: Style) -> None:
        self._style = style

    def row(self, row: Row) -> Row:
        """A row restyled from the inside out."""
        nodes: list[Node] = []
        for node in row:
            nodes.extend(self._node(rebuilt(node, self.row)))
        return self._switches(tuple(nodes)) if self._style.commands else tuple(nodes)

    def _node(self, node: Node) -> Row:
        style = self._style
        match node:
            case Space() if style.spaces and node.name in _SMALL_SPACES:
                return ()
            case Switch() if style.fractions and node.name in S.STYLE_SWITCHES:
                return ()
            case Symbol() if style.commands and node.name in _SYNONYMS:
                return (replace(node, name=_SYNONYMS[node.name]),)
            case Scripts() if node.base is not None:
                base = self._node(node.base)
                return (replace(node, base=base[0]),) if len(base) == 1 else (node,)
            case Command():
                return (self._command(node),)
            case Group():
                return self._group(node)
            case Fenced():
                return self._fenced(node)
            case Environment() if style.arrays:
                return (_aligned(node),)
            case _:
                return (node,)

    def _command(self, node: Command) -> Node:
        if self._style.fractions and node.name in (r"\dfrac", r"\tfrac"):
            return replace(node, name=r"\frac")
        if self._style.commands and node.name == r"\operatorname" and not isinstance(node.arguments[0], str):
            name = "".join(part.name for part in node.arguments[0] if isinstance(part, Symbol))
            if len(name) == len(node.arguments[0]) and "\\" + name in S.OPERATORS:
                return Symbol("\\" + name, start=node.start, end=node.end)
        return node

    def _group(self, node: Group) -> Row:
        only = node.body[0] if len(node.body) == 1 else None
        if self._style.commands and isinstance(only, Command) and only.name in _FONTS.values():
            return (only,)
        if self._style.commands and isinstance(only, Command) and only.name in (r"\frac", r"\binom"):
            return (only,)
        if not self._style.groups or only is None:
            return (node,)
        if isinstance(only, Symbol):
            sign = glyph(only.name)
            plain = sign is not None and sign.kind in ("var", "ord")
            return (only,) if plain else (node,)
        if isinstance(only, Group) or (isinstance(only, Command) and only.name in S.MATH_FONTS | S.ACCENTS):
            return (only,)
        return (node,)

    def _fenced(self, node: Fenced) -> Row:
        only = node.body[0] if len(node.body) == 1 else None
        if self._style.arrays and isinstance(only, Environment):
            array = _fenced_array(node, only)
            if array:
                return (array,)
        visible = "." not in (node.left, node.right)
        if self._style.delimiters and visible and not _tall(node.body):
            return (Symbol(_bare(node.left)), *node.body, Symbol(_bare(node.right)))
        return (node,)

    def _switches(self, row: Row) -> Row:
        """Old font switches as commands with an argument; infix fractions as prefix ones."""
        for index, node in enumerate(row):
            if isinstance(node, Switch) and node.name in _FONTS and row[index + 1 :]:
                rest = row[index + 1 :]
                if any(isinstance(part, Switch | Run | Inline) for part in rest):
                    return row
                return (*row[:index], Command(_FONTS[node.name], (rest,), start=node.start, end=rest[-1].end))
        only = row[0] if len(row) == 1 else None
        if isinstance(only, Infix) and only.name in _INFIXES:
            arguments = (only.above, only.below)
            return (Command(_INFIXES[only.name], arguments, start=only.start, end=only.end),)
        return row


def _bare(delimiter: str) -> str:
    return {"<": r"\langle", ">": r"\rangle"}.get(delimiter, delimiter)


def _tall(row: Row) -> bool:
    """Whether delimiters would grow around it."""
    for node in row:
        if isinstance(node, _TALL) or (isinstance(node, Sized) and node.name == r"\middle"):
            return True
        if isinstance(node, Command) and (
            node.name in _TALL_COMMANDS or any(map(_tall_argument, node.arguments))
        ):
            return True
        if isinstance(node, Group) and _tall(node.body):
            return True
        if isinstance(node, Scripts) and (node.limits or (node.base is not None and _tall((node.base,)))):
            return True
        sign = glyph(node.name) if isinstance(node, Symbol) and node.name not in S.OPERATORS else None
        if sign and sign.kind in _ACCENTLESS:
            return True
    return False


def _tall_argument(argument: Row | str) -> bool:
    return not isinstance(argument, str) and _tall(argument)


def _columns(node: Environment) -> str:
    return "".join(node.arguments[0].split()) if node.name == "array" and node.arguments else ""


def _fenced_array(fence: Fenced, array: Environment) -> Node | None:
    columns = _columns(array)
    plain = not any(line.rules for line in array.lines) and not array.option
    if not plain or array.name not in ("array", "matrix"):
        return None
    pair = (_bare(fence.left), _bare(fence.right))
    name = _MATRICES.get(pair)
    if name and set(columns) <= {"c"}:
        return replace(array, name=name, arguments=(), start=fence.start, end=fence.end)
    if fence.left in (r"\{", r"\lbrace") and fence.right == "." and columns in ("l", "ll"):
        return replace(array, name="cases", arguments=(), start=fence.start, end=fence.end)
    return None


def _aligned(node: Environment) -> Node:
    """An array of equations, aligned at their relations."""
    columns = _columns(node)
    if any(line.rules for line in node.lines) or node.option:
        return node
    if node.name.rstrip("*") == "eqnarray" or columns == "rcl":
        lines = tuple(_two_cells(line) for line in node.lines)
        if all(line is not None for line in lines):
            return replace(node, name="aligned", arguments=(), lines=tuple(line for line in lines if line))
    return node


def _two_cells(line: Line) -> Line | None:
    """``a & = & b`` as ``a & = b``; None where the middle is no relation."""
    cells = [_ungrouped(cell) for cell in line.cells]
    if len(cells) < 2:
        return line if not any(cells) else None
    middle = cells[1]
    sign = glyph(middle[0].name) if len(middle) == 1 and isinstance(middle[0], Symbol) else None
    if middle and (sign is None or sign.kind != "rel"):
        return None
    return replace(line, cells=(cells[0], (*middle, *(cells[2] if len(cells) > 2 else ()))))


def _ungrouped(cell: Row) -> Row:
    return cell[0].body if len(cell) == 1 and isinstance(cell[0], Group) else cell
