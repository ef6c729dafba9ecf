"""Documents of every condition end in a clear state. MuPDF makes the files here, so no TeX is needed."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from scipix.app.documents.errors import DocumentError, PasswordError
from scipix.app.documents.pdf import MAX_PIXELS, open_document
from scipix.engine.types import Box


@pytest.fixture
def simple(tmp_path: Path) -> Path:
    path = tmp_path / "simple.pdf"
    document = pymupdf.open()
    for text in ("Hello world", "Second page"):
        page = document.new_page()
        page.insert_text((72, 100), text, fontname="tiro", fontsize=12)
        page.draw_line((72, 120), (200, 120))
    document.set_metadata({"title": "A title"})
    document.set_toc([[1, "First", 1], [2, "Second", 2]])
    document.save(path)
    return path


def test_a_document_tells_its_pages_title_and_outline(simple: Path) -> None:
    document = open_document(simple)
    assert len(document) == 2
    assert document.title == "A title"
    assert [(entry.level, entry.title, entry.page) for entry in document.outline()] == [
        (1, "First", 0),
        (2, "Second", 1),
    ]
    assert not document.repaired


def test_glyphs_have_places_names_and_ink(simple: Path) -> None:
    ink = open_document(simple).ink(0)
    first = ink.glyphs[0]
    assert "".join(glyph.text for glyph in ink.glyphs) == "Helloworld"
    assert (first.text, first.name, first.size) == ("H", "H", 12)
    assert (first.x, first.y) == pytest.approx((72, 100))
    assert first.box.y1 == pytest.approx(100, abs=0.3)
    assert 91 < first.box.y0 < 93.5
    (rule,) = ink.rules
    assert (rule.x0, rule.x1) == pytest.approx((72, 200), abs=1)


def test_a_turned_page_is_read_as_it_is_shown(tmp_path: Path) -> None:
    document = pymupdf.open()
    page = document.new_page(width=300, height=200)
    page.insert_text((100, 150), "Up", rotate=90, fontname="tiro")
    page.set_rotation(90)
    path = tmp_path / "turned.pdf"
    document.save(path)
    ink = open_document(path).ink(0)
    assert (ink.width, ink.height) == (200, 300)
    assert [glyph.text for glyph in ink.glyphs] == ["U", "p"]
    assert ink.glyphs[1].x > ink.glyphs[0].x


def test_a_picture_of_a_part_of_a_page(simple: Path) -> None:
    document = open_document(simple)
    picture = document.picture(0, 144, Box(72, 80, 172, 130))
    assert picture.shape == (100, 200, 3)
    assert picture.min() < 100 < picture.max()


def test_search_finds_a_text(simple: Path) -> None:
    (hit,) = open_document(simple).search(0, "WORLD")
    assert 72 < hit.x0 < hit.x1 < 160


def test_an_encrypted_document_asks_for_its_password(tmp_path: Path) -> None:
    path = tmp_path / "secret.pdf"
    document = pymupdf.open()
    document.new_page()
    document.save(path, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="open", owner_pw="own")
    with pytest.raises(PasswordError):
        open_document(path)
    with pytest.raises(PasswordError):
        open_document(path, "wrong")
    assert len(open_document(path, "open")) == 1


@pytest.mark.parametrize("content", [b"", b"no PDF at all", b"%PDF-1.7\n%%EOF\n"])
def test_what_is_no_document_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(content)
    with pytest.raises(DocumentError) as raised:
        open_document(path)
    assert raised.value.hint


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentError):
        open_document(tmp_path / "none.pdf")


def test_a_damaged_document_opens_as_far_as_it_can(simple: Path) -> None:
    content = simple.read_bytes()
    simple.write_bytes(content[: content.rindex(b"startxref")].replace(b"xref", b"xxxx"))
    document = open_document(simple)
    assert document.repaired
    assert len(document) == 2


def test_a_huge_page_is_drawn_smaller(tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    document = pymupdf.open()
    document.new_page(width=14_000, height=14_000)
    document.save(path)
    picture = open_document(path).picture(0, 300)
    assert picture.shape[0] * picture.shape[1] <= 1.01 * MAX_PIXELS
