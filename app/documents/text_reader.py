"""Reads the text of a page from the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import numpy as np
import pymupdf

from scipix.app.documents.page_text import PageText

Rectangle: TypeAlias = tuple[float, float, float, float]
_FLAGS = pymupdf.TEXTFLAGS_RAWDICT & ~pymupdf.TEXT_PRESERVE_LIGATURES & ~pymupdf.TEXT_PRESERVE_IMAGES


def read_text(page: pymupdf.Page) -> PageText:
    """The text of a page; MuPDF gives it as if the page were not turned."""
    found: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []
    rows: list[tuple[int, int]] = []
    for block in page.get_text("rawdict", flags=_FLAGS)["blocks"]:
        for line in block.get("lines", ()):
            start = len(found)
            for char in _characters(line):
                found.append(char["c"])
                boxes.append(shown(page, char["bbox"]))
            if len(found) > start:
                rows.append((start, len(found)))
                _break(found, boxes)
        if rows:
            _break(found, boxes)
    return PageText("".join(found), np.array(boxes, np.float32).reshape(-1, 4), tuple(rows))


def _characters(line: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for span in line["spans"]:
        yield from (char for char in span["chars"] if len(char["c"]) == 1 and char["c"] >= " ")


def _break(found: list[str], boxes: list[tuple[float, float, float, float]]) -> None:
    x1, y1 = boxes[-1][2], boxes[-1][3]
    found.append("\n")
    boxes.append((x1, y1, x1, y1))


def shown(page: pymupdf.Page, rect: Any) -> Rectangle:
    """A rectangle of the text where it is shown: MuPDF tells its place as if the page were not turned."""
    if not page.rotation:
        return tuple(rect)
    return tuple(pymupdf.Rect(rect) * page.rotation_matrix)
