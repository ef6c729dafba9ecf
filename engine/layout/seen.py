"""Symbols seen in the picture of a page -> the same glyphs that a born-digital page would carry.

The classes tell the type (upright, bold, italic, mathematics), the heights its size, and the places the
baselines; so one layout serves both kinds of pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from scipix.engine.latex import symbols as S
from scipix.engine.latex.spans import split_style
from scipix.engine.latex.syntax.glyphs import GLYPHS
from scipix.engine.layout.hanging import in_order
from scipix.engine.recognize.assemble import ROOT_SIGN, RULE
from scipix.engine.recognize.glyph_classes import SEEN, GlyphClasses
from scipix.engine.recognize.page_symbols import SeenSymbol
from scipix.engine.types import Box, Glyph, PageInk

MATH_FONT = f"{SEEN}Math"
_FONT_OF_STYLE = {
    r"\mathrm": "Seen-Roman", "": "Seen-Italic", r"\mathbf": "Seen-Bold", r"\boldsymbol": "Seen-BoldItalic",
    r"\mathsf": "Seen-Sans", r"\mathtt": "Seen-Mono",
}  # fmt: skip
_TEXT_SIGNS = frozenset(".,:;!?()[]/@") | S.DIGITS
_DESCENDING = frozenset("gpqyj") | frozenset(
    r"\beta \gamma \eta \mu \rho \phi \varphi \chi \psi \zeta \xi \varsigma \varrho".split()
)
_DESCENT = 0.2
"""em below the baseline of a letter that descends, and of a comma."""
_AXIS = 0.25
"""em: signs that have no foot stand this high above the baseline with their middle."""
_HYPHEN = 0.45
"""em: a longer dash is a minus."""
Sizes: TypeAlias = npt.NDArray[np.float64]
_SCRIPT, _SMALLER = 0.7, 0.85
_SIZES = (0.5, _SCRIPT, _SMALLER, 1.0, 1.2, 1.44, 1.73, 2.07, 2.49)
"""Sizes of type, relative to the page's."""
_BULLETS = {r"\bullet": "•", r"\blacktriangleright": "▸", r"\blacksquare": "■", r"\square": "□"}
_LONG, _CLOSE = 0.9, 0.4
"""em: a longer bar is no minus; what is so close to a bar stands on it or hangs under it."""
_BEHIND_POINTS = 0.1
_NEIGHBOUR = 1.6
"""em: a symbol farther away tells nothing about the size; down counts twice."""
_SAME_LINE = 0.22
_RECENT = 15
"""Glyphs that tell where a line is now: over a long one the skew that is left adds up."""
_REACH = 2.5
"""em: how far apart neighbours on a line may be."""
_BEARING = 0.035
"""em between a glyph's ink and where its neighbour's begins."""


def with_seen(classes: GlyphClasses) -> GlyphClasses:
    """The table that also knows the fonts of glyphs that were seen."""
    return replace(classes, mathematical=classes.mathematical | {MATH_FONT}, _known={})


def seen_ink(symbols: Sequence[SeenSymbol], em: float, width: float, height: float) -> PageInk:
    """The ink of a page of ``width`` and ``height`` points, ``em`` the size of most of its type."""
    bars = {number for number, one in enumerate(symbols) if _is_bar(one, symbols, em)}
    rules = tuple(symbols[number].box for number in sorted(bars))
    signs = [one for number, one in enumerate(symbols) if number not in bars]
    glyphs = [_glyph(one, em) for one in _sized(signs, em)]
    return PageInk(width, height, tuple(in_order(_on_lines(glyphs), rules, em)), rules, (), ())


def _is_bar(symbol: SeenSymbol, symbols: Sequence[SeenSymbol], em: float) -> bool:
    """Whether a bar is a rule: it is long, or has something right over and under it; else it is a minus."""
    bar = symbol.box
    if symbol.token not in (RULE, "-"):
        return False
    if symbol.token == RULE and bar.x1 - bar.x0 >= _LONG * em:
        return True
    over = under = False
    for other in symbols:
        x, y = _middle(other.box)
        if bar.x0 < x < bar.x1 and other.box is not bar:
            over = over or (y < bar.y0 and bar.y0 - other.box.y1 < _CLOSE * em)
            under = under or (y > bar.y1 and other.box.y0 - bar.y1 < _CLOSE * em)
    return over and under


