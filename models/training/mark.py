"""Turn a formula tree into LaTeX whose every symbol has its own near-black colour, and into its layout graph.

The colour survives into the PDF, so each glyph and rule read back knows which symbol it belongs to. The
layout graph is what the parser learns: for each symbol its parent and the relation to it.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from scipix.engine.latex import symbols as S
from scipix.engine.latex.spans import split_style
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
from scipix.engine.recognize.relations import Relation

MAX_SYMBOLS = 900
RULE = "rule"
"""Class of fraction bars, overlines, underlines and the top of a root."""


class UnmarkableError(ValueError):
    """The tree has something that cannot be marked or labelled."""


@dataclass(slots=True)
class Mark:
    """One symbol of the layout graph.

    ``color`` is the mark it is typeset in; ``part`` says which ink of that colour is its own: all of it, the
    rules, the glyphs, or (an accent and its letter share a mark) the first or last glyph.
    """

    token: str
    color: int
    mode: str = ""
    part: str = "all"
    parent: int = -1
    relation: Relation = Relation.ROOT
    may_stack: bool = False
    """Whether sub and sup of this symbol may be set as limits; settled from the geometry."""


class Marker:
    """Walks one tree. ``latex`` is the marked source, ``marks`` the symbols in the order of marking."""

    def __init__(self, tree: Row, rng: random.Random, display: bool = True) -> None:
        self.marks: list[Mark] = []
        self.colors = 1
        self.rng = rng
        self.display = display
        source, head = self.row(tree)
        if head < 0:
            raise UnmarkableError("nothing is drawn")
        self.latex = (r"\displaystyle " if display else "") + source

    # -- marks ------------------------------------------------------------------------------------
    def new(self, token: str, mode: str = "", part: str = "all", color: int | None = None) -> int:
        """Add a symbol; without a colour given it gets the next one."""
        if color is None:
            color = self.colors
            self.colors += 1
        if len(self.marks) >= MAX_SYMBOLS:
            raise UnmarkableError("too many symbols")
        self.marks.append(Mark(token, color, mode, part))
        return len(self.marks) - 1

    def ink(self, index: int) -> str:
        """The TeX that switches to a symbol's colour."""
        return color_code(self.marks[index].color)

    def link(self, child: int, parent: int, relation: Relation) -> None:
        if child >= 0:
            self.marks[child].parent = parent
            self.marks[child].relation = relation

    # -- rows -------------------------------------------------------------------------------------
    def row(self, row: Row) -> tuple[str, int]:
        """Marked source and head symbol (-1 where nothing is drawn); siblings are linked."""
        out: list[str] = []
        first, previous, after = -1, -1, False
        waiting: list[tuple[int, Relation]] = []
        index = 0
        while index < len(row):
            node = row[index]
            if isinstance(node, Prescript):
                out.append(self._prescript(node, waiting))
                index += 1
                continue
            source, head, tail, taken = self._item(row, index)
            for child, relation in waiting:
                self.link(child, head, relation)
            waiting = []
            if previous >= 0:
                self.link(head, previous, Relation.AFTER if after else Relation.NEXT)
            first = head if first < 0 else first
            previous = tail
            after = isinstance(row[index + taken - 1], Array | Stack)
            out.append(source + self._space(row, index + taken))
            index += taken
        if waiting:
            raise UnmarkableError("a script before nothing")
        return "".join(out), first

    def _space(self, row: Row, position: int) -> str:
        """Now and then the blanks that authors put in."""
        if position >= len(row) or self.rng.random() > 0.04 or _mode(row[position]) in ("right", "middle"):
            return ""
        return self.rng.choice([r"\,", r"\,", r"\;", r"\ ", r"\quad ", r"\qquad ", r"\!", r"\:"])

    def _prescript(self, node: Prescript, waiting: list[tuple[int, Relation]]) -> str:
        out = "{}"
        for sign, script, relation in (("_", node.sub, Relation.PRESUB), ("^", node.sup, Relation.PRESUP)):
            if script:
                source, head = self.row(script)
                out += f"{sign}{{{source}}}"
                waiting.append((head, relation))
        return out

    def _item(self, row: Row, index: int) -> tuple[str, int, int, int]:
        """Source, first and last symbol of the row's next item, and how many nodes it takes.

        An item is one node, or a whole word of letters in one font (so that its limits stand under the word).
        """
        word = _word_length(row, index)
        if word > 1:
            return (*self._word(row[index : index + word]), word)
        node = row[index]
        if _is_cases(row, index):
            brace = self.new(r"\{", "left")
            body, head = self._array(row[index + 1], "cases")
            self.link(head, brace, Relation.NEXT)
            raise_if(index + 2 < len(row) and _mode(row[index + 2]) == "right", "cases closed by hand")
            return self.ink(brace) + body, brace, head, 2
        source, head = self.node(node)
        return source, head, head, 1

    def _word(self, nodes: Row) -> tuple[str, int, int]:
        """Letters of one font: ``\\lim_{x}``, ``\\mathrm{eff}``."""
        letters: list[str] = []
        heads: list[int] = []
        style = ""
        for node in nodes:
            symbol = _base(node)
            assert isinstance(symbol, Sym)
            style, letter = split_style(symbol.token)
            heads.append(self.new(symbol.token))
            blank = r"\ " if symbol.gap and letters else ""
            letters.append(blank + self.ink(heads[-1]) + letter)
            if len(heads) > 1:
                self.link(heads[-1], heads[-2], Relation.NEXT)
        word = "".join(split_style(base.token)[1] for node in nodes if isinstance(base := _base(node), Sym))
        source = f"{style}{{{''.join(letters)}}}"
        limits = isinstance(nodes[-1], Limits) or word in S.LIMIT_NAMES
        if limits or (word in S.OPERATOR_NAMES and style == r"\mathrm"):
            source = f"\\mathop{{{source}}}" + ("" if limits else r"\nolimits")
        if isinstance(nodes[-1], Script | Limits):
            source += self._attach(nodes[-1], heads[-1], stacked=limits, force=isinstance(nodes[-1], Limits))
        return source, heads[0], heads[-1]

    def _attach(self, node: Script | Limits, head: int, stacked: bool, force: bool = False) -> str:
        """The scripts of a base whose head is given."""
        sub, sup = (node.sub, node.sup) if isinstance(node, Script) else (node.under, node.over)
        under = Relation.BELOW if force else Relation.SUB
        over = Relation.ABOVE if force else Relation.SUP
        out = r"\limits" if force else ""
        self.marks[head].may_stack = stacked
        for sign, script, relation in (("_", sub, under), ("^", sup, over)):
            if script:
                source, first = self.row(script)
                out += f"{sign}{{{source}}}"
                self.link(first, head, relation)
        return out

    # -- nodes ------------------------------------------------------------------------------------
    def node(self, node: Node) -> tuple[str, int]:
        match node:
            case Sym():
                return self._sym(node)
            case Frac():
                return self._frac(node)
            case Stack():
                return self._stack(node)
            case Sqrt():
                return self._sqrt(node)
            case Script():
                return self._script(node)
            case Limits():
                return self._limits(node)
            case Accent():
                return self._accent(node)
            case Array():
                return self._array(node, "")
            case Prescript():
                raise UnmarkableError("a prescript inside")

    def _sym(self, node: Sym) -> tuple[str, int]:
        head = self.new(node.token, node.mode)
        token = delimiter_name(node)
        if node.token in S.LIMIT_OPERATORS:
            return f"\\mathop{{{self.ink(head)}{node.token}}}", head
        prefix = {"": "", "left": r"\left", "right": r"\right", "middle": r"\middle"}.get(node.mode)
        if prefix is None:
            side = "l" if node.token in S.OPENING else "r" if node.token in S.CLOSING else ""
            prefix = f"\\{node.mode}{side}"
        return f"{self.ink(head)}{prefix}{token} ", head

    def _frac(self, node: Frac) -> tuple[str, int]:
        bar = self.new(RULE, part="rule")
        num, first = self.row(node.num)
        den, second = self.row(node.den)
        self.link(first, bar, Relation.NUMERATOR)
        self.link(second, bar, Relation.DENOMINATOR)
        return f"\\frac{{{num}{self.ink(bar)}}}{{{den}}}", bar

    def _stack(self, node: Stack) -> tuple[str, int]:
        top, first = self.row(node.top)
        bottom, second = self.row(node.bottom)
        raise_if(first < 0 or second < 0, "an empty row in a stack")
        self.link(second, first, Relation.ATOP)
        return f"{{{top}\\atop {bottom}}}", first

    def _sqrt(self, node: Sqrt) -> tuple[str, int]:
        sign = self.new(r"\sqrt", part="glyphs")
        rule = self.new(RULE, part="rule", color=self.marks[sign].color)
        self.link(rule, sign, Relation.PART)
        index = ""
        if node.index:
            source, first = self.row(node.index)
            self.link(first, sign, Relation.INDEX)
            index = f"[{{{source}{self.ink(sign)}}}]"
        body, head = self.row(node.body)
        self.link(head, sign, Relation.INSIDE)
        return f"{self.ink(sign)}\\sqrt{index}{{{body}}}", sign

    def _script(self, node: Script) -> tuple[str, int]:
        base = node.base
        source, head = self.node(base)
        if isinstance(base, Sym | Sqrt) or (isinstance(base, Accent) and base.command not in _BRACES):
            pass
        elif isinstance(base, Accent):
            source = f"\\mathop{{{source}}}\\limits"
            sub, sup = self._pair(node.sub, head, Relation.BELOW), self._pair(node.sup, head, Relation.ABOVE)
            return source + (f"_{{{sub}}}" if sub else "") + (f"^{{{sup}}}" if sup else ""), head
        else:
            source = f"{{{source}}}"
        stacked = isinstance(base, Sym) and base.token in S.LIMIT_OPERATORS
        return source + self._attach(node, head, stacked), head

    def _pair(self, row: Row, head: int, relation: Relation) -> str:
        if not row:
            return ""
        source, first = self.row(row)
        self.link(first, head, relation)
        return source

    def _limits(self, node: Limits) -> tuple[str, int]:
        base = node.base
        if isinstance(base, Sym) and base.token in S.WRITABLE_STRETCHED and node.over:
            return self._stretched(base, node)
        source, head = self.node(base)
        under = self._pair(node.under, head, Relation.BELOW)
        over = self._pair(node.over, head, Relation.ABOVE)
        if isinstance(base, Sym) and base.token in S.INTEGRALS:
            source = f"\\mathop{{{source}}}\\limits"
            return source + (f"_{{{under}}}" if under else "") + (f"^{{{over}}}" if over else ""), head
        if node.under:
            source = f"\\underset{{{under}}}{{{source}}}"
        return f"\\overset{{{over}}}{{{source}}}" if node.over else source, head

    def _stretched(self, base: Sym, node: Limits) -> tuple[str, int]:
        head = self.new(base.token)
        over = self._pair(node.over, head, Relation.ABOVE)
        under = self._pair(node.under, head, Relation.BELOW)
        optional = f"[{{{under}}}]" if node.under else ""
        return f"{S.WRITABLE_STRETCHED[base.token]}{optional}{{{over}{self.ink(head)}}}", head

    def _accent(self, node: Accent) -> tuple[str, int]:
        if node.command in S.RULED_ACCENTS:
            return self._ruled(node)
        alone = node.body[0] if len(node.body) == 1 else None
        if isinstance(alone, Sym) and not alone.mode and node.command in _SKEWED and self.rng.random() < 0.8:
            head = self.new(node.command, part="first")
            body = self.new(alone.token, part="last", color=self.marks[head].color)
            self.link(body, head, Relation.BODY)
            return f"{self.ink(head)}{node.command}{{{alone.token}}}", head
        head = self.new(node.command)
        source, first = self.row(node.body)
        self.link(first, head, Relation.BODY)
        inside = self.ink(head)
        if node.command == r"\underbrace":
            return f"\\underbrace{{{source}{inside}}}", head
        return f"{inside}{node.command}{{{source}}}", head

    def _ruled(self, node: Accent) -> tuple[str, int]:
        bar = self.new(RULE, part="rule")
        source, first = self.row(node.body)
        relation = Relation.UNDER_BAR_OF if node.command == r"\overline" else Relation.OVER_BAR_OF
        self.link(first, bar, relation)
        if node.command == r"\underline":
            return f"\\underline{{{source}{self.ink(bar)}}}", bar
        return f"{self.ink(bar)}\\overline{{{source}}}", bar

    def _array(self, node: Node, environment: str) -> tuple[str, int]:
        assert isinstance(node, Array)
        rows: list[str] = []
        row_head, head = -1, -1
        for row in node.rows:
            cells: list[str] = []
            cell_head = -1
            for cell in row:
                source, first = self.row(cell)
                cells.append(source)
                if first < 0:
                    continue
                if cell_head >= 0:
                    self.link(first, cell_head, Relation.CELL)
                elif row_head >= 0:
                    self.link(first, row_head, Relation.ROW)
                if cell_head < 0:
                    row_head = first
                head = first if head < 0 else head
                cell_head = first
            rows.append(" & ".join(cells))
        raise_if(head < 0, "an empty array")
        return self._environment(node, environment, rows), head

    def _environment(self, node: Array, environment: str, rows: list[str]) -> str:
        body = r" \\{}".join(rows)
        columns = max(len(row) for row in node.rows)
        if environment:
            return f"\\begin{{{environment}}}{body}\\end{{{environment}}}"
        if node.kind == "substack":
            return f"\\substack{{{body}}}"
        if node.kind == "aligned":
            return f"\\begin{{aligned}}{body}\\end{{aligned}}"
        align = (node.align or ("l" if node.kind == "cases" else "c") * columns).ljust(columns, "c")
        if set(align) == {"c"} and self.rng.random() < 0.5 and columns <= 10:
            return f"\\begin{{matrix}}{body}\\end{{matrix}}"
        return f"\\begin{{array}}{{{align}}}{body}\\end{{array}}"


