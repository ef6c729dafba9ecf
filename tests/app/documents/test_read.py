"""Ready-made documents, read with the real weights."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest
from documents import PAPER, SHORT

from scipix.app.documents.convert import glyph_classes
from scipix.app.documents.pdf import open_document
from scipix.app.documents.read import PageReader, is_digital
from scipix.app.documents.results import PageResult
from scipix.app.paths import models_dir
from scipix.app.service import RecognitionService, open_service
from scipix.engine.types import Box, Glyph, PageInk


@pytest.fixture(scope="module")
def service() -> RecognitionService:
    return open_service("cpu")


@pytest.fixture(scope="module")
def short(service: RecognitionService) -> PageResult:
    return PageReader(open_document(SHORT), service.recognizer, glyph_classes(models_dir())).read(0)


@pytest.fixture(scope="module")
def paper(service: RecognitionService) -> list[PageResult]:
    reader = PageReader(open_document(PAPER), service.recognizer, glyph_classes(models_dir()))
    return [reader.read(number) for number in range(2)]


def test_formulas_are_read_exactly(short: PageResult) -> None:
    assert [formula.latex for formula in short.formulas()] == [
        r"f:X\rightarrow Y",
        r"\sum_{i=1}^nx_i^2\leq1",
        r"\int_0^{\infty}\frac{\sqrt{x^2+1}}{\left(1+\frac{a}{b}\right)^2}dx="
        r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
        r"a\neq b",
        r"\hat{x}=\overline{AB}",
    ]


def test_blocks_are_what_they_look_like(short: PageResult) -> None:
    assert [(block.kind, block.number or block.marker) for block in short.blocks] == [
        ("heading", ""),
        ("paragraph", ""),
        ("display", "1"),
        ("paragraph", ""),
        ("item", "1."),
        ("item", "2."),
    ]
    assert short.source == "digital"


def test_a_page_of_two_columns_is_read_in_order(paper: list[PageResult]) -> None:
    headings = [
        "".join(getattr(piece, "text", "") for piece in block.lines[0].pieces)
        for page in paper
        for block in page.blocks
        if block.kind == "heading"
    ]
    assert [heading for heading in headings if heading[0].isdigit()] == [
        "1 Introduction",
        "2 Discrete spaces",
        "3 Main result",
        "4 Numerical experiments",
    ]
    numbers = [block.number for page in paper for block in page.blocks if block.number]
    assert numbers == ["1", "2", "3", "4", "5", "6", "7"]


def test_tables_figures_and_notes_are_told_apart(paper: list[PageResult]) -> None:
    kinds = [block.kind for page in paper for block in page.blocks]
    assert (kinds.count("table"), kinds.count("figure"), kinds.count("footnote")) == (1, 1, 2)
    (table,) = [block for page in paper for block in page.blocks if block.kind == "table"]
    assert len(table.rows) == 4
    assert all(len(row) == 3 for row in table.rows)


def test_a_page_can_be_read_from_its_picture(service: RecognitionService) -> None:
    reader = PageReader(open_document(SHORT), service.recognizer, glyph_classes(models_dir()))
    page = reader.read(0, "scanned")
    assert page.source == "scanned"
    assert [block.kind for block in page.blocks][:3] == ["heading", "paragraph", "display"]
    assert any(r"\frac{\sqrt{x^2+1}}" in formula.latex for formula in page.formulas())
    assert "1" in [block.number for block in page.blocks]


def test_a_checkpoint_ends_the_reading(service: RecognitionService) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    reader = PageReader(open_document(SHORT), service.recognizer, glyph_classes(models_dir()))
    with pytest.raises(KeyboardInterrupt):
        reader.read(0, checkpoint=stop)


def _page(glyphs: int, *, picture: bool, text: str = "a") -> PageInk:
    one = Glyph(text, "Font", "", 10, 0, 0, 5, Box(0, 0, 5, 5))
    pictures = (Box(0, 0, 600, 800),) if picture else ()
    return PageInk(600, 800, (one,) * glyphs, (), pictures, ())


@pytest.mark.parametrize(
    ("ink", "digital"),
    [
        (_page(500, picture=False), True),
        (_page(0, picture=True), False),
        (_page(0, picture=False), True),
        (_page(30, picture=True), False),
        (_page(500, picture=False, text=""), False),
    ],
)
def test_a_page_is_digital_if_its_glyphs_are_known(ink: PageInk, digital: bool) -> None:
    assert is_digital(ink, glyph_classes(models_dir())) is digital


def test_a_page_with_nothing_but_a_photograph_ends_in_a_result(
    service: RecognitionService, tmp_path: Path
) -> None:
    document = pymupdf.open()
    picture = pymupdf.Pixmap(pymupdf.csRGB, (0, 0, 300, 400))
    picture.clear_with(120)
    sheet = document.new_page()
    sheet.insert_image(sheet.rect, pixmap=picture)
    document.save(tmp_path / "photo.pdf")
    reader = PageReader(
        open_document(tmp_path / "photo.pdf"), service.recognizer, glyph_classes(models_dir())
    )
    page = reader.read(0)
    assert page.source == "scanned"
    assert not list(page.formulas())


def test_a_page_that_says_the_same_as_its_neighbours_is_still_read(
    service: RecognitionService, tmp_path: Path
) -> None:
    document = pymupdf.open()
    for number in range(3):
        document.new_page().insert_text((72, 100), f"Slide {number} says little")
    document.save(tmp_path / "slides.pdf")
    reader = PageReader(
        open_document(tmp_path / "slides.pdf"), service.recognizer, glyph_classes(models_dir())
    )
    assert len(reader.read(1).blocks) == 1
