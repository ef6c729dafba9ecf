"""Rows -> lines: words with their spaces and styles, formulas among them, and what makes a display."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scipix.engine.layout.blocks import FormulaPiece, Line, Piece, TextPiece
from scipix.engine.layout.figures import inside
from scipix.engine.layout.mathematics import in_formulas, is_space, text_share
from scipix.engine.layout.rows import Row
from scipix.engine.recognize.exact import around, is_bar
from scipix.engine.recognize.glyph_classes import GlyphClasses, font_style
from scipix.engine.types import Box, Glyph

_COMBINING = {
    "¨": "̈", "´": "́", "`": "̀", "ˆ": "̂", "^": "̂", "˜": "̃", "~": "̃", "¯": "̄", "˘": "̆", "˙": "̇",
    "˚": "̊", "ˇ": "̌", "¸": "̧", "˛": "̨", "˝": "̋",
}  # fmt: skip
_NUMBER = re.compile(r"^\(([A-Z]{0,3}[.-]?\d{0,3}(?:[.\-–]\d+)*[a-z′*]?)\)$")
_TEXT_SHARE = 0.35
"""A display has no more of its letters in words of a text font than this."""
_INDENT = 0.7
"""em: a display begins farther right than its column."""
_NUMBER_GAP = 0.9
_SMALL = 0.9
"""Share of the line's size: a footnote in 8 points has marks in 7."""
_RAISED = 0.15


