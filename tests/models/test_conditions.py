"""Conditions and kinds of the evaluation: a seed gives the same pictures, with the formula still on them."""

from __future__ import annotations

import itertools
import random
import shutil
import warnings
from pathlib import Path

import cv2
import numpy as np
import pytest

from scipix.engine.latex.parse import parse
from scipix.models.training import kinds
from scipix.models.training.compare import normalised, tokens

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # importing PyMuPDF warns about its bindings
    pymupdf = pytest.importorskip("pymupdf")

from scipix.engine.preprocess.pipeline import clean
from scipix.models.training import condition_effects as effects
from scipix.models.training import condition_settings as settings
from scipix.models.training import condition_web as web
from scipix.models.training.conditions import CONDITIONS, KATEX, MATHJAX, pictures
from scipix.models.training.evaluation_pictures import Picture
from scipix.models.training.report import Result, group_rows

needs_tex = pytest.mark.skipif(shutil.which("pdflatex") is None, reason="needs pdflatex")


class Drawn:
    """A sheet with three lines that needs no PDF."""

    def drawn(self, dpi: float, across: int = 1) -> np.ndarray:
        gray = np.full((120, 260), 255, np.uint8)
        for y in (25, 65, 105):
            cv2.putText(gray, "x + 2 = yz", (20, y), cv2.FONT_HERSHEY_SIMPLEX, 0.9, 0, 2, cv2.LINE_AA)
        return cv2.resize(gray, None, fx=across * dpi / 100, fy=dpi / 100, interpolation=cv2.INTER_AREA)


def picture(collection: str = "a", truth: str = "x", also: tuple[str, ...] = ()) -> Picture:
    return Picture(collection, 0, "cm", 100, False, truth, truth, b"", also)


def drawn(condition, seed: int) -> np.ndarray:
    return condition.effect(Drawn(), np.random.default_rng(seed))


@pytest.mark.parametrize("condition", CONDITIONS, ids=lambda condition: condition.name)
def test_a_seed_names_a_picture_that_can_be_read(condition):
    picture = drawn(condition, 1)
    assert picture.dtype == np.uint8
    assert picture.ndim == 2 or picture.shape[2] == 3
    assert np.array_equal(picture, drawn(condition, 1))
    gray = clean(picture)
    inked = (gray < 128).mean()
    wanted = (Drawn().drawn(100) < 128).mean()
    assert wanted / 3 < inked < 2 * wanted


@pytest.mark.parametrize(
    "name", ["dark theme", "slide", "scan", "black and white scan", "phone picture", "JPEG", "coloured"]
)
def test_another_seed_is_another_picture(name):
    (condition,) = (one for one in CONDITIONS if one.name == name)
    first = drawn(condition, 1)
    assert any(not np.array_equal(first, drawn(condition, seed)) for seed in range(2, 6))


def test_fringes_have_colours_and_keep_the_lightness():
    picture = effects.fringed(Drawn(), 100)
    assert picture.shape == (120, 260, 3)
    assert np.ptp(picture, axis=2).max() > 40
    assert picture.mean() == pytest.approx(Drawn().drawn(100).mean(), abs=1)


def test_cut_lines_are_cut():
    whole = Drawn().drawn(100)
    left = settings.cut_through(Drawn(), np.random.default_rng(1))
    rows = np.flatnonzero((whole < 200).any(axis=1))
    assert rows[-1] - rows[0] - 20 < len(left) < rows[-1] - rows[0]
    assert (left[0] < 200).any()
    assert (left[-1] < 200).any()


def test_words_around_are_right_answers_and_a_number_is_none():
    placed = settings.words("a=b", random.Random(3))
    (also,) = placed.also
    assert "a=b" in also
    assert len(parse(also)) > len(parse("a=b"))
    assert settings.numbered("a=b", random.Random(3)).also == ()
    assert settings.numbered("a=b", random.Random(3)) != settings.numbered("a=b", random.Random(4))


def test_a_line_for_each_condition_in_the_order_of_the_pictures_and_one_for_all():
    results = [Result(picture(name), "x", "", 0.5, 1.0, right, right, 1.0)
               for name, right in (("b", True), ("a", True), ("b", False))]  # fmt: skip
    found = group_rows("conditions", results)
    lines = [(row.label, row.pictures, row.exact.value) for row in found]
    assert lines == [("b", 2, 0.5), ("a", 1, 1.0), ("all of them", 3, pytest.approx(2 / 3))]


