"""A recognition as text, with its boxes relative to the ink, so that it fits the same formula at any size."""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scipix.engine.types import Alternative, Box, Recognition, Symbol, Token

_BEFORE = "before"
InkBox = tuple[int, int, int, int]
"""x0, y0, x1, y1 around the ink, pixels of the picture."""


def to_text(answer: Recognition, ink: InkBox, asked: int) -> str:
    """JSON; ``asked`` is how many readings were asked for."""
    content = {
        "latex": answer.latex, "confidence": _finite(answer.confidence), "provider": answer.provider,
        "model": answer.model, "asked": asked,
        "tokens": [[one.text, _finite(one.probability), _relative(one.box, ink)] for one in answer.tokens],
        "alternatives": [[one.latex, _finite(one.score)] for one in answer.alternatives],
        "symbols": [[one.token, _finite(one.probability), _relative(one.box, ink)] for one in answer.symbols],
    }  # fmt: skip
    return json.dumps(content, allow_nan=False, separators=(",", ":"))


def from_text(text: str, ink: InkBox, width: int, height: int, similarity: float) -> Recognition:
    """The recognition for a picture of that size with its ink there, marked as remembered.

    Raises ValueError, KeyError or TypeError where the text is none of ``to_text``.
    """
    content = json.loads(text)
    symbols = [(name, _absolute(box, ink), chance) for name, chance, box in content["symbols"]]
    return Recognition(
        latex=content["latex"],
        tokens=tuple(
            Token(name, _number(chance), _absolute(box, ink)) for name, chance, box in content["tokens"]
        ),
        alternatives=tuple(Alternative(latex, _number(score)) for latex, score in content["alternatives"]),
        confidence=_number(content["confidence"]),
        symbols=tuple(Symbol(name, box, _number(chance)) for name, box, chance in symbols if box is not None),
        timings=(),
        provider=content["provider"],
        model=content["model"],
        width=width,
        height=height,
        cached=True,
        similarity=similarity,
    )


def corrected(text: str, latex: str) -> str:
    """The same answer with another LaTeX that is known to be right; its tokens no longer apply.

    What was read at first stays with it, for ``before``.
    """
    content = json.loads(text)
    first = content.pop(_BEFORE, None) or dict(content)
    readings = [one for one in content["alternatives"] if one[0] != latex]
    content |= {"latex": latex, "confidence": 1.0, "tokens": [], "alternatives": [[latex, 0.0], *readings]}
    return json.dumps({**content, _BEFORE: first}, allow_nan=False, separators=(",", ":"))


def before(text: str) -> str | None:
    """The answer as it was read, before anything was corrected; None where it did not stay or is damaged."""
    try:
        first = json.loads(text)[_BEFORE]
        return json.dumps(first, allow_nan=False, separators=(",", ":"))
    except (ValueError, KeyError, TypeError):
        return None


def facts(text: str) -> tuple[str, float, int]:
    """Model, confidence and how many readings were asked for; ("", 0, 0) where the text is damaged."""
    try:
        content: dict[str, Any] = json.loads(text)
        return str(content["model"]), _number(content["confidence"]), int(content["asked"])
    except (ValueError, KeyError, TypeError):
        return "", 0.0, 0


def latex_of(text: str) -> str:
    """What an answer says; "" where the text is damaged."""
    try:
        return str(json.loads(text)["latex"])
    except (ValueError, KeyError, TypeError):
        return ""


def boxes(text: str) -> NDArray[np.float32]:
    """(N, 4) x0, y0, x1, y1 of the symbols as shares of the ink's width and height; N = 0 where damaged."""
    try:
        sides = [box for _, _, box in json.loads(text)["symbols"] if box is not None]
        return np.array(sides, np.float32).reshape(-1, 4)
    except (ValueError, KeyError, TypeError):
        return np.zeros((0, 4), np.float32)


def _relative(box: Box | None, ink: InkBox) -> list[float] | None:
    if box is None:
        return None
    x0, y0, width, height = ink[0], ink[1], ink[2] - ink[0], ink[3] - ink[1]
    sides = (box.x0 - x0) / width, (box.y0 - y0) / height, (box.x1 - x0) / width, (box.y1 - y0) / height
    return [round(float(side), 5) for side in sides]


def _absolute(box: list[float] | None, ink: InkBox) -> Box | None:
    if box is None:
        return None
    x0, y0, width, height = ink[0], ink[1], ink[2] - ink[0], ink[3] - ink[1]
    return Box(x0 + box[0] * width, y0 + box[1] * height, x0 + box[2] * width, y0 + box[3] * height)


def _finite(value: float) -> float | None:
    return round(float(value), 6) if math.isfinite(value) else None


def _number(value: float | None) -> float:
    return math.nan if value is None else float(value)
