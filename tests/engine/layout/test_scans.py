"""Pictures of pages: put straight, their large parts found, their symbols turned into glyphs."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from scipix.engine.layout.parts import large_parts
from scipix.engine.layout.seen import MATH_FONT, seen_ink
from scipix.engine.layout.skew import page_angle, straight, turning
from scipix.engine.recognize.page_symbols import SeenSymbol
from scipix.engine.types import Box, Glyph

EM = 10.0


def lines_of_type() -> NDArray[np.uint8]:
    page = np.full((1100, 850), 255, np.uint8)
    for y in range(100, 1000, 24):
        for x in range(100, 750, 14):
            page[y - 10 : y, x : x + 9] = 0
    return page


@pytest.mark.parametrize("angle", [0.0, 0.4, -1.3, 2.6])
def test_a_page_is_put_straight(angle: float) -> None:
    page = lines_of_type()
    turned = cv2.warpAffine(page, turning(850, 1100, -angle), (850, 1100), borderValue=(255,))
    assert page_angle(turned.astype(np.uint8)) == pytest.approx(angle, abs=0.06)


def test_turning_back_leads_to_the_place_before() -> None:
    back = cv2.invertAffineTransform(turning(600, 800, 1.5))
    there = turning(600, 800, 1.5) @ (100, 200, 1)
    assert back @ (*there, 1) == pytest.approx((100, 200))
    assert straight(lines_of_type(), 0.0, 255.0) == pytest.approx(lines_of_type())


def test_drawings_and_rules_are_found_among_the_type() -> None:
    page = lines_of_type()
    page[300:500, 300:600] = 255
    cv2.rectangle(page, (320, 320), (580, 480), 0, 2)
    page[1040:1042, 100:700] = 0
    drawings, rules = large_parts(page, 14.0, 0.5)
    (box,) = drawings
    assert (box.x0, box.y0, box.x1, box.y1) == pytest.approx((160, 160, 290, 240), abs=1)
    assert [(box.x0, box.x1) for box in rules] == [(50, 350)]


def symbol(token: str, x: float, y: float, width: float, height: float, size: float = 1.0) -> SeenSymbol:
    """A symbol by the left end of its foot."""
    return SeenSymbol(token, Box(x, y - height, x + width, y), size)


def glyphs(*symbols: SeenSymbol) -> tuple[Glyph, ...]:
    return seen_ink(symbols, EM, 600, 800).glyphs


def test_letters_get_fonts_and_one_baseline() -> None:
    found = glyphs(
        symbol(r"\mathrm{h}", 100, 200, 5, 7),
        symbol(r"\mathrm{p}", 106, 202.1, 5, 6.5),
        symbol("x", 112, 200.1, 5, 4.5),
        symbol(r"\alpha", 118, 199.9, 5, 4.5),
    )
    assert [(glyph.text, glyph.font) for glyph in found] == [
        ("h", "Seen-Roman"), ("p", "Seen-Roman"), ("x", "Seen-Italic"), ("α", MATH_FONT),
    ]  # fmt: skip
    assert len({glyph.y for glyph in found}) == 1
    assert [glyph.name for glyph in found][2:] == ["x", r"\alpha"]


def test_a_long_dash_is_a_minus_and_a_short_one_a_hyphen() -> None:
    long, short = glyphs(symbol("-", 100, 198, 6.5, 0.5)), glyphs(symbol("-", 100, 198, 3, 0.5))
    assert (long[0].text, short[0].text) == ("−", "-")


def test_a_sign_takes_the_size_of_its_neighbour() -> None:
    found = glyphs(
        symbol("x", 100, 200, 5, 4.5),
        symbol("i", 106, 203, 2, 4.6, 0.9),
        symbol("=", 109, 202, 4.5, 1.8, 0.0),
        symbol("1", 114, 203, 3, 4.6, 0.7),
    )
    assert {glyph.text: glyph.size for glyph in found} == {"x": 10, "i": 7, "=": 7, "1": 7}


def test_a_short_bar_between_two_signs_is_a_fraction() -> None:
    over, under = symbol("a", 101, 196, 4, 4.5, 0.7), symbol("2", 101, 206.5, 4, 4.5, 0.7)
    ink = seen_ink([over, symbol("rule", 100, 198.8, 6, 0.4, 0.0), under], EM, 600, 800)
    assert len(ink.rules) == 1


def test_long_bars_are_rules() -> None:
    ink = seen_ink(
        [symbol("rule", 100, 200, 30, 0.4, 0.0), symbol("rule", 150, 200, 6, 0.4, 0.0)], EM, 600, 800
    )
    assert len(ink.rules) == 1
    assert [glyph.text for glyph in ink.glyphs] == ["−"]


def test_a_high_delimiter_and_a_wide_sign_are_no_scripts_beside_one() -> None:
    found = glyphs(
        symbol("x", 100, 200, 5, 4.5),
        symbol("0", 106, 202, 3, 4.6, 0.7),
        symbol(r"\|", 110, 202, 3, 10, 0.0),
        symbol("+", 115, 199, 7, 7, 0.0),
    )
    assert {glyph.name: glyph.size for glyph in found} == {"x": 10, "0": 7, r"\|": 10, "+": 10}


def test_a_comma_belongs_to_the_line_that_it_stands_on() -> None:
    found = glyphs(
        symbol("x", 100, 200, 5, 4.5),
        symbol("1", 105.5, 201.5, 3, 4.6, 0.7),
        symbol(",", 109.5, 202, 1, 3, 0.0),
        symbol("y", 113, 202, 5, 6.5),
    )
    assert next(glyph.size for glyph in found if glyph.text == ",") == 10


def test_letters_of_small_type_have_one_size() -> None:
    told = [0.83, 0.84, 0.74, 0.83, 0.75, 0.82, 0.85, 0.83]
    word = [symbol("\\mathrm{n}", 100 + 6 * n, 300, 4, 3.8, size) for n, size in enumerate(told)]
    assert {glyph.size for glyph in glyphs(*word)} == {8.5}
