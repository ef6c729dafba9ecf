"""Which glyphs of a line of text belong to formulas."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from enum import IntEnum

from scipix.engine.latex import symbols as S
from scipix.engine.recognize.glyph_classes import GlyphClasses, family, font_style
from scipix.engine.types import Glyph

_WORDS = S.OPERATOR_NAMES | frozenset("mod arg tr diag rank span sgn Re Im lcm Hom Var Cov".split())
_BASES = "0123456789)]"
"""What carries a script without being mathematics by itself."""
_THIN_SPACE = 0.21
"""em: TeX's space after a comma in a formula is below this, a space between words above."""
_SPACE = 0.13
"""em: a gap that parts words."""
_GREEK_SIGNS = "\u2126\u2206\u00b5"
"""Ohm, increment and micro: what some files call Omega, Delta and mu."""
_RELATION_GAP = 0.9
"""em: a relation's operand is no farther."""
_RELATIONS = "=+−<>≤≥±×·∈∉⊂⊆∼≈≠→⇒≡∝≪≫-"
_TEXT_MARKS = frozenset("•·◦▪†‡§¶©®∗*–—‘’“”▶▸►■□◆")
_ACCENTS = "ˆ˜¯˙¨´`ˇ˘˚→ˉ"
_SCRIPT = 0.85
"""Share of the line's size below which a glyph is a script."""


class Kind(IntEnum):
    """What a glyph is by itself."""

    TEXT = 0
    NEUTRAL = 1
    MATH = 2


def is_space(last: Glyph, glyph: Glyph) -> bool:
    """Whether a word ends between two neighbours of a line."""
    return glyph.x - last.end > _SPACE * max(last.size, glyph.size)


def in_formulas(glyphs: Sequence[Glyph], baseline: float, size: float, table: GlyphClasses) -> list[bool]:
    """For each glyph of a line, given from left to right, whether it belongs to a formula."""
    kinds = [kind(glyph, table) for glyph in glyphs]
    _unmark_signs(glyphs, kinds, baseline, size)
    _mark_scripts(glyphs, kinds, baseline, size)
    _mark_variables(glyphs, kinds)
    _mark_variables(glyphs, kinds)  # what was found makes its neighbours clear
    _mark_scripts(glyphs, kinds, baseline, size)
    _mark_accents(glyphs, kinds)
    _mark_operators(glyphs, kinds)
    _spread(glyphs, kinds)
    _close_brackets(glyphs, kinds)
    return [own == Kind.MATH for own in kinds]


def _unmark_signs(glyphs: Sequence[Glyph], kinds: list[Kind], baseline: float, size: float) -> None:
    """Bullets, marks of footnotes and the square at the end of a proof come from fonts of mathematics."""
    last = len(glyphs) - 1
    for index, glyph in enumerate(glyphs):
        if kinds[index] != Kind.MATH or glyph.text not in _TEXT_MARKS:
            continue
        alone_before = index == 0 or is_space(glyphs[index - 1], glyph)
        alone_after = index == last or is_space(glyph, glyphs[index + 1])
        raised = glyph.size < _SCRIPT * size and glyph.y < baseline - 0.08 * size
        behind_word = index > 0 and kinds[index - 1] == Kind.TEXT and not alone_before
        if (index in (0, last) and alone_before and alone_after) or (raised and behind_word):
            kinds[index] = Kind.NEUTRAL


def kind(glyph: Glyph, table: GlyphClasses) -> Kind:
    """What a glyph is, seen alone."""
    text = glyph.text
    if family(glyph.font) in table.mathematical:
        return Kind.MATH
    if not text:
        return Kind.MATH if table.token(glyph) else Kind.TEXT
    if len(text) == 1 and (_is_mathematical(text) or "Math" in glyph.font):
        return Kind.NEUTRAL if text.isdigit() or text in ".,;:()[]" else Kind.MATH
    if text in "=+<>":
        return Kind.MATH
    if text.isalpha() or not text.isascii():
        return Kind.TEXT
    return Kind.NEUTRAL


def _is_mathematical(char: str) -> bool:
    code = ord(char)
    greek = 0x0391 <= code <= 0x03D6 or char in _GREEK_SIGNS
    letter = 0x1D400 <= code <= 0x1D7FF or 0x210A <= code <= 0x2113 or 0x2115 <= code <= 0x213C
    sign = unicodedata.category(char) == "Sm" and not char.isascii() and char not in "·"
    return greek or letter or sign


def _mark_scripts(glyphs: Sequence[Glyph], kinds: list[Kind], baseline: float, size: float) -> None:
    """What is small and off the baseline goes with what it is attached to; so do tall signs."""
    for index, glyph in enumerate(glyphs):
        if not _is_script(glyph, baseline, size) or kinds[index] == Kind.MATH:
            continue
        before = next(
            (
                j
                for j in range(index - 1, -1, -1)
                if glyphs[j].size >= _SCRIPT * size or kinds[j] == Kind.MATH
            ),
            None,
        )
        attached = before is not None and (
            kinds[before] == Kind.MATH
            or (kinds[before] == Kind.NEUTRAL and glyphs[before].text in _BASES and bool(glyphs[before].text))
        )
        if attached or abs(glyph.y - baseline) < 0.2 * size or glyph.y > baseline:
            kinds[index] = Kind.MATH


