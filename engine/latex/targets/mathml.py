"""MathML 3, presentation: for web pages and, in a variant, for Word."""

from __future__ import annotations

from typing import assert_never
from xml.etree.ElementTree import Element, SubElement, tostring

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
from scipix.engine.latex.targets.target import Formula, Target

NAMESPACE = "http://www.w3.org/1998/Math/MathML"
_SIZES = ("", "1.2em", "1.623em", "2.047em", "2.470em")
_NOTATIONS = {
    "box": "box", "up": "updiagonalstrike", "down": "downdiagonalstrike",
    "cross": "updiagonalstrike downdiagonalstrike", "strike": "horizontalstrike",
}  # fmt: skip
_SPACING = {
    "matrix": ("1em", "4pt"), "small": ("0.333em", "0.2em"), "array": ("1em", "4pt"),
    "cases": ("1em", "0.2em"), "gathered": ("1em", "3pt"), "substack": ("0em", "0.1em"),
}  # fmt: skip
# These grow by themselves in MathML; in LaTeX they do so only between \\left and \\right.
_GROWING = frozenset("()[]{}|‖⟨⟩⌊⌋⌈⌉⟮⟯⎰⎱⟦⟧⌜⌝⌞⌟↑↓↕⇑⇓⇕/\\⏐⎪")
_SIGN_ORDINARIES = frozenset('/\\.!?′″‵@√⋮‘"')


def mathml(row: Row, *, display: bool = True, word: bool = False) -> str:
    """MathML on one line. ``word``: the delimiters in the form that Word takes for its own."""
    root = Element("math", {"xmlns": NAMESPACE, "display": "block" if display else "inline"})
    writer = _Writer(word)
    row_element = SubElement(root, "mrow")
    row_element.extend(writer.nodes(row))
    return tostring(root, encoding="unicode")


def _element(tag: str, *children: Element, text: str = "", **attributes: str) -> Element:
    element = Element(tag, attributes)
    element.text = text or None
    element.extend(children)
    return element


