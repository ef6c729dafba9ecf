"""The shapes of an SVG by MathJax: how each is coloured, outlined and bounded."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from html import escape

from scipix.ui.preview.geometry import Bounds, numbers, subpaths, union

INK = "#000000"
"""The colour of whatever has no colour of its own; painting replaces it."""

SHAPES = {
    "path": ("d",),
    "rect": ("x", "y", "width", "height", "rx", "ry"),
    "line": ("x1", "y1", "x2", "y2"),
    "ellipse": ("cx", "cy", "rx", "ry"),
    "polygon": ("points",),
    "text": ("font-size", "font-family", "font-style", "font-weight"),
}
_LINE_WIDTH = {"data-line": "70", "data-frame": "70"}
_DASHES = {
    "mjx-dashed": {"stroke-dasharray": "140"},
    "mjx-dotted": {"stroke-dasharray": "0,140", "stroke-linecap": "round"},
}
_STROKE = ("stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin")
# A letter that MathJax's font lacks is about this wide; only the place of its token depends on it.
_LETTER_WIDTH, _LETTER_HEIGHT = 0.6, 0.75


def stroke_of(name: str, element: ET.Element, colour: str) -> dict[str, str]:
    """How a shape is outlined; empty for what is only filled."""
    style = dict(_declarations(element.get("style", "")))
    found = {key: value for key in _STROKE if (value := element.get(key) or style.get(key, ""))}
    thickness = element.get("stroke-thickness")
    for key, width in _LINE_WIDTH.items():
        if element.get(key) is not None:
            found = {"stroke-width": thickness or width, **_DASHES.get(element.get("class", ""), {}), **found}
    if name == "line":
        found.setdefault("stroke-width", "60")
    if float((numbers(found.get("stroke-width", "0")) or [0.0])[0]) <= 0:
        return {}
    return {"stroke": colour_of(element, "stroke", colour), **found}


def _declarations(style: str) -> list[tuple[str, str]]:
    pairs = (part.partition(":") for part in style.split(";"))
    return [(key.strip(), value.strip()) for key, colon, value in pairs if colon]


def bounds_of(name: str, element: ET.Element) -> Bounds | None:
    """The bounds of a shape in its own coordinates; None if nothing is to be seen."""
    if name == "path":
        return union(list(subpaths(element.get("d", ""))))
    value = {key: (numbers(element.get(key, "")) or [0.0])[0] for key in SHAPES[name]}
    if name == "rect":
        empty = value["width"] <= 0 or value["height"] <= 0
        far = (value["x"] + value["width"], value["y"] + value["height"])
        return None if empty else (value["x"], value["y"], *far)
    if name == "line":
        xs, ys = sorted((value["x1"], value["x2"])), sorted((value["y1"], value["y2"]))
        return xs[0], ys[0], xs[1], ys[1]
    if name == "ellipse":
        x, y, rx, ry = value["cx"], value["cy"], value["rx"], value["ry"]
        return x - rx, y - ry, x + rx, y + ry
    if name == "polygon":
        points = numbers(element.get("points", ""))
        return (min(points[::2]), min(points[1::2]), max(points[::2]), max(points[1::2])) if points else None
    return _text_bounds(element.text or "", value["font-size"])


def _text_bounds(text: str, size: float) -> Bounds | None:
    # Text stands upside down in MathJax's coordinates: up is negative here.
    return (0.0, -_LETTER_HEIGHT * size, _LETTER_WIDTH * size * len(text), 0.0) if text.strip() else None


def colour_of(element: ET.Element, key: str, inherited: str) -> str:
    return resolved(element.get(key, "")) or inherited


def resolved(colour: str) -> str:
    return INK if colour in ("currentColor", "currentcolor") else colour


def attributes(values: dict[str, str]) -> str:
    return "".join(f' {key}="{escape(value)}"' for key, value in values.items() if value)
