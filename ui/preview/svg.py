"""MathJax's SVG -> one that Qt draws right, and the places of its tokens.

Qt knows neither nested ``<svg>`` (MathJax cuts the middle parts of tall brackets and long arrows with them)
nor MathJax's style sheet (lines of tables), and draws a hair line where the stroke is 0 wide.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass, field, replace
from html import escape

from scipix.ui.preview.geometry import Affine, Bounds, numbers, parse_transform, subpaths, union
from scipix.ui.preview.messages import Drawing, Fractions
from scipix.ui.preview.shapes import INK, SHAPES, attributes, bounds_of, colour_of, resolved, stroke_of

UNITS = 1000.0
"""SVG units an em."""

_MARGIN = 20.0

class SvgError(ValueError):
    """The SVG is not what MathJax writes."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What an element inherits: its colour, the map to the picture, and the token that its ink belongs to."""

    colour: str
    place: Affine
    tokens: tuple[int, ...] = ()


@dataclass(slots=True)
class _Cleaner:
    parts: list[str] = field(default_factory=list)
    ink: list[Bounds] = field(default_factory=list)
    token_ink: dict[int, list[Bounds]] = field(default_factory=dict)


def clean(svg: str) -> Drawing:
    """Rewrite for Qt.

    Raises:
        SvgError: no SVG, or one without a size.
    """
    try:
        root = ET.fromstring(svg)
    except ET.ParseError as error:
        raise SvgError(str(error)) from error
    frame = numbers(root.get("viewBox", ""))
    if len(frame) != 4:
        raise SvgError("no viewBox")
    cleaner = _Cleaner()
    for child in root:
        _element(cleaner, child, _Context(INK, Affine()))
    return _drawing(cleaner, frame)


def _drawing(cleaner: _Cleaner, frame: list[float]) -> Drawing:
    x, y, width, height = frame
    # Some letters lean out of their box; a picture must not cut them, nor their soft edges.
    left, top, right, bottom = union([(x, y, x + width, y + height), *cleaner.ink]) or (0.0, 0.0, 0.0, 0.0)
    box = (left - _MARGIN, top - _MARGIN, right + _MARGIN, bottom + _MARGIN)
    width, height = max(box[2] - box[0], 1.0), max(box[3] - box[1], 1.0)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="{box[0]:g} {box[1]:g} {width:g} {height:g}">'
    )
    svg = f'{head}<g fill="{INK}" stroke="none">{"".join(cleaner.parts)}</g></svg>'
    boxes = {
        token: _fractions(found, box)
        for token, places in cleaner.token_ink.items()
        if (found := union(places))
    }
    return Drawing(svg.encode(), width / UNITS, height / UNITS, -box[1] / UNITS, boxes)


def _fractions(inner: Bounds, outer: Bounds) -> Fractions:
    width, height = max(outer[2] - outer[0], 1.0), max(outer[3] - outer[1], 1.0)
    return (
        (inner[0] - outer[0]) / width,
        (inner[1] - outer[1]) / height,
        (inner[2] - outer[0]) / width,
        (inner[3] - outer[1]) / height,
    )


def _element(cleaner: _Cleaner, element: ET.Element, context: _Context) -> None:
    name = element.tag.rpartition("}")[2]
    if name in ("g", "a"):
        _group(cleaner, element, context)
    elif name == "svg":
        _nested(cleaner, element, context)
    elif name in SHAPES:
        _shape(cleaner, name, element, context)


def _group(cleaner: _Cleaner, element: ET.Element, context: _Context) -> None:
    transform = element.get("transform", "")
    colour = colour_of(element, "fill", context.colour)
    inner = replace(context, colour=colour, place=context.place.then_inner(parse_transform(transform)))
    written = {"transform": transform, "fill": "" if colour == context.colour else colour}
    cleaner.parts.append(f"<g{attributes(written)}>")
    marked = element.get("data-tokens")
    tokens = tuple(int(number) for number in marked.split()) if marked else ()
    if tokens:
        _marked(cleaner, element, inner, tokens)
    else:
        for child in element:
            _element(cleaner, child, inner)
    cleaner.parts.append("</g>")


