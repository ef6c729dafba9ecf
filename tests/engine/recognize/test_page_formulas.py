"""Pages: the size of their type, their symbols, and formulas read from what was seen of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import cv2
import numpy as np
import pytest
from golden_pictures import golden
from numpy.typing import NDArray

from scipix.engine.errors import NoFormulaError
from scipix.engine.recognize.detect import Detections
from scipix.engine.recognize.page_formulas import SeenFormula, type_size
from scipix.engine.recognize.page_symbols import SeenPage
from scipix.engine.recognize.recognizer import Recognizer
from scipix.engine.session import Feeds
from scipix.engine.types import Recognition

READABLE = "euler gauss_sum integral".split()


def sheet(*names: str, factor: float = 1.0) -> NDArray[np.uint8]:
    """A page with golden pictures one under the other."""
    shown = [np.asarray(cv2.resize(golden(name), None, fx=factor, fy=factor)) for name in names]
    paper = np.full((200 + 120 * len(shown), max(one.shape[1] for one in shown) + 100), 255, np.uint8)
    for number, one in enumerate(shown):
        paper[50 + 120 * number :, 50:][: one.shape[0], : one.shape[1]] = one
    return paper


def whole(page: SeenPage, gray: NDArray[np.uint8]) -> SeenFormula:
    return SeenFormula(gray, page.found, page.em)


class Counting:
    """A network that counts what it is shown."""

    def __init__(self, run: Any, name: str) -> None:
        self.run, self.name, self.shown = run, name, 0

    def __call__(self, feeds: Feeds) -> list[NDArray[Any]]:
        self.shown += len(feeds[self.name])
        return self.run(feeds)  # type: ignore[no-any-return]


def counted(recognizer: Recognizer) -> tuple[Recognizer, Counting, Counting]:
    """The recogniser, its detector and its glyph classifier."""
    eyes = recognizer.eyes
    detector, glyphs = Counting(eyes.detector, "ink"), Counting(eyes.glyphs, "patches")
    return replace(recognizer, eyes=replace(eyes, detector=detector, glyphs=glyphs)), detector, glyphs


@pytest.mark.parametrize("name", READABLE)
def test_a_formula_reads_from_the_page_as_from_its_picture(
    name: str, recognizer: Recognizer, recognised: dict[str, Recognition]
) -> None:
    gray = sheet(name)
    found = recognizer.read_seen(whole(recognizer.see_page(gray), gray))
    assert found.latex == recognised[f"{name}.png"].latex
    assert (found.width, found.height) == (gray.shape[1], gray.shape[0])


def test_what_is_certain_is_not_looked_at_again(recognizer: Recognizer) -> None:
    gray = sheet("euler")
    formula = whole(recognizer.see_page(gray), gray)
    watched, detector, _ = counted(recognizer)
    assert watched.read_seen(formula).confidence > 0.9
    assert detector.shown == 0


def test_what_is_doubtful_is_looked_at_again(recognizer: Recognizer) -> None:
    gray = sheet("euler")
    formula = whole(recognizer.see_page(gray), gray)
    found = formula.found
    unsure = Detections(found.boxes, found.scores, found.choices, np.full_like(found.chances, 0.25))
    watched, detector, _ = counted(recognizer)
    watched.read_seen(replace(formula, found=unsure))
    assert detector.shown > 0


def test_nothing_seen_is_no_formula(recognizer: Recognizer) -> None:
    blank = np.full((60, 200), 255, np.uint8)
    page = recognizer.see_page(blank)
    assert (page.symbols, len(page.found)) == ((), 0)
    with pytest.raises(NoFormulaError):
        recognizer.read_seen(whole(page, blank))


def test_only_doubtful_symbols_are_shown_to_the_second_classifier(recognizer: Recognizer) -> None:
    watched, _, glyphs = counted(recognizer)
    page = watched.see_page(sheet(*READABLE))
    assert len(page.symbols) > 20
    assert 0 < glyphs.shown < 2 * len(page.found)


def test_doubtful_symbols_come_last(recognizer: Recognizer) -> None:
    page = recognizer.see_page(sheet(*READABLE))
    count = len(page.symbols)
    boxes = [(one.box.x0, one.box.y0, one.box.x1, one.box.y1) for one in page.symbols]
    assert np.array(boxes) == pytest.approx(page.found.boxes[:count], abs=0.01)
    assert page.found.scores[:count].min() > 0.4
    assert (page.found.scores[count:] <= 0.4).all()


@pytest.mark.parametrize("factor", [0.7, 1.0, 1.9])
def test_the_size_of_the_type_is_told(factor: float, recognizer: Recognizer) -> None:
    once = recognizer.see_page(sheet(*READABLE)).em
    assert recognizer.see_page(sheet(*READABLE, factor=factor)).em == pytest.approx(factor * once, rel=0.12)


def test_a_drawing_does_not_mislead_about_the_size(recognizer: Recognizer) -> None:
    gray = sheet(*READABLE)
    drawn = np.full((gray.shape[0] + 700, max(gray.shape[1], 800)), 255, np.uint8)
    drawn[: gray.shape[0], : gray.shape[1]] = gray
    cv2.rectangle(drawn, (40, gray.shape[0]), (760, gray.shape[0] + 650), 0, 3)
    assert recognizer.see_page(drawn).em == pytest.approx(recognizer.see_page(gray).em, rel=0.08)


def test_notes_and_titles_have_a_size_of_their_own(recognizer: Recognizer) -> None:
    gray = sheet("gauss_sum")
    seen = whole(recognizer.see_page(gray), gray)
    sizes = recognizer.sizes
    assert type_size(seen, sizes) == seen.em
    assert type_size(replace(seen, em=1.05 * seen.em), sizes) == 1.05 * seen.em
    assert type_size(replace(seen, em=1.4 * seen.em), sizes) == pytest.approx(seen.em, rel=0.15)
    few = replace(seen, em=40.0, found=seen.found.only(np.arange(2)))
    assert type_size(few, sizes) == 40.0
