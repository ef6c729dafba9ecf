"""The rectangle that a snip cuts out, in device pixels of one screen's shot: geometry without Qt.

A pixel is a pair ``(x, y)`` counted from the shot's top left corner. A region includes the pixels under
both ends of a drag, so its far edges are exclusive and one pixel is 1x1. Logical units are the window
system's: device pixels divided by the screen's scale, which may be a fraction.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

Pixel = tuple[int, int]
# Positions come as pixel / scale; times the scale they may miss the whole number by a rounding error.
_EPSILON = 1e-4


@dataclass(frozen=True, slots=True)
class Region:
    """The pixels with left <= x < right and top <= y < bottom."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top


def span(a: Pixel, b: Pixel) -> Region:
    """Return the smallest region that holds both pixels."""
    return Region(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]) + 1, max(a[1], b[1]) + 1)


def clamp(pixel: Pixel, size: Pixel) -> Pixel:
    """Return the nearest pixel of a shot of ``size``."""
    return min(max(pixel[0], 0), size[0] - 1), min(max(pixel[1], 0), size[1] - 1)


def pixel_at(x: float, y: float, scale: float, size: Pixel) -> Pixel:
    """Return the pixel under the logical position; positions beyond the shot give its edge."""
    return clamp((math.floor(x * scale + _EPSILON), math.floor(y * scale + _EPSILON)), size)


def to_logical(region: Region, scale: float, origin: Pixel) -> tuple[int, int, int, int]:
    """Return x, y, width, height of the smallest rectangle in whole logical units over the region.

    ``origin`` is the logical position of the screen.
    """
    left = math.floor(region.left / scale + _EPSILON)
    top = math.floor(region.top / scale + _EPSILON)
    right = math.ceil(region.right / scale - _EPSILON)
    bottom = math.ceil(region.bottom / scale - _EPSILON)
    return origin[0] + left, origin[1] + top, right - left, bottom - top


def fitting_step(region: Region, step: Pixel, size: Pixel) -> Pixel:
    """Return ``step`` shortened so that the moved region stays within ``size``."""
    return (
        min(max(step[0], -region.left), size[0] - region.right),
        min(max(step[1], -region.top), size[1] - region.bottom),
    )


def _sum(a: Pixel, b: Pixel) -> Pixel:
    return a[0] + b[0], a[1] + b[1]


def _difference(a: Pixel, b: Pixel) -> Pixel:
    return a[0] - b[0], a[1] - b[1]


@dataclass(frozen=True, slots=True)
class Selection:
    """What the user has marked so far; every step returns a new one.

    ``pointer`` is where the mouse is, ``focus`` the pixel that is looked at (the mouse's or the
    keyboard's). The region runs from ``anchor`` to ``head``; there is none while ``anchor`` is None. While
    dragging, the head follows the pointer at ``offset``: not zero once arrow keys or a move parted them.
    """

    size: Pixel
    pointer: Pixel = (0, 0)
    focus: Pixel = (0, 0)
    anchor: Pixel | None = None
    head: Pixel = (0, 0)
    offset: Pixel = (0, 0)
    dragging: bool = False
    moving: bool = False

    @property
    def region(self) -> Region | None:
        """The marked pixels, if any."""
        return None if self.anchor is None else span(self.anchor, self.head)

    def press(self, at: Pixel) -> Selection:
        """Begin a new rectangle at the pixel, or take hold of the old one while moving is on."""
        if self.moving and self.anchor is not None:
            return replace(self, pointer=at, dragging=True)
        return replace(self, pointer=at, focus=at, anchor=at, head=at, offset=(0, 0), dragging=True)

    def point(self, at: Pixel) -> Selection:
        """Follow the mouse: it spans or moves the rectangle while dragging, else only looks."""
        if not self.dragging:
            return replace(self, pointer=at, focus=at)
        if self.moving:
            return replace(self._shifted(_difference(at, self.pointer)), pointer=at)
        head = clamp(_sum(at, self.offset), self.size)
        return replace(self, pointer=at, head=head, focus=head)

    def release(self) -> Selection:
        """End the drag; the rectangle stays."""
        return replace(self, dragging=False)

    def hold(self, moving: bool) -> Selection:
        """Let the next drags move the rectangle (True) or span it again (False)."""
        return replace(self, moving=moving)._parted()

    def step(self, by: Pixel) -> Selection:
        """Move the rectangle; without one, move the focus."""
        if self.anchor is None:
            return replace(self, focus=clamp(_sum(self.focus, by), self.size))
        return self._shifted(by)._parted()

    def stretch(self, by: Pixel) -> Selection:
        """Move the rectangle's head; without a rectangle, begin one at the focus."""
        anchor = self.focus if self.anchor is None else self.anchor
        start = self.focus if self.anchor is None else self.head
        head = clamp(_sum(start, by), self.size)
        return replace(self, anchor=anchor, head=head, focus=head)._parted()

    def clear(self) -> Selection:
        """Forget the rectangle."""
        return replace(self, anchor=None, dragging=False)

    def takes(self, shortest: int) -> bool:
        """Tell whether the rectangle is more than a click: both sides ``shortest`` or longer."""
        region = self.region
        return region is not None and min(region.width, region.height) >= shortest

    def _shifted(self, by: Pixel) -> Selection:
        region = self.region
        if region is None or self.anchor is None:
            return self
        fitting = fitting_step(region, by, self.size)
        head = _sum(self.head, fitting)
        return replace(self, anchor=_sum(self.anchor, fitting), head=head, focus=head)

    def _parted(self) -> Selection:
        return replace(self, offset=_difference(self.head, self.pointer)) if self.dragging else self


def beside(focus: tuple[float, float], panel: Pixel, bounds: Pixel, gap: int, towards: Pixel) -> Pixel:
    """Return the top left corner of a panel beside ``focus``, on the side ``towards`` if there is room.

    ``towards`` holds two signs, all else is in one unit. The panel stays within ``bounds`` if it fits them.
    """
    x, y = (_beside(*axis, gap) for axis in zip(focus, panel, bounds, towards, strict=True))
    return x, y


def _beside(focus: float, length: int, bound: int, towards: int, gap: int) -> int:
    after, before = math.ceil(focus) + gap, math.floor(focus) - gap - length
    first, second = (after, before) if towards >= 0 else (before, after)
    chosen = first if 0 <= first <= bound - length else second
    return max(0, min(chosen, bound - length))