def _marked(cleaner: _Cleaner, element: ET.Element, context: _Context, tokens: tuple[int, ...]) -> None:
    """The children of a marked node: several tokens share it one by one where they can, else together."""
    kind = element.get("data-mml-node")
    children = list(element)
    one_by_one = len(tokens) > 1 and len(children) == len(tokens)
    for index, child in enumerate(children):
        own = (tokens[index],) if one_by_one else tokens
        if kind in ("mfrac", "msqrt", "mroot") and not _is_own_ink(kind, child):
            own = ()
        _element(cleaner, child, replace(context, tokens=own))


def _is_own_ink(kind: str, child: ET.Element) -> bool:
    """Whether a part of a fraction or root is its bar or its surd, and not what it holds."""
    is_bar = child.tag.endswith("rect")
    is_surd = kind != "mfrac" and child.get("data-mml-node") == "mo" and child.get("data-tokens") is None
    return is_bar or is_surd


def _nested(cleaner: _Cleaner, element: ET.Element, context: _Context) -> None:
    """A window onto a stretched glyph becomes the rectangles seen through it; others become groups."""
    x, y = float(element.get("x", "0")), float(element.get("y", "0"))
    view = numbers(element.get("viewBox", ""))
    glyph = element[0] if len(element) == 1 else None
    if len(view) == 4 and glyph is not None and glyph.tag.endswith("path"):
        stretch = parse_transform(glyph.get("transform", ""))
        window = (view[0], view[1], view[0] + view[2], view[1] + view[3])
        for part in subpaths(glyph.get("d", "")):
            _window(cleaner, _intersection(stretch.bounds(part), window), (x - view[0], y - view[1]), context)
        return
    shift = (x - view[0], y - view[1]) if len(view) == 4 else (x, y)
    cleaner.parts.append(f'<g transform="translate({shift[0]:g},{shift[1]:g})">')
    inner = replace(context, place=context.place.then_inner(Affine(e=shift[0], f=shift[1])))
    for child in element:
        _element(cleaner, child, inner)
    cleaner.parts.append("</g>")


def _window(cleaner: _Cleaner, seen: Bounds, shift: tuple[float, float], context: _Context) -> None:
    x, y = seen[0] + shift[0], seen[1] + shift[1]
    width, height = seen[2] - seen[0], seen[3] - seen[1]
    if width <= 0 or height <= 0:
        return
    cleaner.parts.append(f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"/>')
    _note(cleaner, (x, y, x + width, y + height), context)


def _intersection(one: Bounds, two: Bounds) -> Bounds:
    return max(one[0], two[0]), max(one[1], two[1]), min(one[2], two[2]), min(one[3], two[3])


def _shape(cleaner: _Cleaner, name: str, element: ET.Element, context: _Context) -> None:
    transform = element.get("transform", "")
    inner = replace(context, place=context.place.then_inner(parse_transform(transform)))
    bounds = bounds_of(name, element)
    if bounds is None:
        return
    stroke = stroke_of(name, element, inner.colour)
    fill = "none" if stroke and name != "line" else resolved(element.get("fill", ""))
    written = {key: element.get(key, "") for key in SHAPES[name]}
    written |= {"transform": transform, "fill": fill, **stroke}
    text = f">{escape(element.text or '')}</text>" if name == "text" else "/>"
    cleaner.parts.append(f"<{name}{attributes(written)}{text}")
    if element.get("data-bgcolor") is None and element.get("data-hitbox") is None:
        _note(cleaner, bounds, inner)


def _note(cleaner: _Cleaner, bounds: Bounds, context: _Context) -> None:
    placed = context.place.bounds(bounds)
    cleaner.ink.append(placed)
    for token in context.tokens:
        cleaner.token_ink.setdefault(token, []).append(placed)
