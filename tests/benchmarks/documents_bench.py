"""How well documents are read: formulas found and right, text, order of reading, time, memory.

    python tests/benchmarks/documents_bench.py [--layouts NAME ...] [--scanned [--specks SHARE]] [--show N]
        [--folder DIR]

Builds the documents of ``document_sources`` with pdfLaTeX, in several classes; ``--scanned`` reads copies of
them that were rasterised, turned a little and made noisy.
"""

from __future__ import annotations

import argparse
import contextlib
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
import pymupdf

sys.path.insert(0, str(Path(__file__).parent))
from document_sources import (
    LAYOUTS,
    Layout,
    Source,
    as_printed,
    chains,
    formulas,
    latex,
    lectures,
    notes,
    number_of,
    paper,
    words,
)

from scipix.app.documents.convert import glyph_classes
from scipix.app.documents.flow import parts
from scipix.app.documents.ocr import LineReader, line_reader
from scipix.app.documents.pdf import open_document
from scipix.app.documents.read import PageReader
from scipix.app.documents.results import DocumentResult, Formula, PageResult, Text
from scipix.app.paths import models_dir
from scipix.app.service import RecognitionService, open_service
from scipix.engine.latex.parse import ParseError, parse
from scipix.engine.latex.write import write
from scipix.engine.recognize.glyph_classes import GlyphClasses
from scipix.engine.types import Box

TEXTS = {"paper": paper, "lectures": lectures, "chains": chains}
_OVERLAP = 0.5
_SCAN_DPI = 200
_SKEW = 0.4
"""Degrees."""


@dataclass(frozen=True)
class Truth:
    """A formula: its LaTeX, and where it is, a box for each page (one almost always)."""

    latex: str
    page: int
    box: Box


@dataclass(frozen=True)
class Score:
    """What was measured of one document."""

    name: str
    found: int
    matched: int
    true: int
    right: int
    text_error: float
    order: float
    seconds: float
    processor: float
    wrong: tuple[tuple[str, str], ...]

    def line(self) -> str:
        return (
            f"{self.name:14} formulas {self.true:3}  "
            f"precision {self.matched / max(1, self.found):6.1%}  "
            f"recall {self.matched / max(1, self.true):6.1%}  "
            f"exactly right {self.right / max(1, self.true):6.1%}  "
            f"CER {self.text_error:6.2%}  order {self.order:.3f}  "
            f"{self.seconds:.2f} s a page, {self.processor:.2f} s of processor time"
        )


def build(layout: Layout, blocks: Sequence[Source], folder: Path) -> Path:
    """Typeset a document; raises RuntimeError where TeX makes no PDF."""
    source = folder / f"{layout.name}.tex"
    source.write_text(latex(blocks, layout), "utf-8")
    command = ["pdflatex", "-interaction=nonstopmode", "-no-shell-escape", source.name]
    for _ in range(2 if layout.slides else 1):
        subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    target = source.with_suffix(".pdf")
    if not target.exists():
        raise RuntimeError(f"pdflatex made no document of {source}")
    return target


def truths(path: Path, blocks: Sequence[Source]) -> list[Truth]:
    """Where the formulas are, told by the colours of their glyphs."""
    reader = open_document(path)
    sources = formulas(blocks)
    places: dict[tuple[int, int], list[Box]] = {}
    with pymupdf.open(path) as document:
        for page in document:
            colours = {
                (round(char[2][0], 2), round(char[2][1], 2)): number_of(span["color"])
                for span in page.get_texttrace()
                for char in span["chars"]
            }
            for glyph in reader.ink(page.number).glyphs:
                number = colours.get((round(glyph.x, 2), round(glyph.y, 2)), 0)
                if number:
                    places.setdefault((number, page.number), []).append(glyph.box)
    found: list[Truth] = []
    for number, latex_source in enumerate(sources, 1):
        on_pages = [(page, boxes) for (own, page), boxes in places.items() if own == number]
        if on_pages:
            page, boxes = max(on_pages, key=lambda item: len(item[1]))
            found.append(Truth(latex_source, page, _around(boxes)))
    return found


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(b.x0 for b in boxes), min(b.y0 for b in boxes), max(b.x1 for b in boxes), max(b.y1 for b in boxes)
    )


