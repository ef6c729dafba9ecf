"""The words of scans: which are read again, and what becomes of the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import SimpleNamespace

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from scipix.app.documents.ocr import RapidLineReader, line_reader
from scipix.app.documents.scan import ScanReader, StraightPage
from scipix.engine.layout.blocks import FormulaPiece, PageLayout, TextPiece
from scipix.engine.recognize.detect import CHOICES, Detections
from scipix.engine.recognize.glyph_classes import GlyphClasses
from scipix.engine.recognize.page_symbols import SeenPage, SeenSymbol
from scipix.engine.types import Box, Checkpoint, Glyph, uninterrupted

WORDS = "one thousand and some".split()
CLASSES = GlyphClasses.of([f"\\mathrm{{{letter}}}" for letter in "abcdefghijklmnopqrstuvwxyz"], {})


def letters(word: str, x: float, y: float, probability: float) -> list[SeenSymbol]:
    return [
        SeenSymbol(f"\\mathrm{{{char}}}", Box(x + 10 * i, y - 9, x + 10 * i + 8, y), 1.0, probability)
        for i, char in enumerate(word)
    ]


class FakeRecognizer:
    """Sees two lines of letters, the second one badly."""

    def see_page(self, gray: NDArray[np.uint8], checkpoint: object) -> SeenPage:
        return SeenPage((*letters("certain", 100, 200, 0.99), *letters("doubtfol", 100, 230, 0.5)), 20.0)


class FakeLines:
    """Answers every picture alike, and counts them."""

    def __init__(self, answer: str, score: float) -> None:
        self.answer, self.score, self.asked = answer, score, 0

    def read(self, pictures: Sequence[NDArray[np.uint8]], checkpoint: Checkpoint) -> list[tuple[str, float]]:
        checkpoint()
        self.asked += len(pictures)
        return [(self.answer, self.score)] * len(pictures)


def words(lines: FakeLines | None) -> list[str]:
    picture = np.full((400, 400, 3), 255, np.uint8)
    cv2.rectangle(picture, (100, 190), (170, 200), (0, 0, 0), -1)
    reader = ScanReader(FakeRecognizer(), CLASSES, lines)  # type: ignore[arg-type]
    layout = reader.with_words(reader.read(picture, 1.0, uninterrupted), uninterrupted)
    return [line.text for block in layout.blocks for line in block.lines]


def test_doubtful_words_are_read_again_and_others_are_not() -> None:
    lines = FakeLines("doubtful", 0.9)
    assert words(lines) == ["certain", "doubtful"]
    assert lines.asked == 1


def test_an_answer_that_is_not_sure_changes_nothing() -> None:
    assert words(FakeLines("nonsense", 0.3)) == ["certain", "doubtfol"]


def test_without_a_reader_of_lines_the_symbols_are_the_text() -> None:
    assert words(None) == ["certain", "doubtfol"]


def test_specks_of_a_page_are_not_seen() -> None:
    shown: list[NDArray[np.uint8]] = []

    class Watching(FakeRecognizer):
        def see_page(self, gray: NDArray[np.uint8], checkpoint: object) -> SeenPage:
            shown.append(gray)
            return super().see_page(gray, checkpoint)

    picture = np.full((400, 400, 3), 255, np.uint8)
    cv2.rectangle(picture, (100, 190), (170, 200), (0, 0, 0), -1)
    dusty = picture.copy()
    dusty[[50, 120, 300], [80, 310, 200]] = 40
    reader = ScanReader(Watching(), CLASSES, None)  # type: ignore[arg-type]
    for one in (picture, dusty):
        reader.read(one, 1.0, uninterrupted)
    np.testing.assert_array_equal(shown[0], shown[1])


def straight_page(*symbols: SeenSymbol) -> StraightPage:
    gray = np.full((100, 200), 255, np.uint8)
    for symbol in symbols:
        box = symbol.box
        gray[round(box.y0) : round(box.y1), round(box.x0) : round(box.x1)] = 0
    back = np.array([[1.0, 0.0, 3.0], [0.0, 1.0, -2.0]])
    seen = SeenPage(symbols, 10.0, detections([one.box for one in symbols]))
    return StraightPage(PageLayout(200, 100, ()), gray, 1.0, symbols, back, seen)


def detections(boxes: Sequence[Box]) -> Detections:
    """Detections in these places; their classes are their numbers."""
    edges = np.array([(one.x0, one.y0, one.x1, one.y1) for one in boxes], np.float32).reshape(-1, 4)
    choices = np.repeat(np.arange(len(edges))[:, None], CHOICES, axis=1)
    return Detections(
        edges, np.ones(len(edges), np.float32), choices, np.full(choices.shape, 0.25, np.float32)
    )


def test_the_picture_of_a_formula_shows_nothing_else() -> None:
    own, other = SeenSymbol("x", Box(50, 40, 60, 50), 1.0), SeenSymbol("y", Box(62, 30, 70, 42), 1.0)
    glyph = Glyph("x", "Seen-Italic", "x", 10, 50, 50, 60, own.box)
    piece = FormulaPiece(Box(50, 38, 63, 52), (glyph,))
    cut = straight_page(own, other).formula(piece)
    assert (cut == 0).sum() == 100


def test_a_formula_comes_with_its_own_symbols_and_with_doubtful_ones_in_its_place() -> None:
    second, other, first = (
        SeenSymbol("x", Box(62, 40, 72, 50), 1.0),
        SeenSymbol("y", Box(66, 28, 76, 38), 1.0),
        SeenSymbol("z", Box(50, 40, 60, 50), 1.0),
    )
    doubtful, elsewhere = Box(55, 44, 57, 46), Box(150, 44, 152, 46)
    page = straight_page(second, other, first)
    places = [second.box, other.box, first.box, doubtful, elsewhere]
    page = replace(page, seen=SeenPage(page.symbols, 10.0, detections(places)))
    glyphs = tuple(
        Glyph(one.token, "Seen-Italic", one.token, 10, 0, 50, 0, one.box) for one in (first, second)
    )
    formula = page.seen_formula(FormulaPiece(Box(50, 38, 72, 52), glyphs))
    assert (formula.em, formula.gray.shape) == (10.0, page.formula(FormulaPiece(Box(50, 38, 72, 52))).shape)
    assert formula.found.choices[:, 0].tolist() == [2, 3, 0]
    left, top = formula.found.boxes[0, :2]
    assert (formula.gray[int(top) : int(top) + 10, int(left) : int(left) + 10] == 0).all()


def test_boxes_are_told_where_they_are_on_the_page_as_it_is() -> None:
    assert straight_page().place(Box(10, 10, 20, 20)) == Box(13, 8, 23, 18)


def test_marks_are_not_worth_reading() -> None:
    page = straight_page(SeenSymbol(r"\mathrm{a}", Box(10, 10, 20, 20), 1.0, 0.1))
    box = Box(9, 9, 21, 21)
    assert not page.is_doubtful(TextPiece("ab", box, raised=True))
    assert not page.is_doubtful(TextPiece("a,", box))
    assert page.is_doubtful(TextPiece("ab", box))


def test_rapidocr_reads_a_line() -> None:
    reader = line_reader()
    if reader is None:
        pytest.skip("rapidocr is not installed")
    picture = np.full((48, 320), 255, np.uint8)
    cv2.putText(picture, "simple words", (10, 34), cv2.FONT_HERSHEY_SIMPLEX, 1.2, 0, 2)
    ((text, score),) = reader.read([picture], uninterrupted)
    assert (text.replace(" ", "").lower(), score > 0.5) == ("simplewords", True)
    assert reader.read([], uninterrupted) == []


def test_rapidocr_answers_in_the_order_asked() -> None:
    reader = line_reader()
    if reader is None:
        pytest.skip("rapidocr is not installed")
    pictures = [np.full((48, 60 + 90 * len(word)), 255, np.uint8) for word in WORDS]
    for picture, word in zip(pictures, WORDS, strict=True):
        cv2.putText(picture, word, (10, 34), cv2.FONT_HERSHEY_SIMPLEX, 1.2, 0, 2)
    assert [text.lower() for text, _ in reader.read(pictures, uninterrupted)] == WORDS


def test_reading_lines_ends_where_the_page_is_given_up() -> None:
    reader = RapidLineReader()
    read: list[int] = []
    reader._recognise = lambda pictures: read.append(1) or SimpleNamespace(txts=["a"], scores=[1.0])

    def given_up() -> None:
        if read:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reader.read([np.full((48, 48), 255, np.uint8)] * 500, given_up)
    assert len(read) < 400
