"""Typst. Signs are written as characters, so that no version's names matter."""

from __future__ import annotations

import re
from typing import assert_never

from scipix.engine.latex.presentation.nodes import (
    Accent,
    Enclosed,
    Fence,
    Font,
    Fraction,
    Gap,
    Ident,
    Inner,
    Lap,
    Limits,
    Named,
    Node,
    Number,
    Oper,
    Phantom,
    Radical,
    Row,
    Script,
    Styled,
    Table,
    Words,
    sign_of,
)
from scipix.engine.latex.targets.target import ConversionError, Formula, Target

_FONTS: dict[Font, str] = {
    "normal": "upright({})", "italic": "italic({})", "bold": "upright(bold({}))", "bold-italic": "bold({})",
    "double-struck": "bb({})", "script": "cal({})", "bold-script": "bold(cal({}))", "fraktur": "frak({})",
    "bold-fraktur": "bold(frak({}))", "sans-serif": "sans(upright({}))",
    "sans-serif-bold": "sans(upright(bold({})))", "sans-serif-italic": "sans({})", "monospace": "mono({})",
}  # fmt: skip
_ACCENTS = {
    "hat": "hat", "widehat": "hat", "tilde": "tilde", "widetilde": "tilde", "bar": "macron", "vec": "arrow",
    "dot": "dot", "ddot": "dot.double", "dddot": "dot.triple", "ddddot": "dot.quad", "check": "caron",
    "widecheck": "caron", "breve": "breve", "acute": "acute", "grave": "grave", "mathring": "circle",
    "overline": "overline", "underline": "underline", "overbrace": "overbrace", "underbrace": "underbrace",
    "overbracket": "overbracket", "underbracket": "underbracket", "overparen": "overparen",
    "underparen": "underparen", "overrightarrow": "arrow", "overleftarrow": "arrow.l",
    "overleftrightarrow": "arrow.l.r",
}  # fmt: skip
_NAMED_GAPS = {0.167: "thin", 0.222: "med", 0.278: "thick", 1.0: "quad", 2.0: "wide"}
_SPECIAL = frozenset("\\#$\"_^&/()[]{}|:'~*!?.<>=-+@`⟨⟩⌊⌋⌈⌉⟮⟯⎰⎱⟦⟧⌜⌝⌞⌟")
_PLAIN = frozenset("+=<>!.?-*|")
_SIZES = ("", "1.2em", "1.8em", "2.4em", "3em")
_WITH_LIMITS = frozenset("det gcd inf lim max min Pr sup".split())
_WITHOUT_LIMITS = frozenset(
    (
        "arccos arcsin arctan arg cos cosh cot coth csc deg dim exp hom ker lg ln log sec sin sinh tan tanh"
    ).split()
)
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_TALL = (Fraction, Table, Limits, Fence, Radical, Accent, Styled, Inner, Phantom, Lap, Enclosed)
_DELIMS = {("(", ")"): "(", ("[", "]"): "[", ("{", "}"): "{", ("|", "|"): "|", ("‖", "‖"): "‖"}
_ATOM = re.compile(r"\w|\d+(\.\d+)?|\"[^\"\\]*\"")
_CANCEL = {"up": "", "down": ", inverted: #true", "cross": ", cross: #true", "strike": ", angle: #90deg"}


def typst(row: Row, *, display: bool = True) -> str:
    """A Typst equation with its dollars."""
    if (
        len(row) == 1
        and isinstance(row[0], Table)
        and display
        and not row[0].vertical
        and not row[0].horizontal
    ):
        body = _Writer(False).lines(row[0])
    else:
        body = _Writer(False).row(row)
    return f"$ {body} $" if display else f"${body}$"


