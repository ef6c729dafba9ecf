"""Pages -> one text: lines become running text, paragraphs go on over columns and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scipix.app.documents.results import (
    DocumentResult,
    Formula,
    Inline,
    PageBlock,
    PageResult,
    Text,
    TextLine,
)
from scipix.engine.layout.blocks import BlockKind

Run = tuple[Inline, ...]
_HYPHENS = "-‐\u00ad"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the text; see ``PageBlock`` for its fields. ``page`` counts from 1.

    ``problem`` is set, and all else empty, where a page could not be read.
    """

    kind: BlockKind
    page: int
    run: Run = ()
    level: int = 0
    marker: str = ""
    number: str = ""
    rows: tuple[tuple[Run, ...], ...] = ()
    picture: str = ""
    problem: str = ""


def parts(document: DocumentResult) -> list[Part]:
    """The parts of a document in the order of reading. Footnotes and figures do not part a paragraph."""
    found: list[Part] = []
    for page in document.pages:
        for part in page_parts(page):
            open_one = _open_paragraph(found)
            if open_one is not None and part.kind == "paragraph" and _goes_on(found[open_one], part):
                joined = joined_runs(found[open_one].run, part.run)
                found[open_one] = replace(found[open_one], run=joined)
            else:
                found.append(part)
    return found


def page_parts(page: PageResult) -> Iterator[Part]:
    """The parts of one page."""
    number = page.number + 1
    if page.problem:
        yield Part("paragraph", number, problem=page.problem)
    for block in page.blocks:
        yield _part(block, number)


def _part(block: PageBlock, page: int) -> Part:
    rows = tuple(tuple(running(cell.pieces) for cell in row) for row in block.rows)
    return Part(
        block.kind,
        page,
        joined_lines(block.lines),
        block.level,
        block.marker,
        block.number,
        rows,
        block.picture,
    )


def joined_lines(lines: Sequence[TextLine]) -> Run:
    """Lines as running text; words that were parted at a line's end are whole again."""
    run: Run = ()
    for line in lines:
        run = joined_runs(run, line.pieces) if run else running(line.pieces)
    return running(run)


def joined_runs(a: Run, b: Run) -> Run:
    """Running text that goes on in the next line."""
    a = _without_blank_end(a)
    if not a or not b:
        return (*a, *b)
    last, first = a[-1], b[0]
    if isinstance(last, Text) and isinstance(first, Text) and last.text.endswith(tuple(_HYPHENS)):
        word = first.text.lstrip()
        if word[:1].islower() and last.text[-2:-1].isalpha():
            return (*a[:-1], replace(last, text=last.text[:-1]), replace(first, text=word), *b[1:])
        return (*a, replace(first, text=word), *b[1:])
    return (*a, Text(" ", last.box), *b)


def running(run: Run) -> Run:
    """The same with neighbours of one style put together and blanks made single."""
    found: list[Inline] = []
    for piece in run:
        last = found[-1] if found else None
        if (
            isinstance(piece, Text)
            and isinstance(last, Text)
            and (_style(piece) == _style(last) or not piece.text.strip())
        ):
            found[-1] = replace(last, text=re.sub(r"\s+", " ", last.text + piece.text))
        elif not isinstance(piece, Text) or piece.text:
            found.append(piece)
    return tuple(found)


def _style(text: Text) -> tuple[bool, bool, bool, bool]:
    return text.bold, text.italic, text.mono, text.raised


def plain(run: Run) -> str:
    """The words of a run, formulas as LaTeX."""
    return "".join(piece.text if isinstance(piece, Text) else piece.latex for piece in run).strip()


def _without_blank_end(run: Run) -> Run:
    if run and isinstance(run[-1], Text):
        text = run[-1].text.rstrip()
        return (*run[:-1], replace(run[-1], text=text)) if text else run[:-1]
    return run


def _open_paragraph(found: Sequence[Part]) -> int | None:
    """The paragraph that may still go on: the last part, footnotes and what floats aside."""
    for index in range(len(found) - 1, -1, -1):
        if found[index].kind in ("footnote", "figure", "table", "caption"):
            continue
        return index if found[index].kind == "paragraph" and not found[index].problem else None
    return None


def _goes_on(before: Part, part: Part) -> bool:
    """Whether a paragraph is the rest of one before it: that one is not ended, and this starts small."""
    if not before.run or not part.run or part.problem:
        return False
    last, first = before.run[-1], part.run[0]
    ended = isinstance(last, Text) and last.text.rstrip().endswith((".", "!", "?", ":", "∎"))
    small = isinstance(first, Formula) or first.text.lstrip()[:1].islower()
    return small and not ended
