"""The models of document mode: geometry, pictures, hits, selection, what was left and what was converted."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage

from scipix.app.documents.conversion_orders import PageRead, ReadFormula
from scipix.app.documents.page_requests import Found, Tile
from scipix.app.documents.page_text import PageText
from scipix.engine.types import Box
from scipix.ui.models.converted_pages import ConvertedPages
from scipix.ui.models.document_memory import DocumentMemory, Leaving
from scipix.ui.models.page_hits import PageHits
from scipix.ui.models.page_selection import PageSelection
from scipix.ui.models.page_stack import GAP, PageStack, Place, sized, stepped, zoom_of
from scipix.ui.models.picture_cache import PictureCache
from scipix.ui.models.tiles import SIDE, thumbnail, tiles_of

BOX = Box(0, 0, 1, 1)


@pytest.fixture
def stack():
    return PageStack.of(np.array([[100.0, 200.0], [300.0, 100.0], [100.0, 200.0]]), 2.0)


# Where pages are.


def test_pages_stand_below_each_other(stack):
    assert [stack.top(page) for page in range(3)] == [GAP, 2 * GAP + 400, 3 * GAP + 600]
    assert stack.height == 4 * GAP + 1000
    assert stack.width == 600 + 2 * GAP
    assert stack.size(1) == (600, 200)


def test_the_page_at_a_height(stack):
    assert [stack.page_at(y) for y in (-5, GAP, GAP + 399, GAP + 420, 10_000)] == [0, 0, 0, 1, 2]
    assert list(stack.visible(GAP + 390, GAP + 430)) == [0, 1]


@pytest.mark.parametrize("y", [GAP, 300, 500, 900])
def test_a_place_is_found_again_at_another_zoom(stack, y):
    place = stack.place(y)
    larger = PageStack.of(stack.sizes, 4.0)
    again = larger.place(larger.height_of(place))
    assert again.page == place.page
    assert again.fraction == pytest.approx(place.fraction, abs=0.01)


def test_pages_of_unknown_size_are_as_the_first_known_one():
    sizes = sized((None, (300.0, 400.0), (0.0, 0.0)), 4)
    assert sizes.tolist() == [[300, 400], [300, 400], [1, 1], [300, 400]]


def test_zoom_goes_by_steps():
    assert stepped(zoom_of(1.0), 1) == pytest.approx(zoom_of(1.1))
    assert stepped(zoom_of(1.02), -1) == pytest.approx(zoom_of(1.0))
    assert stepped(zoom_of(10.0), 1) == pytest.approx(zoom_of(10.0))


# Which pictures.


def test_a_small_page_is_one_picture():
    assert tiles_of(3, (595.0, 842.0), 2.0, (0, 0, 10, 10), True) == [Tile(3, 2.0, 0, 0, 1190, 1684, True)]


def test_of_a_large_page_only_what_is_seen_is_drawn():
    tiles = tiles_of(0, (5000.0, 5000.0), 1.0, (1500, 900, 2500, 1100), False)
    assert [(tile.left, tile.top) for tile in tiles] == [(1024, 0), (2048, 0), (1024, 1024), (2048, 1024)]
    assert {(tile.width, tile.height) for tile in tiles} == {(SIDE, SIDE)}
    (corner,) = tiles_of(0, (5000.0, 5000.0), 1.0, (4900, 4900, 6000, 6000), False)
    assert (corner.width, corner.height) == (5000 - 4 * SIDE, 5000 - 4 * SIDE)


def test_nothing_seen_of_a_large_page_needs_no_picture_beyond_its_ends():
    for tile in tiles_of(0, (5000.0, 5000.0), 1.0, (-900, -900, -10, -10), False):
        assert tile.left >= 0 <= tile.top


def test_thumbnails_fit_their_room():
    for size in ((595.0, 842.0), (842.0, 595.0), (10.0, 5000.0)):
        tile = thumbnail(0, size, (136, 176), False)
        assert 1 <= tile.width <= 136
        assert 1 <= tile.height <= 176


def picture(side=10):
    return QImage(side, side, QImage.Format.Format_RGB32)


def test_the_cache_keeps_what_was_looked_at_last():
    cache = PictureCache(3 * 400)
    tiles = [Tile(page, 1.0, 0, 0, 10, 10) for page in range(4)]
    for tile in tiles[:3]:
        cache.put(tile, picture())
    assert cache.get(tiles[0]) is not None
    cache.put(tiles[3], picture())
    assert cache.used == 1200
    assert [cache.get(tile) is None for tile in tiles] == [False, True, False, False]
    assert list(cache.of_page(1)) == []
    cache.put(tiles[1], picture(100))
    assert [cache.get(tile) is None for tile in tiles] == [True, False, True, True]


# What is found, selected, left and converted.


def test_hits_are_in_the_order_of_the_pages_however_they_come():
    hits = PageHits()
    hits.add([Found(5, BOX), Found(7, BOX)])
    assert hits.step(1, 6).page == 7
    hits.add([Found(1, BOX), Found(1, Box(2, 2, 3, 3))])
    assert (hits.place, len(hits)) == (4, 4)
    assert [hits.step(1, 0).page for _ in range(4)] == [1, 1, 5, 7]
    assert hits.step(-1, 0).page == 5
    assert len(hits.by_page[1]) == 2


def test_without_hits_there_is_nowhere_to_go():
    assert PageHits().step(1, 0) is None


def text(words):
    boxes = np.array([[10 * n, 0, 10 * n + 10, 10] for n in range(len(words) + 1)], np.float32)
    return PageText(words + "\n", boxes, ((0, len(words)),))


def test_a_selection_reaches_over_pages_in_either_direction():
    texts = {0: text("first"), 1: text("middle"), 2: text("last")}
    for ends in (((0, 3), (2, 2)), ((2, 2), (0, 3))):
        selection = PageSelection(*ends)
        assert selection.text(texts) == "st\nmiddle\nla"
        assert [box.x1 - box.x0 for page in range(4) for box in selection.areas(page, texts)] == [20, 60, 20]


def test_a_document_is_found_as_it_was_left(tmp_path):
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    memory = DocumentMemory(settings)
    left = Leaving(Place(41, 0.25), "none", 1.5)
    memory.keep(tmp_path / "a.pdf", left)
    assert DocumentMemory(settings).recall(tmp_path / "a.pdf") == left
    assert memory.recall(tmp_path / "b.pdf") == Leaving()
    for number in range(200):
        memory.keep(tmp_path / f"{number}.pdf", left)
    assert memory.recall(tmp_path / "a.pdf") == Leaving()
    assert memory.recall(Path(tmp_path / "0.pdf")) == left


def test_nonsense_in_the_memory_is_the_beginning(tmp_path):
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    memory = DocumentMemory(settings)
    memory.keep(tmp_path / "a.pdf", Leaving(Place(3)))
    settings.beginGroup("documents")
    for key in settings.childKeys():
        settings.setValue(key, "x y")
    settings.endGroup()
    assert memory.recall(tmp_path / "a.pdf") == Leaving()


def read(page, *confidences):
    formulas = tuple(ReadFormula(0, 1, BOX, value) for value in confidences)
    return PageRead(page, "x", formulas, False, "", 1, 3, None)


def test_doubtful_formulas_are_gone_through_in_the_order_of_the_text():
    pages = ConvertedPages()
    assert pages.add(read(4, 0.99, 0.6)) == 0
    assert pages.add(read(2, 0.3)) == 0
    assert pages.add(read(3, 1.0)) == 1
    first = pages.step(None, 1, 3)
    assert (first.page, first.formula.confidence) == (4, 0.6)
    second = pages.step(first, 1, 0)
    assert (second.page, second.formula.confidence) == (2, 0.3)
    assert pages.step(second, -1, 0) == first
    assert ConvertedPages().step(None, 1, 0) is None
