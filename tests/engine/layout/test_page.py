"""Pages made by hand -> blocks."""

from __future__ import annotations

import pytest
from documents import page, typed

from scipix.engine.layout.blocks import FormulaPiece, PageLayout, TextPiece
from scipix.engine.layout.columns import regions
from scipix.engine.layout.furniture import edge_lines, furniture
from scipix.engine.layout.page import page_layout
from scipix.engine.recognize.glyph_classes import GlyphClasses
from scipix.engine.types import Box, PageInk

CLASSES = GlyphClasses.of([*"abcxyz0123456789=+-().,", r"\leq", r"\mathrm{x}"], {"mathematical": ["CMMI"]})
WORDS = "several words make a line of this"


def layout(ink: PageInk) -> PageLayout:
    return page_layout(ink, CLASSES)


def column(x: float, start: str, count: int, top: float = 100.0) -> list[list]:
    return [typed(f"{start}{number:02} {WORDS}", x, top + 12 * number) for number in range(count)]


def test_lines_without_indent_are_one_paragraph() -> None:
    (block,) = layout(page(*column(50, "a", 4))).blocks
    assert block.kind == "paragraph"
    assert [line.text[:3] for line in block.lines] == ["a00", "a01", "a02", "a03"]


def test_an_indent_begins_a_paragraph() -> None:
    lines = column(50, "a", 4)
    lines[2] = typed("a02 words go on in this line", 65, 124)
    assert [len(block.lines) for block in layout(page(*lines)).blocks] == [2, 2]


def test_the_left_column_is_read_before_the_right_one() -> None:
    left, right = column(50, "l", 6), column(310, "r", 6)
    mixed = [line for pair in zip(left, right, strict=True) for line in pair]
    starts = [line.text[:3] for block in layout(page(*mixed)).blocks for line in block.lines]
    assert starts == [f"l{n:02}" for n in range(6)] + [f"r{n:02}" for n in range(6)]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_right_column_may_be_short_beside_a_full_one(count: int) -> None:
    left = [typed(f"l{number:02} {WORDS} or that on", 50, 100 + 12 * number) for number in range(12)]
    ink = page(*left, *column(310, "r", count))
    assert 0.44 < left[0][-1].end / ink.width < 0.49
    starts = [line.text[:3] for block in layout(ink).blocks for line in block.lines]
    assert starts == [f"l{n:02}" for n in range(12)] + [f"r{n:02}" for n in range(count)]


def test_what_stands_right_of_ragged_lines_is_no_column() -> None:
    left = [typed(f"l{number:02} {WORDS}"[: 20 + number], 50, 100 + 12 * number) for number in range(12)]
    ink = page(*left, *column(310, "r", 2))
    assert len(regions(ink.glyphs, range(len(ink.glyphs)), ink.width)) == 1


def test_white_that_a_few_lines_share_is_no_gutter_where_others_cross_it() -> None:
    long = f"{WORDS} goes on across the middle of it"
    across = [typed(f"s{number:02} {long}", 50, 160 + 12 * number) for number in range(3)]
    ink = page(*column(50, "l", 4), *column(310, "r", 4), *across)
    assert len(regions(ink.glyphs, range(len(ink.glyphs)), ink.width)) == 1
    two = page(*column(50, "l", 4), *column(310, "r", 4), *across[:2])
    assert len(regions(two.glyphs, range(len(two.glyphs)), two.width)) == 3


def test_what_spans_both_columns_comes_first() -> None:
    title = typed("A title that spans both of the columns of it", 80, 70, size=17.0)
    blocks = layout(page(title, *column(50, "l", 6), *column(310, "r", 6))).blocks
    assert (blocks[0].kind, blocks[0].lines[0].text[:7]) == ("title", "A title")


def test_larger_and_bold_lines_are_headings() -> None:
    heading = typed("2.1 Methods", 50, 80, font="CMBX10")
    first, second = layout(page(heading, *column(50, "a", 3, top=110))).blocks
    assert (first.kind, first.level, second.kind) == ("heading", 2, "paragraph")


def test_a_centred_formula_is_a_display_with_its_number() -> None:
    text = column(50, "a", 3)
    formula = [*typed("x", 100, 160, font="CMMI10"), *typed("= 1", 108, 160)]
    number = typed("(7)", text[0][-1].end - 15, 160)
    blocks = layout(page(*text, formula, number, *column(50, "b", 3, top=190))).blocks
    assert [block.kind for block in blocks] == ["paragraph", "display", "paragraph"]
    assert blocks[1].number == "7"
    (piece,) = blocks[1].lines[0].pieces
    assert isinstance(piece, FormulaPiece)
    assert "".join(glyph.text for glyph in piece.glyphs) == "x=1"


def test_formulas_within_a_line_are_set_apart_from_its_words() -> None:
    line = [*typed("where", 50, 100), *typed("x", 80, 100, font="CMMI10"), *typed("=1 is small", 85, 100)]
    (block,) = layout(page(line, *column(50, "a", 2, top=112))).blocks
    pieces = block.lines[0].pieces
    assert [isinstance(piece, FormulaPiece) for piece in pieces] == [False, True, False]
    assert block.lines[0].text == "where  is small"