class _Writer:
    """``in_call``: whether commas part the arguments of a function, so that others must be escaped."""

    def __init__(self, in_call: bool) -> None:
        self._in_call = in_call

    # -- rows -------------------------------------------------------------------------------------
    def row(self, row: Row) -> str:
        """A row, never empty."""
        plain = _plain_pairs(row)
        parts: list[str] = []
        writer, opened = self, 0
        for index, node in enumerate(row):
            sign = sign_of(node)
            if index in plain and sign:
                opened += 1 if sign.text in _PAIRS else -1
                writer = _Writer(self._in_call and not opened)
                scripts = writer._attached(node.sub, node.sup) if isinstance(node, Script) else ""
                parts.append(sign.text + scripts)
            else:
                parts.append(writer.node(node))
        text = " ".join(part for part in parts if part)
        return re.sub(r"([(\[]) | (?=[)\]])", r"\1", text) if plain and '"' not in text else text or '""'

    def call(self, name: str, *rows: Row, extra: str = "") -> str:
        """A function with rows as its arguments."""
        writer = _Writer(True)
        return f"{name}({', '.join(writer.row(row) for row in rows)}{extra})"

    def lines(self, table: Table) -> str:
        """Aligned equations one below the other, as Typst has them at the top of an equation."""
        return " \\\n  ".join(self._line(table, line) for line in table.lines) or '""'

    def _line(self, table: Table, line: tuple[Row, ...]) -> str:
        cells = [self.row(cell) if cell else "" for cell in line]
        if table.kind == "aligned":
            return _equations(cells).strip() or '""'
        return " & ".join(_aligned(cell, side) for cell, side in zip(cells, table.columns, strict=True))

    # -- nodes ------------------------------------------------------------------------------------
    def node(self, node: Node) -> str:  # noqa: C901 - one case a node type
        match node:
            case Ident():
                return _ident(node)
            case Number():
                return node.text if node.font == "normal" else _FONTS[node.font].format(node.text)
            case Oper():
                return self._oper(node)
            case Named():
                return _operator(node)
            case Words():
                text = _quoted(node.text)
                return text if node.font == "normal" else _FONTS[node.font].format(text)
            case Gap():
                return _NAMED_GAPS.get(round(node.width, 3)) or f"#h({node.width:.3f}em)"
            case Inner():
                return self.row(node.body)
            case Fraction():
                return self._fraction(node)
            case Radical():
                return (
                    self.call("root", node.degree, node.body) if node.degree else self.call("sqrt", node.body)
                )
            case Script():
                return self._script(node)
            case Limits():
                return self._limits(node)
            case Accent():
                return self._accent(node)
            case Fence():
                return self._fence(node)
            case Table():
                return self._table(node, "#none")
            case Styled():
                return self._styled(node)
            case Enclosed():
                return self._enclosed(node)
            case Phantom():
                return self._phantom(node)
            case Lap():
                side = {"left": "left", "center": "center", "right": "right"}[node.side]
                return f"#box(width: 0pt, align({side}, ${self._apart(node.body)}$))"
            case _:
                assert_never(node)

    def _oper(self, node: Oper) -> str:
        text = self._sign(node.text)
        if node.text in ("|", "‖") and node.kind == "fence" and not node.size and not node.stretchy:
            return f'class("normal", {_escaped(node.text)})'
        if node.bold:
            text = f"bold({_escaped(node.text)})"
        if node.size:
            return f"lr({_escaped(node.text)}, size: #{_SIZES[node.size]})"
        if node.stretchy and node.kind == "fence":
            return f"mid({_escaped(node.text)})"
        return f"stretch({text})" if node.stretchy else text

    def _sign(self, text: str) -> str:
        if text in (",", ";"):
            return "\\" + text if self._in_call else text
        return text if text in _PLAIN else _escaped(text)

    def _fraction(self, node: Fraction) -> str:
        if node.thickness == "0":
            writer = _Writer(True)
            text = f"mat(delim: #none, {writer.row(node.above)}; {writer.row(node.below)})"
        else:
            text = self.call("frac", node.above, node.below)
        if node.display is None:
            return text
        return f"{'display' if node.display else 'inline'}({text})"

    # -- scripts ----------------------------------------------------------------------------------
    def _script(self, node: Script) -> str:
        before = (("tl", node.presup), ("bl", node.presub))
        if any(row is not None for _, row in before):
            pairs = (*before, ("t", node.sup), ("b", node.sub))
            writer = _Writer(True)
            extra = "".join(f", {key}: {writer.row(row)}" for key, row in pairs if row is not None)
            return self.call("attach", node.base, extra=extra)
        alone = node.base[0] if len(node.base) == 1 else None
        if isinstance(alone, Oper) and alone.kind in ("rel", "op"):
            return self.call("scripts", node.base) + self._attached(node.sub, node.sup)
        return self._base(node.base) + self._attached(node.sub, node.sup)

    def _limits(self, node: Limits) -> str:
        alone = node.base[0] if len(node.base) == 1 else None
        by_itself = isinstance(alone, Oper) and alone.kind == "op" and node.movable
        by_itself = by_itself or (isinstance(alone, Named) and alone.limits)
        if by_itself and alone is not None:
            return self.node(alone) + self._attached(node.under, node.over)
        return self.call("limits", node.base) + self._attached(node.under, node.over)

    def _base(self, base: Row) -> str:
        text = self.row(base)
        single = len(base) == 1 and isinstance(
            base[0], Ident | Number | Named | Words | Oper | Accent | Radical
        )
        return text if single or _ATOM.fullmatch(text) else f"attach({_Writer(True).row(base)})"

    def _attached(self, sub: Row | None, sup: Row | None) -> str:
        return self._one(sub, "_") + self._one(sup, "^")

    def _one(self, row: Row | None, sign: str) -> str:
        if row is None:
            return ""
        text = _Writer(False).row(row)
        return sign + (text if _ATOM.fullmatch(text) else f"({text})")

    # -- accents, fences, tables ------------------------------------------------------------------
    def _accent(self, node: Accent) -> str:
        if node.name in _ACCENTS:
            name = _ACCENTS[node.name]
            if name in ("dot.triple", "dot.quad", "arrow.l", "arrow.l.r"):
                return self.call("accent", node.body, extra=f", {name}")
            return self.call(name, node.body)
        return self.call("limits", node.body) + f"_stretch({node.mark})"

    def _fence(self, node: Fence) -> str:
        inside = node.body[0] if len(node.body) == 1 else None
        pair = (node.opening, node.closing)
        if isinstance(inside, Fraction) and inside.thickness == "0" and pair == ("(", ")"):
            text = self.call("binom", inside.above, inside.below)
            return text if inside.display is None else f"{'display' if inside.display else 'inline'}({text})"
        if isinstance(inside, Table) and inside.kind in ("matrix", "array") and pair in _DELIMS:
            return self._table(inside, f'"{_DELIMS[pair]}"')
        if isinstance(inside, Table) and inside.kind == "cases" and pair in (("{", ""), ("", "}")):
            return self._cases(inside, bool(node.closing))
        opening, closing = (_escaped(sign) if sign else "" for sign in pair)
        body = _Writer(True).row(node.body)
        return "lr(" + " ".join(part for part in (opening, body, closing) if part) + ")"

    def _cases(self, table: Table, reverse: bool) -> str:
        writer = _Writer(True)
        lines = [" & quad ".join(writer.row(cell) if cell else "" for cell in line) for line in table.lines]
        start = "reverse: #true, " if reverse else ""
        return f"cases({start}{', '.join(line or chr(34) * 2 for line in lines)})"

    def _table(self, table: Table, delimiter: str) -> str:
        writer = _Writer(True)
        if table.kind == "aligned":
            lines = [_equations([writer.row(cell) if cell else "" for cell in line]) for line in table.lines]
        else:
            lines = [", ".join(map(_aligned, map(writer.row, line), table.columns)) for line in table.lines]
        if not lines:
            return '""'
        rules = _rules(table)
        cells = "; ".join(line.strip() or '""' for line in lines)
        text = f"mat(delim: {delimiter}{rules}, {cells})"
        return f"display({text})" if table.display else text

    # -- looks ------------------------------------------------------------------------------------
    def _apart(self, row: Row) -> str:
        """A row as an equation of its own inside code."""
        return _Writer(False).row(row)

    def _styled(self, node: Styled) -> str:
        text = _Writer(True).row(node.body)
        if node.display is not None:
            name = ("display" if node.display else "inline", "script", "sscript")[node.level or 0]
            text = f"{name}({text})"
        if node.colour:
            text = f'#text(fill: rgb("{node.colour}"), ${self._apart(node.body)}$)'
        if node.background:
            text = f'#box(fill: rgb("{node.background}"), inset: 0.2em, ${self._apart(node.body)}$)'
        return text

    def _enclosed(self, node: Enclosed) -> str:
        if node.notation == "box":
            return f"#box(stroke: 0.5pt, inset: 0.3em, ${self._apart(node.body)}$)"
        return self.call("cancel", node.body, extra=_CANCEL[node.notation])

    def _phantom(self, node: Phantom) -> str:
        hidden = f"hide(${self._apart(node.body)}$)"
        if node.horizontal and node.vertical:
            return "#" + hidden
        return f"#box({'width' if node.vertical else 'height'}: 0pt, {hidden})"


