"""The evaluation with a recogniser that knows the answers and makes seeded mistakes."""

from __future__ import annotations

import json
import random
import shutil
import warnings

import numpy as np
import pytest
from PIL import Image

from scipix.engine.errors import NoFormulaError
from scipix.engine.types import Alternative, Recognition, StageTime
from scipix.models.training.compare import wilson
from scipix.models.training.evaluation_pictures import (
    NOT_SHOWN,
    Picture,
    PictureSet,
    encoded,
    latest,
    load,
    save,
)
from scipix.models.training.report import Result, alignment, confusions, rows

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # importing PyMuPDF warns about its bindings
    try:
        import pymupdf
    except ImportError:
        pymupdf = None

needs_tex = pytest.mark.skipif(
    pymupdf is None or shutil.which("pdflatex") is None,
    reason="needs pdflatex and PyMuPDF (make evaluate installs both)",
)

FORMULAS = [
    r"x ^ { 2 } + y ^ { 2 } = z ^ { 2 } .",
    r"\frac { a } { b } \, = \, c",
    r"\left( \begin{array}{cc} a & b \\ c & d \end{array} \right)",
    r"\sum _ { n = 1 } ^ { \infty } \frac { 1 } { n ^ { 2 } }",
    r"\mathcal { L } _ { i n t } = - g \bar { \psi } \psi \phi",
    r"\sqrt { 1 - v ^ { 2 } } \qquad \alpha \beta",
    r"\begin{array}{l} a = b \\ c = d \end{array}",
    r"\int _ { 0 } ^ { 1 } d x \, f ( x )",
    r"\left\{ Q , \bar { Q } \right\} = 2 H",
    r"e ^ { i \pi } = - 1",
]
REFUSED = [r"\unknowncommand x", r"x ^ { a } ^ { b }", r"\begin{align} a \end{align}", "a % b"]


def recognition(latex: str) -> Recognition:
    return Recognition(
        latex, (), (Alternative(latex, 0.0),), 0.5, (), (StageTime("all", 1.0),), "cpu", "fake", 1, 1
    )


class KnowsAnswers:
    """Answers with the truth of the picture; of ``share`` of them a digit or letter is exchanged, others
    get no answer or crash."""

    def __init__(self, pictures: tuple[Picture, ...], seed: int = 1, share: float = 0.3) -> None:
        self.truths = {one.image().tobytes(): one.truth for one in pictures}
        self.rng = random.Random(seed)
        self.share = share
        self.wrong = 0

    def recognize(self, image: np.ndarray, *, alternatives: int = 5) -> Recognition:
        truth = self.truths[image.tobytes()]
        if self.rng.random() >= self.share:
            return recognition(truth)
        self.wrong += 1
        kind = self.rng.randrange(4)
        if kind == 0:
            raise NoFormulaError("No formula found", "", "")
        if kind == 1:
            raise ZeroDivisionError
        return recognition("q" + truth if kind == 2 else r"\frac{" + truth)


def picture(collection: str = "im2latex", truth: str = "x", **changes: object) -> Picture:
    fields = {
        "collection": collection, "formula": 0, "font": "cm", "dpi": 100, "degraded": False, "source": truth,
        "truth": truth, "png": b"",
    }  # fmt: skip
    return Picture(**(fields | changes))


# ---- pictures on disk, tables ----------------------------------------------------------------------------


def test_pictures_survive_the_disk(tmp_path):
    gray = np.random.default_rng(1).integers(0, 256, (9, 14), dtype=np.uint8)
    rgb = np.random.default_rng(2).integers(0, 256, (5, 3, 3), dtype=np.uint8)
    shown = PictureSet(
        (picture(png=encoded(gray)), picture(png=encoded(rgb), degraded=True)), {"im2latex": {"because": 2}}
    )
    save(tmp_path / "pictures-1.npz", shown)
    found = load(tmp_path / "pictures-1.npz")
    assert found == shown == latest(tmp_path)
    assert np.array_equal(found.pictures[0].image(), gray)
    assert np.array_equal(found.pictures[1].image(), rgb)
    assert latest(tmp_path / "nowhere") is None


