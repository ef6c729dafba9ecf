"""A script ends before what stands on its base's line."""

from __future__ import annotations

import numpy as np
import pytest

from scipix.engine.recognize.relations import Relation
from scipix.engine.recognize.script_ends import ended

R = Relation
BOXES = [(0.0, 0.0, 0.6, 0.7), (0.7, 0.4, 1.0, 0.9), (1.1, 0.85, 1.2, 0.9), (1.4, 0.0, 2.0, 0.7)]
"""``U_{1.}V``, in em."""


def ends(
    tokens: str = "U1.V", boxes: list[tuple[float, ...]] = BOXES, more: tuple[tuple[int, R], ...] = ()
) -> tuple[list[int], list[int]]:
    """Links of a base, a digit and a full stop in its subscript and a letter that hangs on the full stop."""
    links = [(-1, R.ROOT), (0, R.SUB), (1, R.NEXT), (2, R.NEXT), *more]
    parents, relations = [parent for parent, _ in links], [int(link) for _, link in links]
    return ended([*tokens], parents, relations, np.array(boxes, np.float32))


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
    parents, relations = [parent for parent, _ in links], [int(link) for _, link in links]
    found, kinds = ended(tokens, parents, relations, np.array(boxes, np.float32))
    assert found == [-1, 0, 0, 2, 2, 2, 5]
    assert kinds == [R.ROOT, R.SUP, R.NEXT, R.SUB, R.SUP, R.NEXT, R.SUP]


def test_where_there_is_a_script_already_nothing_is_moved() -> None:
    boxes = [(0.0, 0.0, 0.5, 0.7), (0.6, -0.2, 0.9, 0.3), (1.0, 0.0, 1.4, 0.7), (1.5, -0.2, 1.8, 0.3)]
    boxes.append((1.9, -0.2, 2.2, 0.3))
    links = [(-1, R.ROOT), (0, R.SUP), (0, R.NEXT), (2, R.SUP), (1, R.NEXT)]
    parents, relations = [parent for parent, _ in links], [int(link) for _, link in links]
    assert ended([*"abcde"], parents, relations, np.array(boxes, np.float32)) == (parents, relations)


@pytest.mark.parametrize(
    ("tokens", "link"),
    [("g.(", R.NEXT), ("g.f", R.NEXT), ("g..", R.SUB), ("g.,", R.SUB)],
    ids=["before a bracket", "between letters", "dots", "dots and comma"],
)
def test_no_subscript_but_dots_begins_with_a_full_stop(tokens: str, link: R) -> None:
    links = [(-1, R.ROOT), (0, R.SUB), (1, R.NEXT)]
    parents, relations = [parent for parent, _ in links], [int(link) for _, link in links]
    boxes = np.array([(0.0, 0.0, 0.5, 0.7), (0.6, 0.4, 0.7, 0.5), (0.9, 0.5, 1.2, 0.9)], np.float32)
    found, kinds = ended([*tokens], parents, relations, boxes)
    assert (found, kinds[1]) == (parents, link)


def test_a_full_stop_of_its_own_goes_before_what_follows_the_base() -> None:
    links = [(-1, R.ROOT), (0, R.SUB), (0, R.NEXT)]
    boxes = np.array([(0.0, 0.0, 0.5, 0.7), (0.6, 0.4, 0.7, 0.5), (0.9, 0.0, 1.2, 0.9)], np.float32)
    parents, relations = [parent for parent, _ in links], [int(link) for _, link in links]
    assert ended([*"g.("], parents, relations, boxes) == ([-1, 0, 1], [R.ROOT, R.NEXT, R.NEXT])