def _operator(node: Named) -> str:
    """An operator: by its name where Typst has one that takes limits as LaTeX's does."""
    if node.text in (_WITH_LIMITS if node.limits else _WITHOUT_LIMITS):
        return node.text
    return f"op({_quoted(node.text)}, limits: #true)" if node.limits else f"op({_quoted(node.text)})"


def _ident(node: Ident) -> str:
    if len(node.text) > 1:
        text = _quoted(node.text)
        return text if node.font == "normal" else _FONTS[node.font].format(text)
    text = node.text if node.text.isalnum() else _escaped(node.text)
    return text if node.font == "italic" else _FONTS[node.font].format(text)


def _escaped(text: str) -> str:
    return "".join("\\" + char if char in _SPECIAL or char in ",;" else char for char in text)


def _quoted(text: str) -> str:
    inner = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'


def _equations(cells: list[str]) -> str:
    """Cells of aligned equations: right, left, and a gap before the next pair."""
    return "".join(
        (" & quad " if index % 2 == 0 else " & ") * (index > 0) + cell for index, cell in enumerate(cells)
    )


def _aligned(cell: str, side: str) -> str:
    """A cell pushed to its side by an alignment mark."""
    cell = "" if cell == '""' else cell
    return {"left": f"& {cell}", "right": f"{cell} &", "center": cell}[side].strip() or '""'