def test_of_all_together_each_formula_counts_once():
    truths = ("x", "x", "x", "y")
    results = [Result(picture("a", truth), "x", "", 0.5, 1.0, truth == "x", False, 1.0)
               for truth in truths]  # fmt: skip
    exact = group_rows("conditions", results)[-1].exact
    assert exact.value == 0.5
    assert exact.low <= exact.value <= exact.high


def test_the_interval_of_all_is_that_of_the_formulas_however_many_pictures_they_have():
    def interval(times):
        results = [
            Result(picture(str(condition), truth), "x", "", 0.5, 1.0, right, right, 1.0)
            for truth, right in (("a", True), ("b", False), ("c", True))
            for condition in range(times)
        ]
        every = group_rows("conditions", results)[-1].exact
        return every.low, every.high

    assert interval(50) == interval(1) == (0.0, 1.0)


def test_without_a_browser_or_katex_it_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(web, "_BROWSERS", ("no-such-browser",))
    with pytest.raises(web.MissingError, match="Chromium"):
        web.with_katex(["x"], tmp_path)
    monkeypatch.setattr(web, "_BROWSERS", ("sh",))
    with pytest.raises(web.MissingError, match="KaTeX"):
        web.with_katex(["x"], tmp_path)


def test_places_of_a_page_are_cut_out():
    place = np.full((web._SLOT, web._WIDTH), 255, np.uint8)
    assert web._slot(place) is None
    place[100:120, 8:60] = 0
    cut = web._slot(place)
    assert cut.shape == (20 + 2 * web._MARGIN, 52 + 2 * web._MARGIN)
    place[100:120, 8:] = 0
    assert web._slot(place) is None


@needs_tex
def test_pictures_of_all_conditions(tmp_path, monkeypatch):
    monkeypatch.setattr(web, "with_mathjax", lambda sources: [np.zeros((9, 9), np.uint8), None])
    formulas = tmp_path / "formulas.txt"
    formulas.write_text("\n".join(["a + b = c", r"\frac { x } { y }", r"\unknown", "x _ { 1 }"]))
    monkeypatch.setattr("scipix.models.training.evaluation_sets.PARTS", {"development": (0, 1)})
    shown = pictures(formulas, "development", 2, Path("/nowhere"), tmp_path)
    counts = {name: sum(one.collection == name for one in shown.pictures) for name in
              [*(condition.name for condition in CONDITIONS), MATHJAX]}  # fmt: skip
    assert counts.pop(MATHJAX) == 1
    assert set(counts.values()) == {2}
    assert list(shown.excluded) == [MATHJAX, KATEX]
    assert len({one.truth for one in shown.pictures}) == 2
    assert all(one.also for one in shown.pictures if one.collection == "words on the line")
    again = pictures(formulas, "development", 2, Path("/nowhere"), tmp_path)
    assert again == shown
    assert len(list(tmp_path.glob("conditions-*.npz"))) == 1


@needs_tex
def test_an_answer_with_the_words_is_as_right_as_one_without():
    from scipix.models.training.evaluate import judged

    shown = picture(truth="a=b", also=(r"\mathrm{so}a=b",))
    answers = ("a=b", r"\mathrm{so}a=b", r"\mathrm{so}a=c")
    found = judged([Result(shown, answer, "", 0.5, 1.0) for answer in answers])
    assert [(one.exact, one.rendered) for one in found] == [(True, True), (True, True), (False, False)]


# ---- kinds -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_formulas_of_a_kind_parse_and_follow_from_the_seed(kind):
    first = list(itertools.islice(kinds.formulas(kind, 1), 20))
    assert first == list(itertools.islice(kinds.formulas(kind, 1), 20))
    assert first != list(itertools.islice(kinds.formulas(kind, 2), 20))
    assert len(set(first)) == 20
    assert all(parse(formula) for formula in first)


def test_long_formulas_are_long():
    lengths = [len(tokens(normalised(one))) for one in itertools.islice(kinds.formulas(
        "long, 150 to 300 tokens", 1), 20)]  # fmt: skip
    assert min(lengths) >= 150
    assert max(lengths) <= 320


def test_the_reported_part_is_refused(capsys):
    from scipix.models.training.evaluate import main

    with pytest.raises(SystemExit):
        main(["--kinds", "--part", "reported"])
    assert "development" in capsys.readouterr().err