@dataclass(frozen=True, slots=True)
class Column:
    """The edges of a column."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Display:
    """A row that is a formula of its own, and its number without parentheses."""

    formula: FormulaPiece
    number: str
    number_box: Box | None


class LineMaker:
    """Makes lines of the rows of one page."""

    def __init__(self, glyphs: Sequence[Glyph], rules: Sequence[Box], table: GlyphClasses) -> None:
        self._glyphs, self._rules, self._table = glyphs, rules, table

    def display(self, row: Row, column: Column) -> Display | None:
        """The row as a display; None where it is a line of text."""
        order = self._from_left(row)
        order, number, number_box = self._without_number(order, row, column)
        if not order:
            return None
        own = [self._glyphs[index] for index in order]
        left, right = min(glyph.box.x0 for glyph in own), max(glyph.box.x1 for glyph in own)
        share, signs = text_share(own, self._table)
        rules = [self._rules[rule] for rule in row.rules]
        indented = left > column.left + _INDENT * row.size
        allowed = 0.62 if row.baselines > 1 else _TEXT_SHARE
        if not signs or not indented or share > allowed:
            return None
        if not number and right > column.right + 2 and share > 0.1:
            return None
        box = around([glyph.box for glyph in own] + rules)
        glyphs = tuple(self._glyphs[index] for index in sorted(order))
        rules += [rule for rule in self._rules if not is_bar(rule) and inside(rule, box)]
        return Display(FormulaPiece(box, glyphs, tuple(rules)), number, number_box)

    def line(self, row: Row) -> Line:
        """The row as a line of text."""
        order = self._from_left(row)
        own = [self._glyphs[index] for index in order]
        formula = in_formulas(own, row.baseline, row.size, self._table)
        self._under_bars(own, row, formula)
        pieces: list[Piece] = []
        for start, end, is_formula in _stretches(formula):
            if is_formula:
                pieces.append(self._formula(order[start:end], row))
            else:
                gap = start > 0 and is_space(own[start - 1], own[start])
                trailing = end < len(own) and is_space(own[end - 1], own[end])
                pieces += _text_pieces(own[start:end], row, before=gap, after=trailing)
        return Line(tuple(pieces), row.box, row.baseline, row.size)

    def _from_left(self, row: Row) -> list[int]:
        return sorted(row.glyphs, key=lambda index: (self._glyphs[index].x, index))

    def _formula(self, numbers: Sequence[int], row: Row) -> FormulaPiece:
        glyphs = tuple(self._glyphs[index] for index in sorted(numbers))
        box = around([glyph.box for glyph in glyphs])
        rules = tuple(
            rule
            for rule in (self._rules[index] for index in row.rules)
            if box.x0 - 2 <= (rule.x0 + rule.x1) / 2 <= box.x1 + 2
        )
        return FormulaPiece(around([box, *rules]), glyphs, rules)

    def _under_bars(self, own: Sequence[Glyph], row: Row, formula: list[bool]) -> None:
        """What stands over or under a bar with something small or mathematical is part of its formula."""
        for index in row.rules:
            rule = self._rules[index]
            covered = [
                place
                for place, glyph in enumerate(own)
                if rule.x0 - 0.5 <= (glyph.box.x0 + glyph.box.x1) / 2 <= rule.x1 + 0.5
            ]
            small = any(own[place].size < 0.85 * row.size for place in covered)
            if small or any(formula[place] for place in covered):
                for place in covered:
                    formula[place] = True

    def _without_number(
        self, order: list[int], row: Row, column: Column
    ) -> tuple[list[int], str, Box | None]:
        """The row without the number of an equation at its right or left end, and the number."""
        for cut, at_end in ((self._last_gap(order), True), (self._first_gap(order), False)):
            if cut is None:
                continue
            part = order[cut:] if at_end else order[:cut]
            glyphs = [self._glyphs[index] for index in part]
            match = _NUMBER.match("".join(glyph.text for glyph in glyphs))
            edge = (
                glyphs[-1].end > column.right - 2.5 * row.size
                if at_end
                else glyphs[0].x < column.left + row.size
            )
            if match and match.group(1) and edge:
                rest = order[:cut] if at_end else order[cut:]
                return rest, match.group(1), around([glyph.box for glyph in glyphs])
        return order, "", None

    def _last_gap(self, order: Sequence[int]) -> int | None:
        """Where what follows the last wide gap begins."""
        for place in range(len(order) - 1, 0, -1):
            if self._gap(order[place - 1], order[place]) > _NUMBER_GAP:
                return place
        return None

    def _first_gap(self, order: Sequence[int]) -> int | None:
        for place in range(1, len(order)):
            if self._gap(order[place - 1], order[place]) > _NUMBER_GAP:
                return place
        return None

    def _gap(self, a: int, b: int) -> float:
        """em between two glyphs."""
        first, second = self._glyphs[a], self._glyphs[b]
        return (second.x - first.end) / max(first.size, second.size)


def _stretches(formula: Sequence[bool]) -> Iterator[tuple[int, int, bool]]:
    start = 0
    for index in range(1, len(formula) + 1):
        if index == len(formula) or formula[index] != formula[start]:
            yield start, index, formula[start]
            start = index


def _text_pieces(own: Sequence[Glyph], row: Row, *, before: bool, after: bool) -> list[Piece]:
    """Text glyphs as pieces of one style each, with the spaces between and, if so, around them."""
    pieces: list[Piece] = []
    start = 0
    for index in range(1, len(own) + 1):
        if index < len(own) and _style(own[index], row) == _style(own[start], row):
            continue
        run = own[start:index]
        lead = before if start == 0 else is_space(own[start - 1], own[start])
        trail = after if index == len(own) else False
        text = (" " if lead else "") + words(run) + (" " if trail else "")
        bold, italic, mono, raised = _style(run[0], row)
        pieces.append(TextPiece(text, around([glyph.box for glyph in run]), bold, italic, mono, raised))
        start = index
    return pieces


def _style(glyph: Glyph, row: Row) -> tuple[bool, bool, bool, bool]:
    style = font_style(glyph.font)
    raised = glyph.size < _SMALL * row.size and glyph.y < row.baseline - _RAISED * row.size
    return style in (r"\mathbf", r"\boldsymbol"), style in ("", r"\boldsymbol"), style == r"\mathtt", raised


def words(run: Sequence[Glyph]) -> str:
    """What glyphs from left to right say; an accent before or over its letter is put on it."""
    text = ""
    accent: tuple[str, Glyph] | None = None
    last: Glyph | None = None
    for glyph in run:
        if last is not None and accent is None and is_space(last, glyph):
            text += " "
        mark = _COMBINING.get(glyph.text)
        if mark is not None and text[-1:].isalpha() and last is not None and _over(glyph, last):
            text = unicodedata.normalize("NFC", text + mark)
        elif mark is not None:
            accent = (mark, glyph)
        else:
            text += _letter(glyph, accent)
            accent = None
        last = glyph if last is None or glyph.end > last.end or mark is None else last
    return text + (accent[1].text if accent else "")


def _letter(glyph: Glyph, accent: tuple[str, Glyph] | None) -> str:
    if accent is None:
        return glyph.text
    mark, sign = accent
    if (not glyph.text.isalpha() and glyph.text != "ı") or not _over(sign, glyph):
        return sign.text + glyph.text
    return unicodedata.normalize("NFC", {"ı": "i", "ȷ": "j"}.get(glyph.text, glyph.text) + mark)


def _over(accent: Glyph, letter: Glyph) -> bool:
    return min(accent.box.x1, letter.box.x1) - max(accent.box.x0, letter.box.x0) > 0
