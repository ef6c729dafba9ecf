"""Formulas of scanned pages: where they are on the page, and the picture that is to be read."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from documents import SHORT
from pdf_files import write_pdf

from scipix.app.documents.page_requests import FormulasOf, OpenFile, ScannedFormulasOf
from scipix.app.documents.page_server import Desk


def scan_of(path, target, dpi=200):
    import pymupdf

    with pymupdf.open(path) as plain, pymupdf.open() as copy:
        page = copy.new_page(width=plain[0].rect.width, height=plain[0].rect.height)
        page.insert_image(page.rect, pixmap=plain[0].get_pixmap(dpi=dpi, colorspace=pymupdf.csGRAY))
        copy.save(target)
    return target


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """The formulas of a page as its glyphs tell them, and as its picture does."""
    desk = Desk()
    desk.answer(OpenFile(SHORT))
    exact = desk.answer(FormulasOf(0))
    desk.answer(OpenFile(scan_of(SHORT, tmp_path_factory.mktemp("scan") / "scan.pdf")))
    assert not desk.answer(FormulasOf(0)).looked
    return exact, desk.answer(ScannedFormulasOf(0, "cpu"))


def test_most_formulas_are_found_where_the_glyphs_say_they_are(found):
    exact, seen = found
    assert seen.scanned
    assert seen.looked
    near = [
        one
        for one in exact.formulas
        if any(
            abs(one.box.x0 - other.box.x0) < 4 and abs(one.box.y0 - other.box.y0) < 4
            for other in seen.formulas
        )
    ]
    assert len(near) >= 0.7 * len(exact.formulas) > 0


def test_each_has_a_picture_of_its_own_size_with_ink(found):
    _, seen = found
    for formula in seen.formulas:
        picture = cv2.imdecode(np.frombuffer(formula.picture, np.uint8), cv2.IMREAD_UNCHANGED)
        assert picture.ndim == 2
        assert picture.min() < 100
        assert picture.shape[1] * 72 / 200 == pytest.approx(formula.box.x1 - formula.box.x0 + 3, abs=2)


def test_another_document_is_looked_at_anew(tmp_path):
    desk = Desk()
    desk.answer(OpenFile(write_pdf(tmp_path / "a.pdf", pages=1)))
    first = desk.scans("cpu")
    assert desk.scans("cpu") is first
    desk.answer(OpenFile(write_pdf(tmp_path / "b.pdf", pages=1)))
    assert desk.scans("cpu") is not first