class _Writer:
    def __init__(self, word: bool) -> None:
        self._word = word

    def nodes(self, row: Row) -> list[Element]:
        return [self.node(node) for node in row]

    def one(self, row: Row) -> Element:
        """A row as exactly one element."""
        children = self.nodes(row)
        return children[0] if len(children) == 1 else _element("mrow", *children)

    def node(self, node: Node) -> Element:  # noqa: C901 - one case a node type
        match node:
            case Ident():
                return _ident(node)
            case Number():
                return _element("mn", text=in_font(node.text, node.font))
            case Oper():
                return _oper(node)
            case Named():
                return _element("mi", text=node.text) if len(node.text) > 1 else _normal(node.text)
            case Words():
                return _words(node)
            case Gap():
                return _element("mspace", width=f"{node.width:.3f}em")
            case Inner():
                return _element("mrow", *self.nodes(node.body))
            case Fraction():
                return self._fraction(node)
            case Radical():
                return self._radical(node)
            case Script():
                return self._script(node)
            case Limits():
                return self._limits(node)
            case Accent():
                return self._accent(node)
            case Fence():
                return self._fence(node)
            case Table():
                return self._table(node)
            case Styled():
                return self._styled(node)
            case Enclosed():
                return _element("menclose", self.one(node.body), notation=_NOTATIONS[node.notation])
            case Phantom():
                return self._phantom(node)
            case Lap():
                return self._lap(node)
            case _:
                assert_never(node)

    # -- constructs -------------------------------------------------------------------------------
    def _fraction(self, node: Fraction) -> Element:
        attributes = {"linethickness": node.thickness} if node.thickness else {}
        fraction = _element("mfrac", self.one(node.above), self.one(node.below), **attributes)
        if node.display is None:
            return fraction
        return _element("mstyle", fraction, displaystyle=str(node.display).lower(), scriptlevel="0")

    def _radical(self, node: Radical) -> Element:
        if node.degree:
            return _element("mroot", self.one(node.body), self.one(node.degree))
        return _element("msqrt", *self.nodes(node.body))

    def _script(self, node: Script) -> Element:
        base = self.one(node.base)
        if node.presub is not None or node.presup is not None:
            parts = [base, *self._pair(node.sub, node.sup), Element("mprescripts")]
            return _element("mmultiscripts", *parts, *self._pair(node.presub, node.presup))
        if node.sub is not None and node.sup is not None:
            return _element("msubsup", base, self.one(node.sub), self.one(node.sup))
        if node.sub is not None:
            return _element("msub", base, self.one(node.sub))
        return _element("msup", base, self.one(node.sup)) if node.sup is not None else base

    def _pair(self, sub: Row | None, sup: Row | None) -> list[Element]:
        if sub is None and sup is None:
            return []
        return [Element("none") if row is None else self.one(row) for row in (sub, sup)]

    def _limits(self, node: Limits) -> Element:
        base = self._limits_base(node)
        if node.under is not None and node.over is not None:
            return _element("munderover", base, self.one(node.under), self.one(node.over))
        if node.under is not None:
            return _element("munder", base, self.one(node.under))
        return _element("mover", base, self.one(node.over)) if node.over is not None else base

    def _limits_base(self, node: Limits) -> Element:
        """The base; an operator says itself whether its limits may move beside it."""
        alone = node.base[0] if len(node.base) == 1 else None
        if isinstance(alone, Named) and node.movable:
            return _element("mo", text=alone.text, movablelimits="true")
        base = self.one(node.base)
        if base.tag == "mo" and not node.movable:
            base.set("movablelimits", "false")
        return base

    def _accent(self, node: Accent) -> Element:
        mark = _element("mo", text=node.mark, stretchy=str(node.stretchy).lower())
        if node.under:
            return _element("munder", self.one(node.body), mark, accentunder="true")
        return _element("mover", self.one(node.body), mark, accent="true")

    def _fence(self, node: Fence) -> Element:
        if self._word:
            attributes = {"open": node.opening, "close": node.closing, "separators": ""}
            return _element("mfenced", _element("mrow", *self.nodes(node.body)), **attributes)
        children = self.nodes(node.body)
        if node.opening:
            children.insert(0, _delimiter(node.opening, "prefix"))
        if node.closing:
            children.append(_delimiter(node.closing, "postfix"))
        return _element("mrow", *children)

    def _table(self, node: Table) -> Element:
        rows = [_element("mtr", *map(self._cell, line)) for line in node.lines]
        table = _element("mtable", *rows, **_table_attributes(node))
        sides = [name for name, drawn in _outer_rules(node) if drawn]
        return _element("menclose", table, notation=" ".join(sides)) if sides else table

    def _cell(self, cell: Row) -> Element:
        """A cell; a sign that begins it stands between two cells, not before one thing."""
        children = self.nodes(cell)
        if children and isinstance(first := cell[0], Oper) and first.kind in ("rel", "bin"):
            children[0].set("form", "infix")
        return _element("mtd", *children)

    def _styled(self, node: Styled) -> Element:
        attributes = {}
        if node.display is not None:
            attributes["displaystyle"] = str(node.display).lower()
        if node.level is not None:
            attributes["scriptlevel"] = str(node.level)
        if node.colour:
            attributes["mathcolor"] = node.colour
        if node.background:
            attributes["mathbackground"] = node.background
        return _element("mstyle", self.one(node.body), **attributes)

    def _phantom(self, node: Phantom) -> Element:
        phantom = _element("mphantom", *self.nodes(node.body))
        if node.horizontal and node.vertical:
            return phantom
        if node.vertical:
            return _element("mpadded", phantom, width="0")
        return _element("mpadded", phantom, height="0", depth="0")

    def _lap(self, node: Lap) -> Element:
        shift = {"left": "0", "center": "-0.5width", "right": "-1width"}[node.side]
        return _element("mpadded", *self.nodes(node.body), width="0", lspace=shift)