def _mark_variables(glyphs: Sequence[Glyph], kinds: list[Kind]) -> None:
    """One or two letters in italics or bold are variables, unless they stand among words in their font.

    Next to a relation a letter is one in any font.
    """
    for start, end in _text_runs(glyphs, kinds):
        font = glyphs[start].font
        if end - start > 2 or any(len(glyph.text) != 1 or glyph.font != font for glyph in glyphs[start:end]):
            continue
        if end - start == 1 and _beside_relation(glyphs, kinds, start):
            kinds[start] = Kind.MATH
        elif font_style(font) in ("", r"\mathbf", r"\boldsymbol"):
            near = [j for j in (start - 2, start - 1, end, end + 1) if 0 <= j < len(glyphs)]
            same = sum(glyphs[j].font == font and kinds[j] == Kind.TEXT for j in near)
            if same < 2 and (end - start == 1 or _beside_mathematics(kinds, start, end)):
                kinds[start:end] = [Kind.MATH] * (end - start)


def _beside_mathematics(kinds: Sequence[Kind], start: int, end: int) -> bool:
    return any(0 <= index < len(kinds) and kinds[index] == Kind.MATH for index in (start - 1, end))


def _beside_relation(glyphs: Sequence[Glyph], kinds: Sequence[Kind], index: int) -> bool:
    """Whether a relation sign is the neighbour."""
    for beside in (index - 1, index + 1):
        if 0 <= beside < len(glyphs) and kinds[beside] == Kind.MATH and glyphs[beside].text in _RELATIONS:
            gap = max(glyphs[index].x - glyphs[beside].end, glyphs[beside].x - glyphs[index].end)
            if glyphs[beside].text and gap < _RELATION_GAP * glyphs[index].size:
                return True
    return False


def _mark_accents(glyphs: Sequence[Glyph], kinds: list[Kind]) -> None:
    """An accent belongs to the letter under it."""
    for index, glyph in enumerate(glyphs):
        if glyph.text not in _ACCENTS or not glyph.text or kinds[index] == Kind.MATH:
            continue
        for beside in (index - 1, index + 1):
            if 0 <= beside < len(glyphs) and kinds[beside] == Kind.MATH:
                box, other = glyph.box, glyphs[beside].box
                if min(box.x1, other.x1) - max(box.x0, other.x0) > 0.3 * min(
                    box.x1 - box.x0, other.x1 - other.x0
                ):
                    kinds[index] = Kind.MATH


def _mark_operators(glyphs: Sequence[Glyph], kinds: list[Kind]) -> None:
    """Names such as ``sin`` are mathematics next to mathematics."""
    for start, end in _text_runs(glyphs, kinds):
        word = "".join(glyph.text for glyph in glyphs[start:end])
        beside = any(
            0 <= j < len(kinds)
            and (kinds[j] == Kind.MATH or (kinds[j] == Kind.NEUTRAL and glyphs[j].text in "([|"))
            for j in (start - 1, end)
        )
        if word in _WORDS and beside:
            kinds[start:end] = [Kind.MATH] * (end - start)


def _spread(glyphs: Sequence[Glyph], kinds: list[Kind]) -> None:
    """Digits, brackets and marks between or beside mathematics join it."""
    index = 0
    while index < len(kinds):
        if kinds[index] != Kind.NEUTRAL:
            index += 1
            continue
        end = index
        while end < len(kinds) and kinds[end] == Kind.NEUTRAL:
            end += 1
        _settle_run(glyphs, kinds, index, end)
        index = end


def _settle_run(glyphs: Sequence[Glyph], kinds: list[Kind], start: int, end: int) -> None:
    """Decide a run of neutral glyphs between two others."""
    left = start > 0 and kinds[start - 1] == Kind.MATH
    right = end < len(kinds) and kinds[end] == Kind.MATH
    if left and right and _between(glyphs, start, end):
        kinds[start:end] = [Kind.MATH] * (end - start)
    first, last = start, end
    if left:
        while first < last and _joins(glyphs, first - 1, first):
            first += 1
    if right:
        while last > first and _joins_right(glyphs, last - 1, last):
            last -= 1
    if left and right and first >= last:
        kinds[start:end] = [Kind.MATH] * (end - start)
        return
    kinds[start:first] = [Kind.MATH] * (first - start)
    kinds[last:end] = [Kind.MATH] * (end - last)


def _between(glyphs: Sequence[Glyph], start: int, end: int) -> bool:
    """Whether marks between two formulas hold them together: a colon, dots, a comma with a thin space."""
    text = "".join(glyph.text for glyph in glyphs[start:end])
    if text == ",":
        return glyphs[end].x - glyphs[end - 1].end < _THIN_SPACE * glyphs[start].size
    return text == ":" or text in ("...", ",...", "...,", ",...,")