def test_a_raised_number_behind_a_word_is_a_mark() -> None:
    mark = typed("1", 70, 96, size=7.0)
    (block,) = layout(page([*typed("word", 50, 100), *mark], *column(50, "a", 2, top=112))).blocks
    raised = [piece.text for piece in block.lines[0].pieces if isinstance(piece, TextPiece) and piece.raised]
    assert raised == ["1"]


def test_letters_in_the_italics_of_the_text_are_a_formula_with_their_powers() -> None:
    """Slides are set in one sans serif family, which files do not call mathematical."""
    line = [
        *typed("words with ", 50, 100, font="CMSS10"), *typed("s", 103, 100, font="CMSSI10"),
        *typed("n", 108.5, 96, size=8.0, font="CMSSI8"), *typed("and", 116, 100, font="CMSS10"),
    ]  # fmt: skip
    (block,) = layout(page(line)).blocks
    pieces = block.lines[0].pieces
    assert [len(piece.glyphs) for piece in pieces if isinstance(piece, FormulaPiece)] == [2]


@pytest.mark.parametrize("rule", [52, 120, 300])
def test_small_type_under_a_rule_is_a_footnote(rule: float) -> None:
    note = typed("The note says something in small type", 50, 700, size=8.0)
    ink = page(*column(50, "a", 20), note, rules=(Box(50, 685, 50 + rule, 685.4),))
    last = layout(ink).blocks[-1]
    assert (last.kind, last.lines[0].text[:8]) == ("footnote", "The note")


def test_bullets_and_numbers_begin_items() -> None:
    lines = [typed("• first thing", 62, 130), typed("2. second thing", 62, 142)]
    blocks = layout(page(*column(50, "a", 2), *lines)).blocks
    items = [(block.marker, block.text) for block in blocks if block.kind == "item"]
    assert items == [("•", "first thing"), ("2.", "second thing")]


def test_bars_over_each_other_make_a_table() -> None:
    rules = tuple(Box(100, y, 300, y + 0.5) for y in (190.0, 206.0, 230.0))
    rows = [
        [*typed("one", 105, 202), *typed("two", 205, 202)],
        [*typed("3", 105, 220), *typed("4", 205, 220)],
    ]
    ink = page(*column(50, "a", 3), *rows, rules=rules)
    (table,) = [block for block in layout(ink).blocks if block.kind == "table"]
    assert [[cell.text for cell in row] for row in table.rows] == [["one", "two"], ["3", "4"]]


def test_a_drawing_is_a_figure_and_its_labels_are_no_text() -> None:
    drawing = (Box(100, 200, 300, 300),)
    ink = page(*column(50, "a", 3), typed("label", 150, 250), *column(50, "b", 3, top=330), drawings=drawing)
    blocks = layout(ink).blocks
    assert [block.kind for block in blocks] == ["paragraph", "figure", "paragraph"]
    assert not any("label" in block.text for block in blocks)


@pytest.mark.parametrize("foot", ["17", "- 4 -", "page 3 of 9", "xii"])
def test_page_numbers_are_left_out(foot: str) -> None:
    ink = page(*column(50, "a", 4), typed(foot, 290, 770))
    gone = furniture(edge_lines(ink), ())
    assert "".join(ink.glyphs[number].text for number in sorted(gone)) == foot.replace(" ", "")


def test_a_running_head_is_what_the_next_page_has_too() -> None:
    ink = page(typed("Chapter 3", 50, 40), *column(50, "a", 4))
    other = page(typed("Chapter 4", 50, 40), *column(50, "b", 4))
    assert len(furniture(edge_lines(ink), [edge_lines(other)])) == 8
    assert not furniture(edge_lines(ink), [edge_lines(page(*column(50, "b", 4)))])


@pytest.mark.parametrize("text", ["ON STABLE THINGS", "oN STABLE THINGS"])
def test_a_head_in_capitals_with_a_number_is_left_out_though_a_scan_shows_it_uneven(text: str) -> None:
    head = [*typed(text, 100, 40), *typed("3", 240, 40.7)]
    ink = page(head, *column(50, "a", 4))
    gone = {ink.glyphs[number].y for number in furniture(edge_lines(ink), ())}
    assert gone == {40, 40.7}


def test_limits_and_powers_near_the_edge_are_no_page_numbers() -> None:
    formula = [*typed("x", 120, 62, size=8.0, font="CMMI8"), *typed("y=1", 110, 74, font="CMMI10")]
    ink = page(formula, *column(50, "a", 4, top=100))
    assert furniture(edge_lines(ink), ()) == frozenset()
    power = [*typed("2", 120, 70, size=7.0), *typed("y=1", 110, 74, font="CMMI10")]
    ink = page(power, *column(50, "a", 4, top=100))
    assert furniture(edge_lines(ink), ()) == frozenset()
    numbered = page(typed("x", 300, 40), *column(50, "a", 4, top=100))
    assert [numbered.glyphs[number].text for number in furniture(edge_lines(numbered), ())] == ["x"]