def _ident(node: Ident) -> Element:
    if node.font == "italic" and len(node.text) == 1:
        return _element("mi", text=node.text)
    if node.font == "normal":
        return _normal(node.text)
    text = in_font(node.text, node.font)
    return _element("mi", text=text) if text != node.text else _normal(node.text)


def _normal(text: str) -> Element:
    """An upright identifier; a single letter would be italic by itself."""
    return _element("mi", text=text, mathvariant="normal") if len(text) == 1 else _element("mi", text=text)


def _oper(node: Oper) -> Element:
    if (
        node.kind == "ord"
        and not node.size
        and not node.stretchy
        and node.text[0] not in _SIGN_ORDINARIES | _GROWING
    ):
        element = _normal(node.text)
    else:
        element = _element("mo", text=node.text)
        if node.size:
            size = _SIZES[node.size]
            element.attrib.update(stretchy="true", symmetric="true", minsize=size, maxsize=size)
        elif node.stretchy:
            element.set("stretchy", "true")
        elif node.text in _GROWING:
            element.set("stretchy", "false")
        if node.kind in ("open", "close"):
            element.set("form", "prefix" if node.kind == "open" else "postfix")
        elif node.kind == "rel" and node.text in ("|", "‖", ":"):
            element.attrib.update(lspace="0.278em", rspace="0.278em")
    if node.bold:
        element.set("mathvariant", "bold")
    return element


def _delimiter(text: str, form: str) -> Element:
    return _element("mo", text=text, fence="true", form=form, stretchy="true", symmetric="true")


def _words(node: Words) -> Element:
    """Text; blanks at its ends would be dropped, those that do not break are kept."""
    text = node.text
    inner = text.strip(" ")
    ends = len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))
    text = "\u00a0" * ends[0] + inner + "\u00a0" * ends[1] if inner else "\u00a0" * len(text)
    return _element("mtext", text=text, **({} if node.font == "normal" else {"mathvariant": node.font}))


def _table_attributes(node: Table) -> dict[str, str]:
    attributes = {"columnalign": " ".join(node.columns) or "center"}
    if node.kind == "aligned":
        gaps = [
            "0.278em" if len(node.columns) == 3 else "0em",
            "0.278em" if len(node.columns) == 3 else "2em",
        ]
        attributes["columnspacing"] = " ".join(gaps[i % 2] for i in range(len(node.columns) - 1)) or "0em"
        attributes["rowspacing"] = "3pt"
    else:
        attributes["columnspacing"], attributes["rowspacing"] = _SPACING[node.kind]
    if node.display:
        attributes["displaystyle"] = "true"
    columns, rows = len(node.columns), len(node.lines)
    if any(0 < rule < columns for rule in node.vertical):
        attributes["columnlines"] = _lines(node.vertical, columns)
    if any(0 < rule < rows for rule in node.horizontal):
        attributes["rowlines"] = _lines(node.horizontal, rows)
    return attributes


def _lines(rules: tuple[int, ...], count: int) -> str:
    return " ".join("solid" if place in rules else "none" for place in range(1, count))


def _outer_rules(node: Table) -> tuple[tuple[str, bool], ...]:
    return (
        ("left", 0 in node.vertical), ("right", len(node.columns) in node.vertical and bool(node.columns)),
        ("top", 0 in node.horizontal), ("bottom", len(node.lines) in node.horizontal and bool(node.lines)),
    )  # fmt: skip


def _convert(formula: Formula) -> str:
    return mathml(formula.shown())


def _inline(formula: Formula) -> str:
    return mathml(formula.shown(display=False), display=False)


def _word(formula: Formula) -> str:
    return mathml(formula.shown(), word=True)


_MIME = ("application/mathml+xml", "MathML", "text/plain")
TARGETS = (
    Target("mathml", "MathML", "web", ".mml", _MIME, _convert),
    Target("mathml-inline", "MathML, inline", "web", ".mml", _MIME, _inline),
    Target(
        "mathml-word",
        "MathML for Word",
        "office",
        ".mml",
        ("MathML", "application/mathml+xml", "text/plain"),
        _word,
    ),
)
