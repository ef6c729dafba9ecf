"""Numbers of equations and lines of text are left out, and nothing that belongs to a formula."""

from __future__ import annotations

import numpy as np
import pytest

from scipix.engine.recognize.detect import CHOICES, Detections
from scipix.engine.recognize.surroundings import formula_alone

EM = 24.0


class Page:
    """Symbols set side by side on lines; every symbol is 0.5 em wide and one em high."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.boxes: list[tuple[float, float, float, float]] = []

    def put(self, names: str, x: float, y: float, style: str = "", step: float = 0.55) -> float:
        """Each letter a symbol, blanks leave 0.4 em; returns where the line ends, all in em."""
        for name in names:
            if name == " ":
                x += 0.4
                continue
            self.names.append(f"{style}{{{name}}}" if style and name.isalpha() else name)
            self.boxes.append((x, y, x + 0.5, y + 1.0))
            x += step
        return x

    def seen(self) -> tuple[Detections, list[str]]:
        classes = sorted(set(self.names))
        choices = np.zeros((len(self.names), CHOICES), np.int64)
        choices[:, 0] = [classes.index(name) for name in self.names]
        boxes = np.array(self.boxes, np.float32) * EM
        order = np.argsort(boxes[:, 0] + boxes[:, 2], kind="stable")
        chances = np.full((len(boxes), CHOICES), 0.25, np.float32)
        return Detections(boxes, np.ones(len(boxes), np.float32), choices, chances).only(order), classes


def left(page: Page) -> str:
    """What is left, line by line from left to right."""
    found, classes = page.seen()
    kept = formula_alone(found, EM, classes)
    order = np.lexsort((kept.boxes[:, 0], kept.boxes[:, 1]))
    return "".join(classes[index] for index in kept.choices[order, 0])


@pytest.mark.parametrize("label", ["(3)", "(12)", "(2.14)", "(3.1a)", "(A.1)"])
def test_a_number_at_the_margin_is_left_out(label):
    page = Page()
    end = page.put("a=b+c", 0, 0)
    page.put(label, end + 3, 0)
    assert left(page) == "a=b+c"
    other = Page()
    other.put(label, 0, 0)
    other.put("a=b+c", 8, 0)
    assert left(other) == "a=b+c"


def test_each_line_may_have_its_number():
    page = Page()
    for line in range(2):
        page.put("a=b+c", 0, 1.5 * line)
        page.put(f"({line + 1})", 8, 1.5 * line)
    assert left(page) == "a=b+c" * 2


@pytest.mark.parametrize("tail", ["(n)", "(ab)", "(1+2)", "[12]", "n=1", "(1", "(12345678)"])
def test_what_is_no_number_stays(tail):
    page = Page()
    end = page.put("a=b+c", 0, 0)
    page.put(tail, end + 3, 0)
    assert left(page) == "a=b+c" + tail


def test_a_number_close_to_the_formula_stays():
    page = Page()
    end = page.put("a=f", 0, 0)
    page.put("(1)", end + 2, 0)
    assert left(page) == "a=f(1)"


def test_a_number_alone_is_a_formula():
    page = Page()
    page.put("(12)", 0, 0)
    assert left(page) == "(12)"
    below = Page()
    below.put("a=b", 0, 0)
    below.put("(1)", 8, 3)
    assert left(below) == "a=b(1)"


def test_lines_of_text_around_are_left_out():
    page = Page()
    page.put("we find that in this case", 0, 0, r"\mathrm")
    page.put("a=b+c", 4, 1.5)
    page.put("for every value of x", 0, 3, r"\mathrm")
    assert left(page) == "a=b+c"


def test_text_on_the_line_of_a_formula_and_between_formulas_stays():
    page = Page()
    page.put("a=b", 0, 0)
    page.put("and with the same argument", 0, 1.5, r"\mathrm")
    page.put("c=d", 0, 3)
    assert len(left(page).replace(r"\mathrm", "")) > 6
    beside = Page()
    end = beside.put("a=b", 0, 0)
    beside.put("for every value of it", end + 0.5, 0, r"\mathrm")
    assert left(beside).startswith("a=b" + r"\mathrm{f}")


def test_short_words_and_text_alone_stay():
    page = Page()
    page.put("otherwise", 0, 0, r"\mathrm")
    page.put("a=b+c", 0, 1.5)
    assert left(page).count(r"\mathrm") == len("otherwise")
    alone = Page()
    alone.put("nothing but a line of text", 0, 0, r"\mathrm")
    assert left(alone).count(r"\mathrm") == len("nothingbutalineoftext")


def test_nothing_seen_is_nothing():
    none = Detections(
        np.zeros((0, 4), np.float32), np.zeros(0, np.float32),
        np.zeros((0, CHOICES), np.int64), np.zeros((0, CHOICES), np.float32),
    )  # fmt: skip
    assert formula_alone(none, EM, []) is none