_BRACES = frozenset({r"\overbrace", r"\underbrace"})
_SKEWED = frozenset(
    r"\hat \bar \vec \dot \ddot \tilde \check \breve \acute \grave \mathring \widehat \widetilde".split()
)


def color_code(number: int) -> str:
    """TeX that sets fill and stroke to the near-black colour of a number below 1000, a digit a channel."""
    parts = " ".join(f"{digit / 255:.4f}" for digit in (number // 100, number // 10 % 10, number % 10))
    return f"\\C{{{parts}}}"


def raise_if(condition: bool, message: str) -> None:
    if condition:
        raise UnmarkableError(message)


def _base(node: Node) -> Node:
    return node.base if isinstance(node, Script | Limits) else node


def _mode(node: Node) -> str:
    base = _base(node)
    return base.mode if isinstance(base, Sym) else ""


def _is_cases(row: Row, index: int) -> bool:
    first = row[index]
    if index + 1 >= len(row) or not isinstance(first, Sym) or (first.token, first.mode) != (r"\{", "left"):
        return False
    array = row[index + 1]
    return isinstance(array, Array) and array.kind == "cases"


def _word_length(row: Row, index: int) -> int:
    """How many nodes from here on are letters of one font command (a script ends the word)."""
    length = 0
    style = None
    while index + length < len(row):
        symbol = _base(row[index + length])
        if not isinstance(symbol, Sym) or symbol.mode:
            break
        found, letter = split_style(symbol.token)
        if not found or not letter.isalpha() or found not in (r"\mathrm", r"\mathbf", r"\mathsf", r"\mathtt"):
            break
        if style not in (None, found):
            break
        style = found
        length += 1
        if symbol is not row[index + length - 1]:
            break
    return length
