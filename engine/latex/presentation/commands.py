"""Commands with arguments, each as what it shows."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from scipix.engine.latex.presentation.colours import colour
from scipix.engine.latex.presentation.context import Context
from scipix.engine.latex.presentation.errors import ConversionError
from scipix.engine.latex.presentation.lengths import in_em
from scipix.engine.latex.presentation.nodes import (
    Alignment,
    Enclosed,
    Fence,
    Fraction,
    Gap,
    Ident,
    Inner,
    Kind,
    Lap,
    Limits,
    Named,
    Notation,
    Number,
    Oper,
    Phantom,
    Radical,
    Row,
    Script,
    Styled,
    Words,
)
from scipix.engine.latex.presentation.texts import plain_text, text_nodes
from scipix.engine.latex.syntax import nodes as X
from scipix.engine.latex.syntax import signatures as S
from scipix.engine.latex.syntax.glyphs import glyph
from scipix.engine.latex.syntax.nodes import place

if TYPE_CHECKING:
    from scipix.engine.latex.presentation.resolve import Resolver

Handler = Callable[["Resolver", X.Command, Context], Row]

_ARROWS = {
    "xrightarrow": "→", "xleftarrow": "←", "xRightarrow": "⇒", "xLeftarrow": "⇐", "xleftrightarrow": "↔",
    "xLeftrightarrow": "⇔", "xmapsto": "↦", "xhookrightarrow": "↪", "xhookleftarrow": "↩",
    "xrightharpoonup": "⇀", "xrightharpoondown": "⇁", "xleftharpoonup": "↼", "xleftharpoondown": "↽",
    "xrightleftharpoons": "⇌", "xleftrightharpoons": "⇋", "xtwoheadrightarrow": "↠",
    "xtwoheadleftarrow": "↞", "xlongequal": "=", "xtofrom": "⇄",
}  # fmt: skip
_NOTATIONS: dict[str, Notation] = {
    r"\boxed": "box", r"\Aboxed": "box", r"\fbox": "box", r"\framebox": "box", r"\cancel": "up",
    r"\bcancel": "down", r"\xcancel": "cross", r"\sout": "strike",
}  # fmt: skip
_LAPS: dict[str, Alignment] = {
    r"\mathllap": "right", r"\llap": "right", r"\textllap": "right", r"\mathrlap": "left", r"\rlap": "left",
    r"\textrlap": "left", r"\lefteqn": "left", r"\mathclap": "center", r"\clap": "center",
}  # fmt: skip
_KINDS: dict[str, Kind] = {
    r"\mathbin": "bin", r"\mathrel": "rel", r"\mathord": "ord", r"\mathopen": "open",
    r"\mathclose": "close", r"\mathpunct": "punct",
}  # fmt: skip
_BRACKETS = {
    r"\bra": ("⟨", "|"), r"\ket": ("|", "⟩"), r"\braket": ("⟨", "⟩"), r"\Bra": ("⟨", "|"),
    r"\Ket": ("|", "⟩"), r"\Braket": ("⟨", "⟩"),
}  # fmt: skip


def _argument(resolver: Resolver, node: X.Command, index: int, context: Context) -> Row:
    argument = node.arguments[index]
    assert not isinstance(argument, str)
    return resolver.row(argument, context)


def _raw(node: X.Command, index: int) -> str:
    argument = node.arguments[index]
    assert isinstance(argument, str)
    return argument.strip()


def _text(resolver: Resolver, node: X.Command, context: Context) -> Row:
    argument = node.arguments[-1]
    assert not isinstance(argument, str)
    return text_nodes(resolver, argument, context)


# -- fractions and roots ------------------------------------------------------------------------------
def _frac(resolver: Resolver, node: X.Command, context: Context) -> Row:
    display = {"d": True, "t": False, "c": True}.get(node.name[1]) if node.name != r"\frac" else None
    inner = context.with_display(node.name == r"\cfrac")
    above, below = _argument(resolver, node, 0, inner), _argument(resolver, node, 1, inner)
    if node.name == r"\cfrac":
        above, below = (Styled(above, True, 0),), (Styled(below, True, 0),)
    return (Fraction(above, below, "", display, **place(node)),)


def _binom(resolver: Resolver, node: X.Command, context: Context) -> Row:
    display = {r"\dbinom": True, r"\tbinom": False}.get(node.name)
    above, below = _argument(resolver, node, 0, context), _argument(resolver, node, 1, context)
    return (Fence("(", (Fraction(above, below, "0", display, **place(node)),), ")", **place(node)),)


def _genfrac(resolver: Resolver, node: X.Command, context: Context) -> Row:
    left, right, thickness, style = (_raw(node, index) for index in range(4))
    above, below = _argument(resolver, node, 4, context), _argument(resolver, node, 5, context)
    if thickness and in_em(thickness) == 0:
        thickness = "0"
    fraction = Fraction(above, below, thickness, {"0": True, "1": False}.get(style), **place(node))
    signs = [glyph(name) if name not in ("", ".") else None for name in (left, right)]
    texts = [sign.text if sign else "" for sign in signs]
    return (Fence(texts[0], (fraction,), texts[1], **place(node)),) if any(texts) else (fraction,)


def _sqrt(resolver: Resolver, node: X.Command, context: Context) -> Row:
    option = node.options[0]
    degree = resolver.row(option, context) if option and not isinstance(option, str) else ()
    return (Radical(_argument(resolver, node, 0, context), degree, **place(node)),)


# -- over and under -----------------------------------------------------------------------------------
def _overset(resolver: Resolver, node: X.Command, context: Context) -> Row:
    mark = _argument(resolver, node, 0, context.with_display(False))
    base = _argument(resolver, node, 1, context)
    under = node.name == r"\underset"
    return (Limits(base, mark if under else None, None if under else mark, **place(node)),)


def _overunderset(resolver: Resolver, node: X.Command, context: Context) -> Row:
    over, under, base = (_argument(resolver, node, index, context) for index in range(3))
    return (Limits(base, under, over, **place(node)),)


def _arrow(resolver: Resolver, node: X.Command, context: Context) -> Row:
    option = node.options[0]
    under = resolver.row(option, context) if option and not isinstance(option, str) else None
    arrow = Oper(_ARROWS[node.name[1:]], "rel", stretchy=True, **place(node))
    over = _argument(resolver, node, 0, context) or None
    return (Limits((arrow,), under or None, over, **place(node)),)


def _sideset(resolver: Resolver, node: X.Command, context: Context) -> Row:
    before, behind = (_bare_scripts(resolver, node, index, context) for index in (0, 1))
    base = _argument(resolver, node, 2, context)
    return (Script(base, behind[0], behind[1], before[0], before[1], **place(node)),)


def _bare_scripts(
    resolver: Resolver, node: X.Command, index: int, context: Context
) -> tuple[Row | None, Row | None]:
    row = _argument(resolver, node, index, context)
    if not row:
        return None, None
    if len(row) == 1 and isinstance(row[0], Script) and not row[0].base:
        return row[0].sub, row[0].sup
    raise ConversionError(r"what \sideset hangs beside the operator", node)


def _prescript(resolver: Resolver, node: X.Command, context: Context) -> Row:
    sup, sub, base = (_argument(resolver, node, index, context) for index in range(3))
    return (Script(base, None, None, sub or None, sup or None, **place(node)),)


# -- names and signs ----------------------------------------------------------------------------------
def _operatorname(resolver: Resolver, node: X.Command, context: Context) -> Row:
    body = _argument(resolver, node, 0, context.with_font("normal"))
    name = _name(body)
    if name:
        return (Named(name, bool(node.star), **place(node)),)
    return (Inner(body, **place(node)),)


def _name(row: Row) -> str:
    """The words of a row that is only a name, '' for any other."""
    parts: list[str] = []
    for node in row:
        match node:
            case Ident() | Number() | Words():
                parts.append(node.text)
            case Gap():
                parts.append(" ")
            case Oper("−" | "-"):
                parts.append("-")
            case Oper("∗" | "′" | "/" | "." | ":"):
                parts.append(node.text.replace("∗", "*"))
            case Inner() if inner := _name(node.body):
                parts.append(inner)
            case Named():
                parts.append(node.text)
            case _:
                return ""
    return " ".join("".join(parts).split())


def _mathop(resolver: Resolver, node: X.Command, context: Context) -> Row:
    body = _argument(resolver, node, 0, context)
    name = _name(body)
    if len(name) > 1 and all(isinstance(leaf, Ident) and leaf.font == "normal" for leaf in body):
        return (Named(name, True, **place(node)),)
    return body if len(body) == 1 else (Inner(body, **place(node)),)


def _not(resolver: Resolver, node: X.Command, context: Context) -> Row:
    body = _argument(resolver, node, 0, context)
    target = body[0] if len(body) == 1 else None
    while isinstance(target, Inner) and len(target.body) == 1:
        target = target.body[0]
    if isinstance(target, Oper | Ident):
        composed = unicodedata.normalize("NFC", target.text[0] + "\u0338") + target.text[1:]
        return (replace(target, text=composed, start=node.start, end=node.end),)
    return (Enclosed(body, "up", **place(node)),)


def _mod(resolver: Resolver, node: X.Command, context: Context) -> Row:
    body = _argument(resolver, node, 0, context)
    at = place(node)
    if node.name == r"\mod":
        return (Gap(1.0, **at), Named("mod", **at), Gap(1 / 3, **at), *body)
    mod: Row = (Named("mod", **at), Gap(1 / 3, **at)) if node.name == r"\pmod" else ()
    return (Gap(1.0, **at), Oper("(", "open", **at), *mod, *body, Oper(")", "close", **at))


def _bracket(resolver: Resolver, node: X.Command, context: Context) -> Row:
    body = _argument(resolver, node, 0, context)
    left, right = _BRACKETS[node.name]
    if node.name[1].isupper():
        grown = tuple(
            replace(leaf, stretchy=True) if isinstance(leaf, Oper) and leaf.text == "|" else leaf
            for leaf in body
        )
        return (Fence(left, grown, right, **place(node)),)
    return (Oper(left, "open", **place(node)), *body, Oper(right, "close", **place(node)))


def _ketbra(resolver: Resolver, node: X.Command, context: Context) -> Row:
    ket, bra = _argument(resolver, node, 0, context), _argument(resolver, node, 1, context)
    at = place(node)
    left, right = Oper("|", "open", **at), Oper("|", "close", **at)
    return (left, *ket, Oper("⟩", "close", **at), Oper("⟨", "open", **at), *bra, right)


# -- boxes, colours, room -----------------------------------------------------------------------------
def _enclosed(resolver: Resolver, node: X.Command, context: Context) -> Row:
    textual = node.name in (r"\fbox", r"\framebox")
    body = _text(resolver, node, context) if textual else _argument(resolver, node, 0, context)
    return (Enclosed(body, _NOTATIONS[node.name], **place(node)),)


def _cancelto(resolver: Resolver, node: X.Command, context: Context) -> Row:
    value, body = _argument(resolver, node, 0, context), _argument(resolver, node, 1, context)
    return (Script((Enclosed(body, "up", **place(node)),), None, value, **place(node)),)


def _coloured(resolver: Resolver, node: X.Command, context: Context) -> Row:
    names = [_raw(node, index) for index in range(len(node.arguments) - 1)]
    option = node.options[0]
    model = f"[{option}]" if isinstance(option, str) else ""
    values = [colour(model, name) for name in names]
    if None in values:
        raise ConversionError(f"the colour {names[values.index(None)]}", node)
    if node.name == r"\textcolor":
        return (Styled(_argument(resolver, node, 1, context), colour=values[0] or "", **place(node)),)
    body = _text(resolver, node, context)
    filled = Styled(body, background=values[-1] or "", **place(node))
    return (filled,) if node.name == r"\colorbox" else (Enclosed((filled,), "box", **place(node)),)


def _phantom(resolver: Resolver, node: X.Command, context: Context) -> Row:
    body = _argument(resolver, node, 0, context)
    return (Phantom(body, node.name != r"\vphantom", node.name != r"\hphantom", **place(node)),)


def _lap(resolver: Resolver, node: X.Command, context: Context) -> Row:
    textual = S.SIGNATURES[node.name] == "t"
    body = _text(resolver, node, context) if textual else _argument(resolver, node, 0, context)
    return (Lap(body, _LAPS[node.name], **place(node)),)


def _rule(resolver: Resolver, node: X.Command, context: Context) -> Row:
    width, height = (in_em(_raw(node, index)) for index in (0, 1))
    if width == 0 or height == 0:
        return (Gap(width, **place(node)),) if width else ()
    raise ConversionError(r"a rule (\rule)", node)


def _choice(resolver: Resolver, node: X.Command, context: Context) -> Row:
    return _argument(resolver, node, 0 if context.display else 1, context)


def _through(resolver: Resolver, node: X.Command, context: Context) -> Row:
    """What changes spacing or position by so little that formats have no words for it."""
    body = _argument(resolver, node, len(node.arguments) - 1, context)
    return body if len(body) == 1 else (Inner(body, **place(node)),)


def _classed(resolver: Resolver, node: X.Command, context: Context) -> Row:
    body = _through(resolver, node, context)
    kind = _KINDS.get(node.name)
    if kind and len(body) == 1 and isinstance(body[0], Oper):
        return (replace(body[0], kind=kind),)
    return body


def _boxed_text(resolver: Resolver, node: X.Command, context: Context) -> Row:
    return _text(resolver, node, context)


def _circled(resolver: Resolver, node: X.Command, context: Context) -> Row:
    text = plain_text(_text(resolver, node, context), node)
    kinds = ("CIRCLED DIGIT", "CIRCLED NUMBER", "CIRCLED LATIN CAPITAL LETTER", "CIRCLED LATIN SMALL LETTER")
    for kind in kinds:
        try:
            name = unicodedata.name(text).split()[-1] if len(text) == 1 else _NUMBERS.get(text, "")
            return (Words(unicodedata.lookup(f"{kind} {name}"), **place(node)),)
        except KeyError:
            continue
    raise ConversionError(rf"\textcircled{{{text}}}", node)


_NUMBERS = {"10": "TEN", "11": "ELEVEN", "12": "TWELVE", "13": "THIRTEEN", "14": "FOURTEEN", "15": "FIFTEEN"}


def _tag(resolver: Resolver, node: X.Command, context: Context) -> Row:
    words = _text(resolver, node, context)
    gap = Gap(2.0, **place(node))
    if node.star:
        return (gap, *words)
    if len(words) == 1 and isinstance(words[0], Words):
        return (gap, replace(words[0], text=f"({words[0].text})"))
    return (gap, Words("(", **place(node)), *words, Words(")", **place(node)))


def _intertext(resolver: Resolver, node: X.Command, context: Context) -> Row:
    return (*_text(resolver, node, context), Gap(1.0, **place(node)))


def _nothing(resolver: Resolver, node: X.Command, context: Context) -> Row:
    return ()


def _unsaid(resolver: Resolver, node: X.Command, context: Context) -> Row:
    raise ConversionError(f"the command {node.name}", node)


def _dots(resolver: Resolver, node: X.Command, context: Context) -> Row:
    return (Oper("…", "inner", **place(node)),)


def _table() -> dict[str, Handler]:
    table: dict[str, Handler] = dict.fromkeys(S.FRACTIONS, _frac)
    table |= dict.fromkeys(S.BINOMIALS, _binom)
    table |= dict.fromkeys(S.STRETCHED, _arrow)
    table |= dict.fromkeys(_NOTATIONS, _enclosed)
    table |= dict.fromkeys(_LAPS, _lap)
    table |= dict.fromkeys(_BRACKETS, _bracket)
    table |= dict.fromkeys(S.PHANTOMS, _phantom)
    table |= dict.fromkeys(S.CLASSES, _classed)
    table |= dict.fromkeys((r"\overset", r"\underset", r"\stackrel", r"\stackbin"), _overset)
    table |= dict.fromkeys((r"\textcolor", r"\colorbox", r"\fcolorbox"), _coloured)
    table |= dict.fromkeys((r"\pmod", r"\pod", r"\mod"), _mod)
    table |= dict.fromkeys(
        (r"\smash", r"\vcenter", r"\ensuremath", r"\cramped", r"\shoveleft", r"\shoveright"), _through
    )
    table |= dict.fromkeys((r"\ref", r"\eqref", r"\raisebox"), _unsaid)
    return table | {
        r"\genfrac": _genfrac, r"\sqrt": _sqrt, r"\overunderset": _overunderset, r"\sideset": _sideset,
        r"\prescript": _prescript, r"\operatorname": _operatorname, r"\mathop": _mathop, r"\not": _not,
        r"\centernot": _not, r"\slashed": _not, r"\ketbra": _ketbra, r"\cancelto": _cancelto,
        r"\rule": _rule, r"\mathchoice": _choice, r"\makebox": _boxed_text, r"\textcircled": _circled,
        r"\tag": _tag, r"\intertext": _intertext, r"\shortintertext": _intertext, r"\label": _nothing,
        r"\hdotsfor": _dots,
    }  # fmt: skip


COMMANDS: dict[str, Handler] = _table()
