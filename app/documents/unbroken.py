"""Formulas in running text that the end of a line has broken, made whole again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scipix.app.documents.results import Formula, Inline, PageBlock
from scipix.engine.recognize.exact import around

_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)?)(?![\w.])")
_BREAKS_AFTER = ("=", "+", "-", "<", ">", r"\leq", r"\geq", r"\in", r"\rightarrow", r"\times", r"\cdot", ",",
                 r"\sim", r"\approx", r"\equiv", r"\subset", r"\subseteq", r"\neq", r"\pm")  # fmt: skip


def unbroken(block: PageBlock) -> PageBlock:
    """A block whose formulas that a line's end broke are whole again, on the upper line."""
    lines = list(block.lines)
    for index in range(len(lines) - 1):
        upper, lower = lines[index].pieces, lines[index + 1].pieces
        first, (second, rest) = _last_formula(upper), _first_formula(lower)
        if first is None or second is None or not first.latex.endswith(_BREAKS_AFTER):
            continue
        box = around([first.box, second.box])
        whole = Formula(_joined(first.latex, second.latex), box, min(first.confidence, second.confidence))
        lines[index] = replace(lines[index], pieces=(*_without_last(upper), whole))
        lines[index + 1] = replace(lines[index + 1], pieces=rest)
    return replace(block, lines=tuple(lines))


def _first_formula(pieces: tuple[Inline, ...]) -> tuple[Formula | None, tuple[Inline, ...]]:
    """The formula that begins a line, and the rest; a number is one where it goes on with another."""
    if not pieces:
        return None, ()
    text = pieces[0]
    if isinstance(text, Formula):
        return text, pieces[1:]
    number = _NUMBER.match(text.text)
    if number is None or text.raised:
        return None, pieces
    width = (text.box.x1 - text.box.x0) * len(number.group()) / max(1, len(text.text))
    box = replace(text.box, x1=text.box.x0 + width)
    rest = replace(text, text=text.text[number.end() :], box=replace(text.box, x0=box.x1))
    return Formula(number.group(1), box, 1.0), (rest, *pieces[1:])


def _last_formula(pieces: Sequence[Inline]) -> Formula | None:
    """The formula that ends a line."""
    kept = [piece for piece in pieces if isinstance(piece, Formula) or piece.text.strip()]
    return kept[-1] if kept and isinstance(kept[-1], Formula) else None


def _without_last(pieces: Sequence[Inline]) -> tuple[Inline, ...]:
    last = max(index for index, piece in enumerate(pieces) if isinstance(piece, Formula))
    return tuple(pieces[:last])


def _joined(a: str, b: str) -> str:
    return f"{a} {b}" if a[-1:].isalpha() and b[:1].isalpha() else a + b
