"""Turn a formula tree into LaTeX whose every symbol has its own near-black colour, and into its layout graph.

The colour survives into the PDF, so each glyph and rule read back knows which symbol it belongs to.
"""

from __future__ import annotations

import random
import re

from scipix.engine.latex import symbols as S
from scipix.engine.latex.spans import split_style
from scipix.engine.latex.tree import Array, Limits, Node, Prescript, Row, Script, Stack, Sym
from scipix.engine.recognize.relations import Relation
from scipix.models.training.mark_arrays import mark_array
from scipix.models.training.mark_graph import MarkGraph, UnmarkableError
from scipix.models.training.mark_nodes import mark_node, mark_scripts


class Marker(MarkGraph):
    """Walks one tree. ``latex`` is the marked source, ``marks`` the symbols in the order of marking."""

    def __init__(self, tree: Row, rng: random.Random, display: bool = True) -> None:
        super().__init__(rng)
        source, head = self.row(tree)
        if head < 0:
            raise UnmarkableError("nothing is drawn")
        self.latex = (r"\displaystyle " if display else "") + source

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
        return _paired("".join(out)), first

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
        array = _cases_at(row, index)
        if array is not None:
            return *self._cases(array, row[index + 2 : index + 3]), 2
        source, head = mark_node(self, row[index])
        return source, head, head, 1

    def _cases(self, array: Array, behind: Row) -> tuple[str, int, int]:
        """The brace and its array: the environment draws both."""
        brace = self.new(r"\{", "left")
        body, head = mark_array(self, array, "cases")
        self.link(head, brace, Relation.NEXT)
        if behind and _mode(behind[0]) == "right":
            raise UnmarkableError("cases closed by hand")
        return self.ink(brace) + body, brace, head

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
            source += mark_scripts(self, nodes[-1], heads[-1], stacked=limits)
        return source, heads[0], heads[-1]


def _paired(source: str) -> str:
    """A row whose every ``\\left`` and ``\\right`` has a partner, an invisible one where need be."""
    open_now = missing = 0
    for side in re.findall(r"\\(left|right)(?![a-zA-Z])", source):
        if side == "left":
            open_now += 1
        elif open_now:
            open_now -= 1
        else:
            missing += 1
    return r"\left." * missing + source + r"\right." * open_now


def _base(node: Node) -> Node:
    return node.base if isinstance(node, Script | Limits) else node


def _mode(node: Node) -> str:
    base = _base(node)
    return base.mode if isinstance(base, Sym) else ""


def _cases_at(row: Row, index: int) -> Array | None:
    """The array of ``cases``, where its brace stands here."""
    brace, array = row[index], row[index + 1] if index + 1 < len(row) else None
    if not isinstance(brace, Sym) or (brace.token, brace.mode) != (r"\{", "left"):
        return None
    return array if isinstance(array, Array) and array.kind == "cases" else None


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