def _joins(glyphs: Sequence[Glyph], before: int, index: int) -> bool:
    """Whether a neutral glyph goes on with the mathematics to its left."""
    glyph, last = glyphs[index], glyphs[before]
    gap = glyph.x - last.end
    if glyph.text in ".,;:!?'" or glyph.text in _TEXT_MARKS:
        after = glyphs[index + 1] if index + 1 < len(glyphs) else None
        return (
            after is not None
            and after.text.isdigit()
            and last.text.isdigit()
            and after.x - glyph.end < 0.1 * glyph.size
        )
    relation = not last.text or last.text in _RELATIONS
    if glyph.text in "([" and not relation:
        return gap < 0.12 * glyph.size
    if glyph.text in ")]":
        return gap < 0.2 * glyph.size
    return gap < (_RELATION_GAP if relation else 0.1) * glyph.size


def _joins_right(glyphs: Sequence[Glyph], index: int, after: int) -> bool:
    """Whether a neutral glyph belongs to the mathematics to its right."""
    glyph, following = glyphs[index], glyphs[after]
    gap = following.x - glyph.end
    if glyph.text in ".,;:!?)'" or glyph.text in _TEXT_MARKS:
        inside = glyph.text in ".," and gap < 0.1 * glyph.size and following.text.isdigit()
        return inside or (glyph.text in ")]" and gap < 0.3 * glyph.size)
    if glyph.text in "([/":
        return gap < 0.12 * glyph.size
    relation = not following.text or following.text in _RELATIONS
    return gap < (_RELATION_GAP if relation else 0.12) * glyph.size


def _close_brackets(glyphs: Sequence[Glyph], kinds: list[Kind]) -> None:
    """Brackets without a partner in their formula belong to the text; open ones reach for theirs."""
    reached = 0
    for start, end in _runs(kinds):
        if start < reached:
            continue
        still_open, unmatched = _brackets(glyphs, start, end)
        for index in unmatched:
            if index in (start, end - 1):
                kinds[index] = Kind.NEUTRAL
        for index in still_open:
            closing = _closing(glyphs, kinds, end)
            if closing is not None:
                kinds[end : closing + 1] = [Kind.MATH] * (closing + 1 - end)
                end = reached = closing + 1
            elif index == start:
                kinds[index] = Kind.NEUTRAL


def _brackets(glyphs: Sequence[Glyph], start: int, end: int) -> tuple[list[int], list[int]]:
    """Opening brackets that are not closed in a formula, and closing ones that were not opened."""
    still_open: list[int] = []
    unmatched: list[int] = []
    for index in range(start, end):
        if glyphs[index].text in ("(", "["):
            still_open.append(index)
        elif glyphs[index].text in (")", "]"):
            if still_open:
                still_open.pop()
            else:
                unmatched.append(index)
    return still_open, unmatched


def _closing(glyphs: Sequence[Glyph], kinds: Sequence[Kind], index: int) -> int | None:
    """Where the bracket closes that is open at the end of a formula, over neutral glyphs and few letters."""
    for place in range(index, min(index + 12, len(glyphs))):
        if glyphs[place].text in (")", "]"):
            return place
        if kinds[place] == Kind.TEXT and (place + 1 == len(glyphs) or kinds[place + 1] == Kind.TEXT):
            return None
    return None


def _runs(kinds: Sequence[Kind]) -> list[tuple[int, int]]:
    """Where formulas begin and end."""
    found: list[tuple[int, int]] = []
    for index, own in enumerate(kinds):
        if own != Kind.MATH:
            continue
        if found and found[-1][1] == index:
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
    return found


def _text_runs(glyphs: Sequence[Glyph], kinds: Sequence[Kind]) -> list[tuple[int, int]]:
    """Words of text letters without scripts, where they begin and end."""
    found: list[tuple[int, int]] = []
    for index, glyph in enumerate(glyphs):
        if kinds[index] != Kind.TEXT or not glyph.text.isalpha():
            continue
        joined = found and found[-1][1] == index and not is_space(glyphs[index - 1], glyph)
        if joined and not _is_script(glyph, glyphs[index - 1].y, glyphs[index - 1].size):
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
    return found


def _is_script(glyph: Glyph, baseline: float, size: float) -> bool:
    """Whether a glyph is smaller than its line and off it; on scans sizes alone err."""
    return glyph.size < _SCRIPT * size and abs(glyph.y - baseline) > 0.08 * size


def text_share(glyphs: Sequence[Glyph], table: GlyphClasses) -> tuple[float, bool]:
    """Share of the letters that are in words of three and more, and whether there is any mathematics."""
    kinds = [kind(glyph, table) for glyph in glyphs]
    words = 0
    for start, end in _text_runs(glyphs, kinds):
        word = "".join(glyph.text for glyph in glyphs[start:end])
        words += end - start if len(word) > 2 and word not in _WORDS else 0
    letters = sum(glyph.text.isalnum() or own == Kind.MATH for glyph, own in zip(glyphs, kinds, strict=True))
    return words / max(1, letters), Kind.MATH in kinds