def test_truths_are_in_todays_normal_form_whatever_was_saved(tmp_path):
    save(tmp_path / "a.npz", PictureSet((picture(source="{F_a}^b", truth="F_a^b", also=("x _ 1",)),), {}))
    (found,) = load(tmp_path / "a.npz").pictures
    assert (found.truth, found.also) == ("F_a{}^b", ("x_1",))


def test_alignment_pairs_substitutions_and_counts_the_rest():
    assert list(alignment("abcd", "axcdz")) == [
        ("a", "a"), ("b", "x"), ("c", "c"), ("d", "d"), ("", "z"),
    ]  # fmt: skip
    assert list(alignment("abc", "c")) == [("a", ""), ("b", ""), ("c", "c")]


def test_confusions_name_the_worst_symbol_first():
    answers = [("a+b", "o+b"), ("a+b", "o+b"), ("a+b", "a+"), ("c", "c")]
    results = [Result(picture(truth=truth), latex, "", 0.5, 1.0) for truth, latex in answers]
    results.append(Result(picture(truth="ccc"), None, "failed", 0.0, 1.0))
    found = confusions(results)
    assert [(one.token, one.count, one.wrong, one.read_as) for one in found] == [
        ("a", 3, 2, (("o", 2),)),
        ("b", 3, 1, (("", 1),)),
    ]


def test_rows_compare_resolutions_on_the_same_formulas_only():
    results = [
        Result(picture(formula=number, dpi=dpi, truth="x"), "x", "", 0.5, 1.0, number != 1, number != 1, 1.0)
        for number, dpi in [(0, 80), (1, 80), (0, 100), (1, 100), (2, 100), (3, 100)]
    ]
    found = {(one.section, one.label): one for one in rows(results)}
    assert found["overall", "all pictures"].exact == wilson(4, 6)
    assert found["overall", "im2latex, clean, 100 dpi"].exact == wilson(3, 4)
    assert found["im2latex, the same formulas", "100 dpi"].exact == wilson(1, 2)
    assert found["im2latex, clean, 100 dpi, by kind", "plain"].pictures == 4


# ---- with TeX ----------------------------------------------------------------------------------------------


def same(pairs: list[tuple[str, str]], font: str = "cm") -> list[bool]:
    from scipix.models.training.drawings import same_renderings

    return same_renderings(pairs, font)


@needs_tex
@pytest.mark.parametrize("font", ["cm", "times"])
def test_what_draws_the_same_is_the_same(font):
    pairs = [
        (r"f(x) + 1", r"f\left( x \right) + 1"),
        (r"\left( \frac{a}{b} \right) x", r"{ \left( { a \over b } \right) } \, x"),
        (r"\sin \left| -x \right|", r"\sin|-x|"),
        (r"\sin \left( \hat{x} \right) + \left| -\hat{x} \right|", r"\sin(\hat{x})+|-\hat{x}|"),
        (r"x^{2}_{1}", r"x_{1}^{2}"),
        (r"\mathrm{tan} x", r"\tan x"),
        (r"\begin{array}{c} a \\ b \end{array}", r"\begin{matrix} a \\ b \end{matrix}"),
        (r"\begin{array}{l} a \\ a \end{array}", r"\begin{array}{c} a \\ a \end{array}"),
        (
            r"\begin{pmatrix} 0 & 4 \\ 6 & 3 \end{pmatrix}",
            r"\left( \begin{array}{rl} 0 & 4 \\ 6 & 3 \end{array} \right)",
        ),
        (r"\bigl[ \hat{x} \bigr]", r"\big[\hat x\big]"),
        (
            r"\begin{cases} a & b \\ c+d & e \end{cases}",
            r"\left\{ \begin{array}{ll} a & b \\ c+d & e \end{array} \right.",
        ),
    ]
    assert same(pairs, font) == [True] * len(pairs)


