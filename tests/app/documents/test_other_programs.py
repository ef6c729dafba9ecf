"""Documents that other programs than pdfLaTeX have written. They are made here, where those programs are."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pymupdf
import pytest

from scipix.app.documents.convert import glyph_classes
from scipix.app.documents.pdf import open_document
from scipix.app.documents.read import PageReader
from scipix.app.documents.results import DocumentResult, Formula, PageBlock, PageResult, Text, TextLine
from scipix.app.documents.writers.docx import to_docx
from scipix.app.paths import models_dir
from scipix.app.service import open_service
from scipix.engine.types import Box

PATIENCE = 240
WORDS = "These words stand between the displays of this document, so that each is one of its own. "
COMMON = (
    r"\bar{x}=\frac{1}{n}\sum_{i=1}^nx_i",
    r"\left(\frac{a}{b}\right)^2+\left[\sum_{k=0}^{\infty}\frac{x^k}{k!}\right]",
    r"A=\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
    r"\sqrt{\frac{x+1}{x-1}}+\hat{f}(\xi)=\lim_{t\rightarrow0}\partial_tu",
)
UNICODE = (
    r"\epsilon+\varepsilon=\phi\cdot\varphi",
    r"\mathbf{x}\in\mathfrak{g}\not\subset\mathbb{R}^n",
    r"\ell\leq\vartheta",
)


def run(command: list[str], folder: Path, target: Path) -> Path:
    """What a program has made; the test is left out where the program is not there, or not whole."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        pytest.skip(f"{command[0]} takes too long here")
    if done.returncode or not target.exists():
        pytest.skip(f"{command[0]} has made no document: packages are missing")
    return target


def displays(path: Path) -> list[str]:
    document = open_document(path)
    reader = PageReader(document, open_service("cpu").recognizer, glyph_classes(models_dir()))
    pages = [reader.read(number) for number in range(len(document))]
    assert {page.source for page in pages} == {"digital"}
    return [
        "".join(formula.latex for formula in block.lines[0].pieces if isinstance(formula, Formula))
        for page in pages
        for block in page.blocks
        if block.kind == "display"
    ]


@pytest.mark.parametrize("font", ["latinmodern-math.otf", "STIXTwoMath-Regular.otf"])
def test_lualatex_with_a_font_of_opentype(tmp_path: Path, font: str) -> None:
    body = "\n\n".join(f"{WORDS}\\[{formula}\\]" for formula in (*COMMON, *UNICODE))
    source = (
        r"\documentclass{article}\usepackage{amsmath}\usepackage{unicode-math}"
        f"\\setmathfont{{{font}}}\\begin{{document}}{body}\n\n{WORDS}\\end{{document}}"
    )
    (tmp_path / "a.tex").write_text(source, "utf-8")
    path = run(["lualatex", "-interaction=batchmode", "a.tex"], tmp_path, tmp_path / "a.pdf")
    assert displays(path) == [*COMMON, *UNICODE]


def test_libreoffice_with_equations_of_word(tmp_path: Path) -> None:
    box = Box(0, 0, 1, 1)
    blocks = [
        block
        for formula in COMMON
        for block in (
            PageBlock("paragraph", box, (TextLine((Text(WORDS, box),), box),)),
            PageBlock("display", box, (TextLine((Formula(formula, box, 1.0),), box),)),
        )
    ]
    page = PageResult(0, 600, 800, "digital", tuple(blocks), 0.0)
    (tmp_path / "a.docx").write_bytes(to_docx(DocumentResult("", (page,), {})))
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--convert-to",
        "pdf",
    ]
    path = run([*command, "a.docx"], tmp_path, tmp_path / "a.pdf")
    assert displays(path) == list(COMMON)


def test_a_glyph_that_is_stretched_is_as_tall_as_it_is_drawn(tmp_path: Path) -> None:
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((100, 200), "(", fontsize=10)
    page.insert_text((200, 200), "(", fontsize=10, morph=(pymupdf.Point(200, 200), pymupdf.Matrix(1, 3)))
    document.save(tmp_path / "a.pdf")
    plain, stretched = open_document(tmp_path / "a.pdf").ink(0).glyphs
    assert stretched.size == plain.size
    assert stretched.box.x1 - stretched.box.x0 == pytest.approx(plain.box.x1 - plain.box.x0)
    assert stretched.box.y1 - stretched.box.y0 == pytest.approx(3 * (plain.box.y1 - plain.box.y0), rel=0.02)
