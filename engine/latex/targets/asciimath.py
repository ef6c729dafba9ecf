"""AsciiMath."""

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

_WRITTEN = r"""
− - ∗ ** ⋆ *** ⋅ * × xx ÷ -: ∘ @ ⊕ o+ ⊗ ox ⊙ o. ∧ ^^ ∨ vv ∩ nn ∪ uu ± +- ∓ -+ ≠ != ≤ <= ≥ >= ≺ -< ≻ >-
⪯ -<= ⪰ >-= ∈ in ∉ !in ⊂ sub ⊃ sup ⊆ sube ⊇ supe ≡ -= ≅ ~= ≈ ~~ ∝ prop ¬ not ⇒ => ⇔ <=> ⟺ <=> ⟹ =>
∀ AA ∃ EE ⊥ _|_ ⊤ TT ⊢ |-- ⊨ |== ⟨ (: ⟩ :) ↑ uarr ↓ darr → -> ⟶ -> ↦ |-> ← larr ⟵ larr ↔ harr ⇐ lArr
∫ int ∮ oint ∂ del ∇ grad ∅ O/ ∞ oo ℵ aleph ∴ :. ∠ /_ △ /_\\ … ... ⋯ cdots ⋮ vdots ⋱ ddots ∑ sum ∏ prod
/ // \ \\ ⋀ ^^^ ⋁ vvv ⋂ nnn ⋃ uuu ↠ ->> ‖ || ⌊ |__ ⌋ __| ⌈ |~ ⌉ ~|
""".split()
_SIGNS = dict(zip(_WRITTEN[::2], _WRITTEN[1::2], strict=True))
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξπρστυφχψωϵϑϕΓΔΘΛΞΠΣΦΨΩ",
        (
            "alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau "
            "upsilon varphi chi psi omega epsilon vartheta phi Gamma Delta Theta Lambda Xi Pi "
            "Sigma Phi Psi Omega"
        ).split(),
        strict=True,
    )
)
_FONTS: dict[Font, str] = {
    "bold": "bb", "bold-italic": "bb", "double-struck": "bbb", "script": "cc", "bold-script": "cc",
    "fraktur": "fr", "bold-fraktur": "fr", "sans-serif": "sf", "sans-serif-bold": "sf",
    "sans-serif-italic": "sf", "monospace": "tt",
}  # fmt: skip
_ACCENTS = {
    "hat": "hat", "widehat": "hat", "bar": "bar", "overline": "bar", "underline": "ul", "vec": "vec",
    "overrightarrow": "vec", "dot": "dot", "ddot": "ddot", "tilde": "tilde", "widetilde": "tilde",
    "overbrace": "obrace", "underbrace": "ubrace",
}  # fmt: skip
_NAMES = frozenset(
    "sin cos tan sec csc cot arcsin arccos arctan sinh cosh tanh sech csch coth exp log ln det dim gcd lcm "
    "lim min max".split()
)
_WITH_LIMITS = frozenset("lim max min det gcd".split())
_OPENING = {"": "{:", "(": "(", "[": "[", "{": "{", "⟨": "(:", "|": "|", "‖": "||"}
_CLOSING = {"": ":}", ")": ")", "]": "]", "}": "}", "⟩": ":)", "|": "|", "‖": "||"}
_PAIRS = {"(": ")", "[": "]", "{": "}", "⟨": "⟩"}
_SINGLE = re.compile(r"[A-Za-z]|\d+|" + "|".join(_GREEK.values()))


def asciimath(row: Row) -> str:
    """A row. Everything stands apart, so that no letters run together to a name."""
    loose, nested = _loose(row), _nested_lists(row)
    parts: list[str] = []
    for index, node in enumerate(row):
        text = _loose_sign(node) if index in loose else _node(node)
        # A function would take the numerator's invisible parentheses for its argument's, and show them.
        if index and _is_fraction(node) and _is_function(row[index - 1]):
            text = "{:" + text + ":}"
        parts.append("{::} " + text if index in nested else text)
    return " ".join(part for part in parts if part)


def _nested_lists(row: Row) -> frozenset[int]:
    """Places of closing brackets that hold just one list in brackets, which would be read as a matrix."""
    stack: list[int] = []
    opened_by: dict[int, int] = {}
    found: set[int] = set()
    for index, node in enumerate(row):
        sign = sign_of(node)
        if sign and sign.text in ("(", "["):
            stack.append(index)
        elif sign and sign.text in (")", "]") and stack:
            opened_by[index] = start = stack.pop()
            inside = row[start + 2 : index - 1]
            listed = any(isinstance(part, Oper) and part.text == "," for part in inside)
            if listed and opened_by.get(index - 1) == start + 1:
                found.add(index)
    return frozenset(found)