def _rules(table: Table) -> str:
    if not table.vertical and not table.horizontal:
        return ""
    inside = (
        [rule for rule in table.vertical if 0 < rule < len(table.columns)],
        [rule for rule in table.horizontal if 0 < rule < len(table.lines)],
    )
    if len(inside[0]) < len(table.vertical) or len(inside[1]) < len(table.horizontal):
        raise ConversionError(
            "a rule at the edge of an array", table, "Typst's matrices have rules only inside."
        )
    vertical = "".join(f"{rule}, " for rule in inside[0])
    horizontal = "".join(f"{rule}, " for rule in inside[1])
    return f", augment: #(hline: ({horizontal}), vline: ({vertical}))"


def _plain_pairs(row: Row) -> frozenset[int]:
    """Places of parentheses that may stand as they are: in pairs, around what is not tall."""
    stack: list[int] = []
    plain: set[int] = set()
    for index, node in enumerate(row):
        sign = sign_of(node)
        if sign is None or sign.size or sign.stretchy:
            continue
        if sign.text in ("(", "[") and sign is node:
            stack.append(index)
        elif sign.text in (")", "]"):
            start = stack.pop() if stack else None
            opening = sign_of(row[start]) if start is not None else None
            if start is None or opening is None or _PAIRS[opening.text] != sign.text:
                return frozenset()
            if not any(_is_tall(inner) for inner in row[start + 1 : index]):
                plain |= {start, index}
    return frozenset() if stack else frozenset(plain)


def _is_tall(node: Node) -> bool:
    if isinstance(node, Script):
        return any(_is_tall(inner) for inner in node.base)
    return isinstance(node, _TALL) or (isinstance(node, Oper) and node.kind in ("op", "int"))


def _convert(formula: Formula) -> str:
    return typst(formula.shown())


def _inline(formula: Formula) -> str:
    return typst(formula.shown(display=False), display=False)


TARGETS = (
    Target("typst", "Typst", "text", ".typ", ("text/plain",), _convert),
    Target("typst-inline", "Typst, inline", "text", ".typ", ("text/plain",), _inline),
)