@needs_tex
@pytest.mark.parametrize("font", ["cm", "times"])
def test_what_draws_differently_is_different(font):
    pairs = [
        ("x", "y"),
        ("x", r"\mathbf{x}"),
        (r"x_{1}", r"x^{1}"),
        (r"x_{1}^{2}", r"x_{1}{}^{2}"),
        (r"\left( \frac{a}{b} \right)", r"( \frac{a}{b} )"),
        (r"\frac{a}{b}", r"{a \atop b}"),
        (r"\overline{ab}", r"\overline{a}b"),
        (r"\begin{array}{l} a \\ a+b \end{array}", r"\begin{array}{r} a \\ a+b \end{array}"),
        (
            r"\begin{pmatrix} 0 & 4 \\ 66 & 3 \end{pmatrix}",
            r"\left( \begin{array}{rl} 0 & 4 \\ 66 & 3 \end{array} \right)",
        ),
        ("ab", "ba"),
        ("x.", "x"),
        ("", "x"),
        (r"\frac{a", r"\frac{a}{b}"),
        (r"\sqrt{ab}", r"\sqrt{a}b"),
    ]
    assert same(pairs, font) == [False] * len(pairs)


@needs_tex
def test_a_prediction_that_stops_tex_takes_no_other_with_it(monkeypatch):
    """Halving a failed batch may tear a pair apart: each pair must still be judged in one PDF."""
    from scipix.models.training import typeset

    run = typeset._run
    monkeypatch.setattr(
        typeset, "_run", lambda work, *rest, **more: None if len(work) > 3 else run(work, *rest, **more)
    )
    monkeypatch.setattr(typeset, "_HOPELESS", 1)
    monkeypatch.setattr(typeset, "_SPLIT", 2)
    alike = [
        (r"\begin{array}{l} a \\ a \end{array}", r"\begin{array}{r} a \\ a \end{array}"),
        (r"\sin\left(\hat{x}\right)", r"\sin(\hat{x})"),
    ]
    pairs = [("a", "b"), *alike, (r"\frac{a}{b}", r"\frac{a}{c}"), *alike]
    assert same(pairs * 2) == [False, True, True] * 4


@needs_tex
def test_drawings_of_different_documents_are_not_compared():
    from scipix.models.training.drawings import drawings, same_drawing

    (one,), (other,), (none,) = drawings(["x"]), drawings(["x"]), drawings([r"\nonsense"])
    assert none is None
    with pytest.raises(ValueError, match="PDF"):
        same_drawing(one, other)
    assert same_drawing(one, one)


@needs_tex
def test_no_family_is_asked_for_what_it_draws_like_another_symbol():
    from scipix.models.training.evaluation_sets import accepted

    pages, reasons = accepted([r"\mathbb { k } + x"], 1, full=True)
    assert {page.font for page in pages} == {"times", "palatino", "fourier"}
    assert reasons == {NOT_SHOWN: 5}


@needs_tex
def test_a_script_set_off_by_a_space_may_be_read_as_it_is_seen():
    from scipix.models.training.evaluation_sets import accepted, clean

    pages, _ = accepted([r"F ^ { \mu } _ { ~ \nu }", r"F ^ { \mu } _ { \nu }"], 2, full=False)
    pushed, stacked = (clean(page, "im2latex", 100) for page in pages)
    assert pushed.truth == stacked.truth == r"F_{\nu}^{\mu}"
    assert pushed.also == (r"F^{\mu}{}_{\nu}",)
    assert stacked.also == ()


@pytest.fixture
def plan(tmp_path):
    from scipix.models.training.evaluation_sets import Plan

    (tmp_path / "formulas.txt").write_text("\n".join(FORMULAS + REFUSED))
    return Plan(tmp_path / "formulas.txt", count=10, smaller=3, generated=2, arrays=0)