def _is_fraction(node: Node) -> bool:
    while isinstance(node, Inner | Styled) and len(node.body) == 1:
        node = node.body[0]
    return isinstance(node, Fraction)


def _is_function(node: Node) -> bool:
    base = node.base[0] if isinstance(node, Script | Limits) and len(node.base) == 1 else node
    return isinstance(base, Named) or (isinstance(base, Ident) and base.text in ("f", "g"))


def _inside(row: Row) -> str:
    """A row to be put in brackets. What is itself a list in brackets would be taken for a matrix there."""
    text = asciimath(row)
    listed = text[:1] in ("(", "[") and text[-1:] in (")", "]") and "," in text
    return text + " {::}" if listed else text


def _loose_sign(node: Node) -> str:
    sign = sign_of(node)
    assert sign is not None
    scripts = _scripts(node.sub, node.sup) if isinstance(node, Script) else ""
    return _quoted(sign.text) + scripts


def _loose(row: Row) -> frozenset[int]:
    """Places of brackets without partner, which would bracket what they should not."""
    stack: list[int] = []
    loose: set[int] = set()
    for index, node in enumerate(row):
        sign = sign_of(node)
        if sign is None:
            continue
        if sign.text in _PAIRS:
            stack.append(index)
        elif sign.text in _PAIRS.values():
            if stack:
                stack.pop()
            else:
                loose.add(index)
    bars = [index for index, node in enumerate(row) if (sign := sign_of(node)) and sign.text in ("|", "‖")]
    return frozenset(loose | set(stack) | set(bars if len(bars) % 2 else ()))


def _node(node: Node) -> str:  # noqa: C901 - one case a node type
    match node:
        case Ident():
            return _ident(node)
        case Number():
            return f"{_FONTS[node.font]}({node.text})" if node.font in _FONTS else node.text
        case Oper():
            text = _sign(node)
            return f"bb({text})" if node.bold else text
        case Named():
            return node.text if node.text in _NAMES else _quoted(node.text)
        case Words():
            text = _quoted(node.text.replace("\u00a0", " "))
            return f"{_FONTS[node.font]}({text})" if node.font in _FONTS else text
        case Gap():
            return "quad" if node.width >= 0.9 else "\\ " if node.width > 0.3 else ""
        case Inner():
            return _grouped(node.body) if len(node.body) != 1 else _node(node.body[0])
        case Fraction():
            return _fraction(node)
        case Radical():
            degree = f"root({_inside(node.degree)})" if node.degree else "sqrt"
            return f"{degree}({_inside(node.body)})"
        case Script():
            before = _scripts(node.presub, node.presup)
            return ("{::}" + before + " " if before else "") + _base(node.base) + _scripts(node.sub, node.sup)
        case Limits():
            return _limits(node)
        case Accent():
            return _accent(node)
        case Fence():
            return _fence(node)
        case Table():
            return _table(node, "{:", ":}")
        case Styled():
            return _styled(node)
        case Enclosed():
            return _enclosed(node)
        case Phantom():
            raise ConversionError("invisible room (a phantom)", node, "AsciiMath has no phantoms.")
        case Lap():
            raise ConversionError("overlapping signs", node, "AsciiMath cannot overlap.")
        case _:
            assert_never(node)


def _ident(node: Ident) -> str:
    text = _GREEK.get(node.text, node.text)
    if node.font in _FONTS:
        inner = text if len(node.text) == 1 else _quoted(text)
        return f"{_FONTS[node.font]}({inner})"
    if node.font == "italic":
        return " ".join(text) if len(node.text) > 1 else text
    return text if node.text in _GREEK else _quoted(text)


def _quoted(text: str) -> str:
    if '"' not in text:
        return f'"{text}"'
    if "(" in text or ")" in text:
        raise ConversionError(
            "a text with quotation marks and parentheses", hint="AsciiMath can quote but one."
        )
    return f"text({text})"


def _sign(node: Oper) -> str:
    text = node.text
    if text and not text.strip("′"):
        return "'" * len(text)
    if text in _SIGNS:
        return _SIGNS[text]
    if (len(text) > 1 and text.isascii()) or text in '"`#^_&\\$@~':
        return _quoted(text)
    return text


def _grouped(row: Row) -> str:
    return "{: " + _inside(row) + " :}"


