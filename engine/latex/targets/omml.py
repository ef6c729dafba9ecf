"""OMML: the equations of Word. They stay editable there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never
from xml.etree.ElementTree import Element, SubElement, tostring

from scipix.engine.latex.presentation.accents import BRACES, COMBINING
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
)
from scipix.engine.latex.targets.target import ConversionError, Formula, Target

MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STYLES: dict[Font, tuple[str, str]] = {
    "normal": ("", "p"), "italic": ("", "i"), "bold": ("", "b"), "bold-italic": ("", "bi"),
    "double-struck": ("double-struck", "p"), "script": ("script", "p"), "bold-script": ("script", "b"),
    "fraktur": ("fraktur", "p"), "bold-fraktur": ("fraktur", "b"), "sans-serif": ("sans-serif", "p"),
    "sans-serif-bold": ("sans-serif", "b"), "sans-serif-italic": ("sans-serif", "i"),
    "monospace": ("monospace", "p"),
}  # fmt: skip
"""The script and style of a run in each font."""
_NARY = frozenset("∑∏∐∫∬∭∮∯∰∱∲∳⋀⋁⋂⋃⨀⨁⨂⨃⨄⨅⨆⨌")
_ENDS_OPERAND = frozenset({"rel", "punct", "close"})
_SUMS = frozenset("+−±∓")
_SPACES = (
    (1.0, "\u2003"),
    (0.5, "\u2002"),
    (0.333, "\u2004"),
    (0.25, "\u2005"),
    (0.16, "\u2009"),
    (0.05, "\u200a"),
)
_NOTHING = "\u200b"
_WIDEST_GAP = 40


@dataclass(frozen=True, slots=True)
class Look:
    """What runs inherit: colour and background as rrggbb, '' for none."""

    colour: str = ""
    background: str = ""


def omml(row: Row) -> Element:
    """The element ``m:oMath``."""
    element = Element("m:oMath", {"xmlns:m": MATH, "xmlns:w": WORD})
    element.extend(_Writer(Look()).nodes(row))
    return element


def _m(tag: str, *children: Element, val: str | None = None) -> Element:
    element = Element(f"m:{tag}")
    if val is not None:
        element.set("m:val", val)
    element.extend(children)
    return element


class _Writer:
    def __init__(self, look: Look) -> None:
        self._look = look

    # -- rows -------------------------------------------------------------------------------------
    def nodes(self, row: Row) -> list[Element]:
        out: list[Element] = []
        index = 0
        while index < len(row):
            node = row[index]
            index += 1
            if nary := _nary(node):
                size = _operand(row, index)
                out.append(self._sum(*nary, row[index : index + size]))
                index += size
            elif name := _function(node):
                size = _operand(row, index, of_function=True)
                out.append(self._applied(name, row[index : index + size]))
                index += size
            else:
                out.extend(self.node(node))
        return out

    def argument(self, tag: str, row: Row) -> Element:
        """A row as an argument. An empty one would be drawn as a dotted box; an invisible run is not."""
        return _m(tag, *(self.nodes(row) or [self.run(_NOTHING, "normal")]))

    # -- runs -------------------------------------------------------------------------------------
    def run(self, text: str, font: Font, *, literal: bool = False) -> Element:
        """A run of text in a font. ``literal``: a text, no mathematics."""
        script, style = _STYLES[font]
        properties = _m("rPr")
        if literal:
            properties.append(_m("nor"))
        elif script:
            properties.append(_m("scr", val=script))
        if not literal:
            properties.append(_m("sty", val=style))
        run = _m("r", properties, self._word_properties(style if literal else ""))
        element = SubElement(run, "m:t")
        element.text = text
        if text != text.strip():
            element.set("xml:space", "preserve")
        return run

    def _word_properties(self, style: str) -> Element:
        properties = Element("w:rPr")
        fonts = {f"w:{name}": "Cambria Math" for name in ("ascii", "hAnsi")}
        SubElement(properties, "w:rFonts", fonts)
        if style in ("b", "bi"):
            SubElement(properties, "w:b")
        if style in ("i", "bi"):
            SubElement(properties, "w:i")
        if self._look.colour:
            SubElement(properties, "w:color", {"w:val": self._look.colour})
        if self._look.background:
            shade = {"val": "clear", "color": "auto", "fill": self._look.background}
            SubElement(properties, "w:shd", {f"w:{key}": value for key, value in shade.items()})
        return properties

    def node(self, node: Node) -> list[Element]:  # noqa: C901 - one case a node type
        match node:
            case Ident() | Number():
                return [self.run(node.text, node.font)]
            case Oper():
                return [self.run(node.text, "bold" if node.bold else "normal")]
            case Named():
                return [self._applied(node, ())]
            case Words():
                return [self.run(node.text, node.font, literal=True)]
            case Gap():
                text = _blanks(node.width)
                return [self.run(text, "normal")] if text else []
            case Inner():
                return self.nodes(node.body)
            case Fraction():
                return [self._fraction(node)]
            case Radical():
                hidden = [] if node.degree else [_m("degHide", val="1")]
                degree = _m("deg", *self.nodes(node.degree))
                return [_m("rad", _m("radPr", *hidden), degree, self.argument("e", node.body))]
            case Script():
                return [self._script(node)]
            case Limits():
                return [self._limits(node)]
            case Accent():
                return [self._accent(node)]
            case Fence():
                return [self._fence(node)]
            case Table():
                return [self._table(node)]
            case Styled():
                return self._styled(node)
            case Enclosed():
                return [self._enclosed(node)]
            case Phantom():
                return [self._phantom(node)]
            case Lap():
                properties = _m("phantPr", _m("show", val="1"), _m("zeroWid", val="1"))
                return [_m("phant", properties, self.argument("e", node.body))]
            case _:
                assert_never(node)

    # -- operators --------------------------------------------------------------------------------
    def _sum(self, sign: Oper, sub: Row | None, sup: Row | None, under: bool, operand: Row) -> Element:
        properties = _m(
            "naryPr", _m("chr", val=sign.text), _m("limLoc", val="undOvr" if under else "subSup"),
            *([_m("subHide", val="1")] if sub is None else []),
            *([_m("supHide", val="1")] if sup is None else []),
        )  # fmt: skip
        parts = (_m("sub", *self.nodes(sub or ())), _m("sup", *self.nodes(sup or ())))
        return _m("nary", properties, *parts, self.argument("e", operand))

    def _applied(self, name: Named | Script | Limits, operand: Row) -> Element:
        """A function's name and what it is applied to, or the name alone."""
        base = name if isinstance(name, Named) else name.base[0]
        assert isinstance(base, Named)
        run = self.run(base.text, "normal")
        if isinstance(name, Script):
            run = self._scripted(_m("e", run), name)
        elif isinstance(name, Limits):
            run = self._limited([run], name)
        if not operand:
            return run
        return _m("func", _m("funcPr"), _m("fName", run), self.argument("e", operand))

    # -- constructs -------------------------------------------------------------------------------
    def _fraction(self, node: Fraction) -> Element:
        bar = [_m("type", val="noBar")] if node.thickness == "0" else []
        return _m("f", _m("fPr", *bar), self.argument("num", node.above), self.argument("den", node.below))

    def _script(self, node: Script) -> Element:
        return self._scripted(self.argument("e", node.base), node)

    def _scripted(self, base: Element, node: Script) -> Element:
        if node.presub is not None or node.presup is not None:
            behind = self._scripted(base, replace(node, presub=None, presup=None))
            body = _m("e", behind) if node.sub is not None or node.sup is not None else base
            before = (self.argument("sub", node.presub or ()), self.argument("sup", node.presup or ()))
            return _m("sPre", _m("sPrePr"), *before, body)
        if node.sub is not None and node.sup is not None:
            parts = (self.argument("sub", node.sub), self.argument("sup", node.sup))
            return _m("sSubSup", _m("sSubSupPr"), base, *parts)
        if node.sub is not None:
            return _m("sSub", _m("sSubPr"), base, self.argument("sub", node.sub))
        if node.sup is not None:
            return _m("sSup", _m("sSupPr"), base, self.argument("sup", node.sup))
        return base

    def _limits(self, node: Limits) -> Element:
        return self._limited(self.nodes(node.base) or [self.run(_NOTHING, "normal")], node)

    def _limited(self, base: list[Element], node: Limits) -> Element:
        element = base
        if node.under is not None:
            element = [_m("limLow", _m("limLowPr"), _m("e", *element), self.argument("lim", node.under))]
        if node.over is not None:
            element = [_m("limUpp", _m("limUppPr"), _m("e", *element), self.argument("lim", node.over))]
        return element[0]

    def _accent(self, node: Accent) -> Element:
        body = self.argument("e", node.body)
        side = "bot" if node.under else "top"
        if node.name in ("overline", "underline"):
            return _m("bar", _m("barPr", _m("pos", val=side)), body)
        if node.name in BRACES or (node.under and node.name != "utilde"):
            above = "bot" if side == "top" else "top"
            properties = _m(
                "groupChrPr", _m("chr", val=node.mark), _m("pos", val=side), _m("vertJc", val=above)
            )
            return _m("groupChr", properties, body)
        return _m("acc", _m("accPr", _m("chr", val=COMBINING[node.name])), body)

    def _fence(self, node: Fence) -> Element:
        parts, separator = _at_middles(node.body)
        properties = _m(
            "dPr", _m("begChr", val=node.opening), *([_m("sepChr", val=separator)] if separator else []),
            _m("endChr", val=node.closing), _m("grow", val="1"),
        )  # fmt: skip
        return _m("d", properties, *(self.argument("e", part) for part in parts))

    def _table(self, node: Table) -> Element:
        if node.vertical or node.horizontal:
            raise ConversionError(
                "a rule in an array", node, "Word's equations have no rules between columns."
            )
        if node.kind == "gathered" and len(node.columns) <= 1:
            rows = [self.argument("e", line[0]) for line in node.lines]
            return _m("eqArr", _m("eqArrPr"), *rows)
        if node.kind == "aligned" and node.columns[1:2] == ("left",):
            return _m("eqArr", _m("eqArrPr"), *(self._equation(line) for line in node.lines))
        sides = [_m("mc", _m("mcPr", _m("count", val="1"), _m("mcJc", val=side))) for side in node.columns]
        rows = [_m("mr", *(_m("e", *self.nodes(cell)) for cell in line)) for line in node.lines]
        if not rows or not sides:
            return self.run(_NOTHING, "normal")
        return _m("m", _m("mPr", _m("plcHide", val="1"), _m("mcs", *sides)), *rows)

    def _equation(self, line: tuple[Row, ...]) -> Element:
        """A row of aligned equations; Word's marks stand where LaTeX has its own."""
        while line and not line[-1]:
            line = line[:-1]
        content: list[Element] = []
        for index, cell in enumerate(line):
            if index:
                content.append(self.run("&", "normal"))
            content.extend(self.nodes(cell))
        return _m("e", *(content or [self.run(_NOTHING, "normal")]))

    def _styled(self, node: Styled) -> list[Element]:
        look = Look(
            node.colour.lstrip("#") or self._look.colour, node.background.lstrip("#") or self._look.background
        )
        return _Writer(look).nodes(node.body)

    def _enclosed(self, node: Enclosed) -> Element:
        hidden = [_m(f"hide{side}", val="1") for side in ("Top", "Bot", "Left", "Right")]
        strikes = {"up": ["strikeBLTR"], "down": ["strikeTLBR"], "strike": ["strikeH"],
                   "cross": ["strikeBLTR", "strikeTLBR"], "box": []}[node.notation]  # fmt: skip
        drawn = [] if node.notation == "box" else [*hidden, *(_m(strike, val="1") for strike in strikes)]
        return _m("borderBox", _m("borderBoxPr", *drawn), self.argument("e", node.body))

    def _phantom(self, node: Phantom) -> Element:
        flat = [] if node.vertical else [_m("zeroAsc", val="1"), _m("zeroDesc", val="1")]
        thin = [] if node.horizontal else [_m("zeroWid", val="1")]
        return _m("phant", _m("phantPr", _m("show", val="0"), *thin, *flat), self.argument("e", node.body))