_SEEN_TALLER = {"i": 0.8, "j": 0.84, r"\infty": 0.87}
"""What is mostly a script in formulas is taken for lower than it is: what it tells of sizes is too large."""
_FULL_HEIGHT, _FULL_WIDTH = 0.85, 0.58
"""em: a delimiter as high as this, and an operator or relation as wide, is no script."""
_SAME_FOOT = 0.12
"""em between the feet of letters on one line."""
_ON_THE_LINE = frozenset(",.;:")
_WIDE_SIGNS = frozenset(
    r"+ - = < > \pm \leq \geq \neq \sim \approx \equiv \subset \subseteq \rightarrow \times".split()
)


def _sized(symbols: Sequence[SeenSymbol], em: float) -> list[SeenSymbol]:
    """The same with a size for each: what has no shape of its own takes its nearest neighbour's."""
    symbols = [replace(one, size=one.size * _SEEN_TALLER.get(one.token, 1.0)) for one in symbols]
    known = [one for one in symbols if one.size]
    if not known:
        return symbols
    middles = np.array([_middle(one.box) for one in known])
    feet = np.array([_foot(one, one.size, em) for one in known])
    sizes = np.array([one.size for one in known])
    found: list[SeenSymbol] = []
    for one in symbols:
        if one.size:
            found.append(one)
            continue
        across, down = np.abs(middles - _middle(one.box)).T
        if one.token in _ON_THE_LINE:
            at_none, at_one = _foot(one, 0.0, em), _foot(one, 1.0, em)
            down = 2 * np.abs(feet - (at_none + (at_one - at_none) * sizes))
        distance = across + 2 * down
        nearest = int(np.argmin(distance))
        near = float(distance[nearest]) < _NEIGHBOUR * em
        found.append(replace(one, size=max(float(sizes[nearest]) if near else 1.0, _least_size(one, em))))
    return _settled(found, em)


def _foot(symbol: SeenSymbol, size: float, em: float) -> float:
    """Where a symbol of that size stands; it moves evenly with the size."""
    return _baseline(split_style(symbol.token)[1], symbol.box, size * em)


def _least_size(symbol: SeenSymbol, em: float) -> float:
    """What the extent of a sign tells of its size, whatever stands beside it; 0 if nothing."""
    width, height = symbol.box.x1 - symbol.box.x0, symbol.box.y1 - symbol.box.y0
    high = symbol.token in S.DELIMITERS and height >= _FULL_HEIGHT * em
    return 1.0 if high or (symbol.token in _WIDE_SIGNS and width >= _FULL_WIDTH * em) else 0.0


def _settled(symbols: Sequence[SeenSymbol], em: float) -> list[SeenSymbol]:
    """Sizes rounded to those that type comes in; slightly smaller is only what stands among its like."""
    sizes = np.array([_nearest(one.size) for one in symbols])
    middles = np.array([_middle(one.box) for one in symbols])
    feet = np.array([_foot(one, float(size), em) for one, size in zip(symbols, sizes, strict=True)])
    found: list[SeenSymbol] = []
    for index, one in enumerate(symbols):
        size = float(sizes[index])
        if size in (_SMALLER, _SCRIPT):
            across, down = np.abs(middles - middles[index]).T
            beside = (across < 4 * em) & (down < 0.5 * em)
            near = sizes[beside & (across < 1.4 * em) & (sizes != _SMALLER)]
            level = beside & (np.abs(feet - feet[index]) < _SAME_FOOT * em)
            size = _among(one.size, size, sizes[beside], near, sizes[level])
        found.append(replace(one, size=size))
    return found


