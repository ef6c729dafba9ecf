"""Marks of single nodes. Each function gives the marked source and the head symbol.

Symbols are numbered in the order of marking, so the order of the calls is a part of the result.
"""

from __future__ import annotations

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
from scipix.engine.latex.write import delimiter_name
from scipix.engine.recognize.assemble import RULE
from scipix.engine.recognize.relations import Relation
from scipix.models.training.mark_arrays import mark_array
from scipix.models.training.mark_graph import MarkGraph, UnmarkableError

_BRACES = frozenset({r"\overbrace", r"\underbrace"})
_SKEWED = frozenset(
    r"\hat \bar \vec \dot \ddot \tilde \check \breve \acute \grave \mathring \widehat \widetilde".split()
)


def mark_node(graph: MarkGraph, node: Node) -> tuple[str, int]:
    """Source and head of any node but a prescript, which has none without the node behind it."""
    match node:
        case Sym():
            return _sym(graph, node)
        case Frac():
            return _frac(graph, node)
        case Stack():
            return _stack(graph, node)
        case Sqrt():
            return _sqrt(graph, node)
        case Script():
            return _script(graph, node)
        case Limits():
            return _limits(graph, node)
        case Accent():
            return _accent(graph, node)
        case Array():
            return mark_array(graph, node)
        case Prescript():
            raise UnmarkableError("a prescript inside")


def _sym(graph: MarkGraph, node: Sym) -> tuple[str, int]:
    head = graph.new(node.token, node.mode)
    token = delimiter_name(node)
    if node.token in S.LIMIT_OPERATORS:
        return f"\\mathop{{{graph.ink(head)}{node.token}}}", head
    prefix = {"": "", "left": r"\left", "right": r"\right", "middle": r"\middle"}.get(node.mode)
    if prefix is None:
        side = "l" if node.token in S.OPENING else "r" if node.token in S.CLOSING else ""
        prefix = f"\\{node.mode}{side}"
    return f"{graph.ink(head)}{prefix}{token} ", head


# -- fractions, stacks, roots -----------------------------------------------------------------------------
def _frac(graph: MarkGraph, node: Frac) -> tuple[str, int]:
    bar = graph.new(RULE, part="rule")
    num = graph.child_row(node.num, bar, Relation.NUMERATOR)
    den = graph.child_row(node.den, bar, Relation.DENOMINATOR)
    return f"\\frac{{{num}{graph.ink(bar)}}}{{{den}}}", bar


def _stack(graph: MarkGraph, node: Stack) -> tuple[str, int]:
    top, first = graph.row(node.top)
    bottom, second = graph.row(node.bottom)
    if first < 0 or second < 0:
        raise UnmarkableError("an empty row in a stack")
    graph.link(second, first, Relation.ATOP)
    return f"{{{top}\\atop {bottom}}}", first


def _sqrt(graph: MarkGraph, node: Sqrt) -> tuple[str, int]:
    sign = graph.new(r"\sqrt", part="glyphs")
    rule = graph.new(RULE, part="rule", color=graph.marks[sign].color)
    graph.link(rule, sign, Relation.PART)
    index = ""
    if node.index:
        index = f"[{{{graph.child_row(node.index, sign, Relation.INDEX)}{graph.ink(sign)}}}]"
    body = graph.child_row(node.body, sign, Relation.INSIDE)
    return f"{graph.ink(sign)}\\sqrt{index}{{{body}}}", sign


# -- scripts and limits -----------------------------------------------------------------------------------
def mark_scripts(graph: MarkGraph, node: Script | Limits, head: int, stacked: bool) -> str:
    """The scripts of a base whose head is given; ``stacked``: TeX may set them as limits."""
    sub, sup = (node.sub, node.sup) if isinstance(node, Script) else (node.under, node.over)
    force = isinstance(node, Limits)
    under, over = (Relation.BELOW, Relation.ABOVE) if force else (Relation.SUB, Relation.SUP)
    out = r"\limits" if force else ""
    graph.marks[head].may_stack = stacked
    for sign, script, relation in (("_", sub, under), ("^", sup, over)):
        if script:
            out += f"{sign}{{{graph.child_row(script, head, relation)}}}"
    return out