def _nary(node: Node) -> tuple[Oper, Row | None, Row | None, bool] | None:
    """A large operator with its scripts, and whether they stand under and over it."""
    if isinstance(node, Oper) and node.text in _NARY and not node.size:
        return node, None, None, False
    if not isinstance(node, Script | Limits) or len(node.base) != 1:
        return None
    sign = node.base[0]
    if not isinstance(sign, Oper) or sign.text not in _NARY:
        return None
    if isinstance(node, Limits):
        return sign, node.under, node.over, True
    if node.presub is not None or node.presup is not None:
        return None
    return sign, node.sub, node.sup, False


def _function(node: Node) -> Named | Script | Limits | None:
    if isinstance(node, Named):
        return node
    if isinstance(node, Script) and (node.presub is not None or node.presup is not None):
        return None
    if isinstance(node, Script | Limits) and len(node.base) == 1 and isinstance(node.base[0], Named):
        return node
    return None


def _operand(row: Row, start: int, *, of_function: bool = False) -> int:
    """How many nodes from ``start`` on an operator applies to: up to the next relation, sum or comma."""
    depth = 0
    for index in range(start, len(row)):
        node = row[index]
        base = node.base[0] if isinstance(node, Script | Limits) and len(node.base) == 1 else node
        if isinstance(base, Oper):
            if base.kind == "open":
                depth += 1
            elif base.kind == "close" and depth:
                depth -= 1
            elif not depth and (base.kind in _ENDS_OPERAND or base.text in _SUMS):
                return index - start
        if (
            of_function
            and not depth
            and (_function(node) or _nary(node) or isinstance(base, Words))
            and index > start
        ):
            return index - start
        if isinstance(node, Table):
            return index - start
    return len(row) - start


def _at_middles(body: Row) -> tuple[list[Row], str]:
    """A body split at its growing bars, if they are all alike; the bar."""
    bars = {node.text for node in body if isinstance(node, Oper) and node.stretchy}
    if len(bars) != 1:
        return [body], ""
    parts: list[list[Node]] = [[]]
    for node in body:
        if isinstance(node, Oper) and node.stretchy:
            parts.append([])
        else:
            parts[-1].append(node)
    return [tuple(part) for part in parts], bars.pop()


def _blanks(width: float) -> str:
    """Unicode's spaces that add up to a width; a negative one cannot be had."""
    text = ""
    rest = min(width, _WIDEST_GAP)
    for size, blank in _SPACES:
        while rest >= size - 0.01:
            text += blank
            rest -= size
    return text


def _convert(formula: Formula) -> str:
    return tostring(omml(formula.shown()), encoding="unicode")


TARGETS = (
    Target("omml", "OMML (Word equation)", "office", ".xml", ("application/xml", "text/plain"), _convert),
)
