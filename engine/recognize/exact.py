"""Symbols of a formula that a document's page carries exactly: no picture, no detector, no optical error.

Glyphs become symbols of the classes that the parser knows: parts of one sign are put together (the three dots
of ``\\ldots``, the pieces of a tall bracket, a slash and the relation that it strikes out).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from scipix.engine.latex import symbols as S
from scipix.engine.latex.spans import split_style
from scipix.engine.recognize.assemble import ROOT_SIGN, RULE
from scipix.engine.recognize.detect import CHOICES, Detections
from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.glyph_classes import Composed, GlyphClasses, family
from scipix.engine.types import Box, Glyph

_SAME_PLACE = 0.08
"""em: how far a part of a composed sign may be from where the font puts it."""
_SURE = 0.985
"""Probability of the class; the rest is shared out, as the parser never sees a certain detection."""
_SEEN = 0.99
_TOUCHING = 0.35
"""em: pieces of one stretched sign are no farther apart."""
_SLASH = "\u0338"
"""The combining long solidus."""
_SANS = frozenset(map(chr, (*range(0x1D5A0, 0x1D5D4), *range(0x1D7E2, 0x1D7EC))))
"""Mathematical letters and digits without serifs."""
_SHAFTS = frozenset({"-", "="})
_ARROW_HEADS = frozenset(r"\rightarrow \leftarrow \Rightarrow \Leftarrow".split())
_OVER_ARROWS = {r"\rightarrow": r"\overrightarrow", r"\leftarrow": r"\overleftarrow"}
_RAISED = 0.45
"""em: an arrow so far above the baseline of the letters lies over them."""


@dataclass(frozen=True, slots=True)
class Exact:
    """One symbol; ``glyphs`` are the numbers of the glyphs that draw it, () for a rule."""

    token: str
    box: Box
    glyphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ExactFormula:
    """What a formula consists of; ``unknown`` glyphs are of no class: it has to be read without them.

    ``upright`` are vertical lines, which are no symbols.
    """

    symbols: tuple[Exact, ...]
    unknown: tuple[Glyph, ...]
    em: float
    upright: tuple[Box, ...] = ()


def exact_formula(glyphs: Sequence[Glyph], rules: Sequence[Box], table: GlyphClasses) -> ExactFormula:
    """Symbols of a formula from its glyphs, in the order of the file, and its rules."""
    symbols, unknown = _symbols(glyphs, table)
    symbols = list(_arrows(symbols, glyphs))
    swallowed = [one.box for one in symbols if one.token in (r"\overbrace", r"\underbrace")]
    bars = [rule for rule in rules if is_bar(rule) and not any(_within(rule, box) for box in swallowed)]
    symbols = [_rooted(one, bars) for one in symbols] + [Exact(RULE, bar, ()) for bar in bars]
    upright = tuple(rule for rule in rules if not is_bar(rule))
    return ExactFormula(tuple(_in_serif(symbols, glyphs)), tuple(unknown), em_of(glyphs), upright)


def em_of(glyphs: Sequence[Glyph]) -> float:
    """The size of the type that a formula is set in (its scripts are smaller), in points as TeX counts."""
    return max((glyph.size for glyph in glyphs), default=10.0) * (72.27 / 72)


def as_detections(tokens: Sequence[str], boxes: FloatArray, classes: Sequence[str]) -> Detections:
    """Exact symbols as a detector would report them, nearly certain, from left to right.

    Args:
        tokens: N classes, all of them in ``classes``.
        boxes: (N, 4).
    """
    order = np.argsort(boxes[:, 0] + boxes[:, 2], kind="stable")
    numbers = {token: number for number, token in enumerate(classes)}
    choices = np.tile(np.arange(CHOICES), (len(order), 1))
    choices[:, 0] = [numbers[tokens[index]] for index in order]
    rest = (1 - _SURE) / (CHOICES - 1)
    chances = np.tile(np.array([_SURE] + [rest] * (CHOICES - 1), np.float32), (len(order), 1))
    return Detections(boxes[order], np.full(len(order), _SEEN, np.float32), choices, chances)


def signs(glyphs: Sequence[Glyph], table: GlyphClasses) -> list[tuple[int, ...]]:
    """The numbers of the glyphs that each sign is drawn with, in the order of the file."""
    found: list[tuple[int, ...]] = []
    index = 0
    while index < len(glyphs):
        taken, _ = _sign_at(glyphs, index, table)
        found.append(tuple(range(index, index + taken)))
        index += taken
    return found


# -- glyphs to signs --------------------------------------------------------------------------------------
def _symbols(glyphs: Sequence[Glyph], table: GlyphClasses) -> tuple[list[Exact], list[Glyph]]:
    symbols: list[Exact] = []
    unknown: list[Glyph] = []
    index = 0
    while index < len(glyphs):
        taken, token = _sign_at(glyphs, index, table)
        members = tuple(range(index, index + taken))
        if token in table.classes:
            symbols.append(Exact(token, around([glyphs[member].box for member in members]), members))
        else:
            unknown += [glyphs[member] for member in members]
        index += taken
    return symbols, unknown


def _sign_at(glyphs: Sequence[Glyph], index: int, table: GlyphClasses) -> tuple[int, str]:
    """How many glyphs the sign at a place takes, and its class ('' if it has none)."""
    first = glyphs[index]
    for sign in table.composed.get(first.name, ()):
        if _fits(glyphs[index : index + len(sign.parts)], sign):
            return len(sign.parts), sign.token
    if first.name == "negationslash" or first.text == _SLASH:
        negated = table.token(glyphs[index + 1]) if index + 1 < len(glyphs) else None
        if negated is not None and glyphs[index + 1].x - first.x < 0.5 * first.size:
            return 2, S.NEGATED.get(negated, rf"\not{negated}")
    tokens = table.stretching(first)
    if tokens:
        length, token = _stretched(glyphs, index, tokens, table)
        if length > 1:
            return length, token
    return 1, table.token(first) or (tokens[0] if tokens else "")


def _fits(glyphs: Sequence[Glyph], sign: Composed) -> bool:
    """Whether glyphs are the parts of a sign, each in its place."""
    if len(glyphs) != len(sign.parts) or family(glyphs[0].font) != sign.font:
        return False
    first = glyphs[0]
    slack = _SAME_PLACE * first.size
    for glyph, part in zip(glyphs, sign.parts, strict=True):
        if glyph.name != part.name or abs(glyph.y - first.y - part.dy * first.size) > slack:
            return False
        if part.dx is not None and abs(glyph.x - first.x - part.dx * first.size) > slack:
            return False
    return True


def _stretched(
    glyphs: Sequence[Glyph], index: int, tokens: tuple[str, ...], table: GlyphClasses
) -> tuple[int, str]:
    """The run of touching pieces from a place on, and the class that they all may belong to."""
    possible = list(tokens)
    box = glyphs[index].box
    length = 1
    for glyph in glyphs[index + 1 :]:
        shared = [token for token in possible if token in table.stretching(glyph)]
        if not shared or not _touch(box, glyph.box, _TOUCHING * glyph.size):
            break
        possible, box, length = shared, around([box, glyph.box]), length + 1
    return length, possible[0]


def _touch(a: Box, b: Box, gap: float) -> bool:
    """Whether one piece goes on above or below the other."""
    return min(a.x1, b.x1) > max(a.x0, b.x0) and max(a.y0, b.y0) - min(a.y1, b.y1) < gap


def _arrows(symbols: Sequence[Exact], glyphs: Sequence[Glyph]) -> Iterator[Exact]:
    """Arrows whose shaft is made of minus or equals signs that overlap, as one symbol each."""
    index = 0
    while index < len(symbols):
        length = _shaft_length(symbols, index)
        if length == 1:
            yield symbols[index]
        else:
            parts = symbols[index : index + length]
            head = next(part.token for part in parts if part.token in _ARROW_HEADS)
            box = around([part.box for part in parts])
            token = head
            if head in _OVER_ARROWS and _lies_over(box, symbols, glyphs, index, length):
                token = _OVER_ARROWS[head]
            yield Exact(token, box, tuple(member for part in parts for member in part.glyphs))
        index += length


def _shaft_length(symbols: Sequence[Exact], index: int) -> int:
    """How many symbols from here on are one arrow; 1 where there is none."""
    length, heads = 0, 0
    while index + length < len(symbols):
        one = symbols[index + length]
        if one.token not in _SHAFTS | _ARROW_HEADS or not one.glyphs:
            break
        if length and one.box.x0 > symbols[index + length - 1].box.x1 - 0.01:
            break
        heads += one.token in _ARROW_HEADS
        length += 1
    return length if length > 1 and heads == 1 else 1


def _lies_over(box: Box, symbols: Sequence[Exact], glyphs: Sequence[Glyph], index: int, length: int) -> bool:
    """Whether symbols lie right below the arrow, within its length."""
    for number, other in enumerate(symbols):
        if index <= number < index + length or not other.glyphs:
            continue
        size = glyphs[other.glyphs[0]].size
        middle = (other.box.x0 + other.box.x1) / 2
        below = other.box.y0 - box.y1
        if box.x0 <= middle <= box.x1 and -0.1 * size < below < _RAISED * size:
            return True
    return False


def _in_serif(symbols: Sequence[Exact], glyphs: Sequence[Glyph]) -> Iterator[Exact]:
    """Where all digits and upright letters are without serifs, that is the type, and no style of symbols.

    Characters that say themselves that they have none are meant so.
    """
    upright = {split_style(one.token)[0] for one in symbols if _is_upright(one.token)}
    sans = upright == {r"\mathsf"}
    for one in symbols:
        style, letter = split_style(one.token)
        meant = any(glyphs[number].text[:1] in _SANS for number in one.glyphs)
        if sans and style == r"\mathsf" and not meant:
            yield replace(one, token=letter if letter in S.DIGITS else f"\\mathrm{{{letter}}}")
        else:
            yield one


def _is_upright(token: str) -> bool:
    return token in S.DIGITS or split_style(token)[0] in (r"\mathrm", r"\mathsf")


# -- rules ------------------------------------------------------------------------------------------------
def is_bar(rule: Box) -> bool:
    """Whether a rule is level: the bar of a fraction or a root."""
    return rule.x1 - rule.x0 > rule.y1 - rule.y0


def _rooted(symbol: Exact, bars: Sequence[Box]) -> Exact:
    """A root sign without a bar at its top is the sign alone."""
    if symbol.token != ROOT_SIGN:
        return symbol
    height = symbol.box.y1 - symbol.box.y0
    reach = max(2.0, 0.15 * height)
    for bar in bars:
        if abs(bar.x0 - symbol.box.x1) < reach and abs(bar.y0 - symbol.box.y0) < reach:
            return symbol
    return Exact(r"\surd", symbol.box, symbol.glyphs)


def _within(rule: Box, box: Box) -> bool:
    x, y = (rule.x0 + rule.x1) / 2, (rule.y0 + rule.y1) / 2
    return box.x0 <= x <= box.x1 and box.y0 - 1 <= y <= box.y1 + 1


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box around all."""
    return Box(
        min(box.x0 for box in boxes), min(box.y0 for box in boxes),
        max(box.x1 for box in boxes), max(box.y1 for box in boxes),
    )  # fmt: skip
