"""A script ends before what stands on its base's line."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from scipix.engine.recognize.relations import Relation
from scipix.engine.recognize.script_ends import ended

R = Relation
BOXES = [(0.0, 0.0, 0.6, 0.7), (0.7, 0.4, 1.0, 0.9), (1.1, 0.85, 1.2, 0.9), (1.4, 0.0, 2.0, 0.7)]
"""``U_{1.}V``, in em."""


def linked(
    tokens: Sequence[str],
    links: Sequence[tuple[int, R]],
    boxes: Sequence[tuple[float, ...]],
) -> tuple[list[int], list[int]]:
    """Parents and relations with the scripts ended."""
    parents, relations = [parent for parent, _ in links], [int(link) for _, link in links]
    return ended([*tokens], parents, relations, np.array(boxes, np.float32))


def ends(
    tokens: Sequence[str] = "U1.V",
    boxes: list[tuple[float, ...]] = BOXES,
    more: tuple[tuple[int, R], ...] = (),
) -> tuple[list[int], list[int]]:
    """Links of a base, a digit and a full stop in its subscript and a letter that hangs on the full stop."""
    return linked(tokens, [(-1, R.ROOT), (0, R.SUB), (1, R.NEXT), (2, R.NEXT), *more], boxes)


def test_a_letter_on_the_line_goes_on_from_the_base() -> None:
    parents, relations = ends()
    assert parents == [-1, 0, 1, 0]
    assert relations == [R.ROOT, R.SUB, R.NEXT, R.NEXT]


def test_what_follows_it_goes_with_it() -> None:
    after = (2.1, 0.0, 2.7, 0.7)
    parents, _ = ends("U1.VW", [*BOXES, after], ((3, R.NEXT),))
    assert parents == [-1, 0, 1, 0, 3]


@pytest.mark.parametrize("box", [(1.4, 0.4, 1.8, 0.9), (1.4, 0.2, 2.0, 0.9), (1.4, -0.3, 2.0, 0.4)])
def test_a_letter_of_the_script_stays(box: tuple[float, ...]) -> None:
    assert ends(boxes=[*BOXES[:3], box])[0] == [-1, 0, 1, 2]


@pytest.mark.parametrize("tokens", ["(1.V", "U1.("])
def test_only_letters_tell_the_line(tokens: str) -> None:
    assert ends(tokens)[0] == [-1, 0, 1, 2]


@pytest.mark.parametrize(("bottom", "parent"), [(0.7, 0), (0.85, 2)], ids=["on the line", "below it"])
def test_a_higher_letter_of_the_line_goes_on_from_the_base(bottom: float, parent: int) -> None:
    boxes = [(0.0, 0.3, 0.6, 0.7), *BOXES[1:3], (1.4, 0.0, 2.0, bottom)]
    assert ends(["n", "1", ".", r"\partial"], boxes)[0] == [-1, 0, 1, parent]


def test_an_accent_stands_where_its_letter_does() -> None:
    accent, letter = (1.4, -0.3, 2.0, -0.1), (1.4, 0.0, 2.0, 0.7)
    assert ends(["U", "1", ".", r"\tilde", "V"], [*BOXES[:3], accent, letter], ((3, R.BODY),))[0][3] == 0


def test_a_base_that_something_follows_keeps_it() -> None:
    after = (2.1, 0.0, 2.7, 0.7)
    assert ends("U1.VW", [*BOXES, after], ((0, R.NEXT),))[0] == [-1, 0, 1, 2, 0]


def test_what_stands_behind_the_next_letter_is_its_script() -> None:
    """``d^4q_{12}'`` with the prime linked to the 4, and another one behind a second ``q``."""
    tokens = ["d", "4", "q", "1", r"\prime", "q", r"\prime"]
    boxes = [
        (0.0, 0.0, 0.5, 0.7), (0.6, -0.2, 0.9, 0.3), (1.0, 0.2, 1.4, 0.9), (1.5, 0.5, 1.8, 0.9),
        (1.9, -0.1, 2.1, 0.3), (2.2, 0.2, 2.6, 0.9), (2.7, -0.1, 2.9, 0.3),
    ]  # fmt: skip
    links = [(-1, R.ROOT), (0, R.SUP), (0, R.NEXT), (2, R.SUB), (1, R.NEXT), (2, R.NEXT), (4, R.NEXT)]
    found, kinds = linked(tokens, links, boxes)
    assert found == [-1, 0, 0, 2, 2, 2, 5]
    assert kinds == [R.ROOT, R.SUP, R.NEXT, R.SUB, R.SUP, R.NEXT, R.SUP]


def test_where_there_is_a_script_already_nothing_is_moved() -> None:
    boxes = [(0.0, 0.0, 0.5, 0.7), (0.6, -0.2, 0.9, 0.3), (1.0, 0.0, 1.4, 0.7), (1.5, -0.2, 1.8, 0.3)]
    boxes.append((1.9, -0.2, 2.2, 0.3))
    links = [(-1, R.ROOT), (0, R.SUP), (0, R.NEXT), (2, R.SUP), (1, R.NEXT)]
    assert linked("abcde", links, boxes) == ([parent for parent, _ in links], [link for _, link in links])


@pytest.mark.parametrize(
    ("tokens", "link"),
    [("g.(", R.NEXT), ("g.f", R.NEXT), ("g..", R.SUB), ("g.,", R.SUB)],
    ids=["before a bracket", "between letters", "dots", "dots and comma"],
)
def test_no_subscript_but_dots_begins_with_a_full_stop(tokens: str, link: R) -> None:
    links = [(-1, R.ROOT), (0, R.SUB), (1, R.NEXT)]
    boxes = [(0.0, 0.0, 0.5, 0.7), (0.6, 0.4, 0.7, 0.5), (0.9, 0.5, 1.2, 0.9)]
    found, kinds = linked(tokens, links, boxes)
    assert (found, kinds[1]) == ([-1, 0, 1], link)


def test_a_full_stop_of_its_own_goes_before_what_follows_the_base() -> None:
    links = [(-1, R.ROOT), (0, R.SUB), (0, R.NEXT)]
    boxes = [(0.0, 0.0, 0.5, 0.7), (0.6, 0.4, 0.7, 0.5), (0.9, 0.0, 1.2, 0.9)]
    assert linked("g.(", links, boxes) == ([-1, 0, 1], [R.ROOT, R.NEXT, R.NEXT])
