"""Where things are in an SVG: affine maps and bounds, in plain numbers."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

Bounds: TypeAlias = tuple[float, float, float, float]
"""x0, y0, x1, y1."""

_CALL = re.compile(r"(translate|scale|rotate|matrix)\(([^)]*)\)")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?")
_STEP = re.compile(r"([MLHVQTCSZmlhvqtcsz])([^MLHVQTCSZmlhvqtcsz]*)")


@dataclass(frozen=True, slots=True)
class Affine:
    """x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then_inner(self, other: Affine) -> Affine:
        """The map that applies ``other`` first and this one after it."""
        return Affine(
            self.a * other.a + self.c * other.b,
            self.b * other.a + self.d * other.b,
            self.a * other.c + self.c * other.d,
            self.b * other.c + self.d * other.d,
            self.a * other.e + self.c * other.f + self.e,
            self.b * other.e + self.d * other.f + self.f,
        )

    def bounds(self, box: Bounds) -> Bounds:
        """The bounds of a rectangle after the map."""
        corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
        xs = [self.a * x + self.c * y + self.e for x, y in corners]
        ys = [self.b * x + self.d * y + self.f for x, y in corners]
        return min(xs), min(ys), max(xs), max(ys)


def numbers(text: str) -> list[float]:
    """The numbers in a list of any separators."""
    return [float(number) for number in _NUMBER.findall(text)]


def parse_transform(text: str) -> Affine:
    """``translate(1,2) scale(.7)`` -> the map."""
    result = Affine()
    for name, arguments in _CALL.findall(text):
        result = result.then_inner(_step(name, numbers(arguments)))
    return result


def _step(name: str, values: list[float]) -> Affine:
    if name == "translate":
        return Affine(e=values[0], f=values[1] if len(values) > 1 else 0.0)
    if name == "scale":
        return Affine(a=values[0], d=values[-1])
    if name == "matrix":
        return Affine(*values)
    turn = math.radians(values[0])
    x, y = values[1:] or (0.0, 0.0)
    rotation = Affine(math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn))
    return Affine(e=x, f=y).then_inner(rotation).then_inner(Affine(e=-x, f=-y))


def union(boxes: list[Bounds]) -> Bounds | None:
    """The smallest rectangle around all."""
    if not boxes:
        return None
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


@lru_cache(maxsize=1024)
def subpaths(data: str) -> tuple[Bounds, ...]:
    """The bounds of each closed part of a path with absolute coordinates.

    Control points count as points of the curve: glyphs have their extremes on the curve, so nothing is lost.
    """
    found: list[Bounds] = []
    xs: list[float] = []
    ys: list[float] = []
    for letter, arguments in _STEP.findall(data):
        values = numbers(arguments)
        if letter == "M" and xs:
            found.append((min(xs), min(ys), max(xs), max(ys)))
            xs, ys = [], []
        if letter == "H":
            xs += values
        elif letter == "V":
            ys += values
        else:
            xs += values[0::2]
            ys += values[1::2]
    if xs and ys:
        found.append((min(xs), min(ys), max(xs), max(ys)))
    return tuple(found)
