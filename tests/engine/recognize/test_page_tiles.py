"""Pages cut into tiles: every symbol is in one of them, whole; white is in none."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from scipix.engine.preprocess.scale import components
from scipix.engine.recognize.page_tiles import Tile, tiles

Page = NDArray[np.uint8]


def page(height: int = 900, width: int = 1000) -> Page:
    return np.full((height, width), 255, np.uint8)


def letters(on: Page, left: int, right: int, top: int, lines: int, pitch: int = 29) -> None:
    """Lines of letters 17 pixels high, some of them with a descender of 5."""
    for line in range(lines):
        y = top + line * pitch
        for number, x in enumerate(range(left, right - 9, 13)):
            on[y : y + 17 + 5 * (number % 3 == 0), x : x + 9] = 0


def held(on: Page, found: tuple[Tile, ...]) -> list[int]:
    """For each letter in how many tiles it is whole, with its middle in rows that the tile answers for."""
    return [
        sum(
            tile.left <= x
            and x + width <= tile.right
            and tile.top <= y
            and y + height <= tile.bottom
            and tile.first <= y + height / 2 < tile.last
            for tile in found
        )
        for x, y, width, height in components(on)
    ]


def looked_at(found: tuple[Tile, ...]) -> int:
    return sum((tile.right - tile.left) * (tile.bottom - tile.top) for tile in found)


def test_every_letter_is_whole_in_one_tile() -> None:
    paper = page(1400)
    letters(paper, 60, 900, 50, 1)
    letters(paper, 60, 450, 120, 40)
    letters(paper, 490, 900, 120, 25, pitch=33)
    letters(paper, 60, 800, 1330, 1)
    assert set(held(paper, tiles(paper))) == {1}


def test_the_gutter_between_columns_is_left_out() -> None:
    paper = page()
    letters(paper, 300, 700, 40, 1)
    letters(paper, 60, 450, 120, 20)
    letters(paper, 490, 900, 120, 12)
    below = [tile for tile in tiles(paper) if tile.top > 100]
    assert {tile.left for tile in below} == {60, 490}
    assert max(tile.bottom for tile in below if tile.left == 490) < 500


def test_a_wide_blank_in_a_line_makes_no_columns() -> None:
    paper = page()
    letters(paper, 60, 450, 100, 2)
    letters(paper, 490, 900, 100, 2)
    assert [(tile.left, tile.right > 880) for tile in tiles(paper)] == [(60, True)]


def test_white_around_a_short_line_costs_nothing() -> None:
    paper = page()
    letters(paper, 60, 900, 50, 8)
    letters(paper, 400, 500, 400, 1)
    found = tiles(paper)
    assert [(tile.left, tile.right - tile.left < 110) for tile in found] == [(60, False), (400, True)]


def test_what_stands_close_over_a_sign_stays_with_it() -> None:
    paper = page()
    paper[300:360, 400:450] = 0
    paper[281:292, 415:435] = 0
    paper[369:380, 415:435] = 0
    assert len(tiles(paper)) == 1


def test_a_blank_page_has_no_tiles() -> None:
    assert tiles(page()) == ()


def test_a_high_drawing_is_seen_in_parts_that_overlap() -> None:
    paper = page(1200)
    paper[100:1100, 200:600] = 0
    found = tiles(paper)
    answered = [row for tile in found for row in range(tile.first, tile.last)]
    assert (answered[0], answered[-1], len(answered)) == (100, 1099, 1000)
    assert all(tile.bottom - tile.top <= 320 + 2 * 64 for tile in found)
    assert [tile.top for tile in found] == [100, *(tile.last - 64 for tile in found[:-1])]
    assert [tile.bottom for tile in found] == [min(1100, tile.last + 64) for tile in found]


@pytest.mark.parametrize("lines", [1, 9, 30])
def test_tiles_are_not_high(lines: int) -> None:
    paper = page()
    letters(paper, 60, 900, 10, lines)
    assert all(tile.bottom - tile.top <= 320 for tile in tiles(paper))


def test_a_tile_shows_its_part_in_a_white_frame() -> None:
    paper = page()
    paper[100:117, 200:209] = 0
    (tile,) = tiles(paper)
    shown = tile.picture(paper)
    assert shown.shape == (64, 64)
    assert (shown == 0).sum() == 17 * 9
    assert shown[:12].min() == 255


def test_tiles_of_a_page_are_far_smaller_than_the_page() -> None:
    paper = page(2000, 1400)
    letters(paper, 200, 1200, 200, 12)
    letters(paper, 200, 1200, 1500, 6)
    assert looked_at(tiles(paper)) < 0.3 * paper.size
