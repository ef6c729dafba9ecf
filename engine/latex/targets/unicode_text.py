"""Plain text with Unicode's signs: x² + ½, √(a+b), ∑_(i=1)^n."""

from __future__ import annotations

import re
from typing import assert_never

from scipix.engine.latex.presentation.accents import COMBINING
from scipix.engine.latex.presentation.fonts import in_font
from scipix.engine.latex.presentation.nodes import (
    Accent,
    Enclosed,
    Fence,
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
)
from scipix.engine.latex.targets.target import ConversionError, Formula, Target

_SUPERSCRIPTS = dict(zip("0123456789+−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", strict=True))
_SUBSCRIPTS = dict(zip("0123456789+−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
_HALVES = {("1", "2"): "½", ("1", "3"): "⅓", ("2", "3"): "⅔", ("1", "4"): "¼", ("3", "4"): "¾"}
_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}
_AIRY = frozenset({"bin", "rel"})
_BRACES = {"(": ")", "[": "]"}


def unicode_text(row: Row) -> str:
    """A row on one line, but one line for each row of aligned equations that stand alone."""
    if len(row) == 1 and isinstance(row[0], Table) and row[0].kind in ("aligned", "gathered"):
        return "\n".join(" ".join(filter(None, map(_row, line))) for line in row[0].lines)
    return _row(row)


def _row(row: Row) -> str:
    parts: list[str] = []
    for index, node in enumerate(row):
        text = _node(node)
        if isinstance(node, Oper) and node.kind in _AIRY and index and not _no_operand(row[index - 1]):
            text = f" {text} "
        elif (isinstance(node, Oper) and node.kind == "rel") or (
            isinstance(node, Oper) and node.kind == "punct"
        ):
            text += " "
        elif _is_word(node) and parts and parts[-1][-1:].isalnum():
            text = " " + text
        if parts and _is_word(row[index - 1]) and text[:1].isalnum():
            text = " " + text
        if parts and _is_large(row[index - 1]):
            text = " " + text
        parts.append(text)
    return re.sub(" +", " ", "".join(parts)).strip()


def _no_operand(node: Node) -> bool:
    return isinstance(node, Oper) and node.kind in ("open", "bin", "rel", "punct")


def _is_large(node: Node) -> bool:
    base = node.base[0] if isinstance(node, Script | Limits) and len(node.base) == 1 else None
    return isinstance(base, Oper) and base.kind in ("op", "int")


def _is_word(node: Node) -> bool:
    base = node.base[0] if isinstance(node, Script | Limits) and len(node.base) == 1 else node
    return isinstance(base, Named)


def _node(node: Node) -> str:  # noqa: C901 - one case a node type
    match node:
        case Ident():
            return node.text if node.font in ("italic", "normal") else in_font(node.text, node.font)
        case Number():
            return in_font(node.text, node.font)
        case Oper() | Named():
            return node.text
        case Words():
            return node.text.replace("\u00a0", " ")
        case Gap():
            return " " if node.width > 0.3 else ""
        case Inner():
            return _row(node.body)
        case Fraction():
            return _fraction(node)
        case Radical():
            return _radical(node)
        case Script():
            before = _script(node.presub, "_", _SUBSCRIPTS) + _script(node.presup, "^", _SUPERSCRIPTS)
            behind = _script(node.sub, "_", _SUBSCRIPTS) + _script(node.sup, "^", _SUPERSCRIPTS)
            return before + _one(node.base) + behind
        case Limits():
            return _limits(node)
        case Accent():
            return _accent(node)
        case Fence():
            return _fence(node)
        case Table():
            if node.vertical or node.horizontal:
                raise ConversionError("a rule in an array", node, "Plain text has no rules.")
            return "[" + "; ".join("  ".join(map(_row, line)) for line in node.lines) + "]"
        case Styled():
            if node.colour or node.background:
                raise ConversionError("a colour", node, "Plain text has none.")
            return _row(node.body)
        case Lap():
            raise ConversionError("overlapping signs", node, "Plain text cannot overlap.")
        case Enclosed():
            return _enclosed(node)
        case Phantom():
            return " " * len(_row(node.body)) if node.horizontal else ""
        case _:
            assert_never(node)


def _one(row: Row) -> str:
    """A row as one thing: in parentheses where it is more than that."""
    text = _row(row)
    single = len(row) == 1 and not isinstance(row[0], Fraction | Inner | Limits)
    return text if single or len(text) <= 1 or text in _HALVES.values() else f"({text})"


def _fraction(node: Fraction) -> str:
    above, below = _one(node.above), _one(node.below)
    if node.thickness == "0":
        return f"{above} ¦ {below}"
    return _HALVES.get((above, below)) or f"{above}/{below}"


def _radical(node: Radical) -> str:
    degree, body = _row(node.degree), _one(node.body)
    if degree in _ROOTS:
        return _ROOTS[degree] + body
    raised = _raised(degree, _SUPERSCRIPTS)
    return f"{raised}√{body}" if raised else f"√[{degree}]{body}"


def _raised(text: str, table: dict[str, str]) -> str:
    """The characters of a script as Unicode has them; '' where it lacks one."""
    return "".join(table[char] for char in text) if all(char in table for char in text) else ""


def _script(row: Row | None, sign: str, table: dict[str, str]) -> str:
    if row is None:
        return ""
    text = _row(row)
    if text and not text.strip("′"):
        return text
    worded = any(isinstance(node, Words | Named) for node in row)
    raised = "" if worded else _raised(text.replace(" ", ""), table)
    return raised or (sign + text if len(text) == 1 else f"{sign}({text})")


def _limits(node: Limits) -> str:
    return _one(node.base) + _script(node.under, "_", _SUBSCRIPTS) + _script(node.over, "^", _SUPERSCRIPTS)


def _accent(node: Accent) -> str:
    text = _row(node.body)
    if len(text) == 1 and node.name in COMBINING:
        return text + COMBINING[node.name]
    if node.name in ("overline", "underline"):
        return "".join(char + COMBINING[node.name] for char in text)
    return f"{node.mark}({text})"


def _fence(node: Fence) -> str:
    inside = node.body[0] if len(node.body) == 1 else None
    if isinstance(inside, Table) and (node.opening, node.closing) == ("[", "]"):
        return _row(node.body)
    return f"{node.opening}{_row(node.body)}{node.closing}"


def _enclosed(node: Enclosed) -> str:
    if node.notation == "box":
        return f"[{_row(node.body)}]"
    return "".join(char + "\u0338" for char in _row(node.body))


def _convert(formula: Formula) -> str:
    return unicode_text(formula.shown())


TARGETS = (Target("unicode", "Plain text", "text", ".txt", ("text/plain",), _convert),)
