"""The normal form of a formula tree: one tree for everything that is drawn alike."""

from __future__ import annotations

from scipix.engine.latex import symbols as S
from scipix.engine.latex.tokens import ParseError
from scipix.engine.latex.tree import Array, Limits, Node, Prescript, Row, Script, Stack, Sym

_DIGIT_STYLES = {style: style for style in (r"\mathbf", r"\mathsf", r"\mathtt", r"\mathbb")}
_DIGIT_STYLES[r"\boldsymbol"] = r"\mathbf"
"""Font commands that change digits -> the one that is written; bold digits are upright."""
_LIGATURES = ("ffi", "ffl", "ff", "fi", "fl")
_LIGATURE_STYLES = (r"\mathrm", r"\mathbf", r"\mathsf")
_KNOWN = S.known_symbols()


def drawn(row: Row) -> Row:
    """The row without the empty groups that draw nothing."""
    return tuple(node for node in row if not (isinstance(node, Prescript) and not node.sub and not node.sup))


# -- letters ------------------------------------------------------------------------------------------
def styled(token: str, style: str) -> str:
    """The token of a symbol under a font command; symbols without that font stay as they are."""
    if token in S.LETTERS:
        return f"{style}{{{token}}}" if style else token
    if token in S.DIGITS:
        return f"{_DIGIT_STYLES[style]}{{{token}}}" if style in _DIGIT_STYLES else token
    if token in S.GREEK:
        bold = style == r"\boldsymbol" or (style == r"\mathbf" and token in S.GREEK_UPPER)
        return f"\\boldsymbol{{{token}}}" if bold else token
    if token in _KNOWN:
        return token
    raise ParseError(f"unknown symbol {token!r}")


def upright(words: str) -> Row:
    """Upright letters, a gap before each word: what an operator's name draws."""
    row: list[Node] = []
    for word in words.split():
        row += [Sym(f"\\mathrm{{{letter}}}", "", i == 0) for i, letter in enumerate(word)]
    return tuple(row)


def operator_start(row: Row) -> Row:
    """A named operator is a word of its own: a gap separates it from a word before it."""
    if row and isinstance(row[0], Sym):
        return (Sym(row[0].token, row[0].mode, True), *row[1:])
    return row


def ligatures(row: Row) -> Row:
    """Fuse the letters that text fonts draw as one glyph: ``\\mathrm{f}\\mathrm{f}`` is ``\\mathrm{ff}``."""
    nodes: list[Node] = []
    position = 0
    while position < len(row):
        fused = _ligature_at(row, position)
        nodes.append(fused[0] if fused else row[position])
        position += fused[1] if fused else 1
    return tuple(nodes)


def _ligature_at(row: Row, position: int) -> tuple[Sym, int] | None:
    first = row[position]
    if not isinstance(first, Sym) or not first.token.endswith("{f}"):
        return None
    style = first.token[:-3]
    for letters in _LIGATURES if style in _LIGATURE_STYLES else ():
        follow = row[position + 1 : position + len(letters)]
        wanted = [f"{style}{{{letter}}}" for letter in letters[1:]]
        if [node.token for node in follow if isinstance(node, Sym) and not node.gap] == wanted:
            return Sym(f"{style}{{{letters}}}", "", first.gap), len(letters)
    return None


# -- scripts and limits -------------------------------------------------------------------------------
def attach_scripts(nodes: list[Node], sub: Row, sup: Row) -> None:
    """Hang scripts on the last node; without one they stand before what follows.

    A node that has scripts comes from a group (``{F_i}^j``), behind which TeX sets the others (``F_i{}^j``);
    those of a large operator stay together.
    """
    if not sub and not sup:
        return
    if nodes and isinstance(nodes[-1], Prescript) and not nodes[-1].sub and not nodes[-1].sup:
        nodes[-1] = Prescript(sub, sup)
    elif not nodes:
        nodes.append(Prescript(sub, sup))
    elif isinstance(nodes[-1], Script) and not (nodes[-1].sub and sub) and not (nodes[-1].sup and sup):
        last = nodes[-1]
        if isinstance(last.base, Sym) and last.base.token in S.LIMIT_OPERATORS | S.INTEGRALS:
            nodes[-1] = Script(last.base, last.sub or sub, last.sup or sup)
        else:
            nodes.append(Prescript(sub, sup))
    elif isinstance(nodes[-1], Script | Prescript | Array | Stack):
        raise ParseError("a second script on the same base")
    else:
        nodes[-1] = Script(nodes[-1], sub, sup)


def with_limits(base: Row, under: Row, over: Row) -> Row:
    """Rows under and over a base. A word takes them on its last letter, a sum as ordinary limits."""
    if not base:
        return (*over, *under)
    last = base[-1]
    if len(base) > 1 and not all(isinstance(node, Sym) and "{" in node.token for node in base):
        raise ParseError("a row over several symbols")
    if isinstance(last, Limits) and not (last.under and under) and not (last.over and over):
        return (*base[:-1], Limits(last.base, last.under or under, last.over or over))
    if isinstance(last, Sym) and last.token in S.LIMIT_OPERATORS:
        return (*base[:-1], Script(last, under, over))
    return (*base[:-1], Limits(last, under, over))


def with_operator_limits(base: Row, under: Row, over: Row) -> Row:
    """Scripts of an operator that takes limits; a word such as ``lim`` has them as ordinary scripts."""
    if not under and not over:
        return base
    letters = [node.token for node in base if isinstance(node, Sym)]
    word = "".join(letters).replace(r"\mathrm{", "").replace("}", "")
    if len(letters) == len(base) and word in S.LIMIT_NAMES:
        return (*base[:-1], Script(base[-1], under, over))
    return with_limits(base, under, over)
