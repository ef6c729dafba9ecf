"""Glyphs as a document names them become symbols, and symbols become LaTeX."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from scipix.engine.errors import ModelError, NoFormulaError
from scipix.engine.recognize.exact import ExactFormula, exact_formula
from scipix.engine.recognize.glyph_classes import TABLE, GlyphClasses, family, font_style
from scipix.engine.recognize.recognizer import Recognizer
from scipix.engine.types import Box, Glyph
from scipix.engine.weights import read_classes, read_manifest

MODELS = Path(__file__).parents[3] / "models"


@pytest.fixture(scope="module")
def table() -> GlyphClasses:
    return GlyphClasses.read(MODELS, _classes())


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    return Recognizer.load(MODELS, "cpu")


def _classes() -> Sequence[str]:
    return read_classes(read_manifest(MODELS).model("classes"))[0]


def glyph(
    text: str, font: str = "CMMI10", name: str = "", at: tuple[float, float] = (0, 0), size: float = 10.0,
    ink: tuple[float, float, float, float] = (0.0, 0.0, 0.5, 0.5),
) -> Glyph:  # fmt: skip
    """A glyph whose ink is given in em from its origin: left, below, right, above."""
    x, y = at
    left, below, right, above = (size * edge for edge in ink)
    box = Box(x + left, y - above, x + right, y - below)
    return Glyph(text, font, name, size, x, y, x + right, box)


def tokens(glyphs: Sequence[Glyph], table: GlyphClasses, rules: Sequence[Box] = ()) -> list[str]:
    return [symbol.token for symbol in exact_formula(glyphs, rules, table).symbols]


@pytest.mark.parametrize(
    ("text", "font", "name", "expected"),
    [
        ("x", "CMMI10", "x", "x"),
        ("x", "CMR10", "x", r"\mathrm{x}"),
        ("x", "CMBX10", "x", r"\mathbf{x}"),
        ("x", "Arial", "x", r"\mathsf{x}"),
        ("x", "CourierNew", "x", r"\mathtt{x}"),
        ("x", "NimbusRomNo9L-ReguItal", "x", "x"),
        ("A", "CMSY10", "A", r"\mathcal{A}"),
        ("A", "MSBM10", "A", r"\mathbb{A}"),
        ("2", "LMRoman10-Regular", "two", "2"),
        ("2", "CMBX12", "two", r"\mathbf{2}"),
        ("", "CMEX10", "summationdisplay", r"\sum"),
        ("𝑥", "STIXTwoMath-Regular", "", "x"),
        ("𝐱", "CambriaMath", "", r"\mathbf{x}"),
        ("ℝ", "CambriaMath", "", r"\mathbb{R}"),
        ("𝜶", "CambriaMath", "", r"\boldsymbol{\alpha}"),
        ("−", "CambriaMath", "", "-"),
        ("≤", "Cambria", "", r"\leq"),
        ("∑", "CambriaMath", "", r"\sum"),
        ("ﬁ", "CMR10", "fi", r"\mathrm{fi}"),
        ("愛", "SomeFont", "", None),
        ("𝜖", "LatinModernMath-Regular", "4463", r"\epsilon"),
        ("𝜀", "LatinModernMath-Regular", "4464", r"\varepsilon"),
        ("𝜙", "LatinModernMath-Regular", "4479", r"\phi"),
        ("𝝑", "STIXTwoMath-Regular", "4100", r"\boldsymbol{\vartheta}"),
        ("ℓ", "STIXTwoMath-Regular", "1229", r"\ell"),
        ("ℜ", "STIXTwoMath-Regular", "1235", r"\Re"),
        ("ℜ", "txmiaX", "Rfraktur", r"\mathfrak{R}"),
        ("⊊", "CambriaMath", "uni228A", r"\subsetneq"),
        ("⊊", "MSBM10", "notsubsetoreql", r"\varsubsetneq"),
        ("⊄", "CambriaMath", "", r"\not\subset"),
        ("≢", "CambriaMath", "", r"\not\equiv"),
        ("⊧", "CambriaMath", "", r"\models"),
        ("^", "OpenSymbol", "18", r"\hat"),
    ],
)
def test_the_class_of_a_glyph(
    table: GlyphClasses, text: str, font: str, name: str, expected: str | None
) -> None:
    assert table.token(glyph(text, font, name)) == expected


def test_letters_that_say_they_have_no_serifs_are_meant_so(table: GlyphClasses) -> None:
    assert tokens([glyph("𝖠", "STIXTwoMath-Regular")], table) == [r"\mathsf{A}"]
    assert tokens([glyph("A", "Arial")], table) == [r"\mathrm{A}"]


def test_three_dots_in_their_places_are_one_sign(table: GlyphClasses) -> None:
    dots = [glyph(".", name="period", at=(x, 0), size=9.96) for x in (0.0, 4.43, 8.86)]
    assert tokens(dots, table) == [r"\ldots"]
    apart = [glyph(".", name="period", at=(x, 0), size=9.96) for x in (0.0, 9.0, 18.0)]
    assert tokens(apart, table) == [".", ".", "."]


def test_the_pieces_of_a_tall_bracket_are_one(table: GlyphClasses) -> None:
    top = glyph("", "CMEX10", "parenlefttp", (0, 0), ink=(0.3, -1.8, 0.8, 0.0))
    bottom = glyph("", "CMEX10", "parenleftbt", (0, 18), ink=(0.3, -1.8, 0.8, 0.0))
    (symbol,) = exact_formula([top, bottom], (), table).symbols
    assert (symbol.token, symbol.box.y1 - symbol.box.y0) == ("(", pytest.approx(36))


def test_a_slash_strikes_out_the_relation_behind_it(table: GlyphClasses) -> None:
    struck = [glyph("̸", "CMSY10", "negationslash"), glyph("=", "CMR10", "equal")]
    assert tokens(struck, table) == [r"\neq"]


def test_a_root_needs_its_bar(table: GlyphClasses) -> None:
    sign = glyph("√", "CMSY10", "radical", ink=(0.0, -0.96, 0.85, 0.04))
    assert tokens([sign], table, [Box(8.5, -0.4, 20, 0)]) == [r"\sqrt", "rule"]
    assert tokens([sign], table) == [r"\surd"]


def test_a_shaft_and_a_head_are_one_arrow(table: GlyphClasses) -> None:
    ink = (0.08, 0.2, 0.69, 0.27)
    shaft = [glyph("−", "CMSY10", "minus", (x, 0), ink=ink) for x in (0.0, 2.8, 5.6)]
    head = glyph("→", "CMSY10", "arrowright", (8.4, 0), ink=(0.05, 0.0, 0.95, 0.5))
    assert tokens([*shaft, head], table) == [r"\rightarrow"]
    letter = glyph("A", "CMMI10", "A", (6, 8.5), ink=(0.0, 0.0, 0.7, 0.7))
    assert tokens([*shaft, head, letter], table) == [r"\overrightarrow", "A"]


def test_a_glyph_of_no_class_is_told(table: GlyphClasses) -> None:
    formula = exact_formula([glyph("x", name="x"), glyph("愛", "SomeFont")], (), table)
    assert [one.text for one in formula.unknown] == ["愛"]


def test_the_size_of_the_type_is_that_of_the_largest_letters(table: GlyphClasses) -> None:
    formula = exact_formula([glyph("x", name="x"), glyph("y", name="y", size=7.0)], (), table)
    assert formula.em == pytest.approx(10.0375)


@pytest.mark.parametrize(("font", "style"), [("CMTI10", ""), ("Georgia-BoldItalic", r"\boldsymbol")])
def test_the_style_that_a_font_name_tells(font: str, style: str) -> None:
    assert font_style(font) == style
    assert "10" not in family(font)


def test_symbols_are_read_as_latex(table: GlyphClasses, recognizer: Recognizer) -> None:
    letters = [
        glyph("a", name="a", at=(2.4, -6.8), ink=(0.04, -0.01, 0.5, 0.44)),
        glyph("b", name="b", at=(2.8, 6.9), ink=(0.04, -0.01, 0.4, 0.69)),
        glyph("=", "CMR10", "equal", (10.2, 0), ink=(0.06, 0.13, 0.72, 0.37)),
        glyph("c", name="c", at=(20.8, 0), ink=(0.03, -0.01, 0.43, 0.44)),
    ]
    found = recognizer.read_symbols(exact_formula(letters, [Box(1.2, -2.7, 8.4, -2.3)], table))
    assert found.latex == r"\frac{a}{b}=c"
    assert {symbol.token for symbol in found.symbols} == {"a", "b", "=", "c", "rule"}


def cells(*places: tuple[float, float]) -> list[Glyph]:
    ink = (0.03, -0.01, 0.45, 0.44)
    return [glyph(name, name=name, at=at, ink=ink) for name, at in zip("abcd", places, strict=False)]


def test_rules_between_cells_are_put_back(table: GlyphClasses, recognizer: Recognizer) -> None:
    lines = [Box(13.3, -9.0, 13.5, 3.0), Box(13.3, 3.0, 13.5, 15.0), Box(-5.0, 2.9, 31.5, 3.1)]
    letters = cells((0, 0), (21.5, 0), (0, 12), (21.5, 12))
    found = recognizer.read_symbols(exact_formula(letters, lines, table))
    assert found.latex == r"\begin{array}{c|c} a & b \\ \hline c & d \end{array}"
    assert len(found.symbols) == 4


def test_lines_that_part_no_cells_are_left_out(table: GlyphClasses, recognizer: Recognizer) -> None:
    lines = [Box(40.0, -30.0, 40.2, 30.0), Box(1.2, -2.7, 8.4, -2.3)]
    formula = exact_formula(cells((2.4, -6.8), (2.8, 6.9)), lines, table)
    assert recognizer.read_symbols(formula).latex == r"\frac{a}{b}"


def test_no_symbols_are_no_formula(recognizer: Recognizer) -> None:
    with pytest.raises(NoFormulaError):
        recognizer.read_symbols(ExactFormula((), (), 10.0))


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    (tmp_path / TABLE).write_text("[]")
    with pytest.raises(ModelError):
        GlyphClasses.read(tmp_path, ())