def _among(told: float, size: float, beside: Sizes, near: Sizes, level: Sizes) -> float:
    """The size of a small symbol by what it tells and by neighbours: all, the next, those on its line."""
    if size == _SMALLER and (beside == _SMALLER).sum() < max(4, 0.5 * len(beside)):
        script = (near == _SCRIPT).sum() > 0.5 * len(near) if len(near) else told < _SMALLER
        return _SCRIPT if script else 1.0
    small_type = (level == _SMALLER).sum() >= 4 and (beside > _SMALLER).sum() < 0.2 * len(beside)
    return _SMALLER if size == _SCRIPT and small_type else size


def _middle(box: Box) -> tuple[float, float]:
    return (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2


def _glyph(symbol: SeenSymbol, em: float) -> Glyph:
    token = "-" if symbol.token == RULE else symbol.token
    style, plain = split_style(token)
    box = symbol.box
    size = em * (symbol.size or 1.0)
    font, text = _font_and_text(token, style, plain, (box.x1 - box.x0) / em)
    bearing = _BEARING * size
    end = box.x1 + (_BEHIND_POINTS * size if plain in (".", ",", ";", ":") else bearing)
    return Glyph(text, font, token, size, box.x0 - bearing, _baseline(plain, box, size), end, box)


def _nearest(size: float) -> float:
    return min(_SIZES, key=lambda known: abs(np.log(known / size)))


def _font_and_text(token: str, style: str, plain: str, width: float) -> tuple[str, str]:
    letter = plain.isalpha() and plain.isascii()
    if letter and (style or len(plain) == 1) and style in _FONT_OF_STYLE:
        return _FONT_OF_STYLE[style], plain
    if plain in _TEXT_SIGNS:
        return _FONT_OF_STYLE.get(style or r"\mathrm", MATH_FONT), plain
    if token == "-" and width < _HYPHEN:
        return _FONT_OF_STYLE[r"\mathrm"], "-"
    if token == r"\prime":
        return _FONT_OF_STYLE[r"\mathrm"], "’"
    if token == ROOT_SIGN:
        return MATH_FONT, "√"
    if token in _BULLETS:
        return MATH_FONT, _BULLETS[token]
    known = GLYPHS.get(plain)
    return MATH_FONT, {"-": "−"}.get(token, known.text if known else plain.lstrip("\\")[:1])


def _baseline(plain: str, box: Box, size: float) -> float:
    if plain in _DESCENDING or plain in (",", ";"):
        return box.y1 - _DESCENT * size
    if plain.isalnum() or plain in (".", ":", "!", "?") or plain in S.GREEK:
        return box.y1
    if plain in (r"\prime", "'"):
        return box.y0 + 0.7 * size
    return (box.y0 + box.y1) / 2 + _AXIS * size


class _TypeLine:
    """Glyphs of one size on one baseline, from left to right."""

    def __init__(self, first: Glyph) -> None:
        self.glyphs = [first]
        self.level = first.y

    def add(self, glyph: Glyph) -> None:
        self.glyphs.append(glyph)
        self.level = median(one.y for one in self.glyphs[-_RECENT:])

    def takes(self, glyph: Glyph) -> bool:
        """Whether a glyph farther right may stand on the line."""
        last = self.glyphs[-1]
        return (
            glyph.size == last.size
            and abs(self.level - glyph.y) < _SAME_LINE * glyph.size
            and glyph.x - last.end < _REACH * glyph.size
        )


def _on_lines(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The same with their baselines put right: neighbours of one size stand on one line."""
    lines: list[_TypeLine] = []
    for glyph in sorted(glyphs, key=lambda one: one.x):
        near = [line for line in lines if line.takes(glyph)]
        if near:
            min(near, key=lambda line: abs(line.level - glyph.y)).add(glyph)
        else:
            lines.append(_TypeLine(glyph))
    levels = ((median(one.y for one in line.glyphs), line.glyphs) for line in lines)
    return [replace(glyph, y=level) for level, own in levels for glyph in own]