def scanned_copy(path: Path, specks: float = 0.0) -> Path:
    """As a scanner would give the document: gray, a little turned, noisy, JPEG; a share of pixels specks."""
    rng = np.random.default_rng(5)
    target = path.with_name(path.stem + "-scanned.pdf")
    with pymupdf.open(path) as document, pymupdf.open() as copy:
        for page in document:
            pixmap = page.get_pixmap(dpi=_SCAN_DPI, colorspace=pymupdf.csGRAY)
            gray = np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.stride)[
                :, : pixmap.width
            ]
            turn = cv2.getRotationMatrix2D((pixmap.width / 2, pixmap.height / 2), _SKEW, 1.0)
            turned = cv2.warpAffine(gray, turn, (pixmap.width, pixmap.height), borderValue=(255,))
            noisy = cv2.GaussianBlur(turned, (0, 0), 0.6) + rng.normal(0, 6, turned.shape)
            places = rng.integers(0, noisy.size, round(specks * noisy.size))
            noisy.reshape(-1)[places] = rng.uniform(20, 120, len(places))
            content = cv2.imencode(".jpg", np.clip(noisy, 0, 255).astype(np.uint8), [1, 85])[1].tobytes()
            copy.new_page(width=page.rect.width, height=page.rect.height).insert_image(
                page.rect, stream=content
            )
        copy.save(target)
    return target


def turned(true: Sequence[Truth], path: Path) -> list[Truth]:
    """Where the formulas of a document are on its scanned copy, which is a little turned."""
    with pymupdf.open(path) as document:
        middles = [(page.rect.width / 2, page.rect.height / 2) for page in document]
    return [replace(one, box=_turned(one.box, *middles[one.page])) for one in true]


def _turned(box: Box, x: float, y: float) -> Box:
    """A box whose middle goes with the page; by so little a turn its size stays."""
    middle = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
    there = cv2.getRotationMatrix2D((x, y), _SKEW, 1.0) @ (*middle, 1.0)
    dx, dy = float(there[0]) - middle[0], float(there[1]) - middle[1]
    return Box(box.x0 + dx, box.y0 + dy, box.x1 + dx, box.y1 + dy)


def overlap(a: Box, b: Box) -> float:
    """Intersection over union."""
    width, height = min(a.x1, b.x1) - max(a.x0, b.x0), min(a.y1, b.y1) - max(a.y0, b.y0)
    if width <= 0 or height <= 0:
        return 0.0
    shared = width * height
    return shared / ((a.x1 - a.x0) * (a.y1 - a.y0) + (b.x1 - b.x0) * (b.y1 - b.y0) - shared)


def normalised(source: str) -> str:
    """The normal form without blanks; punctuation at the end does not count."""
    with contextlib.suppress(ParseError):
        source = write(parse(source))
    return re.sub(r"\s+", "", source).rstrip(".,;")


def matched(true: Sequence[Truth], pages: Sequence[PageResult]) -> dict[int, Formula]:
    """For each true formula that was found the one read in its place, best overlap first."""
    pairs = [
        (overlap(truth.box, formula.box), number, key, formula)
        for page in pages
        for key, formula in enumerate(page.formulas())
        for number, truth in enumerate(true)
        if truth.page == page.number
    ]
    taken: dict[int, Formula] = {}
    used: set[int] = set()
    for share, number, _, formula in sorted(pairs, key=lambda pair: -pair[0]):
        if share >= _OVERLAP and number not in taken and id(formula) not in used:
            taken[number] = formula
            used.add(id(formula))
    return taken


def text_of(document: DocumentResult, *, footnotes: bool) -> list[str]:
    """The words of each part, without formulas: those of the footnotes or all others."""
    found = []
    for part in parts(document):
        if (part.kind == "footnote") != footnotes:
            continue
        runs = [part.run, *(cell for row in part.rows for cell in row)]
        text = " ".join(
            "".join(
                p.text if isinstance(p, Text) else " " for p in run if not (isinstance(p, Text) and p.raised)
            )
            for run in runs
        )
        found.append(" ".join(text.split()))
    return found


def distance(a: Sequence[object], b: Sequence[object]) -> int:
    """Edits between two sequences."""
    row = np.arange(len(b) + 1)
    codes: dict[object, int] = {}
    first = [codes.setdefault(item, len(codes)) for item in a]
    second = np.array([codes.setdefault(item, len(codes)) for item in b])
    for index, item in enumerate(first, 1):
        changed = np.minimum(row[1:] + 1, row[:-1] + (second != item))
        best = np.concatenate([[index], changed])
        steps = np.arange(len(best))
        row = np.minimum.accumulate(best - steps) + steps
    return int(row[-1])


