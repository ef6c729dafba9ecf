"""Pictures of a formula: SVG, PNG and PDF, drawn from its MathML with outlines in place of fonts."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Literal
from xml.etree import ElementTree

from scipix.engine.errors import EngineError
from scipix.engine.latex.presentation.nodes import Row
from scipix.engine.latex.targets.mathml import mathml
from scipix.engine.latex.targets.target import ConversionError, Formula, Target

_EM = 24.0
"""Pixels per em in the SVG."""
_DOTS_PER_INCH = 300
_PIXELS_PER_INCH = 96.0
_NUMBER = re.compile(r"[MLQCZ]|-?[\d.]+(?:e-?\d+)?")
_ARGUMENTS = {"M": 1, "L": 1, "Q": 2, "C": 3, "Z": 0}
_UNDRAWN = frozenset("\u00a0 \u200b\u2061\u2062\u2063\u2009\u2003\u2002\u2004\u2005\u200a\u205f\n")


def svg(row: Row) -> str:
    """The formula in black on nothing, as outlines.

    Raises:
        ConversionError: the font lacks a character, or the drawing library a construct.
        EngineError: the drawing library is not installed.
    """
    markup = mathml(row)
    ziamath = _library()
    _check_rules(markup)
    try:
        drawing = ziamath.Math(markup, size=_EM)
        _check_characters(drawing, markup)
        text: str = drawing.svg()
    except ConversionError:
        raise
    except Exception as error:  # the library raises whatever it stumbles over
        raise ConversionError("something that the drawing library cannot draw") from error
    return text


def _library() -> Any:
    try:
        ziafont: Any = import_module("ziafont")
        ziamath: Any = import_module("ziamath")
    except ImportError as error:
        raise EngineError(
            "Pictures cannot be drawn", "The library for drawing is missing.", "Install scipix[gui]."
        ) from error
    # SVG 2 is more than many readers of pictures know.
    ziafont.config.svg2 = False
    ziamath.config.svg2 = False
    return ziamath


def _check_rules(markup: str) -> None:
    """The library passes over rules between columns and rows."""
    if "columnlines=" in markup or "rowlines=" in markup:
        raise ConversionError("a rule inside an array in a picture")


def _check_characters(drawing: Any, markup: str) -> None:
    """A character that the font lacks would be drawn as an empty box."""
    for element in ElementTree.fromstring(markup).iter():
        for char in element.text or "":
            if char not in _UNDRAWN and drawing.font.glyphindex(char) == 0:
                raise ConversionError(f"the character {char} in a picture", hint="The font does not have it.")


def _figure(row: Row, kind: Literal["png", "pdf"]) -> bytes:
    """The SVG's outlines drawn again, on a page of their size."""
    from matplotlib.figure import Figure
    from matplotlib.patches import PathPatch

    root = ElementTree.fromstring(svg(row))
    left, top, width, height = (float(value) for value in root.attrib["viewBox"].split())
    figure = Figure(figsize=(width / _PIXELS_PER_INCH, height / _PIXELS_PER_INCH), dpi=_DOTS_PER_INCH)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_xlim(left, left + width)
    axes.set_ylim(top + height, top)
    axes.set_axis_off()
    for path, attributes in _paths(root):
        fill, stroke = attributes.get("fill", "black"), attributes.get("stroke", "none")
        # One unit of the SVG is 72/96 of the points that line widths are in.
        line = float(attributes.get("stroke-width", 1)) * 0.75 if stroke != "none" else 0.0
        axes.add_patch(PathPatch(path, facecolor=fill, edgecolor=stroke, linewidth=line))
    out = io.BytesIO()
    figure.savefig(out, format=kind, transparent=kind == "pdf")
    return out.getvalue()


def _paths(root: ElementTree.Element) -> Iterator[tuple[Any, dict[str, str]]]:
    """The outlines of an SVG that has but paths, rectangles and lines."""
    from matplotlib.path import Path

    for element in root.iter():
        tag = element.tag.rpartition("}")[2]
        if tag == "path":
            yield _path(element.attrib["d"]), element.attrib
        elif tag == "rect":
            x, y, width, height = (float(element.attrib[name]) for name in ("x", "y", "width", "height"))
            corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
            yield Path(corners, closed=True), element.attrib
        elif tag == "line":
            ends = [[float(element.attrib[axis + end]) for axis in "xy"] for end in "12"]
            yield Path(ends), element.attrib
        elif tag == "polyline":
            points = [float(value) for value in re.split(r"[\s,]+", element.attrib["points"].strip())]
            yield Path(list(zip(points[::2], points[1::2], strict=True))), element.attrib
        elif tag != "svg":
            raise ConversionError(f"a drawing with <{tag}>")


def _path(data: str) -> Any:
    from matplotlib.path import Path

    codes = {"M": [Path.MOVETO], "L": [Path.LINETO], "Q": [Path.CURVE3] * 2, "C": [Path.CURVE4] * 3}
    vertices: list[tuple[float, float]] = []
    kinds: list[Any] = []
    words = _NUMBER.findall(data)
    position = 0
    command = "M"
    while position < len(words):
        if words[position] in _ARGUMENTS:
            command = words[position]
            position += 1
        if command == "Z":
            vertices.append(vertices[-1])
            kinds.append(Path.CLOSEPOLY)
            continue
        count = 2 * _ARGUMENTS[command]
        numbers = [float(word) for word in words[position : position + count]]
        vertices += list(zip(numbers[::2], numbers[1::2], strict=True))
        kinds += codes[command]
        position += count
    return Path(vertices, kinds)


def _svg(formula: Formula) -> str:
    return svg(formula.shown())


def _png(formula: Formula) -> bytes:
    return _figure(formula.shown(), "png")


def _pdf(formula: Formula) -> bytes:
    return _figure(formula.shown(), "pdf")


TARGETS = (
    Target("svg", "SVG picture", "picture", ".svg", ("image/svg+xml",), _svg),
    Target("png", "PNG picture", "picture", ".png", ("image/png",), _png, "binary"),
    Target("pdf", "PDF picture", "picture", ".pdf", ("application/pdf",), _pdf, "binary"),
)