@needs_tex
def test_pictures_are_made_once_and_the_refused_are_counted(plan, tmp_path):
    from scipix.models.training import evaluation_sets

    shown = evaluation_sets.pictures(plan, tmp_path)
    assert sum(shown.excluded["im2latex"].values()) == len(REFUSED)
    assert shown.excluded["im2latex"][NOT_SHOWN] == 1
    counts = [sum(one.dpi == dpi and one.degraded == bad for one in shown.pictures) for dpi, bad in
              ((100, False), (80, False), (150, False), (100, True))]  # fmt: skip
    assert counts == [12, 3, 3, 3]
    assert {one.source for one in shown.pictures if one.collection == "im2latex"} == set(FORMULAS)
    assert len({one.font for one in shown.pictures}) > 4
    plain = [one for one in shown.pictures if one.collection == "im2latex" and not one.degraded]
    first = {one.dpi: one.image() for one in plain if one.formula == 0}
    assert first[150].shape[0] == pytest.approx(1.5 * first[100].shape[0], abs=2)
    assert all(one.image().min() < 128 for one in shown.pictures if not one.degraded)
    assert all(one.image().shape[2] == 3 for one in shown.pictures if one.degraded)
    made = evaluation_sets.cache_file(tmp_path, evaluation_sets._key(plan)).stat().st_size
    assert evaluation_sets.pictures(plan, tmp_path) == shown == latest(tmp_path)
    assert made == evaluation_sets.cache_file(tmp_path, evaluation_sets._key(plan)).stat().st_size


@needs_tex
def test_evaluation_counts_exactly_the_mistakes(plan, tmp_path, capsys):
    from scipix.models.training.evaluate import evaluate
    from scipix.models.training.evaluation_sets import pictures

    recognizer = KnowsAnswers(pictures(plan, tmp_path).pictures)
    content = evaluate(recognizer, plan, tmp_path, tmp_path / "wrong.png")
    answers = content["results"]
    assert 0 < recognizer.wrong < len(answers)
    for measure in ("exact", "rendered"):
        assert sum(one[measure] for one in answers) == len(answers) - recognizer.wrong
    assert all(one["similarity"] == 0 for one in answers if one["latex"] is None)
    assert sum(content["failures"].values()) == sum(one["latex"] is None for one in answers)
    assert content["rows"][0]["exact"]["value"] == pytest.approx(1 - recognizer.wrong / len(answers))
    printed = capsys.readouterr().out
    assert "render-exact" in printed
    assert "crash: ZeroDivisionError" in printed
    assert json.loads((tmp_path / "report.json").read_text()) == json.loads(json.dumps(content))
    with Image.open(tmp_path / "wrong.png") as image:
        assert image.height > 60 * recognizer.wrong


@needs_tex
def test_a_perfect_recogniser_is_perfect(plan, tmp_path):
    from scipix.models.training.evaluate import evaluate
    from scipix.models.training.evaluation_sets import pictures

    recognizer = KnowsAnswers(pictures(plan, tmp_path).pictures, share=0.0)
    content = evaluate(recognizer, plan, tmp_path, tmp_path / "wrong.png")
    assert all(row[measure]["value"] == 1 for row in content["rows"] for measure in ("exact", "rendered"))
    assert content["confusions"] == []


def test_tex_that_is_missing_is_told_in_a_line(tmp_path, monkeypatch, capsys):
    from scipix.models.training.evaluate import main

    formulas = tmp_path / "formulas.txt"
    formulas.write_text("\n".join(f"x_{{{number}}}" for number in range(3000)))
    monkeypatch.setenv("PATH", str(tmp_path))
    named = ["--typefaces", "--im2latex", str(formulas), "--folder", str(tmp_path), "--limit", "2"]
    assert main(named) == 1
    assert "is not installed" in capsys.readouterr().err
