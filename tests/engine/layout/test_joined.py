"""Rows of displays put together, on pages made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from documents import page, typed

from scipix.engine.layout.blocks import Block
from scipix.engine.layout.joined import has_columns, in_one, with_joined_displays
from scipix.engine.layout.page import page_layout
from scipix.engine.recognize.glyph_classes import GlyphClasses
from scipix.engine.types import Glyph

CLASSES = GlyphClasses.of([*"abcxyz0123456789=+-().,<>", r"\leq"], {"mathematical": ["CMMI"]})
WORDS = "several words make a line of this"
RIGHT = typed(f"a00 {WORDS}", 50, 0)[-1].end


def row(text: str, x: float, y: float, number: str = "") -> list[Glyph]:
    """Letters in italics, one of them 5 points wide; a number at the right edge."""
    glyphs = [replace(one, font="CMMI10") if one.text.isalpha() else one for one in typed(text, x, y)]
    return glyphs + (typed(f"({number})", RIGHT - 15, y) if number else [])


def blocks(*rows: list[Glyph]) -> list[Block]:
    text = [typed(f"a{n:02} {WORDS}", 50, 100 + 12 * n) for n in range(4)]
    more = [typed(f"b{n:02} {WORDS}", 50, 300 + 12 * n) for n in range(4)]
    found = with_joined_displays(page_layout(page(*text, *rows, *more), CLASSES), CLASSES).blocks
    assert [found[0].kind, found[-1].kind] == ["paragraph", "paragraph"]
    return list(found[1:-1])


def rows_of(found: list[Block]) -> list[int]:
    return [len(block.lines) for block in found]


def test_aligned_rows_are_one_display() -> None:
    found = blocks(row("x=a+b", 90, 160), row("=c", 95, 175), row("=0", 95, 190))
    assert rows_of(found) == [3]
    assert found[0].kind == "display"
    assert found[0].box.y1 - found[0].box.y0 > 30


def test_rows_that_are_near_are_one_display_and_those_apart_are_two() -> None:
    assert rows_of(blocks(row("x=a+b", 90, 160), row("y=c", 110, 175))) == [2]
    assert rows_of(blocks(row("x=a+b", 90, 160), row("y=c", 110, 179))) == [1, 1]


def test_one_number_is_that_of_all_rows() -> None:
    (found,) = blocks(row("x=a+b", 90, 160), row("=c", 95, 175, number="4"))
    assert (len(found.lines), found.number) == (2, "4")


def test_a_number_between_the_rows_is_theirs() -> None:
    (found,) = blocks(row("x=a+b", 90, 160), typed("(4)", RIGHT - 15, 167.5), row("=c", 95, 175))
    assert (len(found.lines), found.number) == (2, "4")


def test_rows_with_numbers_of_their_own_stay_apart() -> None:
    found = blocks(row("x=a+b", 90, 160, number="1"), row("y=c", 90, 175, number="2"))
    assert [(len(block.lines), block.number) for block in found] == [(1, "1"), (1, "2")]


def test_a_row_that_goes_on_belongs_to_the_equation_before_it() -> None:
    found = blocks(
        row("x=a", 90, 160), row("=b", 95, 175, number="1"), row("y=c", 90, 190, number="2"),
    )  # fmt: skip
    assert [(len(block.lines), block.number) for block in found] == [(2, "1"), (1, "2")]


def test_words_between_displays_part_them() -> None:
    words = typed("and so we see that all of it", 50, 172)
    found = blocks(row("x=a+b", 90, 160), words, row("=c", 95, 184))
    assert [block.kind for block in found] == ["display", "paragraph", "display"]


@pytest.mark.parametrize("leading", [12, 20])
def test_what_is_near_depends_on_the_distance_of_lines_of_text(leading: int) -> None:
    text = [typed(f"a{n:02} {WORDS}", 50, 100 + leading * n) for n in range(4)]
    y = 100 + 4 * leading + 10
    rows = row("x=a+b", 90, y), row("y=c", 110, y + leading + 3)
    found = with_joined_displays(page_layout(page(*text, *rows), CLASSES), CLASSES).blocks
    assert [len(block.lines) for block in found if block.kind == "display"] == [2]


def test_the_rows_in_one_have_all_their_glyphs() -> None:
    (found,) = blocks(row("x=a+b", 90, 160), row("=c", 95, 175))
    assert "".join(glyph.text for glyph in in_one(found).glyphs) == "x=a+b=c"
    assert in_one(found).box == found.box


def test_equations_side_by_side_are_columns_and_a_gap_in_one_row_is_none() -> None:
    (both,) = blocks(row("x=a", 70, 160) + row("y=c", 110, 160), row("x=0", 70, 175) + row("y=1", 110, 175))
    assert has_columns(both)
    (one,) = blocks(row("x=a", 70, 160) + row("y=c", 110, 160), row("x=0+a+b+c+z", 70, 175))
    assert not has_columns(one)
