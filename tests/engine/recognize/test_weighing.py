"""Parser, eyes and language model decide together between the readings of a picture."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from scipix.engine.recognize.detect import Looks
from scipix.engine.recognize.language import Language, OnceRead
from scipix.engine.recognize.reading import Reading
from scipix.engine.recognize.weighing import WEIGHTS, apart, evidence, weighed


def reading(latex: str, confidence: float, *, eyes: float = 0.0, valid: bool = True) -> Reading:
    boxes, score = np.zeros((0, 4), np.float32), float(np.log(confidence))
    looks = Looks(np.zeros((0, 1)), np.zeros((0, 4), np.int64), np.zeros((0, 4), np.float32))
    return Reading(latex, score, confidence, valid, (), boxes, (), (), looks, eyes)


def silent(_: object) -> list[np.ndarray]:
    raise AssertionError("all of these formulas are known")


def said(**chances: float) -> OnceRead:
    """A model that knows these formulas of one word."""
    return knowing({latex: (chance, 1.0, 1.0) for latex, chance in chances.items()})


def knowing(known: dict[str, tuple[float, ...]]) -> OnceRead:
    return OnceRead(Language.of(silent, ("", "")), known)


def test_the_likelier_text_wins_where_the_eyes_are_in_doubt() -> None:
    readings = [reading("y", 0.4), reading("x", 0.35), reading("z", 0.05)]
    best, *rest = weighed(readings, said(y=-12.0, x=-4.0, z=-12.0))
    assert best.latex == "x"
    assert [one.latex for one in rest] == ["y", "z"]
    total = sum(one.confidence for one in readings)
    assert sum(one.confidence for one in (best, *rest)) == pytest.approx(total)
    assert best.confidence > 0.5
    assert best.score == pytest.approx(np.log(best.confidence))


def test_what_the_parser_is_sure_of_stays() -> None:
    readings = [reading("y", 0.98), reading("x", 0.01)]
    assert weighed(readings, said(y=-12.0, x=-4.0))[0].latex == "y"


def test_the_eyes_have_a_say_of_their_own() -> None:
    readings = [reading("y", 0.5, eyes=-6.0), reading("x", 0.4, eyes=-1.0)]
    assert weighed(readings, said(y=-4.0, x=-4.0))[0].latex == "x"


def test_what_is_far_behind_is_not_read_at_all() -> None:
    readings = [reading("y", 0.9), reading("x", 0.08), reading("z", 0.001)]
    assert [one.latex for one in weighed(readings, said(y=-4.0, x=-4.0))] == ["y", "x", "z"]
    near, far = apart(readings)
    assert [one.latex for one in near] == ["y", "x"]
    assert [one.latex for one in far] == ["z"]
    assert apart([]) == ([], [])


def test_a_longer_text_is_no_worse_for_being_long() -> None:
    model = knowing({r"\dot{x}": (-8.0, 4.0, 4.0), r"\dot{x}x": (-10.5, 5.0, 4.0)})
    best = weighed([reading(r"\dot{x}x", 0.4), reading(r"\dot{x}", 0.4)], model)[0]
    assert best.latex == r"\dot{x}x"


def test_of_two_texts_as_likely_the_one_that_uses_fewer_symbols_wins() -> None:
    model = knowing({"x+x": (-8.0, 3.0, 2.0), "x+s": (-8.0, 3.0, 3.0)})
    assert weighed([reading("x+s", 0.42), reading("x+x", 0.4)], model)[0].latex == "x+x"


def test_what_does_not_parse_does_not_lead() -> None:
    model = knowing({"y": (-30.0, 1.0, 1.0), "x{": (-1.0, 1.0, 1.0)})
    assert weighed([reading("y", 0.4), reading("x{", 0.35, valid=False)], model)[0].latex == "y"


def test_evidence_has_a_column_for_each_weight() -> None:
    known = knowing({"x+x": (-8.0, 3.0, 2.0)})
    one = replace(reading("x+x", 0.5), score=-2.0, eyes=-3.0)
    rows = evidence([one], known)
    assert rows.tolist() == [[-2.0, -3.0, -8.0, 3.0, 2.0]]
    assert rows.shape == (1, len(WEIGHTS))
