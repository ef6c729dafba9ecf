"""JSON: pages, blocks, lines and their pieces with boxes; also how results are kept on disk."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from scipix.app.documents.results import (
    DocumentResult,
    Formula,
    Inline,
    PageBlock,
    PageResult,
    Text,
    TextLine,
)
from scipix.engine.types import Box

VERSION = 2
Object = dict[str, Any]


def to_json(document: DocumentResult) -> str:
    """The whole document; boxes are [x0, y0, x1, y1] in points of the page."""
    pages = [page_object(page) for page in document.pages]
    content = {"version": VERSION, "title": document.title, "pages": pages}
    return json.dumps(content, ensure_ascii=False, allow_nan=False) + "\n"


def page_object(page: PageResult) -> Object:
    """A page as plain dictionaries and lists; only what is not empty."""
    return {
        "page": page.number + 1, "width": round(page.width, 2), "height": round(page.height, 2),
        "source": page.source, "seconds": round(page.seconds, 3),
        **({"problem": page.problem} if page.problem else {}),
        "blocks": [_block(block) for block in page.blocks],
    }  # fmt: skip


def _block(block: PageBlock) -> Object:
    found: Object = {"kind": block.kind, "box": _corners(block.box)}
    if block.lines:
        found["lines"] = [_line(line) for line in block.lines]
    if block.rows:
        found["rows"] = [[_line(cell) for cell in row] for row in block.rows]
    for name in ("level", "marker", "number", "picture"):
        if value := getattr(block, name):
            found[name] = value
    return found


def _line(line: TextLine) -> Object:
    return {"box": _corners(line.box), "pieces": [_piece(piece) for piece in line.pieces]}


def _piece(piece: Inline) -> Object:
    if isinstance(piece, Formula):
        return {"latex": piece.latex, "confidence": round(piece.confidence, 4), "box": _corners(piece.box)}
    styles = {name: True for name, value in asdict(piece).items() if value is True}
    return {"text": piece.text, "box": _corners(piece.box), **styles}


def _corners(box: Box) -> list[float]:
    return [round(edge, 2) for edge in (box.x0, box.y0, box.x1, box.y1)]


def page_from(content: Mapping[str, Any]) -> PageResult:
    """The page that ``page_object`` wrote; raises KeyError, TypeError or ValueError for anything else."""
    return PageResult(
        int(content["page"]) - 1, float(content["width"]), float(content["height"]),
        "scanned" if content["source"] == "scanned" else "digital",
        tuple(_block_from(block) for block in content["blocks"]),
        float(content["seconds"]), str(content.get("problem", "")),
    )  # fmt: skip


def _block_from(content: Mapping[str, Any]) -> PageBlock:
    return PageBlock(
        content["kind"], _box(content["box"]), tuple(_line_from(line) for line in content.get("lines", ())),
        int(content.get("level", 0)), str(content.get("marker", "")), str(content.get("number", "")),
        tuple(tuple(_line_from(cell) for cell in row) for row in content.get("rows", ())),
        str(content.get("picture", "")),
    )  # fmt: skip


def _line_from(content: Mapping[str, Any]) -> TextLine:
    return TextLine(tuple(_piece_from(piece) for piece in content["pieces"]), _box(content["box"]))


def _piece_from(content: Mapping[str, Any]) -> Inline:
    box = _box(content["box"])
    if "latex" in content:
        return Formula(str(content["latex"]), box, float(content["confidence"]))
    styles = {name: bool(content.get(name)) for name in ("bold", "italic", "mono", "raised")}
    return Text(str(content["text"]), box, **styles)


def _box(corners: list[float]) -> Box:
    x0, y0, x1, y1 = corners
    return Box(float(x0), float(y0), float(x1), float(y1))
