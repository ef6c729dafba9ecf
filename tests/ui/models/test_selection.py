"""The geometry of a snip holds for every screen, scale and sequence of gestures."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scipix.ui.models.selection import Region, Selection, beside, clamp, pixel_at, span, to_logical

SCALES = st.sampled_from([1.0, 1.25, 1.5, 1.75, 2.0, 2.25, 3.0])
SIZE = (1920, 1080)
PIXELS = st.tuples(st.integers(0, SIZE[0] - 1), st.integers(0, SIZE[1] - 1))
ANYWHERE = st.tuples(st.integers(-3000, 6000), st.integers(-3000, 6000))
SIGNS = st.sampled_from([-1, 1])
STEPS = st.tuples(st.integers(-3000, 3000), st.integers(-3000, 3000))
GESTURES = st.lists(
    st.one_of(
        st.tuples(st.just("press"), PIXELS),
        st.tuples(st.just("point"), PIXELS),
        st.tuples(st.just("step"), STEPS),
        st.tuples(st.just("stretch"), STEPS),
        st.tuples(st.just("hold"), st.booleans()),
        st.tuples(st.just("release"), st.none()),
        st.tuples(st.just("clear"), st.none()),
    ),
    max_size=25,
)


def act(selection: Selection, gesture: tuple[str, object]) -> Selection:
    name, value = gesture
    method = getattr(selection, name)
    return method() if value is None else method(value)


@given(PIXELS, SCALES)
def test_each_pixel_is_found_again_from_its_logical_position(pixel: tuple[int, int], scale: float) -> None:
    """The window system gives a pixel's position as pixel / scale, at its edge or inside it."""
    for inside in (0.0, 0.5, 0.98):
        position = ((pixel[0] + inside) / scale, (pixel[1] + inside) / scale)
        assert pixel_at(*position, scale, SIZE) == pixel


@given(ANYWHERE, SCALES)
def test_positions_beyond_the_screen_give_its_edge(position: tuple[int, int], scale: float) -> None:
    x, y = pixel_at(*position, scale, SIZE)
    assert 0 <= x < SIZE[0]
    assert 0 <= y < SIZE[1]


@given(PIXELS, PIXELS)
def test_a_drag_includes_the_pixels_under_both_ends(a: tuple[int, int], b: tuple[int, int]) -> None:
    region = span(a, b)
    assert region == span(b, a)
    assert (region.width, region.height) == (abs(a[0] - b[0]) + 1, abs(a[1] - b[1]) + 1)
    assert region.left in (a[0], b[0])
    assert region.bottom - 1 in (a[1], b[1])


@given(PIXELS, PIXELS, SCALES, st.tuples(st.integers(-4000, 4000), st.integers(-4000, 4000)))
def test_the_logical_rectangle_covers_the_region_and_hardly_more(
    a: tuple[int, int], b: tuple[int, int], scale: float, origin: tuple[int, int]
) -> None:
    region = span(a, b)
    x, y, width, height = to_logical(region, scale, origin)
    left, right = (x - origin[0]) * scale, (x - origin[0] + width) * scale
    top, bottom = (y - origin[1]) * scale, (y - origin[1] + height) * scale
    slack = 0.001
    assert left <= region.left + slack
    assert right >= region.right - slack
    assert top <= region.top + slack
    assert bottom >= region.bottom - slack
    assert region.left - left < scale
    assert right - region.right < scale


@given(GESTURES)
def test_no_gesture_leaves_the_screen(gestures: list[tuple[str, object]]) -> None:
    selection = Selection(SIZE)
    for gesture in gestures:
        selection = act(selection, gesture)
        region = selection.region
        assert clamp(selection.focus, SIZE) == selection.focus
        if region is not None:
            assert 0 <= region.left < region.right <= SIZE[0]
            assert 0 <= region.top < region.bottom <= SIZE[1]


@given(PIXELS, PIXELS, STEPS)
def test_moving_keeps_the_size(a: tuple[int, int], b: tuple[int, int], step: tuple[int, int]) -> None:
    before = Selection(SIZE).press(a).point(b)
    after = before.step(step)
    assert (before.region.width, before.region.height) == (after.region.width, after.region.height)


@given(PIXELS, PIXELS, PIXELS)
def test_a_held_drag_moves_and_then_spans_on(
    a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]
) -> None:
    """After a move the pointer and the head keep their distance, so nothing jumps."""
    moved = Selection(SIZE).press(a).point(b).hold(True).point(c)
    assert (moved.region.width, moved.region.height) == (span(a, b).width, span(a, b).height)
    spanning = moved.hold(False)
    assert spanning.point(c).region == moved.region


def test_the_mouse_alone() -> None:
    selection = Selection(SIZE).point((5, 5)).press((10, 20)).point((4, 30))
    assert selection.region == Region(4, 20, 11, 31)
    assert selection.release().point((500, 500)).region == Region(4, 20, 11, 31)


def test_the_keyboard_alone() -> None:
    selection = Selection(SIZE, focus=(100, 100)).step((1, 0)).step((0, -1))
    assert selection.region is None
    assert selection.focus == (101, 99)
    selection = selection.stretch((10, 0)).stretch((0, 5))
    assert selection.region == Region(101, 99, 112, 105)
    assert selection.step((-1, 2)).region == Region(100, 101, 111, 107)


def test_arrows_during_a_drag_stay_when_the_mouse_goes_on() -> None:
    selection = Selection(SIZE).press((10, 10)).point((20, 20)).stretch((1, 0))
    assert selection.region == Region(10, 10, 22, 21)
    assert selection.point((21, 20)).region == Region(10, 10, 23, 21)


def test_holding_takes_an_existing_rectangle() -> None:
    marked = Selection(SIZE, focus=(50, 50)).stretch((9, 9)).hold(True)
    assert marked.press((500, 500)).point((503, 501)).region == Region(53, 51, 63, 61)


@pytest.mark.parametrize(("end", "taken"), [((10, 10), False), ((13, 11), False), ((13, 13), True)])
def test_a_click_is_no_selection(end: tuple[int, int], taken: bool) -> None:
    assert Selection(SIZE).press((10, 10)).point(end).takes(4) is taken
    assert not Selection(SIZE).takes(1)


@given(PIXELS, st.tuples(st.integers(1, 400), st.integers(1, 300)), SIGNS, SIGNS)
def test_the_panel_stays_on_the_screen_and_off_the_cursor(
    focus: tuple[int, int], panel: tuple[int, int], across: int, down: int
) -> None:
    x, y = beside(focus, panel, SIZE, 16, (across, down))
    assert 0 <= x <= SIZE[0] - panel[0]
    assert 0 <= y <= SIZE[1] - panel[1]
    assert not (x <= focus[0] < x + panel[0] and y <= focus[1] < y + panel[1])


def test_logical_units_of_a_whole_screen() -> None:
    assert to_logical(Region(0, 0, 1366, 768), 1.25, (-1093, 0)) == (-1093, 0, math.ceil(1366 / 1.25), 615)
