"""Every format: well-formed, complete, and an error with its place for what cannot be said."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scipix.engine.errors import EngineError
from scipix.engine.latex.presentation.errors import ConversionError
from scipix.engine.latex.presentation.resolve import present
from scipix.engine.latex.syntax.problems import LatexError
from scipix.engine.latex.targets.docx import document
from scipix.engine.latex.targets.registry import convert, formats, target

HARD = (Path(__file__).parents[2] / "benchmarks" / "formulas" / "hard.txt").read_text(encoding="utf-8")
MATHML = "{http://www.w3.org/1998/Math/MathML}"
OMML = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
ALIGNED = r"\begin{aligned} a &= b \\ &= c \end{aligned}"
DRAWN = [one.id for one in formats() if one.group != "picture" and "svg" not in one.id]
ARITY = {"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2, "msubsup": 3, "munderover": 3}


def text(source: str, target_id: str) -> str:
    result = convert(source, target_id)
    assert isinstance(result, str)
    return result


# -- the registry -------------------------------------------------------------------------------------
def test_formats_are_told_apart_and_described() -> None:
    ids = [one.id for one in formats()]
    assert len(set(ids)) == len(ids)
    assert ids[0] == "latex"
    for one in formats():
        assert one.title
        assert re.fullmatch(r"\.[a-z]+", one.extension)
        assert one.mime
        assert re.fullmatch(r"[a-z-]+", one.id)


def test_an_unknown_format_is_named_with_those_there_are() -> None:
    with pytest.raises(EngineError, match="no format nonsense") as caught:
        target("nonsense")
    assert "mathml" in caught.value.hint


@pytest.mark.parametrize("target_id", DRAWN)
def test_kinds_are_as_announced(target_id: str) -> None:
    source = r"\begin{matrix} 1 & 2 \end{matrix}"
    try:
        result = convert(source, target_id)
    except ConversionError:
        pytest.skip("not an array's format")
    assert isinstance(result, bytes) == (target(target_id).kind == "binary")


@pytest.mark.parametrize("source", HARD.splitlines())
def test_hard_formulas_are_converted_or_refused_with_the_construct(source: str) -> None:
    refused: list[ConversionError] = []
    for target_id in DRAWN:
        try:
            assert convert(source, target_id)
        except ConversionError as error:
            refused.append(error)
    assert all(error.construct and error.start < len(source) for error in refused)


@pytest.mark.parametrize("target_id", [one.id for one in formats()])
def test_an_error_in_the_source_is_told_with_its_place(target_id: str) -> None:
    with pytest.raises(LatexError) as caught:
        convert(r"x + \frac{1}", target_id)
    assert caught.value.start == 4


# -- MathML -------------------------------------------------------------------------------------------
def leaves(root: ElementTree.Element) -> str:
    return "".join(root.itertext())


@pytest.mark.parametrize("target_id", ["mathml", "mathml-word", "mathml-inline"])
@pytest.mark.parametrize("source", HARD.splitlines())
def test_mathml_is_well_formed_and_its_elements_are_full(source: str, target_id: str) -> None:
    try:
        result = text(source, target_id)
    except ConversionError:
        pytest.fail("MathML expresses all of them")
        return
    assert "\n" not in result
    root = ElementTree.fromstring(result)
    assert root.tag == MATHML + "math"
    for element in root.iter():
        name = element.tag.removeprefix(MATHML)
        if name in ARITY:
            assert len(element) == ARITY[name], result
        if name in ("mi", "mn", "mo", "mtext"):
            assert element.text
            assert not len(element)


def test_mathml_has_two_rows_for_two_equations() -> None:
    root = ElementTree.fromstring(text(ALIGNED, "mathml"))
    rows = root.findall(f".//{MATHML}mtr")
    assert [leaves(row) for row in rows] == ["a=b", "=c"]
    assert root.find(f".//{MATHML}mtable").get("columnalign") == "right left"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("source", "inside"),
    [
        ("x", "<mi>x</mi>"),
        (r"\mathrm{d}", '<mi mathvariant="normal">d</mi>'),
        (r"\mathrm{eff}", "<mi>eff</mi>"),
        (r"\mathbb{R}", "<mi>ℝ</mi>"),
        (r"\mathbf{x}", "<mi>𝐱</mi>"),
        (r"\Gamma", '<mi mathvariant="normal">Γ</mi>'),
        ("12.5", "<mn>12.5</mn>"),
        ("12^3", "<msup><mn>12</mn><mn>3</mn></msup>"),
        ("(", '<mo stretchy="false" form="prefix">(</mo>'),
        (r"\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
        ("f'", "<msup><mi>f</mi><mo>′</mo></msup>"),
        (r"\sum_i", "<munder><mo>∑</mo><mi>i</mi></munder>"),
        (r"\sum\nolimits_i", "<msub><mo>∑</mo><mi>i</mi></msub>"),
        (r"\int\limits_a", '<munder><mo movablelimits="false">∫</mo><mi>a</mi></munder>'),
        (r"\lim_x", '<munder><mo movablelimits="true">lim</mo><mi>x</mi></munder>'),
        (r"\operatorname{s i n}", "<mi>sin</mi>"),
        (r"\not=", "<mo>≠</mo>"),
        (r"\text{ a }", "<mtext>\u00a0a\u00a0</mtext>"),
        (
            r"{}_1F_2",
            "<mmultiscripts><mi>F</mi><mn>2</mn><none /><mprescripts /><mn>1</mn><none /></mmultiscripts>",
        ),
        (r"\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>"),
        (r"\hat{x}", '<mover accent="true"><mi>x</mi><mo stretchy="false">^</mo></mover>'),
    ],
)  # fmt: skip
def test_mathml(source: str, inside: str) -> None:
    assert inside in text(source, "mathml")


def test_word_gets_its_own_delimiters_on_one_line() -> None:
    result = text(r"\left\{\frac12\right.", "mathml-word")
    assert '<mfenced open="{" close="" separators="">' in result
    assert 'xmlns="http://www.w3.org/1998/Math/MathML"' in result


# -- Word ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize("source", HARD.splitlines())
def test_omml_is_well_formed_and_nothing_is_lost(source: str) -> None:
    try:
        root = ElementTree.fromstring(text(source, "omml"))
    except ConversionError:
        return
    assert root.tag == OMML + "oMath"
    runs = "".join(element.text or "" for element in root.iter(OMML + "t"))
    signs = [element.get(OMML + "val", "") for element in root.iter() if element.tag.endswith("hr")]
    drawn = unicodedata.normalize("NFKC", runs) + "".join(signs)
    for char in set(leaves(ElementTree.fromstring(text(source, "mathml")))):
        plain = unicodedata.normalize("NFKC", char)
        if unicodedata.category(plain[0])[0] in "LN" and unicodedata.category(plain[0]) != "Lm":
            assert plain in drawn, f"{plain} of {source} is missing"


def test_a_document_has_as_many_equations_as_went_in() -> None:
    sources = ["x", r"\frac{1}{2}", ALIGNED]
    file = zipfile.ZipFile(io.BytesIO(document(present(source) for source in sources)))
    root = ElementTree.fromstring(file.read("word/document.xml"))
    assert len(root.findall(f".//{OMML}oMathPara/{OMML}oMath")) == len(sources)


def test_sums_have_limits_and_an_operand_in_word() -> None:
    root = ElementTree.fromstring(text(r"\sum_{i=1}^n i^2 = m", "omml"))
    nary = root.find(OMML + "nary")
    assert nary is not None
    assert leaves(nary.find(OMML + "e")) == "i2"  # type: ignore[arg-type]
    assert leaves(nary.find(OMML + "sub")) == "i=1"  # type: ignore[arg-type]


# -- text formats -------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("source", "target_id", "result"),
    [
        (r"\frac{a}{b}", "latex", r"\frac{a}{b}"),
        ("a+b", "latex-inline", "$a + b$"),
        ("a", "latex-parentheses", r"\(a\)"),
        ("a", "latex-display", "$$\na\n$$"),
        ("a", "latex-brackets", "\\[\na\n\\]"),
        ("a", "latex-equation", "\\begin{equation}\na\n\\end{equation}"),
        ("a=b", "latex-align", "\\begin{align}\na & = b\n\\end{align}"),
        (ALIGNED, "latex-align", "\\begin{align}\na & = b \\\\  & = c\n\\end{align}"),
        (r"\begin{align} a &= b \end{align}", "latex-inline", r"$\begin{aligned} a & = b \end{aligned}$"),
        ("a", "markdown", "$$\na\n$$"),
        ("a", "markdown-github", "```math\na\n```"),
        ("a", "markdown-github-inline", "$`a`$"),
        (r"\frac{a}{b}", "typst", "$ frac(a, b) $"),
        (ALIGNED, "typst", "$ a & = b \\\n  & = c $"),
        ("f(x,y)", "typst-inline", "$f (x , y)$"),
        (r"\frac{(a,b)}{c,d}", "typst-inline", r"$frac((a , b), c \, d)$"),
        (r"\frac{a}{b}", "asciimath", "(a)/(b)"),
        (ALIGNED, "asciimath", "{:[a, = b], [, = c]:}"),
        (r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "asciimath", "([1, 2], [3, 4])"),
        (r"x'_1", "asciimath", "x'_1"),
        ("f([1,2])", "asciimath", "f ( [ 1 , 2 ] {::} )"),
        (r"{(a,b)}^2", "asciimath", "{: ( a , b ) {::} :}^2"),
        ("a/b", "asciimath", "a // b"),
        (r"\left.x\right|_0", "asciimath", '{:x:} "|"_0'),
        ("x^2+y_1", "unicode", "x² + y₁"),
        (r"\frac12\sqrt{a+b}", "unicode", "½√(a + b)"),
        (r"\sum_{i=1}^n x", "unicode", "∑ᵢ₌₁ⁿ x"),
        (r"\begin{matrix} 1 & a,b \\ 3 & x^2 \end{matrix}", "csv", '1,"a, b"\n3,x²'),
        (r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "tsv", "1\t2\n3\t4"),
        (r"\int_0^\infty e^{-x^2}\,dx", "wolfram", "Integrate[E^(-x^2), {x, 0, Infinity}]"),
        (r"\sum_{i=1}^n i^2=\frac{n}{6}", "wolfram", "Sum[i^2, {i, 1, n}] == n/6"),
        (r"\sin^2\alpha", "wolfram", r"Sin[\[Alpha]]^2"),
        (r"f(x)=n(n+1)", "wolfram", "f[x] == n (n + 1)"),
    ],
)  # fmt: skip
def test_text(source: str, target_id: str, result: str) -> None:
    assert text(source, target_id) == result


@pytest.mark.parametrize(
    ("source", "result"),
    [
        ("H2O", "H₂O"),
        ("2H2 + O2 -> 2H2O", "2H₂ + O₂ → 2H₂O"),
        ("SO4^2-", "SO₄²⁻"),
        ("Na+ + Cl-", "Na⁺ + Cl⁻"),
        ("Hg^{2}+", "Hg²⁺"),
        ("^{227}_{90}Th+", "₉₀²²⁷Th⁺"),
        ("CuSO4*5H2O", "CuSO₄ ⋅ 5H₂O"),
        ("A ->[H2O][\\Delta] B", "A→_Δ^(H₂O)B"),
        ("N2 + 3H2 <=> 2NH3", "N₂ + 3H₂ ⇌ 2NH₃"),
        ("CH3-CH=CH2", "CH₃−CH=CH₂"),
        ("[Fe(CN)6]^3-", "[Fe(CN)₆]³⁻"),
        ("Ag+ + Cl- -> AgCl v", "Ag⁺ + Cl⁻ → AgCl ↓"),
        ("1/2O2 ^", "½O₂ ↑"),
        ("HC#CH", "HC≡CH"),
    ],
)
def test_chemistry(source: str, result: str) -> None:
    assert text(rf"\ce{{{source}}}", "unicode") == result
    assert text(rf"\ce{{{source}}}", "latex") == rf"\ce{{{source}}}"


@pytest.mark.parametrize("source", ["a_{b_c}", "<sub>", "{{{{{{x}}}}}}", "a^"])
def test_chemistry_that_is_not_understood_is_refused(source: str) -> None:
    with pytest.raises(ConversionError):
        convert(rf"\ce{{{source}}}", "mathml")


@pytest.mark.parametrize(
    ("source", "last"),
    [
        (r"\frac{-b+\sqrt{b^2-4ac}}{2a}", "(-b + sqrt(b**2 - 4*a*c))/(2*a)"),
        (r"\frac12x", "Rational(1, 2)*x"),
        (r"\lambda_1^2n!", "lambda_1**2*factorial(n)"),
        (r"(a+b)^2=|c|", "Eq((a + b)**2, Abs(c))"),
        (r"\frac{d^2y}{dx^2}", "Derivative(y, x, 2)"),
        (r"\begin{pmatrix}1&x\end{pmatrix}", "Matrix([[1, x]])"),
        (r"\lim_{x\to0}\frac{\sin x}{x}", "Limit(sin(x)/x, x, 0, '+-')"),
        (r"x-(y+z)", "x - (y + z)"),
    ],
)
def test_sympy(source: str, last: str) -> None:
    lines = text(source, "sympy").splitlines()
    assert lines[0] == "from sympy import *"
    assert lines[-1] == f"expression = {last}"


@pytest.mark.parametrize("target_id", ["sympy", "wolfram"])
@pytest.mark.parametrize(
    "source", ["a<b<c", r"\text{a}", "a,b", r"x\pm y", r"\mathbb{R}", "x+x(t)", "(a", r"\hat{ab}"]
)
def test_what_is_no_expression_is_refused(source: str, target_id: str) -> None:
    with pytest.raises(ConversionError):
        convert(source, target_id)


def test_json_has_the_whole_tree_with_places() -> None:
    tree = json.loads(text(r"\frac{a}{b}\text{ c}", "json"))
    frac, words = tree["row"]
    assert (frac["type"], frac["name"], frac["start"], frac["end"]) == ("command", r"\frac", 0, 11)
    assert frac["arguments"][0][0]["name"] == "a"
    assert words["arguments"][0][0]["text"] == " c"


def test_csv_is_what_a_reader_of_csv_expects() -> None:
    rows = list(csv.reader(io.StringIO(text(r"\begin{matrix} a,b & \text{``c''} \end{matrix}", "csv"))))
    assert rows == [["a, b", "“c”"]]


def test_html_stands_on_its_own() -> None:
    page = text(r"a<b", "html")
    assert page.startswith("<!DOCTYPE html>")
    assert "&lt;" in page
    assert not re.search(r"(?:src|href)=|https?://(?!www\.w3\.org)", page)


# -- what cannot be said ------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("source", "target_id", "construct", "start"),
    [
        (r"x+\pu{1 kg}", "mathml", "units", 2),
        (r"a\ref{x}", "mathml", r"\ref", 1),
        (r"\begin{array}{c|c} a & b \end{array}", "omml", "rule", 0),
        (r"\begin{array}{c@{=}c} a & b \end{array}", "mathml", "draws between columns", 0),
        (r"a\phantom{b}", "asciimath", "phantom", 1),
        (r"\boxed{x}", "asciimath", "box", 0),
        (r"a\textcolor{red}{x}", "unicode", "colour", 1),
        (r"a\textcolor{nosuch}{x}", "mathml", "colour nosuch", 1),
        (r"x=1", "csv", "not one array", 0),
        (r"x\tag{1}", "latex-inline", r"\tag", -1),
        (r"\rule{1em}{1em}", "mathml", "rule", 0),
        (r"\ce{H2O}", "markdown-github", "chemistry", 0),
    ],
)  # fmt: skip
def test_refused_with_construct_and_place(source: str, target_id: str, construct: str, start: int) -> None:
    with pytest.raises(ConversionError) as caught:
        convert(source, target_id)
    assert construct in caught.value.construct
    assert caught.value.start == start
    assert construct in caught.value.message or construct[0].upper() + construct[1:] in caught.value.message


# -- pictures -----------------------------------------------------------------------------------------
pictures = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pictures
def test_pictures_are_what_they_say() -> None:
    pytest.importorskip("ziamath")
    pytest.importorskip("matplotlib")
    source = r"\sqrt{\frac{a}{b}}"
    drawing = ElementTree.fromstring(text(source, "svg"))
    assert drawing.tag.endswith("svg")
    assert {element.tag.rpartition("}")[2] for element in drawing} == {"path", "rect"}
    png, pdf = convert(source, "png"), convert(source, "pdf")
    assert isinstance(png, bytes)
    assert png.startswith(b"\x89PNG")
    assert isinstance(pdf, bytes)
    assert pdf.startswith(b"%PDF")


@pictures
@pytest.mark.parametrize(
    ("source", "construct"),
    [(r"\text{中}", "中"), (r"\begin{array}{c|c} a & b \end{array}", "rule inside an array")],
)
def test_pictures_do_not_lose_what_the_library_cannot_draw(source: str, construct: str) -> None:
    pytest.importorskip("ziamath")
    with pytest.raises(ConversionError, match=construct):
        convert(source, "svg")


# -- whatever comes -----------------------------------------------------------------------------------
FRAGMENTS = st.sampled_from(
    (
        r"x 1 . , ( ) [ | + = ' _{a} ^{b} _x ^2 {x} {} \frac{a}{b} \sqrt{x} \left(x\right. \sum \lim \hat{x} "
        r"\, ~ \text{ab} \mathbf{x} \not= \over \begin{matrix}a&b\end{matrix} \begin{cases}a&b\\c\end{cases} "
        r"\color{red} \bf \prime \overset{a}{b} \underbrace{x} \xrightarrow{a} \bigl( \tag{1} \boxed{x} "
        r"\phantom{x} \pmod{n} \substack{a\\b}"
    ).split()
)


@given(st.lists(FRAGMENTS, max_size=8).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_generated_formulas_are_converted_or_refused(source: str) -> None:
    for target_id in (
        "latex",
        "mathml",
        "omml",
        "typst",
        "asciimath",
        "unicode",
        "sympy",
        "wolfram",
        "json",
        "csv",
    ):
        try:
            result = text(source, target_id)
        except EngineError:
            continue
        if target_id in ("mathml", "omml"):
            ElementTree.fromstring(result)
