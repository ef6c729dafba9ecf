"""What the process answers about an open document, asked without the process."""

from __future__ import annotations

import numpy as np
import pytest
from pdf_files import write_damaged, write_encrypted, write_pdf, write_scan, write_turned

from scipix.app.documents.errors import DocumentError, PasswordError
from scipix.app.documents.page_requests import (
    Find,
    FormulasOf,
    OpenFile,
    PageSizes,
    Region,
    TextOf,
    Tile,
)
from scipix.app.documents.page_server import FIRST_SIZES, Desk, at_night
from scipix.engine.types import Box


@pytest.fixture
def desk(tmp_path):
    made = Desk()
    made.answer(OpenFile(write_pdf(tmp_path / "story.pdf", pages=20)))
    return made


def pixels(desk, tile):
    reply = desk.answer(tile)
    return np.frombuffer(reply.data, np.uint8).reshape(reply.height, reply.width, 4)[..., :3]


def ink(picture, box, zoom):
    part = picture[round(box[1] * zoom) : round(box[3] * zoom), round(box[0] * zoom) : round(box[2] * zoom)]
    return int((part < 128).sum())


def test_opening_tells_pages_outline_and_the_first_sizes(tmp_path):
    opened = Desk().answer(OpenFile(write_pdf(tmp_path / "a.pdf", pages=20)))
    assert (opened.count, opened.repaired) == (20, False)
    assert opened.sizes == ((595.0, 842.0),) * FIRST_SIZES
    assert [(entry.level, entry.title, entry.page) for entry in opened.outline] == [
        (1, "Beginning", 0),
        (2, "End", 19),
    ]


def test_the_other_sizes_come_when_asked_for(desk):
    assert desk.answer(PageSizes(16, 20)) == ((595.0, 842.0),) * 4


def test_tiles_are_the_parts_of_the_page_to_the_pixel(desk):
    whole = pixels(desk, Tile(0, 1.5, 0, 0, 893, 1263))
    part = pixels(desk, Tile(0, 1.5, 100, 120, 256, 200))
    assert part.shape == (200, 256, 3)
    assert (part < 128).any()
    assert np.array_equal(part, whole[120:320, 100:356])


def test_at_night_paper_is_dark_and_hues_stay(desk):
    night = pixels(desk, Tile(0, 1.0, 0, 0, 595, 842, night=True))
    assert night.min() == 30
    assert night.max() == 255
    red, blue = at_night(np.array([[[200, 20, 20], [20, 20, 200]]], np.uint8))[0].astype(int)
    assert red[0] > red[1] == red[2]
    assert blue[2] > blue[1] == blue[0]


def test_text_can_be_selected_by_place(desk):
    text = desk.answer(TextOf(4))
    assert text.text.startswith("Page 5 of the story\n")
    start = text.text.index("quick")
    (box,) = text.areas(start, start + 5)
    assert text.place_at(box.x0 + 0.5, (box.y0 + box.y1) / 2) == start
    assert text.place_at(box.x1 - 0.5, (box.y0 + box.y1) / 2) == start + 5
    assert text.word_at(start + 2) == (start, start + 5)
    assert text.character_at(box.x0, 700, reach=10) == -1


def test_text_of_a_turned_page_is_where_it_is_shown(tmp_path):
    desk = Desk()
    opened = desk.answer(OpenFile(write_turned(tmp_path / "turned.pdf")))
    assert opened.sizes == ((842.0, 595.0),)
    picture = pixels(desk, Tile(0, 1.0, 0, 0, 842, 595))
    text = desk.answer(TextOf(0))
    (area,) = text.areas(0, text.text.index("\n"))
    (hit,) = desk.answer(Find(0, 1, "brown fox"))
    for box in (area, hit.box):
        assert ink(picture, (box.x0, box.y0, box.x1, box.y1), 1.0) > 20


def test_searching_finds_pages_whatever_the_case(desk):
    found = desk.answer(Find(0, 20, "PAGE 7 of"))
    assert [hit.page for hit in found] == [6]
    assert desk.answer(Find(0, 20, "absent")) == ()


def test_a_framed_formula_comes_with_its_picture_and_its_exact_symbols(desk):
    content = desk.answer(Region(0, Box(190, 280, 280, 310), 144.0))
    assert content.picture.shape == (60, 180, 3)
    assert [symbol.token for symbol in content.exact.symbols] == ["a", "=", "b", "+", "c"]
    first = content.exact.symbols[0].box
    assert 20 <= first.x0 < first.x1 <= 40
    assert (content.picture[round(first.y0) : round(first.y1), round(first.x0) : round(first.x1)] < 128).any()


def test_a_frame_beyond_the_page_is_cut_to_it(desk):
    content = desk.answer(Region(0, Box(-50, 280, 700, 310), 144.0))
    assert content.picture.shape == (60, 1190, 3)
    first = next(one.box for one in content.exact.symbols)
    assert 400 <= first.x0 < 420


def test_a_scan_has_no_symbols_and_no_formulas_to_hover(tmp_path):
    desk = Desk()
    desk.answer(OpenFile(write_scan(tmp_path / "scan.pdf")))
    assert desk.answer(FormulasOf(0)).scanned
    assert desk.answer(Region(0, Box(190, 280, 280, 310), 144.0)).exact is None


def test_what_cannot_be_opened_is_told(tmp_path):
    empty, noise, cut = tmp_path / "empty.pdf", tmp_path / "noise.pdf", tmp_path / "head.pdf"
    empty.write_bytes(b"")
    noise.write_bytes(bytes(range(256)) * 40)
    cut.write_bytes(b"%PDF-1.7\n")
    for path in (empty, noise, cut, tmp_path / "absent.pdf"):
        with pytest.raises(DocumentError) as caught:
            Desk().answer(OpenFile(path))
        assert caught.value.hint


def test_encrypted_files_open_with_their_password_only(tmp_path):
    path = write_encrypted(tmp_path / "secret.pdf", "sesame")
    for wrong in ("", "open"):
        with pytest.raises(PasswordError):
            Desk().answer(OpenFile(path, wrong))
    assert Desk().answer(OpenFile(path, "sesame")).count == 2


def test_a_damaged_file_opens_as_far_as_it_can(tmp_path):
    desk = Desk()
    opened = desk.answer(OpenFile(write_damaged(tmp_path / "damaged.pdf")))
    assert opened.repaired
    assert opened.count == 3
    assert desk.answer(TextOf(2)).text.startswith("Page 3")


def test_a_huge_page_is_drawn_in_parts(tmp_path):
    desk = Desk()
    desk.answer(OpenFile(write_pdf(tmp_path / "huge.pdf", 1, size=(14_400.0, 14_400.0))))
    assert pixels(desk, Tile(0, 8.0, 512, 512, 1024, 1024)).shape == (1024, 1024, 3)
    assert pixels(desk, Tile(0, 0.01, 0, 0, 144, 144)).shape == (144, 144, 3)
