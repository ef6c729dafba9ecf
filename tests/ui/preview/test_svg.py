"""The clean-up for Qt, and the plainer renderers."""

from __future__ import annotations

import pytest

from scipix.ui.preview.deadline import OverdueError, deadline
from scipix.ui.preview.fallback import draw_plainly
from scipix.ui.preview.geometry import Affine, parse_transform, subpaths
from scipix.ui.preview.svg import SvgError, clean

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -500 1000 1000">'


def whole(body: str) -> str:
    return f"{HEAD}{body}</svg>"


def test_a_window_onto_a_stretched_glyph_becomes_a_rectangle() -> None:
    glyph = '<path d="M10 0V100H30V0H10Z" transform="scale(1,15)"/>'
    window = '<svg x="100" y="-200" width="40" height="500" viewBox="0 300 40 500">'
    drawing = clean(whole(f"{window}{glyph}</svg>"))
    assert b'<rect x="110" y="-200" width="20" height="500"/>' in drawing.svg
    assert drawing.svg.count(b"<svg") == 1


def test_lines_get_a_stroke_and_glyphs_none() -> None:
    line = '<line data-line="v" x1="1" y1="2" x2="3" y2="4"/>'
    drawing = clean(whole(f'<g fill="red">{line}</g><path d="M0 0H9V9Z"/>'))
    assert b'stroke="red" stroke-width="70"' in drawing.svg
    assert drawing.svg.count(b'stroke="none"') == 1


def test_empty_paths_are_dropped_and_colours_resolved() -> None:
    drawing = clean(whole('<path d=""/><g fill="currentColor"><path d="M0 0H9V9Z"/></g>'))
    assert drawing.svg.count(b"<path") == 1
    assert b"currentColor" not in drawing.svg


def test_ink_outside_of_the_frame_is_not_cut() -> None:
    assert clean(whole('<path d="M-300 0H1400V10Z"/>')).width > 1.7


@pytest.mark.parametrize("svg", ["", "<svg", '<svg xmlns="http://www.w3.org/2000/svg"/>'])
def test_what_is_no_picture_is_refused(svg: str) -> None:
    with pytest.raises(SvgError):
        clean(svg)


def test_transforms_are_applied_from_the_inside() -> None:
    place = parse_transform("translate(10,20) scale(2,-2)")
    assert place.bounds((1, 1, 2, 3)) == (12, 14, 14, 18)
    assert place.then_inner(Affine(e=5)).bounds((0, 0, 0, 0)) == (20, 20, 20, 20)
    turned = parse_transform("rotate(90)").bounds((0, 0, 2, 1))
    assert turned == pytest.approx((-1, 0, 0, 2))


def test_each_part_of_a_path_has_its_bounds() -> None:
    assert subpaths("M0 0H10V5ZM20-1.5L30 .5Z") == ((0, 0, 10, 5), (20, -1.5, 30, 0.5))


def test_the_second_renderer_takes_what_the_first_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    from ziamath import zmath

    def refuse(*_arguments: object, **_options: object) -> None:
        raise ValueError("no")

    monkeypatch.setattr(zmath, "Latex", refuse)
    drawn = draw_plainly(r"\frac{a}{b}", True, lambda: False)
    assert drawn is not None
    name, drawing = drawn
    assert name == "matplotlib"
    assert 0.3 < drawing.width < 2


def test_nobody_draws_what_is_wrong() -> None:
    assert draw_plainly(r"\begin{nothing", True, lambda: False) is None


def test_a_cancelled_drawing_ends() -> None:
    assert draw_plainly("x", True, lambda: True) is None


def test_endless_code_is_stopped() -> None:
    def endless() -> None:
        while True:
            abs(0)

    with pytest.raises(OverdueError), deadline(0.05, lambda: False):
        endless()