def _base(row: Row) -> str:
    alone = row[0] if len(row) == 1 else None
    if alone is None:
        return _grouped(row)
    text = _node(alone)
    # ``^^`` and a script behind it would be read as another sign.
    return "{: " + text + " :}" if isinstance(alone, Oper) and text[-1:] in "^_|-<>*" else text


def _scripts(sub: Row | None, sup: Row | None) -> str:
    primes = ""
    if sup and isinstance(sup[0], Oper) and not sup[0].text.strip("′"):
        primes, sup = "'" * len(sup[0].text), sup[1:] or None
    below = f"_{_argument(sub)}" if sub is not None else ""
    return primes + below + (f"^{_argument(sup)}" if sup is not None else "")


def _argument(row: Row) -> str:
    text = _inside(row)
    return text if _SINGLE.fullmatch(text) else f"({text})"


def _fraction(node: Fraction) -> str:
    above, below = _inside(node.above), _inside(node.below)
    if node.thickness == "0":
        return "{:[" + _cell(node.above) + "],[" + _cell(node.below) + "]:}"
    return f"({above})/({below})"


def _limits(node: Limits) -> str:
    alone = node.base[0] if len(node.base) == 1 else None
    by_itself = isinstance(alone, Oper) and alone.kind == "op"
    by_itself = by_itself or (isinstance(alone, Named) and alone.text in _WITH_LIMITS)
    by_itself = by_itself or (isinstance(alone, Accent) and alone.name in ("overbrace", "underbrace"))
    if by_itself and alone is not None:
        return _node(alone) + _scripts(node.under, node.over)
    text = f"({_inside(node.base)})"
    if node.over is not None:
        text = f"overset({_inside(node.over)}){text}"
    if node.under is None:
        return text
    return f"underset({_inside(node.under)})" + (text if node.over is None else f"({text})")


def _accent(node: Accent) -> str:
    body = f"({_inside(node.body)})"
    if node.name in _ACCENTS:
        return _ACCENTS[node.name] + body
    mark = {"→": "->", "←": "larr", "↔": "harr", "~": "~"}.get(node.mark, node.mark)
    return f"{'underset' if node.under else 'overset'}({mark}){body}"


def _fence(node: Fence) -> str:
    inside = node.body[0] if len(node.body) == 1 else None
    bars = ("|", "‖")
    paired = node.opening == node.closing or not (node.opening in bars or node.closing in bars)
    if paired and node.opening in _OPENING and node.closing in _CLOSING:
        left, right = _OPENING[node.opening], _CLOSING[node.closing]
        if isinstance(inside, Table):
            return _table(inside, left, right)
        return f"{left}{_inside(node.body)}{right}"
    pairs = {("⌊", "⌋"): "floor", ("⌈", "⌉"): "ceil"}
    if (node.opening, node.closing) in pairs:
        return f"{pairs[node.opening, node.closing]}({_inside(node.body)})"
    left, right = (_quoted(sign) if sign else "" for sign in (node.opening, node.closing))
    return f"{left} {{:{_inside(node.body)}:}} {right}".strip()


def _cell(row: Row) -> str:
    """A cell; a comma in it that would end it is kept in invisible brackets."""
    text = _inside(row)
    comma = any(isinstance(node, Oper) and node.text == "," for node in row)
    return "{:" + text + ":}" if comma else text


def _table(table: Table, left: str, right: str) -> str:
    if table.horizontal or any(rule in (0, len(table.columns)) for rule in table.vertical):
        raise ConversionError("this rule in an array", table, "AsciiMath has but rules between columns.")
    lines: list[str] = []
    for line in table.lines:
        cells = [_cell(cell) for cell in line]
        for rule in sorted(table.vertical, reverse=True):
            cells.insert(rule, "|")
        lines.append("[" + ", ".join(cells) + "]")
    if len(lines) == 1 and len(table.columns) == 1:
        return left + _cell(table.lines[0][0]) + right
    return left + ", ".join(lines) + right


def _styled(node: Styled) -> str:
    if node.background:
        raise ConversionError("a coloured background", node, "AsciiMath colours only signs.")
    body = _grouped(node.body) if node.colour or len(node.body) != 1 else _node(node.body[0])
    return f"color({node.colour})({body})" if node.colour else body


def _enclosed(node: Enclosed) -> str:
    if node.notation != "up":
        raise ConversionError("a box" if node.notation == "box" else "this way to strike out", node)
    return f"cancel({_inside(node.body)})"


def _convert(formula: Formula) -> str:
    return asciimath(formula.shown())


TARGETS = (Target("asciimath", "AsciiMath", "text", ".txt", ("text/plain",), _convert),)
