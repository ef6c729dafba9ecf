"""One result as a line of output."""

from __future__ import annotations

import json
import math
from typing import Any

from scipix.engine.errors import EngineError
from scipix.engine.types import Box, Recognition

Row = dict[str, Any]


def result_row(path: str, result: Recognition, elapsed_ms: float) -> Row:
    """The JSON object of a recognised picture; numbers that are not finite become null."""
    return {
        "path": path,
        "latex": result.latex,
        "confidence": _number(result.confidence),
        "alternatives": [{"latex": one.latex, "score": _number(one.score)} for one in result.alternatives],
        "tokens": [
            {"text": token.text, "probability": _number(token.probability), "box": _corners(token.box)}
            for token in result.tokens
        ],
        "width": result.width,
        "height": result.height,
        "elapsed_ms": _number(elapsed_ms, 2),
        "provider": result.provider,
        "model": result.model,
        "cached": result.cached,
        "similarity": None if result.similarity is None else _number(result.similarity),
    }


def error_row(path: str, error: EngineError) -> Row:
    """The JSON object of a picture that failed."""
    return {"path": path, "error": {"title": error.title, "message": error.message, "hint": error.hint}}


def as_json(row: Row) -> str:
    """One line. ASCII only: file names may hold what no encoding of the terminal can show."""
    return json.dumps(row, allow_nan=False)


def as_latex(result: Recognition) -> str:
    """One line."""
    return " ".join(result.latex.split("\n"))


def as_message(path: str, error: EngineError) -> str:
    """One line for people; characters that cannot be shown are replaced."""
    text = f"{path}: {error.title}. {error.message} {error.hint}".rstrip()
    return text.encode("utf-8", "replace").decode("utf-8")


def _corners(box: Box | None) -> list[float] | None:
    if box is None:
        return None
    return [round(float(edge), 2) for edge in (box.x0, box.y0, box.x1, box.y1)]


def _number(value: float, digits: int = 6) -> float | None:
    return round(float(value), digits) if math.isfinite(value) else None
