"""Conversions: page by page, stopped and taken up again, with pages that fail."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest
from documents import SHORT

from scipix.app.documents.convert import Conversion
from scipix.app.documents.flow import parts, plain
from scipix.app.documents.formats import document_format, document_formats
from scipix.app.documents.pdf import Document, open_document
from scipix.app.documents.read import PageReader
from scipix.app.documents.results import DocumentResult, Formula, PageBlock, PageResult, Text, TextLine
from scipix.app.documents.review import marked
from scipix.app.documents.store import PageStore, store_for
from scipix.app.documents.writers.json_text import page_from, page_object
from scipix.engine.errors import EngineError
from scipix.engine.types import Box

BOX = Box(10, 10, 100, 30)


def text_block(kind: str, *pieces: Text | Formula, **more: Any) -> PageBlock:
    return PageBlock(cast("Any", kind), BOX, (TextLine(pieces, BOX),), **more)


def words(text: str, **style: bool) -> Text:
    return Text(text, BOX, **style)


def page(number: int, *blocks: PageBlock) -> PageResult:
    return PageResult(number, 600, 800, "digital", blocks, 0.1)


DOCUMENT = DocumentResult(
    "A title",
    (
        page(
            0,
            text_block("heading", words("1 Start & end"), level=1),
            text_block("paragraph", words("Let "), Formula("x_1", BOX, 0.9), words(" be 50% of a_b, mod-")),
            text_block("footnote", words("A note."), marker="1"),
        ),
        page(
            1,
            text_block("paragraph", words("ern and "), words("strong", bold=True), words(".")),
            text_block("display", Formula(r"\frac{a}{b}=c", BOX, 0.8), number="3"),
            text_block("item", words("a thing"), marker="•"),
            text_block("item", words("a thing"), marker="2."),
            PageBlock("table", BOX, rows=(
                (TextLine((words("n"),), BOX), TextLine((Formula("n^2", BOX, 1.0),), BOX)),
                (TextLine((words("2"),), BOX), TextLine((words("4|"),), BOX)),
            )),
            PageBlock("figure", BOX, picture="p.png"),
        ),
        PageResult(2, 0, 0, "digital", (), 0.0, "It is damaged."),
    ),
    {"p.png": b"\x89PNG"},
)  # fmt: skip


def written(format_id: str, folder: Path, document: DocumentResult = DOCUMENT) -> bytes:
    path = folder / "out"
    document_format(format_id).write(document, path)
    return path.read_bytes()


def test_a_paragraph_goes_on_over_pages_and_a_parted_word_is_whole() -> None:
    texts = [plain(part.run) for part in parts(DOCUMENT) if part.kind == "paragraph" and part.run]
    assert texts == ["Let x_1 be 50% of a_b, modern and strong."]


def test_mathpix_markdown(tmp_path: Path) -> None:
    text = written("mmd", tmp_path).decode()
    assert "## 1 Start & end" in text
    assert r"Let \(x_1\) be 50% of a\_b, modern and **strong**." in text
    assert "\\[\n\\frac{a}{b}=c \\tag{3}\n\\]" in text
    assert "- a thing\n2. a thing" in text
    assert "| n | \\(n^2\\) |\n| --- | --- |\n| 2 | 4\\| |" in text
    assert "![](out_pictures/p.png)" in text
    assert "Page 3 could not be read" in text
    assert (tmp_path / "out_pictures" / "p.png").read_bytes() == b"\x89PNG"


def test_github_markdown(tmp_path: Path) -> None:
    text = written("md", tmp_path).decode()
    assert "Let $x_1$ be" in text
    assert "$$\n\\frac{a}{b}=c \\tag{3}\n$$" in text


def test_a_latex_project_has_its_figures(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(written("tex", tmp_path))) as archive:
        source = archive.read("main.tex").decode()
        assert archive.read("figures/p.png") == b"\x89PNG"
    assert r"\section*{1 Start \& end}" in source
    assert r"Let $x_1$ be 50\% of a\_b, modern and \textbf{strong}." in source
    assert "\\frac{a}{b}=c \\tag{3}" in source
    assert r"\includegraphics[width=\linewidth]{figures/p.png}" in source


def test_a_web_page_has_mathml_and_its_pictures_inside(tmp_path: Path) -> None:
    text = written("html", tmp_path).decode()
    assert "<h2>1 Start &amp; end</h2>" in text
    assert "<mfrac>" in text
    assert "data:image/png;base64,iVBORw==" in text
    assert "<title>A title</title>" in text


def test_a_word_document_has_equations(tmp_path: Path) -> None:
    document = DocumentResult("", DOCUMENT.pages, {})
    with zipfile.ZipFile(io.BytesIO(written("docx", tmp_path, document))) as archive:
        content = archive.read("word/document.xml").decode()
    assert "<m:f>" in content
    assert "strong" in content


def test_plain_text(tmp_path: Path) -> None:
    text = written("txt", tmp_path).decode()
    assert "Let $x_1$ be 50% of a_b, modern and strong." in text
    assert "$\\frac{a}{b}=c$    (3)" in text


def test_json_has_lines_and_boxes(tmp_path: Path) -> None:
    content = json.loads(written("json", tmp_path))
    block = content["pages"][0]["blocks"][1]
    assert block["lines"][0]["pieces"][1] == {"latex": "x_1", "confidence": 0.9, "box": [10, 10, 100, 30]}
    assert content["pages"][2]["problem"] == "It is damaged."


def test_pages_survive_being_kept() -> None:
    for one in DOCUMENT.pages:
        assert page_from(json.loads(json.dumps(page_object(one)))) == one


def test_an_empty_document_can_be_written(tmp_path: Path) -> None:
    for kind in document_formats():
        kind.write(DocumentResult("", (), {}), tmp_path / f"empty{kind.suffix}")


# -- the conversion itself --------------------------------------------------------------------------------
@dataclass
class FakeReader:
    """Gives a page for every number; ``fails`` says what to raise for some."""

    fails: dict[int, Exception] = field(default_factory=dict)
    asked: list[int] = field(default_factory=list)

    def read(
        self, number: int, mode: str = "auto", checkpoint: Callable[[], None] = lambda: None
    ) -> PageResult:
        checkpoint()
        self.asked.append(number)
        if number in self.fails:
            raise self.fails[number]
        return page(number, text_block("paragraph", words(f"page {number}")))


@pytest.fixture
def document() -> Document:
    return open_document(SHORT)


def conversion(document: Document, reader: FakeReader, store: PageStore, count: int = 4) -> Conversion:
    return Conversion(document, cast("PageReader", reader), range(count), store)


def test_a_conversion_goes_on_where_it_stopped(document: Document, tmp_path: Path) -> None:
    store = PageStore(tmp_path / "kept")
    first = conversion(document, FakeReader(), store)
    first.read_next()
    first.read_next()
    assert [one.number for one in first.result().pages] == [0, 1]
    reader = FakeReader()
    second = conversion(document, reader, store)
    assert (second.resumed, second.remaining) == (2, (2, 3))
    while second.remaining:
        second.read_next()
    assert reader.asked == [2, 3]
    assert [one.number for one in second.result().pages] == [0, 1, 2, 3]


@pytest.mark.parametrize("error", [EngineError("Bad", "It is bad."), ZeroDivisionError()])
def test_a_page_that_fails_is_marked_and_tried_again_later(
    document: Document, tmp_path: Path, error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    store = PageStore(tmp_path / "kept")
    first = conversion(document, FakeReader({1: error}), store)
    while first.remaining:
        first.read_next()
    assert [one.number for one in first.result().failed] == [1]
    assert conversion(document, FakeReader(), store).remaining == (1,)


def test_a_damaged_page_in_the_store_is_read_anew(document: Document, tmp_path: Path) -> None:
    store = PageStore(tmp_path)
    conversion(document, FakeReader(), store).read_next()
    (kept,) = tmp_path.glob("*.json")
    kept.write_text("{")
    assert conversion(document, FakeReader(), store).remaining == (0, 1, 2, 3)


def test_a_checkpoint_ends_a_conversion_and_keeps_what_was_read(document: Document, tmp_path: Path) -> None:
    running = conversion(document, FakeReader(), PageStore(tmp_path))
    running.read_next()

    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        running.read_next(stop)
    assert running.remaining == (1, 2, 3)
    assert running.seconds_left is not None


def test_another_way_of_reading_has_a_store_of_its_own(tmp_path: Path) -> None:
    assert store_for(tmp_path, SHORT, "a").folder != store_for(tmp_path, SHORT, "b").folder


def test_a_file_that_cannot_be_written_is_told(document: Document, tmp_path: Path) -> None:
    running = conversion(document, FakeReader(), PageStore(tmp_path), 1)
    running.read_next()
    with pytest.raises(EngineError):
        running.write(document_format("txt"), tmp_path / "none" / "out.txt")


# -- marks for review -------------------------------------------------------------------------------------
DOUBTS = DocumentResult(
    "",
    (
        page(
            0,
            text_block("paragraph", Formula("x_1", BOX, 0.41), words(" starts, "), Formula("y", BOX, 0.97)),
            text_block("display", Formula(r"\frac{a}{b}", BOX, 0.5), number="3"),
            text_block("item", words("a thing "), Formula("z", BOX, 0.1), words(" more"), marker="•"),
            PageBlock("table", BOX, rows=(
                (TextLine((words("n"),), BOX), TextLine((Formula("n^2", BOX, 0.3),), BOX)),
                (TextLine((words("2"),), BOX), TextLine((words("4"),), BOX)),
            )),
        ),
    ),
    {},
)  # fmt: skip


def with_marks(format_id: str, folder: Path) -> bytes:
    return written(format_id, folder, marked(DOUBTS))


def test_markdown_marks_doubts_in_comments_that_disturb_nothing(tmp_path: Path) -> None:
    text = with_marks("md", tmp_path).decode()
    assert "$x_1$<!-- review: confidence 0.41 --> starts, $y$\n" in text
    assert "<!-- review: confidence 0.50 -->\n\n$$\n\\frac{a}{b} \\tag{3}\n$$" in text
    assert text.count("<!--") == 4
    assert r"\(x_1\)<!-- review: confidence 0.41 --> starts" in with_marks("mmd", tmp_path).decode()


def test_a_line_of_markdown_never_begins_with_a_comment_and_goes_on(tmp_path: Path) -> None:
    lines = with_marks("mmd", tmp_path).decode().splitlines()
    assert [line for line in lines if line.startswith("<!--") and not line.endswith("-->")] == []


def test_latex_marks_doubts_in_lines_of_their_own(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(with_marks("tex", tmp_path))) as archive:
        lines = archive.read("main.tex").decode().splitlines()
    comments = [line for line in lines if "%" in line]
    assert comments == [
        "% review: confidence 0.41: x_1", r"% review: confidence 0.50: \frac{a}{b}",
        "% review: confidence 0.10: z", "% review: confidence 0.30: n^2",
    ]  # fmt: skip
    assert lines[lines.index(comments[0]) + 1] == "$x_1$ starts, $y$"


def test_a_web_page_shows_doubts_and_says_how_doubtful_they_are(tmp_path: Path) -> None:
    text = with_marks("html", tmp_path).decode()
    assert text.count('class="review"') == 4
    assert '<span class="review" title="review: confidence 0.41"><math' in text
    assert '<div class="display"><span class="review" title="review: confidence 0.50"><math' in text


def test_word_has_a_comment_at_each_doubt(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(with_marks("docx", tmp_path))) as archive:
        content = archive.read("word/document.xml").decode()
        comments = archive.read("word/comments.xml").decode()
    told = re.findall(r"review: confidence (\d\.\d\d)", comments)
    assert told == ["0.41", "0.50", "0.10", "0.30"]
    first = re.search(r'<w:commentRangeStart w:id="0"/>(.*?)<w:commentRangeEnd w:id="0"/>', content, re.S)
    assert first is not None
    assert first.group(1).count("<m:oMath") == 1


def test_plain_text_has_a_question_mark_at_each_doubt(tmp_path: Path) -> None:
    assert "$x_1$[?] starts, $y$\n" in with_marks("txt", tmp_path).decode()


def test_json_says_the_confidence_anyway(tmp_path: Path) -> None:
    assert with_marks("json", tmp_path) == written("json", tmp_path, DOUBTS)


@pytest.mark.parametrize("format_id", [one.id for one in document_formats()])
def test_without_marks_no_format_says_a_word_of_review(tmp_path: Path, format_id: str) -> None:
    content = written(format_id, tmp_path, DOUBTS)
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = b"".join(archive.read(name) for name in archive.namelist())
    assert b"review: " not in content
    assert b"[?]" not in content