def order_score(blocks: Sequence[Source], read: Sequence[str]) -> float:
    """1 less the share of edits that put the parts that were read into the order of the source."""
    true = [set(_words(words(block))) for block in blocks]
    wanted = [index for index, bag in enumerate(true) if len(bag) >= 4]
    found: list[int] = []
    for text in read:
        bag = set(_words(text))
        if len(bag) < 4:
            continue
        best = max(wanted, key=lambda index: len(bag & true[index]) / len(bag | true[index]))
        if not found or found[-1] != best:
            found.append(best)
    return 1 - distance(found, wanted) / max(len(wanted), len(found))


def _words(text: str) -> list[str]:
    return re.findall(r"[A-Za-z]{2,}", text.lower())


def _solid(texts: Sequence[str]) -> str:
    return re.sub(r"\s+", "", "".join(texts))


def measure(
    name: str, path: Path, true: Sequence[Truth], blocks: Sequence[Source],
    service: RecognitionService, classes: GlyphClasses, lines: LineReader | None,
) -> Score:  # fmt: skip
    """Read a document and compare."""
    document = open_document(path)
    reader = PageReader(document, service.recognizer, classes, lines)
    start, spent = time.perf_counter(), time.process_time()
    pages = [reader.read(number) for number in range(len(document))]
    seconds, processor = time.perf_counter() - start, time.process_time() - spent
    result = DocumentResult("", tuple(pages), {})
    taken = matched(true, pages)
    wrong = [
        (truth.latex, taken[number].latex if number in taken else "not found")
        for number, truth in enumerate(true)
        if number not in taken or normalised(taken[number].latex) != normalised(truth.latex)
    ]
    read = text_of(result, footnotes=False)
    wanted = _solid([*(words(block) for block in blocks), *notes(blocks)])
    got = _solid([*read, *text_of(result, footnotes=True)])
    found = sum(1 for page in pages for _ in page.formulas())
    return Score(
        name, found, len(taken), len(true), len(true) - len(wrong), distance(wanted, got) / len(wanted),
        order_score(blocks, read), seconds / len(pages), processor / len(pages), tuple(wrong),
    )  # fmt: skip


def peak_memory(
    path: Path, pages: int, service: RecognitionService, classes: GlyphClasses
) -> tuple[float, float]:
    """MiB at most while a document is read over and over as if it had so many pages: up to half, in all."""
    document = open_document(path)
    reader = PageReader(document, service.recognizer, classes, line_reader())
    half = 0.0
    for number in range(pages):
        if number == pages // 2:
            half = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        reader.read(number % len(document))
    return half, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--layouts", nargs="*", default=[layout.name for layout in LAYOUTS])
    parser.add_argument("--scanned", action="store_true")
    parser.add_argument("--specks", type=float, default=0.0, metavar="SHARE", help="of the pixels of a scan")
    parser.add_argument("--text", choices=sorted(TEXTS), default="paper", help="which document to build")
    parser.add_argument("--symbols", action="store_true", help="read the text of scans without rapidocr")
    parser.add_argument("--show", type=int, default=0, help="how many wrong formulas to print of each")
    parser.add_argument("--folder", type=Path, help="where to keep the documents")
    parser.add_argument(
        "--memory", type=int, default=0, metavar="PAGES", help="measure the peak over so many"
    )
    options = parser.parse_args()
    lines = None if options.symbols else line_reader()
    service, classes, blocks = open_service("cpu"), glyph_classes(models_dir()), TEXTS[options.text]()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for layout in LAYOUTS:
            if layout.name not in options.layouts:
                continue
            path = build(layout, blocks, folder)
            true = truths(path, blocks)
            shown = scanned_copy(path, options.specks) if options.scanned else path
            if options.scanned:
                true = turned(true, path)
            printed = as_printed(blocks, layout, scanned=options.scanned)
            score = measure(layout.name, shown, true, printed, service, classes, lines)
            print(score.line(), flush=True)
            for truth, answer in score.wrong[: options.show]:
                print(f"    {truth}\n    {answer}\n")
        if options.memory:
            half, peak = peak_memory(shown, options.memory, service, classes)
            print(
                f"peak memory over {options.memory} pages: {peak:.0f} MiB, over half of them {half:.0f} MiB"
            )


if __name__ == "__main__":
    main()
