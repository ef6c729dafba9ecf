"""One picture of the desktop, cut into its screens."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scipix.ui.platform.screenshot.split import Monitor, Piece, split

LEFT = Monitor((-1280, 200, 1280, 720), 1.0)
RIGHT = Monitor((0, 0, 1920, 1080), 2.0)


def test_one_screen_is_the_whole_picture() -> None:
    assert split((3840, 2160), (Monitor((0, 0, 1920, 1080), 2.0),)) == (Piece((0, 0, 3840, 2160), 2.0),)


def test_mixed_scales_in_the_logical_layout() -> None:
    """The compositor paints all with the highest scale; the lower screen is enlarged in the picture."""
    left, right = split((6400, 2160), (LEFT, RIGHT)) or ()
    assert left == Piece((0, 400, 2560, 1440), 2.0)
    assert right == Piece((2560, 0, 3840, 2160), 2.0)


def test_pixels_placed_as_under_xwayland() -> None:
    """Positions are pixels, sizes are logical: the second screen begins behind the first one's pixels."""
    monitors = (Monitor((0, 0, 960, 540), 2.0), Monitor((1920, 0, 1280, 720), 1.0))
    first, second = split((3200, 1080), monitors) or ()
    assert first == Piece((0, 0, 1920, 1080), 2.0)
    assert second == Piece((1920, 0, 1280, 720), 1.0)


@pytest.mark.parametrize("size", [(800, 100), (1920, 1080), (100, 4000)])
def test_a_picture_of_another_shape_is_refused(size: tuple[int, int]) -> None:
    assert split(size, (LEFT, RIGHT)) is None


@given(
    st.lists(st.integers(600, 4000), min_size=1, max_size=4),
    st.integers(-5000, 5000),
    st.sampled_from([1.0, 1.25, 1.5, 1.75, 2.0, 3.0]),
)
def test_screens_in_a_row_share_their_edges(widths: list[int], start: int, scale: float) -> None:
    monitors, x = [], start
    for width in widths:
        monitors.append(Monitor((x, -300, width, 1000), 1.0))
        x += width
    pieces = split((round(sum(widths) * scale), round(1000 * scale)), tuple(monitors))
    assert pieces is not None
    assert pieces[0].rect[0] == 0
    for before, after in pairwise(pieces):
        assert before.rect[0] + before.rect[2] == after.rect[0]
    assert sum(piece.rect[2] for piece in pieces) == round(sum(widths) * scale)
    assert all(abs(piece.scale - scale) < 0.01 for piece in pieces)