def _script(graph: MarkGraph, node: Script) -> tuple[str, int]:
    base = node.base
    source, head = mark_node(graph, base)
    if isinstance(base, Accent) and base.command in _BRACES:
        return _forced(graph, source, head, node.sub, node.sup), head
    if not isinstance(base, Sym | Sqrt | Accent):
        source = f"{{{source}}}"
    stacked = isinstance(base, Sym) and base.token in S.LIMIT_OPERATORS
    return source + mark_scripts(graph, node, head, stacked), head


def _forced(graph: MarkGraph, source: str, head: int, under: Row, over: Row) -> str:
    """A base with rows that TeX would set beside it, set under and over it."""
    below, above = _pair(graph, head, under, over)
    scripts = (f"_{{{below}}}" if below else "") + (f"^{{{above}}}" if above else "")
    return f"\\mathop{{{source}}}\\limits{scripts}"


def _pair(graph: MarkGraph, head: int, under: Row, over: Row) -> tuple[str, str]:
    below = graph.child_row(under, head, Relation.BELOW) if under else ""
    above = graph.child_row(over, head, Relation.ABOVE) if over else ""
    return below, above


def _limits(graph: MarkGraph, node: Limits) -> tuple[str, int]:
    base = node.base
    if isinstance(base, Sym) and base.token in S.WRITABLE_STRETCHED and node.over:
        return _stretched(graph, base, node)
    source, head = mark_node(graph, base)
    if isinstance(base, Sym) and base.token in S.INTEGRALS:
        return _forced(graph, source, head, node.under, node.over), head
    under, over = _pair(graph, head, node.under, node.over)
    if node.under:
        source = f"\\underset{{{under}}}{{{source}}}"
    return f"\\overset{{{over}}}{{{source}}}" if node.over else source, head


def _stretched(graph: MarkGraph, base: Sym, node: Limits) -> tuple[str, int]:
    head = graph.new(base.token)
    over = graph.child_row(node.over, head, Relation.ABOVE)
    optional = f"[{{{graph.child_row(node.under, head, Relation.BELOW)}}}]" if node.under else ""
    return f"{S.WRITABLE_STRETCHED[base.token]}{optional}{{{over}{graph.ink(head)}}}", head


# -- accents ----------------------------------------------------------------------------------------------
def _accent(graph: MarkGraph, node: Accent) -> tuple[str, int]:
    if node.command in S.RULED_ACCENTS:
        return _ruled(graph, node)
    alone = node.body[0] if len(node.body) == 1 else None
    if isinstance(alone, Sym) and not alone.mode and node.command in _SKEWED and graph.rng.random() < 0.8:
        return _over_letter(graph, node.command, alone.token)
    head = graph.new(node.command)
    source = graph.child_row(node.body, head, Relation.BODY)
    inside = graph.ink(head)
    if node.command == r"\underbrace":
        return f"\\underbrace{{{source}{inside}}}", head
    return f"{inside}{node.command}{{{source}}}", head


def _over_letter(graph: MarkGraph, command: str, letter: str) -> tuple[str, int]:
    """An accent that TeX shifts over the slant of its letter: a colour between them would undo that."""
    head = graph.new(command, part="first")
    body = graph.new(letter, part="last", color=graph.marks[head].color)
    graph.link(body, head, Relation.BODY)
    return f"{graph.ink(head)}{command}{{{letter}}}", head


def _ruled(graph: MarkGraph, node: Accent) -> tuple[str, int]:
    bar = graph.new(RULE, part="rule")
    relation = Relation.UNDER_BAR_OF if node.command == r"\overline" else Relation.OVER_BAR_OF
    source = graph.child_row(node.body, bar, relation)
    if node.command == r"\underline":
        return f"\\underline{{{source}{graph.ink(bar)}}}", bar
    return f"{graph.ink(bar)}\\overline{{{source}}}", bar
